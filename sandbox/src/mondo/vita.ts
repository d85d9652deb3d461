import { clienteDi, type Problema, type Risposta, type Soggetto } from "@staffetta/contracts";
import type { CivilDate, CodiceRegione, Instant } from "@staffetta/domain";
import { dayInRome } from "@staffetta/domain";
import type { Random } from "@staffetta/platform";
import type { Sorte } from "../popolazione/caso.ts";
import type { BorsaLavoro, Cliclavoro, Federazione, Gefo, NodoSimulato } from "./federazione.ts";
import { Crollo, type Guasti } from "./guasti.ts";
import { type Orario, quandoCe } from "./orari.ts";
import type { Tempo } from "./tempo.ts";

/** What people do needs: the federation, time, chance; and a count of what they were refused. */
export interface Scena {
  readonly federazione: Federazione;
  readonly tempo: Tempo;
  readonly guasti: Guasti;
  readonly sorte: Sorte;
  readonly random: Random;
  readonly rifiuti: Map<string, number>;
}

export const DAY_MS = 86_400_000;
const RETRY_DOWN_MS = 5 * 60_000;
const TENTATIVI_MAX = 40;

/** Refusals that time heals: a message is still on its way. */
const PASSEGGERI: ReadonlySet<string> = new Set([
  "urn:staffetta:caso.sconosciuto",
  "urn:staffetta:adesione.sconosciuta",
  "urn:staffetta:servizio.presa-non-confermata",
  "urn:staffetta:adesione.in-conferma",
  "urn:staffetta:operatore.sconosciuto",
]);

export type Fatto<T> = (valore: T) => void;

/**
 * One person does one thing at one node, in the hours of such a person: when the node is down, comes back
 * later; when a message is still on its way, comes back the next day; when the rules say no, gives up.
 */
export function prova<T>(
  scena: Scena,
  nodo: NodoSimulato,
  azione: () => Promise<Risposta<T>>,
  poi: Fatto<T> = () => undefined,
  orario: Orario = "ufficio",
): void {
  const { tempo, guasti, sorte, rifiuti } = scena;
  let tentativi = 0;
  const at = (ms: number): void => tempo.at(quandoCe(ms, orario, sorte), once);
  const again = (ms: number): void => {
    // An operatore whom the giovane has left waits in vain: in the end nobody insists.
    if (tentativi++ < TENTATIVI_MAX) at(tempo.nowMs() + ms);
  };
  const refused = ({ type }: Problema): void => {
    rifiuti.set(type, (rifiuti.get(type) ?? 0) + 1);
    if (PASSEGGERI.has(type)) again(DAY_MS * (0.3 + sorte.int(0, 10) / 10));
  };
  const once = async (): Promise<void> => {
    const upAt = guasti.downUntilMs(nodo.nome);
    if (upAt > tempo.nowMs()) {
      at(upAt + RETRY_DOWN_MS);
      return;
    }
    try {
      const risposta = await azione();
      if (risposta.ok) poi(risposta.valore);
      else refused(risposta.problema);
    } catch (error) {
      if (!(error instanceof Crollo)) throw error;
      // The process died under this request: whoever asked does not know whether it was done.
      nodo.crolla();
      again(RETRY_DOWN_MS);
    }
  };
  at(tempo.nowMs());
}

const soggettoGiovane = (
  identita: Extract<Soggetto, { ruolo: "giovane" }>["identita"],
): Soggetto => ({
  ...{ ruolo: "giovane", nome: `${identita.nome} ${identita.cognome}`, identita },
});

type Identita = Parameters<typeof soggettoGiovane>[0];

export const comeGiovane = (nodo: BorsaLavoro, identita: Identita) =>
  clienteDi(nodo.parte.operazioni, nodo.parte.implementazione, soggettoGiovane(identita));
export const comeGiovaneNazionale = (nodo: Cliclavoro, identita: Identita) =>
  clienteDi(nodo.parte.operazioni, nodo.parte.implementazione, soggettoGiovane(identita));

export const comeAddetto = ({ parte }: Gefo, operatoreId: string) =>
  clienteDi(parte.operazioni, parte.implementazione, {
    ...{ ruolo: "addetto", id: operatoreId, nome: "Addetto simulato" },
    operatoreId: operatoreId as never,
    funzioni: ["sportello", "legale"],
  });
export const comeSistemaInGefo = ({ parte }: Gefo) =>
  clienteDi(parte.operazioni, parte.implementazione, { ruolo: "sistema", nome: "importazione" });
export const comeRegioneInGefo = ({ parte }: Gefo, regione: CodiceRegione) =>
  clienteDi(parte.operazioni, parte.implementazione, {
    ...{ ruolo: "regione", id: "verifica", nome: "Verifica simulata", regione },
    funzione: "istruttoria",
  });

const ROME_TIME = new Intl.DateTimeFormat("en-GB", {
  ...{ timeZone: "Europe/Rome", hour: "2-digit", minute: "2-digit" },
});

/** The civil day and time that this node's wall clock shows. */
export function oraDi(nodo: NodoSimulato): { giorno: CivilDate; ora: string } {
  const now = nodo.now() as Instant;
  return { giorno: dayInRome(now), ora: ROME_TIME.format(Date.parse(now)) };
}

export const borsaDi = ({ federazione }: Scena, regione: CodiceRegione): BorsaLavoro =>
  must(federazione.borse.get(regione), regione);
export const gefoDi = ({ federazione }: Scena, regione: CodiceRegione): Gefo =>
  must(federazione.gefi.get(regione), regione);

function must<T>(value: T | undefined, regione: string): T {
  if (value === undefined) throw new Error(`La regione ${regione} non è nella federazione`);
  return value;
}
