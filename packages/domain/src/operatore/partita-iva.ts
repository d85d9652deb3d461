const UNDICI = /^\d{11}$/;

/**
 * True for eleven digits whose last is the check digit of the others: the partita IVA of a body, and the
 * codice fiscale of one that is not a person.
 */
export function isPartitaIva(testo: string): boolean {
  if (!UNDICI.test(testo) || /^0+$/.test(testo)) return false;
  const somma = [...testo.slice(0, 10)].reduce((totale, cifra, i) => {
    const doppia = Number(cifra) * 2;
    return totale + (i % 2 === 0 ? Number(cifra) : doppia > 9 ? doppia - 9 : doppia);
  }, 0);
  return (10 - (somma % 10)) % 10 === Number(testo[10]);
}

/** Ten digits with their check digit: for examples and tests. */
export function conCifraDiControllo(dieci: string): string {
  const trovata = [..."0123456789"].find((cifra) => isPartitaIva(dieci + cifra));
  if (trovata === undefined) throw new Error(`"${dieci}" non sono dieci cifre`);
  return dieci + trovata;
}
