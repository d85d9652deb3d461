import { type Circuito, isChiuso } from "./circuito.ts";
import { IRRAGGIUNGIBILE } from "./legame.ts";
import type {
  Consegnato,
  ContrattoPartner,
  CooperazionePorts,
  CoopStores,
  Esito,
  Legame,
  NonConsegnato,
} from "./ports.ts";
import type { EsitoNoto, MessaggioInUscita } from "./store.ts";

/** What a step of the dispatcher did, and when the next may be of use. */
export interface Passo {
  readonly inviati: number;
  /** "subito": more is waiting; "attendi": nothing to do until woken; an instant: not before it. */
  readonly prossimo: "subito" | "attendi" | string;
}

const ATTENDI: Passo = { inviati: 0, prossimo: "attendi" };
const SUBITO: Passo = { inviati: 0, prossimo: "subito" };

type Ports<Stores extends CoopStores> = CooperazionePorts<Stores>;

export interface Corsia {
  readonly contratto: ContrattoPartner;
  readonly corsia: number;
  readonly circuito: Circuito;
  readonly legame: Legame;
  /** Messages of the next batch: grows while batches come out full, halves after a failure. */
  lottoMessages: number;
}

/** As many as fit in the agreed bytes; at least one, or a large message would never leave. */
function cutToBytes(
  messaggi: readonly MessaggioInUscita[],
  bytesMax: number,
): readonly MessaggioInUscita[] {
  let bytes = 0;
  const end = messaggi.findIndex(({ corpo }) => {
    bytes += corpo.length;
    return bytes > bytesMax;
  });
  return end < 0 ? messaggi : messaggi.slice(0, Math.max(1, end));
}

const APPLICATO: Esito = { esito: "applicato" };

/** Records the receipt exactly once: whoever finds the cursor already moved does nothing. */
async function record<Stores extends CoopStores>(
  ports: Ports<Stores>,
  { contratto, corsia }: Corsia,
  messaggi: readonly MessaggioInUscita[],
  { fino, testa, esiti, prova }: Consegnato,
): Promise<boolean> {
  const da = messaggi[0]?.progressivo ?? fino + 1;
  const partner = contratto.nome;
  return ports.uow.transaction(async (stores) => {
    const lane = await stores.coop.lockUscita(partner, corsia);
    if (lane.cursore !== da - 1) return false;
    const at = ports.clock.now();
    const known = await stores.coop.readEsitiUscita(partner, corsia, { da, fino });
    const moved = { ...lane, cursore: fino, testa, ultimaRicevutaAt: at };
    const nuovi = messaggi.filter(({ progressivo }) => !known.has(progressivo));
    await stores.coop.saveEsitiUscita(
      nuovi.flatMap(({ progressivo }) => {
        const esito = esiti.get(progressivo);
        return esito === undefined ? [] : [{ partner, corsia, progressivo, esito, at }];
      }),
    );
    for (const messaggio of nuovi)
      await tell(ports, stores, messaggio, esiti.get(messaggio.progressivo) ?? APPLICATO);
    // A receipt that is lost comes again with the batch; a message born of it could not be taken back.
    const ricevuta = { partner, corsia, fino, ...prova, at };
    await stores.coop.moveCursore(moved, ricevuta, stores.uscita.quanti() === 0);
    return true;
  });
}

/** Lets the node act on the final outcome of a message of its own. */
export async function tell<Stores extends CoopStores>(
  ports: Pick<Ports<Stores>, "suEsito">,
  stores: Stores,
  messaggio: MessaggioInUscita,
  esito: EsitoNoto,
): Promise<void> {
  if (esito.esito === "in-attesa") return;
  const { partner: destinatario, id, tipo, persona, corpo, corsia, progressivo } = messaggio;
  const inviato = { destinatario, id, tipo, persona, corpo, corsia, progressivo };
  await ports.suEsito?.[tipo]?.(stores, inviato, esito);
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

/** One step of one lane: read the next batch, sign, send, record the receipt. */
export async function avanza<Stores extends CoopStores>(
  ports: Ports<Stores>,
  corsia: Corsia,
): Promise<Passo> {
  const { contratto, circuito } = corsia;
  const adesso = ports.clock.now();
  if (isInFinestra(adesso, contratto.finestreChiuse))
    return { inviati: 0, prossimo: later(adesso, WINDOW_CHECK_MS) };
  const attesa = circuito.enter(adesso);
  if (attesa !== null) return { inviati: 0, prossimo: attesa };
  const lotto = await ports.uow.transaction((stores) =>
    stores.coop.readLotto(contratto.nome, corsia.corsia, corsia.lottoMessages),
  );
  if (lotto.messaggi.length === 0) {
    circuito.leave();
    return ATTENDI;
  }
  const messaggi = cutToBytes(lotto.messaggi, contratto.lottoBytesMax);
  const esito = await corsia.legame.consegna(contratto, { ...lotto, messaggi });
  if ("codice" in esito) return fail(ports, corsia, esito);
  circuito.succeed();
  const presi = messaggi.slice(0, esito.fino - lotto.corsia.cursore);
  if (presi.at(-1)?.progressivo !== esito.fino)
    throw new Error(`${contratto.nome}: consegnato fino a ${esito.fino}, fuori dal lotto`);
  const recorded = await record(ports, corsia, presi, esito);
  if (!recorded) return SUBITO;
  const inviati = presi.length;
  if (inviati === corsia.lottoMessages)
    corsia.lottoMessages = Math.min(contratto.lottoMessagesMax, corsia.lottoMessages * 2);
  return { inviati, prossimo: pace(ports, contratto, inviati) };
}

function pace<Stores extends CoopStores>(
  ports: Ports<Stores>,
  { messagesPerSecondMax }: ContrattoPartner,
  inviati: number,
): string {
  if (messagesPerSecondMax === null) return "subito";
  return later(ports.clock.now(), Math.ceil((inviati * 1000) / messagesPerSecondMax));
}

async function fail<Stores extends CoopStores>(
  ports: Ports<Stores>,
  corsia: Corsia,
  { codice, dettaglio, retryAfterMs = 0 }: NonConsegnato,
): Promise<Passo> {
  const { contratto, circuito } = corsia;
  corsia.lottoMessages = Math.max(1, Math.floor(corsia.lottoMessages / 2));
  const adesso = ports.clock.now();
  const opening = !isChiuso(circuito);
  const prossimo = circuito.fail(adesso, ports.random.float(), retryAfterMs);
  // One trace when a partner stops answering, not one for each attempt of a long outage.
  if (!opening || codice !== IRRAGGIUNGIBILE)
    await ports.uow.transaction((stores) =>
      stores.coop.saveAllarme({ at: adesso, partner: contratto.nome, codice, dettaglio }),
    );
  return { inviati: 0, prossimo };
}
