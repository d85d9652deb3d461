import { LIMITI_DATE } from "../pacchetto/limiti-date.ts";
import { ok, type Result, refuse } from "../result.ts";
import { addDays, addMonths, ageOn, type CivilDate } from "../time.ts";

/**
 * Who acts for a minor.
 * @source DOMAIN §2.2, §2.4 (GEN, TUT, AFF; both parents normally)
 */
export const RELAZIONI_TUTELA = {
  GEN: "genitore",
  TUT: "tutore",
  AFF: "affidatario",
} as const;
export type RelazioneTutela = keyof typeof RELAZIONI_TUTELA;

/** The second parent: agrees, or the first declares why there is no need of asking. */
export const SECONDO_GENITORE = {
  consenso: "l'altro genitore è d'accordo e firma",
  dichiarazione: "dichiaro che l'altro genitore è d'accordo, o che non serve",
} as const;
export type SecondoGenitore = keyof typeof SECONDO_GENITORE;

export interface Tutela {
  readonly relazione: RelazioneTutela;
  /** Null: a guardian alone is enough. */
  readonly secondo: SecondoGenitore | null;
  /** The eighteenth birthday: from here the guardian has no power. */
  readonly maggiorenneOn: CivilDate;
  /** "cessata": eighteen, and has not yet confirmed in person. */
  readonly stato: "attiva" | "avvisata" | "cessata" | "confermata";
}

export type RifiutoTutela =
  | Readonly<{ code: "tutela.manca"; etaYears: number }>
  | Readonly<{ code: "tutela.non-serve"; etaYears: number }>
  | Readonly<{ code: "tutela.tutore-minorenne"; etaYears: number }>
  | Readonly<{ code: "tutela.eta-impossibile"; campo: "dataNascita"; etaYears: number }>
  | Readonly<{ code: "tutela.secondo-genitore-manca" }>
  | Readonly<{ code: "tutela.da-confermare"; maggiorenneOn: CivilDate }>
  | Readonly<{ code: "tutela.niente-da-confermare" }>;

const MAGGIORE_YEARS = 18;

/** Who is born on 29 February becomes eighteen on 1 March, as everywhere in the code. */
export function maggiorenneOn(dataNascita: CivilDate): CivilDate {
  const day = addMonths(dataNascita, MAGGIORE_YEARS * 12);
  return ageOn(dataNascita, day) >= MAGGIORE_YEARS ? day : addDays(day, 1);
}

export interface RegistraTutela {
  readonly relazione: RelazioneTutela;
  readonly secondo: SecondoGenitore | null;
  readonly dataNascitaTutore: CivilDate;
}

export function decidiTutela(
  { relazione, secondo, dataNascitaTutore }: RegistraTutela,
  dataNascita: CivilDate,
  oggi: CivilDate,
): Result<Tutela, RifiutoTutela> {
  const etaYears = ageOn(dataNascita, oggi);
  if (etaYears >= MAGGIORE_YEARS) return refuse({ code: "tutela.non-serve", etaYears });
  const etaTutore = ageOn(dataNascitaTutore, oggi);
  if (etaTutore < MAGGIORE_YEARS)
    return refuse({ code: "tutela.tutore-minorenne", etaYears: etaTutore });
  if (etaTutore > LIMITI_DATE.tutoreMaxYears)
    return refuse({ code: "tutela.eta-impossibile", campo: "dataNascita", etaYears: etaTutore });
  if (relazione === "GEN" && secondo === null)
    return refuse({ code: "tutela.secondo-genitore-manca" });
  const serve = relazione === "GEN" ? secondo : null;
  const diciotto = maggiorenneOn(dataNascita);
  return ok({ relazione, secondo: serve, maggiorenneOn: diciotto, stato: "attiva" });
}

/** On that day: an adult alone, or a minor with whoever acts for him or her; an ex minor has confirmed. */
export function checkTutela(
  tutela: Tutela | null,
  dataNascita: CivilDate,
  giorno: CivilDate,
): Result<null, RifiutoTutela> {
  const etaYears = ageOn(dataNascita, giorno);
  if (etaYears < MAGGIORE_YEARS)
    return tutela ? ok(null) : refuse({ code: "tutela.manca", etaYears });
  return checkConferma(tutela, giorno);
}

/** The same for who is already in the programme: no birthday needed, the tutela knows it. */
export function checkConferma(
  tutela: Tutela | null,
  giorno: CivilDate,
): Result<null, RifiutoTutela> {
  if (!tutela || tutela.stato === "confermata" || giorno < tutela.maggiorenneOn) return ok(null);
  return refuse({ code: "tutela.da-confermare", maggiorenneOn: tutela.maggiorenneOn });
}
