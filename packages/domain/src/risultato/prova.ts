import type { Fascia } from "../pacchetto/regole-gefo.ts";
import type {
  ClasseContratto,
  RegolaRisultato,
  RegoleRendiconto,
} from "../pacchetto/regole-rendiconto.ts";
import { ok, type Result, refuse } from "../result.ts";
import { addDays, type CivilDate } from "../time.ts";
import { type Catena, type Comunicazione, catene } from "./catena.ts";

/** The contract that proves a result, and what it is worth. */
export interface ProvaRisultato {
  /** Of the hire: no other dote may show the same one. */
  readonly protocollo: string;
  readonly classe: ClasseContratto | null;
  readonly durataDays: number | null;
  readonly dal: CivilDate;
  readonly importoCents: number;
}

export type RifiutoRisultato =
  | Readonly<{ code: "risultato.nessuna-comunicazione"; dal: CivilDate; al: CivilDate }>
  | Readonly<{
      code: "risultato.troppo-breve";
      protocollo: string;
      durataDays: number;
      durataMinDays: number;
    }>
  | Readonly<{ code: "risultato.doppio-finanziamento"; protocollo: string }>
  | Readonly<{ code: "risultato.gia-usato"; protocollo: string }>;

export interface RichiestaProva {
  readonly comunicazioni: readonly Comunicazione[];
  readonly regola: RegolaRisultato;
  readonly catena: RegoleRendiconto["catena"];
  readonly periodo: Readonly<{ dal: CivilDate; al: CivilDate }>;
  /** Of the profiling, at the day of the presa in carico. */
  readonly fascia: Fascia;
  readonly previstoCents: number;
  /** Hires that another dote has already shown. */
  readonly usati: ReadonlySet<string>;
}

const STABILI: ReadonlySet<string> = new Set([
  ...["tempo-indeterminato", "apprendistato-qualifica"],
  ...["apprendistato-professionalizzante", "apprendistato-alta-formazione"],
]);

/** Row of the table of results for a contract of so many days. */
export function classeDi(
  { contratto, durataDays }: Pick<Catena, "contratto" | "durataDays">,
  lungoDays: number,
): ClasseContratto {
  if (STABILI.has(contratto)) return "stabile";
  return durataDays === null || durataDays >= lungoDays ? "lungo" : "medio";
}

const durataOf = ({ durataDays }: Catena): number => durataDays ?? Number.MAX_SAFE_INTEGER;

function provaDi(
  catena: Catena,
  richiesta: RichiestaProva,
): Result<ProvaRisultato, RifiutoRisultato> {
  const { regola, fascia, previstoCents, usati } = richiesta;
  const protocollo = catena.comunicazioni[0]?.protocollo ?? "";
  const { durataDays, dal } = catena;
  if (durataDays !== null && durataDays < regola.durataMinDays) {
    const { durataMinDays } = regola;
    return refuse({ code: "risultato.troppo-breve", protocollo, durataDays, durataMinDays });
  }
  if (usati.has(protocollo)) return refuse({ code: "risultato.gia-usato", protocollo });
  // An agency paid for the placement and an employer paid for the same hire exclude each other.
  if (catena.bonusRichiesto && catena.contratto === "somministrazione")
    return refuse({ code: "risultato.doppio-finanziamento", protocollo });
  const { importiCents } = regola;
  const classe = importiCents ? classeDi(catena, richiesta.catena.lungoDays) : null;
  const riga = importiCents && classe ? importiCents[classe][fascia] : previstoCents;
  // Nobody is paid more than the dote has promised.
  const importoCents = Math.min(riga, previstoCents);
  return ok({ protocollo, classe, durataDays, dal, importoCents });
}

/**
 * The best contract that proves the result of a service, or why none does.
 * @source DOMAIN §3.4, 5
 */
export function provaRisultato(
  richiesta: RichiestaProva,
): Result<ProvaRisultato, RifiutoRisultato> {
  const { comunicazioni, regola, periodo } = richiesta;
  const { interruzioneDaysMax, tolleranzaDays } = richiesta.catena;
  const limite = addDays(periodo.al, tolleranzaDays);
  const candidate = catene(comunicazioni, interruzioneDaysMax)
    .filter(({ dal }) => dal >= periodo.dal && dal <= limite)
    .filter(({ contratto }) => regola.tipi.includes(contratto))
    .sort((a, b) => durataOf(b) - durataOf(a));
  let primo: Result<ProvaRisultato, RifiutoRisultato> | null = null;
  for (const catena of candidate) {
    const esito = provaDi(catena, richiesta);
    if (esito.ok) return esito;
    primo ??= esito;
  }
  const { dal } = periodo;
  return primo ?? refuse({ code: "risultato.nessuna-comunicazione", dal, al: limite });
}
