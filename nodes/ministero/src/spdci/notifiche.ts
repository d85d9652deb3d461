import type { spdci } from "@staffetta/contracts";
import type { Handler } from "@staffetta/cooperation";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { accodaRichiamo } from "./porta.ts";
import { enrolledStatus } from "./risposte.ts";

type Evento = (typeof spdci.EVENTI_SPDCI)[number];

/** Which facts, once applied, somebody may want to hear of. */
const EVENTI: Readonly<Record<string, Evento>> = {
  "stato-adesione.v1": "enrolment_status_change",
  "presa-in-carico-confermata.v1": "participation_change",
  "politica.v1": "participation_change",
};

async function notify(
  ctx: Contesto,
  stores: Stores,
  adesioneId: string,
  evento: Evento,
): Promise<void> {
  const adesione = await stores.adesioni.get(adesioneId);
  if (adesione === null) return;
  const tutte = await stores.spdci.sottoscrizioni.by("personaId", adesione.personaId);
  const sue = tutte.filter((una) => una.attiva && una.evento === evento);
  if (sue.length === 0) return;
  const timestamp = adesso(ctx);
  // What has changed and for which subscription: the identifier is known to who subscribed.
  const enrolled_status = await enrolledStatus(stores, adesione.personaId);
  for (const { id, senderId, richiamo } of sue) {
    const record = { "@type": "spdci:Member", subscription_code: id, enrolled_status };
    const data = { reg_event_type: evento, response_entity: "Member", reg_records: [record] };
    const notify_event = [{ reference_id: ctx.random.uuid(), timestamp, data }];
    const message = { transaction_id: ctx.random.uuid(), notify_event };
    const indirizzo = `${richiamo.replace(/\/$/, "")}/notify`;
    await accodaRichiamo(ctx, stores, {
      a: senderId,
      indirizzo,
      consegna: { azione: "notify", message },
    });
  }
}

/** The same handlers; a fact that was applied also reaches those who asked to hear of it, in one transaction. */
export function conNotifiche(
  ctx: Contesto,
  handlers: Readonly<Record<string, Handler<Stores>>>,
): Readonly<Record<string, Handler<Stores>>> {
  const wrapped = Object.entries(handlers).map(([tipo, handler]): [string, Handler<Stores>] => {
    const evento = EVENTI[tipo];
    if (evento === undefined) return [tipo, handler];
    return [
      tipo,
      async (stores, messaggio) => {
        const esito = await handler(stores, messaggio);
        const { adesioneId } = JSON.parse(messaggio.corpo) as { adesioneId?: string };
        if (esito.esito === "applicato" && adesioneId !== undefined)
          await notify(ctx, stores, adesioneId, evento);
        return esito;
      },
    ];
  });
  return Object.fromEntries(wrapped);
}
