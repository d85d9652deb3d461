import type { Dote } from "../dote/dote.ts";
import { fineDote, giorniSospesi } from "../dote/vita.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import type { EsitoPolitica } from "../politica-attiva/misure.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { EventoCaso } from "../presa-in-carico/evento.ts";
import { checkData } from "../presa-in-carico/regole-date.ts";
import type { RifiutoCaso } from "../presa-in-carico/rifiuto.ts";
import { ok, type Result, refuse } from "../result.ts";
import { addDays, type CivilDate, dayInRome, type Instant } from "../time.ts";

/** Why a path that nobody closes should be closed: whoever stays in P or T can't be helped by others. */
export const MOTIVI_CHIUSURA = {
  "dote-chiusa": "la dote è stata chiusa e un servizio risulta ancora in corso",
  "dote-finita": "la dote è finita e un servizio risulta ancora in corso",
  "sospesa-troppo": "la dote è sospesa da più giorni di quanti ne ammette l'avviso",
  "servizi-finiti": "tutti i servizi sono finiti",
  fermo: "non succede niente da molto tempo",
} as const;
export type MotivoChiusura = keyof typeof MOTIVI_CHIUSURA;

export interface DaChiudere {
  readonly motivo: MotivoChiusura;
  /** First day on which the reason holds. */
  readonly dal: CivilDate;
  /** Last day to close the path. */
  readonly entro: CivilDate;
}

type Ragione = readonly [MotivoChiusura, CivilDate];

const maxDay = (days: readonly CivilDate[]): CivilDate => days.toSorted().at(-1) as CivilDate;

/** The suspension that is open takes what is left of the days allowed. */
function sospesaTroppo(dote: Dote, { presa }: RegoleGefo): readonly Ragione[] {
  const aperta = dote.sospensioni.find(({ al }) => al === null);
  if (!aperta) return [];
  const restano = Math.max(0, presa.sospensioneMaxDays - giorniSospesi(dote, null));
  return [["sospesa-troppo", addDays(aperta.dal, restano + 1)]];
}

function ragioniDi(dote: Dote, mossoOn: CivilDate, regole: RegoleGefo): readonly Ragione[] {
  if (dote.stato === "sospesa") return sospesaTroppo(dote, regole);
  const inCorso = dote.servizi.filter(({ stato }) => stato === "avviato");
  const daIniziare = dote.servizi.some(({ stato }) => stato === "pianificato");
  if (inCorso.length === 0 && !daIniziare) {
    const fini = dote.servizi.flatMap(({ dataFine }) => dataFine ?? []);
    return [["servizi-finiti", addDays(maxDay([...fini, mossoOn]), 1)]];
  }
  // What is expected to last is not idle before the day on which it should end.
  const previste = inCorso.flatMap(({ incarico }) => incarico?.finePrevista ?? []);
  const fermo = addDays(maxDay([...previste, mossoOn]), regole.termini.fermoDays + 1);
  const finita = addDays(fineDote(dote, regole), 1);
  const diInCorso: readonly Ragione[] = dote.chiusura
    ? [["dote-chiusa", addDays(dote.chiusura.on, 1)]]
    : [["dote-finita", finita]];
  return [...(inCorso.length > 0 ? diInCorso : []), ["fermo", fermo]];
}

const SCRIVANIE: ReadonlySet<Caso["stato"]> = new Set<Caso["stato"]>(["confermata", "chiuso"]);

/** Who gave the dote back to go on with somebody else waits for the Region, not for this desk. */
const aspettaUnAltro = ({ stato, dote }: Caso): boolean =>
  stato === "chiuso" && dote?.chiusura?.motivo === "cambio-operatore";

/**
 * From which day a path is to be closed, and why; null = not a path that this desk can close. Depends on
 * no clock, so that it is kept with the row: today decides whether that day has come.
 * @param mossoOn last day on which something was written about this case
 */
export function daChiudereDi(
  caso: Caso,
  mossoOn: CivilDate,
  regole: RegoleGefo,
): DaChiudere | null {
  const { dote, statoAdesione, stato } = caso;
  const inCarico = statoAdesione === "P" || statoAdesione === "T";
  if (!dote || !inCarico || !SCRIVANIE.has(stato) || dote.stato === "in-verifica") return null;
  if (aspettaUnAltro(caso)) return null;
  // Nothing has begun: the term of the first service watches over it.
  if (stato === "confermata" && statoAdesione === "P") return null;
  const [prima] = ragioniDi(dote, mossoOn, regole).toSorted(([, a], [, b]) => (a < b ? -1 : 1));
  if (!prima) return null;
  const [motivo, dal] = prima;
  return { motivo, dal, entro: addDays(dal, regole.termini.chiusuraDays) };
}

export type RifiutoChiusura = Readonly<{
  code: "percorso.non-da-chiudere";
  dal: CivilDate | null;
}>;

export interface ChiudiPercorso {
  /** Last day of what was still running; absent = the last day of the dote, or today. */
  readonly dataFine?: CivilDate | undefined;
  readonly esito: EsitoPolitica;
}

/**
 * The path ends: what runs is concluded, what was only planned is given up, and the region is told. What
 * was done is still reported and paid; only the giovane no longer waits for that.
 */
export function chiudiPercorso(
  caso: Caso,
  { dataFine, esito }: ChiudiPercorso,
  daChiudere: DaChiudere | null,
  regole: RegoleGefo,
  adesso: Instant,
): Result<EventoCaso, RifiutoCaso> {
  const oggi = dayInRome(adesso);
  const { dote } = caso;
  if (!dote || !daChiudere || daChiudere.dal > oggi)
    return refuse({ code: "percorso.non-da-chiudere", dal: daChiudere?.dal ?? null });
  const inizi = dote.servizi.flatMap(({ stato, dataInizio }) =>
    stato === "avviato" && dataInizio ? [dataInizio] : [],
  );
  if (dataFine !== undefined) {
    const minima = inizi.length > 0 ? maxDay(inizi) : dayInRome(dote.inviataAt);
    const data = checkData(dataFine, minima, oggi, "dataFine");
    if (!data.ok) return data;
  }
  const fine = fineDote(dote, regole);
  const ultima = maxDay([...inizi, fine < oggi ? fine : oggi]);
  return ok({ tipo: "percorso-chiuso", at: adesso, dataFine: dataFine ?? ultima, esito });
}
