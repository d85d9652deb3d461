/**
 * What a name is searched by: no case, no accents, no apostrophes, single blanks. "D'Amìco  Anna" and
 * "damico anna" are one. Letters that do not come apart are written in full.
 */
export const perRicerca = (testo: string): string =>
  testo
    .replaceAll(/[ßẞ]/g, "ss")
    .replaceAll(/[øØ]/g, "o")
    .replaceAll(/[łŁ]/g, "l")
    .replaceAll(/[đĐ]/g, "d")
    .replaceAll(/[æÆ]/g, "ae")
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, "")
    .replaceAll(/[\s-]+/g, " ")
    .trim();

/** Surname first: it is how a desk looks for somebody. */
export const nomePerRicerca = (cognome: string, nome: string): string =>
  `${perRicerca(cognome)} ${perRicerca(nome)}`;
