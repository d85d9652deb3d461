import type { StatoCaso } from "../presa-in-carico/caso.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { Instant } from "../time.ts";
import type { Appuntamento, RifiutoAppuntamento } from "./appuntamento.ts";

export type RifiutoDaSe =
  | RifiutoAppuntamento
  | Readonly<{ code: "appuntamento.non-serve" }>
  | Readonly<{ code: "appuntamento.gia-cominciato"; inizio: Instant }>;

/** Until the interview: afterwards who follows the giovane agrees the days with him. */
const ASPETTA_INCONTRO: ReadonlySet<StatoCaso> = new Set(["da-convocare", "convocato"] as const);

export const aspettaIncontro = ({ stato }: Readonly<{ stato: StatoCaso }>): boolean =>
  ASPETTA_INCONTRO.has(stato);

/** The letter calls to a first interview: who was met, or is not followed any more, does not get one. */
export const checkConvocabile = ({
  stato,
}: Readonly<{ stato: StatoCaso }>): Result<null, RifiutoAppuntamento> =>
  aspettaIncontro({ stato }) ? ok(null) : refuse({ code: "appuntamento.non-convocabile", stato });

/** The giovane takes a place by himself only while an interview is what comes next. */
export const checkFissaDaSe = (caso: Readonly<{ stato: StatoCaso }>): Result<null, RifiutoDaSe> =>
  aspettaIncontro(caso) ? ok(null) : refuse({ code: "appuntamento.non-serve" });

/** What is open and has not begun can still be moved or given up by the giovane. */
export function checkCambiaDaSe(
  { stato, inizio }: Pick<Appuntamento, "stato" | "inizio">,
  adesso: Instant,
): Result<null, RifiutoDaSe> {
  if (stato !== "DE") return refuse({ code: "appuntamento.non-aperto", stato });
  return inizio > adesso ? ok(null) : refuse({ code: "appuntamento.gia-cominciato", inizio });
}
