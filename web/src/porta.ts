import type { Implementazione, Operazioni } from "@staffetta/contracts";
import { systemClock, systemRandom } from "@staffetta/platform";
import type { Hono } from "hono";
import type { Porta } from "./sito.ts";

/** What a node's `main.ts` hands to its pages: the contract, the sessions, the addresses; nothing else. */
export const portaDi = <Ops extends Operazioni>(
  app: Hono,
  parte: Readonly<{ operazioni: Ops; implementazione: Implementazione<Ops> }>,
  pagine: Readonly<{
    sessioni: Porta<Ops>["sessioni"];
    config: Pick<Porta<Ops>, "sviluppo" | "indirizzi">;
  }>,
): Porta<Ops> => ({
  app,
  operazioni: parte.operazioni,
  implementazione: parte.implementazione,
  sessioni: pagine.sessioni,
  sviluppo: pagine.config.sviluppo,
  indirizzi: pagine.config.indirizzi,
  nuovaChiave: systemRandom.uuid,
  adesso: systemClock.now,
});
