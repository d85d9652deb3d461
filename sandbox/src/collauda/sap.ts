import type { servizicoap } from "@staffetta/contracts";
import { type CivilDate, componiCodiceFiscale } from "@staffetta/domain";
import { type Caso, campo, chiamata, rispostaPiena, tutte } from "./caso.ts";
import { idSap, type PersonaSap, sap, verificaSap } from "./documenti.ts";
import { sbagliata } from "./persone.ts";

const ID = /^[A-Z]{2}[0-9]{8}[A-Z]$/;

type Crea = (
  operazione: servizicoap.NomeOperazione,
  nome: string,
  parametri: readonly (readonly [string, string])[],
  ...verifiche: readonly Caso["verifica"][]
) => Caso;

/** The life of one SAP, from nothing to its annulment. */
export function casiSap(seme: string, sapDi: () => string): readonly Caso[] {
  const nascita = "2004-12-05" as CivilDate;
  const parola = seme
    .replaceAll(/[^A-Z]/gi, "")
    .toUpperCase()
    .padEnd(6, "Q")
    .slice(-6);
  const cf = componiCodiceFiscale({
    nome: parola,
    cognome: [...parola].reverse().join(""),
    dataNascita: nascita,
    sesso: "F",
    luogo: "H501",
  });
  const chi = { cf, nascita, sesso: "F" };
  const caso: Crea = (operazione, nome, parametri, ...verifiche) => ({
    ...{ operazione, nome, verifica: tutte(rispostaPiena(operazione), ...verifiche) },
    // The id is known only once the server has given it.
    get corpo() {
      const dati = parametri.map(([campo, testo]) => {
        return [campo, testo.replaceAll("@ID", sapDi())] as const;
      });
      return chiamata(operazione, ...dati);
    },
  });
  return [...scritture(caso, chi), ...letture(caso, cf), ...chiusura(caso, cf)];
}

function scritture(caso: Crea, chi: PersonaSap): readonly Caso[] {
  const { cf } = chi;
  return [
    caso(
      "verificaEsistenzaSAP",
      "chi non ha SAP ha 0",
      [["CodiceFiscale", verificaSap(cf)]],
      campo("CodiceSAP", "0"),
    ),
    caso(
      "invioSAP",
      "la prima SAP è accolta e ha un identificativo",
      [["SAP", sap(chi)]],
      campo("Esito", "OK"),
      campo("CodiceSAP", ID),
    ),
    caso(
      "verificaEsistenzaSAP",
      "ora la SAP c'è",
      [["CodiceFiscale", verificaSap(cf)]],
      campo("CodiceSAP", ID),
    ),
    caso(
      "richiestaSAP",
      "la SAP torna con la persona, le politiche e gli elementi non descritti",
      [["CodiceSAP", idSap("@ID")]],
      campo(
        "SAP",
        new RegExp(
          `^<lavoratore>.*${cf}.*<albi_lst><albo>01</albo></albi_lst>.*<tipo_attivita>A02<`,
          "s",
        ),
      ),
    ),
    caso(
      "invioSAP",
      "un aggiornamento del titolare è accolto",
      [["SAP", sap(chi, false, "@ID")]],
      campo("Esito", "OK"),
    ),
    caso(
      "richiestaSAP",
      "un aggiornamento senza politiche non ne perde",
      [["CodiceSAP", idSap("@ID")]],
      campo("SAP", /<tipo_attivita>A02</),
    ),
    caso(
      "invioSAP",
      "un codice fiscale sbagliato è rifiutato",
      [["SAP", sap({ ...chi, cf: sbagliata(cf) })]],
      campo("Esito", "KO"),
      campo("MessaggioErrore", /^<ListaAnomalie><Anomalia>/),
    ),
    caso(
      "richiestaCodSAPRegTitolare",
      "si sa chi ha la SAP",
      [["CodiceFiscale", cf]],
      campo("CodiceSAP", ID),
      campo("CodiceEnteTitolare", "H501C000001"),
    ),
  ];
}

const did = (cf: string, giorno: string) =>
  [
    ["CodiceFiscale", cf],
    ["DataDID", giorno],
    ["Evento", "I"],
    ["DataEvento", giorno],
    ["CodiceEntePromotore", "H501C000001"],
  ] as const;

function letture(caso: Crea, cf: string): readonly Caso[] {
  return [
    caso(
      "richiestaSAP_N00_A02",
      "DID e presa in carico si possono chiedere",
      [["CodiceFiscale", cf]],
      campo("DID", /^<ListaDID>.*<A02>.*<\/A02><\/ListaDID>$/s),
    ),
    caso(
      "richiestaProfiling",
      "l'indice di profiling si può chiedere",
      [
        ["CodiceFiscale", cf],
        ["Tipo", "YG"],
        ["CodProvincia", "058"],
        ["TitoloStudio", "30"],
        ["PresenzaItalia", "1"],
        ["CondizioneOccupazionale", "1"],
      ],
      campo("Esito", /^(OK|KO)$/),
    ),
    caso("gestisciDID", "una DID si può inserire", did(cf, "2025-03-21"), campo("Esito", "OK")),
    caso(
      "gestisciDID",
      "un giorno che non esiste è rifiutato",
      did(cf, "2025-04-31"),
      campo("Esito", "KO"),
    ),
    caso("recuperaListaSAPNonAttive", "le SAP non attive si possono chiedere", [["Parametri", ""]]),
  ];
}

function chiusura(caso: Crea, cf: string): readonly Caso[] {
  return [
    caso(
      "richiestaSAP",
      "un identificativo che non c'è non ha SAP",
      [["CodiceSAP", idSap("QZ99999999Z")]],
      campo("SAP", ""),
    ),
    caso(
      "annullaSAP",
      "una SAP che non c'è non si annulla",
      [["CodiceSAP", idSap("QZ99999999Z")]],
      campo("Esito", "KO"),
    ),
    caso(
      "annullaSAP",
      "il titolare la annulla",
      [["CodiceSAP", idSap("@ID")]],
      campo("Esito", "OK"),
    ),
    caso(
      "verificaEsistenzaSAP",
      "una SAP annullata non c'è più",
      [["CodiceFiscale", verificaSap(cf)]],
      campo("CodiceSAP", "0"),
    ),
  ];
}
