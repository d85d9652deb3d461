import { type Circuito, isChiuso } from "./circuito.ts";
import type { Freschi } from "./freschi.ts";
import { IRRAGGIUNGIBILE } from "./legame.ts";
import type {
  Consegnato,
  ContrattoPartner,
  CooperazionePorts,
  CoopStores,
  Legame,
  NonConsegnato,
} from "./ports.ts";
import { recordRicevute } from "./ricevuta.ts";
import type { MessaggioInUscita, Tratto } from "./store.ts";

/** What a step of the dispatcher did, and when the next may be of use. */
export interface Passo {
  readonly inviati: number;
  /** "subito": more may be waiting; "attendi": nothing to do until woken; an instant: not before it. */
  readonly prossimo: "subito" | "attendi" | string;
}

type Ports<Stores extends CoopStores> = CooperazionePorts<Stores>;

/** A lane as the dispatcher sees it. */
export interface Corsia {
  readonly corsia: number;
  /** Of this lane alone: the partner may turn one lane away and take the others. */
  readonly circuito: Circuito;
  /** Something may be waiting. */
  daGuardare: boolean;
  /** A lotto with its messages is on the way: nobody else may take it. */
  inViaggio: boolean;
  readonly freschi: Freschi;
}

/** Takes the messages of all lanes to one partner. */
export interface Corriere {
  readonly contratto: ContrattoPartner;
  readonly circuito: Circuito;
  readonly legame: Legame;
  readonly corsie: readonly Corsia[];
  /** Messages of the next lotto: grows while lotti come out full, halves after a failure. */
  lottoMessages: number;
  /** Where the next load begins, so that under a backlog every lane has its turn. */
  daCorsia: number;
}

/** Loaded and not yet delivered. */
export interface Viaggio {
  readonly tratti: readonly Tratto[];
  readonly messages: number;
  /** No more fitted. */
  readonly pieno: boolean;
}

/** As many as fit in the agreed bytes; at least one, or a large message would never leave. */
function cutToBytes(tratti: readonly Tratto[], bytesMax: number): readonly Tratto[] {
  let bytes = 0;
  let messages = 0;
  const fits = ({ corpo }: MessaggioInUscita): boolean => {
    bytes += corpo.length;
    return messages++ === 0 || bytes <= bytesMax;
  };
  const cut: Tratto[] = [];
  for (const { corsia, messaggi } of tratti) {
    const end = messaggi.findIndex((messaggio) => !fits(messaggio));
    if (end < 0) cut.push({ corsia, messaggi });
    else {
      if (end > 0) cut.push({ corsia, messaggi: messaggi.slice(0, end) });
      return cut;
    }
  }
  return tratti;
}

const ROME_TIME = new Intl.DateTimeFormat("it-IT", {
  timeZone: "Europe/Rome",
  hour: "2-digit",
  minute: "2-digit",
});
const WINDOW_CHECK_MS = 60_000;

/** True inside one of the windows "22:00-06:00"; they may pass midnight. */
export function isInFinestra(adesso: string, finestre: readonly string[]): boolean {
  if (finestre.length === 0) return false;
  const ora = ROME_TIME.format(new Date(adesso));
  return finestre.some((finestra) => {
    const [dalle = "", alle = ""] = finestra.split("-");
    return dalle <= alle ? ora >= dalle && ora < alle : ora >= dalle || ora < alle;
  });
}

const later = (adesso: string, ms: number): string =>
  new Date(Date.parse(adesso) + ms).toISOString();

const nienteFinoA = (prossimo: string): Passo => ({ inviati: 0, prossimo });

/** Lanes that may have something and may leave, in turn; or when the first of those that wait may. */
function choose({ corsie, daCorsia }: Corriere, adesso: string): readonly Corsia[] | Passo {
  const candidate = corsie.filter(({ daGuardare, inViaggio }) => daGuardare && !inViaggio);
  const notBefore = ({ circuito }: Corsia): string => circuito.stato().prossimoAt ?? "";
  const pronte = candidate.filter((corsia) => notBefore(corsia) <= adesso);
  if (pronte.length === 0) return nienteFinoA(candidate.map(notBefore).sort()[0] ?? "attendi");
  const turno = ({ corsia }: Corsia): number => (corsia - daCorsia + corsie.length) % corsie.length;
  return pronte.toSorted((a, b) => turno(a) - turno(b));
}

/** Loads the next lotto from the lanes that are free: as much as waits, up to what the contract allows. */
export async function carica<Stores extends CoopStores>(
  ports: Ports<Stores>,
  corriere: Corriere,
): Promise<Viaggio | Passo> {
  const { contratto, circuito, lottoMessages } = corriere;
  const adesso = ports.clock.now();
  if (isInFinestra(adesso, contratto.finestreChiuse))
    return nienteFinoA(later(adesso, WINDOW_CHECK_MS));
  const scelte = choose(corriere, adesso);
  if ("prossimo" in scelte) return scelte;
  const attesa = circuito.enter(adesso);
  if (attesa !== null) return nienteFinoA(attesa);
  for (const corsia of scelte) Object.assign(corsia, { daGuardare: false, inViaggio: true });
  const freschi = takeFreschi(corriere, scelte);
  if (freschi !== null) return load(corriere, scelte, freschi);
  try {
    for (const { freschi } of scelte) freschi.comincia();
    const letti = await ports.uow.read((stores) =>
      stores.coop.readTratti(
        contratto.nome,
        scelte.map(({ corsia }) => corsia),
        lottoMessages,
      ),
    );
    for (const { corsia, freschi } of scelte)
      freschi.letto(letti.find((tratto) => tratto.corsia.corsia === corsia));
    return load(corriere, scelte, letti);
  } catch (error) {
    for (const corsia of scelte) Object.assign(corsia, { daGuardare: true, inViaggio: false });
    for (const { freschi } of scelte) freschi.dubita();
    circuito.leave();
    throw error;
  }
}

/** What waits on these lanes, if all of it is known without reading. */
function takeFreschi(
  { contratto, lottoMessages }: Corriere,
  scelte: readonly Corsia[],
): readonly Tratto[] | null {
  const tratti: Tratto[] = [];
  let left = lottoMessages;
  for (const { corsia, freschi } of scelte) {
    const tratto = freschi.attesi(corsia, contratto.nome, left);
    if (tratto === null) return null;
    left -= tratto.messaggi.length;
    if (tratto.messaggi.length > 0) tratti.push(tratto);
  }
  return tratti;
}

/** Keeps the lanes that travel; frees the others, to be looked at again if no more fitted. */
function load(
  corriere: Corriere,
  scelte: readonly Corsia[],
  letti: readonly Tratto[],
): Viaggio | Passo {
  const cut = cutToBytes(letti, corriere.contratto.lottoBytesMax);
  const tratti = cut.toSorted((a, b) => a.corsia.corsia - b.corsia.corsia);
  const messages = tratti.reduce((sum, { messaggi }) => sum + messaggi.length, 0);
  const pieno = cut !== letti || messages >= corriere.lottoMessages;
  for (const lane of scelte) {
    const tratto = tratti.find(({ corsia }) => corsia.corsia === lane.corsia);
    lane.inViaggio = tratto !== undefined;
    if (tratto !== undefined) lane.freschi.parti(endOf(tratto));
    const left = tratto === undefined ? pieno : endOf(tratto) < tratto.corsia.contatore;
    if (left) lane.daGuardare = true;
  }
  if (messages > 0) {
    corriere.daCorsia = ((cut.at(-1)?.corsia.corsia ?? 0) + 1) % corriere.corsie.length;
    return { tratti, messages, pieno };
  }
  corriere.circuito.leave();
  const [waiting] = corriere.corsie
    .filter(({ daGuardare, inViaggio }) => daGuardare && !inViaggio)
    .flatMap(({ circuito }) => circuito.stato().prossimoAt ?? [])
    .sort();
  return nienteFinoA(waiting ?? "attendi");
}

const endOf = ({ corsia, messaggi }: Tratto): number => corsia.cursore + messaggi.length;

/** Something of this lane may be waiting that this process doesn't know of. */
export function lookAgain(lane: Corsia): void {
  lane.daGuardare = true;
  lane.freschi.dubita();
}

/** Delivers what was loaded and records the receipts. The lanes are free again whatever happens. */
export async function consegna<Stores extends CoopStores>(
  ports: Ports<Stores>,
  corriere: Corriere,
  viaggio: Viaggio,
): Promise<Passo> {
  const { tratti } = viaggio;
  const inViaggio = tratti.flatMap(
    ({ corsia }) => corriere.corsie.find((lane) => lane.corsia === corsia.corsia) ?? [],
  );
  try {
    const esiti = await corriere.legame.consegna(corriere.contratto, tratti);
    if ("codice" in esiti) {
      inViaggio.forEach(lookAgain);
      return await fail(ports, corriere, esiti);
    }
    corriere.circuito.succeed();
    return await settle(ports, corriere, { viaggio, inViaggio, esiti });
  } catch (error) {
    corriere.circuito.leave();
    inViaggio.forEach(lookAgain);
    throw error;
  } finally {
    for (const lane of inViaggio) lane.inViaggio = false;
  }
}

interface Arrivo {
  readonly viaggio: Viaggio;
  readonly inViaggio: readonly Corsia[];
  readonly esiti: readonly (Consegnato | NonConsegnato)[];
}

/** What the partner has taken of this tratto, which may be less than all. */
function taken({ corsia, messaggi }: Tratto, { fino }: Consegnato): Tratto {
  const presi = messaggi.slice(0, Math.max(0, fino - corsia.cursore));
  if (presi.at(-1)?.progressivo !== fino)
    throw new Error(`${corsia.partner}: consegnato fino a ${fino}, fuori dal lotto`);
  return { corsia, messaggi: presi };
}

async function settle<Stores extends CoopStores>(
  ports: Ports<Stores>,
  corriere: Corriere,
  { viaggio, inViaggio, esiti }: Arrivo,
): Promise<Passo> {
  const { contratto } = corriere;
  const presi = viaggio.tratti.flatMap((tratto, i) => {
    const esito = esiti[i];
    if (esito === undefined || "codice" in esito) return [];
    return [{ tratto: taken(tratto, esito), consegnato: esito }];
  });
  const mossi = await recordRicevute(ports, contratto.nome, presi);
  const ultimaRicevutaAt = ports.clock.now();
  await Promise.all(
    viaggio.tratti.map((tratto, i) => {
      const [lane, esito] = [inViaggio[i], esiti[i]];
      if (lane === undefined || esito === undefined) return undefined;
      if ("codice" in esito) return failLane(ports, contratto, lane, esito);
      lane.circuito.succeed();
      const whole = mossi.has(lane.corsia) && esito.fino === endOf(tratto);
      if (!whole) lookAgain(lane);
      else lane.freschi.arriva({ ...esito, cursore: esito.fino, ultimaRicevutaAt });
      return undefined;
    }),
  );
  const inviati = presi
    .filter(({ tratto }) => mossi.has(tratto.corsia.corsia))
    .reduce((sum, { tratto }) => sum + tratto.messaggi.length, 0);
  if (inviati >= corriere.lottoMessages)
    corriere.lottoMessages = Math.min(contratto.lottoMessagesMax, corriere.lottoMessages * 2);
  return { inviati, prossimo: pace(ports, contratto, inviati) };
}

function pace<Stores extends CoopStores>(
  ports: Ports<Stores>,
  { messagesPerSecondMax }: ContrattoPartner,
  inviati: number,
): string {
  if (messagesPerSecondMax === null || inviati === 0) return "subito";
  return later(ports.clock.now(), Math.ceil((inviati * 1000) / messagesPerSecondMax));
}

/** The partner answers, and turns this lane away: the others go on. */
async function failLane<Stores extends CoopStores>(
  ports: Ports<Stores>,
  contratto: ContrattoPartner,
  lane: Corsia,
  { codice, dettaglio, retryAfterMs = 0 }: NonConsegnato,
): Promise<void> {
  const at = ports.clock.now();
  lookAgain(lane);
  lane.circuito.fail(at, ports.random.float(), retryAfterMs);
  await trace(ports, contratto.nome, { codice, dettaglio: `corsia ${lane.corsia}: ${dettaglio}` });
}

async function fail<Stores extends CoopStores>(
  ports: Ports<Stores>,
  corriere: Corriere,
  { codice, dettaglio, retryAfterMs = 0 }: NonConsegnato,
): Promise<Passo> {
  const { contratto, circuito } = corriere;
  corriere.lottoMessages = Math.max(1, Math.floor(corriere.lottoMessages / 2));
  const opening = !isChiuso(circuito);
  const prossimo = circuito.fail(ports.clock.now(), ports.random.float(), retryAfterMs);
  // One trace when a partner stops answering, not one for each attempt of a long outage.
  if (!opening || codice !== IRRAGGIUNGIBILE)
    await trace(ports, contratto.nome, { codice, dettaglio });
  return nienteFinoA(prossimo);
}

async function trace<Stores extends CoopStores>(
  ports: Ports<Stores>,
  partner: string,
  { codice, dettaglio }: NonConsegnato,
): Promise<void> {
  const at = ports.clock.now();
  await ports.uow.transaction((stores) =>
    stores.coop.saveAllarme({ at, partner, codice, dettaglio }),
  );
}
