import { nomeRegione, STATI_ADESIONE, type StatoAdesione } from "@staffetta/domain";
import { type Testi, testoRequisiti } from "@staffetta/nodo";

const nomeStato = (stato: unknown): string =>
  STATI_ADESIONE[stato as StatoAdesione] ?? String(stato);

export const TESTI: Testi = {
  "adesione.requisiti": testoRequisiti,
  "adesione.gia-aperta": ({ stato }) => ({
    title: "Hai già un'adesione in questa regione",
    detail: `C'è un'adesione aperta (${nomeStato(stato)}): in una regione se ne può avere una sola per volta.`,
    rimedio: "Guarda a che punto è, oppure annullala prima di farne un'altra.",
  }),
  "adesione.presa-in-carico-altrove": ({ regionePresa }) => ({
    title: "Sei già seguito da un'altra regione",
    detail: `${nomeRegione(String(regionePresa))} ti ha preso in carico: il percorso continua lì.`,
    rimedio: "Parla con il tuo operatore se vuoi cambiare regione.",
  }),
  "adesione.transizione-non-ammessa": ({ stato, a }) => ({
    title: "Questo passaggio non è possibile",
    detail: `L'adesione è nello stato «${nomeStato(stato)}» e da lì non si può andare a «${nomeStato(a)}».`,
    rimedio: "Ricarica la pagina: forse è cambiata mentre la guardavi.",
  }),
  "adesione.in-conferma": () => ({
    title: "La presa in carico è in corso",
    detail: "L'operatore ha appena preso in carico questa persona.",
    rimedio: "Guarda di nuovo fra qualche minuto.",
  }),
  "adesione.versione-fuori-ordine": () => ({
    title: "La notizia è più vecchia di quella già nota",
    detail: "Il registro conosce già un passaggio successivo di questa adesione.",
    rimedio: "La Regione deve confrontare la sua storia con quella del registro.",
  }),
  "adesione.stato-diverso": ({ stato, da }) => ({
    title: "I due sistemi non partono dallo stesso stato",
    detail: `Il registro ha «${nomeStato(stato)}», il messaggio partiva da «${nomeStato(da)}».`,
    rimedio: "La Regione deve mandare i passaggi che mancano.",
  }),
  "adesione.regione-sbagliata": () => ({
    title: "L'adesione è di un'altra regione",
    detail: "Solo la regione che ha l'adesione può dirne lo stato.",
    rimedio: "Controlla quale regione ha mandato il messaggio.",
  }),
  "adesione.sconosciuta": () => ({
    title: "Questa adesione non c'è",
    detail: "Nessuna adesione che puoi vedere ha questo identificativo.",
    rimedio: "Torna alla tua pagina e scegli da lì.",
    status: 404,
  }),
  "regione.non-servita": () => ({
    title: "Questa regione non si può ancora scegliere",
    detail: "Il portale nazionale non è collegato al sistema di questa regione.",
    rimedio: "Scegli una regione dell'elenco.",
    status: 422,
  }),
};
