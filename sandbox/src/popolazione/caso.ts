import type { Random } from "@staffetta/platform";

/** Draws from a seeded chance: everything that the generator decides passes through here. */
export interface Sorte {
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** By weight; the weights need not sum to one. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
  /** lo ≤ n ≤ hi */
  int(lo: number, hi: number): number;
  /** Days, log-normal, by median and ninth decile. */
  days(median: number, p90: number): number;
}

/** z of the ninth decile of a standard normal. */
const Z90 = 1.2816;

export function sorteDi(random: Random): Sorte {
  const float = (): number => random.float();
  const normal = (): number => {
    const u = Math.max(float(), Number.EPSILON);
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * float());
  };
  const at = <T>(items: readonly T[], i: number): T => {
    const item = items[i];
    if (item === undefined) throw new Error("Non si sceglie da un elenco vuoto");
    return item;
  };
  return {
    chance: (probability) => float() < probability,
    pick: (items) => at(items, Math.floor(float() * items.length)),
    weighted: (items) => {
      let rest = float() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return at(items, items.length - 1)[0];
    },
    int: (lo, hi) => lo + Math.floor(float() * (hi - lo + 1)),
    days: (median, p90) => {
      const sigma = Math.log(p90 / median) / Z90;
      return Math.max(0, Math.exp(Math.log(median) + sigma * normal()));
    },
  };
}
