import type { CooperazionePorts, CoopStores, Esito, MessaggioRicevuto } from "./ports.ts";
import type { EsitoNoto } from "./store.ts";

/** A tipo of the layer itself: the final outcome of a message that had been parked. */
export const ESITO_TARDIVO = "coop.esito-tardivo";
export interface CorpoEsitoTardivo {
  readonly corsia: number;
  readonly progressivo: number;
  readonly esito: Esito;
}

type Ports<Stores extends CoopStores> = Pick<
  CooperazionePorts<Stores>,
  "handlers" | "handlersDiLotto" | "onFault"
>;

const TIPO_SCONOSCIUTO = (tipo: string): Esito => ({
  esito: "rifiutato",
  codice: "cooperazione.tipo-sconosciuto",
  fatti: { tipo },
});

export async function applyOne<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  messaggio: MessaggioRicevuto,
): Promise<Esito> {
  const handler = ports.handlers[messaggio.tipo];
  return handler === undefined ? TIPO_SCONOSCIUTO(messaggio.tipo) : handler(stores, messaggio);
}

/** Consecutive messages of one tipo, so that a batch handler may take them at once. */
function runsByTipo(messaggi: readonly MessaggioRicevuto[]): MessaggioRicevuto[][] {
  const runs: MessaggioRicevuto[][] = [];
  for (const messaggio of messaggi) {
    const last = runs.at(-1);
    if (last?.[0]?.tipo === messaggio.tipo) last.push(messaggio);
    else runs.push([messaggio]);
  }
  return runs;
}

async function applyAll<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  messaggi: readonly MessaggioRicevuto[],
): Promise<Esito[]> {
  const esiti: Esito[] = [];
  for (const run of runsByTipo(messaggi)) {
    const atOnce = ports.handlersDiLotto?.[run[0]?.tipo ?? ""];
    if (atOnce !== undefined) esiti.push(...(await atOnce(stores, run)));
    else for (const one of run) esiti.push(await applyOne(ports, stores, one));
  }
  if (esiti.length !== messaggi.length) throw new Error("Un gestore di lotto ha perso un esito");
  return esiti;
}

export interface Applicato {
  readonly messaggio: MessaggioRicevuto;
  readonly esito: EsitoNoto;
  /** The error of the handler; "" when it waits behind another message of the same person. */
  readonly errore?: string;
}

const textOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500);

/** After a fault: each with its own savepoint; who fails is parked, and the person's later ones with it. */
async function applyOneByOne<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  messaggi: readonly MessaggioRicevuto[],
): Promise<Applicato[]> {
  const ferme = new Set<string>();
  const applicati: Applicato[] = [];
  for (const messaggio of messaggi) {
    if (ferme.has(messaggio.persona)) {
      applicati.push({ messaggio, esito: { esito: "in-attesa" }, errore: "" });
      continue;
    }
    try {
      const esito = await stores.savepoint(() => applyOne(ports, stores, messaggio));
      applicati.push({ messaggio, esito });
    } catch (error) {
      ports.onFault?.(messaggio.tipo, error);
      ferme.add(messaggio.persona);
      applicati.push({ messaggio, esito: { esito: "in-attesa" }, errore: textOf(error) });
    }
  }
  return applicati;
}

/** A handler has thrown where nothing could be taken back by itself: the batch begins again, with care. */
export class GestoreFallito extends Error {}

/** How a batch is applied: all at once, or each message so that its fault stays its own. */
export type Modo = "insieme" | "uno a uno";

/**
 * Applies a batch, in its order. All at once is nearly always enough, and costs no savepoint: when it
 * throws `GestoreFallito` the transaction must be begun again, one by one. People with a parked message
 * only queue behind it.
 * @param come.ferme people of this sender with a parked message
 * @returns one for each message, in their order
 */
export async function applyBatch<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  messaggi: readonly MessaggioRicevuto[],
  come: Readonly<{ ferme: ReadonlySet<string>; modo: Modo }>,
): Promise<readonly Applicato[]> {
  const { ferme, modo } = come;
  if (messaggi.length === 0) return [];
  const tryAll = modo === "insieme" ? applyTogether : applyOneByOne;
  if (ferme.size === 0) return tryAll(ports, stores, messaggi);
  const liberi = messaggi.filter(({ persona }) => !ferme.has(persona));
  const applicati = [...(liberi.length === 0 ? [] : await tryAll(ports, stores, liberi))];
  const inCoda = (messaggio: MessaggioRicevuto): Applicato => ({
    ...{ messaggio, esito: { esito: "in-attesa" }, errore: "" },
  });
  return messaggi.map((messaggio) =>
    ferme.has(messaggio.persona) ? inCoda(messaggio) : (applicati.shift() ?? inCoda(messaggio)),
  );
}

async function applyTogether<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  messaggi: readonly MessaggioRicevuto[],
): Promise<readonly Applicato[]> {
  const esiti = await applyAll(ports, stores, messaggi).catch((error: unknown) => {
    throw new GestoreFallito("Un gestore ha fallito", { cause: error });
  });
  return messaggi.map((messaggio, i) => ({ messaggio, esito: esiti[i] ?? { esito: "applicato" } }));
}
