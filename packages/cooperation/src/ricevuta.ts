import type { Consegnato, CooperazionePorts, CoopStores, Esito } from "./ports.ts";
import type { Cursore, EsitoNoto, MessaggioInUscita, Ricevuta, Tratto } from "./store.ts";

type Ports<Stores extends CoopStores> = Pick<
  CooperazionePorts<Stores>,
  "clock" | "suEsito" | "suRicevuta" | "uow"
>;

export interface Preso {
  /** Only the messages that the partner has taken. */
  readonly tratto: Tratto;
  readonly consegnato: Consegnato;
}

const APPLICATO: Esito = { esito: "applicato" };

/**
 * Records what a partner has acknowledged, once: a lane whose cursor has moved meanwhile is left as it is.
 * @returns the lanes whose cursor has moved
 */
export async function recordRicevute<Stores extends CoopStores>(
  ports: Ports<Stores>,
  partner: string,
  presi: readonly Preso[],
): Promise<ReadonlySet<number>> {
  if (presi.length === 0) return new Set();
  const mossi = isPlain(ports, presi)
    ? await recordPlain(ports, presi)
    : await recordWithOutcomes(ports, partner, presi);
  if (ports.suRicevuta !== undefined)
    for (const { tratto } of presi) if (mossi.has(tratto.corsia.corsia)) ports.suRicevuta(tratto);
  return mossi;
}

/** One receipt, every message applied, and nobody of ours waits to hear of any: nothing but cursors moves. */
const isPlain = <Stores extends CoopStores>(
  { suEsito = {} }: Ports<Stores>,
  presi: readonly Preso[],
): boolean =>
  presi.every(
    ({ tratto, consegnato: { esiti, prova } }) =>
      esiti.size === 0 &&
      prova === presi[0]?.consegnato.prova &&
      tratto.messaggi.every(({ tipo }) => suEsito[tipo] === undefined),
  );

async function recordPlain<Stores extends CoopStores>(
  ports: Ports<Stores>,
  presi: readonly Preso[],
): Promise<ReadonlySet<number>> {
  const at = ports.clock.now();
  const cursori = cursoriOf(presi, at).map((cursore, i) => ({
    ...{ ...cursore, prima: presi[i]?.tratto.corsia.cursore ?? 0 },
  }));
  const [ricevuta] = ricevuteOf(presi, at);
  if (ricevuta === undefined) return new Set();
  return ports.uow.single(({ coop }) => coop.moveIfStill(cursori, ricevuta));
}

async function recordWithOutcomes<Stores extends CoopStores>(
  ports: Ports<Stores>,
  partner: string,
  presi: readonly Preso[],
): Promise<ReadonlySet<number>> {
  const intervalli = presi.map(({ tratto: { corsia }, consegnato }) => ({
    ...{ corsia: corsia.corsia, da: corsia.cursore + 1, fino: consegnato.fino },
  }));
  return ports.uow.transaction(async (stores) => {
    const [cursori, known] = await Promise.all([
      stores.coop.lockCursori(
        partner,
        intervalli.map(({ corsia }) => corsia),
      ),
      stores.coop.readEsitiUscita(partner, intervalli),
    ]);
    const validi = presi.filter(
      ({ tratto: { corsia } }) => cursori.get(corsia.corsia)?.cursore === corsia.cursore,
    );
    const noti = new Set(known.map(({ corsia, progressivo }) => `${corsia}/${progressivo}`));
    for (const preso of validi) await tellAll(ports, stores, preso, noti);
    await move(stores, ports.clock.now(), validi);
    return new Set(validi.map(({ tratto }) => tratto.corsia.corsia));
  });
}

/** An outcome that came by itself before this receipt is known already. */
async function tellAll<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  { tratto: { corsia: lane, messaggi }, consegnato: { esiti } }: Preso,
  noti: ReadonlySet<string>,
): Promise<void> {
  const { partner, corsia } = lane;
  const at = ports.clock.now();
  const nuovi =
    noti.size === 0
      ? messaggi
      : messaggi.filter(({ progressivo }) => !noti.has(`${corsia}/${progressivo}`));
  if (esiti.size > 0)
    await stores.coop.saveEsitiUscita(
      nuovi.flatMap(({ progressivo }) => {
        const esito = esiti.get(progressivo);
        return esito === undefined ? [] : [{ partner, corsia, progressivo, esito, at }];
      }),
    );
  if (ports.suEsito === undefined) return;
  for (const messaggio of nuovi)
    await tell(ports, stores, messaggio, esiti.get(messaggio.progressivo) ?? APPLICATO);
}

const cursoriOf = (presi: readonly Preso[], at: string): Cursore[] =>
  presi.map(({ tratto: { corsia: lane }, consegnato: { fino, testa } }) => {
    const { partner, corsia } = lane;
    return { partner, corsia, cursore: fino, testa, ultimaRicevutaAt: at };
  });

/** A receipt may cover several lanes: it is kept once. */
function ricevuteOf(presi: readonly Preso[], at: string): Ricevuta[] {
  const prove = new Set(presi.map(({ consegnato }) => consegnato.prova));
  const partner = presi[0]?.tratto.corsia.partner ?? "";
  return [...prove].map((prova) => ({ partner, ...prova, at }));
}

async function move(stores: CoopStores, at: string, presi: readonly Preso[]): Promise<void> {
  const [cursori, ricevute] = [cursoriOf(presi, at), ricevuteOf(presi, at)];
  // A receipt that is lost comes again with the batch; a message born of it could not be taken back.
  await stores.coop.moveCursori(cursori, ricevute, stores.uscita.quanti() === 0);
}

/** Lets the node act on the final outcome of a message of its own. */
export async function tell<Stores extends CoopStores>(
  ports: Pick<Ports<Stores>, "suEsito">,
  stores: Stores,
  messaggio: MessaggioInUscita,
  esito: EsitoNoto,
): Promise<void> {
  const { partner: destinatario, id, tipo, persona, corpo, corsia, progressivo } = messaggio;
  const act = ports.suEsito?.[tipo];
  if (act === undefined || esito.esito === "in-attesa") return;
  await act(stores, { destinatario, id, tipo, persona, corpo, corsia, progressivo }, esito);
}
