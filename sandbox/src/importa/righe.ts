import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { parse } from "csv-parse";
import { separatoreDi } from "./csv.ts";
import { leggiXml } from "./xml-nazionale.ts";

/** A row of the file as it was read, before anybody judges it. */
export interface Riga {
  /** Counted from 1: a line of data of the CSV, a document of the XML. */
  readonly numero: number;
  /** Ministerial code of the region the adesione is for; null when the source does not say. */
  readonly regione: string | null;
  readonly input: Readonly<Record<string, unknown>> | null;
  /** Why it can't even be read; "" when it can. */
  readonly illeggibile: string;
  /** Bytes of the file read so far. */
  readonly bytes: number;
}

const CAMPI = ["codiceFiscale", "nome", "cognome", "dataNascita", "sesso", "dataAdesione"] as const;
const FACOLTATIVI = ["email", "telefono", "regione"] as const;

const SNIFF_BYTES = 256;
/** By what it holds, not by its name: XML begins with an angle bracket. */
async function isXml(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    return buffer.subarray(0, bytesRead).toString("utf8").replace("\uFEFF", "").trim()[0] === "<";
  } finally {
    await handle.close();
  }
}

/** Streams the rows of a CSV (comma or semicolon) or of national XML, whichever the file is. */
export async function* leggiRighe(file: string): AsyncGenerator<Riga> {
  yield* (await isXml(file)) ? leggiXml(file) : leggiCsv(file);
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, "");
const NOTI = new Map([...CAMPI, ...FACOLTATIVI].map((campo) => [plain(campo), campo as string]));
/** "Codice fiscale", "codice_fiscale" and "codiceFiscale" are one column. */
const columns = (header: string[]): string[] => header.map((name) => NOTI.get(plain(name)) ?? name);

async function* leggiCsv(file: string): AsyncGenerator<Riga> {
  const stream = createReadStream(file);
  const parser = parse({
    ...{ bom: true, columns, trim: true, skip_empty_lines: true },
    ...{ delimiter: separatoreDi(file), relax_column_count: true, info: true },
  });
  stream.on("error", (error) => parser.destroy(error));
  let numero = 0;
  let bytes = 0;
  try {
    for await (const { record, info } of stream.pipe(parser) as AsyncIterable<{
      record: Record<string, string>;
      info: { bytes: number };
    }>) {
      bytes = info.bytes;
      yield { numero: ++numero, ...fromRecord(record), bytes };
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    const illeggibile = `da qui il CSV non si legge (riga ${error.lines}): controlla le virgolette`;
    yield { numero: ++numero, regione: null, input: null, illeggibile, bytes };
  }
}

const isCsvError = (error: unknown): error is Error & { lines: number } =>
  error instanceof Error && "code" in error && String(error.code).startsWith("CSV_");

function fromRecord(
  record: Readonly<Record<string, string>>,
): Pick<Riga, "regione" | "input" | "illeggibile"> {
  const missing = CAMPI.filter((campo) => record[campo] === undefined);
  if (missing.length > 0) {
    const illeggibile = `mancano le colonne: ${missing.join(", ")}`;
    return { regione: null, input: null, illeggibile };
  }
  const { codiceFiscale, nome, cognome, dataNascita, sesso, dataAdesione } = record;
  const { email = "", telefono = "", regione = "" } = record;
  const recapiti = email === "" && telefono === "" ? null : { email, telefono };
  const anagrafica = { codiceFiscale, nome, cognome, dataNascita, sesso };
  const input = { anagrafica, recapiti, dataAdesione };
  return { regione: regione === "" ? null : regione.padStart(2, "0"), input, illeggibile: "" };
}
