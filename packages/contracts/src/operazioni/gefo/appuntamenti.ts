/** Appointments of a site with its giovani. */
export const operazioniAppuntamenti = {} as const;
