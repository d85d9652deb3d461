import type { CodiceMisura, StatoAccreditamento } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface OperatoreRow {
  readonly id: string;
  readonly denominazione: string;
  readonly comune: string;
  readonly indirizzo: string;
  readonly telefono: string;
  readonly attivo: boolean;
}
/** From when to when something is accredited; "" = since ever, or without end. */
export interface Validita {
  readonly dal: string;
  readonly al: string;
}
/** A place where services are given. */
export interface Sede extends Validita {
  readonly comune: string;
  readonly indirizzo: string;
}
export interface Professionista extends Validita {
  readonly nome: string;
  readonly qualifica: string;
}
export interface EnteRow {
  readonly operatoreId: string;
  readonly stato: StatoAccreditamento;
  readonly codiceFiscale: string;
  readonly partitaIva: string;
  readonly firmatario: string;
  readonly sedi: readonly Sede[];
  readonly professionisti: readonly Professionista[];
  readonly misure: readonly CodiceMisura[];
  readonly attoAt: string | null;
  readonly attoChi: string | null;
  readonly attoSha256: string | null;
  readonly version: number;
}
export interface AccreditamentoRow {
  readonly id: string;
  readonly operatoreId: string;
  readonly da: StatoAccreditamento | null;
  readonly a: StatoAccreditamento;
  readonly atto: string;
  readonly motivo: string;
  readonly data: string;
  readonly at: string;
  readonly chi: string;
}
export interface LetturaRevisoreRow {
  readonly id: string;
  readonly chi: string;
  readonly operazione: string;
  readonly at: string;
}

const OPERATORE: Tabella<OperatoreRow> = {
  name: "operatore",
  key: "id",
  columns: {
    id: "id",
    denominazione: "denominazione",
    comune: "comune",
    indirizzo: "indirizzo",
    telefono: "telefono",
    attivo: "attivo",
  },
};
const ENTE: Tabella<EnteRow> = {
  name: "ente",
  key: "operatoreId",
  json: ["sedi", "professionisti", "misure"],
  columns: {
    operatoreId: "operatore_id",
    stato: "stato",
    codiceFiscale: "codice_fiscale",
    partitaIva: "partita_iva",
    firmatario: "firmatario",
    sedi: "sedi",
    professionisti: "professionisti",
    misure: "misure",
    attoAt: "atto_at",
    attoChi: "atto_chi",
    attoSha256: "atto_sha256",
    version: "version",
  },
};
const ACCREDITAMENTO: Tabella<AccreditamentoRow> = {
  name: "accreditamento",
  key: "id",
  indexed: ["operatoreId"],
  columns: {
    id: "id",
    operatoreId: "operatore_id",
    da: "da",
    a: "a",
    atto: "atto",
    motivo: "motivo",
    data: "data",
    at: "at",
    chi: "chi",
  },
};
const LETTURA_REVISORE: Tabella<LetturaRevisoreRow> = {
  name: "lettura_revisore",
  key: "id",
  columns: { id: "id", chi: "chi", operazione: "operazione", at: "at" },
};

export interface TabelleOperatori {
  readonly operatori: Righe<OperatoreRow>;
  readonly enti: Righe<EnteRow>;
  readonly accreditamenti: Righe<AccreditamentoRow>;
  readonly lettureRevisore: Righe<LetturaRevisoreRow>;
}
export const tabelleOperatori = (open: Open): TabelleOperatori => ({
  operatori: open(OPERATORE),
  enti: open(ENTE),
  accreditamenti: open(ACCREDITAMENTO),
  lettureRevisore: open(LETTURA_REVISORE),
});
