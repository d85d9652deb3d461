import type { Anagrafica } from "@staffetta/contracts";
import {
  type CivilDate,
  euro,
  fineDote,
  type Instant,
  MISURE,
  misurePer,
  type RegoleGefo,
  type RigaPiano,
  type VerificaRequisiti,
} from "@staffetta/domain";
import type { BloccoPdf, DocumentoPdf } from "@staffetta/platform";
import type { OperatoreRow } from "../operatori/tabelle.ts";
import type { ProfilazioneRow } from "./tabelle.ts";

/** The documents of a case, in plain Italian. What they say is data; the printer makes the pages. */

const GIORNO = new Intl.DateTimeFormat("it-IT", {
  ...{ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
});
export const giorno = (day: string): string => GIORNO.format(Date.parse(`${day}T00:00:00Z`));
/** Figures that nobody has yet read in the notice say so on paper too. */
const MODELLO = "Modello 1";
const SVILUPPO =
  "Classe calcolata da un servizio di prova: simulata, non ministeriale. Non vale per il servizio vero.";

export interface Firmante {
  readonly chi: string;
  readonly qualita: string;
}

export interface ChiFirma {
  readonly giovane: Anagrafica;
  readonly tutori: readonly Firmante[];
  readonly operatore: OperatoreRow;
  readonly addetto: string;
}

const persona = ({ giovane }: ChiFirma): BloccoPdf => ({
  tipo: "coppie",
  titolo: "Il giovane",
  voci: [
    ["Nome e cognome", `${giovane.nome} ${giovane.cognome}`],
    ["Nato il", giorno(giovane.dataNascita)],
    ["Codice fiscale", giovane.codiceFiscale],
  ],
});
const ente = ({ operatore }: ChiFirma): BloccoPdf => ({
  tipo: "coppie",
  titolo: "L'operatore",
  voci: [
    ["Nome", operatore.denominazione],
    ["Sede", `${operatore.indirizzo}, ${operatore.comune}`],
    ["Telefono", operatore.telefono],
  ],
});

export const nomeDel = ({ nome, cognome }: Anagrafica): string => `${nome} ${cognome}`;

/** Who signs, in the order of the page; the first is the giovane. */
export const firmanti = (chi: ChiFirma): readonly Firmante[] => [
  { chi: nomeDel(chi.giovane), qualita: "il giovane" },
  ...chi.tutori,
  { chi: chi.addetto, qualita: `per ${chi.operatore.denominazione}` },
];

const firme = (chi: readonly Firmante[], metodo: string, on: CivilDate): BloccoPdf => ({
  tipo: "firme",
  firme: chi.map((uno) => ({ ...uno, apposta: `${metodo}, ${giorno(on)}` })),
});

export interface DatiPatto {
  readonly chi: ChiFirma;
  readonly on: CivilDate;
  readonly at: Instant;
  readonly metodo: string;
  readonly regole: RegoleGefo;
  readonly requisiti: VerificaRequisiti;
  readonly profilazione: ProfilazioneRow;
}

export function pattoDi(dati: DatiPatto): DocumentoPdf {
  const { chi, on, at, metodo, regole, requisiti, profilazione } = dati;
  const { risposta, simulata } = profilazione.dati;
  const { primoServizioMonths } = regole.termini;
  return {
    titolo: "Patto di servizio",
    ente: chi.operatore.denominazione,
    oggetto: "Patto di servizio personalizzato di Garanzia Giovani",
    at,
    piede: `Patto di servizio del ${giorno(on)}. ${MODELLO}.`,
    blocchi: [
      {
        tipo: "paragrafo",
        testo:
          "Questo patto dice che cosa facciamo noi e che cosa fai tu. È scritto in parole semplici, perché tu lo possa leggere da solo. Se qualcosa non ti è chiaro, chiedi prima di firmare.",
      },
      persona(chi),
      ente(chi),
      { tipo: "titolo", livello: 2, testo: "Che cosa facciamo noi" },
      {
        tipo: "elenco",
        numerato: true,
        voci: [
          "Ti seguiamo con una persona che conosci, e ti diciamo a chi rivolgerti quando non c'è.",
          "Prepariamo con te un piano: quali attività, quante ore, con chi.",
          `Ti proponiamo la prima attività entro ${primoServizioMonths} mesi dalla firma.`,
          "Ti avvisiamo prima di ogni decisione che ti riguarda, e ascoltiamo la tua risposta.",
          "Teniamo i tuoi dati solo per questo percorso, e puoi sempre sapere chi li ha letti.",
        ],
      },
      { tipo: "titolo", livello: 2, testo: "Che cosa fai tu" },
      {
        tipo: "elenco",
        numerato: true,
        voci: [
          "Vieni agli appuntamenti. Se non puoi, avvisi prima.",
          "Partecipi alle attività del tuo piano.",
          "Ci dici subito se inizi a lavorare o a studiare, o se cambi indirizzo o telefono.",
          "Dici la verità quando dichiari qualcosa: una dichiarazione falsa ha conseguenze di legge (DPR 445/2000).",
        ],
      },
      { tipo: "titolo", livello: 2, testo: "Quanto aiuto ricevi" },
      {
        tipo: "paragrafo",
        testo: `La profilazione ti ha dato la classe ${risposta?.classe ?? "—"} su 4: 1 vuol dire che ti serve poco aiuto, 4 che te ne serve di più. La classe decide quanto può valere e quanto dura la tua dote. Se pensi che sia sbagliata, dillo al tuo operatore o scrivi alla Regione: i dati si correggono e la classe si chiede di nuovo.`,
      },
      {
        tipo: "coppie",
        titolo: "Come è stata calcolata",
        voci: [
          ["Metodo", risposta?.metodo ?? "—"],
          ["Valida dal", risposta === null ? "—" : giorno(risposta.validoDal)],
          ["Numero della richiesta", profilazione.id],
        ],
      },
      ...(simulata ? [{ tipo: "riquadro", testo: SVILUPPO } as const] : []),
      { tipo: "titolo", livello: 2, testo: "Se non si rispetta il patto" },
      {
        tipo: "paragrafo",
        testo: `Se manchi senza un motivo o perdi i requisiti, puoi perdere la dote. Prima però ricevi un avviso e hai ${regole.presa.preavviso.rispostaDays} giorni per rispondere. Puoi anche rinunciare tu, quando vuoi, con una firma: si paga solo ciò che è stato fatto. Se l'operatore non fa la sua parte, puoi dirlo alla Regione.`,
      },
      {
        tipo: "paragrafo",
        testo: `I requisiti (non studiare e non lavorare) sono stati verificati il ${giorno(requisiti.on)} e si verificano di nuovo prima di ogni attività.`,
      },
      { tipo: "titolo", livello: 2, testo: "Firme" },
      firme(firmanti(chi), metodo, on),
    ],
  };
}

export interface DatiDru {
  readonly chi: ChiFirma;
  readonly on: CivilDate;
  readonly at: Instant;
  readonly metodo: string;
  readonly regole: RegoleGefo;
  readonly fascia: 1 | 2 | 3 | 4;
  readonly dataPatto: CivilDate;
  readonly righe: readonly (RigaPiano & { readonly erogatore: string })[];
  readonly version: number;
}

const MISURA = (codice: string): string =>
  MISURE[codice as keyof typeof MISURE]?.etichetta ?? codice;

/** Dichiarazione Riassuntiva Unica: the plan, as the legal representative signs it. */
export function druDi(dati: DatiDru): DocumentoPdf {
  const { chi, on, at, metodo, regole, fascia, dataPatto, righe, version } = dati;
  const misure = misurePer(fascia, regole);
  const importi = righe.map(
    ({ misura, oreUnita }) => oreUnita * misure[misura as keyof typeof misure].tariffaCents,
  );
  const totale = importi.reduce((somma, uno) => somma + uno, 0);
  const fine = fineDote({ inviataAt: at, fascia, sospensioni: [] } as never, regole);
  return {
    titolo: "Dichiarazione Riassuntiva Unica",
    ente: chi.operatore.denominazione,
    oggetto: "Domanda di dote di Garanzia Giovani",
    at,
    piede: `DRU del ${giorno(on)}, dalla bozza n. ${version}. Il numero di protocollo è dato all'invio. ${MODELLO}.`,
    blocchi: [
      {
        tipo: "paragrafo",
        testo: `${chi.operatore.denominazione} chiede la dote per il giovane qui indicato, dichiara di averlo preso in carico con il patto di servizio del ${giorno(dataPatto)} e si impegna a erogare i servizi di questo piano.`,
      },
      persona(chi),
      ente(chi),
      {
        tipo: "tavola",
        titolo: "Piano di intervento personalizzato",
        colonne: [
          { testo: "Servizio", quota: 5 },
          { testo: "Chi lo eroga", quota: 4 },
          { testo: "Quantità", quota: 2 },
          { testo: "Importo", quota: 2, numero: true },
        ],
        righe: righe.map(({ misura, oreUnita, erogatore }, i) => {
          const aOre = regole.misure[misura as keyof typeof regole.misure].unita === "ora";
          const quanto = aOre ? `${oreUnita} ore` : "a risultato";
          return [MISURA(misura), erogatore, quanto, euro(importi[i] ?? 0)];
        }),
      },
      {
        tipo: "coppie",
        titolo: "Valore e durata",
        voci: [
          ["Classe della profilazione", String(fascia)],
          ["Valore totale", euro(totale)],
          ["Ultimo giorno per iniziare un servizio", giorno(fine)],
        ],
      },
      { tipo: "titolo", livello: 2, testo: "Dichiarazioni" },
      {
        tipo: "elenco",
        voci: [
          "Le sedi indicate sono accreditate e i servizi non ricevono altri contributi pubblici.",
          "L'operatore conserva i documenti e accetta i controlli della Regione.",
          "Ciò che non sarà fatto e provato non sarà chiesto.",
        ],
      },
      ...(regole.daVerificare.length === 0
        ? []
        : [
            {
              tipo: "riquadro",
              testo:
                "Tariffe e massimali di questa bozza sono da verificare con l'avviso in vigore.",
            } as const,
          ]),
      { tipo: "titolo", livello: 2, testo: "Firma" },
      firme([{ chi: chi.addetto, qualita: "legale rappresentante o delegato" }], metodo, on),
    ],
  };
}

export interface DatiRinuncia {
  readonly chi: ChiFirma;
  readonly on: CivilDate;
  readonly at: Instant;
  readonly metodo: string;
  readonly protocollo: string;
  readonly nota: string;
  readonly perCambio: boolean;
}

export function rinunciaDi(dati: DatiRinuncia): DocumentoPdf {
  const { chi, on, at, metodo, protocollo, nota, perCambio } = dati;
  const seguito = perCambio
    ? "Voglio continuare con un altro operatore: la mia adesione resta aperta."
    : "Il mio percorso si chiude. Potrò fare una nuova adesione se avrò ancora i requisiti.";
  return {
    titolo: "Rinuncia alla dote",
    ente: chi.operatore.denominazione,
    oggetto: `Rinuncia alla dote ${protocollo}`,
    at,
    piede: `Rinuncia del ${giorno(on)} alla dote ${protocollo}. ${MODELLO}.`,
    blocchi: [
      persona(chi),
      { tipo: "paragrafo", testo: `Rinuncio alla dote ${protocollo}. ${seguito}` },
      {
        tipo: "paragrafo",
        testo:
          "So che l'operatore sarà pagato solo per ciò che ha già fatto, e che ciò che era solo previsto non si farà.",
      },
      ...(nota === "" ? [] : [{ tipo: "paragrafo", testo: `Motivo: ${nota}` } as const]),
      { tipo: "titolo", livello: 2, testo: "Firme" },
      firme(firmanti(chi), metodo, on),
    ],
  };
}
