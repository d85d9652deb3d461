import { createReadStream } from "node:fs";
import { servizicoap } from "@staffetta/contracts";
import { type CivilDate, nascitaNelCodice } from "@staffetta/domain";
import { readXml } from "@staffetta/platform";
import type { Riga } from "./righe.ts";

/**
 * `sezione0` documents, one or many in a file: bare, in the CDATA of `invioUtenteYG` envelopes, or
 * escaped in them. The envelopes are not read: each document is cut out of the stream and read alone,
 * so that a broken one spoils no other, and memory holds one document at a time.
 * @source WIRE, §1.1 (payload), §2.1
 */
type Lettura = Pick<Riga, "regione" | "input" | "illeggibile">;

/** A document is four elements long; what is longer is something else. */
const DOCUMENTO_CHARS_MAX = 64_000;
const DTD = "<!DOCTYPE";
const FORME = [
  { inizio: "<sezione0", fine: "</sezione0>", chiuso: "/>", escaped: false },
  { inizio: "&lt;sezione0", fine: "&lt;/sezione0&gt;", chiuso: "/&gt;", escaped: true },
] as const;
type Forma = (typeof FORME)[number];
const MARKER_CHARS_MAX = Math.max(DTD.length, ...FORME.map(({ inizio }) => inizio.length));

const illeggibile = (motivo: string): Lettura => ({
  ...{ regione: null, input: null, illeggibile: motivo },
});

const NOMI: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|quot|apos|amp));/gi;
const unescapeOnce = (text: string): string =>
  text.replaceAll(REFERENCE, (whole, hex, decimal, name) => {
    if (name !== undefined) return NOMI[(name as string).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const DA_COMPLETARE = { nome: "Da completare", cognome: "Da completare" } as const;

/** What the national document says, and what its codice fiscale says about the person. */
function fromUtente({ utente }: servizicoap.UtenteYG): Lettura {
  const { CodiceFiscale: codiceFiscale, dataadesione: dataAdesione, Regione: regione } = utente;
  const nato = nascitaNelCodice(codiceFiscale, dataAdesione as CivilDate);
  if (nato === null) return illeggibile("un codice provvisorio non dice la data di nascita");
  const { dataNascita, sesso } = nato;
  const anagrafica = { codiceFiscale, dataNascita, sesso, ...DA_COMPLETARE };
  return { regione, input: { anagrafica, recapiti: null, dataAdesione }, illeggibile: "" };
}

/** Whether a date is in the future is for the node to say: its clock counts, not the reader's. */
const SEMPRE = { oggi: "9999-12-31" } as const;

function readDocumento(text: string): Lettura {
  const letto = readXml(text);
  if (!letto.ok) return illeggibile(`il documento XML non si legge: ${letto.message}`);
  const esito = servizicoap.decodifica(servizicoap.UTENTE_YG, letto.root, text, SEMPRE);
  if (esito.ok) return fromUtente(esito.valore);
  return illeggibile(esito.anomalie.map(({ descrizione }) => descrizione).join("; "));
}

/** Where a document that begins at 0 ends; -1 when more text is needed. */
function endOf(text: string, { fine, chiuso }: Forma): number {
  const close = text.indexOf(fine);
  const tagEnd = text.indexOf(chiuso.slice(1));
  const empty = text.indexOf(chiuso);
  if (empty >= 0 && empty + 1 === tagEnd) return empty + chiuso.length;
  return close < 0 ? -1 : close + fine.length;
}

interface Trovato {
  readonly at: number;
  readonly forma: Forma | null;
}
function findNext(text: string): Trovato | null {
  const found = [
    { at: text.indexOf(DTD), forma: null },
    ...FORME.map((forma) => ({ at: text.indexOf(forma.inizio), forma })),
  ].filter(({ at }) => at >= 0);
  return found.sort((a, b) => a.at - b.at)[0] ?? null;
}

class Ritaglio {
  private text = "";
  finito = false;

  *aggiungi(chunk: string): Generator<Lettura> {
    this.text += chunk;
    for (;;) {
      const trovato = findNext(this.text);
      if (trovato === null) {
        this.text = this.text.slice(-MARKER_CHARS_MAX);
        return;
      }
      this.text = this.text.slice(trovato.at);
      if (trovato.forma === null) {
        this.finito = true;
        yield illeggibile("il documento ha una DTD, che non è ammessa");
        return;
      }
      const end = endOf(this.text, trovato.forma);
      if (end < 0) {
        if (this.text.length <= DOCUMENTO_CHARS_MAX) return;
        yield illeggibile("il documento è troppo lungo per essere un'adesione");
        this.text = this.text.slice(trovato.forma.inizio.length);
        continue;
      }
      const documento = this.text.slice(0, end);
      this.text = this.text.slice(end);
      yield readDocumento(trovato.forma.escaped ? unescapeOnce(documento) : documento);
    }
  }

  get sospeso(): boolean {
    return !this.finito && findNext(this.text) !== null;
  }
}

export async function* leggiXml(file: string): AsyncGenerator<Riga> {
  const ritaglio = new Ritaglio();
  let numero = 0;
  let bytes = 0;
  for await (const chunk of createReadStream(file, "utf8") as AsyncIterable<string>) {
    bytes += Buffer.byteLength(chunk);
    for (const letta of ritaglio.aggiungi(chunk)) yield { numero: ++numero, ...letta, bytes };
    if (ritaglio.finito) return;
  }
  if (ritaglio.sospeso)
    yield { numero: ++numero, ...illeggibile("l'ultimo documento è tagliato a metà"), bytes };
  if (numero === 0)
    yield { numero: 1, ...illeggibile("nel file non c'è nessuna adesione (sezione0)"), bytes };
}
