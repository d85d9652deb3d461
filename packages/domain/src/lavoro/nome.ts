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

/** In a name, beside letters and figures: what is left out of the search, on both sides alike. */
const IN_UN_NOME = /^[\p{L}\p{M}\p{N}\s'’ʼ`.,-]*$/u;

/** No name begins with it: signs are kept out of what is searched. */
const DI_NESSUNO = "*";

/** The same words beginning from each but the first: "anna maria rossi" may be somebody called Rossi. */
export function altriOrdini(ricerca: string): readonly string[] {
  const parole = ricerca.split(" ");
  return parole
    .slice(1)
    .map((_, i) => [...parole.slice(i + 1), ...parole.slice(0, i + 1)].join(" "));
}

/** What was typed to find somebody: a sign that no name has finds nobody, rather than everybody. */
export const daCercare = (testo: string): string => {
  const pulito = testo.trim();
  if (pulito === "") return "";
  return IN_UN_NOME.test(pulito) ? perRicerca(pulito) || DI_NESSUNO : DI_NESSUNO;
};
