import { type CodiceFiscale, normalizzaCodiceFiscale, type StatoAdesione } from "@staffetta/domain";
import { Difetto, type Semplice } from "./schema.ts";

/** The simple types of the inner documents. Facets are those of WIRE §2.9 and its Appendix A. */

const semplice = <T>(
  nome: string,
  xsd: string | null,
  leggi: Semplice<T>["leggi"],
  scrivi: Semplice<T>["scrivi"] = String,
): Semplice<T> => ({ genere: "semplice", nome, xsd, leggi, scrivi });

const restriction = (base: string, ...facets: string[]): string =>
  `<xs:restriction base="${base}">${facets.join("")}</xs:restriction>`;
const patternFacet = (pattern: string): string => `<xs:pattern value="${pattern}"/>`;

/** @param atteso what a person reads when it is wrong: what was expected */
const conForma = (nome: string, pattern: string, atteso: string): Semplice<string> => {
  const shape = new RegExp(`^(?:${pattern})$`);
  const difetto = new Difetto("S010", `serve ${atteso}`);
  const xsd = restriction("xs:string", patternFacet(pattern));
  return semplice(nome, xsd, (testo) => (shape.test(testo) ? testo : difetto));
};

const valoriFra = <T extends string>(nome: string, ...valori: T[]): Semplice<T> => {
  const ammessi: ReadonlySet<string> = new Set(valori);
  const difetto = new Difetto("S011", `serve uno fra ${valori.join(", ")}`);
  const facets = valori.map((valore) => `<xs:enumeration value="${valore}"/>`);
  return semplice(nome, restriction("xs:string", ...facets), (testo) =>
    ammessi.has(testo) ? (testo as T) : difetto,
  );
};

const lungo = (nome: string, max: number, min = 0): Semplice<string> => {
  const difetto = new Difetto("S012", `servono da ${min} a ${max} caratteri`);
  const facets = [`<xs:maxLength value="${max}"/>`];
  if (min > 0) facets.unshift(`<xs:minLength value="${min}"/>`);
  return semplice(nome, restriction("xs:string", ...facets), (testo) =>
    testo.length >= min && lunghezza(testo, max) <= max ? testo : difetto,
  );
};
/** In characters, as XSD counts; two code units may be one. */
const lunghezza = (testo: string, max: number): number =>
  testo.length <= max ? testo.length : [...testo].length;

export const TESTO: Semplice<string> = semplice("xs:string", null, (testo) => testo);
export const S15 = lungo("S15", 15);
export const S50 = lungo("S50", 50, 1);
export const S100 = lungo("S100", 100);
export const S250 = lungo("S250", 250);

const CF_PATTERN =
  "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]|[0-9]{11}";
const CF_SHAPE = new RegExp(`^(?:${CF_PATTERN})$`);
const CF_FORMA = new Difetto(
  "C001",
  "il codice fiscale ha 16 caratteri, o 11 cifre se è provvisorio",
);
const CF_DIFETTI: Readonly<Record<string, string>> = {
  "codice-fiscale.controllo": "C002",
  "codice-fiscale.data": "C003",
};

/** Of a person: check letter, omocodia and provisional codes included. */
export const CF: Semplice<CodiceFiscale> = semplice(
  "CF",
  restriction("xs:string", patternFacet(CF_PATTERN)),
  (testo) => {
    if (!CF_SHAPE.test(testo)) return CF_FORMA;
    const esito = normalizzaCodiceFiscale(testo);
    if (esito.ok) return esito.value;
    return new Difetto(CF_DIFETTI[esito.rifiuto.code] ?? "C001", esito.rifiuto.messaggio);
  },
);
/** Of an employer: a person's code or a VAT number, of which only the shape is checked. */
export const CF_AZIENDA = conForma("CFAzienda", CF_PATTERN, "un codice fiscale o una partita IVA");

const DATE = /^\s*(\d{4}-\d{2}-\d{2})(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?\s*$/;
const DATE_TIME =
  /^\s*(\d{4}-\d{2}-\d{2})T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?\s*$/;
const DATA_DIFETTO = new Difetto("S013", "serve una data del calendario, per esempio 2025-03-10");
const DATA_FUTURA = new Difetto("S014", "la data è nel futuro");

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** The calendar by hand: a SAP has dozens of dates, and this is four times as fast as `Date`. */
function isGiorno(giorno: string): boolean {
  const [year, month, day] = [
    Number(giorno.slice(0, 4)),
    Number(giorno.slice(5, 7)),
    Number(giorno.slice(8)),
  ];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = (MONTH_DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
  return year > 0 && day > 0 && day <= last;
}

const giornoDi = (shape: RegExp, testo: string): string | Difetto => {
  const giorno = shape.exec(testo)?.[1];
  return giorno !== undefined && isGiorno(giorno) ? giorno : DATA_DIFETTO;
};

/** A civil day; a zone is accepted and dropped, since the day is the one that was written. */
export const DATA: Semplice<string> = semplice("xs:date", null, (testo) => giornoDi(DATE, testo));

export const DATA_PASSATA: Semplice<string> = semplice("xs:date", null, (testo, { oggi }) => {
  const giorno = giornoDi(DATE, testo);
  return typeof giorno === "string" && giorno > oggi ? DATA_FUTURA : giorno;
});

/** A day that may arrive with its hour. */
export const DATA_O_ORA: Semplice<string> = semplice(
  "DataOOra",
  '<xs:union memberTypes="xs:date xs:dateTime"/>',
  (testo) => giornoDi(testo.includes("T") ? DATE_TIME : DATE, testo),
);

/** Two digits; the leading zero may be missing and is put back. */
export const REGIONE: Semplice<string> = semplice(
  "Reg",
  restriction("xs:string", patternFacet("0?[1-9]|1[0-9]|2[01]")),
  (testo) =>
    /^(?:0?[1-9]|1[0-9]|2[01])$/.test(testo)
      ? testo.padStart(2, "0")
      : new Difetto("S011", "serve il codice di una regione, da 01 a 21"),
);

const STATO_DIFETTO = new Difetto("S011", "serve uno fra A, P, T, F, D, C, U, N, X, R");
export const STATO: Semplice<StatoAdesione> = semplice(
  "Stato",
  restriction("xs:string", patternFacet("[APTFDCUNXR]")),
  (testo) => (/^[APTFDCUNXR]$/.test(testo) ? (testo as StatoAdesione) : STATO_DIFETTO),
);

const ID_SAP = "[A-Z]{2}[0-9]{8}[A-Z]";
export const IDENTIFICATIVO_SAP = conForma(
  "IdSap",
  ID_SAP,
  "l'identificativo di una SAP, per esempio QA10000017T",
);
/** Absent, empty or `0` all mean that there is none. */
export const IDENTIFICATIVO_SAP_O_NESSUNO: Semplice<string | null> = semplice(
  "IdSapOr0",
  restriction("xs:string", patternFacet(`(${ID_SAP})|0|`)),
  (testo) => {
    const letto =
      testo === "" || testo === "0" ? null : IDENTIFICATIVO_SAP.leggi(testo, NESSUN_GIORNO);
    return letto;
  },
  (valore) => valore ?? "0",
);
const NESSUN_GIORNO = { oggi: "" };

export const IDENTIFICATIVO_POLITICA = conForma(
  "IdPol",
  "[0-9]{2}[0-9A-Fa-f]{8}[A-Z]",
  "l'identificativo di una politica, 11 caratteri",
);
export const ENTE = conForma(
  "Ente",
  "[A-Z][0-9]{3}[A-Z][0-9]{6}|0{11}",
  "il codice di un ente, per esempio L219C000001",
);
export const BELFIORE = conForma(
  "Bel",
  "[A-Z][0-9]{3}",
  "il codice di un comune o di uno Stato, per esempio H501",
);
export const CAP = conForma("Cap", "[0-9]{5}", "un CAP di cinque cifre");
export const CITTADINANZA = conForma("Cittadinanza", "[0-9]{3}", "tre cifre");
export const EVENTO_POLITICA = conForma("Ev", "0[1-9]|1[0-5]", "un evento da 01 a 15");
export const PROGETTO = conForma("Prog", "[0-9]{2}", "due cifre");
export const TIPO_ATTIVITA = conForma(
  "Att",
  "[A-Z][A-Z0-9][0-9]",
  "un tipo di attività, per esempio A02",
);
export const TIPO_VARIAZIONE = conForma("Variazione", "0[1-9]", "due cifre, da 01 a 09");
export const TIPO_CONTRATTO = conForma(
  "Contratto",
  "[A-Z]\\.[0-9]{2}\\.[0-9]{2}",
  "un tipo di contratto, per esempio A.02.00",
);
export const ATECO = conForma(
  "Ateco",
  "[0-9]{2}(\\.[0-9]{1,2}){0,2}",
  "un codice ATECO, per esempio 62.01.00",
);
export const LIVELLO_ISTRUZIONE = lungo("LivelloIstruzione", 2, 2);
export const CORSO_STUDIO = lungo("CorsoStudio", 8, 8);
export const SI_NO = valoriFra("SiNo", "SI", "NO");
export const SESSO = valoriFra("Sesso", "M", "F");
export const DURATA_IN = valoriFra("Dur", "O", "G", "M", "A");

/** Kept as text: it travels on unchanged, zeros included. */
export const INTERO: Semplice<string> = semplice("xs:nonNegativeInteger", null, (testo) => {
  const numero = testo.trim();
  return /^\+?\d{1,18}$|^-0+$/.test(numero)
    ? numero
    : new Difetto("S015", "serve un numero intero non negativo");
});
export const DECIMALE: Semplice<string> = semplice("xs:decimal", null, (testo) => {
  const numero = testo.trim();
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(numero) && numero.length <= 40
    ? numero
    : new Difetto("S015", "serve un numero decimale, per esempio 0.644371661");
});

const cifreDi = (numero: string): readonly [string, string] => {
  const [intero = "", frazione = ""] = numero.replace(/^[+-]/, "").split(".");
  return [intero.replace(/^0+/, ""), frazione.replace(/0+$/, "")];
};
/** At most ten digits, nine of them after the point. */
export const INDICE_PROFILING: Semplice<string> = semplice(
  "IndiceProfiling",
  restriction("xs:decimal", '<xs:totalDigits value="10"/>', '<xs:fractionDigits value="9"/>'),
  (testo, giorno) => {
    const numero = DECIMALE.leggi(testo, giorno);
    if (numero instanceof Difetto) return numero;
    const [intero, frazione] = cifreDi(numero);
    return intero.length + frazione.length <= 10 && frazione.length <= 9
      ? numero
      : new Difetto("S015", "al massimo dieci cifre, di cui nove decimali");
  },
);
