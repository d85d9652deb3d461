import type { CasoGefo, Fascicolo, Soggetto } from "@staffetta/contracts";
import {
  CONDIZIONI_PRIMA,
  DOCUMENTI_IDENTITA,
  MOTIVI_DECADENZA,
  PRESENZE_ITALIA,
  PROVE_REQUISITI,
  RELAZIONI_TUTELA,
  SECONDO_GENITORE,
  TITOLI_STUDIO,
} from "@staffetta/domain";
import { area, scelta, spunta, testo } from "../../parti/campi.ts";
import { type Html, html, NIENTE } from "../../parti/html.ts";
import { type Dove, modulo, opzioni } from "./modulo.ts";

export interface Modulo extends Dove {
  readonly oggi: string;
  readonly ora: string;
}

type Caso = CasoGefo;
const perche = ({ azioni }: Caso, nome: string): string | null =>
  azioni[nome]?.ammessa === false ? (azioni[nome]?.perche ?? "Non adesso.") : null;

const identita = (m: Modulo, f: Fascicolo, caso: Caso): Html =>
  modulo(
    m,
    {
      ...{ azione: "verificaIdentita", titolo: "Documento d'identità" },
      ...{ bottone: "Registra il documento", perche: perche(caso, "verificaIdentita") },
      prossima: f.identita === null,
    },
    (c) => html`
      <p>Guarda il documento e la persona. Il numero del documento non si conserva.</p>
      ${scelta(c, { nome: "documento", etichetta: "Documento" }, opzioni(DOCUMENTI_IDENTITA))}
      ${testo(c, { nome: "dataVerifica", etichetta: "Visto il", tipo: "date", predefinito: m.oggi })}
      ${testo(c, { nome: "scadenza", etichetta: "Scade il", tipo: "date" })}`,
  );

const requisiti = (m: Modulo, f: Fascicolo, caso: Caso): Html =>
  modulo(
    m,
    {
      ...{ azione: "verificaRequisiti", titolo: "Verifica dei requisiti" },
      ...{ bottone: "Registra la verifica", perche: perche(caso, "verificaRequisiti") },
      prossima: f.identita !== null && f.requisiti.length === 0,
    },
    (c) => html`
      <p>L'esito lo calcola la regola: tu scrivi che cosa fa oggi il giovane e quali prove hai.</p>
      ${testo(c, { nome: "dataVerifica", etichetta: "Verificato il", tipo: "date", predefinito: m.oggi })}
      <fieldset><legend>Che cosa fa oggi (lascia vuoto se niente)</legend>
        ${f.attivitaPossibili.map(({ codice, etichetta, compatibile }) =>
          spunta(c, {
            nome: `attivita.${codice}`,
            etichetta: `${etichetta}${compatibile ? "" : " – non compatibile"}`,
          }),
        )}</fieldset>
      <fieldset><legend>Prove raccolte</legend>
        ${Object.entries(PROVE_REQUISITI).map(([codice, etichetta]) =>
          spunta(c, { nome: `prove.${codice}`, etichetta }),
        )}</fieldset>`,
  );

const tutela = (m: Modulo, f: Fascicolo, caso: Caso): Html => {
  if (f.tutela !== null && f.tutela.stato === "cessata")
    return modulo(
      m,
      {
        ...{ azione: "confermaMaggiorenne", titolo: "Conferma del giovane diventato maggiorenne" },
        ...{ bottone: "Registra la conferma", perche: null, prossima: true },
      },
      (c) =>
        spunta(c, { nome: "firmaGiovane", etichetta: "Ha firmato di persona patto e informativa" }),
    );
  if (!f.minorenne) return NIENTE;
  return modulo(
    m,
    {
      ...{ azione: "registraTutela", titolo: "Chi decide per il minorenne" },
      ...{ bottone: "Registra chi decide", perche: perche(caso, "registraTutela") },
      prossima: f.tutela === null && f.requisiti.length > 0,
    },
    (c) => html`
      ${scelta(c, { nome: "relazione", etichetta: "Chi è" }, opzioni(RELAZIONI_TUTELA))}
      ${testo(c, { nome: "nome", etichetta: "Nome" })}
      ${testo(c, { nome: "cognome", etichetta: "Cognome" })}
      ${testo(c, { nome: "dataNascita", etichetta: "Data di nascita", tipo: "date" })}
      ${scelta(c, { nome: "secondo", etichetta: "L'altro genitore", vuota: "Non serve (tutore o affidatario)" }, opzioni(SECONDO_GENITORE))}
      ${testo(c, { nome: "nomeSecondo", etichetta: "Nome e cognome dell'altro genitore", facoltativo: true })}`,
  );
};

const profila = (m: Modulo, f: Fascicolo, caso: Caso): Html =>
  modulo(
    m,
    {
      ...{ azione: "profila", titolo: "Profilazione", bottone: "Chiedi la classe" },
      ...{ perche: perche(caso, "profila") },
      prossima:
        f.requisiti.length > 0 &&
        (!f.minorenne || f.tutela !== null) &&
        !f.profilazioni.some(({ valida }) => valida),
    },
    (c) => html`
      <p>Età e sesso li mette il sistema. La classe la dà il servizio: nessuno la scrive a mano. Per correggere un dato fai una nuova richiesta.</p>
      ${scelta(c, { nome: "titolo", etichetta: "Titolo di studio" }, opzioni(TITOLI_STUDIO))}
      ${scelta(c, { nome: "condizione", etichetta: "Un anno fa, lo stesso giorno" }, opzioni(CONDIZIONI_PRIMA))}
      ${scelta(c, { nome: "presenza", etichetta: "Presenza in Italia" }, opzioni(PRESENZE_ITALIA))}
      ${testo(c, { nome: "provincia", etichetta: "Provincia di domicilio", aiuto: "La sigla: per esempio MI." })}`,
  );

const patto = (m: Modulo, f: Fascicolo, caso: Caso): Html =>
  modulo(
    m,
    {
      ...{ azione: "firmaPatto", titolo: "Patto di servizio", bottone: "Firma il patto" },
      ...{ perche: perche(caso, "firmaPatto") ?? f.mancaAlPatto, prossima: true },
    },
    (c) => html`
      <p>Il patto si genera in PDF con gli impegni di tutti e due, la fascia della profilazione e le firme.</p>
      ${testo(c, { nome: "dataPatto", etichetta: "Firmato il", tipo: "date", predefinito: m.oggi })}
      ${spunta(c, { nome: "firmaGiovane", etichetta: "Il giovane ha firmato davanti a me" })}
      ${f.minorenne ? spunta(c, { nome: "firmaTutore", etichetta: "Ha firmato anche chi decide per lui" }) : NIENTE}`,
  );

const residenza = (m: Modulo, caso: Caso): Html =>
  modulo(
    m,
    {
      ...{ azione: "cambiaResidenza", titolo: "Ha cambiato provincia" },
      ...{ bottone: "Registra la provincia", perche: perche(caso, "cambiaResidenza") },
    },
    (c) =>
      testo(c, {
        ...{ nome: "provincia", etichetta: "Nuova provincia" },
        aiuto: "La classe fatta per un'altra provincia non vale più.",
      }),
  );

const risposta = (m: Modulo, f: Fascicolo): Html =>
  f.preavviso === null
    ? NIENTE
    : html`${modulo(
        m,
        {
          ...{ azione: "registraControdeduzioni", titolo: "Risposta del giovane al preavviso" },
          ...{ bottone: "Registra la risposta", perche: null, prossima: true },
        },
        (c) => area(c, { nome: "testo", etichetta: "Che cosa dice" }),
      )}${f.preavviso.tipo === "non-presa" ? archivia(m) : NIENTE}`;

const archivia = (m: Modulo): Html =>
  modulo(
    m,
    {
      ...{ azione: "archiviaPreavviso", titolo: "Archivia il preavviso" },
      ...{ bottone: "Archivia", perche: null },
    },
    (c) => area(c, { nome: "motivazione", etichetta: "Perché" }),
  );

/** What a person of the Region may do from the folder. */
function regione(m: Modulo, f: Fascicolo, { ruolo }: Soggetto): Html {
  if (ruolo !== "regione") return NIENTE;
  const [ultima] = f.profilazioni;
  const nota = (nome: string, etichetta: string) => (c: Modulo["compilato"]) =>
    area(c, { nome, etichetta });
  return html`
    ${modulo(
      m,
      {
        ...{ azione: "proponiClasse", titolo: "Servizio di profilazione fermo: proponi la classe" },
        bottone: "Proponi",
        perche: ultima?.esito === "guasto" ? null : "L'ultima richiesta al servizio non è fallita.",
      },
      (
        c,
      ) => html`${scelta(c, { nome: "classe", etichetta: "Classe" }, opzioni({ 1: "1", 2: "2", 3: "3", 4: "4" }))}
        ${area(c, { nome: "motivazione", etichetta: "Perché" })}`,
    )}
    ${modulo(
      m,
      {
        ...{ azione: "confermaClasse", titolo: "Conferma la classe proposta" },
        ...{ bottone: "Conferma", prossima: true },
        perche: ultima?.esito === "proposta" ? null : "Nessuna classe da confermare.",
      },
      () =>
        html`<p>La conferma una persona diversa da chi l'ha proposta (${ultima?.chi ?? ""}): classe ${String(ultima?.classe ?? "")}.</p>`,
    )}
    ${modulo(m, { azione: "ammettiDote", titolo: "Ammetti la dote", bottone: "Ammetti", perche: null }, () => html`<p>Il denaro diventa impegnato.</p>`)}
    ${modulo(m, { azione: "nonAmmettereDote", titolo: "Non ammettere la dote", bottone: "Non ammettere", grave: true, perche: null }, nota("motivazione", "Motivazione"))}
    ${modulo(
      m,
      {
        azione: "avviaDecadenza",
        titolo: "Avvia la decadenza",
        bottone: "Invia il preavviso",
        grave: true,
        perche: f.preavviso === null ? null : "C'è già un preavviso.",
      },
      (c) =>
        html`${scelta(c, { nome: "motivo", etichetta: "Motivo" }, opzioni(MOTIVI_DECADENZA))}${area(c, { nome: "nota", etichetta: "Che cosa è successo" })}`,
    )}
    ${modulo(m, { azione: "decidiDecadenza", titolo: "Decidi la decadenza", bottone: "Decidi", grave: true, perche: f.preavviso?.tipo === "decadenza" ? null : "Serve prima un preavviso." }, nota("motivazione", "Motivazione"))}
    ${f.preavviso?.tipo === "decadenza" ? archivia(m) : NIENTE}
    ${modulo(m, { azione: "revocaDote", titolo: "Revoca la dote", bottone: "Revoca", grave: true, perche: null }, nota("motivazione", "Motivazione"))}
    ${modulo(
      m,
      {
        azione: "assegnaOperatore",
        titolo: "Affida a un altro operatore",
        bottone: "Affida",
        perche: null,
      },
      (c) =>
        testo(c, {
          nome: "operatoreId",
          etichetta: "Codice dell'operatore",
          aiuto: "Per esempio OP-0002. È nell'elenco degli operatori.",
        }),
    )}`;
}

export function moduliFascicolo(
  m: Modulo,
  f: Fascicolo,
  caso: CasoGefo | null,
  soggetto: Soggetto,
): Html {
  if (caso === null) return regione(m, f, soggetto);
  return html`${risposta(m, f)}${identita(m, f, caso)}${requisiti(m, f, caso)}${tutela(m, f, caso)}
    ${profila(m, f, caso)}${patto(m, f, caso)}${residenza(m, caso)}`;
}
