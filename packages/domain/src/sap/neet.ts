import type { CivilDate } from "../time.ts";
import { statoDid } from "./did.ts";
import { DID, type PoliticaSap } from "./politica.ts";
import type { Albero, Sap } from "./sap.ts";
import { foglia, isRamo } from "./sezioni.ts";

/** Whether a condition holds; null = nobody has told this bank, and nobody guesses. */
export type Noto = boolean | null;

/** What the Banca dati can know; of school and university no section of the SAP says. */
export interface CondizioniNeet {
  readonly residenza: Noto;
  readonly disoccupazione: Noto;
}

/** What the SAP of a person says of her on a day. */
export function condizioniNeet(sap: Sap | null, giorno: CivilDate): CondizioniNeet {
  if (sap === null) return { residenza: null, disoccupazione: null };
  return {
    residenza: inItalia(sap.sezioni.anagrafici),
    disoccupazione: senzaLavoro(sap, giorno),
  };
}

const ESTERO = "Z";
function inItalia(anagrafici: Albero | undefined): Noto {
  const comune = foglia(anagrafici, "residenza", "codcomune");
  return comune === null ? null : !comune.startsWith(ESTERO);
}

/** Employed when a job of the communications covers the day; otherwise only a declaration says unemployed. */
function senzaLavoro({ sezioni, politiche }: Sap, giorno: CivilDate): Noto {
  const { esperienze, amministrativi } = sezioni;
  const lavori = isRamo(esperienze) ? esperienze["esperienzalavoro"] : undefined;
  const tutti = Array.isArray(lavori) ? (lavori as readonly Albero[]) : [];
  if (tutti.some((uno) => copre(uno, giorno))) return false;
  if (politiche.some((una) => isDisponibile(una, giorno))) return true;
  const stato = foglia(amministrativi, "statoinanagrafe", "codstatooccupazionale");
  return stato !== null && NON_OCCUPATI.has(stato) ? true : null;
}

const isDisponibile = (una: PoliticaSap, giorno: CivilDate): boolean =>
  una.tipoAttivita === DID && una.dataProposta <= giorno && ATTIVE.has(statoDid(una));

/** DI unemployed, IN never employed. @source WIRE §5.8 */
const NON_OCCUPATI: ReadonlySet<string> = new Set(["DI", "IN"]);
const ATTIVE: ReadonlySet<string> = new Set(["I", "C"]);

function copre(lavoro: Albero, giorno: CivilDate): boolean {
  const [dal, al] = [foglia(lavoro, "datainizio"), foglia(lavoro, "datafine")];
  return dal !== null && dal <= giorno && (al === null || giorno <= al);
}
