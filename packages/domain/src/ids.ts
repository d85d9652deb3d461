import type { Brand } from "./brand.ts";

/** UUIDs. A giovane's id is local to a node and never changes, even when the codice fiscale is corrected. */
export type GiovaneId = Brand<string, "GiovaneId">;
/** The same in every node: made where the adesione is born. */
export type AdesioneId = Brand<string, "AdesioneId">;
/** Short code of an accredited operatore, as Gefo publishes it ("OP-0007"). */
export type OperatoreId = Brand<string, "OperatoreId">;
export type DoteId = Brand<string, "DoteId">;
/** A service of a dote; the politica attiva that it becomes has the same id in every node. */
export type ServizioId = Brand<string, "ServizioId">;
/** Two digits of the Ministry's own list ("10" Lombardia, "13" Piemonte); not ISTAT's. */
export type CodiceRegione = Brand<string, "CodiceRegione">;
export type CodiceFiscale = Brand<string, "CodiceFiscale">;
