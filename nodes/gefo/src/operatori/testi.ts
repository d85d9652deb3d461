import { MISURE, STATI_ACCREDITAMENTO, type StatoAccreditamento } from "@staffetta/domain";
import type { Testi } from "@staffetta/nodo";

const giorno = (data: unknown): string => String(data).split("-").reverse().join("/");

const stato = (uno: unknown): string => STATI_ACCREDITAMENTO[uno as StatoAccreditamento];

export const TESTI_OPERATORI: Testi = {
  "operatore.sconosciuto": () => ({
    title: "L'operatore non è nell'elenco",
    detail: "Gefo non conosce l'operatore scelto.",
    rimedio: "La Regione deve aggiornare l'elenco degli accreditati.",
  }),
  "operatore.passo-non-aperto": (fatti) => ({
    title: "Questo passaggio non è possibile",
    detail: `L'operatore è «${stato(fatti["stato"])}»: da qui non può diventare «${stato(fatti["a"])}».`,
    rimedio: "Una revoca è per sempre; per gli altri passaggi guarda la storia dell'operatore.",
  }),
  "operatore.non-accreditato": (fatti) => ({
    title: "L'operatore è fermo: non può iniziare doti, convocare, né dire irreperibile qualcuno",
    detail: `Adesso l'operatore è «${stato(fatti["stato"])}».`,
    rimedio: "Scrivi alla Regione. I servizi già iniziati si possono concludere e rendicontare.",
  }),
  "operatore.non-proponibile": () => ({
    title: "Questo operatore non si può proporre",
    detail: "Non è accreditato, oppure è quello che è stato fermato.",
    rimedio: "Scegline un altro dall'elenco, o non proporre nessuno.",
    status: 422,
  }),
  "operatore.senza-atto": () => ({
    title: "Manca l'Atto di Adesione Unico",
    detail: "Prima della prima dote il legale rappresentante firma l'Atto, una volta sola.",
    rimedio: "Il legale rappresentante lo firma nella pagina «I tuoi dati».",
  }),
  "operatore.misura-non-offerta": (fatti) => ({
    title: "L'operatore non offre questa misura",
    detail: `«${MISURE[fatti["misura"] as keyof typeof MISURE]?.etichetta}» non è fra le misure dell'operatore.`,
    rimedio: "Togli la misura dalla dote, oppure aggiungila nella pagina «I tuoi dati».",
  }),
  "operatore.gia-firmato": () => ({
    title: "L'Atto è già firmato",
    detail: "L'Atto di Adesione Unico si firma una volta sola.",
    rimedio: "Non c'è altro da fare.",
  }),
  "operatore.dati-mancanti": (fatti) => ({
    title: "Mancano dei dati",
    detail: `Per firmare l'Atto servono ancora: ${(fatti["mancano"] as readonly string[]).join(", ")}.`,
    rimedio: "Completa i dati e firma.",
    status: 422,
  }),
  "operatore.cambiato": (fatti) => ({
    title: "Intanto un'altra persona ha cambiato questi dati",
    detail: `Sono diversi da quelli che hai scritto: ${(fatti["cambiati"] as readonly string[]).join(", ")}. Non ho salvato niente.`,
    rimedio: "Apri di nuovo la pagina in un'altra scheda, confronta e salva.",
  }),
  "revisione.fuori-periodo": (fatti) => ({
    title: "Il periodo della revisione non è questo",
    detail: `Puoi leggere dal ${giorno(fatti["dal"])} al ${giorno(fatti["al"])}.`,
    rimedio: "Chiedi alla Regione un nuovo periodo.",
    status: 403,
  }),
  "operatore.in-regola": () => ({
    title: "L'operatore è in regola",
    detail: "La scelta si ridà solo a chi aspetta un operatore sospeso o revocato.",
    rimedio: "Se il giovane vuole cambiare, può farlo da sé in Borsa Lavoro.",
  }),
};
