/** The notices, their versions and their money. */
export const operazioniAvvisi = {} as const;
