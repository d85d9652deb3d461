import type { Anagrafica, Soggetto } from "@staffetta/contracts";

/** Who did it, for a history or a log of reads. */
export const nomeDi = (soggetto: Soggetto): string =>
  soggetto.ruolo === "anonimo" ? soggetto.ruolo : soggetto.nome;

/** Who answers for an act: the id says whether two are the same person, the name is for whoever reads. */
export interface Autore {
  readonly id: string;
  readonly nome: string;
}
export function autoreDi(soggetto: Soggetto): Autore {
  const nome = nomeDi(soggetto);
  return { id: "id" in soggetto ? soggetto.id : `${soggetto.ruolo}:${nome}`, nome };
}

/** The identity of a giovane; the role has been checked at the door, hence anybody else is a bug. */
export function identitaDi(soggetto: Soggetto): Anagrafica {
  if (soggetto.ruolo !== "giovane") throw new Error(`Serve un giovane, non ${soggetto.ruolo}`);
  return soggetto.identita;
}
