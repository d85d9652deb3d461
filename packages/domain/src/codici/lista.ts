import type { CivilDate } from "../time.ts";

/** How a voice is known: read in a contract, or in a sample, or in code; inferred; general knowledge. */
export type Prova = "W" | "R" | "C" | "I" | "K" | "importata";

export interface Voce {
  readonly codice: string;
  readonly descrizione: string;
  /** First and last day on which it holds; null = always, still. */
  readonly dal: CivilDate | null;
  readonly al: CivilDate | null;
  readonly prova: Prova;
}

/** A code list of the national standard, dated. */
export interface ListaCodici {
  readonly id: string;
  readonly nome: string;
  readonly voci: readonly Voce[];
}

export const isVerificata = ({ prova }: Voce): boolean => prova !== "I" && prova !== "K";

export type EsitoCodice = "noto" | "sconosciuto" | "non-in-vigore" | "lista-assente";

/** All lists that a node has: those that are known from the start, and what has been imported over them. */
export interface Catalogo {
  readonly liste: readonly ListaCodici[];
  valuta(lista: string, codice: string, giorno: CivilDate): EsitoCodice;
  descrivi(lista: string, codice: string): string | null;
}

export function creaCatalogo(liste: readonly ListaCodici[]): Catalogo {
  const perLista = new Map<string, Map<string, Voce[]>>();
  for (const { id, voci } of liste) {
    const perCodice = new Map<string, Voce[]>();
    for (const voce of voci)
      perCodice.set(voce.codice, [...(perCodice.get(voce.codice) ?? []), voce]);
    perLista.set(id, perCodice);
  }
  return {
    liste,
    valuta: (lista, codice, giorno) => {
      const voci = perLista.get(lista);
      if (voci === undefined || voci.size === 0) return "lista-assente";
      const found = voci.get(codice);
      if (found === undefined) return "sconosciuto";
      return found.some((voce) => isInVigore(voce, giorno)) ? "noto" : "non-in-vigore";
    },
    descrivi: (lista, codice) => perLista.get(lista)?.get(codice)?.at(-1)?.descrizione ?? null,
  };
}

const isInVigore = ({ dal, al }: Voce, giorno: CivilDate): boolean =>
  (dal === null || dal <= giorno) && (al === null || giorno <= al);

/** What is imported stands over what was known from the start, voice by voice. */
export function conImportate(
  liste: readonly ListaCodici[],
  importate: readonly ListaCodici[],
): readonly ListaCodici[] {
  const over = new Map(importate.map((una) => [una.id, una.voci]));
  return liste.map((lista) => {
    const nuove = over.get(lista.id);
    if (nuove === undefined) return lista;
    const codici = new Set(nuove.map(({ codice }) => codice));
    const kept = lista.voci.filter(({ codice }) => !codici.has(codice));
    return { ...lista, voci: [...kept, ...nuove] };
  });
}
