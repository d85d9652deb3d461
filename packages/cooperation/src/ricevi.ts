import { type Applicato, applyBatch } from "./applica.ts";
import { type CodicePorta, problemaPorta } from "./errori.ts";
import { type CorpoRicevuta, decodeLotto, followCatena, type LottoLetto } from "./lotto.ts";
import type {
  CooperazionePorts,
  CoopStores,
  MessaggioRicevuto,
  RichiestaFirmata,
  RispostaFirmata,
} from "./ports.ts";
import type { CorsiaEntrata, EsitoNoto, Fermo } from "./store.ts";

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

/** First wait before a parked message is tried again, in milliseconds; it doubles each time. */
export const RITENTA_MS = 2_000;

type Ports<Stores extends CoopStores> = CooperazionePorts<Stores>;

async function openRequest<Stores extends CoopStores>(
  ports: Ports<Stores>,
  { mittente, headers, body }: RichiestaFirmata,
): Promise<{ lotto: LottoLetto; jti: string; expAt: string }> {
  if (!ports.partner.some(({ nome }) => nome === mittente))
    throw new PortaChiusa("nodo-sconosciuto", { mittente });
  const firma = await ports.firma.verifica(body, headers, mittente);
  if (!firma.ok) throw new PortaChiusa(firma.codice, { dettaglio: firma.dettaglio });
  const lotto = decodeLotto(body);
  if (lotto?.intestazione.mittente !== mittente || lotto.intestazione.destinatario !== ports.nodo)
    throw new PortaChiusa("lotto-illeggibile", {});
  return { lotto, jti: firma.jti, expAt: firma.expAt };
}

/** Compares the batch with what is here; throws on a gap or on another history. */
function checkHistory(
  { intestazione, messaggi }: LottoLetto,
  lane: CorsiaEntrata,
  known: ReadonlyMap<number, Readonly<{ impronta: string }>>,
): ReturnType<typeof followCatena> {
  const { da, fino, testaPrima } = intestazione;
  if (da > lane.segno + 1) throw new PortaChiusa("lacuna", { atteso: lane.segno + 1, da });
  const catena = followCatena(testaPrima, messaggi);
  const differs = messaggi.find(
    ({ progressivo }, i) =>
      progressivo <= lane.segno && known.get(progressivo)?.impronta !== catena.impronte[i],
  );
  const overlap = lane.segno - da;
  const here = overlap < 0 ? testaPrima : lane.segno <= fino ? catena.teste[overlap] : lane.testa;
  if (differs !== undefined || here !== lane.testa)
    throw new PortaChiusa("catena-interrotta", { segno: lane.segno, da });
  return catena;
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

async function applyNew<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  work: { lotto: LottoLetto; lane: CorsiaEntrata; catena: ReturnType<typeof followCatena> },
): Promise<readonly Applicato[]> {
  const { intestazione, messaggi } = work.lotto;
  const { mittente, corsia, da } = intestazione;
  const nuovi = messaggi.filter(({ progressivo }) => progressivo > work.lane.segno);
  if (nuovi.length === 0) return [];
  const adesso = ports.clock.now();
  const ricevuti = nuovi.map(
    ({ id, tipo, persona, corpo, progressivo, accodatoAt }): MessaggioRicevuto => ({
      ...{ mittente, id, tipo, persona, corpo, corsia, progressivo, accodatoAt },
    }),
  );
  const applicati = await applyBatch(ports, stores, ricevuti);
  const testa = work.catena.teste.at(-1) ?? work.lane.testa;
  const segno = intestazione.fino;
  await stores.coop.advanceEntrata(
    { partner: mittente, corsia, segno, testa, ultimoAt: adesso },
    applicati.map(({ messaggio, esito }) => ({
      partner: mittente,
      ...{ corsia, progressivo: messaggio.progressivo, id: messaggio.id, tipo: messaggio.tipo },
      persona: messaggio.persona,
      impronta: work.catena.impronte[messaggio.progressivo - da] ?? "",
      esito,
      at: adesso,
    })),
  );
  const riservati = new Set(nuovi.filter(({ riservato }) => riservato).map(({ id }) => id));
  const fermi = fermiOf(applicati, riservati, adesso);
  if (fermi.length > 0) await stores.coop.saveFermi(fermi);
  return applicati;
}

async function receive<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  opened: { lotto: LottoLetto; jti: string; expAt: string },
): Promise<CorpoRicevuta> {
  const { lotto, jti, expAt } = opened;
  const { mittente, corsia, da, fino } = lotto.intestazione;
  const { nuova, ...lane } = await stores.coop.enterEntrata({
    ...{ partner: mittente, corsia, jti, scadeAt: expAt },
  });
  if (!nuova) throw new PortaChiusa("jti-ripetuto", { jti });
  const known =
    da <= lane.segno
      ? await stores.coop.readEntrata(mittente, corsia, { da, fino: Math.min(fino, lane.segno) })
      : new Map<number, { impronta: string; esito: EsitoNoto }>();
  const catena = checkHistory(lotto, lane, known);
  const applicati = await applyNew(ports, stores, { lotto, lane, catena });
  const esiti: [number, EsitoNoto][] = [
    ...[...known].map(([progressivo, { esito }]): [number, EsitoNoto] => [progressivo, esito]),
    ...applicati.map(({ messaggio, esito }): [number, EsitoNoto] => [messaggio.progressivo, esito]),
  ];
  return {
    v: 1,
    corsia,
    fino,
    testa: catena.teste.at(-1) ?? lane.testa,
    esiti: esiti.filter(([, { esito }]) => esito !== "applicato"),
  };
}

/**
 * The receiver's whole step: check the signature, apply in one transaction, answer with a signed receipt.
 * Whoever asks again with the same messages gets the same outcomes.
 */
export async function ricevi<Stores extends CoopStores>(
  ports: Ports<Stores>,
  richiesta: RichiestaFirmata,
): Promise<RispostaFirmata> {
  try {
    const opened = await openRequest(ports, richiesta);
    const ricevuta = await ports.uow.transaction((stores) => receive(ports, stores, opened));
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
