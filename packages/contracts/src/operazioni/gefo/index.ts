import { operazioniFlussi } from "../comuni.ts";
import { operazioniAllegati } from "./allegati.ts";
import { operazioniAppuntamenti } from "./appuntamenti.ts";
import { operazioniAvvisi } from "./avvisi.ts";
import { operazioniCaso } from "./caso.ts";
import { operazioniChiusura } from "./chiusura.ts";
import { operazioniComunicazioni } from "./comunicazioni.ts";
import { operazioniContatti } from "./contatti.ts";
import { operazioniDenaro } from "./denaro.ts";
import { operazioniDote } from "./dote.ts";
import { operazioniIndennita } from "./indennita.ts";
import { operazioniLavoro } from "./lavoro.ts";
import { operazioniLetture } from "./letture.ts";
import { operazioniLiquidazione } from "./liquidazione.ts";
import { operazioniMieiAppuntamenti } from "./miei-appuntamenti.ts";
import { operazioniNotifiche } from "./notifiche.ts";
import { operazioniOperatori } from "./operatori.ts";
import { operazioniPresa } from "./presa.ts";
import { operazioniRegistro } from "./registro.ts";
import { operazioniRendicontazione } from "./rendicontazione.ts";
import { operazioniServizi } from "./servizi.ts";

export * from "./avvisi.ts";
export * from "./caso.ts";
export * from "./comuni.ts";
export * from "./denaro.ts";
export type { Piano } from "./dote.ts";
export type { IndennitaInElenco, IndennitaServizio } from "./indennita.ts";
export * from "./lavoro.ts";
export type {
  Estrazione,
  NonPagate,
  RichiestaPagamento,
  TestataRichiesta,
} from "./liquidazione.ts";
export * from "./operatori.ts";
export type { Fascicolo } from "./presa.ts";
export * from "./registro.ts";
export { Rendicontazione } from "./rendicontazione.ts";

/** Everything that may be asked of Gefo: one file for each slice. */
export const operazioniGefo = {
  ...operazioniLavoro,
  ...operazioniChiusura,
  ...operazioniCaso,
  ...operazioniLetture,
  ...operazioniContatti,
  ...operazioniAppuntamenti,
  ...operazioniMieiAppuntamenti,
  ...operazioniNotifiche,
  ...operazioniPresa,
  ...operazioniDote,
  ...operazioniServizi,
  ...operazioniRegistro,
  ...operazioniComunicazioni,
  ...operazioniRendicontazione,
  ...operazioniLiquidazione,
  ...operazioniIndennita,
  ...operazioniOperatori,
  ...operazioniAllegati,
  ...operazioniAvvisi,
  ...operazioniDenaro,
  ...operazioniFlussi("regione"),
} as const;
export type OperazioniGefo = typeof operazioniGefo;
