import assert from "node:assert/strict";
import {
  clienteDi,
  type FunzioneOperatore,
  type FunzioneRegione,
  type Risposta,
  type Soggetto,
} from "@staffetta/contracts";
import {
  type CivilDate,
  type CodiceRegione,
  componiCodiceFiscale,
  dayInRome,
  type Instant,
} from "@staffetta/domain";
import { seededRandom } from "@staffetta/platform";
import {
  type BorsaLavoro,
  createFederazione,
  type Federazione,
  type Gefo,
  type Ministero,
  type OpzioniFederazione,
} from "../mondo/federazione.ts";
import { createGuasti } from "../mondo/guasti.ts";
import { inMemoria } from "../mondo/magazzino.ts";
import { createTempo, type Tempo } from "../mondo/tempo.ts";
import { comeGiovane, comeGiovaneNazionale, DAY_MS } from "../mondo/vita.ts";

/** A person of a story: invented, as every name in this product. */
export interface Personaggio {
  readonly nome: string;
  readonly cognome: string;
  readonly sesso: "F" | "M";
  readonly dataNascita: string;
}

export const unaPersona = (
  nome: string,
  cognome: string,
  sesso: "F" | "M",
  dataNascita: string,
): Personaggio => ({ nome, cognome, sesso, dataNascita });

/** The stage of a life story: the real nodes in one process, on simulated time, and nobody unlucky. */
export interface Palco {
  readonly federazione: Federazione;
  /** The civil day in Rome, and the time of day that the stories use. */
  oggi(): CivilDate;
  readonly ora: string;
  /** So many days and nights: each node does its nightly work. */
  giorni(n: number): Promise<void>;
  /** A key for one form. */
  chiave(): string;
  giovane(chi: Personaggio): ReturnType<typeof comeGiovane> & Readonly<{ identita: Identita }>;
  giovaneNazionale(chi: Personaggio): ReturnType<typeof comeGiovaneNazionale>;
  operatore(id: string, ...funzioni: FunzioneOperatore[]): GefoDi;
  regioneInGefo(funzione: FunzioneRegione, nome?: string): GefoDi;
  revisoreInGefo(dal: string, al: string): GefoDi;
  /** Another system that tells Gefo something, such as the mandatory communications. */
  sistemaInGefo(): GefoDi;
  regioneInBorsa(): BorsaDi;
  ministero(): MinisteroDi;
}

const LOMBARDIA = "10" as CodiceRegione;
const INIZIO = "2014-11-03T09:00:00Z";
const STEPS_MAX = 200_000;
const LUOGO_INVENTATO = "Z999";

const identitaDi = ({ nome, cognome, sesso, dataNascita }: Personaggio) => {
  const nascita = dataNascita as CivilDate;
  const chi = { nome, cognome, sesso, dataNascita: nascita };
  return { ...chi, codiceFiscale: componiCodiceFiscale({ ...chi, luogo: LUOGO_INVENTATO }) };
};
type Identita = ReturnType<typeof identitaDi>;

const comeGefo = ({ parte }: Gefo, soggetto: Soggetto) =>
  clienteDi(parte.operazioni, parte.implementazione, soggetto);
const comeBorsa = ({ parte }: BorsaLavoro, soggetto: Soggetto) =>
  clienteDi(parte.operazioni, parte.implementazione, soggetto);
const comeMinistero = ({ parte }: Ministero, soggetto: Soggetto) =>
  clienteDi(parte.operazioni, parte.implementazione, soggetto);
type GefoDi = ReturnType<typeof comeGefo>;
const NOMI = { sportello: "Sportello", legale: "Legale", erogatore: "Erogatore" } as const;
type BorsaDi = ReturnType<typeof comeBorsa>;
type MinisteroDi = ReturnType<typeof comeMinistero>;

/** The value of an answer; a refusal makes the story false. */
export function vale<T>(risposta: Risposta<T>): T {
  assert.ok(risposta.ok, risposta.ok ? "" : JSON.stringify(risposta.problema));
  return risposta.valore;
}

/** The refusal that the story tells of; @returns what the person reads. */
export function rifiuta(risposta: Risposta<unknown>, tipo: string): string {
  assert.ok(!risposta.ok, `ci si aspettava il rifiuto ${tipo}`);
  assert.equal(risposta.problema.type, `urn:staffetta:${tipo}`);
  return `${risposta.problema.title}. ${risposta.problema.detail}`;
}

async function unaNotte({ borse, gefi }: Federazione, tempo: Tempo): Promise<void> {
  await tempo.runUntil(tempo.nowMs() + DAY_MS);
  for (const { parte } of [...borse.values(), ...gefi.values()])
    for (const { esegui } of parte.lavori ?? []) await esegui();
  await tempo.runDry(STEPS_MAX);
}

export async function apriPalco(
  opzioni: Partial<Pick<OpzioniFederazione, "stanziamentoCents">> = {},
): Promise<Palco> {
  const tempo = createTempo(Date.parse(INIZIO));
  const nodi = ["cliclavoro", "ministero", "borsalavoro-10", "gefo-10"];
  const federazione = await createFederazione({
    ...{ seed: "racconto", tempo, magazzino: inMemoria(), regioni: [LOMBARDIA] },
    ...{ stanziamentoCents: 1_000_000_00, ...opzioni },
    guasti: createGuasti({ random: seededRandom(1), tempo, nodi, attivi: [] }),
  });
  await tempo.runDry(STEPS_MAX);
  const borsa = federazione.borse.get(LOMBARDIA);
  const gefo = federazione.gefi.get(LOMBARDIA);
  if (borsa === undefined || gefo === undefined) throw new Error("Manca la Lombardia");
  let keys = 0;
  return {
    federazione,
    oggi: () => dayInRome(new Date(tempo.nowMs()).toISOString() as Instant),
    ora: "10:00",
    giorni: async (n) => {
      await tempo.runDry(STEPS_MAX);
      for (let i = 0; i < n; i++) await unaNotte(federazione, tempo);
    },
    chiave: () => `00000000-0000-4000-8000-${String(++keys).padStart(12, "0")}`,
    giovane: (chi) => {
      const identita = identitaDi(chi);
      // Its operations stand behind it, hence it is not copied.
      return Object.assign(comeGiovane(borsa, identita), { identita });
    },
    giovaneNazionale: (chi) => comeGiovaneNazionale(federazione.cliclavoro, identitaDi(chi)),
    operatore: (id, ...funzioni) =>
      comeGefo(gefo, {
        ...{ ruolo: "addetto", id: `${id}/${funzioni.join("+")}`, operatoreId: id as never },
        nome: `${NOMI[funzioni[0] ?? "sportello"]} di ${id}`,
        funzioni: funzioni as [FunzioneOperatore, ...FunzioneOperatore[]],
      }),
    regioneInGefo: (funzione, nome = `Regione, ${funzione}`) =>
      comeGefo(gefo, { ruolo: "regione", id: nome, nome, regione: LOMBARDIA, funzione }),
    revisoreInGefo: (dal, al) =>
      comeGefo(gefo, {
        ...{ ruolo: "revisore", id: "revisore", nome: "Revisore", regione: LOMBARDIA },
        ...{ dal: dal as CivilDate, al: al as CivilDate },
      }),
    sistemaInGefo: () => comeGefo(gefo, { ruolo: "sistema", nome: "Comunicazioni obbligatorie" }),
    regioneInBorsa: () =>
      comeBorsa(borsa, {
        ...{ ruolo: "regione", id: "sportello", nome: "Sportello", regione: LOMBARDIA },
        funzione: "istruttoria",
      }),
    ministero: () =>
      comeMinistero(federazione.ministero, { ruolo: "ministero", nome: "Monitoraggio" }),
  };
}
