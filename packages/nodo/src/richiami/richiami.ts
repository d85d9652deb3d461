import type { Risposta, Soggetto } from "@staffetta/contracts";
import type { EsitoRichiamo, ModiStore, Richiamo, RichiamoNoto } from "@staffetta/cooperation";
import type { Cipher, Clock, Random, UnitOfWork } from "@staffetta/platform";

/** What leaves at last: signed at the moment of leaving. */
export interface DaSpedire {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface OpzioniRichiami {
  readonly uow: UnitOfWork<Readonly<{ modi: ModiStore }>>;
  readonly clock: Clock;
  readonly random: Random;
  readonly cipher: Cipher;
  readonly esegui: (
    operazione: string,
    soggetto: Soggetto,
    ingresso: unknown,
  ) => Promise<Risposta<unknown>>;
  readonly firma: Readonly<Record<Richiamo["forma"], (richiamo: Richiamo) => DaSpedire>>;
  /** Null: delivered. Text: why not. */
  readonly spedisci?: (indirizzo: string, cosa: DaSpedire) => Promise<string | null>;
  readonly onFault: (error: unknown, cosa: string) => void;
}

export interface DaDifferire {
  readonly sistema: string;
  readonly operazione: string;
  readonly soggetto: Soggetto;
  readonly ingresso: unknown;
  readonly rispondiA: string;
}

/** Work that a caller does not wait for, and the answers and notices that go to an address of the caller. */
export interface Richiami {
  /** Returns the id by which the answer will be recognised. */
  accogli(richiesta: DaDifferire): Promise<string>;
  /** One piece of work: how many were done (0: nothing was due). */
  passo(): Promise<number>;
  sveglia(): void;
  avvia(): void;
  ferma(): Promise<void>;
}

/** Whoever has taken a piece of work and died gives it back after this long. */
const LEASE_MS = 120_000;
const SCAN_MS = 2_000;
const FIRST_WAIT_MS = 1_000;
const WAIT_MAX_MS = 600_000;
/** About three hours of attempts; after that a person looks at it on the desk. */
const ATTEMPTS_MAX = 24;
const TIMEOUT_MS = 10_000;

async function spedisciHttp(
  indirizzo: string,
  { headers, body }: DaSpedire,
): Promise<string | null> {
  try {
    const answer = await fetch(indirizzo, {
      ...{ method: "POST", headers: { ...headers }, body },
      // An address was agreed: nobody is sent elsewhere.
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return answer.ok ? null : `ha risposto ${answer.status}`;
  } catch (error) {
    return error instanceof Error ? `non raggiungibile: ${error.message}` : "non raggiungibile";
  }
}

const later = (adesso: string, ms: number): string =>
  new Date(Date.parse(adesso) + ms).toISOString();

function esitoOf(
  errore: string | null,
  { tentativi }: RichiamoNoto,
  adesso: string,
): EsitoRichiamo {
  if (errore === null)
    return { stato: "consegnato", prossimoAt: null, consegnatoAt: adesso, errore: "" };
  if (tentativi >= ATTEMPTS_MAX)
    return { stato: "rinunciato", prossimoAt: null, consegnatoAt: null, errore };
  const waitMs = Math.min(WAIT_MAX_MS, FIRST_WAIT_MS * 2 ** (tentativi - 1));
  return { stato: "da consegnare", prossimoAt: later(adesso, waitMs), consegnatoAt: null, errore };
}

export function createRichiami(opzioni: OpzioniRichiami): Richiami {
  const { uow, clock, random, cipher, onFault } = opzioni;
  const spedisci = opzioni.spedisci ?? spedisciHttp;

  const svolgi = async (): Promise<boolean> => {
    const adesso = clock.now();
    const una = await uow.transaction(({ modi }) =>
      modi.prendiDifferita(adesso, later(adesso, LEASE_MS)),
    );
    if (una === null) return false;
    const ingresso: unknown = JSON.parse(cipher.open(una.ingresso));
    const risposta = await opzioni.esegui(una.operazione, una.soggetto as Soggetto, ingresso);
    const corpo = JSON.stringify(risposta.ok ? risposta.valore : risposta.problema);
    const tipo = risposta.ok ? "application/json" : "application/problem+json";
    const at = clock.now();
    await uow.transaction(async ({ modi }) => {
      await modi.segnaSvolta(una.id, at);
      await modi.accoda({
        ...{ id: una.id, destinatario: una.sistema, indirizzo: una.rispondiA, forma: "modi" },
        intestazioni: { "content-type": tipo, "x-correlation-id": una.id },
        ...{ corpo: cipher.seal(corpo), accodatoAt: at },
      });
    });
    return true;
  };

  const consegna = async (): Promise<boolean> => {
    const adesso = clock.now();
    const uno = await uow.transaction(({ modi }) =>
      modi.prendiRichiamo(adesso, later(adesso, LEASE_MS)),
    );
    if (uno === null) return false;
    const aperto = { ...uno, corpo: cipher.open(uno.corpo) };
    const errore = await spedisci(uno.indirizzo, opzioni.firma[uno.forma](aperto));
    const esito = esitoOf(errore, uno, clock.now());
    await uow.transaction(({ modi }) => modi.segnaRichiamo(uno.id, esito));
    return true;
  };

  const passo = async (): Promise<number> => Number(await svolgi()) + Number(await consegna());
  return {
    ...createLoop(passo, onFault),
    passo,
    accogli: async ({ sistema, operazione, soggetto, ingresso, rispondiA }) => {
      const id = random.uuid();
      const sealed = cipher.seal(JSON.stringify(ingresso));
      const chi = { sistema, operazione, soggetto, rispondiA };
      const accoltaAt = clock.now();
      await uow.transaction(({ modi }) =>
        modi.accogli({ id, ...chi, ingresso: sealed, accoltaAt }),
      );
      return id;
    },
  };
}

function createLoop(
  passo: () => Promise<number>,
  onFault: OpzioniRichiami["onFault"],
): Pick<Richiami, "sveglia" | "avvia" | "ferma"> {
  let stopped = true;
  let wake = (): void => undefined;
  let running: Promise<void> = Promise.resolve();
  const wait = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, SCAN_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async (): Promise<void> => {
    while (!stopped) {
      const done = await passo().catch((error: unknown) => {
        onFault(error, "richiami");
        return 0;
      });
      if (done === 0 && !stopped) await wait();
    }
  };
  return {
    sveglia: () => wake(),
    avvia: () => {
      if (!stopped) return;
      stopped = false;
      running = loop();
    },
    ferma: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}
