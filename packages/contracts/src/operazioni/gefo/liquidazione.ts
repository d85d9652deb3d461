/** From the request of payment to the payment. */
export const operazioniLiquidazione = {} as const;
