import type { Consegnato, CooperazionePorts, CoopStores, Esito } from "./ports.ts";
import type { EsitoNoto, MessaggioInUscita, Tratto } from "./store.ts";

type Ports<Stores extends CoopStores> = Pick<
  CooperazionePorts<Stores>,
  "clock" | "suEsito" | "uow"
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

async function move(stores: CoopStores, at: string, presi: readonly Preso[]): Promise<void> {
  const cursori = presi.map(({ tratto: { corsia: lane }, consegnato: { fino, testa } }) => {
    const { partner, corsia } = lane;
    return { partner, corsia, cursore: fino, testa, ultimaRicevutaAt: at };
  });
  const prove = new Set(presi.map(({ consegnato }) => consegnato.prova));
  const partner = cursori[0]?.partner ?? "";
  const ricevute = [...prove].map((prova) => ({ partner, ...prova, at }));
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
