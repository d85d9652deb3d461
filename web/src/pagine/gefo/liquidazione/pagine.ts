import type { Sito } from "../sito.ts";
import { paginaDomanda } from "./domanda.ts";
import { pagineElenco } from "./elenco.ts";
import { pagineEstrazioni } from "./estrazioni.ts";
import { paginaEta } from "./eta.ts";

/** From the request of payment to the payment. */
export function pagineLiquidazione(sito: Sito): void {
  pagineElenco(sito);
  paginaDomanda(sito);
  pagineEstrazioni(sito);
  paginaEta(sito);
}
