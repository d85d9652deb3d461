import { leggiImporto, testoRifiutoImporto } from "@staffetta/domain";
import { z } from "zod";

/** What a person typed as cents; what is not an amount stays text, and the schema of the field says why. */
export function centsDi(text: unknown): unknown {
  if (typeof text !== "string") return text;
  const letto = leggiImporto(text);
  return letto.ok ? letto.value : text;
}

const MASSIMO = 100_000_000_000;

function perche(input: unknown): string {
  const letto = leggiImporto(typeof input === "string" ? input : "");
  // A text that can be read has not been through `centsDi`: the operation wants cents.
  return letto.ok
    ? "L'importo va scritto in centesimi interi, come numero"
    : testoRifiutoImporto(letto.rifiuto);
}

const centesimi = z
  .int({ error: ({ input }) => perche(input) })
  .max(MASSIMO, "L'importo è troppo grande: controlla le cifre e scrivilo di nuovo");

/** Cents, none or more. */
export const Importo = centesimi.min(0, "Non può essere negativo: scrivi 0 o di più");
/** Cents, at least one. */
export const ImportoPositivo = centesimi.min(1, "Scrivi un importo maggiore di zero");
