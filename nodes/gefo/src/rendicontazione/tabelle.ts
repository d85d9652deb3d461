import type { CodiceMisura, MotivoTaglio, TipoRendiconto, VoceRendiconto } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface RendicontazioneRow {
  readonly id: string;
  readonly servizioId: string;
  readonly adesioneId: string;
  readonly operatoreId: string;
  readonly misura: CodiceMisura;
  readonly tipo: TipoRendiconto;
  readonly stato: "presentata" | "verificata";
  readonly minuti: number;
  readonly richiestoCents: number;
  readonly ammessoCents: number | null;
  /** Taken away by a control on the spot, before the payment. */
  readonly decurtatoCents: number;
  readonly presentataAt: string;
  readonly presentataDa: string;
  readonly verificataAt: string | null;
  readonly verificataDa: string | null;
  readonly verificataDaId: string | null;
  /** The request of payment that holds it; null = it can be asked for. */
  readonly richiestaId: string | null;
  readonly pagataOn: string | null;
}
export interface VoceRow extends VoceRendiconto {
  /** rendicontazioneId/riferimento */
  readonly id: string;
  readonly rendicontazioneId: string;
  readonly taglioCents: number;
  readonly motivoTaglio: MotivoTaglio | null;
  readonly notaTaglio: string;
}

export interface ControlloFattoRow {
  /** rendicontazioneId/controllo */
  readonly id: string;
  readonly rendicontazioneId: string;
  readonly controllo: string;
  readonly parole: string;
  readonly allegatoId: string | null;
}

const RENDICONTAZIONE: Tabella<RendicontazioneRow> = {
  name: "rendicontazione",
  key: "id",
  indexed: ["servizioId"],
  columns: {
    id: "id",
    servizioId: "servizio_id",
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    misura: "misura",
    tipo: "tipo",
    stato: "stato",
    minuti: "minuti",
    richiestoCents: "richiesto_cents",
    ammessoCents: "ammesso_cents",
    decurtatoCents: "decurtato_cents",
    presentataAt: "presentata_at",
    presentataDa: "presentata_da",
    verificataAt: "verificata_at",
    verificataDa: "verificata_da",
    verificataDaId: "verificata_da_id",
    richiestaId: "richiesta_id",
    pagataOn: "pagata_on",
  },
};
const VOCE: Tabella<VoceRow> = {
  name: "voce_rendicontazione",
  key: "id",
  indexed: ["rendicontazioneId"],
  columns: {
    id: "id",
    rendicontazioneId: "rendicontazione_id",
    riferimento: "riferimento",
    giorno: "giorno",
    minuti: "minuti",
    importoCents: "importo_cents",
    taglioCents: "taglio_cents",
    motivoTaglio: "motivo_taglio",
    notaTaglio: "nota_taglio",
  },
};

const CONTROLLO: Tabella<ControlloFattoRow> = {
  name: "controllo_fatto",
  key: "id",
  indexed: ["rendicontazioneId"],
  columns: {
    id: "id",
    rendicontazioneId: "rendicontazione_id",
    controllo: "controllo",
    parole: "parole",
    allegatoId: "allegato_id",
  },
};

export interface TabelleRendicontazione {
  readonly controlliFatti: Righe<ControlloFattoRow>;
  readonly rendicontazioni: Righe<RendicontazioneRow>;
  readonly vociRendicontazione: Righe<VoceRow>;
}
export const tabelleRendicontazione = (open: Open): TabelleRendicontazione => ({
  controlliFatti: open(CONTROLLO),
  rendicontazioni: open(RENDICONTAZIONE),
  vociRendicontazione: open(VOCE),
});
