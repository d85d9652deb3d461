import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { Risposta } from "@staffetta/contracts";

/** Beside each imported file, what became of each row: what makes an import resumable. */
export const fileEsiti = (file: string): string => `${file}.esiti.csv`;

/** Rows already settled: a line that an interruption has cut in half does not count, and is closed. */
export function readDone(esiti: string, intestazione: string): number {
  if (!existsSync(esiti)) {
    appendFileSync(esiti, intestazione);
    return 0;
  }
  const text = readFileSync(esiti, "utf8");
  if (!text.endsWith("\n")) appendFileSync(esiti, "\n");
  const numbers = text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .map((line) => Number(line.split(";", 1)[0]));
  return Math.max(0, ...numbers.filter(Number.isInteger));
}

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export function motivoOf(risposta: Extract<Risposta<unknown>, { ok: false }>): string {
  const { title, detail, errori } = risposta.problema;
  if (errori === undefined) return `${title}: ${detail}`;
  return errori.map(({ campo, messaggio }) => `${campo}: ${messaggio}`).join("; ");
}
