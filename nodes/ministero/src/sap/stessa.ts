/** Whether a row says the same, but for what says only when and whence it came. */
export const stessa = (a: object | null, b: object, ...tranne: string[]): boolean =>
  a !== null &&
  Object.entries(b).every(
    ([nome, valore]) => tranne.includes(nome) || (a as Record<string, unknown>)[nome] === valore,
  );
