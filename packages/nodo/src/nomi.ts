import type { CodiceRegione } from "@staffetta/domain";

/** The names by which the nodes know one another: two national ones, two for each region. */
export const CLICLAVORO = "cliclavoro";
export const MINISTERO = "ministero";
export const borsaLavoroDi = (regione: CodiceRegione): string => `borsalavoro-${regione}`;
export const gefoDi = (regione: CodiceRegione): string => `gefo-${regione}`;

export const isBorsaLavoro = (nodo: string): boolean => nodo.startsWith("borsalavoro-");
/** The region for which a regional node speaks; "" for a national one. */
export const regioneDi = (nodo: string): string => /-(\d{2})$/.exec(nodo)?.[1] ?? "";
