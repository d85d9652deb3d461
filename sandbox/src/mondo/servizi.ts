import type { Risposta } from "@staffetta/contracts";
import { addDays, type CivilDate, type CodiceMisura, weekdayOf } from "@staffetta/domain";
import { comunicazioniDi } from "./comunicazioni.ts";
import type { Gefo } from "./federazione.ts";
import type { Vita } from "./giovane.ts";
import {
  type comeAddetto,
  comeRegioneInGefo,
  comeSistemaInGefo,
  DAY_MS,
  oraDi,
  prova,
  type Scena,
} from "./vita.ts";

export interface LavoroServizio {
  readonly scena: Scena;
  readonly vita: Vita;
  readonly gefo: Gefo;
  readonly adesioneId: string;
  readonly operatoreId: string;
  readonly addetto: ReturnType<typeof comeAddetto>;
}

export interface ServizioDaFare {
  readonly servizioId: string;
  readonly misura: CodiceMisura;
  readonly oreUnita: number;
  readonly breve: boolean;
}

interface Passo {
  readonly azione: () => Promise<Risposta<unknown>>;
  readonly days: number;
}

const RELAZIONE = new TextEncoder().encode("%PDF-1.7 relazione finale");
const ORE_GIORNO = 8;
const SUNDAY = 6;
const SLOT = [8, 10, 12, 14, 16] as const;

const hour = (h: number): string => `${String(h).padStart(2, "0")}:00`;

/** The hours of a service, a working day after the other, as a CSV; `slot` moves those of one day. */
function registroCsv(dal: CivilDate, ore: number, slot: number, professionista: string): string {
  const righe = ["giorno,dalle,alle,professionista"];
  let giorno = ore > ORE_GIORNO ? addDays(dal, 1) : dal;
  for (let rest = ore; rest > 0; giorno = addDays(giorno, 1)) {
    if (weekdayOf(giorno) === SUNDAY) continue;
    const quante = Math.min(rest, ORE_GIORNO);
    const from = ore > ORE_GIORNO ? 9 : (SLOT[slot] ?? 8);
    righe.push(`${giorno},${hour(from)},${hour(from + quante)},${professionista}`);
    rest -= quante;
  }
  return righe.join("\n");
}

/** The professional may be busy: another hour, then the other professional. */
async function scriviRegistro(
  { scena, addetto, operatoreId }: LavoroServizio,
  { servizioId }: ServizioDaFare,
  { dal, ore, primo }: Readonly<{ dal: CivilDate; ore: number; primo: number }>,
): Promise<Risposta<unknown>> {
  for (let tentativo = 0; ; tentativo++) {
    const chi = `${operatoreId}/${1 + (tentativo % 2)}`;
    const csv = registroCsv(dal, ore, (primo + tentativo) % SLOT.length, chi);
    const risposta = await addetto.importaRegistro({
      ...{ chiave: scena.random.uuid(), servizioId },
      file: { nome: "registro.csv", contenuto: new TextEncoder().encode(csv) },
    });
    if (!risposta.ok || tentativo >= SLOT.length) return risposta;
    if (risposta.valore.righe.every(({ esito }) => esito !== "rifiutata")) return risposta;
  }
}

const TAGLIO_SHARE = 0.08;

/** The desk looks at everything, and now and then cuts the first line by a tenth. */
async function verificaUna(
  { gefo, addetto, vita }: LavoroServizio,
  servizioId: string,
  { chiave, taglia }: Readonly<{ chiave: string; taglia: boolean }>,
): Promise<Risposta<unknown>> {
  const lette = await addetto.rendicontazioniServizio({ servizioId });
  if (!lette.ok) return lette;
  const una = lette.valore.rendicontazioni.find(({ stato }) => stato === "presentata");
  if (una === undefined) return { ok: true, valore: null };
  const [prima] = una.voci;
  const importoCents = Math.floor((prima?.importoCents ?? 0) / 10);
  const tagli =
    taglia && prima !== undefined && importoCents > 0
      ? [{ riferimento: prima.riferimento, importoCents, motivo: "firma-mancante" }]
      : [];
  const desk = comeRegioneInGefo(gefo, vita.regione);
  const controlli = Object.keys(una.controlli);
  const { rendicontazioneId } = una;
  return desk.verificaRendicontazione({ chiave, rendicontazioneId, controlli, tagli });
}

/** One after the other, each so many days after the one before. */
function inFila({ scena, gefo }: LavoroServizio, passi: readonly Passo[]): void {
  const [primo, ...resto] = passi;
  if (primo === undefined) return;
  scena.tempo.after(primo.days * DAY_MS, async () =>
    prova(scena, gefo, primo.azione, () => inFila({ scena, gefo } as LavoroServizio, resto)),
  );
}

function passiRegistro(
  lavoro: LavoroServizio,
  servizio: ServizioDaFare,
  inizio: () => CivilDate,
): readonly Passo[] {
  const { scena, gefo, addetto, adesioneId, vita } = lavoro;
  const { servizioId, oreUnita, breve } = servizio;
  const ore = vita.percorso.abbandona && !breve ? Math.floor(oreUnita / 2) : oreUnita;
  const primo = scena.sorte.int(0, SLOT.length - 1);
  const [giovane, professionista, chiave] = Array.from({ length: 3 }, () => scena.random.uuid());
  const firma = (chi: string, quale: string | undefined): Passo => ({
    days: 0,
    azione: () =>
      addetto.firmaRegistro({
        ...{ chiave: quale, servizioId, chi, dal: inizio(), al: oraDi(gefo).giorno },
      }),
  });
  const file = { nome: "relazione.pdf", contenuto: RELAZIONE };
  return [
    // The hours of the last day are over on the day after.
    { days: 1, azione: () => scriviRegistro(lavoro, servizio, { dal: inizio(), ore, primo }) },
    ...[firma("giovane", giovane), firma("professionista", professionista)],
    {
      days: 0,
      azione: () =>
        addetto.caricaAllegato({
          chiave,
          adesioneId,
          servizioId,
          titolo: "Relazione finale",
          file,
        }),
    },
  ];
}

function passiComunicazioni(lavoro: LavoroServizio, misura: CodiceMisura, inizio: () => CivilDate) {
  const { scena, gefo, vita } = lavoro;
  const { codiceFiscale } = vita.giovane.anagrafica;
  const sistema = comeSistemaInGefo(gefo);
  return comunicazioniDi(scena, misura).map(
    (una): Passo => ({
      days: 0,
      azione: () =>
        sistema.importaComunicazione({
          ...{ ...una, codiceFiscale, dal: addDays(inizio(), una.dal) },
          al: una.al === null ? null : addDays(inizio(), una.al),
        }),
    }),
  );
}

const DURATA_TIROCINIO_DAYS = 60;

function passiFine(
  lavoro: LavoroServizio,
  { servizioId, misura, breve }: ServizioDaFare,
): readonly Passo[] {
  const { scena, gefo, addetto, vita } = lavoro;
  const { percorso } = vita;
  const chiavi = Array.from({ length: 3 }, () => scena.random.uuid());
  const [fine = "", conto = "", chiave = ""] = chiavi;
  const esito = percorso.abbandona && !breve ? "abbandonata" : "conclusa-con-contratto";
  const durata = percorso.durataDays + (misura === "5" ? DURATA_TIROCINIO_DAYS : 0);
  const taglia = scena.sorte.chance(TAGLIO_SHARE);
  const concludi: Passo = {
    days: breve ? 1 : durata,
    azione: () =>
      addetto.concludiServizio({ chiave: fine, servizioId, dataFine: oraDi(gefo).giorno, esito }),
  };
  if (percorso.maiChiuso && !breve) return [concludi, chiudiTardi(lavoro, chiave)];
  return [
    concludi,
    {
      days: scena.sorte.int(1, 20),
      azione: () => addetto.rendiconta({ chiave: conto, servizioId }),
    },
    {
      days: scena.sorte.int(3, 40),
      azione: () => verificaUna(lavoro, servizioId, { chiave, taglia }),
    },
  ];
}

const TARDI_DAYS = 45;

/** Nobody reports, the list says so, and in the end somebody lets the giovane go. */
const chiudiTardi = ({ addetto, adesioneId }: LavoroServizio, chiave: string): Passo => ({
  days: TARDI_DAYS,
  azione: () => addetto.chiudiPercorsi({ chiave, adesioni: [adesioneId], esito: "conclusa" }),
});

/** A service from its start to its verification: register or contract, evidence, report. */
export function servi(lavoro: LavoroServizio, servizio: ServizioDaFare): void {
  const { scena, gefo, addetto } = lavoro;
  const { servizioId, misura } = servizio;
  const chiave = scena.random.uuid();
  let dataInizio: CivilDate | null = null;
  const inizio = (): CivilDate => dataInizio ?? oraDi(gefo).giorno;
  const avvia: Passo = {
    days: 0,
    azione: () => {
      dataInizio ??= oraDi(gefo).giorno;
      return addetto.avviaServizio({ chiave, servizioId, dataInizio });
    },
  };
  const aOre = misura !== "3" && misura !== "5";
  const [concludi, ...dopo] = passiFine(lavoro, servizio);
  const prove = aOre
    ? passiRegistro(lavoro, servizio, inizio)
    : passiComunicazioni(lavoro, misura, inizio);
  inFila(lavoro, [avvia, ...(concludi ? [concludi] : []), ...prove, ...dopo]);
}
