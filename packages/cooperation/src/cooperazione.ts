import { type CorpoEsitoTardivo, ESITO_TARDIVO } from "./applica.ts";
import { type Corriere, carica, consegna, lookAgain, type Passo } from "./avanza.ts";
import { type Cicli, createCicli } from "./cicli.ts";
import { createCircuito } from "./circuito.ts";
import { rilascia, riprovaFermi } from "./fermi.ts";
import { Freschi } from "./freschi.ts";
import { LEGAME_NATIVO, legameNativo } from "./legame.ts";
import type {
  ContrattoPartner,
  CooperazionePorts,
  CoopStores,
  Handler,
  Legame,
  RichiestaFirmata,
  RispostaFirmata,
} from "./ports.ts";
import { type Quadro, quadro } from "./quadro.ts";
import { ricevi } from "./ricevi.ts";
import { tell } from "./ricevuta.ts";
import { Segni } from "./segni.ts";

/** Defaults of a contract; every value is data and may differ by partner. */
export const CONTRATTO_PREDEFINITO: Omit<ContrattoPartner, "nome" | "indirizzo"> = {
  corsie: 4,
  viaggiMax: 4,
  lottoMessagesMax: 500,
  lottoBytesMax: 4_000_000,
  messagesPerSecondMax: null,
  finestreChiuse: [],
  etaMessaggioHoursMax: 24,
  attesaInizialeMs: 500,
  attesaMassimaMs: 60_000,
  legame: LEGAME_NATIVO,
};

/** First size of a lotto; see `Corriere.lottoMessages`. */
const LOTTO_INIZIALE = 100;

export interface Cooperazione extends Cicli {
  /** The receiver's door. */
  ricevi(richiesta: RichiestaFirmata): Promise<RispostaFirmata>;
  /**
   * One step of the dispatcher: looks at the free lanes, delivers one lotto, records its receipts.
   * @param soloSvegliate only at those that `sveglia` has named, or that a failure has left behind
   */
  avanza(partner: string, soloSvegliate?: boolean): Promise<Passo>;
  /** One step of the receiver's retries: how many parked messages were looked at. */
  riprovaFermi(): Promise<number>;
  rilascia(id: string): Promise<boolean>;
  pausa(partner: string, inPausa: boolean): Promise<boolean>;
  /** @param aParte codes of refusals that are only counted */
  quadro(aParte?: readonly string[]): Promise<Quadro>;
}

/** Adds to the node's handlers the one of the layer itself. */
function withLateOutcomes<Stores extends CoopStores>(
  ports: CooperazionePorts<Stores>,
): CooperazionePorts<Stores> {
  const onLate: Handler<Stores> = async (stores, { mittente, corpo }) => {
    const { corsia, progressivo, esito } = JSON.parse(corpo) as CorpoEsitoTardivo;
    const range = { corsia, da: progressivo, fino: progressivo };
    const [known] = await stores.coop.readEsitiUscita(mittente, [range]);
    const messaggio = await stores.coop.readUscita(mittente, corsia, progressivo);
    if (messaggio === null)
      return {
        esito: "rifiutato",
        codice: "cooperazione.messaggio-sconosciuto",
        fatti: { corsia, progressivo },
      };
    if (known !== undefined && known.esito.esito !== "in-attesa") return { esito: "applicato" };
    const at = ports.clock.now();
    await stores.coop.saveEsitiUscita([{ partner: mittente, corsia, progressivo, esito, at }]);
    await tell(ports, stores, messaggio, esito);
    return { esito: "applicato" };
  };
  return { ...ports, handlers: { ...ports.handlers, [ESITO_TARDIVO]: onLate } };
}

/** A contract that names a binding which this node lacks stops the start, not the first delivery. */
function createLegami<Stores extends CoopStores>(
  ports: CooperazionePorts<Stores>,
): (contratto: ContrattoPartner) => Legame {
  const legami = new Map(Object.entries(ports.legami ?? {}));
  legami.set(LEGAME_NATIVO, legameNativo(ports));
  return ({ nome, legame }) => {
    const found = legami.get(legame);
    if (found === undefined) throw new Error(`Per ${nome} non c'è il legame ${legame}`);
    return found;
  };
}

function createCorriere(
  contratto: ContrattoPartner,
  legameDi: (contratto: ContrattoPartner) => Legame,
): Corriere {
  return {
    contratto,
    circuito: createCircuito(contratto),
    legame: legameDi(contratto),
    corsie: Array.from({ length: contratto.corsie }, (_, corsia) => ({
      ...{ corsia, circuito: createCircuito(contratto), daGuardare: true, inViaggio: false },
      freschi: new Freschi(),
    })),
    lottoMessages: Math.min(LOTTO_INIZIALE, contratto.lottoMessagesMax),
    daCorsia: 0,
  };
}

export function createCooperazione<Stores extends CoopStores>(
  given: CooperazionePorts<Stores>,
): Cooperazione {
  const ports = withLateOutcomes(given);
  const legameDi = createLegami(ports);
  const corrieri = new Map(
    ports.partner.map((contratto) => [contratto.nome, createCorriere(contratto, legameDi)]),
  );
  const segni = new Segni();
  const meter = createMeter(() => Date.parse(ports.clock.now()));
  const cicli = createCicli(ports, corrieri, meter.add);
  return {
    ricevi: (richiesta) => ricevi(ports, segni, richiesta),
    avanza: async (partner, soloSvegliate = false) => {
      const corriere = corrieri.get(partner);
      if (corriere === undefined) throw new Error(`Non c'è un partner ${partner}`);
      if (!soloSvegliate) corriere.corsie.forEach(lookAgain);
      const caricato = await carica(ports, corriere);
      if ("prossimo" in caricato) return caricato;
      const passo = await consegna(ports, corriere, caricato);
      meter.add(partner, passo.inviati);
      return passo;
    },
    riprovaFermi: () => riprovaFermi(ports),
    rilascia: (id) => rilascia(ports, id),
    pausa: async (partner, inPausa) => {
      if (!corrieri.has(partner)) return false;
      await ports.uow.transaction((stores) => stores.coop.setInPausa(partner, inPausa));
      cicli.sveglia();
      return true;
    },
    quadro: (aParte) => quadro(ports, corrieri, meter, aParte),
    ...cicli,
  };
}

const METER_WINDOW_MS = 60_000;

/** How fast each partner acknowledges, over the last minute. */
function createMeter(nowMs: () => number) {
  const since = new Map<string, { fromMs: number; messages: number }>();
  return {
    add: (partner: string, messages: number): void => {
      if (messages === 0) return;
      const now = nowMs();
      const known = since.get(partner);
      if (known === undefined || now - known.fromMs > METER_WINDOW_MS)
        since.set(partner, { fromMs: now - 1, messages });
      else known.messages += messages;
    },
    perSecond: (partner: string): number | null => {
      const known = since.get(partner);
      if (known === undefined) return null;
      return (known.messages * 1000) / Math.max(1_000, nowMs() - known.fromMs);
    },
  };
}
