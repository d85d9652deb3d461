import type { Testi } from "@staffetta/nodo";

export const TESTI_AVVISI: Testi = {
  "avviso.sconosciuto": () => ({
    title: "Questo avviso non c'è",
    detail: "Nessun avviso ha questo codice.",
    rimedio: "Scegli un avviso dall'elenco.",
    status: 404,
  }),
  "regole.cambiate": ({ chi }) => ({
    title: "Intanto le regole sono cambiate",
    detail: `${chi} ha salvato una versione dopo quella che hai letto. Non ho salvato niente.`,
    rimedio: "Apri di nuovo la pagina, confronta e riprova.",
  }),
  "regole.nel-passato": () => ({
    title: "La data è già passata",
    detail: "Una versione vale da oggi o da un giorno che deve venire: il passato resta com'era.",
    rimedio: "Scegli un'altra data.",
    status: 422,
  }),
  "regole.cifra-sconosciuta": ({ percorso }) => ({
    title: "Questa cifra non c'è",
    detail: `«${percorso}» non è una cifra dell'avviso.`,
    rimedio: "Apri di nuovo la pagina.",
    status: 422,
  }),
  "regole.cifra-non-valida": ({ percorso }) => ({
    title: "Una cifra non va bene",
    detail: `«${percorso}» vuole un numero intero, non negativo.`,
    rimedio: "Correggi la cifra.",
    status: 422,
  }),
  "regole.niente-cambia": () => ({
    title: "Non cambia niente",
    detail: "Le cifre sono uguali a quelle in vigore.",
    rimedio: "Cambia almeno una cifra.",
    status: 422,
  }),
};
