import type { StatoAdesione } from "../adesione/adesione.ts";
import type { AdesioneId, DoteId, OperatoreId } from "../ids.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { CivilDate, Instant } from "../time.ts";
import type { Caso, StatoCaso } from "./caso.ts";
import type { EventoCaso } from "./evento.ts";

/**
 * What the region decides and Gefo applies. `null` = known already, nothing changes: news may repeat
 * what a receipt has told.
 */
export type EsitoNotizia = EventoCaso | null;

export interface Assegnazione {
  readonly adesioneId: AdesioneId;
  readonly operatoreId: OperatoreId;
  readonly dataAdesione: CivilDate;
  readonly at: Instant;
}

export type RifiutoAssegnazione = Readonly<{ code: "caso.gia-in-carico"; stato: StatoCaso }>;

/** F2: the giovane chose an operatore, or another one; a confirmed presa in carico holds the case. */
export function assegna(
  caso: Caso | null,
  assegnazione: Assegnazione,
): Result<EsitoNotizia, RifiutoAssegnazione> {
  const { operatoreId, at } = assegnazione;
  if (!caso) return ok({ tipo: "caso-assegnato", ...assegnazione });
  // Chosen again after giving up, or reopened by the region: the case starts again, same operatore.
  const finito = caso.stato === "non-presa" || caso.stato === "chiuso";
  const nuova = finito && at > caso.assegnatoAt;
  if (caso.operatoreId === operatoreId && !nuova) return ok(null);
  if (caso.stato === "confermata") return refuse({ code: "caso.gia-in-carico", stato: caso.stato });
  return ok({ tipo: "operatore-cambiato", at, operatoreId });
}

/** Where the notice wants the Region's desk to admit a dote, its money stays reserved until then. */
export function confermaPresa(caso: Caso, at: Instant, { presa }: RegoleGefo): EsitoNotizia {
  if (caso.stato !== "dote-inviata") return null;
  const inVerifica = presa.ammissione === "sportello";
  return inVerifica
    ? { tipo: "presa-confermata", at, inVerifica }
    : { tipo: "presa-confermata", at };
}

export const rifiutaPresa = (caso: Caso, stato: StatoAdesione, at: Instant): EsitoNotizia =>
  caso.stato === "dote-inviata"
    ? { tipo: "presa-rifiutata", at, stato }
    : chiudiAdesione(caso, stato, at);

/** The region has refused the message of this dote: its money goes back, the case is open again. */
export const respingiDote = (caso: Caso, doteId: DoteId, at: Instant): EsitoNotizia =>
  caso.stato === "dote-inviata" && caso.dote?.id === doteId ? { tipo: "dote-respinta", at } : null;

export const chiudiAdesione = (caso: Caso, stato: StatoAdesione, at: Instant): EsitoNotizia =>
  caso.statoAdesione === stato ? null : { tipo: "adesione-chiusa", at, stato };

export const aggiornaStato = (caso: Caso, stato: StatoAdesione, at: Instant): EsitoNotizia =>
  caso.statoAdesione === stato ? null : { tipo: "stato-aggiornato", at, stato };
