import { appendFileSync, createReadStream, statSync } from "node:fs";
import {
  type Cliente,
  centsDi,
  type OperazioniGefo,
  type OperazioniMinistero,
  type Risposta,
} from "@staffetta/contracts";
import { parse } from "csv-parse";
import { separatoreDi } from "./csv.ts";
import { fileEsiti, motivoOf, quoted, readDone } from "./esiti.ts";
import { righeXml, XmlIllegibile } from "./xml-tabella.ts";

/** CSV tables that a node takes in: each row is one call of an operation, and has its outcome. */
type Record_ = Readonly<Record<string, string>>;

export interface TabellaImportata<Nodo, Esito extends string> {
  readonly colonne: readonly string[];
  readonly facoltative: readonly string[];
  /** What an accepted row may have been. */
  readonly esiti: readonly Esito[];
  readonly riga: (
    nodo: Nodo,
    record: Record_,
    file: string,
  ) => Promise<Risposta<Readonly<{ esito: Esito }>>>;
}

const orNull = (testo: string | undefined): string | null =>
  testo === undefined || testo === "" ? null : testo;

/** Read as in a form; a cell left blank says nothing. */
export const inCents = (testo: string | undefined): unknown => centsDi(orNull(testo));

type TabellaMinistero = TabellaImportata<
  Cliente<OperazioniMinistero>,
  "aggiunta" | "aggiornata" | "uguale"
>;
const ESITI_MINISTERO = ["aggiunta", "aggiornata", "uguale"] as const;

export const CODICI: TabellaMinistero = {
  colonne: ["lista", "codice", "descrizione"],
  facoltative: ["dal", "al"],
  esiti: ESITI_MINISTERO,
  riga: (nodo, { lista, codice, descrizione, dal, al }) =>
    nodo.importaCodici({ lista, codice, descrizione, dal: orNull(dal), al: orNull(al) }),
};
export const PASSIVE: TabellaMinistero = {
  colonne: ["codiceFiscale", "tipo", "ente", "dal"],
  facoltative: ["al", "importo"],
  esiti: ESITI_MINISTERO,
  riga: (nodo, { codiceFiscale, tipo, ente, dal, al, importo }, file) =>
    nodo.importaPassiva({
      ...{ codiceFiscale, tipo, ente, dal, al: orNull(al), fonte: file },
      importoCents: inCents(importo),
    }),
};

type TabellaGefo = TabellaImportata<Cliente<OperazioniGefo>, "accettata" | "duplicata">;
const ESITI_GEFO = ["accettata", "duplicata"] as const;

/** Italian words for what the contract reads in English; anything else is told to be wrong. */
const boolDi = (testo = ""): string => {
  if (/^s[iì]$/i.test(testo)) return "yes";
  return testo === "" ? "no" : testo;
};

/** Mandatory communications, each known by its protocollo. */
export const COMUNICAZIONI: TabellaGefo = {
  colonne: ["protocollo", "codiceFiscale", "tipo", "datore", "contratto", "dal"],
  facoltative: ["al", "precedente", "bonusRichiesto"],
  esiti: ESITI_GEFO,
  riga: (nodo, { bonusRichiesto, ...resto }) =>
    nodo.importaComunicazione({ ...resto, bonusRichiesto: boolDi(bonusRichiesto) }),
};

/** What the treasury has paid or got back, each known by its reference. */
export const PAGAMENTI: TabellaGefo = {
  colonne: ["riferimento", "ordine", "esito", "data", "importo"],
  facoltative: ["motivo"],
  esiti: ESITI_GEFO,
  riga: (nodo, { ordine, importo, ...resto }) =>
    nodo.registraPagamento({ ...resto, ordineId: ordine, importoCents: inCents(importo) }),
};

/** What who pays the allowances has answered, month by month. */
export const INDENNITA: TabellaGefo = {
  colonne: ["riferimento", "esito", "data"],
  facoltative: ["motivo"],
  esiti: ESITI_GEFO,
  riga: (nodo, { riferimento, esito, data, motivo = "" }) =>
    nodo.registraIndennita({ riferimento, esito, data, motivo }),
};

const plain = (testo: string): string => testo.toLowerCase().replaceAll(/[^a-z]/g, "");

type Righe = AsyncIterable<Readonly<{ record: Record_; bytes: number }>>;

/** The adapter that the name of the file asks for. */
function righeDi(
  file: string,
  colonne: Pick<TabellaImportata<unknown, string>, "colonne" | "facoltative">,
): Righe {
  if (!file.toLowerCase().endsWith(".xml")) return righeCsv(file, colonne);
  const note = noteDi(colonne);
  return righeXml(file, (nome) => note.get(plain(nome)) ?? nome);
}

const noteDi = ({
  colonne,
  facoltative,
}: Pick<TabellaImportata<unknown, string>, "colonne" | "facoltative">) =>
  new Map([...colonne, ...facoltative].map((nome) => [plain(nome), nome]));

async function* righeCsv(
  file: string,
  quali: Pick<TabellaImportata<unknown, string>, "colonne" | "facoltative">,
): Righe {
  const note = noteDi(quali);
  const parser = parse({
    ...{ bom: true, trim: true, skip_empty_lines: true, delimiter: separatoreDi(file) },
    columns: (header: string[]) => header.map((nome) => note.get(plain(nome)) ?? nome),
    ...{ relax_column_count: true, info: true },
  });
  const stream = createReadStream(file);
  stream.on("error", (error) => parser.destroy(error));
  const righe = stream.pipe(parser) as AsyncIterable<{ record: Record_; info: { bytes: number } }>;
  for await (const { record, info } of righe) yield { record, bytes: info.bytes };
}

/** What the file says instead of rows; null = the fault is another. */
function illeggibile(error: unknown): string | null {
  if (error instanceof XmlIllegibile) return `l'XML non si legge: ${error.message}`;
  const isCsv = error instanceof Error && "code" in error && String(error.code).startsWith("CSV_");
  return isCsv ? `il CSV non si legge: ${error.message}` : null;
}

/** How many rows had each outcome; `saltata` = settled by an earlier run. */
export type Conta<Esito extends string> = Record<Esito | "rifiutata" | "saltata", number>;

const INTESTAZIONE = "riga;esito;motivo\n";

export interface OpzioniTabella<Nodo, Esito extends string> {
  readonly file: string;
  /** How the file calls itself, where its rows come from. */
  readonly nome: string;
  readonly tabella: TabellaImportata<Nodo, Esito>;
  readonly nodo: Nodo;
  readonly onProgress: (share: number) => void;
}

/** Row by row; interrupted, it goes on from where it was; repeated, it doubles nothing. */
export async function importaTabella<Nodo, Esito extends string>(
  opzioni: OpzioniTabella<Nodo, Esito>,
): Promise<Conta<Esito>> {
  const { file, nome, tabella, nodo, onProgress } = opzioni;
  const esiti = fileEsiti(file);
  const done = readDone(esiti, INTESTAZIONE);
  const size = Math.max(1, statSync(file).size);
  const nomi = [...tabella.esiti, "rifiutata", "saltata"] as const;
  const conta = Object.fromEntries(nomi.map((uno) => [uno, 0])) as Conta<string>;
  const count = (quale: string): void => {
    conta[quale] = (conta[quale] ?? 0) + 1;
  };
  const refused = (numero: number, motivo: string): string => {
    count("rifiutata");
    return `${numero};rifiutata;${quoted(motivo)}`;
  };
  const settle = async (numero: number, record: Record_): Promise<string> => {
    const mancano = tabella.colonne.filter((colonna) => record[colonna] === undefined);
    if (mancano.length > 0) return refused(numero, `mancano le colonne: ${mancano.join(", ")}`);
    const risposta = await tabella.riga(nodo, record, nome);
    if (!risposta.ok) return refused(numero, motivoOf(risposta));
    count(risposta.valore.esito);
    return `${numero};${risposta.valore.esito};`;
  };
  let numero = 0;
  try {
    for await (const { record, bytes } of righeDi(file, tabella)) {
      numero++;
      if (numero <= done) count("saltata");
      else appendFileSync(esiti, `${await settle(numero, record)}\n`);
      onProgress(Math.min(1, bytes / size));
    }
  } catch (error) {
    const motivo = illeggibile(error);
    if (motivo === null) throw error;
    appendFileSync(esiti, `${refused(numero + 1, motivo)}\n`);
  }
  return conta;
}
