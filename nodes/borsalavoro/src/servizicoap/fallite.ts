import type { Tabella } from "@staffetta/platform";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";

/**
 * Why a notification could not be applied, with the codes of the regional portals.
 * @source WIRE, §3.2 and §6.1
 */
export const CODICI_FALLITA = {
  NP: "L'adesione non c'è",
  ST: "Lo stato di partenza non torna",
  EM: "Il Ministero ha rifiutato il cambio automatico",
  XML: "Il documento XML non si legge",
  E: "Il documento non va bene",
} as const;
export type CodiceFallita = keyof typeof CODICI_FALLITA;

export interface NotificaFallitaRow {
  readonly id: string;
  readonly at: string;
  readonly codice: CodiceFallita;
  readonly operazione: string;
  readonly documentoSigillato: string;
  readonly causa: string;
  readonly regione: string;
  readonly dataAdesione: string;
  readonly stato: string;
  readonly scambioId: string;
  readonly tentativi: number;
  readonly chiusa: boolean;
}

export const NOTIFICA_FALLITA: Tabella<NotificaFallitaRow> = {
  name: "notifica_fallita",
  key: "id",
  columns: {
    id: "id",
    at: "at",
    codice: "codice",
    operazione: "operazione",
    documentoSigillato: "documento_sigillato",
    causa: "causa",
    regione: "regione",
    dataAdesione: "data_adesione",
    stato: "stato",
    scambioId: "scambio_id",
    tentativi: "tentativi",
    chiusa: "chiusa",
  },
};

export type NuovaFallita = Omit<
  NotificaFallitaRow,
  "id" | "at" | "tentativi" | "chiusa" | "documentoSigillato"
> &
  Readonly<{ documento: string }>;

const CAUSA_MAX = 2_000;

export const annotaFallita = (
  ctx: Contesto,
  stores: Stores,
  { documento, causa, ...fallita }: NuovaFallita,
): Promise<void> =>
  stores.notificheFallite.insert({
    ...{ id: ctx.random.uuid(), at: adesso(ctx), tentativi: 0, chiusa: false, ...fallita },
    ...{ causa: causa.slice(0, CAUSA_MAX), documentoSigillato: ctx.cipher.seal(documento) },
  });
