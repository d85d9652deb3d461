import { nomeRegione, STATI_ADESIONE, type StatoAdesione } from "@staffetta/domain";
import { type Testi, testoRequisiti } from "@staffetta/nodo";

const statoIn = (fatti: Readonly<Record<string, unknown>>, campo: string): string =>
  STATI_ADESIONE[fatti[campo] as StatoAdesione] ?? String(fatti[campo]);

/** Every refusal that can reach a person of this node, in plain Italian. */
export const TESTI: Testi = {
  "adesione.requisiti": testoRequisiti,
  "adesione.gia-aperta": (fatti) => ({
    title: "Hai già un'adesione in questa regione",
    detail: `C'è un'adesione aperta (${statoIn(fatti, "stato")}): se ne può avere una sola per volta.`,
    rimedio: "Continua da quella, oppure annullala prima di farne un'altra.",
  }),
  "adesione.transizione-non-ammessa": (fatti) => ({
    title: "Questo passaggio non è possibile",
    detail: `L'adesione è nello stato «${statoIn(fatti, "stato")}» e da lì non si può andare a «${statoIn(fatti, "a")}».`,
    rimedio: "Ricarica la pagina: forse è cambiata mentre la guardavi.",
  }),
  "adesione.in-conferma": () => ({
    title: "Bisogna aspettare la conferma",
    detail:
      "La presa in carico aspetta la conferma del registro nazionale: fino ad allora niente cambia.",
    rimedio: "Di solito basta qualche secondo. Riprova fra poco.",
  }),
  "adesione.non-in-conferma": (fatti) => ({
    title: "Questa presa in carico non aspetta conferme",
    detail: `L'adesione è nello stato «${statoIn(fatti, "stato")}».`,
    rimedio: "Non c'è niente da fare.",
  }),
  "adesione.operatore-non-modificabile": (fatti) => ({
    title: "Non puoi più cambiare operatore",
    detail: `L'adesione è nello stato «${statoIn(fatti, "stato")}»: l'operatore si cambia solo prima della presa in carico.`,
    rimedio: "Parla con il tuo operatore, oppure scrivi alla Regione.",
  }),
  "adesione.operatore-gia-scelto": () => ({
    title: "Hai già scelto questo operatore",
    detail: "È lo stesso operatore che ti segue adesso.",
    rimedio: "Se vuoi cambiare, scegline un altro dall'elenco.",
  }),
  "adesione.operatore-diverso": () => ({
    title: "Il giovane ha scelto un altro operatore",
    detail: "La scelta dell'operatore è cambiata prima che arrivasse questa notizia.",
    rimedio: "Il caso passa al nuovo operatore: non c'è altro da fare.",
  }),
  "adesione.politica-senza-presa": (fatti) => ({
    title: "Manca la presa in carico",
    detail: `Un'attività può iniziare solo dopo la presa in carico; l'adesione è nello stato «${statoIn(fatti, "stato")}».`,
    rimedio: "Controlla il caso in Gefo: serve prima una presa in carico confermata.",
  }),
  "adesione.presa-in-carico-altrove": ({ regionePresa }) => ({
    title: "Un'altra regione è arrivata prima",
    detail: `${nomeRegione(String(regionePresa))} ha già preso in carico questa persona.`,
    rimedio: "L'adesione qui si chiude. L'operatore è stato avvisato e il denaro è stato liberato.",
  }),
  "notifica.sconosciuta": () => ({
    title: "Questa notifica non è più da sistemare",
    detail: "È stata già applicata o chiusa, oppure non si può applicare di nuovo.",
    rimedio: "Ricarica la pagina delle notifiche.",
    status: 404,
  }),
  "servizicoap.ko": ({ messaggio }) => ({
    title: "Il Ministero ha rifiutato la comunicazione",
    detail: String(messaggio),
    rimedio: "Correggi il dato indicato; nella pagina degli scambi c'è la risposta intera.",
  }),
  "servizicoap.sap-assente": () => ({
    title: "La persona non ha ancora una SAP",
    detail:
      "La SAP di questa persona è stata chiusa mentre la leggevamo: la politica non è stata scritta.",
    rimedio: "La presa in carico riparte con la prossima politica.",
  }),
  "servizicoap.sap-da-completare": ({ mancano }) => ({
    title: "La SAP della persona è da completare",
    detail: `Il Ministero non ha una SAP di questa persona, e per la prima mancano: ${Array.isArray(mancano) ? mancano.join("; ") : "dei dati"}.`,
    rimedio:
      "Apri la scheda, poi «Dati per la SAP», e scrivi quello che manca: la SAP parte da sola e il compito si chiude.",
  }),
  "attesa.sconosciuta": () => ({
    title: "Questa adesione non è più in attesa",
    detail: "È già entrata nel registro, oppure è stata scartata.",
    rimedio: "Ricarica la pagina delle adesioni in attesa.",
    status: 404,
  }),
  "servizicoap.codice-non-in-uscita": ({ lista, codice }) => ({
    title: "Un codice non può uscire dalla Regione",
    detail: `Il codice ${codice} non è fra quelli validi della lista ${lista}.`,
    rimedio: "Correggi la corrispondenza fra misure e attività nelle regole della SAP.",
  }),
  "servizicoap.sap-illeggibile": ({ messaggio }) => ({
    title: "La SAP non si può scrivere",
    detail: String(messaggio),
    rimedio: "Guarda la pagina degli scambi e chiedi all'assistenza.",
  }),
  "adesione.sconosciuta": () => ({
    title: "Questa adesione non c'è",
    detail: "Nessuna adesione che puoi vedere ha questo identificativo.",
    rimedio: "Torna all'elenco e scegli da lì.",
    status: 404,
  }),
  "adesione.versione-fuori-ordine": () => ({
    title: "La notizia è più vecchia di quella già nota",
    detail: "Il destinatario conosce già un passaggio successivo di questa adesione.",
    rimedio: "Confronta le due storie prima di fare altro.",
  }),
  "adesione.stato-diverso": (fatti) => ({
    title: "I due sistemi non partono dallo stesso stato",
    detail: `Il destinatario ha l'adesione nello stato «${statoIn(fatti, "stato")}», il messaggio partiva da «${statoIn(fatti, "da")}».`,
    rimedio: "Confronta le due storie e manda di nuovo quello che manca.",
  }),
  "adesione.regione-sbagliata": () => ({
    title: "L'adesione è di un'altra regione",
    detail: "Solo la regione che ha l'adesione può dirne lo stato.",
    rimedio: "Controlla quale regione ha mandato il messaggio.",
  }),
  "caso.gia-in-carico": () => ({
    title: "Il caso è già preso in carico",
    detail: "Un operatore ha già la presa in carico confermata di questa persona.",
    rimedio: "Il cambio di operatore va concordato con l'operatore attuale.",
  }),
  "politica.mai-avviata": () => ({
    title: "L'inizio dell'attività non è mai arrivato",
    detail: "È arrivata la fine di un'attività di cui non si conosce l'inizio.",
    rimedio: "L'operatore deve comunicare l'inizio dell'attività in Gefo.",
  }),
  "operatore.sconosciuto": () => ({
    title: "Questo operatore non c'è",
    detail: "L'operatore scelto non è nell'elenco di quelli accreditati oggi.",
    rimedio: "Torna indietro e scegline uno dall'elenco.",
    status: 422,
  }),
  "persona.senza-adesioni": () => ({
    title: "Non hai ancora un'adesione qui",
    status: 404,
    detail: "I recapiti si scrivono quando aderisci.",
    rimedio: "Apri «Aderisci» e compila il modulo.",
  }),
  "compito.sconosciuto": () => ({
    title: "Questo compito non c'è più",
    detail: "Forse qualcuno l'ha già sistemato.",
    rimedio: "Ricarica la pagina dei compiti.",
    status: 404,
  }),
  "importa.data-futura": () => ({
    title: "La data dell'adesione è nel futuro",
    detail: "Si importano solo adesioni già fatte.",
    rimedio: "Correggi la data nel file.",
    status: 422,
  }),
  "cifre.giorno-futuro": () => ({
    title: "Questo giorno non è ancora arrivato",
    detail: "Si possono inviare le cifre di oggi o di un giorno passato.",
    rimedio: "Scegli un altro giorno.",
    status: 422,
  }),
  "istantanea.impronta-diversa": () => ({
    title: "L'impronta delle cifre non torna",
    detail: "Il Ministero ha ricalcolato l'impronta del messaggio e ne ha trovata un'altra.",
    rimedio: "Invia le cifre del giorno come nuova edizione.",
  }),
  "istantanea.edizione-nota": () => ({
    title: "Questa edizione c'è già",
    detail: "Il Ministero ha già un'edizione diversa con lo stesso numero.",
    rimedio: "Invia le cifre del giorno come nuova edizione.",
  }),
};
