import { createHash } from "node:crypto";
import type { Cipher, Clock } from "@staffetta/platform";
import type { FirmaRow } from "./tabelle.ts";

export interface Firmatario {
  readonly chi: string;
  readonly qualita: string;
}

/** Puts signatures on the bytes of a document. The qualified one of a signature provider stands here. */
export interface FirmaDocumenti {
  readonly metodo: string;
  firma(bytes: Uint8Array, firmatari: readonly Firmatario[]): Promise<readonly FirmaRow[]>;
}

export const improntaDi = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** In development: who, when, and a keyed digest that binds both to the bytes. No legal value of its own. */
export const firmaSemplice = ({
  cipher,
  clock,
}: Readonly<{ cipher: Cipher; clock: Clock }>): FirmaDocumenti => {
  const metodo = "firma semplice, raccolta dall'addetto";
  return {
    metodo,
    firma: async (bytes, firmatari) => {
      const [sha256, at] = [improntaDi(bytes), clock.now()];
      return firmatari.map(({ chi, qualita }) => {
        const valore = cipher.digest(["firma", sha256, chi, qualita, at].join("|"));
        return { chi, qualita, metodo, at, valore };
      });
    },
  };
};
