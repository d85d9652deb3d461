import {
  type AvvisoSap,
  type Catalogo,
  type CivilDate,
  codiciUsati,
  ESITI_SAP,
  esitoDi,
  FONTI_DID,
  foglieDi,
  type NomeSezione,
  type PoliticaSap,
  type RegoleSap,
  type Sap,
  SEZIONI_SAP,
  STATI_DID,
  STATI_SAP,
  TIPI_VARIAZIONE,
} from "@staffetta/domain";
import { idPolitica, type SapTenuta } from "./archivio.ts";
import type { DidRow, EventoPoliticaRow, SegnalazioneRow, VersioneRow } from "./store.ts";

/** What a person at the desk reads of a SAP: codes in words, eventi beside their policy. */
export interface PerLaVista {
  readonly catalogo: Catalogo;
  readonly regole: RegoleSap;
  readonly oggi: CivilDate;
}

const ordineSezioni = Object.keys(SEZIONI_SAP) as NomeSezione[];

export function sezioniInParole({ sezioni }: Pick<Sap, "sezioni">, catalogo: Catalogo) {
  const parole = new Map<string, string>();
  for (const { lista, codice, percorso } of codiciUsati(sezioni, [])) {
    const detto = catalogo.descrivi(lista, codice);
    if (detto !== null) parole.set(`${percorso.split("/").at(-1)}=${codice}`, detto);
  }
  return ordineSezioni.map((nome) => ({
    titolo: SEZIONI_SAP[nome],
    campi: foglieDi(sezioni[nome]).map(({ percorso, valore }) => ({
      percorso,
      valore,
      inParole: parole.get(`${percorso.split("/").at(-1)}=${valore}`) ?? null,
    })),
  }));
}

const durataInParole = (
  { durata, tipologiaDurata }: PoliticaSap,
  catalogo: Catalogo,
): string | null =>
  durata === null
    ? null
    : `${durata} ${catalogo.descrivi("tipologia-durata", tipologiaDurata ?? "") ?? ""}`.trim();

function unaPolitica(
  sapId: string,
  politica: PoliticaSap,
  eventi: readonly EventoPoliticaRow[],
  { catalogo, regole, oggi }: PerLaVista,
) {
  const { ultimoEvento, descrizione, ...resto } = politica;
  const esito = esitoDi(politica, oggi, regole.esitoDiEvento);
  const suoi = eventi
    .filter(({ politicaId }) => politicaId === idPolitica(sapId, politica.identificativo))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const { tipologiaDurata: _, ...campi } = resto;
  return {
    ...campi,
    attivita: catalogo.descrivi("tipo-attivita", politica.tipoAttivita),
    progettoInParole: catalogo.descrivi("titolo-progetto", politica.progetto),
    durata: durataInParole(politica, catalogo),
    esito: esito === null ? null : ESITI_SAP[esito],
    eventi: suoi.map(({ evento, data, ente, at }) => ({
      ...{ evento, data, ente, at },
      inParole: catalogo.descrivi("evento-politica", evento),
    })),
  };
}

export const versioneLetta = ({ versione, at, ente, canale, tipoVariazione }: VersioneRow) => ({
  ...{ versione, at, ente, canale },
  variazione: TIPI_VARIAZIONE[tipoVariazione],
});

export interface ContornoSap {
  readonly eventi: readonly EventoPoliticaRow[];
  readonly did: readonly DidRow[];
  readonly versioni: readonly VersioneRow[];
  readonly segnalazioni: readonly SegnalazioneRow[];
}

export function sapLetta(
  { row, sap }: SapTenuta,
  { eventi, did, versioni, segnalazioni }: ContornoSap,
  per: PerLaVista,
) {
  return {
    id: sap.id,
    stato: STATI_SAP[sap.stato],
    attiva: sap.stato === "01",
    provvisoria: sap.provvisoria,
    titolare: sap.titolare,
    regione: row.regione,
    exTitolari: [...sap.exTitolari],
    versione: sap.versione,
    sezioni: sezioniInParole(sap, per.catalogo),
    politiche: sap.politiche.map((una) => unaPolitica(sap.id, una, eventi, per)),
    did: did.map(({ stato, fonte, giorno }) => ({
      ...{ stato: STATI_DID[stato], fonte: FONTI_DID[fonte], giorno },
    })),
    versioni: versioni.toSorted((a, b) => b.versione - a.versione).map(versioneLetta),
    segnalazioni: segnalazioni
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
      .map(({ at, ente, codice, fatti }) => ({ at, ente, testo: avvisoInParole(codice, fatti) })),
  };
}

type Detto = (fatti: Readonly<Record<string, unknown>>) => string;
const elenco = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : "");

const AVVISI: Readonly<Record<AvvisoSap["code"], Detto>> = {
  "politica.di-altro-ente": ({ identificativo, ente }) =>
    `La politica ${identificativo} è di ${ente}: quello che ne diceva un altro ente non è stato usato.`,
  "politica.evento-vecchio": ({ identificativo }) =>
    `Sulla politica ${identificativo} è arrivato un evento più vecchio di quello noto: è rimasto il più recente.`,
  "sezioni.ignorate": ({ sezioni }) =>
    `Un ente che non è titolare ha mandato altre sezioni (${elenco(sezioni)}): non sono state usate.`,
  "profiling.conservato": () =>
    "L'indice di profiling mandato è diverso da quello del Ministero: è rimasto quello del Ministero.",
  "variazione.diversa": ({ inviata, applicata }) =>
    `È arrivata come variazione ${inviata}, ma la SAP c'era già: è stata trattata come ${applicata}.`,
  "recapiti.assenti": () => "Non c'è né un telefono né un indirizzo e-mail.",
  "invio.nel-futuro": ({ data }) =>
    `Chi l'ha mandata dice di averla aggiornata il ${data}, che deve ancora venire.`,
  "codice.sconosciuto": ({ lista, codice, percorso }) =>
    `Il codice ${codice} non è nella lista «${lista}» (${percorso}): è stato tenuto com'era.`,
  "did.passo-non-ammesso": ({ identificativo, da, a }) =>
    `La DID ${identificativo} non può andare da ${da} a ${a}: è rimasta dov'era.`,
};

export const avvisoInParole = (codice: string, fatti: Readonly<Record<string, unknown>>): string =>
  AVVISI[codice as AvvisoSap["code"]]?.(fatti) ?? codice;
