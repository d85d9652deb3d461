import { STATI_INDENNITA, type StatoIndennita } from "@staffetta/domain";
import type { Testi } from "@staffetta/nodo";

const giorno = (data: unknown): string => String(data).split("-").reverse().join("/");

export const TESTI_INDENNITA: Testi = {
  "indennita.non-tirocinio": () => ({
    title: "Questo servizio non ha un'indennità",
    detail: "L'indennità spetta per i tirocini iniziati.",
    rimedio: "Scegli un tirocinio, o comunicane prima l'inizio.",
  }),
  "indennita.mese-fuori": ({ mese, dal, al }) => ({
    title: "Il mese non va bene",
    detail: `Hai scelto ${giorno(mese)}; il tirocinio va da ${giorno(dal)} a ${giorno(al)}.`,
    rimedio: "Controlla il mese e soprattutto l'anno.",
    status: 422,
  }),
  "indennita.mese-non-finito": ({ mese }) => ({
    title: "Il mese non è finito",
    detail: `${giorno(mese)} è ancora in corso.`,
    rimedio: "Comunica la presenza quando il mese è finito.",
    status: 422,
  }),
  "indennita.ore-non-valide": ({ orePreviste }) => ({
    title: "Le ore non vanno bene",
    detail: `Le ore di presenza vanno da 0 alle ${orePreviste} previste.`,
    rimedio: "Correggi le ore.",
    status: 422,
  }),
  "indennita.oltre-i-mesi": ({ mesiMax }) => ({
    title: "I mesi sono finiti",
    detail: `L'indennità spetta per ${mesiMax} mesi al massimo, e ci sono già tutti.`,
    rimedio: "Controlla i mesi già comunicati.",
    status: 422,
  }),
  "indennita.passo-non-aperto": ({ stato }) => ({
    title: "Questo passo non è possibile adesso",
    detail: `Il mese è «${STATI_INDENNITA[stato as StatoIndennita] ?? stato}».`,
    rimedio: "Guarda com'è adesso.",
  }),
  "indennita.motivo-mancante": () => ({
    title: "Manca il motivo",
    detail: "Il giovane deve sapere perché non è stato pagato.",
    rimedio: "Scrivi il motivo.",
    status: 422,
  }),
  "indennita.data-non-valida": ({ data, dal, al }) => ({
    title: "La data non va bene",
    detail: `Hai scritto ${giorno(data)}; l'invio è del ${giorno(dal)} e oggi è il ${giorno(al)}.`,
    rimedio: "Controlla il giorno e soprattutto l'anno.",
    status: 422,
  }),
  "indennita.sconosciuta": () => ({
    title: "Questo mese non c'è",
    detail: "Nessun mese di indennità ha questo riferimento.",
    rimedio: "Controlla il riferimento: è quello scritto nell'elenco inviato.",
    status: 422,
  }),
  "indennita.niente-da-inviare": () => ({
    title: "Non c'è niente da inviare",
    detail: "Nessun mese dovuto aspetta l'invio.",
    rimedio: "Torna quando gli operatori ne hanno comunicati altri.",
  }),
};
