import { z } from "zod";
import { EsitoPolitica } from "../../messaggi/gefo.ts";

/** What the addetto must do next on a case; also the tabs of the work list. */
export const VISTE_LAVORO = {
  "da-convocare": "Da convocare",
  "da-incontrare": "Da incontrare",
  "patto-da-firmare": "Patto da firmare",
  "dote-da-inviare": "Dote da inviare",
  "in-coda": "In coda per il denaro",
  "in-conferma": "In attesa di conferma",
  "servizi-da-avviare": "Servizi da avviare",
  "servizi-in-corso": "Servizi in corso",
  "da-rendicontare": "Da rendicontare",
  conclusi: "Conclusi",
} as const;
export type VistaLavoro = keyof typeof VISTE_LAVORO;
const viste = Object.keys(VISTE_LAVORO) as [VistaLavoro, ...VistaLavoro[]];
export const Vista = z.enum(viste);

/** How an activity ended, chosen by a person. */
export const EsitoScelto = z.enum(EsitoPolitica.options, "Scegli com'è finito");

/** Made by the page once per form: the same key twice does the thing once. */
export const Chiave = z.uuid();
