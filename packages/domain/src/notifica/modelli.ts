/**
 * What is written to people, in words that a sixteen-year-old understands. A text names its blanks in
 * braces; `dovuta` = the law or the avviso wants it told, hence nobody is asked whether to be told.
 */
interface Modello {
  readonly etichetta: string;
  readonly dovuta: boolean;
  /** Leaves also in the hours of silence: waiting would make it useless. */
  readonly urgente: boolean;
  readonly oggetto: string;
  readonly testo: string;
  /** For a telephone: no more than 160 letters with ordinary data. */
  readonly breve: string;
}

const SALUTO = "Ciao {nome},\n\n";
const FIRMA = "\n\n{operatore}\n{telefono}\nGaranzia Giovani";

export const MODELLI_NOTIFICA = {
  convocazione: {
    ...{ etichetta: "Convocazione", dovuta: true, urgente: false },
    oggetto: "Garanzia Giovani: ti aspettiamo per il colloquio",
    testo: `${SALUTO}hai scelto {operatore} per Garanzia Giovani: ti aspettiamo per il primo colloquio.\n\nQuando: {quando}\nDove: {dove}\n\nPorta un documento d'identità e il codice fiscale. Se non puoi venire chiamaci prima: troviamo un altro giorno. Se non vieni e non ci dici perché, dopo {tentativi} tentativi la tua adesione può essere chiusa.${FIRMA}`,
    breve: "Garanzia Giovani: {operatore} ti aspetta {quando}, {dove}. Non puoi? Chiama {telefono}",
  },
  promemoria: {
    ...{ etichetta: "Promemoria", dovuta: false, urgente: false },
    oggetto: "Promemoria: il tuo appuntamento di Garanzia Giovani",
    testo: `${SALUTO}ti ricordiamo l'appuntamento.\n\nQuando: {quando}\nDove: {dove}\n\nSe non puoi venire, chiamaci: lo spostiamo.${FIRMA}`,
    breve: "Promemoria: {operatore}, {quando}, {dove}. Per spostarlo chiama {telefono}",
  },
  "appuntamento-fissato": {
    ...{ etichetta: "Appuntamento fissato", dovuta: true, urgente: false },
    oggetto: "Garanzia Giovani: il tuo appuntamento",
    testo: `${SALUTO}il tuo appuntamento è fissato.\n\nQuando: {quando}\nDove: {dove}\n\nIl file allegato lo mette nel tuo calendario. Se non puoi venire, chiamaci: lo spostiamo.${FIRMA}`,
    breve: "Appuntamento con {operatore}: {quando}, {dove}. Per spostarlo chiama {telefono}",
  },
  "appuntamento-spostato": {
    ...{ etichetta: "Appuntamento spostato", dovuta: true, urgente: true },
    oggetto: "Garanzia Giovani: il tuo appuntamento è cambiato",
    testo: `${SALUTO}il tuo appuntamento è stato spostato.\n\nNuovo giorno: {quando}\nDove: {dove}\nPerché: {motivo}\n\nSe non va bene, chiamaci.${FIRMA}`,
    breve: "Appuntamento spostato: {quando}, {dove}. Per cambiare chiama {telefono}",
  },
  "appuntamento-annullato": {
    ...{ etichetta: "Appuntamento annullato", dovuta: true, urgente: true },
    oggetto: "Garanzia Giovani: il tuo appuntamento è stato annullato",
    testo: `${SALUTO}l'appuntamento del {quando} non c'è più.\n\nPerché: {motivo}\n\nChe cosa fare: {rimedio}${FIRMA}`,
    breve: "L'appuntamento del {quando} è annullato: {motivo}. Chiama {telefono}",
  },
  "non-convocato": {
    ...{ etichetta: "Nessuno ti ha chiamato in tempo", dovuta: true, urgente: false },
    oggetto: "Garanzia Giovani: puoi scegliere un altro operatore",
    testo: `${SALUTO}sono passati più di {giorni} giorni dalla tua adesione e {operatore} non ti ha ancora convocato.\n\nPuoi aspettare ancora, oppure scegliere un altro operatore: lo fai sul portale della Regione, nella tua adesione. La tua adesione resta valida con la sua data. Lo sa anche la Regione.${FIRMA}`,
    breve:
      "{operatore} non ti ha convocato, e sono più di {giorni} giorni: sul portale della Regione puoi sceglierne un altro",
  },
  "mancata-presentazione": {
    ...{ etichetta: "Non ti sei presentato", dovuta: true, urgente: false },
    oggetto: "Garanzia Giovani: non ti abbiamo visto",
    testo: `${SALUTO}ti aspettavamo il {quando} e non ti abbiamo visto.\n\nSe c'era un motivo, per esempio la salute, un lavoro o una visita, faccelo sapere entro il {entro}: l'assenza non conterà e fisseremo un altro giorno.${FIRMA}`,
    breve:
      "Non ti abbiamo visto il {quando}. Se c'era un motivo dillo entro il {entro}: {telefono}",
  },
  "posto-libero": {
    ...{ etichetta: "Si è liberato un posto", dovuta: false, urgente: true },
    oggetto: "Garanzia Giovani: si è liberato un posto",
    testo: `${SALUTO}eri in lista di attesa: si è liberato un posto e lo abbiamo preso per te.\n\nQuando: {quando}\nDove: {dove}\n\nSe non puoi venire, chiamaci subito: lo diamo a chi aspetta dopo di te.${FIRMA}`,
    breve: "Posto libero: {quando}, {dove}. Se non puoi chiama subito {telefono}",
  },
  preavviso: {
    ...{ etichetta: "Preavviso di una decisione", dovuta: true, urgente: false },
    oggetto: "Garanzia Giovani: prima di decidere ti ascoltiamo",
    testo: `${SALUTO}{conseguenza}.\n\nPerché: {motivo}\n\nNon è ancora deciso. Se non sei d'accordo, o se qualcosa non è andato così, rispondi entro il {entro}: chiama {operatore} o vai al suo sportello. La tua risposta viene scritta e letta prima di decidere.${FIRMA}`,
    breve: "{conseguenza}: {motivo}. Puoi rispondere entro il {entro}: {telefono}",
  },
  "non-presa": {
    ...{ etichetta: "Non presa in carico", dovuta: true, urgente: false },
    oggetto: "Garanzia Giovani: la tua adesione non va avanti con questo operatore",
    testo: `${SALUTO}{operatore} non ti prende in carico.\n\nPerché: {motivo}\n\nSul portale della Regione vedi a che punto è la tua adesione, e se puoi scegliere un altro operatore o aderire di nuovo. Se non sei d'accordo puoi scrivere alla Regione.${FIRMA}`,
    breve:
      "{operatore} non ti prende in carico: {motivo}. Che cosa puoi fare è scritto sul portale",
  },
  "dote-persa": {
    ...{ etichetta: "Dote chiusa d'ufficio", dovuta: true, urgente: false },
    oggetto: "Garanzia Giovani: la Regione ha chiuso la tua dote",
    testo: `${SALUTO}la Regione ha chiuso la tua dote.\n\nPerché: {motivo}\n\nLe attività che non erano ancora cominciate non si fanno più. Se non sei d'accordo puoi scrivere alla Regione; se hai domande chiamaci.${FIRMA}`,
    breve: "La Regione ha chiuso la tua dote: {motivo}. Per domande chiama {telefono}",
  },
  avviso: {
    ...{ etichetta: "Avviso", dovuta: true, urgente: false },
    oggetto: "Garanzia Giovani: {titolo}",
    testo: `${SALUTO}{messaggio}${FIRMA}`,
    breve: "Garanzia Giovani: {titolo}. {operatore}, {telefono}",
  },
} as const satisfies Record<string, Modello>;
export type ModelloNotifica = keyof typeof MODELLI_NOTIFICA;

type Segnaposto<T extends string> = T extends `${string}{${infer Nome}}${infer Resto}`
  ? Nome | Segnaposto<Resto>
  : never;
type Testi<M extends ModelloNotifica> = (typeof MODELLI_NOTIFICA)[M]["oggetto" | "testo" | "breve"];

/** The blanks of a template: none can be forgotten. */
export type DatiNotifica<M extends ModelloNotifica = ModelloNotifica> = Readonly<
  Record<Segnaposto<Testi<M>>, string>
>;

export interface Scritta {
  readonly oggetto: string;
  readonly testo: string;
  readonly breve: string;
}

/** A blank that nobody filled is a fault: nobody receives a letter with braces in it. */
export function scrivi<M extends ModelloNotifica>(modello: M, dati: DatiNotifica<M>): Scritta {
  const values = dati as Readonly<Record<string, string>>;
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (_, nome: string) => {
      const value = values[nome];
      if (value === undefined) throw new Error(`Il modello ${modello} vuole anche ${nome}`);
      return value;
    });
  const { oggetto, testo, breve } = MODELLI_NOTIFICA[modello];
  // One line: what a person wrote must not become a header of the letter.
  return {
    oggetto: fill(oggetto).replaceAll(/\s+/g, " "),
    testo: fill(testo),
    breve: fill(breve).slice(0, 320),
  };
}
