import type { StatoAdesione } from "../adesione/adesione.ts";
import type { Dote } from "../dote/dote.ts";
import type { FattoErogazione } from "../erogazione/evento.ts";
import type { Incarico } from "../erogazione/incarico.ts";
import type { AdesioneId, OperatoreId, ServizioId } from "../ids.ts";
import type { EsitoPolitica } from "../politica-attiva/misure.ts";
import type { CivilDate, Instant } from "../time.ts";
import type { NonPresa, Patto } from "./caso.ts";
import type { EsitoContatto } from "./contatto.ts";

/** What can happen to a case at Gefo. `at` = when it happened; the store adds when the node learned it. */
export type EventoCaso = Readonly<{ at: Instant }> & FattoCaso;
export type TipoEventoCaso = EventoCaso["tipo"];

type FattoCaso =
  | Readonly<{
      tipo: "caso-assegnato";
      adesioneId: AdesioneId;
      operatoreId: OperatoreId;
      dataAdesione: CivilDate;
    }>
  /** The giovane chose another operatore: the new one starts from the beginning. */
  | Readonly<{ tipo: "operatore-cambiato"; operatoreId: OperatoreId }>
  | Readonly<{ tipo: "giovane-contattato"; on: CivilDate; esito: EsitoContatto }>
  | Readonly<{ tipo: "patto-firmato"; patto: Patto }>
  /** Money is short: the dote waits with its number. */
  | Readonly<{ tipo: "dote-accodata"; dote: Dote; numero: number }>
  | Readonly<{ tipo: "coda-lasciata" }>
  | Readonly<{ tipo: "dote-inviata"; dote: Dote }>
  | Readonly<{ tipo: "presa-confermata" }>
  /** The national register has refused P: another region came first. */
  | Readonly<{ tipo: "presa-rifiutata"; stato: StatoAdesione }>
  /** The region has refused the message of the dote, the adesione is still open. */
  | Readonly<{ tipo: "dote-respinta" }>
  | Readonly<{ tipo: "non-preso-in-carico"; nonPresa: NonPresa }>
  | Readonly<{ tipo: "adesione-chiusa"; stato: StatoAdesione }>
  | Readonly<{ tipo: "stato-aggiornato"; stato: StatoAdesione }>
  | Readonly<{
      tipo: "servizio-avviato";
      servizioId: ServizioId;
      dataInizio: CivilDate;
      /** Absent in the facts of before: where and by whom was not told. */
      incarico?: Incarico;
    }>
  | Readonly<{
      tipo: "servizio-concluso";
      servizioId: ServizioId;
      dataFine: CivilDate;
      esito: EsitoPolitica;
      /** Services of the dote that are given up with this one. */
      rinunciati: readonly ServizioId[];
    }>
  | FattoErogazione;
