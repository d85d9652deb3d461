/** What every list of money that leaves as a file has in common. */
export const TIPO_CSV = "text/csv;charset=utf-8";

/** "12,50": two decimals, as whoever pays expects. */
export const inEuro = (cents: number): string => (cents / 100).toFixed(2).replace(".", ",");
