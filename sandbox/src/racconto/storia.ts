import { apriPalco, type Palco } from "./palco.ts";

/**
 * A life story: what happened to one person, told in plain Italian and done with the real operations.
 * The same file is a test, a lesson for who starts to work here, and a chapter of the manual.
 */
export interface Storia {
  readonly titolo: string;
  /** What who reads it learns. */
  readonly insegna: string;
  readonly stanziamentoCents?: number;
  readonly racconta: (palco: Palco, narra: Narra) => Promise<void>;
}

/** One sentence, and what makes it true. */
export type Narra = (frase: string, fatto?: () => Promise<unknown>) => Promise<void>;

export interface Frase {
  readonly giorno: string;
  readonly testo: string;
}

/** Plays a story to its end; a sentence that is not true stops it, with its words. */
export async function recita(storia: Storia): Promise<readonly Frase[]> {
  const { stanziamentoCents } = storia;
  const palco = await apriPalco(stanziamentoCents === undefined ? {} : { stanziamentoCents });
  const frasi: Frase[] = [];
  await storia.racconta(palco, async (testo, fatto) => {
    frasi.push({ giorno: palco.oggi(), testo });
    try {
      await fatto?.();
    } catch (error) {
      throw new Error(`Non è vero che: ${testo}`, { cause: error });
    }
    await palco.giorni(0);
  });
  return frasi;
}
