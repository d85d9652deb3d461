import type { RegoleLiquidazione } from "../pacchetto/regole-rendiconto.ts";

export interface Estrazione {
  readonly seme: string;
  /** In the order of the draw. */
  readonly ordinati: readonly Readonly<{ id: string; impronta: string; estratto: boolean }>[];
  readonly quanti: number;
}

/** How many of a list are drawn: the share, rounded up, between the least and the most, never more than all. */
export function quantiEstratti(
  quanti: number,
  { quotaPercent, minimo, massimo }: RegoleLiquidazione["campione"],
): number {
  const quota = Math.ceil((quanti * quotaPercent) / 100);
  return Math.min(quanti, massimo, Math.max(minimo, quota));
}

/**
 * The sample of a list: each id is hashed after the seed, and the smallest hashes are drawn. Whoever has
 * the seed and the list gets the same sample, in whatever order the list is.
 * @param sha256 hex digest of a text
 */
export function estrai(
  ids: readonly string[],
  seme: string,
  regole: RegoleLiquidazione["campione"],
  sha256: (text: string) => string,
): Estrazione {
  const unici = [...new Set(ids)];
  const quanti = quantiEstratti(unici.length, regole);
  const ordinati = unici
    .map((id) => ({ id, impronta: sha256(`${seme}/${id}`) }))
    .sort((a, b) => (a.impronta < b.impronta ? -1 : 1))
    .map((uno, i) => ({ ...uno, estratto: i < quanti }));
  return { seme, ordinati, quanti };
}
