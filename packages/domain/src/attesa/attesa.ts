import type { Adesione } from "../adesione/adesione.ts";
import type { RegoleAdesione } from "../pacchetto/regole-adesione.ts";
import { addDays, addMonths, type CivilDate } from "../time.ts";

/** Nobody waits unseen: what comes next, who must act, by which day. */
export interface Attesa {
  readonly cosa: string;
  readonly chi: string;
  readonly entro: CivilDate | null;
  readonly oltreTermine: boolean;
}

/** What is known of the path beside the adesione itself. */
export interface PercorsoNoto {
  readonly contattato: boolean;
  /** The clock of the first offer starts here; null = this portal does not know it. */
  readonly dataPatto: CivilDate | null;
}

/** Null when the path is over: nobody waits. */
export function attesaDi(
  adesione: Adesione,
  { contattato, dataPatto }: PercorsoNoto,
  { termini }: RegoleAdesione,
  oggi: CivilDate,
): Attesa | null {
  const attesa = (cosa: string, chi: string, entro: CivilDate | null): Attesa => ({
    ...{ cosa, chi, entro },
    oltreTermine: entro !== null && oggi > entro,
  });
  const contatto = addDays(adesione.dataAdesione, termini.contattoDays);
  const offerta = dataPatto && addMonths(dataPatto, termini.offertaMonths);
  if (adesione.stato === "A" && adesione.operatoreId === null)
    return attesa("Scegliere l'operatore che ti seguirà", "Tu", contatto);
  if (adesione.stato === "A" && !contattato)
    return attesa("Chiamarti per il primo colloquio", "L'operatore", contatto);
  if (adesione.stato === "A")
    return attesa("Fare il colloquio e firmare il patto di servizio", "L'operatore", contatto);
  if (adesione.stato === "P" && adesione.inConferma)
    return attesa("Confermare la presa in carico", "Il registro nazionale", null);
  if (adesione.stato === "P") return attesa("Iniziare la prima attività", "L'operatore", offerta);
  if (adesione.stato === "T") return attesa("Finire le attività previste", "L'operatore", null);
  return null;
}
