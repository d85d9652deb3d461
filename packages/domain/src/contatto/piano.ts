import type { RegoleContatti } from "../pacchetto/regole-contatti.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import {
  CANALI_CONTATTO,
  type CanaleContatto,
  type EsitoContatto,
} from "../presa-in-carico/contatto.ts";
import { addDays, type CivilDate, dayInRome, type Instant } from "../time.ts";
import { assenzaAperta, giustificabileEntro } from "./assenza.ts";

/** What comes next with a giovane who has not been met yet. */
export const PASSI_PIANO = {
  tentativo: "Chiama la persona",
  convocazione: "Scrivi la convocazione, con giorno e ora",
  promemoria: "Ricorda l'appuntamento alla persona",
  incontro: "Incontra la persona e registra com'è andata",
  assenza: "Chiedi perché non è venuta",
  "nuova-convocazione": "Convocala di nuovo",
  conclusione: "Decidi: la presa in carico non c'è stata",
} as const;
export type PassoPiano = keyof typeof PASSI_PIANO;

export interface Prossimo {
  readonly passo: PassoPiano;
  readonly entro: CivilDate;
  readonly oltreTermine: boolean;
  /** Attempts so far that count. */
  readonly tentativi: number;
  readonly tentativiMin: number;
  /** How to call: the channels not used yet, as long as too few were. */
  readonly canali: readonly CanaleContatto[];
}

export interface Tentativo {
  readonly at: Instant;
  readonly canale: CanaleContatto;
  readonly esito: EsitoContatto;
}

export interface Situazione {
  readonly caso: Pick<Caso, "stato" | "assegnatoAt" | "dataAdesione" | "convocatoOn" | "assenze">;
  /** Of the present operatore, in any order. */
  readonly contatti: readonly Tentativo[];
  /** When the giovane is expected; null = no appointment. */
  readonly appuntamento: Instant | null;
}

const TUTTI = Object.keys(CANALI_CONTATTO) as CanaleContatto[];
/** At the desk nobody is called: it is where people come. */
const PER_CHIAMARE: readonly CanaleContatto[] = TUTTI.filter((uno) => uno !== "sportello");

/** Outcomes that are an attempt: nobody answers, or nobody comes. */
const TENTATIVI: ReadonlySet<EsitoContatto> = new Set([
  ...(["convocato", "nessuna-risposta", "mancata-presentazione"] as const),
]);

interface Conto {
  readonly tentativi: number;
  readonly usati: ReadonlySet<CanaleContatto>;
  readonly ultimo: Tentativo | null;
}

interface DaContare {
  readonly caso: Pick<Caso, "assenze">;
  readonly contatti: readonly Tentativo[];
}

/** An absence that was explained is no attempt. */
function conta({ caso, contatti }: DaContare): Conto {
  const giustificate = new Set(
    caso.assenze.filter((una) => una.giustificata !== null).map(({ on }) => on),
  );
  const contati = contatti.filter(
    ({ esito, at }) =>
      TENTATIVI.has(esito) &&
      !(esito === "mancata-presentazione" && giustificate.has(dayInRome(at))),
  );
  const usati = contati.map(({ canale }) => canale).filter((uno) => PER_CHIAMARE.includes(uno));
  const ultimo = contatti.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1) ?? null;
  return { tentativi: contati.length, usati: new Set(usati), ultimo };
}

const bastano = ({ tentativi, usati }: Conto, regole: RegoleContatti): boolean =>
  tentativi >= regole.tentativiMin && usati.size >= regole.canaliMin;

/** What was done of the plan, beside what it wants; the reasons of a NON presa ask the same figures. */
export function fattoDelPiano(daContare: DaContare, { tentativiMin, canaliMin }: RegoleContatti) {
  const { tentativi, usati } = conta(daContare);
  return { tentativi, tentativiMin, canali: usati.size, canaliMin };
}

type Deciso = readonly [passo: PassoPiano, entro: CivilDate];

/** Somebody is expected: reminded first, then met. */
function conAppuntamento(appuntamento: Instant, conto: Conto, oggi: CivilDate, days: number) {
  const giorno = dayInRome(appuntamento);
  const dal = addDays(giorno, -days);
  const sentito = conto.ultimo !== null && dayInRome(conto.ultimo.at) >= dal;
  return oggi >= dal && oggi < giorno && !sentito
    ? (["promemoria", giorno] as const)
    : (["incontro", giorno] as const);
}

function dopoAssenza(
  { caso }: Situazione,
  { ultimo }: Conto,
  regole: RegoleContatti,
  oggi: CivilDate,
): Deciso | null {
  const aperta = assenzaAperta(caso);
  if (aperta !== null) {
    const entro = giustificabileEntro(aperta.on, regole);
    return oggi <= entro ? ["assenza", entro] : null;
  }
  const giustificata = caso.assenze.at(-1)?.giustificata;
  if (giustificata === undefined || giustificata === null) return null;
  // Somebody has called again since.
  if (ultimo?.esito !== "mancata-presentazione") return null;
  return ["nuova-convocazione", addDays(giustificata.on, regole.assenza.nuovaConvocazioneDays)];
}

function decidi(
  situazione: Situazione,
  conto: Conto,
  { contatti: regole, termini }: RegoleGefo,
  oggi: CivilDate,
): Deciso {
  const { caso, appuntamento } = situazione;
  if (appuntamento !== null)
    return conAppuntamento(appuntamento, conto, oggi, regole.promemoriaDays);
  const assenza = dopoAssenza(situazione, conto, regole, oggi);
  if (assenza !== null) return assenza;
  const { ultimo } = conto;
  if (ultimo === null) return ["tentativo", addDays(dayInRome(caso.assegnatoAt), regole.primoDays)];
  const on = dayInRome(ultimo.at);
  const ancora = bastano(conto, regole) ? "conclusione" : "tentativo";
  if (caso.stato === "da-convocare")
    return [
      ancora === "conclusione" ? "convocazione" : "tentativo",
      addDays(on, regole.fraTentativiDays),
    ];
  if (ultimo.esito === "raggiunto")
    return ["incontro", addDays(caso.convocatoOn ?? on, termini.incontroDays)];
  const aspetta = addDays(on, regole.rispostaDays);
  if (ultimo.esito === "convocato" && oggi <= aspetta) return ["incontro", aspetta];
  return [ancora, addDays(on, regole.fraTentativiDays)];
}

const DA_INCONTRARE: ReadonlySet<string> = new Set(["da-convocare", "convocato"]);

/**
 * The last day to convene: on the list of the operatore, on the Region's pages, and the day on which the
 * giovane is told. It counts from the adesione, as the one who waits does; an operatore who gets the case
 * when that day is near, or gone, has at least the days of a first attempt.
 */
export function scadenzaContatto(
  { dataAdesione, assegnatoAt }: Pick<Caso, "dataAdesione" | "assegnatoAt">,
  { termini, contatti }: Pick<RegoleGefo, "termini" | "contatti">,
): CivilDate {
  const termine = addDays(dataAdesione, termini.convocazioneDays);
  const primo = addDays(dayInRome(assegnatoAt), contatti.primoDays);
  return termine > primo ? termine : primo;
}

/**
 * What to do next and by when, from what was done. Null: the giovane was met, the plan is over. Before
 * the convocation no day is later than the one on which the plan expires.
 */
export function prossimoContatto(
  situazione: Situazione,
  regole: RegoleGefo,
  oggi: CivilDate,
): Prossimo | null {
  const { caso } = situazione;
  if (!DA_INCONTRARE.has(caso.stato)) return null;
  const conto = conta(situazione);
  const [passo, giorno] = decidi(situazione, conto, regole, oggi);
  const scade = scadenzaContatto(caso, regole);
  const libero = caso.stato !== "da-convocare" || situazione.appuntamento !== null;
  const entro = libero || giorno < scade ? giorno : scade;
  const nuovi = PER_CHIAMARE.filter((canale) => !conto.usati.has(canale));
  const canali = conto.usati.size < regole.contatti.canaliMin ? nuovi : PER_CHIAMARE;
  const { tentativi } = conto;
  const { tentativiMin } = regole.contatti;
  return { ...{ passo, entro, oltreTermine: oggi > entro, tentativi, tentativiMin }, canali };
}
