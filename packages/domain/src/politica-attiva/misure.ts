/**
 * The measures of the programme that a dote may hold. `tariffaCents` is per unit and **to be verified**
 * against the notice in force: it is replaced by the programme's pack.
 * @source DOMAIN §3.3
 */
export const MISURE = {
  "1-B": {
    etichetta: "Accoglienza, presa in carico, orientamento",
    unita: "ora",
    tariffaCents: 3400,
  },
  "1-C": { etichetta: "Orientamento specialistico", unita: "ora", tariffaCents: 3550 },
  "2-A": { etichetta: "Formazione per l'inserimento lavorativo", unita: "ora", tariffaCents: 4000 },
  "3": { etichetta: "Accompagnamento al lavoro", unita: "risultato", tariffaCents: 150_000 },
  "5": { etichetta: "Tirocinio", unita: "risultato", tariffaCents: 30_000 },
  "7-1": { etichetta: "Sostegno all'autoimpiego", unita: "ora", tariffaCents: 4000 },
} as const;
export type CodiceMisura = keyof typeof MISURE;

/** How a politica attiva ended. */
export const ESITI_POLITICA = {
  conclusa: "conclusa",
  "conclusa-con-contratto": "conclusa con un contratto di lavoro",
  abbandonata: "abbandonata dal giovane",
} as const;
export type EsitoPolitica = keyof typeof ESITI_POLITICA;
