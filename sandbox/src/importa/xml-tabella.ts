import { createReadStream } from "node:fs";
import { SaxesParser } from "saxes";

/**
 * A table written in XML: each child of the root is a row, each of its children a column, as
 * `<politiche><politica><codiceFiscale>…</codiceFiscale><tipo>…</tipo></politica></politiche>`.
 * Read as it comes: memory holds a few rows, whatever the size of the file.
 */
export interface RigaXml {
  readonly record: Readonly<Record<string, string>>;
  /** Where in the file the row ends. */
  readonly bytes: number;
}

export class XmlIllegibile extends Error {}

const VALORE_CHARS_MAX = 4_000;

class Lettore {
  readonly pronte: Readonly<Record<string, string>>[] = [];
  #riga: Record<string, string> = {};
  #testo = "";
  #depth = 0;
  readonly #parser = new SaxesParser();

  constructor(nomeDi: (nome: string) => string) {
    const parser = this.#parser;
    parser.on("error", (error) => {
      throw new XmlIllegibile(error.message);
    });
    parser.on("doctype", () => {
      throw new XmlIllegibile("una DTD (DOCTYPE) non è ammessa");
    });
    parser.on("opentag", () => {
      this.#depth++;
      this.#testo = "";
      if (this.#depth > 3)
        throw new XmlIllegibile("una colonna porta un testo, non altri elementi");
    });
    const aggiungi = (testo: string): void => {
      this.#testo += testo;
      if (this.#testo.length > VALORE_CHARS_MAX)
        throw new XmlIllegibile("un valore è troppo lungo");
    };
    parser.on("text", aggiungi);
    parser.on("cdata", aggiungi);
    parser.on("closetag", ({ name }) => {
      this.#depth--;
      if (this.#depth === 2) this.#riga[nomeDi(name)] = this.#testo.trim();
      if (this.#depth === 1) {
        this.pronte.push(this.#riga);
        this.#riga = {};
      }
      this.#testo = "";
    });
  }

  /** The rows of a piece; those that come before a fault are rows all the same. */
  *leggi(pezzo: string | null): Generator<Readonly<Record<string, string>>> {
    let fault: unknown = null;
    try {
      if (pezzo === null) this.#parser.close();
      else this.#parser.write(pezzo);
    } catch (error) {
      fault = error;
    }
    yield* this.pronte.splice(0);
    if (fault !== null) throw fault;
  }
}

export async function* righeXml(
  file: string,
  nomeDi: (nome: string) => string,
): AsyncGenerator<RigaXml> {
  const lettore = new Lettore(nomeDi);
  let bytes = 0;
  for await (const pezzo of createReadStream(file, "utf8")) {
    const testo = String(pezzo);
    bytes += Buffer.byteLength(testo);
    for (const record of lettore.leggi(testo)) yield { record, bytes };
  }
  for (const record of lettore.leggi(null)) yield { record, bytes };
}
