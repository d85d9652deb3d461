import type { Anagrafica, Recapiti } from "@staffetta/contracts";
import type { Contesto } from "../contesto.ts";
import type { CasoRow } from "./tabelle.ts";

export interface Persona {
  readonly anagrafica: Anagrafica;
  readonly recapiti: Recapiti;
}

export const personaOf = ({ cipher }: Contesto, { personaSigillata }: CasoRow): Persona =>
  JSON.parse(cipher.open(personaSigillata)) as Persona;
