import type { CodiceMisura, EsitoPolitica } from "../politica-attiva/misure.ts";
import { MISURE } from "../politica-attiva/misure.ts";
import type { MotivoNonPresa } from "../presa-in-carico/contatto.ts";
import {
  CONTATTI_DA_VERIFICARE,
  REGOLE_CONTATTI_2014,
  type RegoleContatti,
} from "./regole-contatti.ts";
import { REGOLE_PRESA_2014, type RegolePresa } from "./regole-presa.ts";
import { REGOLE_RENDICONTO_2014, type RegoleRendiconto } from "./regole-rendiconto.ts";

/** Aid-intensity band of the profiling: 1 needs least help, 4 most. */
export type Fascia = 1 | 2 | 3 | 4;

/** One value of the notice with where it comes from; `daVerificare` = not yet read in the notice itself. */
export interface RegolaMisura {
  readonly unita: "ora" | "risultato";
  readonly tariffaCents: number;
  /** Takes the place of the tariff where the amount depends on how much help a person needs. */
  readonly tariffaFasciaCents?: Readonly<Record<Fascia, number>>;
  readonly unitaMax: number;
  readonly importoMaxCents: number;
  /** Outcomes that give right to a payment by result; null = paid for the hours delivered. */
  readonly esitiPagati: readonly EsitoPolitica[] | null;
}

/** The part of the programme's pack that governs Gefo: terms, caps, grounds of a NON presa in carico. */
export interface RegoleGefo {
  readonly id: string;
  readonly validoDal: string;
  readonly termini: {
    /** From the adesione to the convocation; then all are told. */
    readonly convocazioneDays: number;
    /** From the convocation to the interview. */
    readonly incontroDays: number;
    /** From the interview to the patto. */
    readonly pattoDays: number;
    /** From the patto to the sending of the dote. */
    readonly doteDays: number;
    /** From the patto to the first service. */
    readonly primoServizioMonths: number;
    /** From the end of a service to its rendicontazione. */
    readonly rendicontazioneDays: number;
    /** Without any fact for so long, a path that is running is asked about. */
    readonly fermoDays: number;
    /** From the day on which a path is to be closed to its closing. */
    readonly chiusuraDays: number;
    /** How long a dote lasts from its sending, by fascia. */
    readonly durataDoteMonths: Readonly<Record<Fascia, number>>;
  };
  readonly massimaliFasciaCents: Readonly<Record<Fascia, number>>;
  readonly misure: Readonly<Record<CodiceMisura, RegolaMisura>>;
  /** In which steps of a case each reason may be given, and after how many recorded contacts. */
  readonly motiviNonPresa: Readonly<Record<MotivoNonPresa, PresuppostoNonPresa>>;
  /** True: when a giovane abandons a service, those of the dote not yet started are given up too. */
  readonly abbandonoChiudePianificati: boolean;
  readonly contatti: RegoleContatti;
  readonly rendiconto: RegoleRendiconto;
  readonly presa: RegolePresa;
  /** Paths of the values above that must still be read in the notice before real use. */
  readonly daVerificare: readonly string[];
}

export interface PresuppostoNonPresa {
  readonly stati: readonly ("da-convocare" | "convocato" | "colloquio" | "patto")[];
  readonly tentativiMin: number;
}

const perOra = (misura: CodiceMisura, unitaMax: number): RegolaMisura => {
  const { tariffaCents } = MISURE[misura];
  const importoMaxCents = tariffaCents * unitaMax;
  return { unita: "ora", tariffaCents, unitaMax, importoMaxCents, esitiPagati: null };
};

const aRisultato = (misura: CodiceMisura, esitiPagati: readonly EsitoPolitica[]): RegolaMisura => {
  const { tariffaCents } = MISURE[misura];
  return {
    unita: "risultato",
    tariffaCents,
    unitaMax: 1,
    importoMaxCents: tariffaCents,
    esitiPagati,
  };
};

/** By result, so much in each band; the cap is the dearest. */
const aFascia = (
  misura: CodiceMisura,
  esitiPagati: readonly EsitoPolitica[],
  tariffaFasciaCents: Readonly<Record<Fascia, number>>,
): RegolaMisura => ({
  ...aRisultato(misura, esitiPagati),
  ...{ tariffaFasciaCents, importoMaxCents: Math.max(...Object.values(tariffaFasciaCents)) },
});

/** What one unit of a measure is worth for somebody of this band. */
export const tariffaDi = (
  { tariffaCents, tariffaFasciaCents }: RegolaMisura,
  fascia: Fascia,
): number => tariffaFasciaCents?.[fascia] ?? tariffaCents;

const PRIMA_DELLA_DOTE = ["da-convocare", "convocato", "colloquio", "patto"] as const;

/**
 * Reference pack: the 2014 notice of Garanzia Giovani as far as it is known.
 * @source DOMAIN §2.1 (60 days, 4 months), §3.2 (length of a dote), §3.3 (measures and hours)
 */
export const REGOLE_GEFO_2014: RegoleGefo = {
  id: "garanzia-giovani-2014/gefo",
  validoDal: "2014-10-16",
  termini: {
    convocazioneDays: 60,
    incontroDays: 30,
    pattoDays: 30,
    doteDays: 15,
    primoServizioMonths: 4,
    rendicontazioneDays: 60,
    fermoDays: 60,
    chiusuraDays: 30,
    durataDoteMonths: { 1: 3, 2: 6, 3: 6, 4: 6 },
  },
  massimaliFasciaCents: { 1: 400_000, 2: 500_000, 3: 600_000, 4: 800_000 },
  misure: {
    "1-B": perOra("1-B", 2),
    "1-C": perOra("1-C", 8),
    "2-A": { ...perOra("2-A", 200), importoMaxCents: 400_000 },
    // The row of a contract of six to twelve months: what any result that is paid is worth at least.
    "3": aFascia("3", ["conclusa-con-contratto"], { 1: 60_000, 2: 80_000, 3: 100_000, 4: 120_000 }),
    // To who promotes the traineeship.
    "5": aFascia("5", ["conclusa", "conclusa-con-contratto"], {
      ...{ 1: 20_000, 2: 30_000, 3: 40_000, 4: 50_000 },
    }),
    "7-1": perOra("7-1", 80),
  },
  motiviNonPresa: {
    "requisiti-mancanti": { stati: PRIMA_DELLA_DOTE, tentativiMin: 0 },
    // Who is looked for, or does not come: the attempts are those of the plan of contacts.
    "mancata-presentazione": { stati: ["convocato"], tentativiMin: 0 },
    "patto-non-firmato": { stati: ["colloquio"], tentativiMin: 1 },
    "rifiuto-del-giovane": { stati: PRIMA_DELLA_DOTE, tentativiMin: 0 },
    irreperibile: { stati: ["da-convocare", "convocato"], tentativiMin: 0 },
    // Never a choice of the addetto: the desk of the Region gives it.
    "operatore-fermato": { stati: [], tentativiMin: 0 },
  },
  abbandonoChiudePianificati: true,
  contatti: REGOLE_CONTATTI_2014,
  rendiconto: REGOLE_RENDICONTO_2014,
  presa: REGOLE_PRESA_2014,
  daVerificare: [
    ...CONTATTI_DA_VERIFICARE,
    ...REGOLE_RENDICONTO_2014.daVerificare.map((una) => `rendiconto.${una}`),
    ...REGOLE_PRESA_2014.daVerificare,
    "termini.incontroDays",
    "termini.pattoDays",
    "termini.doteDays",
    "termini.rendicontazioneDays",
    "termini.fermoDays",
    "termini.chiusuraDays",
    "massimaliFasciaCents",
    "misure",
    "motiviNonPresa",
    "abbandonoChiudePianificati",
  ],
};
