import type { KeyObject } from "node:crypto";
import { type Clock, type SqlClient, systemRandom } from "@staffetta/platform";
import { avanzaTesta, improntaDi, TESTA_INIZIALE } from "./catena.ts";
import { firmaEs256 } from "./firma.ts";
import { decodeRicevuta } from "./lotto.ts";
import type { Cifra } from "./store.ts";

/**
 * The proof of what was sent and received, as lines that need no database to be checked: the digest of
 * each message (never its body, which may name a person) and every receipt as the partner signed it.
 */
export type RigaProva =
  | Readonly<{ tipo: "flusso"; nodo: string }>
  | Readonly<{
      tipo: "messaggio";
      partner: string;
      corsia: number;
      progressivo: number;
      impronta: string;
    }>
  | Readonly<{
      tipo: "ricevuta";
      partner: string;
      corpo: string;
      intestazioni: Readonly<Record<string, string>>;
      at: string;
    }>;

interface MessaggioRow {
  readonly partner: string;
  readonly corsia: number;
  readonly progressivo: number;
  readonly sale: string;
  readonly corpo: string;
  readonly riservato: boolean;
}
type RicevutaRow = Omit<Extract<RigaProva, { tipo: "ricevuta" }>, "tipo">;

const MESSAGGI = `
  SELECT partner, corsia, progressivo, sale, corpo, riservato FROM coop_uscita
   WHERE (partner, corsia, progressivo) > ($1, $2::int, $3::bigint)
   ORDER BY partner, corsia, progressivo LIMIT 1000`;
const RICEVUTE = `
  SELECT partner, corpo, intestazioni, at FROM coop_ricevuta ORDER BY partner, numero`;

/** Everything that this node has sent, a thousand messages at a time. */
export async function* esportaProva(
  sql: SqlClient,
  nodo: string,
  cifra: Cifra,
): AsyncGenerator<RigaProva> {
  yield { tipo: "flusso", nodo };
  let last: readonly [string, number, number] = ["", 0, 0];
  for (;;) {
    const rows = await sql.query<MessaggioRow>("prova-messaggi", MESSAGGI, last);
    for (const { partner, corsia, progressivo, sale, corpo, riservato } of rows) {
      const impronta = improntaDi(sale, riservato ? cifra.open(corpo) : corpo);
      yield { tipo: "messaggio", partner, corsia, progressivo, impronta };
      last = [partner, corsia, progressivo];
    }
    if (rows.length === 0) break;
  }
  for (const row of await sql.query<RicevutaRow>("prova-ricevute", RICEVUTE))
    yield { tipo: "ricevuta", ...row };
}

export interface EsitoProva {
  readonly messaggi: number;
  readonly ricevute: number;
  /** Messages that a valid receipt covers. */
  readonly provati: number;
  /** Empty = the proof holds. */
  readonly problemi: readonly string[];
}

interface Corsia {
  readonly teste: string[];
  provati: number;
}

/** Follows every chain and checks every receipt: its signature, and the head that it declares. */
export async function verificaProva(
  righe: AsyncIterable<RigaProva> | Iterable<RigaProva>,
  chiaviDi: (partner: string) => ReadonlyMap<string, KeyObject>,
): Promise<EsitoProva> {
  const corsie = new Map<string, Corsia>();
  const problemi: string[] = [];
  let nodo = "";
  let ricevute = 0;
  const of = (partner: string, corsia: number): Corsia => {
    const key = `${partner}/${corsia}`;
    const found = corsie.get(key) ?? { teste: [TESTA_INIZIALE], provati: 0 };
    corsie.set(key, found);
    return found;
  };
  for await (const riga of righe) {
    if (riga.tipo === "flusso") nodo = riga.nodo;
    else if (riga.tipo === "messaggio") {
      const { partner, corsia, progressivo, impronta } = riga;
      const { teste } = of(partner, corsia);
      if (progressivo !== teste.length)
        problemi.push(`${partner}/${corsia}: dopo ${teste.length - 1} viene ${progressivo}`);
      teste.push(avanzaTesta(teste.at(-1) ?? "", impronta, progressivo));
    } else {
      ricevute++;
      const laneOf = (corsia: number): Corsia => of(riga.partner, corsia);
      for (const problema of await checkRicevuta(riga, laneOf, { nodo, chiaviDi }))
        problemi.push(`${riga.partner}: ${problema}`);
    }
  }
  const lanes = [...corsie.values()];
  return {
    messaggi: lanes.reduce((sum, { teste }) => sum + teste.length - 1, 0),
    ricevute,
    provati: lanes.reduce((sum, { provati }) => sum + provati, 0),
    problemi,
  };
}

/** What is wrong with a receipt; a lane that it turns away proves nothing and denies nothing. */
async function checkRicevuta(
  { partner, corpo, intestazioni, at }: RicevutaRow,
  laneOf: (corsia: number) => Corsia,
  { nodo, chiaviDi }: Readonly<{ nodo: string; chiaviDi: Parameters<typeof verificaProva>[1] }>,
): Promise<string[]> {
  // A signature is judged at the instant at which it was received.
  const clock: Clock = { now: () => at };
  const propria = { kid: "", chiave: undefined as never };
  const firma = firmaEs256({ nodo, propria, chiaviDi, clock, random: systemRandom });
  const esito = await firma.verifica(corpo, intestazioni, partner);
  if (!esito.ok) return [`la ricevuta del ${at} non è firmata come si deve (${esito.codice})`];
  const ricevuta = decodeRicevuta(corpo);
  if (ricevuta === null) return [`la ricevuta del ${at} non si legge`];
  const problemi: string[] = [];
  for (const tratto of ricevuta.tratti) {
    if ("codice" in tratto) continue;
    const lane = laneOf(tratto.corsia);
    if (lane.teste[tratto.fino] === tratto.testa)
      lane.provati = Math.max(lane.provati, tratto.fino);
    else
      problemi.push(
        `la ricevuta del ${at} dichiara un'altra storia: corsia ${tratto.corsia}, fino a ${tratto.fino}`,
      );
  }
  return problemi;
}
