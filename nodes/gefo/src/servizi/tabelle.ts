import type { CodiceMisura, StatoServizio } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface ServizioRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly operatoreId: string;
  /** Who delivers it; null = the operatore of the case. */
  readonly erogatoreId: string | null;
  readonly misura: CodiceMisura;
  readonly stato: StatoServizio;
  readonly oreErogate: number | null;
  readonly richiestoCents: number | null;
  readonly rendicontatoAt: string | null;
}

const SERVIZIO: Tabella<ServizioRow> = {
  name: "servizio",
  key: "id",
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    erogatoreId: "erogatore_id",
    misura: "misura",
    stato: "stato",
    oreErogate: "ore_erogate",
    richiestoCents: "richiesto_cents",
    rendicontatoAt: "rendicontato_at",
  },
};

export interface TabelleServizi {
  readonly servizi: Righe<ServizioRow>;
}
export const tabelleServizi = (open: Open): TabelleServizi => ({
  servizi: open(SERVIZIO),
});
