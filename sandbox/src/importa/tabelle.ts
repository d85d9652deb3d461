import { appendFileSync, createReadStream, statSync } from "node:fs";
import type { Cliente, OperazioniMinistero, Risposta } from "@staffetta/contracts";
import { parse } from "csv-parse";
import { fileEsiti, motivoOf, quoted, readDone } from "./esiti.ts";

/** CSV tables that the Ministry takes in: each row is one call of an operation, and has its outcome. */
type Nodo = Cliente<OperazioniMinistero>;
type Record_ = Readonly<Record<string, string>>;
type Fatto = Risposta<Readonly<{ esito: "aggiunta" | "aggiornata" | "uguale" }>>;

export interface TabellaImportata {
  readonly colonne: readonly string[];
  readonly facoltative: readonly string[];
  readonly riga: (nodo: Nodo, record: Record_, file: string) => Promise<Fatto>;
}

const orNull = (testo: string | undefined): string | null =>
  testo === undefined || testo === "" ? null : testo;

/** "1.234,50", "1234,5" and "1234.50" are the same amount; anything else is not a number. */
export function inCents(testo: string | undefined): number | null {
  if (testo === undefined || testo === "") return null;
  const plain = testo.includes(",") ? testo.replaceAll(".", "").replace(",", ".") : testo;
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : Number.NaN;
}

export const TABELLE = {
  codici: {
    colonne: ["lista", "codice", "descrizione"],
    facoltative: ["dal", "al"],
    riga: (nodo, { lista, codice, descrizione, dal, al }) =>
      nodo.importaCodici({ lista, codice, descrizione, dal: orNull(dal), al: orNull(al) }),
  },
  passive: {
    colonne: ["codiceFiscale", "tipo", "ente", "dal"],
    facoltative: ["al", "importo"],
    riga: (nodo, { codiceFiscale, tipo, ente, dal, al, importo }, file) =>
      nodo.importaPassiva({
        ...{ codiceFiscale, tipo, ente, dal, al: orNull(al), fonte: file },
        importoCents: inCents(importo),
      }),
  },
} as const satisfies Readonly<Record<string, TabellaImportata>>;

const plain = (testo: string): string => testo.toLowerCase().replaceAll(/[^a-z]/g, "");

function righeDi(file: string, { colonne, facoltative }: TabellaImportata) {
  const note = new Map([...colonne, ...facoltative].map((nome) => [plain(nome), nome]));
  const parser = parse({
    ...{ bom: true, trim: true, skip_empty_lines: true, delimiter: [",", ";"] },
    columns: (header: string[]) => header.map((nome) => note.get(plain(nome)) ?? nome),
    ...{ relax_column_count: true, info: true },
  });
  const stream = createReadStream(file);
  stream.on("error", (error) => parser.destroy(error));
  return stream.pipe(parser) as AsyncIterable<{ record: Record_; info: { bytes: number } }>;
}

export interface EsitoTabella {
  aggiunta: number;
  aggiornata: number;
  uguale: number;
  rifiutata: number;
  /** Rows that an earlier run had already settled. */
  saltata: number;
}
const INTESTAZIONE = "riga;esito;motivo\n";

export interface OpzioniTabella {
  readonly file: string;
  /** How the file calls itself, where its rows come from. */
  readonly nome: string;
  readonly tabella: TabellaImportata;
  readonly nodo: Nodo;
  readonly onProgress: (share: number) => void;
}

/** Row by row; interrupted, it goes on from where it was; repeated, it doubles nothing. */
export async function importaTabella(opzioni: OpzioniTabella): Promise<EsitoTabella> {
  const { file, nome, tabella, nodo, onProgress } = opzioni;
  const esiti = fileEsiti(file);
  const done = readDone(esiti, INTESTAZIONE);
  const size = Math.max(1, statSync(file).size);
  const conta: EsitoTabella = { aggiunta: 0, aggiornata: 0, uguale: 0, rifiutata: 0, saltata: 0 };
  const refused = (numero: number, motivo: string): string => {
    conta.rifiutata++;
    return `${numero};rifiutata;${quoted(motivo)}`;
  };
  const settle = async (numero: number, record: Record_): Promise<string> => {
    const mancano = tabella.colonne.filter((colonna) => record[colonna] === undefined);
    if (mancano.length > 0) return refused(numero, `mancano le colonne: ${mancano.join(", ")}`);
    const risposta = await tabella.riga(nodo, record, nome);
    if (!risposta.ok) return refused(numero, motivoOf(risposta));
    conta[risposta.valore.esito]++;
    return `${numero};${risposta.valore.esito};`;
  };
  let numero = 0;
  try {
    for await (const { record, info } of righeDi(file, tabella)) {
      numero++;
      if (numero <= done) conta.saltata++;
      else appendFileSync(esiti, `${await settle(numero, record)}\n`);
      onProgress(Math.min(1, info.bytes / size));
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && String(error.code).startsWith("CSV_")))
      throw error;
    appendFileSync(esiti, `${refused(numero + 1, `il CSV non si legge: ${error.message}`)}\n`);
  }
  return conta;
}
