import {
  type Cliente,
  clienteDi,
  type FunzioneOperatore,
  type FunzioneRegione,
  type OperazioniGefo,
  type Risposta,
  type Soggetto,
} from "@staffetta/contracts";
import { type BoundCoop, bindCoopPg, COOP_MIGRATIONS } from "@staffetta/cooperation";
import {
  type AdesioneId,
  addDays,
  type Caso,
  type CivilDate,
  type CodiceRegione,
  componiCodiceFiscale,
  type Instant,
  type OperatoreId,
  REGOLE_GEFO_2014,
  type RegoleGefo,
} from "@staffetta/domain";
import { borsaLavoroDi, type ParteNodo } from "@staffetta/nodo";
import {
  antivirusDiProva,
  createCipher,
  type Database,
  pgUnitOfWork,
  type SqlClient,
  type StampaPdf,
  seededRandom,
  type UnitOfWork,
} from "@staffetta/platform";
import { testDatabase } from "@staffetta/platform/test-postgres";
import { migrations } from "./index.ts";
import {
  durcSimulato,
  ibanSimulato,
  type ServizioDurc,
  type ServizioIban,
} from "./liquidazione/servizi-esterni.ts";
import { createGefo } from "./node.ts";
import type { Vettori } from "./notifiche/spedisci.ts";
import { operatoriDiEsempio } from "./operatori/esempio.ts";
import { profilazioneSimulata, type ServizioProfilazione } from "./presa/servizio-profilazione.ts";
import { bindPg, type Stores } from "./store.ts";

/** For tests of the slices: one Gefo on a real server, with a clock that tests move by hand. */
export interface GefoDiProva {
  readonly parte: ParteNodo<Stores, OperazioniGefo>;
  readonly uow: UnitOfWork<Stores>;
  /** Around the stores: to make by hand what no operation would. */
  readonly sql: SqlClient;
  uuid(): string;
  oggi(): CivilDate;
  avanza(days: number): void;
  /** The clock of today at that hour of Greenwich. */
  alle(hour: number): void;
  /** A job of the night, or of every minute, done now. */
  lavora(nome: string): Promise<void>;
  addetto(operatoreId: string, funzioni?: readonly FunzioneOperatore[]): Soggetto;
  regione(nome?: string, funzione?: FunzioneRegione): Soggetto;
  come(soggetto: Soggetto): Cliente<OperazioniGefo>;
  ricevi(tipo: string, corpo: unknown): Promise<void>;
  /** Statements in a transaction of their own, as somebody with the password would write them. */
  sqlDiretto(text: string): Promise<readonly unknown[]>;
  sigilla(testo: string): string;
  close(): Promise<void>;
}

const LOMBARDIA = "10" as CodiceRegione;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const STANZIAMENTO_CENTS = 1_000_000_00;
const INIZIO = "2014-11-03T09:00:00.000Z";

/** A message of Borsa Lavoro arrives, and is applied. */
async function ricevi(
  { parte, uow }: Pick<GefoDiProva, "parte" | "uow">,
  tipo: string,
  corpo: unknown,
): Promise<void> {
  const handler = parte.handlers[tipo];
  if (handler === undefined) throw new Error(`nessuno riceve ${tipo}`);
  const mittente = borsaLavoroDi(LOMBARDIA);
  const messaggio = { tipo, mittente, corpo: JSON.stringify(corpo) } as never;
  const esito = await uow.transaction((stores) => handler(stores, messaggio));
  if (esito.esito !== "applicato") throw new Error(JSON.stringify(esito));
}

export interface OpzioniDiProva {
  readonly regole?: RegoleGefo;
  readonly profilazione?: ServizioProfilazione;
  readonly vettori?: Vettori;
  readonly durc?: ServizioDurc;
  readonly iban?: ServizioIban;
}

/** Quick bytes in place of pages: what is printed, the printer's own tests say. */
const stampaDiProva: StampaPdf = async (documento) => Buffer.from(JSON.stringify(documento));

export async function gefoDiProva(opzioni: OpzioniDiProva = {}): Promise<GefoDiProva> {
  const database = await testDatabase({ sets: [COOP_MIGRATIONS, migrations] });
  let nowMs = Date.parse(INIZIO);
  const clock = { now: () => new Date(nowMs).toISOString() };
  const random = seededRandom("gefo", clock);
  const cipher = createCipher(new Uint8Array(32).fill(7));
  const uow = pgUnitOfWork(database.db, (sql) => {
    const coop: BoundCoop = bindCoopPg(sql, { clock, random, cifra: cipher, corsieDi: () => 1 });
    return { stores: bindPg(sql, coop), beforeCommit: coop.beforeCommit };
  });
  const coop = (): never => {
    throw new Error("una prova di una fetta non guarda i flussi");
  };
  const parte = createGefo(
    { clock, random, cipher, uow, coop },
    {
      ...{ regione: LOMBARDIA, regole: opzioni.regole ?? REGOLE_GEFO_2014 },
      ...{ antivirus: antivirusDiProva, stampa: stampaDiProva },
      profilazione: opzioni.profilazione ?? profilazioneSimulata,
      ...{ durc: opzioni.durc ?? durcSimulato(), iban: opzioni.iban ?? ibanSimulato },
      ...{ operatori: operatoriDiEsempio(LOMBARDIA), stanziamentoCents: STANZIAMENTO_CENTS },
      ...(opzioni.vettori === undefined ? {} : { vettori: opzioni.vettori }),
    },
  );
  await parte.allAvvio?.();
  return {
    ...{ parte, uow, sql: database.db.sql, uuid: () => random.uuid() },
    oggi: () => clock.now().slice(0, 10) as CivilDate,
    avanza: (days) => {
      nowMs += days * DAY_MS;
    },
    alle: (hour) => {
      nowMs = Math.floor(nowMs / DAY_MS) * DAY_MS + hour * HOUR_MS;
    },
    lavora: async (nome) => {
      const lavoro = parte.lavori?.find((uno) => uno.nome === nome);
      if (lavoro === undefined) throw new Error(`nessun lavoro si chiama ${nome}`);
      await lavoro.esegui();
    },
    addetto: (operatoreId, funzioni = ["sportello", "legale"]) => ({
      ...{ ruolo: "addetto", id: operatoreId, nome: `Addetto ${operatoreId}` },
      ...{ operatoreId: operatoreId as OperatoreId, funzioni: [...funzioni] },
    }),
    regione: (nome = "Sportello", funzione = "istruttoria") => ({
      ...{ ruolo: "regione", id: `${funzione}/${nome}`, nome, regione: LOMBARDIA, funzione },
    }),
    come: (soggetto) => clienteDi(parte.operazioni, parte.implementazione, soggetto),
    ricevi: (tipo, corpo) => ricevi({ parte, uow }, tipo, corpo),
    sqlDiretto: (text) => diretto(database.db.pool, text),
    sigilla: (testo) => cipher.seal(testo),
    close: database.close,
  };
}

async function diretto(pool: Database["pool"], text: string): Promise<readonly unknown[]> {
  const client = await pool.connect();
  try {
    const esito: unknown = await client.query(text);
    const ultimo = (Array.isArray(esito) ? esito.at(-1) : esito) as { rows: readonly unknown[] };
    return ultimo.rows;
  } finally {
    client.release();
  }
}

let people = 0;

/** A giovane who chose this operatore: the case is on the desk, nobody has called yet. */
export async function unCaso(
  gefo: GefoDiProva,
  operatoreId: string,
): Promise<Readonly<{ adesioneId: AdesioneId }>> {
  const adesioneId = gefo.uuid() as AdesioneId;
  const day = String((people % 28) + 1).padStart(2, "0");
  const year = 1990 + (Math.floor(people++ / 28) % 9);
  const chi = { nome: "Giulia", cognome: "Vallechiara", sesso: "F" } as const;
  const dataNascita = `${year}-05-${day}` as CivilDate;
  const codiceFiscale = componiCodiceFiscale({ ...chi, dataNascita, luogo: "Z999" });
  await gefo.ricevi("adesione-operatore.v1", {
    ...{ adesioneId, operatoreId, precedenteId: null, dataAdesione: gefo.oggi() },
    anagrafica: { ...chi, dataNascita, codiceFiscale },
    recapiti: { email: "giulia@esempio.it", telefono: "333 1234567" },
    at: `${gefo.oggi()}T08:00:00.000Z`,
  });
  return { adesioneId };
}

/** So many cases of one operatore with the patto signed, written at once. */
export async function semina(
  gefo: GefoDiProva,
  quanti: number,
  operatoreId: string,
): Promise<readonly AdesioneId[]> {
  const adesioni = Array.from({ length: quanti }, () => gefo.uuid() as AdesioneId);
  const oggi = gefo.oggi();
  const caso = (adesioneId: AdesioneId): Caso => ({
    ...{ adesioneId, operatoreId: operatoreId as OperatoreId, dataAdesione: oggi },
    ...{ assegnatoAt: `${oggi}T08:00:00.000Z` as Instant, stato: "patto", statoAdesione: "A" },
    ...{ tentativi: 2, assenze: [], convocatoOn: oggi, colloquioOn: oggi },
    patto: { data: oggi, fascia: 2, profilazioneId: adesioneId, documentoId: adesioneId },
    ...{ dote: null, nonPresa: null, identita: null, requisiti: [], profilata: null },
    ...{ tutela: null, preavviso: null, precedenti: [], version: 1 },
  });
  const chi = { nome: "Giulia", cognome: "Vallechiara", sesso: "F" } as const;
  const dataNascita = "1994-05-14" as CivilDate;
  const codiceFiscale = componiCodiceFiscale({ ...chi, dataNascita, luogo: "Z999" });
  const persona = {
    anagrafica: { ...chi, dataNascita, codiceFiscale },
    recapiti: { email: "giulia@esempio.it", telefono: "333 1234567" },
  };
  const personaSigillata = gefo.sigilla(JSON.stringify(persona));
  await gefo.uow.transaction(async (stores) => {
    for (const adesioneId of adesioni) {
      await stores.casi.insert({
        ...{ adesioneId, operatoreId, nome: chi.nome, cognome: chi.cognome },
        ...{ personaSigillata, stato: "patto", vista: "dote-da-inviare", entro: null },
        ...{ ultimoContatto: null, avviso: null, caso: caso(adesioneId) },
      });
      await stores.piani.insert({
        ...{ adesioneId, operatoreId, version: 1 },
        righe: [{ misura: "7-1", oreUnita: 5, erogatoreId: null }],
        ...{ aggiornatoAt: `${oggi}T08:00:00.000Z`, aggiornatoDa: "prova" },
      });
    }
  });
  return adesioni;
}

/** The answer that a test counts on. */
export async function buona<T>(risposta: Promise<Risposta<T>>): Promise<T> {
  const esito = await risposta;
  if (!esito.ok) throw new Error(JSON.stringify(esito.problema));
  return esito.valore;
}

const MATTINA = 7;
const SERA = 20;

/**
 * A case with its dote confirmed and its money committed; the services in the order asked. It is done in
 * the morning, and the day is over when it returns: the hours of that day may be written.
 */
export async function conDote(
  gefo: GefoDiProva,
  operatoreId: string,
  servizi: readonly Readonly<{ misura: string; oreUnita: number; erogatoreId?: string }>[],
): Promise<Readonly<{ adesioneId: AdesioneId; servizi: readonly string[] }>> {
  gefo.alle(MATTINA);
  const { adesioneId } = await unCaso(gefo, operatoreId);
  await unPatto(gefo, operatoreId, adesioneId);
  fatto(await inviaPiano(gefo, operatoreId, adesioneId, servizi));
  const at = `${gefo.oggi()}T10:00:00.000Z`;
  await gefo.ricevi("notizia-adesione.v1", {
    ...{ adesioneId, stato: "P", notizia: "presa-confermata", at },
  });
  gefo.alle(SERA);
  const { dote } = await buona(gefo.come(gefo.addetto(operatoreId)).caso({ adesioneId }));
  return { adesioneId, servizi: (dote?.servizi ?? []).map(({ servizioId }) => servizioId) };
}

const fatto = (esito: Readonly<{ ok: boolean }>): void => {
  if (!esito.ok) throw new Error(JSON.stringify(esito));
};

/** Called and met today: the next step is the patto. */
export async function colloquio(
  gefo: GefoDiProva,
  operatoreId: string,
  adesioneId: string,
): Promise<void> {
  const io = gefo.come(gefo.addetto(operatoreId));
  const quando = { canale: "telefono", giorno: gefo.oggi(), ora: "07:30" };
  for (const esito of ["convocato", "colloquio"])
    fatto(await io.registraContatto({ chiave: gefo.uuid(), adesioneId, esito, ...quando }));
}

/** Identity, requisites and class of an adult: only the patto is missing. */
export async function verifiche(
  gefo: GefoDiProva,
  operatoreId: string,
  adesioneId: string,
): Promise<void> {
  const io = gefo.come(gefo.addetto(operatoreId));
  const base = () => ({ chiave: gefo.uuid(), adesioneId });
  const dataVerifica = gefo.oggi();
  const scadenza = addDays(dataVerifica, 3650);
  const carta = { documento: "carta-identita", scadenza, dataVerifica };
  fatto(await io.verificaIdentita({ ...base(), ...carta }));
  fatto(await io.verificaRequisiti({ ...base(), dataVerifica, prove: ["dichiarazione-445"] }));
  const dati = { titolo: "diploma", condizione: "disoccupato", presenza: "nato" };
  fatto(await io.profila({ ...base(), ...dati, provincia: "MI" }));
}

/** Everything that the patto needs, and the patto. */
export async function unPatto(
  gefo: GefoDiProva,
  operatoreId: string,
  adesioneId: string,
): Promise<void> {
  await colloquio(gefo, operatoreId, adesioneId);
  await verifiche(gefo, operatoreId, adesioneId);
  const io = gefo.come(gefo.addetto(operatoreId));
  const firma = { dataPatto: gefo.oggi(), firmaGiovane: true };
  fatto(await io.firmaPatto({ chiave: gefo.uuid(), adesioneId, ...firma }));
}

/** Draft and sending, as the same person may do both. */
export async function inviaPiano(
  gefo: GefoDiProva,
  operatoreId: string,
  adesioneId: string,
  righe: readonly Readonly<{ misura: string; oreUnita: number; erogatoreId?: string }>[],
) {
  const io = gefo.come(gefo.addetto(operatoreId));
  const piano = await io.piano({ adesioneId });
  if (!piano.ok) return piano;
  const { version } = piano.valore;
  const salvato = await io.salvaPiano({ chiave: gefo.uuid(), adesioneId, version, righe });
  if (!salvato.ok) return salvato;
  return io.inviaDote({ chiave: gefo.uuid(), adesioneId, ...salvato.valore });
}
