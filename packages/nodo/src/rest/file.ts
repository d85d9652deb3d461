import type { FileInUscita, Problema, Risposta } from "@staffetta/contracts";
import { CorpoTroppoGrande, leggiMultipart, testateFile } from "@staffetta/platform";
import type { Context } from "hono";

const INTERROTTO: Problema = {
  type: "urn:staffetta:corpo-incompleto",
  title: "Il file non è arrivato per intero",
  status: 400,
  detail: "L'invio si è interrotto, oppure la richiesta non ha la forma di un modulo con file.",
  rimedio: "Non è stato conservato nulla: invia di nuovo.",
};
const troppoGrande = (bytesMax: number): Problema => ({
  type: "urn:staffetta:corpo-troppo-grande",
  title: "Il file è troppo grande",
  status: 413,
  detail: `Un invio può avere al massimo ${Math.floor(bytesMax / 1024 / 1024)} MB.`,
  rimedio: "Riduci il file, per esempio con una scansione a risoluzione più bassa.",
});

/** More than any operation accepts; each operation has its own, smaller limit. */
const FILE_BYTES_MAX = 10 * 1024 * 1024;

/** The fields of a form with files, or the problem with it: half a form is no form. */
export async function leggiModulo(request: Request): Promise<Risposta<Record<string, unknown>>> {
  try {
    return { ok: true, valore: await leggiMultipart(request, FILE_BYTES_MAX) };
  } catch (error) {
    const tooLarge = error instanceof CorpoTroppoGrande;
    return { ok: false, problema: tooLarge ? troppoGrande(error.bytesMax) : INTERROTTO };
  }
}

/** Saved, never shown as a page of the node. */
export const inviaFile = (c: Context, { nome, tipo, contenuto }: FileInUscita): Response =>
  c.body(new Uint8Array(contenuto), 200, testateFile(nome, tipo));
