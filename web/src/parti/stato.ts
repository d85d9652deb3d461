import { STATI_ADESIONE, type StatoAdesione } from "@staffetta/domain";
import { type Html, html } from "./html.ts";

const TONI: Readonly<Record<StatoAdesione, string>> = {
  ...{ A: "aspetta", P: "va", T: "va", F: "va" },
  ...{ C: "chiuso", D: "chiuso", U: "chiuso", N: "chiuso", X: "chiuso", R: "chiuso" },
};

/** The letter of the wire is for those who know it; the words are for everybody. */
export const statoAdesione = (stato: StatoAdesione, inConferma = false): Html =>
  html`<span class="stato ${inConferma ? "aspetta" : TONI[stato]}">${
    inConferma ? "presa in carico, in attesa di conferma" : STATI_ADESIONE[stato]
  }</span>`;
