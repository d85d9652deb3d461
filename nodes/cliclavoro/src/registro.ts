import type { Instant } from "@staffetta/domain";
import { accoda, borsaLavoroDi, LEGAME_SERVIZICOAP } from "@staffetta/nodo";
import { adesso, type Contesto } from "./contesto.ts";
import type { AdesioneRow, EventoRow, Stores } from "./store.ts";

/** The row and its history, together: the only place where the register changes. */
export async function saveAdesione(
  ctx: Contesto,
  stores: Stores,
  dopo: AdesioneRow,
  evento: Pick<EventoRow, "tipo" | "da" | "motivo" | "at">,
): Promise<void> {
  if (evento.tipo === "registrata") await stores.adesioni.insert(dopo);
  else await stores.adesioni.put(dopo);
  const id = `${dopo.id}/${dopo.version}`;
  const quale = { id, adesioneId: dopo.id, version: dopo.version, a: dopo.stato };
  await stores.eventi.insert({ ...quale, ...evento, notoAt: adesso(ctx) });
  if (evento.tipo === "stato") await tellCambio(ctx, stores, dopo);
}

/**
 * On the national wire every change is told to the other regions that hold an adesione of the person; not to
 * its own region, which has made it and may have gone on since. The native binding has its own warnings.
 */
async function tellCambio(ctx: Contesto, stores: Stores, dopo: AdesioneRow): Promise<void> {
  const { legameDi } = ctx;
  if (legameDi === undefined) return;
  const regioni = new Set((await altreDi(stores, dopo)).map(({ regione }) => regione));
  for (const regione of [...regioni].sort()) {
    const destinatario = borsaLavoroDi(regione);
    if (legameDi(destinatario) !== LEGAME_SERVIZICOAP) continue;
    accoda(stores.uscita, "cambio-stato.v1", {
      ...{ destinatario, persona: dopo.personaId },
      corpo: { adesioneId: dopo.id, a: dopo.stato, at: dopo.statoAt as Instant },
    });
  }
}

export const altreDi = async (
  stores: Stores,
  { id, personaId, regione }: Pick<AdesioneRow, "id" | "personaId" | "regione">,
): Promise<readonly AdesioneRow[]> =>
  (await stores.adesioni.by("personaId", personaId)).filter(
    (altra) => altra.id !== id && altra.regione !== regione,
  );

/** F7: the regions where this person still waits learn that another has come first. */
export function tellPresaAltrove(
  ctx: Contesto,
  stores: Stores,
  presa: AdesioneRow,
  aperte: readonly AdesioneRow[],
): void {
  for (const { id: adesioneId, regione, personaId } of aperte)
    accoda(stores.uscita, "presa-in-carico-altrove.v1", {
      destinatario: borsaLavoroDi(regione),
      persona: personaId,
      corpo: { adesioneId, regionePresa: presa.regione, at: adesso(ctx) },
    });
}

/** F7: a warning to both regions; nobody is blocked. */
export function tellAdesioneAltrove(
  ctx: Contesto,
  stores: Stores,
  nuova: AdesioneRow,
  aperte: readonly AdesioneRow[],
): void {
  const tell = (a: AdesioneRow, altra: AdesioneRow): void =>
    accoda(stores.uscita, "adesione-altrove.v1", {
      destinatario: borsaLavoroDi(a.regione),
      persona: a.personaId,
      corpo: {
        adesioneId: a.id,
        regioneAltra: altra.regione,
        stato: altra.stato,
        at: adesso(ctx),
      },
    });
  for (const altra of aperte) {
    tell(nuova, altra);
    tell(altra, nuova);
  }
}

/** What a new adesione means for the others of the same person, wherever it was born. */
export async function tellAltre(ctx: Contesto, stores: Stores, nuova: AdesioneRow): Promise<void> {
  const altre = await altreDi(stores, nuova);
  const [inCarico] = altre.filter(({ stato }) => stato === "P" || stato === "T");
  if (inCarico !== undefined) {
    tellPresaAltrove(ctx, stores, inCarico, [nuova]);
    return;
  }
  tellAdesioneAltrove(
    ctx,
    stores,
    nuova,
    altre.filter(({ stato }) => stato === "A"),
  );
}
