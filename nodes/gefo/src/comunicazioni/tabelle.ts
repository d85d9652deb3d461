import type { Comunicazione } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface ComunicazioneRow extends Comunicazione {
  /** The person, by the key that finds a codice fiscale without showing it. */
  readonly persona: string;
  readonly ricevutaAt: string;
}
export interface ProvaRow {
  readonly protocollo: string;
  readonly servizioId: string;
  readonly doteId: string;
  readonly misura: string;
  readonly durataDays: number | null;
  readonly at: string;
}

const COMUNICAZIONE: Tabella<ComunicazioneRow> = {
  name: "comunicazione",
  key: "protocollo",
  indexed: ["persona"],
  columns: {
    protocollo: "protocollo",
    persona: "persona",
    tipo: "tipo",
    datore: "datore",
    contratto: "contratto",
    dal: "dal",
    al: "al",
    precedente: "precedente",
    bonusRichiesto: "bonus_richiesto",
    ricevutaAt: "ricevuta_at",
  },
};
const PROVA: Tabella<ProvaRow> = {
  name: "prova_risultato",
  key: "protocollo",
  columns: {
    protocollo: "protocollo",
    servizioId: "servizio_id",
    doteId: "dote_id",
    misura: "misura",
    durataDays: "durata_days",
    at: "at",
  },
};

export interface TabelleComunicazioni {
  readonly comunicazioni: Righe<ComunicazioneRow>;
  readonly prove: Righe<ProvaRow>;
}
export const tabelleComunicazioni = (open: Open): TabelleComunicazioni => ({
  comunicazioni: open(COMUNICAZIONE),
  prove: open(PROVA),
});
