import type { z } from "zod";
import type { Errore } from "./problema.ts";

const MESSAGGIO = "C'è un carattere che non si può leggere: cancella il testo e scrivilo di nuovo.";

/** No database keeps a NUL, nor half of a character of two. */
const isTesto = (value: string): boolean => !value.includes("\u0000") && value.isWellFormed();

const isAperto = (value: unknown): value is object =>
  Array.isArray(value) || Object.getPrototypeOf(value ?? 0) === Object.prototype;

/** Every field that holds what nobody typed, wherever it is; the bytes of a file are its own affair. */
export function illeggibili(raw: unknown, path: readonly string[] = []): z.infer<typeof Errore>[] {
  if (typeof raw === "string")
    return isTesto(raw) ? [] : [{ campo: path.join("."), messaggio: MESSAGGIO }];
  if (!isAperto(raw)) return [];
  return Object.entries(raw).flatMap(([nome, value]) => illeggibili(value, [...path, nome]));
}
