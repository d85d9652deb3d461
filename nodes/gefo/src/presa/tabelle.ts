import type { InputProfilazione, RispostaProfilazione } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

/** What was asked and answered, or not answered; "proposta" is a class that a second person must confirm. */
export interface DatiProfilazione {
  readonly input: InputProfilazione;
  readonly risposta: RispostaProfilazione | null;
  readonly simulata: boolean;
  readonly motivazione: string | null;
  /** Id of who asked; absent where only the name was written. */
  readonly chiId?: string;
}
export interface ProfilazioneRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly at: string;
  readonly chi: string;
  readonly esito: "risposta" | "deroga" | "proposta" | "guasto";
  readonly dati: DatiProfilazione;
}
export interface FirmaRow {
  readonly chi: string;
  readonly qualita: string;
  readonly metodo: string;
  readonly at: string;
  readonly valore: string;
}
export interface DocumentoRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly operatoreId: string;
  readonly tipo: "patto" | "dru" | "rinuncia";
  readonly at: string;
  readonly chi: string;
  readonly sha256: string;
  readonly firme: readonly FirmaRow[];
  readonly sigillato: Uint8Array;
}
/** Names of guardians, sealed: the case keeps the relation only. */
export interface TutelaRow {
  readonly adesioneId: string;
  readonly sigillata: string;
}
export interface TermineRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly tipo: TipoTermine;
  readonly il: string | null;
}
export type TipoTermine =
  | "scadenza"
  | "maggiore-eta"
  | "decadenza"
  | "verifica"
  | "classe"
  /** The clock of the convocation; once it has run out, the Region's desk. */
  | "convocazione"
  | "non-convocato"
  | "cambio";

const PROFILAZIONE: Tabella<ProfilazioneRow> = {
  name: "profilazione",
  key: "id",
  json: ["dati"],
  indexed: ["adesioneId"],
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    at: "at",
    chi: "chi",
    esito: "esito",
    dati: "dati",
  },
};
const DOCUMENTO: Tabella<DocumentoRow> = {
  name: "documento",
  key: "id",
  json: ["firme"],
  indexed: ["adesioneId"],
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    tipo: "tipo",
    at: "at",
    chi: "chi",
    sha256: "sha256",
    firme: "firme",
    sigillato: "sigillato",
  },
};
const TUTELA: Tabella<TutelaRow> = {
  name: "tutela",
  key: "adesioneId",
  columns: { adesioneId: "adesione_id", sigillata: "sigillata" },
};
const TERMINE: Tabella<TermineRow> = {
  name: "termine",
  key: "id",
  columns: { id: "id", adesioneId: "adesione_id", tipo: "tipo", il: "il" },
};

export interface TabellePresa {
  readonly profilazioni: Righe<ProfilazioneRow>;
  readonly documenti: Righe<DocumentoRow>;
  readonly tutele: Righe<TutelaRow>;
  readonly termini: Righe<TermineRow>;
}
export const tabellePresa = (open: Open): TabellePresa => ({
  profilazioni: open(PROFILAZIONE),
  documenti: open(DOCUMENTO),
  tutele: open(TUTELA),
  termini: open(TERMINE),
});
