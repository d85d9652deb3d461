import type { StatoDid } from "./did.ts";
import type { CodiceEnte, IdPolitica, IdSap } from "./identificativi.ts";
import type { NomeSezione, StatoSap } from "./sap.ts";

/** Why a SAP is not taken, with the facts that caused it. */
export type RifiutoSap =
  | Readonly<{ code: "sap.gia-presente"; id: IdSap; titolare: CodiceEnte }>
  | Readonly<{ code: "sap.sconosciuta"; id: IdSap | null }>
  | Readonly<{ code: "sap.non-attiva"; id: IdSap; stato: StatoSap }>
  | Readonly<{ code: "sap.senza-codice-fiscale" }>
  | Readonly<{ code: "sap.senza-recapiti" }>
  | Readonly<{ code: "sap.codice-fiscale-non-valido"; perche: string }>
  | Readonly<{ code: "sap.anagrafica-diversa" }>
  | Readonly<{ code: "sap.codice-fiscale-diverso"; id: IdSap }>
  | Readonly<{ code: "sap.codice-fiscale-occupato"; id: IdSap }>
  | Readonly<{
      code: "sap.sezioni-di-altro-titolare";
      titolare: CodiceEnte;
      sezioni: readonly NomeSezione[];
    }>
  | Readonly<{ code: "sap.non-titolare"; titolare: CodiceEnte }>
  | Readonly<{ code: "sap.date-politica"; tipoAttivita: string; dataProposta: string }>
  | Readonly<{ code: "sap.politica-ripetuta"; identificativo: IdPolitica }>;

/** What the SAP keeps although something is odd: for the desk, and for who sent it. */
export type AvvisoSap =
  | Readonly<{ code: "politica.di-altro-ente"; identificativo: IdPolitica; ente: CodiceEnte }>
  | Readonly<{ code: "politica.evento-vecchio"; identificativo: IdPolitica }>
  | Readonly<{ code: "sezioni.ignorate"; sezioni: readonly NomeSezione[] }>
  | Readonly<{ code: "profiling.conservato" }>
  | Readonly<{ code: "variazione.diversa"; inviata: string; applicata: string }>
  | Readonly<{ code: "recapiti.assenti" }>
  | Readonly<{ code: "invio.nel-futuro"; data: string }>
  | Readonly<{
      code: "did.passo-non-ammesso";
      identificativo: IdPolitica;
      da: StatoDid;
      a: StatoDid;
    }>
  | Readonly<{ code: "codice.sconosciuto"; lista: string; codice: string; percorso: string }>;
