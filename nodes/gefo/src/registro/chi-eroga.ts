import type { Soggetto } from "@staffetta/contracts";
import type { Servizio } from "@staffetta/domain";
import { isMio } from "../casi/comando.ts";
import type { CasoRow } from "../casi/tabelle.ts";

/** Whose places and people a service is delivered with. */
export const erogatoreDi = (
  { operatoreId }: Pick<CasoRow, "operatoreId">,
  servizio: Pick<Servizio, "erogatoreId"> | undefined,
): string => servizio?.erogatoreId ?? operatoreId;

/** The register is of whoever has the case, and of whoever delivers the service; nothing else is. */
export const isDelRegistro = (riga: CasoRow, servizio: Servizio, soggetto: Soggetto): boolean =>
  isMio(riga, soggetto) ||
  (soggetto.ruolo === "addetto" && soggetto.operatoreId === servizio.erogatoreId);
