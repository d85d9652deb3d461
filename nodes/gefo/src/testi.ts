import {
  CONTI,
  type CodiceMisura,
  type Conto,
  MISURE,
  MOTIVI_NON_PRESA,
  type MotivoNonPresa,
  STATI_ADESIONE,
  STATI_CASO,
  STATI_SERVIZIO,
  type StatoAdesione,
  type StatoCaso,
  type StatoServizio,
} from "@staffetta/domain";
import type { Testi } from "@staffetta/nodo";
import { TESTI_ALLEGATI } from "./allegati/testi.ts";
import { TESTI_APPUNTAMENTI } from "./appuntamenti/testi.ts";
import { TESTI_AVVISI } from "./avvisi/testi.ts";
import { TESTI_CONTATTI } from "./contatti/testi.ts";
import { euro } from "./euro.ts";
import { TESTI_INDENNITA } from "./indennita/testi.ts";
import { TESTI_LAVORO } from "./lavoro/testi.ts";
import { TESTI_LIQUIDAZIONE } from "./liquidazione/testi.ts";
import { TESTI_NOTIFICHE } from "./notifiche/testi.ts";
import { TESTI_OPERATORI } from "./operatori/testi.ts";
import { TESTI_PRESA } from "./presa/testi.ts";
import { TESTI_REGISTRO } from "./registro/testi.ts";
import { TESTI_RENDICONTAZIONE } from "./rendicontazione/testi.ts";

const giorno = (data: unknown): string => String(data).split("-").reverse().join("/");
const misura = (codice: unknown): string =>
  MISURE[codice as CodiceMisura]?.etichetta ?? String(codice);
const caso = (stato: unknown): string => STATI_CASO[stato as StatoCaso] ?? String(stato);
const servizio = (stato: unknown): string =>
  STATI_SERVIZIO[stato as StatoServizio] ?? String(stato);
const elenco = (serve: unknown): string => (serve as readonly string[]).map(caso).join(" o ");

const DENARO: Testi = {
  "denaro.insufficiente": ({ conto, saldoCents, richiestoCents }) => ({
    title: "Non c'è abbastanza denaro",
    detail: `Servono ${euro(richiestoCents)} e nel conto «${CONTI[conto as Conto]}» ce ne sono ${euro(saldoCents)}.`,
    rimedio: "Riduci i servizi della dote, oppure aspetta che la Regione assegni altro denaro.",
  }),
  "linea.senza-denaro": ({ saldoCents, richiestoCents }) => ({
    title: "Non c'è abbastanza denaro in questa linea",
    detail: `Vuoi togliere ${euro(richiestoCents)}, ma la linea da cui partono ha ${euro(saldoCents)} ancora disponibili: il resto è già promesso alle doti.`,
    rimedio: "Scrivi un importo più piccolo, oppure prendi il denaro da un'altra linea.",
  }),
};

const LINEE: Testi = {
  "linea.senza-padre": () => ({
    title: "Manca la linea da cui prendere il denaro",
    detail: "La soglia di un operatore nasce dentro la linea della sua misura, che non c'è ancora.",
    rimedio: "Apri prima la linea della misura.",
  }),
  "linea.gia-aperta": () => ({
    title: "Questa linea c'è già",
    detail: "Per darle altro denaro usa lo spostamento fra linee.",
    rimedio: "Scegli la linea nell'elenco e sposta il denaro.",
  }),
  "linea.sconosciuta": () => ({
    title: "Le due linee non vanno bene",
    detail: "Il denaro si sposta fra due linee diverse che ci sono.",
    rimedio: "Scegli di nuovo le due linee.",
    status: 422,
  }),
};

const DOTE: Testi = {
  "dote.senza-servizi": () => ({
    title: "La dote è vuota",
    detail: "Una dote ha almeno un servizio.",
    rimedio: "Scegli almeno un servizio.",
    status: 422,
  }),
  "dote.misura-ripetuta": (fatti) => ({
    title: "Lo stesso servizio c'è due volte",
    detail: `«${misura(fatti["misura"])}» è stato scelto più di una volta.`,
    rimedio: "Lascialo una volta sola, con tutte le ore.",
    status: 422,
  }),
  "dote.ore-non-valide": (fatti) => ({
    title: "Le ore non vanno bene",
    detail: `Le ore di «${misura(fatti["misura"])}» devono essere un numero intero, almeno 1.`,
    rimedio: "Correggi le ore.",
    status: 422,
  }),
  "dote.ore-oltre-massimo": (fatti) => ({
    title: "Le ore sono troppe",
    detail: `Per «${misura(fatti["misura"])}» l'avviso ammette al massimo ${fatti["oreMax"]} ore.`,
    rimedio: "Riduci le ore.",
    status: 422,
  }),
  "dote.importo-oltre-massimo": (fatti) => ({
    title: "L'importo è troppo alto",
    detail: `Per «${misura(fatti["misura"])}» l'avviso ammette al massimo ${euro(fatti["importoMaxCents"])}.`,
    rimedio: "Riduci le ore.",
    status: 422,
  }),
  "dote.massimale-superato": ({ fascia, valoreCents, massimaleCents }) => ({
    title: "La dote supera il massimo",
    detail: `La dote vale ${euro(valoreCents)}; per la fascia ${fascia} il massimo è ${euro(massimaleCents)}.`,
    rimedio: "Togli un servizio o riduci le ore.",
    status: 422,
  }),
};

const SERVIZIO: Testi = {
  "servizio.sconosciuto": () => ({
    title: "Questo servizio non c'è",
    detail: "Il servizio non fa parte della dote di questo caso.",
    rimedio: "Ricarica la pagina del caso.",
    status: 404,
  }),
  "servizio.presa-non-confermata": () => ({
    title: "Bisogna aspettare la conferma",
    detail: "La presa in carico aspetta ancora la conferma del registro nazionale.",
    rimedio: "Di solito basta qualche secondo. Riprova fra poco.",
  }),
  "servizio.dote-chiusa": () => ({
    title: "La dote è chiusa",
    detail: "Questa dote è stata annullata: nessun servizio può cominciare.",
    rimedio: "Guarda nel caso perché è stata annullata.",
  }),
  "servizio.nessuno": ({ serve }) => ({
    title: "Nessun servizio a questo punto",
    detail: `Nessun servizio della dote è «${servizio(serve)}».`,
    rimedio: "Completa prima il passo precedente.",
  }),
  "servizio.passo-non-aperto": (fatti) => ({
    title: "Questo passo non è possibile adesso",
    detail: `Adesso il servizio è «${servizio(fatti["stato"])}». Questo si fa quando è «${servizio(fatti["serve"])}».`,
    rimedio: "Ricarica la pagina: forse è cambiato mentre la guardavi.",
  }),
  "servizio.oltre-la-dote": (fatti) => ({
    title: "La dote è già finita in quella data",
    detail: `I servizi devono iniziare entro il ${giorno(fatti["fineDote"])}.`,
    rimedio: "Controlla la data.",
    status: 422,
  }),
};

/** What is still to be done before somebody may be given up. */
function mancano(fatti: Readonly<Record<string, unknown>>): string {
  const di = (quanti: number, uno: string, molti: string) =>
    quanti <= 0 ? [] : [`${quanti} ${quanti === 1 ? uno : molti}`];
  const tentativi = Number(fatti["tentativiMin"]) - Number(fatti["tentativi"]);
  const canali = Number(fatti["canaliMin"]) - Number(fatti["canali"]);
  const cose = [
    ...di(tentativi, "tentativo", "tentativi"),
    ...di(canali, "canale diverso", "canali diversi"),
  ];
  return `finora ${fatti["tentativi"]}; ancora da fare: ${cose.join(" e ")}`;
}

export const TESTI: Testi = {
  ...TESTI_APPUNTAMENTI,
  ...TESTI_CONTATTI,
  ...TESTI_LAVORO,
  ...TESTI_NOTIFICHE,
  ...DENARO,
  ...LINEE,
  ...TESTI_OPERATORI,
  ...TESTI_AVVISI,
  ...DOTE,
  ...SERVIZIO,
  ...TESTI_PRESA,
  ...TESTI_ALLEGATI,
  ...TESTI_REGISTRO,
  ...TESTI_RENDICONTAZIONE,
  ...TESTI_LIQUIDAZIONE,
  ...TESTI_INDENNITA,
  "caso.sconosciuto": () => ({
    title: "Questo caso non c'è",
    detail:
      "Nessun caso che puoi vedere ha questo identificativo: forse il giovane ha cambiato operatore.",
    rimedio: "Torna alla lista di lavoro.",
    status: 404,
  }),
  "caso.passo-non-aperto": (fatti) => ({
    title: "Questo passo non è possibile adesso",
    detail: `Adesso il caso è «${caso(fatti["stato"])}». Questo si fa quando è «${elenco(fatti["serve"])}».`,
    rimedio: "Completa prima il passo precedente.",
  }),
  "data.nel-futuro": (fatti) => ({
    title: "La data è nel futuro",
    detail: `Hai scritto ${giorno(fatti["data"])}, oggi è il ${giorno(fatti["oggi"])}.`,
    rimedio: "Si registra solo quello che è già successo: correggi data e ora.",
    status: 422,
  }),
  "data.troppo-presto": (fatti) => ({
    title: "La data è troppo indietro",
    detail: `Hai scritto ${giorno(fatti["data"])}: non può venire prima del ${giorno(fatti["minima"])}.`,
    rimedio: "Correggi la data: guarda anche l'anno.",
    status: 422,
  }),
  "data.troppo-avanti": (fatti) => ({
    title: "La data è troppo lontana",
    detail: `Hai scritto ${giorno(fatti["data"])}: non può venire dopo il ${giorno(fatti["massima"])}.`,
    rimedio: "Correggi la data: guarda anche l'anno.",
    status: 422,
  }),
  "contatto.senza-convocazione": () => ({
    title: "Manca la convocazione",
    detail: "Non si può dire che non si è presentato chi non è mai stato convocato.",
    rimedio: "Registra prima la convocazione.",
  }),
  "non-presa.motivo-fuori-tempo": (fatti) => ({
    title: "Questo motivo non vale a questo punto",
    detail: `«${MOTIVI_NON_PRESA[fatti["motivo"] as MotivoNonPresa]}» non si può usare quando il caso è «${caso(fatti["stato"])}».`,
    rimedio: "Scegli un altro motivo, o completa prima il passo che manca.",
  }),
  "non-presa.pochi-tentativi": (fatti) => ({
    title: "Servono altri tentativi",
    detail: `Per questo motivo servono almeno ${fatti["tentativiMin"]} tentativi${Number(fatti["canaliMin"]) > 1 ? ` su ${fatti["canaliMin"]} canali diversi (per esempio telefono ed e-mail)` : ""}: ${mancano(fatti)}.`,
    rimedio: "Prova ancora a contattare il giovane e registra ogni tentativo.",
  }),
  "caso.gia-in-carico": () => ({
    title: "Il caso è già preso in carico",
    detail: "Un operatore ha già la presa in carico confermata.",
    rimedio: "Il cambio va concordato con l'operatore attuale.",
  }),
  "adesione.sconosciuta": () => ({
    title: "L'adesione non è mai arrivata",
    detail: "Il destinatario non conosce questa adesione.",
    rimedio: "Guarda la pagina dei flussi della Regione.",
  }),
  "adesione.operatore-diverso": () => ({
    title: "Il giovane ha scelto un altro operatore",
    detail: "La scelta è cambiata prima che arrivasse la tua notizia.",
    rimedio: "Il caso passa al nuovo operatore.",
  }),
  "adesione.transizione-non-ammessa": (fatti) => ({
    title: "La Regione non ha accettato",
    detail: `Intanto l'adesione è diventata «${STATI_ADESIONE[fatti["stato"] as StatoAdesione] ?? fatti["stato"]}».`,
    rimedio: "Guarda la storia del caso: forse il giovane l'ha annullata.",
  }),
  "adesione.in-conferma": () => ({
    title: "Bisogna aspettare la conferma",
    detail: "La presa in carico aspetta la conferma del registro nazionale.",
    rimedio: "Riprova fra poco.",
  }),
  "adesione.politica-senza-presa": () => ({
    title: "Manca la presa in carico",
    detail: "La Regione non ha una presa in carico confermata per questa persona.",
    rimedio: "Aspetta la conferma, poi comunica di nuovo l'inizio.",
  }),
  "politica.mai-avviata": () => ({
    title: "L'inizio del servizio non è mai arrivato",
    detail: "La Regione non conosce l'inizio di questo servizio.",
    rimedio: "Guarda la pagina dei flussi.",
  }),
};
