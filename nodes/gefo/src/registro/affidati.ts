import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { type AdesioneId, findServizio, MISURE, type ServizioId } from "@staffetta/domain";
import { annotaLettura } from "../casi/letture.ts";
import type { Contesto } from "../contesto.ts";
import { nomiOf } from "../operatori/nomi.ts";
import { isAperto } from "./apri.ts";

const ELENCO_MAX = 200;

/** What this operatore delivers in doti of others: of the giovane only the name, because they meet. */
export const serviziAffidatiWith =
  (ctx: Contesto): Implementazione<OperazioniGefo>["serviziAffidati"] =>
  (soggetto) =>
    ctx.uow.transaction(async (stores) => {
      const io = soggetto.ruolo === "addetto" ? soggetto.operatoreId : "";
      const nomi = await nomiOf(stores);
      const righe = [];
      for (const id of await stores.elenchi.registro.affidati(io, ELENCO_MAX)) {
        const known = await stores.servizi.get(id);
        const riga = known && (await stores.casi.get(known.adesioneId));
        const servizio = riga && findServizio(riga.caso.dote, id as ServizioId);
        if (!riga || !servizio || !isAperto(servizio)) continue;
        const { adesioneId } = riga;
        await annotaLettura(ctx, stores, soggetto, adesioneId, "registro");
        righe.push({
          ...{ servizioId: servizio.id, adesioneId: adesioneId as AdesioneId },
          ...{ giovane: `${riga.cognome} ${riga.nome}`, oreUnita: servizio.oreUnita },
          operatore: nomi.get(riga.operatoreId) ?? riga.operatoreId,
          ...{ etichetta: MISURE[servizio.misura].etichetta, dataInizio: servizio.dataInizio },
        });
      }
      return { ok: true, valore: { righe } };
    });
