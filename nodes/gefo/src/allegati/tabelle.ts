import type { TipoAllegato } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface AllegatoRow {
  readonly id: string;
  readonly adesioneId: string;
  /** Whose addetti uploaded it: an operatore of after does not see it. */
  readonly operatoreId: string;
  /** The service it proves; null = the case as a whole. */
  readonly servizioId: string | null;
  readonly titolo: string;
  readonly nome: string;
  readonly tipo: TipoAllegato;
  readonly byteLength: number;
  /** Of the bytes as they came, before they were sealed. */
  readonly sha256: string;
  readonly caricatoAt: string;
  readonly caricatoDa: string;
}

/** Apart from what lists show: a list of files never reads their bytes. */
export interface AllegatoContenutoRow {
  readonly id: string;
  readonly sigillato: Uint8Array;
}

const ALLEGATO: Tabella<AllegatoRow> = {
  name: "allegato",
  key: "id",
  indexed: ["adesioneId"],
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    servizioId: "servizio_id",
    titolo: "titolo",
    nome: "nome",
    tipo: "tipo",
    byteLength: "byte_length",
    sha256: "sha256",
    caricatoAt: "caricato_at",
    caricatoDa: "caricato_da",
  },
};

const ALLEGATO_CONTENUTO: Tabella<AllegatoContenutoRow> = {
  name: "allegato_contenuto",
  key: "id",
  columns: { id: "id", sigillato: "sigillato" },
};

export interface TabelleAllegati {
  readonly allegati: Righe<AllegatoRow>;
  readonly allegatiContenuti: Righe<AllegatoContenutoRow>;
}
export const tabelleAllegati = (open: Open): TabelleAllegati => ({
  allegati: open(ALLEGATO),
  allegatiContenuti: open(ALLEGATO_CONTENUTO),
});
