import type {
  Implementazione,
  operazioniFlussi,
  Problema,
  QuadroFlussi,
} from "@staffetta/contracts";
import type { Cooperazione } from "@staffetta/cooperation";
import type { Collegamento } from "./collegamento/collegamento.ts";
import { NON_PORTATO } from "./servizicoap/legame.ts";
import { nomeDi } from "./soggetti.ts";

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

const SENZA_RETE: Problema = {
  type: "urn:staffetta:senza-rete",
  title: "Qui non c'è una rete da provare",
  status: 503,
  detail: "Questo nodo gira dentro una simulazione, senza partner da raggiungere.",
  rimedio: "Fai la prova su un nodo avviato.",
};

interface PorteFlussi {
  readonly coop: () => Cooperazione;
  readonly collegamento?: () => Collegamento;
}

/** The desk of the flussi and of the joins, the same on each node. */
export function flussiDi({ coop, collegamento }: PorteFlussi, traduci: Traduci): Flussi {
  return {
    ...collegamentoDi(collegamento),
    flussi: async () => {
      const { contati, ...quadro } = await coop().quadro([NON_PORTATO]);
      const rifiuti = quadro.rifiuti.map(({ fatti, ...rifiuto }) => {
        const { detail, rimedio } = traduci(rifiuto.codice, fatti);
        const aChiTocca = rifiuto.verso === "uscita" ? "Questo nodo" : rifiuto.partner;
        const prossimoPasso = rimedio ?? "Guarda la causa e correggi il dato all'origine.";
        return { ...rifiuto, causa: detail, aChiTocca, prossimoPasso };
      });
      // The layer speaks in plain text; brands are given back by the contract's own types.
      const nonPortati = contati.map(({ codice: _, ...resto }) => resto);
      return { ok: true, valore: { ...quadro, rifiuti, nonPortati } as unknown as QuadroFlussi };
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

type OpsCollegamento = Pick<
  Flussi,
  "collegamento" | "diagnosi" | "esaminaVoucher" | "revocaChiave"
>;

function collegamentoDi(porta: (() => Collegamento) | undefined): OpsCollegamento {
  const senza = async () => ({ ok: false, problema: SENZA_RETE }) as const;
  if (porta === undefined)
    return { collegamento: senza, diagnosi: senza, esaminaVoucher: senza, revocaChiave: senza };
  return {
    collegamento: async () => ({ ok: true, valore: await porta().quadro() }),
    diagnosi: async (_soggetto, { partner }) => {
      const fatta = await porta().diagnosi(partner);
      if (fatta === null) return { ok: false, problema: PARTNER_SCONOSCIUTO };
      return { ok: true, valore: { partner, at: fatta.at as never, salti: [...fatta.salti] } };
    },
    esaminaVoucher: async (_soggetto, domanda) => ({
      ...{ ok: true, valore: { righe: [...(await porta().esamina(domanda))] } },
    }),
    revocaChiave: async (soggetto, chiave) => {
      await porta().revoca({ ...chiave, chi: nomeDi(soggetto) });
      return { ok: true, valore: { fatto: true } };
    },
  };
}
