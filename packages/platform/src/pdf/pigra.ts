import type { StampaPdf } from "./documento.ts";

/** The printer, loaded with its first document: most processes never print. */
export const stampaPdf: StampaPdf = async (documento) => {
  const stampa = await import("./stampa.ts");
  return stampa.stampaPdf(documento);
};
