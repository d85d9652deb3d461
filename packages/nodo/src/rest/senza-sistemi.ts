import {
  apiDelNodo,
  type Implementazione,
  type Operazioni,
  type Soggetto,
} from "@staffetta/contracts";
import { problemaModi } from "@staffetta/cooperation/modi";
import type { Context, Hono } from "hono";
import { createLimiti } from "./limiti.ts";
import { mountRest } from "./operazioni.ts";
import { indirizzoDi } from "./porta.ts";

const SENZA_LIMITE = { richieste: 1_000_000, finestraS: 1 };

/** The REST face alone, for a node that is not started: no other system, no limit, no callback. */
export function mountOperazioni<Ops extends Operazioni>(
  app: Hono,
  nodo: string,
  parte: { readonly operazioni: Ops; readonly implementazione: Implementazione<Ops> },
  soggettoDi: (c: Context) => Soggetto,
): void {
  mountRest(app, {
    ...{ api: apiDelNodo(nodo), parte },
    porta: {
      riconosci: async (c) => ({
        ...{ ok: true, chi: { soggetto: soggettoDi(c), chiave: indirizzoDi(c), sistema: null } },
      }),
      respingi: async (_chi, rifiuto) => problemaModi(rifiuto),
      firma: () => ({}),
    },
    limiti: createLimiti(SENZA_LIMITE, () => performance.now()),
    richiami: {
      accogli: () => Promise.reject(new Error("Questo nodo non è avviato: nessun richiamo parte")),
      sveglia: () => undefined,
    },
    server: { url: "http://localhost/api/v1", description: "Un nodo non avviato" },
    vivo: async () => undefined,
    onFault: (error) => {
      throw error;
    },
  });
}
