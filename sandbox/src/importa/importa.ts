import { createHash } from "node:crypto";
import { appendFileSync, createReadStream, statSync } from "node:fs";
import type { Stores } from "@staffetta/borsalavoro";
import { clienteDi, type OperazioniBorsaLavoro } from "@staffetta/contracts";
import type { ParteNodo } from "@staffetta/nodo";
import { fileEsiti, motivoOf, quoted, readDone } from "./esiti.ts";
import { leggiRighe, type Riga } from "./righe.ts";

export interface Conteggio {
  accettate: number;
  duplicate: number;
  rifiutate: number;
  /** Rows that an earlier run had already settled. */
  saltate: number;
}

const INTESTAZIONE = "riga;esito;adesione;motivo\n";

/** The same row of the same file is always the same adesione: an interrupted import doubles nothing. */
function idOf(impronta: string, numero: number): string {
  const hex = createHash("sha256").update(`${impronta}/${numero}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function improntaOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

export interface OpzioniImporta {
  readonly file: string;
  /** The Borsa Lavoro of a region; a text says why there is none. Null: the row names no region. */
  readonly parteDi: (
    regione: string | null,
  ) => Promise<ParteNodo<Stores, OperazioniBorsaLavoro> | string>;
  readonly onProgress: (share: number, conteggio: Readonly<Conteggio>) => void;
}

const IMPORTAZIONE = { ruolo: "sistema", nome: "importazione" } as const;

/** Streams a file into the Borsa Lavoro of each row's region; writes beside it what became of each row. */
export async function importa({ file, parteDi, onProgress }: OpzioniImporta): Promise<Conteggio> {
  const impronta = await improntaOf(file);
  const size = Math.max(1, statSync(file).size);
  const esiti = fileEsiti(file);
  const done = readDone(esiti, INTESTAZIONE);
  const conteggio: Conteggio = { accettate: 0, duplicate: 0, rifiutate: 0, saltate: 0 };
  const refused = (numero: number, motivo: string): string => {
    conteggio.rifiutate++;
    return `${numero};rifiutata;;${quoted(motivo)}`;
  };
  const settle = async ({ numero, regione, input, illeggibile }: Riga): Promise<string> => {
    if (input === null) return refused(numero, illeggibile);
    const parte = await parteDi(regione);
    if (typeof parte === "string") return refused(numero, parte);
    const adesioneId = idOf(impronta, numero);
    const nodo = clienteDi(parte.operazioni, parte.implementazione, IMPORTAZIONE);
    const risposta = await nodo.importa({ ...input, adesioneId });
    if (!risposta.ok) return refused(numero, motivoOf(risposta));
    const { esito } = risposta.valore;
    conteggio[esito === "accettata" ? "accettate" : "duplicate"]++;
    return `${numero};${esito};${esito === "accettata" ? adesioneId : ""};`;
  };
  for await (const riga of leggiRighe(file)) {
    if (riga.numero <= done) conteggio.saltate++;
    else appendFileSync(esiti, `${await settle(riga)}\n`);
    onProgress(Math.min(1, riga.bytes / size), conteggio);
  }
  onProgress(1, conteggio);
  return conteggio;
}
