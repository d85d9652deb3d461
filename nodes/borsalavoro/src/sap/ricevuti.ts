import type { Handler } from "@staffetta/cooperation";
import { MOTIVI_NOTIFICA, type MotivoNotifica } from "@staffetta/domain";
import { APPLICATO, gestore } from "@staffetta/nodo";
import { apriCompito } from "../compiti/compiti.ts";
import type { Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";

/** F7 from the Ministry: something has happened to a SAP that this region holds, or held. */
export const ricevutiDaMinistero = (ctx: Contesto): Readonly<Record<string, Handler<Stores>>> =>
  gestore<Stores, "notifica-sap.v1">(
    "notifica-sap.v1",
    async (stores, { identificativoSap, motivo }) => {
      const detto = MOTIVI_NOTIFICA[motivo as MotivoNotifica] ?? `motivo ${motivo}`;
      await apriCompito(ctx, stores, {
        tipo: "notifica-sap",
        titolo: `La SAP ${identificativoSap} è cambiata: ${detto}`,
        causa: "Lo ha comunicato la Banca dati delle politiche attive e passive.",
        prossimoPasso: "Chiedi la SAP al Ministero e aggiorna la copia della Regione.",
        adesioneId: null,
      });
      return APPLICATO;
    },
  );
