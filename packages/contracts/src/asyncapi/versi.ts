import type { TipoMessaggio } from "../messaggi/index.ts";

type Nodo = "borsalavoro" | "cliclavoro" | "gefo" | "ministero";
type Verso = readonly [da: Nodo, a: Nodo];

const BL_CL: Verso = ["borsalavoro", "cliclavoro"];
const CL_BL: Verso = ["cliclavoro", "borsalavoro"];
const BL_GE: Verso = ["borsalavoro", "gefo"];
const GE_BL: Verso = ["gefo", "borsalavoro"];
const BL_MI: Verso = ["borsalavoro", "ministero"];
const MI_BL: Verso = ["ministero", "borsalavoro"];

/** From whom to whom each message goes: the flussi F1–F7 as a table. */
export const VERSI: Readonly<Record<TipoMessaggio, readonly Verso[]>> = {
  "adesione.v1": [BL_CL, CL_BL],
  "stato-adesione.v1": [BL_CL, BL_MI],
  "scelta-operatore.v1": [BL_CL],
  "rinuncia-operatore.v1": [BL_CL],
  "persona-aggiornata.v1": [BL_CL, BL_GE],
  "richiesta-annullamento.v1": [CL_BL],
  "presa-in-carico-altrove.v1": [CL_BL],
  "cambio-stato.v1": [CL_BL],
  "adesione-altrove.v1": [CL_BL],
  "adesione-operatore.v1": [BL_GE],
  "notizia-adesione.v1": [BL_GE],
  "operatore.v1": [GE_BL],
  "contatto.v1": [GE_BL],
  "presa-in-carico.v1": [GE_BL],
  "non-presa-in-carico.v1": [GE_BL],
  "politica-avviata.v1": [GE_BL],
  "politica-erogata.v1": [GE_BL],
  "profilazione.v1": [GE_BL],
  "dote.v1": [GE_BL],
  "documento.v1": [GE_BL],
  "preavviso.v1": [GE_BL],
  "indennita.v1": [GE_BL],
  "dote-chiusa.v1": [GE_BL],
  "proposta-operatore.v1": [GE_BL],
  "percorso-concluso.v1": [GE_BL],
  "operatore-assegnato.v1": [GE_BL],
  "adesione-registrata.v1": [BL_MI],
  "presa-in-carico-confermata.v1": [BL_MI],
  "politica.v1": [BL_MI],
  "monitoraggio-giornaliero.v1": [BL_MI],
  "notifica-sap.v1": [MI_BL],
};
