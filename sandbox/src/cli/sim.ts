import { parseArgs } from "node:util";
import type { CivilDate, CodiceRegione } from "@staffetta/domain";
import { TIPI_GUASTO, type TipoGuasto } from "../mondo/guasti.ts";
import { type EsitoMondo, simula } from "../mondo/simula.ts";

/** `npm run sim`: one world, or many small ones; the last line is one JSON object. */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "42" },
    youths: { type: "string", default: "200" },
    days: { type: "string", default: "120" },
    faults: { type: "string", default: "all" },
    regioni: { type: "string", default: "10,13" },
    seeds: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

const DA = "2014-11-03" as CivilDate;
const MONDO_PICCOLO = { youths: 20, days: 90, cifreEveryDays: 7 } as const;

function faultsOf(text: string): readonly TipoGuasto[] {
  if (text === "all") return TIPI_GUASTO;
  if (text === "none") return [];
  const asked = text.split(",");
  const unknown = asked.filter((one) => !TIPI_GUASTO.some((tipo) => tipo === one));
  if (unknown.length > 0)
    throw new Error(
      `Guasti sconosciuti: ${unknown.join(", ")}. Ci sono: ${TIPI_GUASTO.join(", ")}`,
    );
  return asked as TipoGuasto[];
}

const common = {
  faults: faultsOf(values.faults),
  regioni: values.regioni.split(",") as CodiceRegione[],
  da: DA,
};
const say = (text: string): void => {
  if (!values.json) console.error(text);
};

async function runOne(): Promise<EsitoMondo> {
  const [seed, youths, days] = [values.seed, values.youths, values.days].map(Number) as [
    ...[number, number, number],
  ];
  const started = performance.now();
  const onDay = (day: number): void => {
    if (day % 30 === 0) say(`giorno ${day} di ${days}`);
  };
  const esito = await simula({ ...common, seed, youths, days, onDay });
  say(`${esito.messages} messaggi in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return esito;
}

/** Many small worlds, reported like one: the sums, and the violations with the seed that replays them. */
async function runMany(seeds: number): Promise<Record<string, unknown>> {
  const faults: Record<string, number> = {};
  const funnel: Record<string, number> = {};
  const violations: unknown[] = [];
  const fingerprints: string[] = [];
  let messages = 0;
  const add = (into: Record<string, number>, from: Readonly<Record<string, number>>): void => {
    for (const [key, value] of Object.entries(from)) into[key] = (into[key] ?? 0) + value;
  };
  for (let seed = 1; seed <= seeds; seed++) {
    const esito = await simula({ ...common, ...MONDO_PICCOLO, seed });
    messages += esito.messages;
    add(faults, esito.faults);
    add(funnel, esito.funnel);
    fingerprints.push(esito.fingerprint.slice(0, 16));
    violations.push(...esito.violations.map((one) => ({ seed, ...one })));
    if (seed % 50 === 0) say(`${seed} mondi di ${seeds}, ${violations.length} violazioni`);
  }
  return { seeds, fingerprint: fingerprints.at(-1), faults, messages, violations, funnel };
}

const esito = values.seeds === undefined ? await runOne() : await runMany(Number(values.seeds));
console.log(JSON.stringify(esito));
process.exitCode = (esito.violations as readonly unknown[]).length > 0 ? 1 : 0;
