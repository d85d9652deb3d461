import type { Durc, StatoRichiesta } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface IbanRow {
  readonly id: string;
  readonly operatoreId: string;
  readonly version: number;
  readonly iban: string;
  readonly servizio: string;
  readonly simulato: boolean;
  readonly at: string;
  readonly chi: string;
}
/** The `…Da` are ids of persons: their names are in the passi. */
export interface RichiestaRow {
  readonly id: string;
  readonly numero: string;
  readonly operatoreId: string;
  readonly stato: StatoRichiesta;
  readonly iban: string;
  readonly totaleCents: number;
  readonly presentataAt: string;
  readonly presentataDa: string;
  readonly approvataDa: string | null;
  readonly controllataDa: string | null;
  readonly ordinataDa: string | null;
  readonly ordineId: string | null;
  readonly ordinataOn: string | null;
  readonly pagataOn: string | null;
  readonly motivo: string | null;
  readonly version: number;
}
export interface VoceRichiestaRow {
  /** richiestaId/rendicontazioneId */
  readonly id: string;
  readonly richiestaId: string;
  readonly rendicontazioneId: string;
  readonly servizioId: string;
  readonly adesioneId: string;
  readonly importoCents: number;
  readonly recuperatoCents: number;
  readonly ammessaDa: string;
}
export interface PassoRow {
  readonly id: string;
  readonly richiestaId: string;
  /** The version of the request that it made. */
  readonly numero: number;
  readonly at: string;
  readonly passo: string;
  readonly chiId: string;
  readonly chi: string;
  readonly nota: string;
}
export interface DurcRow extends Durc {
  readonly id: string;
  readonly richiestaId: string;
  readonly servizio: string;
  readonly chiestoAt: string;
}
export interface EstrazioneRow {
  readonly id: string;
  readonly numero: string;
  readonly at: string;
  readonly chiId: string;
  readonly chi: string;
  readonly seme: string;
  readonly quotaPercent: number;
  readonly minimo: number;
  readonly massimo: number;
}
export interface EstrattaRow {
  readonly richiestaId: string;
  readonly estrazioneId: string;
  readonly numero: string;
  readonly posto: number;
  readonly impronta: string;
  readonly estratta: boolean;
}
export interface MovimentoTesoreriaRow {
  readonly riferimento: string;
  readonly ordineId: string;
  readonly richiestaId: string;
  readonly esito: "pagato" | "stornato";
  readonly data: string;
  readonly importoCents: number;
  readonly motivo: string;
  readonly at: string;
  readonly chi: string;
}

const IBAN: Tabella<IbanRow> = {
  name: "iban_operatore",
  key: "id",
  indexed: ["operatoreId"],
  columns: {
    id: "id",
    operatoreId: "operatore_id",
    version: "version",
    iban: "iban",
    servizio: "servizio",
    simulato: "simulato",
    at: "at",
    chi: "chi",
  },
};
const RICHIESTA: Tabella<RichiestaRow> = {
  name: "richiesta_pagamento",
  key: "id",
  indexed: ["operatoreId", "stato", "ordineId"],
  columns: {
    id: "id",
    numero: "numero",
    operatoreId: "operatore_id",
    stato: "stato",
    iban: "iban",
    totaleCents: "totale_cents",
    presentataAt: "presentata_at",
    presentataDa: "presentata_da",
    approvataDa: "approvata_da",
    controllataDa: "controllata_da",
    ordinataDa: "ordinata_da",
    ordineId: "ordine_id",
    ordinataOn: "ordinata_on",
    pagataOn: "pagata_on",
    motivo: "motivo",
    version: "version",
  },
};
const VOCE: Tabella<VoceRichiestaRow> = {
  name: "voce_richiesta",
  key: "id",
  indexed: ["richiestaId"],
  columns: {
    id: "id",
    richiestaId: "richiesta_id",
    rendicontazioneId: "rendicontazione_id",
    servizioId: "servizio_id",
    adesioneId: "adesione_id",
    importoCents: "importo_cents",
    recuperatoCents: "recuperato_cents",
    ammessaDa: "ammessa_da",
  },
};
const PASSO: Tabella<PassoRow> = {
  name: "passo_richiesta",
  key: "id",
  indexed: ["richiestaId"],
  columns: {
    id: "id",
    richiestaId: "richiesta_id",
    numero: "numero",
    at: "at",
    passo: "passo",
    chiId: "chi_id",
    chi: "chi",
    nota: "nota",
  },
};
const DURC: Tabella<DurcRow> = {
  name: "durc",
  key: "id",
  indexed: ["richiestaId"],
  columns: {
    id: "id",
    richiestaId: "richiesta_id",
    numero: "numero",
    esito: "esito",
    scadenza: "scadenza",
    servizio: "servizio",
    simulato: "simulato",
    chiestoAt: "chiesto_at",
  },
};
const ESTRAZIONE: Tabella<EstrazioneRow> = {
  name: "estrazione",
  key: "id",
  columns: {
    id: "id",
    numero: "numero",
    at: "at",
    chiId: "chi_id",
    chi: "chi",
    seme: "seme",
    quotaPercent: "quota_percent",
    minimo: "minimo",
    massimo: "massimo",
  },
};
const ESTRATTA: Tabella<EstrattaRow> = {
  name: "estratta",
  key: "richiestaId",
  indexed: ["estrazioneId"],
  columns: {
    richiestaId: "richiesta_id",
    estrazioneId: "estrazione_id",
    numero: "numero",
    posto: "posto",
    impronta: "impronta",
    estratta: "estratta",
  },
};
const MOVIMENTO: Tabella<MovimentoTesoreriaRow> = {
  name: "movimento_tesoreria",
  key: "riferimento",
  columns: {
    riferimento: "riferimento",
    ordineId: "ordine_id",
    richiestaId: "richiesta_id",
    esito: "esito",
    data: "data",
    importoCents: "importo_cents",
    motivo: "motivo",
    at: "at",
    chi: "chi",
  },
};

export interface TabelleLiquidazione {
  readonly iban: Righe<IbanRow>;
  readonly richiestePagamento: Righe<RichiestaRow>;
  readonly vociRichiesta: Righe<VoceRichiestaRow>;
  readonly passiRichiesta: Righe<PassoRow>;
  readonly durc: Righe<DurcRow>;
  readonly estrazioni: Righe<EstrazioneRow>;
  readonly estratte: Righe<EstrattaRow>;
  readonly movimentiTesoreria: Righe<MovimentoTesoreriaRow>;
}
export const tabelleLiquidazione = (open: Open): TabelleLiquidazione => ({
  iban: open(IBAN),
  richiestePagamento: open(RICHIESTA),
  vociRichiesta: open(VOCE),
  passiRichiesta: open(PASSO),
  durc: open(DURC),
  estrazioni: open(ESTRAZIONE),
  estratte: open(ESTRATTA),
  movimentiTesoreria: open(MOVIMENTO),
});
