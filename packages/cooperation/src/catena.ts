import { hash } from "node:crypto";

const sha256 = (text: string): string => hash("sha256", text, "hex");

/** Head of a lane on which nothing has travelled yet. */
export const TESTA_INIZIALE = "0".repeat(64);

/** Salted digest of a body: the chain covers this, so that a body can be erased without breaking it. */
export const improntaDi = (sale: string, corpo: string): string => sha256(`${sale}\n${corpo}`);

/** The head after one more message. Equal heads prove that both ends hold the same history. */
export const avanzaTesta = (testa: string, impronta: string, progressivo: number): string =>
  sha256(`${testa}\n${impronta}\n${progressivo}`);

/** The lane of a person: the same for the life of the flusso. */
export function corsiaDi(persona: string, corsie: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < persona.length; i++)
    hash = Math.imul(hash ^ persona.charCodeAt(i), 0x01000193) >>> 0;
  return hash % corsie;
}

export interface Catena {
  readonly teste: readonly string[];
  readonly impronte: readonly string[];
}

/** The head after each of these messages, with the digest of each. */
export function followCatena(
  testa: string,
  messaggi: readonly { sale: string; corpo: string; progressivo: number }[],
): Catena {
  const teste: string[] = [];
  const impronte: string[] = [];
  let at = testa;
  for (const { sale, corpo, progressivo } of messaggi) {
    const impronta = improntaDi(sale, corpo);
    at = avanzaTesta(at, impronta, progressivo);
    impronte.push(impronta);
    teste.push(at);
  }
  return { teste, impronte };
}
