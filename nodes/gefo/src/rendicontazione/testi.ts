import { PROVE_ETICHETTE, type ProvaRichiesta } from "@staffetta/domain";
import type { Testi } from "@staffetta/nodo";
import { euro } from "../euro.ts";

const giorno = (data: unknown): string => String(data).split("-").reverse().join("/");

export const TESTI_RENDICONTAZIONE: Testi = {
  "rendicontazione.sconosciuta": () => ({
    title: "Questa rendicontazione non c'è",
    detail: "Nessuna rendicontazione che puoi vedere ha questo identificativo.",
    rimedio: "Torna all'elenco.",
    status: 404,
  }),
  "rendicontazione.gia-verificata": () => ({
    title: "È già stata verificata",
    detail: "Qualcuno ha verificato questa rendicontazione mentre la guardavi.",
    rimedio: "Torna all'elenco: ne trovi altre.",
  }),
  "rendicontazione.in-verifica": ({ inVerificaCents }) => ({
    title: "Un'altra rendicontazione è in verifica",
    detail: `La Regione sta ancora verificando ${euro(inVerificaCents)} di questo servizio.`,
    rimedio: "Aspetta l'esito, poi presenta la prossima.",
  }),
  "rendicontazione.niente-da-rendicontare": () => ({
    title: "Non c'è niente da rendicontare",
    detail: "Nessuna riga del registro ha tutte e due le firme.",
    rimedio: "Fai firmare il registro e riprova.",
  }),
  "rendicontazione.prova-mancante": ({ manca }) => ({
    title: "Manca una prova",
    detail: `Per questo servizio serve: ${PROVE_ETICHETTE[manca as ProvaRichiesta]}.`,
    rimedio: "Aggiungila e presenta di nuovo.",
  }),
  "rendicontazione.righe-senza-firma": ({ righe }) => ({
    title: "Ci sono righe senza firma",
    detail: `${righe} righe del registro non hanno tutte e due le firme: con la rendicontazione finale andrebbero perse.`,
    rimedio: "Falle firmare, oppure toglile dal registro.",
  }),
  "rendicontazione.niente-da-ripresentare": () => ({
    title: "Non c'è niente da ripresentare",
    detail: "Nulla è stato tagliato, oppure il taglio è già stato ripresentato una volta.",
    rimedio: "Guarda l'esito della verifica.",
  }),
  "rendicontazione.ripresentazione-scaduta": ({ entro }) => ({
    title: "Il tempo è scaduto",
    detail: `Quanto tagliato si poteva ripresentare fino al ${giorno(entro)}.`,
    rimedio: "Il taglio è definitivo.",
  }),
  "rendicontazione.risultato-solo-alla-fine": () => ({
    title: "Un risultato si rendiconta alla fine",
    detail: "Questo servizio è pagato a risultato: non ha rendicontazioni parziali.",
    rimedio: "Comunica la fine del servizio, poi presenta la rendicontazione.",
  }),
  "rendicontazione.controlli-incompleti": ({ mancano }) => ({
    title: "Mancano dei controlli",
    detail: `Ogni controllo va fatto e spuntato; ne mancano ${(mancano as readonly string[]).length}.`,
    rimedio: "Spunta i controlli fatti, o taglia la riga che non va bene.",
    status: 422,
  }),
  "rendicontazione.prova-non-sua": () => ({
    title: "Il documento non va bene",
    detail: "Il documento scelto per un controllo non è di questo servizio.",
    rimedio: "Scegli fra i documenti di questa pagina, o lascia vuoto.",
    status: 422,
  }),
  "rendicontazione.voce-sconosciuta": () => ({
    title: "La riga non c'è",
    detail: "Il taglio riguarda una riga che non è in questa rendicontazione.",
    rimedio: "Ricarica la pagina.",
    status: 422,
  }),
  "rendicontazione.taglio-oltre-importo": ({ taglioCents, richiestoCents }) => ({
    title: "Il taglio supera l'importo",
    detail: `Il taglio è di ${euro(taglioCents)} e l'importo chiesto è di ${euro(richiestoCents)}.`,
    rimedio: "Scrivi un taglio più piccolo.",
    status: 422,
  }),
  "rendicontazione.taglio-senza-motivo": () => ({
    title: "Manca il motivo del taglio",
    detail: "Chi riceve meno di quanto ha chiesto deve sapere perché.",
    rimedio: "Scrivi il motivo nella nota.",
    status: 422,
  }),
  "risultato.nessuna-comunicazione": ({ dal, al }) => ({
    title: "Nessun contratto prova il risultato",
    detail: `Non c'è una comunicazione obbligatoria adatta che cominci fra il ${giorno(dal)} e il ${giorno(al)}.`,
    rimedio:
      "Se il contratto c'è, la comunicazione arriverà: riprova. Se non c'è, correggi l'esito.",
  }),
  "risultato.troppo-breve": ({ durataDays, durataMinDays }) => ({
    title: "Il contratto è troppo breve",
    detail: `Il contratto, con le sue proroghe, dura ${durataDays} giorni; ne servono ${durataMinDays}.`,
    rimedio: "Se viene prorogato, presenta di nuovo la rendicontazione.",
  }),
  "risultato.doppio-finanziamento": () => ({
    title: "Il contratto è già pagato da un altro incentivo",
    detail: "Per la stessa assunzione in somministrazione è stato chiesto un bonus.",
    rimedio: "I due pagamenti si escludono: questo risultato non si può chiedere.",
  }),
  "risultato.gia-usato": () => ({
    title: "Il contratto prova già un altro risultato",
    detail: "Lo stesso contratto è stato usato in un'altra dote.",
    rimedio: "Ogni contratto vale per un risultato solo.",
  }),
  "comunicazione.diversa": ({ protocollo }) => ({
    title: "La comunicazione c'è già, con altri dati",
    detail: `Il protocollo ${protocollo} è già registrato con dati diversi.`,
    rimedio: "Controlla il file: una correzione ha un protocollo suo.",
  }),
};
