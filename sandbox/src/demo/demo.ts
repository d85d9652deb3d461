import { firmaEs256 } from "@staffetta/cooperation";
import {
  addDays,
  type CivilDate,
  type CodiceRegione,
  dayInRome,
  type Instant,
} from "@staffetta/domain";
import { readChiavi } from "@staffetta/nodo";
import { openDatabase, stampaPdf } from "@staffetta/platform";
import { suPostgres } from "../mondo/magazzino.ts";
import { simula } from "../mondo/simula.ts";

export interface OpzioniDemo {
  readonly urlDi: (nodo: string) => string;
  readonly chiavi: string;
  readonly regioni: readonly string[];
  readonly onProgress: (share: number) => void;
}

const DAYS = 75;
const YOUTHS_PER_REGIONE = 60;
/** As many lanes as the nodes will use: the lane of a person is fixed for the life of a flusso. */
const CORSIE = 4;

/** True when no adesione has ever been registered. */
export async function isVuoto(urlDi: (nodo: string) => string): Promise<boolean> {
  const database = openDatabase({ url: urlDi("cliclavoro"), poolMax: 1 });
  try {
    const rows = await database.sql.query<{ there: string | null }>(
      "demo-vuoto",
      "SELECT to_regclass('public.persona')::text AS there",
    );
    if (rows[0]?.there == null) return true;
    const persons = await database.sql.query("demo-persone", "SELECT 1 FROM persona LIMIT 1");
    return persons.length === 0;
  } finally {
    await database.close();
  }
}

/**
 * A small living world until a moment ago: the simulator without faults, on the real server, with the
 * real commands and the nodes' own keys.
 */
export async function caricaDemo(opzioni: OpzioniDemo): Promise<void> {
  const { urlDi, chiavi, onProgress } = opzioni;
  const regioni = opzioni.regioni as readonly CodiceRegione[];
  const oggi = dayInRome(new Date().toISOString() as Instant);
  const magazzino = suPostgres({ urlDi, chiaveDi: (nodo) => readChiavi(chiavi, nodo).dati });
  try {
    await simula({
      ...{ seed: 2014, youths: YOUTHS_PER_REGIONE * regioni.length, days: DAYS, faults: [] },
      ...{ regioni, da: addDays(oggi, -DAYS - 1) as CivilDate, magazzino, interrompi: true },
      ...{ corsie: CORSIE, cifreEveryDays: 1, stampa: stampaPdf },
      firmaDi: (nodo, clock, random) =>
        firmaEs256({ nodo, ...readChiavi(chiavi, nodo), clock, random }),
      onDay: (day) => onProgress(day / DAYS),
    });
  } finally {
    await magazzino.close();
  }
}
