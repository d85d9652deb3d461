import { type Applicato, applyBatch, GestoreFallito, type Modo } from "./applica.ts";
import { type Catena, followCatena } from "./catena.ts";
import { type CodicePorta, problemaPorta } from "./errori.ts";
import {
  type CorpoRicevuta,
  decodeLotto,
  type LottoLetto,
  type MessaggioInLotto,
  type TrattoLetto,
  type TrattoPreso,
  type TrattoRespinto,
} from "./lotto.ts";
import type {
  CooperazionePorts,
  CoopStores,
  MessaggioRicevuto,
  RichiestaFirmata,
  RispostaFirmata,
} from "./ports.ts";
import { isAsSupposed, type Segni } from "./segni.ts";
import type { CorsiaEntrata, Entrato, EsitoNoto, Fermo, Ricevuto } from "./store.ts";

/** Thrown inside the transaction so that nothing of it remains; becomes a problem and an alarm. */
class PortaChiusa extends Error {
  readonly codice: CodicePorta;
  readonly fatti: Readonly<Record<string, unknown>>;
  constructor(codice: CodicePorta, fatti: Readonly<Record<string, unknown>> = {}) {
    super(codice);
    this.codice = codice;
    this.fatti = fatti;
  }
}

/** Thrown inside the transaction: the lanes are not where they were supposed to be. */
class Smentito extends Error {}

/** First wait before a parked message is tried again, in milliseconds; it doubles each time. */
export const RITENTA_MS = 2_000;

type Ports<Stores extends CoopStores> = CooperazionePorts<Stores>;

/** A request whose signature holds. */
interface Aperta {
  readonly lotto: LottoLetto;
  readonly jti: string;
  readonly expAt: string;
}

async function openRequest<Stores extends CoopStores>(
  ports: Ports<Stores>,
  { mittente, headers, body }: RichiestaFirmata,
): Promise<Aperta> {
  if (!ports.partner.some(({ nome }) => nome === mittente))
    throw new PortaChiusa("nodo-sconosciuto", { mittente });
  const firma = await ports.firma.verifica(body, headers, mittente);
  if (!firma.ok) throw new PortaChiusa(firma.codice, { dettaglio: firma.dettaglio });
  const lotto = decodeLotto(body);
  if (lotto?.mittente !== mittente || lotto.destinatario !== ports.nodo)
    throw new PortaChiusa("lotto-illeggibile", {});
  return { lotto, jti: firma.jti, expAt: firma.expAt };
}

/** A tratto that this node can take: the chain of its messages, and those that it has not yet. */
interface Accolto {
  readonly tratto: TrattoLetto;
  readonly catena: Catena;
  readonly nuovi: readonly MessaggioInLotto[];
  /** What became of its messages that were here already. */
  readonly noti: readonly Ricevuto[];
}

/** Compares a tratto with what is here: a gap or another history turn it away, and it alone. */
function checkHistory(
  tratto: TrattoLetto,
  lane: CorsiaEntrata,
  noti: readonly Ricevuto[],
): Accolto | TrattoRespinto {
  const { corsia, da, fino, testaPrima, messaggi } = tratto;
  const { segno, testa } = lane;
  if (da > segno + 1) return { corsia, codice: "lacuna", fatti: { atteso: segno + 1, da } };
  const catena = followCatena(testaPrima, messaggi);
  const known = new Map(noti.map((noto) => [noto.progressivo, noto.impronta]));
  const differs = messaggi.some(
    ({ progressivo }, i) => progressivo <= segno && known.get(progressivo) !== catena.impronte[i],
  );
  const overlap = segno - da;
  const here = overlap < 0 ? testaPrima : segno <= fino ? catena.teste[overlap] : testa;
  if (differs || here !== testa)
    return { corsia, codice: "catena-interrotta", fatti: { segno, da } };
  return { tratto, catena, noti, nuovi: messaggi.filter((uno) => uno.progressivo > segno) };
}

function fermiOf(
  applicati: readonly Applicato[],
  riservati: ReadonlySet<string>,
  adesso: string,
): Fermo[] {
  return applicati.flatMap(({ messaggio, errore }) => {
    if (errore === undefined) return [];
    const { mittente: partner, id, tipo, persona, corpo, corsia, progressivo } = messaggio;
    const inCoda = errore === "";
    const prossimo = new Date(Date.parse(adesso) + RITENTA_MS).toISOString();
    return [
      {
        ...{ partner, corsia, progressivo, id, tipo, persona, corpo },
        riservato: riservati.has(id),
        accodatoAt: messaggio.accodatoAt,
        at: adesso,
        stato: inCoda ? "in coda" : "in ritentativo",
        tentativi: inCoda ? 0 : 1,
        errore,
        prossimoAt: inCoda ? null : prossimo,
      },
    ];
  });
}

/** Applies what is new in all lanes at once, and moves their marks. */
async function applyNew<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  mittente: string,
  work: Readonly<{ accolti: readonly Accolto[]; ferme: ReadonlySet<string>; modo: Modo }>,
): Promise<readonly Applicato[]> {
  const nuovi = work.accolti.filter((uno) => uno.nuovi.length > 0);
  if (nuovi.length === 0) return [];
  const adesso = ports.clock.now();
  const impronte: string[] = [];
  const ricevuti: MessaggioRicevuto[] = [];
  const riservati = new Set<string>();
  for (const { tratto, catena, nuovi: messaggi } of nuovi)
    for (const { id, tipo, persona, corpo, progressivo, accodatoAt, riservato } of messaggi) {
      const { corsia, da } = tratto;
      ricevuti.push({ mittente, id, tipo, persona, corpo, corsia, progressivo, accodatoAt });
      impronte.push(catena.impronte[progressivo - da] ?? "");
      if (riservato) riservati.add(id);
    }
  const applicati = await applyBatch(ports, stores, ricevuti, work);
  await stores.coop.advanceEntrata(
    nuovi.map(({ tratto: { corsia, fino }, catena }) => ({
      ...{ partner: mittente, corsia, segno: fino, testa: catena.teste.at(-1) ?? "" },
      ultimoAt: adesso,
    })),
    applicati.map(({ messaggio, esito }, i) => {
      const { corsia, progressivo, id, tipo, persona } = messaggio;
      const chi = { partner: mittente, corsia, progressivo, id, tipo, persona };
      return { ...chi, impronta: impronte[i] ?? "", esito, at: adesso };
    }),
  );
  const fermi = fermiOf(applicati, riservati, adesso);
  if (fermi.length > 0) await stores.coop.saveFermi(fermi);
  return applicati;
}

/** What was here already of each tratto, when a batch comes again. */
async function readNoti(
  { coop }: CoopStores,
  { mittente, tratti }: LottoLetto,
  corsie: ReadonlyMap<number, CorsiaEntrata>,
): Promise<readonly Ricevuto[]> {
  const again = tratti.flatMap(({ corsia, da, fino }) => {
    const segno = corsie.get(corsia)?.segno ?? 0;
    return da <= segno ? [{ corsia, da, fino: Math.min(fino, segno) }] : [];
  });
  return again.length === 0 ? [] : coop.readEntrata(mittente, again);
}

/** How a lotto is taken in. */
interface Presa extends Aperta {
  readonly modo: Modo;
  /** What entering is going to find; null: wait and see. */
  readonly supposto: Entrato | null;
}

async function receive<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  presa: Presa,
): Promise<CorpoRicevuta> {
  const { jti, expAt, supposto } = presa;
  const { mittente, tratti } = presa.lotto;
  const persone = new Set(tratti.flatMap(({ messaggi }) => messaggi.map((uno) => uno.persona)));
  const entering = stores.coop.enterEntrata({
    ...{ partner: mittente, corsie: tratti.map(({ corsia }) => corsia), jti, scadeAt: expAt },
    persone: [...persone],
  });
  if (supposto === null) return receiveEntered(ports, stores, presa, await entering);
  const [entrato, ricevuta] = await Promise.allSettled([
    entering,
    receiveEntered(ports, stores, presa, supposto),
  ]);
  if (entrato.status === "rejected") throw entrato.reason;
  if (!isAsSupposed(entrato.value, supposto)) throw new Smentito();
  if (ricevuta.status === "rejected") throw ricevuta.reason;
  return ricevuta.value;
}

async function receiveEntered<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  { lotto, jti, modo }: Presa,
  { nuova, corsie, ferme }: Entrato,
): Promise<CorpoRicevuta> {
  const { mittente, tratti } = lotto;
  if (!nuova) throw new PortaChiusa("jti-ripetuto", { jti });
  const noti = await readNoti(stores, lotto, corsie);
  const visti = tratti.map((tratto) => {
    const lane = corsie.get(tratto.corsia);
    if (lane === undefined) throw new Error(`La corsia ${tratto.corsia} non ha risposto`);
    const suoi = noti.filter(({ corsia }) => corsia === tratto.corsia);
    return checkHistory(tratto, lane, suoi);
  });
  const accolti = visti.flatMap((visto) => ("codice" in visto ? [] : [visto]));
  const applicati = await applyNew(ports, stores, mittente, { accolti, ferme, modo });
  const at = ports.clock.now();
  for (const visto of visti)
    if ("codice" in visto) {
      const { codice, corsia, fatti } = visto;
      const dettaglio = JSON.stringify({ corsia, ...fatti });
      await stores.coop.saveAllarme({ at, partner: mittente, codice, dettaglio });
    }
  const esiti = esitiOf(accolti, applicati);
  return {
    v: 1,
    tratti: visti.map((visto) => ("codice" in visto ? visto : presoOf(visto, esiti))),
  };
}

/** Outcomes that are not plain, by lane. */
function esitiOf(
  accolti: readonly Accolto[],
  applicati: readonly Applicato[],
): ReadonlyMap<number, readonly [number, EsitoNoto][]> {
  const byLane = new Map<number, [number, EsitoNoto][]>();
  const add = (corsia: number, progressivo: number, esito: EsitoNoto): void => {
    if (esito.esito === "applicato") return;
    const own = byLane.get(corsia) ?? [];
    own.push([progressivo, esito]);
    byLane.set(corsia, own);
  };
  for (const { noti } of accolti)
    for (const { corsia, progressivo, esito } of noti) add(corsia, progressivo, esito);
  for (const { messaggio, esito } of applicati) add(messaggio.corsia, messaggio.progressivo, esito);
  return byLane;
}

const presoOf = (
  { tratto: { corsia, fino }, catena }: Accolto,
  esiti: ReturnType<typeof esitiOf>,
): TrattoPreso => ({
  ...{ corsia, fino, testa: catena.teste.at(-1) ?? "" },
  esiti: esiti.get(corsia) ?? [],
});

/** The savepoints that keep a fault to its message are paid only by a batch that has one. */
async function receiveWhole<Stores extends CoopStores>(
  ports: Ports<Stores>,
  opened: Aperta,
  supposto: Entrato | null,
): Promise<CorpoRicevuta> {
  const receiveAs = (modo: Modo, su: Entrato | null) =>
    ports.uow.transaction((stores) => receive(ports, stores, { ...opened, modo, supposto: su }));
  try {
    return await receiveAs("insieme", supposto);
  } catch (error) {
    if (error instanceof Smentito) return receiveWhole(ports, opened, null);
    if (!(error instanceof GestoreFallito)) throw error;
    return receiveAs("uno a uno", null);
  }
}

/**
 * The receiver's whole step: check the signature, apply in one transaction, answer with a signed receipt.
 * Whoever asks again with the same messages gets the same outcomes.
 */
export async function ricevi<Stores extends CoopStores>(
  ports: Ports<Stores>,
  segni: Segni,
  richiesta: RichiestaFirmata,
): Promise<RispostaFirmata> {
  try {
    const opened = await openRequest(ports, richiesta);
    const ricevuta = await receiveWhole(ports, opened, segni.suppose(opened.lotto));
    segni.keep(richiesta.mittente, ricevuta.tratti);
    const body = JSON.stringify(ricevuta);
    const headers = await ports.firma.firma(body, richiesta.mittente);
    return { status: 200, headers: { ...headers, "content-type": "application/json" }, body };
  } catch (error) {
    if (!(error instanceof PortaChiusa)) throw error;
    return refuseAtDoor(ports, richiesta, error);
  }
}

async function refuseAtDoor<Stores extends CoopStores>(
  ports: Ports<Stores>,
  { mittente }: RichiestaFirmata,
  { codice, fatti }: PortaChiusa,
): Promise<RispostaFirmata> {
  const at = ports.clock.now();
  const dettaglio = JSON.stringify(fatti).slice(0, 500);
  const partner = mittente.slice(0, 60);
  await ports.uow.transaction((stores) =>
    stores.coop.saveAllarme({ at, partner, codice, dettaglio }),
  );
  const { status, body } = problemaPorta(codice, fatti);
  return { status, headers: { "content-type": "application/problem+json" }, body };
}
