import type { Contesto } from "../contesto.ts";
import { operazioniControllo } from "./controllo.ts";
import { operazioniDomanda } from "./domanda.ts";
import { operazioniIban } from "./iban.ts";
import { operazioniIstruttoriaLiquidazione } from "./istruttoria.ts";
import { operazioniLettureLiquidazione } from "./letture.ts";
import { operazioniPagamento } from "./pagamento.ts";

/** From the request of payment to the payment, and back when it was not due. */
export const operazioniLiquidazione = (ctx: Contesto) => ({
  ...operazioniIban(ctx),
  ...operazioniDomanda(ctx),
  ...operazioniIstruttoriaLiquidazione(ctx),
  ...operazioniControllo(ctx),
  ...operazioniPagamento(ctx),
  ...operazioniLettureLiquidazione(ctx),
});
