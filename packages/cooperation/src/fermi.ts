import { applyOne, ESITO_TARDIVO } from "./applica.ts";
import type { CooperazionePorts, CoopStores, Esito } from "./ports.ts";
import { RITENTA_MS } from "./ricevi.ts";
import type { Fermo } from "./store.ts";

/** After so many attempts a person must look: the message goes to quarantine. */
export const TENTATIVI_MAX = 8;

type Ports<Stores extends CoopStores> = CooperazionePorts<Stores>;

async function attempt<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  fermo: Fermo,
): Promise<Esito | Error> {
  const { partner: mittente, id, tipo, persona, corpo, corsia, progressivo, accodatoAt } = fermo;
  const messaggio = { mittente, id, tipo, persona, corpo, corsia, progressivo, accodatoAt };
  try {
    return await stores.savepoint(() => applyOne(ports, stores, messaggio));
  } catch (error) {
    ports.onFault?.(tipo, error);
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function settle<Stores extends CoopStores>(
  ports: Ports<Stores>,
  stores: Stores,
  fermo: Fermo,
  esito: Esito,
): Promise<void> {
  const { partner, corsia, progressivo, id, tipo, persona } = fermo;
  const at = ports.clock.now();
  await stores.coop.deleteFermo(fermo);
  await stores.coop.setEsitoEntrata({ partner, corsia, progressivo, id, tipo, persona, esito, at });
  // The sender learns it like any other message, in order, signed, with its own receipt.
  stores.uscita.accoda({
    destinatario: partner,
    tipo: ESITO_TARDIVO,
    persona,
    corpo: { corsia, progressivo, esito },
    riservato: false,
  });
}

function postponed(fermo: Fermo, error: Error, adesso: string): Fermo {
  const tentativi = fermo.tentativi + 1;
  const errore = error.message.slice(0, 500);
  if (tentativi >= TENTATIVI_MAX)
    return { ...fermo, stato: "in quarantena", tentativi, errore, prossimoAt: null };
  const waitMs = RITENTA_MS * 2 ** tentativi;
  const prossimoAt = new Date(Date.parse(adesso) + waitMs).toISOString();
  return { ...fermo, stato: "in ritentativo", tentativi, errore, prossimoAt };
}

/** One parked message that is due, and those of the same person behind it, for as long as they succeed. */
export async function riprovaFermi<Stores extends CoopStores>(
  ports: Ports<Stores>,
): Promise<number> {
  return ports.uow.transaction(async (stores) => {
    const adesso = ports.clock.now();
    const due = await stores.coop.nextFermo(adesso);
    if (due === null) return 0;
    let settled = 0;
    for (const fermo of await stores.coop.readFermiDi(due.partner, due.persona)) {
      const esito = await attempt(ports, stores, fermo);
      if (esito instanceof Error) {
        await stores.coop.saveFermi([postponed(fermo, esito, adesso)]);
        return settled + 1;
      }
      await settle(ports, stores, fermo, esito);
      settled++;
    }
    return settled;
  });
}

/** From the desk: try again now. False when there is no such message. */
export async function rilascia<Stores extends CoopStores>(
  ports: Ports<Stores>,
  id: string,
): Promise<boolean> {
  return ports.uow.transaction(async (stores) => {
    const fermo = await stores.coop.findFermo(id);
    if (fermo === null || fermo.stato === "in coda") return false;
    const prossimoAt = ports.clock.now();
    await stores.coop.saveFermi([{ ...fermo, stato: "in ritentativo", tentativi: 0, prossimoAt }]);
    return true;
  });
}
