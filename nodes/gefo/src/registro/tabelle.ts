import type { RigaRegistro } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface RigaRegistroRow extends RigaRegistro {
  readonly operatoreId: string;
  /** Taught to many at once: the professional may have other giovani at the same time. */
  readonly diGruppo: boolean;
  /** Who wrote or signed it last; null = not known. */
  readonly toccataDa: string | null;
}
export interface TurnoRow {
  readonly chiave: string;
}

const RIGA_REGISTRO: Tabella<RigaRegistroRow> = {
  name: "riga_registro",
  key: "id",
  indexed: ["servizioId", "rendicontazioneId"],
  columns: {
    id: "id",
    servizioId: "servizio_id",
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    persona: "persona",
    misura: "misura",
    giorno: "giorno",
    dalle: "dalle",
    alle: "alle",
    sedeId: "sede_id",
    professionistaId: "professionista_id",
    diGruppo: "di_gruppo",
    firmaGiovaneAt: "firma_giovane_at",
    firmaProfessionistaAt: "firma_professionista_at",
    ...{ rendicontazioneId: "rendicontazione_id", toccataDa: "toccata_da" },
  },
};
const TURNO: Tabella<TurnoRow> = { name: "turno", key: "chiave", columns: { chiave: "chiave" } };

export interface TabelleRegistro {
  readonly registro: Righe<RigaRegistroRow>;
  readonly turni: Righe<TurnoRow>;
}
export const tabelleRegistro = (open: Open): TabelleRegistro => ({
  registro: open(RIGA_REGISTRO),
  turni: open(TURNO),
});
