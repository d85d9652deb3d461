import type { Testi } from "@staffetta/nodo";

const giorno = (data: unknown): string => String(data).split("-").reverse().join("/");

export const TESTI_AVVISI: Testi = {
  "avviso.sconosciuto": () => ({
    title: "Questo avviso non c'è",
    detail: "Nessun avviso ha questo codice.",
    rimedio: "Scegli un avviso dall'elenco.",
    status: 404,
  }),
  "avviso.gia-aperto": ({ id }) => ({
    title: "Il codice è già usato",
    detail: `C'è già un avviso ${id}.`,
    rimedio: "Scegli un altro codice.",
    status: 422,
  }),
  "avviso.nel-passato": () => ({
    title: "La data è già passata",
    detail: "Un avviso comincia e finisce oggi o in un giorno che deve venire.",
    rimedio: "Scegli un'altra data.",
    status: 422,
  }),
  "avviso.fine-prima": ({ dal }) => ({
    title: "La fine viene prima dell'inizio",
    detail: `L'avviso comincia il ${giorno(dal)}.`,
    rimedio: "Scegli un giorno dopo l'inizio.",
    status: 422,
  }),
  "avviso.gia-cosi": () => ({
    title: "Non cambia niente",
    detail: "L'avviso finisce già quel giorno.",
    rimedio: "Scegli un altro giorno.",
    status: 422,
  }),
  "avviso.cambiato": ({ chi }) => ({
    title: "Intanto la fine dell'avviso è cambiata",
    detail: `L'ha cambiata ${chi} dopo che hai aperto la pagina. Non ho salvato niente.`,
    rimedio: "Apri di nuovo la pagina, guarda e riprova.",
  }),
  "avviso.nessuno-aperto": ({ dataAdesione }) => ({
    title: "Nessun avviso è aperto",
    detail: `Ha aderito il ${giorno(dataAdesione)}, quando l'ultimo avviso era già finito: non c'è denaro da promettere.`,
    rimedio: "Aspetta che la Regione apra un avviso nuovo.",
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
