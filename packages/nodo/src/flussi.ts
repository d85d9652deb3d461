import type {
  Implementazione,
  operazioniFlussi,
  Problema,
  QuadroFlussi,
} from "@staffetta/contracts";
import type { Cooperazione } from "@staffetta/cooperation";

type Flussi = Implementazione<ReturnType<typeof operazioniFlussi>>;

/** Turns the code of a refusal into words; each node has its own registry. */
export type Traduci = (
  codice: string,
  fatti: Readonly<Record<string, unknown>>,
) => Pick<Problema, "title" | "detail" | "rimedio">;

const NON_TROVATO: Problema = {
  type: "urn:staffetta:messaggio-non-fermo",
  title: "Questo messaggio non è più fermo",
  status: 404,
  detail: "Il messaggio è già stato lavorato, oppure aspetta dietro un altro della stessa persona.",
  rimedio: "Ricarica la pagina dei flussi.",
};
const PARTNER_SCONOSCIUTO: Problema = {
  type: "urn:staffetta:partner-sconosciuto",
  title: "Questo partner non c'è",
  status: 404,
  detail: "Nessun flusso va verso un partner con questo nome.",
  rimedio: "Ricarica la pagina dei flussi e scegli un partner dall'elenco.",
};

/** The desk of the flussi, the same on each node. */
export function flussiDi(coop: () => Cooperazione, traduci: Traduci): Flussi {
  return {
    flussi: async () => {
      const quadro = await coop().quadro();
      const rifiuti = quadro.rifiuti.map(({ fatti, ...rifiuto }) => {
        const { detail, rimedio } = traduci(rifiuto.codice, fatti);
        const aChiTocca = rifiuto.verso === "uscita" ? "Questo nodo" : rifiuto.partner;
        const prossimoPasso = rimedio ?? "Guarda la causa e correggi il dato all'origine.";
        return { ...rifiuto, causa: detail, aChiTocca, prossimoPasso };
      });
      // The layer speaks in plain text; brands are given back by the contract's own types.
      return { ok: true, valore: { ...quadro, rifiuti } as unknown as QuadroFlussi };
    },
    riprovaMessaggio: async (_soggetto, { id }) =>
      (await coop().rilascia(id))
        ? { ok: true, valore: { fatto: true } }
        : { ok: false, problema: NON_TROVATO },
    pausaPartner: async (_soggetto, { partner, inPausa }) =>
      (await coop().pausa(partner, inPausa))
        ? { ok: true, valore: { fatto: true } }
        : { ok: false, problema: PARTNER_SCONOSCIUTO },
  };
}
