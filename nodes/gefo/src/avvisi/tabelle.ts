import type { CivilDate, RegoleGefo } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface AvvisoRow {
  readonly id: string;
  readonly programma: string;
  readonly titolo: string;
  readonly dal: CivilDate;
  readonly al: CivilDate | null;
  /** Of the last dote that was told to wait for money: the next has one more. */
  readonly ultimoInCoda: number;
}
export interface VersioneRegoleRow {
  /** avvisoId/numero */
  readonly id: string;
  readonly avvisoId: string;
  readonly numero: number;
  readonly validaDal: CivilDate;
  readonly regole: RegoleGefo;
  readonly atto: string;
  readonly motivo: string;
  readonly at: string;
  readonly chi: string;
}

/** An act that opened a notice, or that fixed its last day. */
export interface AttoAvvisoRow {
  readonly id: string;
  readonly avvisoId: string;
  readonly tipo: "apertura" | "chiusura";
  readonly al: CivilDate | null;
  readonly atto: string;
  readonly motivo: string;
  readonly at: string;
  readonly chi: string;
}

const ATTO_AVVISO: Tabella<AttoAvvisoRow> = {
  name: "atto_avviso",
  key: "id",
  indexed: ["avvisoId"],
  columns: {
    ...{ id: "id", avvisoId: "avviso_id", tipo: "tipo", al: "al", atto: "atto" },
    ...{ motivo: "motivo", at: "at", chi: "chi" },
  },
};
const AVVISO: Tabella<AvvisoRow> = {
  name: "avviso",
  key: "id",
  columns: {
    id: "id",
    programma: "programma",
    titolo: "titolo",
    dal: "dal",
    al: "al",
    ultimoInCoda: "ultimo_in_coda",
  },
};
const VERSIONE_REGOLE: Tabella<VersioneRegoleRow> = {
  name: "versione_regole",
  key: "id",
  json: ["regole"],
  indexed: ["avvisoId"],
  columns: {
    id: "id",
    avvisoId: "avviso_id",
    numero: "numero",
    validaDal: "valida_dal",
    regole: "regole",
    atto: "atto",
    motivo: "motivo",
    at: "at",
    chi: "chi",
  },
};

export interface TabelleAvvisi {
  readonly avvisi: Righe<AvvisoRow>;
  readonly versioniRegole: Righe<VersioneRegoleRow>;
  readonly attiAvviso: Righe<AttoAvvisoRow>;
}
export const tabelleAvvisi = (open: Open): TabelleAvvisi => ({
  avvisi: open(AVVISO),
  versioniRegole: open(VERSIONE_REGOLE),
  attiAvviso: open(ATTO_AVVISO),
});
