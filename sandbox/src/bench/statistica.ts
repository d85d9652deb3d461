/** The value below which `share` (0…1) of the sorted sample lies. */
export function percentile(sorted: readonly number[], share: number): number {
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  return sorted[Math.max(0, at)] ?? 0;
}

export const median = (values: readonly number[]): number =>
  percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** `digits` after the point: figures that people read, not more precise than their measure. */
export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** Events per second from a count and a duration in milliseconds. */
export const perSec = (count: number, elapsedMs: number): number =>
  round((count * 1000) / Math.max(elapsedMs, 0.001));
