import { LIMITI_DATE } from "../pacchetto/limiti-date.ts";
import type { CodiceMisura } from "../politica-attiva/misure.ts";
import { checkData, checkIntervallo, type RifiutoData } from "../presa-in-carico/regole-date.ts";
import { ok, type Result, refuse } from "../result.ts";
import { addMonths, type CivilDate, type Instant } from "../time.ts";

/** Whether a body may work: only the Region says so, with an act. See SPEC.md. */
export const STATI_ACCREDITAMENTO = {
  accreditato: "accreditato",
  sospeso: "sospeso: non può iniziare doti nuove",
  revocato: "revocato: non può più lavorare",
} as const;
export type StatoAccreditamento = keyof typeof STATI_ACCREDITAMENTO;

/** From each state to those that an act may bring it to; a revocation is for ever. */
export const PASSI_ACCREDITAMENTO: Readonly<
  Record<StatoAccreditamento, readonly StatoAccreditamento[]>
> = {
  accreditato: ["sospeso", "revocato"],
  sospeso: ["accreditato", "revocato"],
  revocato: [],
};

export interface CambioAccreditamento {
  readonly a: StatoAccreditamento;
  readonly atto: string;
  readonly motivo: string;
  readonly data: CivilDate;
}

export type RifiutoOperatore =
  | Readonly<{
      code: "operatore.passo-non-aperto";
      stato: StatoAccreditamento;
      a: StatoAccreditamento;
    }>
  | Readonly<{ code: "operatore.non-accreditato"; stato: StatoAccreditamento }>
  | Readonly<{ code: "operatore.senza-atto" }>
  | Readonly<{ code: "operatore.misura-non-offerta"; misura: CodiceMisura }>
  | Readonly<{ code: "operatore.gia-firmato"; at: Instant }>
  | Readonly<{ code: "operatore.dati-mancanti"; mancano: readonly string[] }>
  | RifiutoData;

/** @param ultimo the day of the act that made it what it is: an act follows the one before it */
export function cambiaAccreditamento(
  stato: StatoAccreditamento,
  { a, data }: Pick<CambioAccreditamento, "a" | "data">,
  { ultimo, oggi }: Readonly<{ ultimo: CivilDate; oggi: CivilDate }>,
): Result<StatoAccreditamento, RifiutoOperatore> {
  if (!PASSI_ACCREDITAMENTO[stato].includes(a))
    return refuse({ code: "operatore.passo-non-aperto", stato, a });
  const giorno = checkData(data, ultimo, oggi, "data");
  return giorno.ok ? ok(a) : giorno;
}

/** The days that the Region writes beside a place or a professional; "" = since ever, or without end. */
export function checkValidita(
  { dal, al }: Readonly<{ dal: string; al: string }>,
  dove: string,
  oggi: CivilDate,
): Result<null, RifiutoData> {
  const minima = LIMITI_DATE.accreditamentoMin as CivilDate;
  const massima = addMonths(oggi, LIMITI_DATE.accreditamentoMaxYears * 12);
  for (const [campo, giorno] of Object.entries({ dal, al })) {
    if (giorno === "") continue;
    const vale = checkIntervallo(giorno as CivilDate, { minima, massima }, `${dove}.${campo}`);
    if (!vale.ok) return vale;
  }
  return ok(null);
}

/** Who is stopped convenes nobody and gives nobody up: the Region gives those people their choice back. */
export const checkNonFermato = (stato: StatoAccreditamento): Result<null, RifiutoOperatore> =>
  stato === "accreditato" ? ok(null) : refuse({ code: "operatore.non-accreditato", stato });

/** What the Region knows of a body, as far as it decides what the body may do. */
export interface Abilitazione {
  readonly stato: StatoAccreditamento;
  /** When the Atto di Adesione Unico was signed; null = not yet. */
  readonly attoAt: Instant | null;
  readonly misure: readonly CodiceMisura[];
}

/** A new dote wants an accredited body that has signed its act and offers each measure. */
export function checkNuovaDote(
  { stato, attoAt, misure }: Abilitazione,
  chieste: readonly CodiceMisura[],
): Result<null, RifiutoOperatore> {
  if (stato !== "accreditato") return refuse({ code: "operatore.non-accreditato", stato });
  if (attoAt === null) return refuse({ code: "operatore.senza-atto" });
  const fuori = chieste.find((misura) => !misure.includes(misura));
  if (fuori !== undefined) return refuse({ code: "operatore.misura-non-offerta", misura: fuori });
  return ok(null);
}

/** The act is signed once, by an accredited body whose data are complete. */
export function checkFirmaAtto(
  { stato, attoAt, misure }: Abilitazione,
  ente: Readonly<{ codiceFiscale: string; firmatario: string; sedi: readonly unknown[] }>,
): Result<null, RifiutoOperatore> {
  if (stato !== "accreditato") return refuse({ code: "operatore.non-accreditato", stato });
  if (attoAt !== null) return refuse({ code: "operatore.gia-firmato", at: attoAt });
  const mancano = [
    ...(ente.codiceFiscale === "" ? ["codice fiscale"] : []),
    ...(ente.firmatario === "" ? ["firmatario"] : []),
    ...(ente.sedi.length === 0 ? ["almeno una sede"] : []),
    ...(misure.length === 0 ? ["almeno una misura"] : []),
  ];
  return mancano.length > 0 ? refuse({ code: "operatore.dati-mancanti", mancano }) : ok(null);
}
