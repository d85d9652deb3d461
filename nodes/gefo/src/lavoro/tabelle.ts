import type { CivilDate, MotivoChiusura, SegnoCoda, VoceCoda } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

/** A case on the list: what the list shows, filters and sorts by, and nothing else. */
export interface CodaRow extends VoceCoda {
  readonly aperto: boolean;
  readonly dataAdesione: string;
  readonly cognome: string;
  readonly nome: string;
  readonly ricerca: string;
  readonly cfDigest: string;
  readonly fascia: number | null;
  readonly minoreFino: string | null;
  readonly sede: string | null;
  readonly segno: SegnoCoda | null;
  readonly ultimoContatto: string | null;
  /** Last day on which something was written about the case; null = not known yet. */
  readonly mossoOn: CivilDate | null;
  /** From when the path is to be closed if nothing moves, by when, and why. */
  readonly chiudereDal: CivilDate | null;
  readonly chiudereEntro: CivilDate | null;
  readonly chiudereMotivo: MotivoChiusura | null;
}
/** Somebody of an operatore who has signed in at least once. */
export interface CollegaRow {
  /** operatoreId/id of the person */
  readonly id: string;
  readonly operatoreId: string;
  readonly nome: string;
  readonly funzioni: readonly string[];
  readonly vistoOn: string;
}
export interface FiltroSalvatoRow {
  readonly id: string;
  readonly operatoreId: string;
  readonly chi: string;
  readonly nome: string;
  readonly filtro: Readonly<Record<string, string>>;
  readonly at: string;
}
export interface EsportazioneRow {
  readonly id: string;
  readonly operatoreId: string;
  readonly chi: string;
  readonly at: string;
  readonly filtro: Readonly<Record<string, string>>;
  readonly righe: number;
}

const COLLEGA: Tabella<CollegaRow> = {
  name: "collega",
  key: "id",
  json: ["funzioni"],
  indexed: ["operatoreId"],
  columns: {
    ...{ id: "id", operatoreId: "operatore_id", nome: "nome", funzioni: "funzioni" },
    vistoOn: "visto_on",
  },
};
const CODA: Tabella<CodaRow> = {
  name: "coda",
  key: "adesioneId",
  indexed: ["cfDigest"],
  columns: {
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    vista: "vista",
    aperto: "aperto",
    entro: "entro",
    dataAdesione: "data_adesione",
    cognome: "cognome",
    nome: "nome",
    ricerca: "ricerca",
    cfDigest: "cf_digest",
    fascia: "fascia",
    minoreFino: "minore_fino",
    sede: "sede",
    assegnatario: "assegnatario",
    segno: "segno",
    inManoA: "in_mano_a",
    inManoFino: "in_mano_fino",
    ultimoContatto: "ultimo_contatto",
    ...{ mossoOn: "mosso_on", chiudereDal: "chiudere_dal", chiudereEntro: "chiudere_entro" },
    chiudereMotivo: "chiudere_motivo",
  },
};
const FILTRO: Tabella<FiltroSalvatoRow> = {
  name: "filtro_salvato",
  key: "id",
  json: ["filtro"],
  indexed: ["chi"],
  columns: {
    ...{ id: "id", operatoreId: "operatore_id", chi: "chi", nome: "nome", filtro: "filtro" },
    at: "at",
  },
};
const ESPORTAZIONE: Tabella<EsportazioneRow> = {
  name: "esportazione",
  key: "id",
  json: ["filtro"],
  columns: {
    ...{ id: "id", operatoreId: "operatore_id", chi: "chi", at: "at", filtro: "filtro" },
    righe: "righe",
  },
};

export interface TabelleLavoro {
  readonly coda: Righe<CodaRow>;
  readonly filtri: Righe<FiltroSalvatoRow>;
  readonly esportazioni: Righe<EsportazioneRow>;
  readonly colleghi: Righe<CollegaRow>;
}
export const tabelleLavoro = (open: Open): TabelleLavoro => ({
  coda: open(CODA),
  filtri: open(FILTRO),
  esportazioni: open(ESPORTAZIONE),
  colleghi: open(COLLEGA),
});
