import type { Caso, EventoCaso, VistaCaso } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";
import type { CosaLetta } from "./letture.ts";

export interface CasoRow {
  readonly adesioneId: string;
  readonly operatoreId: string;
  readonly nome: string;
  readonly cognome: string;
  /** Anagrafica and recapiti, sealed. */
  readonly personaSigillata: string;
  readonly stato: string;
  readonly vista: VistaCaso;
  readonly entro: string | null;
  readonly ultimoContatto: string | null;
  readonly avviso: string | null;
  readonly caso: Caso;
}
export interface EventoRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly version: number;
  readonly at: string;
  readonly notoAt: string;
  readonly chi: string;
  readonly evento: EventoCaso;
}
export interface ChiaveRow {
  readonly chiave: string;
  readonly at: string;
  readonly risposta: unknown;
}
export interface LetturaRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly at: string;
  readonly chi: string;
  /** The operatore, or the role, for which who read works; null = not known. */
  readonly ente: string | null;
  readonly cosa: CosaLetta | null;
}

const CASO: Tabella<CasoRow> = {
  name: "caso",
  key: "adesioneId",
  json: ["caso"],
  columns: {
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    nome: "nome",
    cognome: "cognome",
    personaSigillata: "persona_sigillata",
    stato: "stato",
    vista: "vista",
    entro: "entro",
    ultimoContatto: "ultimo_contatto",
    avviso: "avviso",
    caso: "caso",
  },
};
const EVENTO: Tabella<EventoRow> = {
  name: "evento",
  key: "id",
  json: ["evento"],
  indexed: ["adesioneId"],
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    version: "version",
    at: "at",
    notoAt: "noto_at",
    chi: "chi",
    evento: "evento",
  },
};
const CHIAVE: Tabella<ChiaveRow> = {
  name: "chiave",
  key: "chiave",
  json: ["risposta"],
  columns: { chiave: "chiave", at: "at", risposta: "risposta" },
};
const LETTURA: Tabella<LetturaRow> = {
  name: "lettura",
  key: "id",
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    at: "at",
    chi: "chi",
    ente: "ente",
    cosa: "cosa",
  },
};

export interface TabelleCasi {
  readonly casi: Righe<CasoRow>;
  readonly eventi: Righe<EventoRow>;
  readonly chiavi: Righe<ChiaveRow>;
  readonly letture: Righe<LetturaRow>;
}
export const tabelleCasi = (open: Open): TabelleCasi => ({
  casi: open(CASO),
  eventi: open(EVENTO),
  chiavi: open(CHIAVE),
  letture: open(LETTURA),
});
