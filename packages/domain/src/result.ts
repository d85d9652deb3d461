/** The answer of a rule: a value, or a refusal that carries the facts which caused it. */
export type Result<V, R> = Readonly<{ ok: true; value: V }> | Readonly<{ ok: false; rifiuto: R }>;

export const ok = <V>(value: V): Readonly<{ ok: true; value: V }> => ({ ok: true, value });

export const refuse = <R>(rifiuto: R): Readonly<{ ok: false; rifiuto: R }> => ({
  ok: false,
  rifiuto,
});
