const EURO = new Intl.NumberFormat("it-IT", {
  ...{ style: "currency", currency: "EUR", useGrouping: "always" },
});

/** An amount as people read it, in messages and on paper; the facts of a refusal come without a type. */
export const euro = (cents: unknown): string => EURO.format(Number(cents) / 100);
