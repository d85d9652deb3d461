import { createReadStream } from "node:fs";
import { type CivilDate, nascitaNelCodice, normalizzaCodiceFiscale } from "@staffetta/domain";
import { parse } from "csv-parse";
import { SaxesParser } from "saxes";

/** A row of the file as it was read, before anybody judges it. */
export interface Riga {
  /** Counted from 1: a line of data of the CSV, a document of the XML. */
  readonly numero: number;
  readonly input: Readonly<Record<string, unknown>> | null;
  /** Why it can't even be read; "" when it can. */
  readonly illeggibile: string;
  /** Bytes of the file read so far. */
  readonly bytes: number;
}

const CAMPI = ["codiceFiscale", "nome", "cognome", "dataNascita", "sesso", "dataAdesione"] as const;

/** Streams the rows of a CSV (comma or semicolon) or of national XML, whichever the file is. */
export async function* leggiRighe(file: string): AsyncGenerator<Riga> {
  yield* file.toLowerCase().endsWith(".xml") ? leggiXml(file) : leggiCsv(file);
}

async function* leggiCsv(file: string): AsyncGenerator<Riga> {
  const stream = createReadStream(file);
  const parser = parse({
    ...{ bom: true, columns: true, trim: true, skip_empty_lines: true },
    ...{ delimiter: [",", ";"], relax_column_count: true, info: true },
  });
  stream.on("error", (error) => parser.destroy(error));
  let numero = 0;
  for await (const { record, info } of stream.pipe(parser) as AsyncIterable<{
    record: Record<string, string>;
    info: { bytes: number };
  }>)
    yield { numero: ++numero, ...fromRecord(record), bytes: info.bytes };
}

function fromRecord(record: Readonly<Record<string, string>>): Pick<Riga, "input" | "illeggibile"> {
  const missing = CAMPI.filter((campo) => record[campo] === undefined);
  if (missing.length > 0)
    return { input: null, illeggibile: `mancano le colonne: ${missing.join(", ")}` };
  const { codiceFiscale, nome, cognome, dataNascita, sesso, dataAdesione } = record;
  const { email = "", telefono = "" } = record;
  const recapiti = email === "" && telefono === "" ? null : { email, telefono };
  const anagrafica = { codiceFiscale, nome, cognome, dataNascita, sesso };
  return { input: { anagrafica, recapiti, dataAdesione }, illeggibile: "" };
}

interface Utente {
  CodiceFiscale?: string;
  dataadesione?: string;
  Regione?: string;
}
const DA_COMPLETARE = "Da completare";

/** What the national document says, and what its codice fiscale says about the person. */
function fromUtente({
  CodiceFiscale = "",
  dataadesione = "",
}: Utente): Pick<Riga, "input" | "illeggibile"> {
  const esito = normalizzaCodiceFiscale(CodiceFiscale);
  if (!esito.ok) return { input: null, illeggibile: esito.rifiuto.messaggio };
  const nato = nascitaNelCodice(esito.value, dataadesione as CivilDate);
  if (nato === null)
    return { input: null, illeggibile: "un codice provvisorio non dice la data di nascita" };
  const { dataNascita, sesso } = nato;
  const nome = { nome: DA_COMPLETARE, cognome: DA_COMPLETARE };
  const anagrafica = { codiceFiscale: esito.value, dataNascita, sesso, ...nome };
  return { input: { anagrafica, recapiti: null, dataAdesione: dataadesione }, illeggibile: "" };
}

/** `sezione0` documents, bare or inside the CDATA of `invioUtenteYG` envelopes; one or many in a file. */
function utenteParser(onUtente: (utente: Utente) => void): SaxesParser {
  const parser = new SaxesParser({ fragment: true });
  let utente: Utente | null = null;
  let text = "";
  const local = (name: string): string => name.slice(name.indexOf(":") + 1);
  parser.on("opentag", ({ name }) => {
    text = "";
    if (local(name) === "utente") utente = {};
  });
  parser.on("text", (chunk) => {
    text += chunk;
  });
  parser.on("cdata", (chunk) => {
    if (chunk.includes("sezione0")) utenteParser(onUtente).write(chunk).close();
    else text += chunk;
  });
  parser.on("closetag", ({ name }) => {
    const tag = local(name);
    if (tag === "utente" && utente !== null) {
      onUtente(utente);
      utente = null;
    } else if (utente !== null && tag in CAMPI_UTENTE) utente[tag as keyof Utente] = text.trim();
  });
  parser.on("doctype", () => {
    throw new Error("il documento ha una DTD, che non è ammessa");
  });
  return parser;
}
const CAMPI_UTENTE = { CodiceFiscale: 1, dataadesione: 1, Regione: 1 } as const;
const DICHIARAZIONE = /<\?xml[^>]*\?>/g;

async function* leggiXml(file: string): AsyncGenerator<Riga> {
  const found: Utente[] = [];
  const parser = utenteParser((utente) => void found.push(utente));
  let numero = 0;
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file, "utf8") as AsyncIterable<string>) {
      bytes += Buffer.byteLength(chunk);
      // Envelopes one after the other, each with its own declaration, are many documents in one file.
      parser.write(chunk.replaceAll(DICHIARAZIONE, ""));
      for (const utente of found.splice(0))
        yield { numero: ++numero, ...fromUtente(utente), bytes };
    }
    parser.close();
  } catch (error) {
    const illeggibile = `il documento XML non si legge: ${(error as Error).message}`;
    yield { numero: ++numero, input: null, illeggibile, bytes };
  }
}
