import type { Corpo } from "@staffetta/contracts";
import type { SuEsito } from "@staffetta/cooperation";
import { adesso, type Contesto } from "./contesto.ts";
import { saveAdesione } from "./registro.ts";
import type { Stores } from "./store.ts";

/** What the regions answered: to an adesione handed over, to an annulment asked here. */
export const esitiAttesi = (ctx: Contesto): Readonly<Record<string, SuEsito<Stores>>> => ({
  "adesione.v1": async (stores, { corpo }, esito) => {
    const { adesioneId } = JSON.parse(corpo) as Corpo<"adesione.v1">;
    const adesione = await stores.adesioni.lock(adesioneId);
    if (adesione === null) throw new Error(`Ricevuta per l'adesione ${adesioneId}, che non c'è`);
    if (esito.esito === "applicato") {
      await stores.adesioni.put({ ...adesione, consegna: "accolta" });
      return;
    }
    const at = adesso(ctx);
    const chiusa = { stato: "C", statoAt: at, version: adesione.version + 1 } as const;
    const dopo = { ...adesione, ...chiusa, consegna: "respinta" } as const;
    const motivo = esito.codice;
    await saveAdesione(ctx, stores, dopo, { tipo: "stato", da: adesione.stato, motivo, at });
  },
  "richiesta-annullamento.v1": async (stores, { corpo }, esito) => {
    if (esito.esito === "applicato") return;
    const { adesioneId } = JSON.parse(corpo) as Corpo<"richiesta-annullamento.v1">;
    const adesione = await stores.adesioni.lock(adesioneId);
    if (adesione?.annullamento === "chiesto")
      await stores.adesioni.put({ ...adesione, annullamento: "rifiutato" });
  },
});
