import {
  PROVE_REQUISITI,
  type ProvaRequisiti,
  STATI_DOTE,
  type StatoDote,
} from "@staffetta/domain";
import type { Testi } from "@staffetta/nodo";

const giorno = (data: unknown): string => String(data).split("-").reverse().join("/");
/** The state without what it means for the money. */
const breve = (stato: unknown): string =>
  (STATI_DOTE[stato as StatoDote] ?? String(stato)).split(":")[0] ?? "";
const passoDote = (stato: unknown): string =>
  stato === null ? "Non c'è ancora una dote." : `Adesso la dote è «${breve(stato)}».`;

const VERIFICHE: Testi = {
  "identita.non-verificata": () => ({
    title: "Manca la verifica dell'identità",
    detail: "Prima del patto qualcuno deve aver visto un documento del giovane.",
    rimedio: "Registra il documento che hai visto.",
  }),
  "identita.documento-scaduto": (fatti) => ({
    title: "Il documento è scaduto",
    detail: `È scaduto il ${giorno(fatti["scadeOn"])}.`,
    rimedio: "Chiedi un documento valido.",
    status: 422,
  }),
  "requisiti.prova-manca": (fatti) => ({
    title: "Manca una prova",
    detail: `Serve: ${(fatti["mancano"] as ProvaRequisiti[]).map((una) => PROVE_REQUISITI[una]).join(", ")}.`,
    rimedio: "Raccogli la prova e segnala.",
    status: 422,
  }),
  "requisiti.attivita-sconosciuta": () => ({
    title: "Questa attività non è in elenco",
    detail: "L'avviso non dice se è compatibile.",
    rimedio: "Scegli dall'elenco.",
    status: 422,
  }),
  "requisiti.mai-verificati": (fatti) => ({
    title: "I requisiti non sono verificati",
    detail: `Al ${giorno(fatti["giorno"])} nessuno ha verificato che il giovane non studi e non lavori.`,
    rimedio: "Registra la verifica dei requisiti.",
  }),
  "requisiti.negativi": (fatti) => ({
    title: "Il giovane non ha i requisiti",
    detail: `La verifica del ${giorno(fatti["on"])} è negativa.`,
    rimedio: "Se la situazione è cambiata fai una nuova verifica.",
  }),
  "requisiti.verifica-vecchia": (fatti) => ({
    title: "La verifica dei requisiti è vecchia",
    detail: `È del ${giorno(fatti["on"])}: vale ${fatti["validitaDays"]} giorni.`,
    rimedio: "Verifica di nuovo i requisiti, poi riprova.",
  }),
};

const TUTELA: Testi = {
  "tutela.manca": (fatti) => ({
    title: "È minorenne: serve chi decide con lui",
    detail: `Ha ${fatti["etaYears"]} anni.`,
    rimedio: "Registra il genitore, il tutore o l'affidatario.",
  }),
  "tutela.non-serve": () => ({
    title: "È maggiorenne",
    detail: "Decide da solo: nessuno firma per lui.",
    rimedio: "Vai avanti con il patto.",
  }),
  "tutela.tutore-minorenne": () => ({
    title: "Chi decide deve essere maggiorenne",
    detail: "La data di nascita scritta è di una persona minorenne.",
    rimedio: "Controlla la data.",
    status: 422,
  }),
  "tutela.eta-impossibile": ({ etaYears }) => ({
    title: "La data di nascita non è possibile",
    detail: `Con questa data avrebbe ${etaYears} anni.`,
    rimedio: "Correggi la data: guarda anche l'anno.",
    status: 422,
  }),
  "tutela.secondo-genitore-manca": () => ({
    title: "Manca l'altro genitore",
    detail: "Per un minorenne decidono di regola tutti e due i genitori.",
    rimedio: "Scegli: l'altro genitore firma, oppure una dichiarazione.",
    status: 422,
  }),
  "tutela.nome-secondo-manca": () => ({
    title: "Manca il nome dell'altro genitore",
    detail: "Se è d'accordo firma anche lui.",
    rimedio: "Scrivi nome e cognome.",
    status: 422,
  }),
  "tutela.firma-manca": () => ({
    title: "Manca la firma di chi decide per il minorenne",
    detail: "Il patto di un minorenne lo firma anche chi ne ha la tutela.",
    rimedio: "Raccogli la firma e segna la casella.",
    status: 422,
  }),
  "tutela.da-confermare": (fatti) => ({
    title: "È diventato maggiorenne",
    detail: `Dal ${giorno(fatti["maggiorenneOn"])} decide da solo.`,
    rimedio: "Fagli confermare di persona patto e informativa.",
  }),
  "tutela.niente-da-confermare": () => ({
    title: "Non c'è niente da confermare",
    detail: "Non è seguito da un tutore, oppure ha già confermato, o non ha ancora 18 anni.",
    rimedio: "Vai avanti.",
  }),
};

const PROFILAZIONE: Testi = {
  "profilazione.manca": () => ({
    title: "Manca la profilazione",
    detail: "La fascia del patto è la classe della profilazione: nessuno la scrive a mano.",
    rimedio: "Chiedi la classe al servizio.",
  }),
  "profilazione.non-ancora-valida": (fatti) => ({
    title: "La profilazione non vale ancora",
    detail: `Vale dal ${giorno(fatti["validoDal"])}.`,
    rimedio: "Aspetta quel giorno.",
  }),
  "profilazione.stessa-provincia": (fatti) => ({
    title: "La provincia è la stessa",
    detail: `La profilazione è già per ${fatti["provincia"]}.`,
    rimedio: "Non serve fare altro.",
  }),
  "profilazione.servizio-fermo": () => ({
    title: "Il servizio di profilazione non risponde",
    detail: "La richiesta è stata annotata.",
    rimedio: "Riprova più tardi. Se dura, la Regione può dare la classe con due persone.",
    status: 503,
  }),
  "profilazione.servizio-funziona": () => ({
    title: "La deroga non serve",
    detail: "L'ultima richiesta al servizio non è fallita.",
    rimedio: "La classe si chiede al servizio.",
  }),
  "profilazione.niente-da-confermare": () => ({
    title: "Nessuna classe da confermare",
    detail: "Nessuno ha proposto una classe per questo caso.",
    rimedio: "Ricarica la pagina.",
  }),
  "profilazione.stessa-persona": () => ({
    title: "Serve un'altra persona",
    detail: "Chi ha proposto la classe non può confermarla.",
    rimedio: "Chiedi a un collega.",
    status: 403,
  }),
};

const PREAVVISO: Testi = {
  "preavviso.manca": () => ({
    title: "Non c'è un preavviso",
    detail: "Prima di decidere contro il giovane bisogna avvisarlo.",
    rimedio: "Invia il preavviso.",
  }),
  "preavviso.gia-inviato": (fatti) => ({
    title: "Il preavviso c'è già",
    detail: `Il giovane può rispondere fino al ${giorno(fatti["entro"])}.`,
    rimedio: "Aspetta la risposta.",
  }),
  "preavviso.altro-procedimento": () => ({
    title: "C'è già un altro preavviso",
    detail: "Il preavviso aperto riguarda un'altra decisione, o la decide qualcun altro.",
    rimedio: "Chiudi prima quello.",
  }),
  "preavviso.attendi": (fatti) => ({
    title: "Bisogna aspettare la risposta",
    detail: `Il giovane può rispondere fino al ${giorno(fatti["entro"])}.`,
    rimedio: "Decidi dopo la risposta, o dopo quel giorno.",
  }),
  "preavviso.termine-passato": (fatti) => ({
    title: "Il termine è passato",
    detail: `Si poteva rispondere fino al ${giorno(fatti["entro"])}.`,
    rimedio: "Chi decide può comunque archiviare il preavviso.",
  }),
  "preavviso.gia-risposto": () => ({
    title: "La risposta c'è già",
    detail: "Il giovane ha già risposto a questo preavviso.",
    rimedio: "Ora si può decidere.",
  }),
};

const VITA_DOTE: Testi = {
  "dote.passo-non-aperto": (fatti) => ({
    title: "Non è possibile adesso",
    detail: `${passoDote(fatti["stato"])} Questo si fa quando la dote è «${(fatti["serve"] as StatoDote[]).map(breve).join("», «")}».`,
    rimedio: "Ricarica la pagina: forse è cambiata mentre la guardavi.",
  }),
  "dote.in-verifica": () => ({
    title: "La dote è in verifica",
    detail: "La Regione deve ancora ammetterla.",
    rimedio: "Aspetta l'esito.",
  }),
  "dote.sospesa": () => ({
    title: "La dote è sospesa",
    detail: "Finché è sospesa nessun servizio può cominciare.",
    rimedio: "Riprendi prima la dote.",
  }),
  "dote.sospesa-troppo": (fatti) => ({
    title: "La sospensione è troppo lunga",
    detail: `In tutto ${fatti["usati"]} giorni; l'avviso ne ammette ${fatti["massimi"]}.`,
    rimedio: "Controlla la data, o chiedi alla Regione.",
    status: 422,
  }),
  "dote.servizi-aperti": () => ({
    title: "Ci sono servizi ancora aperti",
    detail: "Ogni operatore chiude i conti dei servizi che ha iniziato.",
    rimedio: "Aspetta che siano rendicontati e verificati.",
  }),
  "dote.eta-misura": (fatti) => ({
    title: "È troppo giovane per questa misura",
    detail: `Ha ${fatti["etaYears"]} anni; servono ${fatti["minYears"]} anni.`,
    rimedio: "Scegli un'altra misura.",
    status: 422,
  }),
  "piano.cambiato": (fatti) => ({
    title: "Un'altra persona ha cambiato questa bozza",
    detail: `${fatti["chi"]} l'ha salvata mentre la guardavi. ${fatti["differenze"]}`.trim(),
    rimedio: "Qui sotto c'è ciò che hai scritto tu: controllalo e salva di nuovo, o ricarica.",
  }),
};

export const TESTI_PRESA: Testi = {
  ...VERIFICHE,
  ...TUTELA,
  ...PROFILAZIONE,
  ...PREAVVISO,
  ...VITA_DOTE,
  "caso.stesso-operatore": () => ({
    title: "È lo stesso operatore",
    detail: "Il giovane è già seguito da questo operatore.",
    rimedio: "Scegline un altro.",
    status: 422,
  }),
  "documento.sconosciuto": () => ({
    title: "Questo documento non c'è",
    detail: "Nessun documento che puoi leggere ha questo identificativo.",
    rimedio: "Torna al caso.",
    status: 404,
  }),
};
