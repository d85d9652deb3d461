import { createHash } from "node:crypto";
import {
  addDays,
  type CivilDate,
  type CodiceRegione,
  dayInRome,
  type Instant,
} from "@staffetta/domain";
import { borsaLavoroDi, CLICLAVORO, gefoDi, MINISTERO } from "@staffetta/nodo";
import { seededRandom } from "@staffetta/platform";
import { sorteDi } from "../popolazione/caso.ts";
import { type GiovaneFinto, unGiovane } from "../popolazione/giovane.ts";
import { unPercorso } from "../popolazione/percorso.ts";
import { createFederazione, type Federazione, type OpzioniFederazione } from "./federazione.ts";
import { type Vita, viviAdesione } from "./giovane.ts";
import { createGuasti, type TipoGuasto } from "./guasti.ts";
import { checkInvarianti, type Violazione } from "./invarianti.ts";
import { inMemoria, type Magazzino } from "./magazzino.ts";
import { ogniSettimanaPaga } from "./pagamenti.ts";
import { createTempo } from "./tempo.ts";
import { DAY_MS, prova, type Scena } from "./vita.ts";

export interface OpzioniMondo {
  readonly seed: number;
  readonly youths: number;
  readonly days: number;
  readonly faults: readonly TipoGuasto[];
  readonly regioni: readonly CodiceRegione[];
  /** First day of the simulated world. */
  readonly da: CivilDate;
  /** Days of the F6 job, one in so many: 1 = every day. */
  readonly cifreEveryDays?: number;
  readonly magazzino?: Magazzino;
  readonly onDay?: (giorno: number) => void;
  /** The world as it stands at its end, before its stores are closed. */
  readonly allaFine?: (federazione: Federazione) => Promise<void>;
  /** Ends at the last day without letting the paths run out: a demo is a snapshot of a living world. */
  readonly interrompi?: boolean;
  readonly firmaDi?: OpzioniFederazione["firmaDi"];
  readonly stampa?: OpzioniFederazione["stampa"];
  readonly corsie?: number;
}

export interface EsitoMondo {
  readonly seed: number;
  readonly fingerprint: string;
  readonly faults: Readonly<Record<TipoGuasto, number>>;
  readonly messages: number;
  readonly violations: readonly Violazione[];
  readonly funnel: Readonly<Record<string, number>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly simulatedDays: number;
}

const START_HOUR_MS = 8 * 3_600_000;
const STANZIAMENTO_CENTS = 50_000_000_00;
/** A path that begins on the last day may need this long to settle. */
const QUIET_DAYS = 3;
const STEPS_MAX = 20_000_000;
const WEEKEND_SHARE = 0.35;

/** Days of arrival follow the week: fewer people register on Saturday and Sunday. */
function arrivalMs(scena: Scena, startMs: number, days: number): number {
  for (;;) {
    const ms = startMs + scena.sorte.int(0, days - 1) * DAY_MS + scena.sorte.int(0, 39_000) * 1000;
    const weekday = new Date(ms).getUTCDay();
    if ((weekday !== 0 && weekday !== 6) || scena.sorte.chance(WEEKEND_SHARE)) return ms;
  }
}

function nuovoGiovane(scena: Scena, noti: Set<string>, oggi: CivilDate, i: number): GiovaneFinto {
  for (;;) {
    const giovane = unGiovane(scena.sorte, oggi, i);
    if (noti.has(giovane.anagrafica.codiceFiscale)) continue;
    noti.add(giovane.anagrafica.codiceFiscale);
    return giovane;
  }
}

function popola(scena: Scena, { youths, days, regioni, da }: OpzioniMondo, startMs: number): void {
  const noti = new Set<string>();
  for (let i = 0; i < youths; i++) {
    const giovane = nuovoGiovane(scena, noti, da, i);
    const percorso = unPercorso(scena.sorte);
    const regione = scena.sorte.pick(regioni);
    const at = arrivalMs(scena, startMs, days);
    scena.tempo.at(at, async () => viviAdesione(scena, { giovane, percorso, regione }));
    const altre = regioni.filter((una) => una !== regione);
    if (percorso.seconda === null || altre.length === 0) continue;
    const altra: Vita = {
      giovane,
      percorso: { ...unPercorso(scena.sorte), seconda: null },
      regione: scena.sorte.pick(altre),
    };
    scena.tempo.at(at + percorso.seconda.afterDays * DAY_MS, async () =>
      viviAdesione(scena, altra),
    );
  }
}

/** The nightly jobs of each region, as the real clock of the node would start them. */
function everyNight(scena: Scena, days: number, every: number): void {
  const { borse, gefi } = scena.federazione;
  const nodi = [...borse.values(), ...gefi.values()];
  for (let day = 1; day <= days; day += every)
    for (const nodo of nodi)
      scena.tempo.after(day * DAY_MS, async () =>
        prova(
          scena,
          nodo,
          async () => {
            for (const { esegui } of nodo.parte.lavori ?? []) await esegui();
            return { ok: true, valore: null };
          },
          undefined,
          "sempre",
        ),
      );
}

const nomiDi = (regioni: readonly CodiceRegione[]): string[] => [
  ...[CLICLAVORO, MINISTERO, ...regioni.map(borsaLavoroDi), ...regioni.map(gefoDi)],
];

export async function simula(opzioni: OpzioniMondo): Promise<EsitoMondo> {
  const { seed, days, regioni, da } = opzioni;
  const startMs = Date.parse(`${da}T00:00:00Z`) + START_HOUR_MS;
  const tempo = createTempo(startMs);
  const random = seededRandom(`mondo/${seed}`, {
    now: () => new Date(tempo.nowMs()).toISOString(),
  });
  const guasti = createGuasti({
    random: seededRandom(`guasti/${seed}`),
    ...{ tempo, nodi: nomiDi(regioni), attivi: opzioni.faults },
  });
  const magazzino = opzioni.magazzino ?? inMemoria();
  const federazione = await createFederazione({
    ...{ seed: String(seed), tempo, guasti, magazzino, regioni },
    stanziamentoCents: STANZIAMENTO_CENTS,
    ...(opzioni.firmaDi === undefined ? {} : { firmaDi: opzioni.firmaDi }),
    ...(opzioni.stampa === undefined ? {} : { stampa: opzioni.stampa }),
    ...(opzioni.corsie === undefined ? {} : { corsie: opzioni.corsie }),
  });
  const sorte = sorteDi(random);
  const rifiuti = new Map<string, number>();
  const scena: Scena = { federazione, tempo, guasti, sorte, random, rifiuti };
  popola(scena, opzioni, startMs);
  ogniSettimanaPaga(scena, days);
  everyNight(scena, days, opzioni.cifreEveryDays ?? 1);
  for (let day = 1; day <= days; day++) {
    await tempo.runUntil(startMs + day * DAY_MS);
    opzioni.onDay?.(day);
  }
  guasti.finisci();
  if (opzioni.interrompi === true) await tempo.runUntil(startMs + days * DAY_MS + 3_600_000);
  else await tempo.runDry(STEPS_MAX);
  if (opzioni.interrompi !== true) await ultimeCifre(scena);
  await opzioni.allaFine?.(federazione);
  return riassumi(scena, opzioni, magazzino);
}

/** The last figures, after everything has settled. */
async function ultimeCifre(scena: Scena): Promise<void> {
  const { tempo, federazione } = scena;
  await tempo.runUntil(tempo.nowMs() + QUIET_DAYS * DAY_MS);
  for (const borsa of federazione.borse.values())
    for (const { esegui } of borsa.parte.lavori ?? []) await esegui();
  await tempo.runDry(STEPS_MAX);
}

async function riassumi(
  scena: Scena,
  { seed, days }: OpzioniMondo,
  magazzino: Magazzino,
): Promise<EsitoMondo> {
  const { federazione, guasti, tempo } = scena;
  const oggi = dayInRome(new Date(tempo.nowMs()).toISOString() as Instant);
  const violations = await checkInvarianti(federazione, addDays(oggi, 1));
  return {
    seed,
    fingerprint: "database" in magazzino ? fingerprintOf(magazzino as never) : "",
    faults: guasti.conteggio,
    messages: await countMessages(federazione),
    violations,
    funnel: await countFunnel(federazione),
    refusals: Object.fromEntries([...scena.rifiuti].sort(([a], [b]) => (a < b ? -1 : 1))),
    simulatedDays: days,
  };
}

/** One hash of every row of every node, whatever the order in which they were written. */
function fingerprintOf({ database }: ReturnType<typeof inMemoria>): string {
  const hash = createHash("sha256");
  for (const [nodo, { tables }] of [...database].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const [name, rows] of [...tables].sort(([a], [b]) => (a < b ? -1 : 1)))
      for (const [key, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1)))
        hash.update(`${nodo} ${name} ${key} ${JSON.stringify(row)}\n`);
  return hash.digest("hex");
}

async function countMessages({ nodi }: Federazione): Promise<number> {
  let messages = 0;
  for (const { uow } of nodi)
    for (const { contatore } of await uow.transaction(({ coop }) => coop.listUscite()))
      messages += contatore;
  return messages;
}

async function countFunnel({ borse }: Federazione): Promise<Record<string, number>> {
  const funnel = {
    adesioni: 0,
    conOperatore: 0,
    convocati: 0,
    colloquiati: 0,
    presi: 0,
    politiche: 0,
  };
  for (const borsa of borse.values())
    await borsa.uow.transaction(async (stores) => {
      const adesioni = await stores.adesioni.all();
      const fatti = await stores.fatti.all();
      const persons = (test: (one: (typeof fatti)[number]) => boolean): number =>
        new Set(fatti.filter(test).map(({ adesioneId }) => adesioneId)).size;
      funnel.adesioni += adesioni.length;
      funnel.conOperatore += persons(({ fatto }) => fatto.tipo === "operatore");
      funnel.convocati += persons(({ fatto }) => fatto.tipo === "contatto");
      funnel.colloquiati += persons(
        ({ fatto }) => fatto.tipo === "contatto" && fatto.esito === "colloquio",
      );
      funnel.presi += persons(({ fatto }) => fatto.tipo === "presa");
      funnel.politiche += fatti.filter(({ fatto }) => fatto.tipo === "politica").length;
    });
  return funnel;
}
