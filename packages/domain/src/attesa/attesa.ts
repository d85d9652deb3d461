import type { Adesione } from "../adesione/adesione.ts";
import type { RegoleAdesione } from "../pacchetto/regole-adesione.ts";
import { addDays, type CivilDate } from "../time.ts";

/** Nobody waits unseen: what comes next, who must act, by which day. */
export interface Attesa {
  readonly cosa: string;
  readonly chi: string;
  readonly entro: CivilDate | null;
  readonly oltreTermine: boolean;
}

/** Null when the path is over: nobody waits. */
export function attesaDi(
  adesione: Adesione,
  contattato: boolean,
  regole: RegoleAdesione,
  oggi: CivilDate,
): Attesa | null {
  const entro = addDays(adesione.dataAdesione, regole.termini.contattoDays);
  const conTermine = (cosa: string, chi: string): Attesa => ({
    cosa,
    chi,
    entro,
    oltreTermine: oggi > entro,
  });
  const senzaTermine = (cosa: string, chi: string): Attesa => ({
    cosa,
    chi,
    entro: null,
    oltreTermine: false,
  });
  if (adesione.stato === "A" && adesione.operatoreId === null)
    return conTermine("Scegliere l'operatore che ti seguirà", "Tu");
  if (adesione.stato === "A" && !contattato)
    return conTermine("Chiamarti per il primo colloquio", "L'operatore");
  if (adesione.stato === "A")
    return conTermine("Fare il colloquio e firmare il patto di servizio", "L'operatore");
  if (adesione.stato === "P" && adesione.inConferma)
    return senzaTermine("Confermare la presa in carico", "Il registro nazionale");
  if (adesione.stato === "P") return senzaTermine("Iniziare la prima attività", "L'operatore");
  if (adesione.stato === "T") return senzaTermine("Finire le attività previste", "L'operatore");
  return null;
}
