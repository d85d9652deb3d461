import type { CodiceMisura } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface RigaPianoRow {
  readonly misura: CodiceMisura;
  readonly oreUnita: number;
  readonly erogatoreId: string | null;
}
export interface PianoRow {
  readonly adesioneId: string;
  /** Whose draft it is: another operatore begins with an empty one. */
  readonly operatoreId: string;
  readonly version: number;
  readonly righe: readonly RigaPianoRow[];
  readonly aggiornatoAt: string;
  readonly aggiornatoDa: string;
}
export interface ProtocolloDoteRow {
  readonly id: string;
  readonly registro: string;
  readonly numero: number;
  readonly doteId: string;
}

const PIANO: Tabella<PianoRow> = {
  name: "piano",
  key: "adesioneId",
  json: ["righe"],
  columns: {
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    version: "version",
    righe: "righe",
    aggiornatoAt: "aggiornato_at",
    aggiornatoDa: "aggiornato_da",
  },
};
const PROTOCOLLO_DOTE: Tabella<ProtocolloDoteRow> = {
  name: "protocollo_dote",
  key: "id",
  columns: { id: "id", registro: "registro", numero: "numero", doteId: "dote_id" },
};

export interface TabelleDote {
  readonly piani: Righe<PianoRow>;
  readonly protocolliDote: Righe<ProtocolloDoteRow>;
}
export const tabelleDote = (open: Open): TabelleDote => ({
  piani: open(PIANO),
  protocolliDote: open(PROTOCOLLO_DOTE),
});
