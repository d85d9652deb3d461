import { STATI_ADESIONE, type StatoAdesione } from "@staffetta/domain";
import type { Testi } from "@staffetta/nodo";

const nomeStato = (stato: unknown): string =>
  STATI_ADESIONE[stato as StatoAdesione] ?? String(stato);

export const TESTI: Testi = {
  "adesione.sconosciuta": () => ({
    title: "Questa adesione non è mai arrivata",
    detail: "È arrivata una notizia su un'adesione che la Banca dati non conosce.",
    rimedio: "La Regione deve mandare prima l'adesione.",
  }),
  "adesione.regione-sbagliata": () => ({
    title: "L'adesione è di un'altra regione",
    detail: "Solo la regione che ha l'adesione può darne notizia.",
    rimedio: "Controlla quale regione ha mandato il messaggio.",
  }),
  "adesione.versione-fuori-ordine": () => ({
    title: "La notizia è più vecchia di quella già nota",
    detail: "La Banca dati conosce già un passaggio successivo di questa adesione.",
    rimedio: "La Regione deve confrontare le due storie.",
  }),
  "adesione.transizione-non-ammessa": ({ stato, a }) => ({
    title: "Questo passaggio non è previsto",
    detail: `Da «${nomeStato(stato)}» non si va a «${nomeStato(a)}».`,
    rimedio: "La Regione deve correggere la storia dell'adesione.",
  }),
  "adesione.stato-diverso": ({ stato, da }) => ({
    title: "I due sistemi non partono dallo stesso stato",
    detail: `La Banca dati ha «${nomeStato(stato)}», il messaggio partiva da «${nomeStato(da)}».`,
    rimedio: "La Regione deve mandare i passaggi che mancano.",
  }),
  "politica.inizio-cambiato": () => ({
    title: "L'inizio di una politica attiva non si cambia",
    detail: "La data d'inizio è diversa da quella già comunicata.",
    rimedio: "L'operatore deve correggere il dato alla fonte.",
  }),
  "istantanea.impronta-diversa": () => ({
    title: "L'impronta delle cifre non torna",
    detail: "L'impronta ricalcolata sul messaggio è diversa da quella dichiarata.",
    rimedio: "La Regione deve inviare una nuova edizione.",
  }),
  "istantanea.edizione-nota": () => ({
    title: "Questa edizione c'è già",
    detail: "Con lo stesso numero era già arrivata un'edizione diversa.",
    rimedio: "La Regione deve inviare una nuova edizione.",
  }),
  "persona.sconosciuta": () => ({
    title: "Questa persona non c'è",
    detail: "Nessuna persona della Banca dati ha questo identificativo.",
    rimedio: "Cercala di nuovo con il codice fiscale.",
    status: 404,
  }),
};
