import { type EventoCaso, MOTIVI_NON_PRESA, type Preavviso } from "@staffetta/domain";
import type { CasoRow } from "../casi/tabelle.ts";
import type { Contesto } from "../contesto.ts";
import { notifica } from "../notifiche/notifica.ts";
import type { Stores } from "../store.ts";
import { motivoDi } from "./racconta.ts";

const CONSEGUENZE: Readonly<Record<Preavviso["tipo"], string>> = {
  "non-presa": "la tua richiesta può essere respinta",
  decadenza: "la tua dote può essere chiusa prima della fine",
};

/** The operatore was stopped: not a fault of the giovane. */
const CAMBIA = {
  titolo: "continuerai con un altro operatore",
  messaggio:
    "la Regione ha fermato il tuo operatore e ha chiuso la dote che avevi con lui. Il tuo posto nel programma resta: la Regione ti affida a un altro operatore, che ti chiamerà. Non devi fare niente.",
};

const inItaliano = (giorno: string): string => giorno.split("-").reverse().join("/");

/** What must be told by letter, and not only on a page: that a decision is coming, and what was decided. */
export async function scriviDecisione(
  ctx: Contesto,
  stores: Stores,
  riga: CasoRow,
  evento: EventoCaso,
): Promise<void> {
  const chiave = `decisione/${riga.adesioneId}/${riga.caso.version}`;
  switch (evento.tipo) {
    case "preavviso-inviato": {
      const { preavviso } = evento;
      const entro = inItaliano(preavviso.entro);
      const dati = { conseguenza: CONSEGUENZE[preavviso.tipo], motivo: motivoDi(preavviso), entro };
      await notifica(ctx, stores, riga, { chiave, modello: "preavviso", dati });
      return;
    }
    case "non-preso-in-carico": {
      const motivo = MOTIVI_NON_PRESA[evento.nonPresa.motivo];
      await notifica(ctx, stores, riga, { chiave, modello: "non-presa", dati: { motivo } });
      return;
    }
    case "dote-chiusa": {
      const { come, nota: motivo } = evento.chiusura;
      if (come === "rinunciata") return;
      if (evento.perCambio) {
        await notifica(ctx, stores, riga, { chiave, modello: "avviso", dati: CAMBIA });
        return;
      }
      await notifica(ctx, stores, riga, { chiave, modello: "dote-persa", dati: { motivo } });
      return;
    }
    default:
      return;
  }
}
