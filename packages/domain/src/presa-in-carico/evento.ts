import type { StatoAdesione } from "../adesione/adesione.ts";
import type { MotivoAssenza } from "../contatto/assenza.ts";
import type { ChiusuraDote, Dote } from "../dote/dote.ts";
import type { FattoErogazione } from "../erogazione/evento.ts";
import type { Incarico } from "../erogazione/incarico.ts";
import type { AdesioneId, OperatoreId, ServizioId } from "../ids.ts";
import type { MotivoSospensione } from "../pacchetto/regole-presa.ts";
import type { EsitoPolitica } from "../politica-attiva/misure.ts";
import type { ClasseProfilata } from "../profilazione/profilazione.ts";
import type { CivilDate, Instant } from "../time.ts";
import type { NonPresa, Patto } from "./caso.ts";
import type { EsitoContatto } from "./contatto.ts";
import type { Preavviso } from "./preavviso.ts";
import type { Tutela } from "./tutela.ts";
import type { VerificaIdentita, VerificaRequisiti } from "./verifica.ts";

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
  /** The absence of that day does not count. */
  | Readonly<{ tipo: "assenza-giustificata"; on: CivilDate; motivo: MotivoAssenza }>
  | Readonly<{ tipo: "patto-firmato"; patto: Patto }>
  /** Money is short: the dote waits with its number. */
  | Readonly<{ tipo: "dote-accodata"; dote: Dote; numero: number }>
  | Readonly<{ tipo: "coda-lasciata" }>
  | Readonly<{ tipo: "dote-inviata"; dote: Dote }>
  /** `inVerifica`: the Region's desk must still admit the dote, its money stays reserved. */
  | Readonly<{ tipo: "presa-confermata"; inVerifica?: boolean }>
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
  | FattoPresa
  | FattoDote
  | Readonly<{
      tipo: "servizio-concluso";
      servizioId: ServizioId;
      dataFine: CivilDate;
      esito: EsitoPolitica;
      /** Services of the dote that are given up with this one. */
      rinunciati: readonly ServizioId[];
    }>
  | FattoErogazione;

/** Checks, profiling, minors, notices. */
type FattoPresa =
  | Readonly<{ tipo: "identita-verificata"; verifica: VerificaIdentita }>
  | Readonly<{ tipo: "requisiti-verificati"; verifica: VerificaRequisiti }>
  | Readonly<{ tipo: "profilato"; profilata: ClasseProfilata }>
  | Readonly<{ tipo: "residenza-cambiata"; provincia: string }>
  | Readonly<{ tipo: "tutela-registrata"; tutela: Tutela }>
  | Readonly<{ tipo: "tutela-avanzata"; stato: Tutela["stato"] }>
  | Readonly<{ tipo: "preavviso-inviato"; preavviso: Preavviso }>
  | Readonly<{ tipo: "controdeduzioni-ricevute"; testo: string }>
  | Readonly<{ tipo: "preavviso-archiviato"; motivazione: string }>;

/** The dote's own life, beside its services. */
type FattoDote =
  | Readonly<{ tipo: "dote-ammessa" }>
  | Readonly<{ tipo: "dote-non-ammessa"; motivazione: string }>
  | Readonly<{ tipo: "dote-sospesa"; dal: CivilDate; motivo: MotivoSospensione }>
  | Readonly<{ tipo: "dote-ripresa"; al: CivilDate }>
  | Readonly<{ tipo: "dote-scaduta"; on: CivilDate }>
  /** Nobody was closing it: what ran is concluded, the region lets the giovane go. */
  | Readonly<{ tipo: "percorso-chiuso"; dataFine: CivilDate; esito: EsitoPolitica }>
  | Readonly<{ tipo: "dote-chiusa"; chiusura: ChiusuraDote; perCambio: boolean }>
  /** After a dote that is over: another operatore, same adesione, same patto. */
  | Readonly<{ tipo: "operatore-assegnato"; operatoreId: OperatoreId }>;
