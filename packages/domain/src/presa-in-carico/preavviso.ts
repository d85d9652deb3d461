import type { MotivoDecadenza, RegolePresa } from "../pacchetto/regole-presa.ts";
import { ok, type Result, refuse } from "../result.ts";
import { addDays, type CivilDate, dayInRome, type Instant } from "../time.ts";
import type { MotivoNonPresa } from "./contatto.ts";

/**
 * What the giovane is told before a decision against him or her, and may answer to.
 * @source DOMAIN §8.7 (L. 241/1990, art. 10-bis)
 */
export type Preavviso = Readonly<{
  nota: string;
  at: Instant;
  /** Last day to answer; the decision comes after it, or after the answer. */
  entro: CivilDate;
  controdeduzioni: Readonly<{ at: Instant; testo: string }> | null;
}> &
  (
    | Readonly<{ tipo: "non-presa"; motivo: MotivoNonPresa }>
    | Readonly<{ tipo: "decadenza"; motivo: MotivoDecadenza }>
  );

export type RifiutoPreavviso =
  | Readonly<{ code: "preavviso.manca" }>
  | Readonly<{ code: "preavviso.gia-inviato"; entro: CivilDate }>
  | Readonly<{ code: "preavviso.altro-procedimento"; tipo: Preavviso["tipo"] }>
  | Readonly<{ code: "preavviso.attendi"; entro: CivilDate }>
  | Readonly<{ code: "preavviso.termine-passato"; entro: CivilDate }>
  | Readonly<{ code: "preavviso.gia-risposto" }>;

export const entroDi = (at: Instant, { rispostaDays }: RegolePresa["preavviso"]): CivilDate =>
  addDays(dayInRome(at), rispostaDays);

/** The answer of the giovane, until the last day. */
export function checkRisposta(
  preavviso: Preavviso | null,
  oggi: CivilDate,
): Result<Preavviso, RifiutoPreavviso> {
  if (!preavviso) return refuse({ code: "preavviso.manca" });
  if (preavviso.controdeduzioni) return refuse({ code: "preavviso.gia-risposto" });
  const { entro } = preavviso;
  return oggi > entro ? refuse({ code: "preavviso.termine-passato", entro }) : ok(preavviso);
}

/** The decision: after the answer, or after the last day to give one. */
export function checkDecisione(
  preavviso: Preavviso | null,
  tipo: Preavviso["tipo"],
  oggi: CivilDate,
): Result<Preavviso, RifiutoPreavviso> {
  if (!preavviso) return refuse({ code: "preavviso.manca" });
  if (preavviso.tipo !== tipo)
    return refuse({ code: "preavviso.altro-procedimento", tipo: preavviso.tipo });
  const { entro, controdeduzioni } = preavviso;
  if (!controdeduzioni && oggi <= entro) return refuse({ code: "preavviso.attendi", entro });
  return ok(preavviso);
}
