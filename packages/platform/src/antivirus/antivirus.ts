/** What an antivirus says of some bytes. Throws when it can't say: nothing unexamined is kept. */
export type Verdetto = Readonly<{ pulito: true }> | Readonly<{ pulito: false; minaccia: string }>;

export interface Antivirus {
  /** Shown where it matters that this is not the real thing. */
  readonly nome: string;
  esamina(bytes: Uint8Array): Promise<Verdetto>;
}

/**
 * The harmless file that every antivirus agrees to detect, in two halves so that the antivirus of whoever
 * reads this code leaves it alone.
 * @see https://www.eicar.org/download-anti-malware-testfile/
 */
export const EICAR = [
  "X5O!P%@AP[4\\PZX54(P^)7CC)7}$",
  "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
].join("");

/** For development: knows only the test file. */
export const antivirusDiProva: Antivirus = {
  nome: "antivirus di prova: riconosce solo il file di prova EICAR",
  esamina: async (bytes) =>
    Buffer.from(bytes).includes(EICAR)
      ? { pulito: false, minaccia: "Eicar-Test-Signature" }
      : { pulito: true },
};

/** Where none is set up: no file is accepted. */
export const antivirusAssente: Antivirus = {
  nome: "nessun antivirus",
  esamina: async () => {
    throw new Error("nessun antivirus è configurato");
  },
};
