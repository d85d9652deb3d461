import { STATI_RICHIESTA, type StatoRichiesta } from "@staffetta/domain";
import type { Testi } from "@staffetta/nodo";
import { euro } from "../euro.ts";

const giorno = (data: unknown): string => String(data).split("-").reverse().join("/");
const stato = (uno: unknown): string => STATI_RICHIESTA[uno as StatoRichiesta] ?? String(uno);

const COMPITI: Readonly<Record<string, string>> = {
  "approvare-e-ordinare": "Hai approvato tu questa domanda: l'ordine lo firma un'altra persona.",
  "ammettere-e-controllare":
    "Hai ammesso tu un servizio di questa domanda, o l'hai approvata: il controllo lo fa un altro.",
};

const CONTO: Testi = {
  "iban.non-risulta": () => ({
    title: "Il conto non risulta dell'ente",
    detail: "Chi controlla gli IBAN dice che questo conto non è intestato al tuo ente.",
    rimedio: "Scrivi l'IBAN di un conto dell'ente, oppure senti la banca.",
    status: 422,
  }),
  "iban.servizio-fermo": () => ({
    title: "Adesso il conto non si può controllare",
    detail: "Il servizio che controlla gli IBAN non risponde. Non è cambiato nulla.",
    rimedio: "Riprova più tardi.",
    status: 503,
  }),
  "iban.cambiato": ({ chi }) => ({
    title: "Il conto è cambiato mentre lo guardavi",
    detail: `Intanto lo ha cambiato ${chi}.`,
    rimedio: "Guarda il conto di adesso, poi scrivi il tuo se serve ancora.",
  }),
  "liquidazione.senza-iban": () => ({
    title: "Manca il conto su cui essere pagati",
    detail: "L'ente non ha ancora detto il suo IBAN.",
    rimedio: "Scrivilo in questa pagina, poi presenta la domanda.",
  }),
};

const DURC: Testi = {
  "durc.non-regolare": ({ esito }) => ({
    title: "Il DURC non è regolare",
    detail: `Chi rilascia il DURC ha risposto: ${esito === "in-verifica" ? "in verifica" : esito}.`,
    rimedio:
      "Finché non è regolare non si approva e non si paga. L'operatore deve mettersi in regola.",
  }),
  "durc.scaduto": ({ scadenza }) => ({
    title: "Il DURC è scaduto",
    detail: `Valeva fino al ${giorno(scadenza)}.`,
    rimedio: "Riprova: se ne chiede uno nuovo.",
  }),
  "durc.servizio-fermo": () => ({
    title: "Adesso il DURC non si può chiedere",
    detail: "Il servizio che lo rilascia non risponde. Non è cambiato nulla.",
    rimedio: "Riprova più tardi.",
    status: 503,
  }),
};

const DOMANDA: Testi = {
  "liquidazione.sconosciuta": () => ({
    title: "Questa domanda non c'è",
    detail: "Nessuna domanda di pagamento che puoi vedere ha questo identificativo.",
    rimedio: "Torna all'elenco.",
    status: 404,
  }),
  "liquidazione.estrazione-sconosciuta": () => ({
    title: "Questa estrazione non c'è",
    detail: "Nessuna estrazione ha questo identificativo.",
    rimedio: "Torna all'elenco.",
    status: 404,
  }),
  "liquidazione.cambiata": ({ stato: ora, chi }) => ({
    title: "La domanda è cambiata mentre la guardavi",
    detail: `L'ultimo passo è di ${chi}: adesso è «${stato(ora)}».`,
    rimedio: "Guarda com'è adesso, poi decidi di nuovo.",
  }),
  "liquidazione.passo-non-aperto": ({ stato: ora, serve }) => ({
    title: "Questo passo non è possibile adesso",
    detail: `La domanda è «${stato(ora)}»; serve che sia «${(serve as readonly string[]).map(stato).join("» o «")}».`,
    rimedio: "Guarda com'è adesso la domanda.",
  }),
  "liquidazione.nessuna-voce": () => ({
    title: "La domanda è vuota",
    detail: "Una domanda ha almeno un servizio.",
    rimedio: "Scegli almeno un servizio.",
    status: 422,
  }),
  "liquidazione.voce-non-pagabile": () => ({
    title: "Un servizio non si può chiedere",
    detail: "Uno dei servizi scelti è già in un'altra domanda, o non è del tuo ente.",
    rimedio: "Ricarica la pagina e scegli fra quelli che ci sono.",
  }),
  "liquidazione.sotto-il-minimo": ({ totaleCents, importoMinCents }) => ({
    title: "L'importo è troppo piccolo",
    detail: `La domanda vale ${euro(totaleCents)}; il minimo è ${euro(importoMinCents)}.`,
    rimedio: "Aspetta che sia ammesso altro, o scegli più servizi.",
    status: 422,
  }),
  "liquidazione.troppo-presto": ({ dal }) => ({
    title: "È troppo presto per un'altra domanda",
    detail: `La prossima si può presentare dal ${giorno(dal)}.`,
    rimedio: "Aspetta quel giorno: i servizi restano qui.",
  }),
  "liquidazione.controlli-incompleti": ({ mancano }) => ({
    title: "Mancano dei controlli",
    detail: `Ogni controllo va fatto e spuntato; ne mancano ${(mancano as readonly string[]).length}.`,
    rimedio: "Spunta i controlli fatti, o respingi la domanda dicendo perché.",
    status: 422,
  }),
  "liquidazione.motivo-mancante": () => ({
    title: "Manca il motivo",
    detail: "Chi legge deve sapere perché.",
    rimedio: "Scrivi il motivo.",
    status: 422,
  }),
  "liquidazione.stessa-persona": ({ compiti }) => ({
    title: "Qui serve un'altra persona",
    detail: COMPITI[String(compiti)] ?? "Questo passo spetta a un'altra persona.",
    rimedio: "Chiedi a un collega della stessa funzione.",
    status: 403,
  }),
};

const PAGAMENTO: Testi = {
  "liquidazione.niente-da-estrarre": () => ({
    title: "Non c'è niente da estrarre",
    detail: "Nessuna domanda approvata aspetta l'estrazione.",
    rimedio: "Torna quando ce ne sono.",
  }),
  "liquidazione.oltre-l-importo": ({ importoCents, massimoCents }) => ({
    title: "L'importo è troppo alto",
    detail: `Hai scritto ${euro(importoCents)}; il massimo è ${euro(massimoCents)}.`,
    rimedio: "Scrivi un importo più piccolo.",
    status: 422,
  }),
  "liquidazione.importo-diverso": ({ importoCents, attesoCents }) => ({
    title: "L'importo non è quello ordinato",
    detail: `Il pagamento è di ${euro(importoCents)}; l'ordine è di ${euro(attesoCents)}.`,
    rimedio: "Controlla l'importo e il numero dell'ordine.",
    status: 422,
  }),
  "liquidazione.data-non-valida": ({ data, dal, al }) => ({
    title: "La data non va bene",
    detail: `Hai scritto ${giorno(data)}; l'ordine è del ${giorno(dal)} e oggi è il ${giorno(al)}.`,
    rimedio: "Controlla il giorno e soprattutto l'anno.",
    status: 422,
  }),
  "liquidazione.ordine-sconosciuto": () => ({
    title: "Nessun ordine ha questo numero",
    detail: "Il numero non c'è, o l'ordine è già stato stornato.",
    rimedio: "Controlla il numero dell'ordine.",
    status: 422,
  }),
  "liquidazione.riferimento-diverso": ({ riferimento }) => ({
    title: "Il riferimento c'è già, con altri dati",
    detail: `${riferimento} è già stato registrato con dati diversi.`,
    rimedio: "Controlla il riferimento: ogni movimento ha il suo.",
  }),
};

export const TESTI_LIQUIDAZIONE: Testi = { ...CONTO, ...DURC, ...DOMANDA, ...PAGAMENTO };
