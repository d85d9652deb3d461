import { spdci } from "@staffetta/contracts";
import type { z } from "zod";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import {
  enrolledStatus,
  type Mittente,
  memberDi,
  NOT_ENROLLED,
  scopoDi,
  trovaPersona,
} from "./risposte.ts";

type Richiesta<K extends spdci.AzioneSpdci> = z.infer<(typeof spdci.AZIONI_SPDCI)[K]["richiesta"]>;
type Risposta = Readonly<Record<string, unknown>>;

/** What an action needs beside the message. */
export interface Caso {
  readonly ctx: Contesto;
  readonly stores: Stores;
  readonly mittente: Mittente;
  readonly correlationId: string;
}

const SENZA_SCOPO = "The purpose is missing, or it has not been agreed with this sender.";
const SOLO_UNO = "One person at a time, by the whole identifier (idtype-value, UIN).";

const rejected = (status_reason_code: string, status_reason_message: string) =>
  ({ status: "rjct", status_reason_code, status_reason_message }) as const;

async function cerca(caso: Caso, richiesta: Richiesta<"search">): Promise<Risposta> {
  const { ctx, stores, mittente } = caso;
  const search_response = [];
  for (const { reference_id, search_criteria } of richiesta.search_request) {
    const base = { reference_id, timestamp: adesso(ctx) };
    const scopo = scopoDi(mittente, search_criteria);
    const query = spdci.IdentifierTypeValue.safeParse(search_criteria.query);
    if (scopo === null)
      search_response.push({ ...base, ...rejected("rjct.search_criteria.invalid", SENZA_SCOPO) });
    else if (search_criteria.query_type !== "idtype-value" || !query.success)
      search_response.push({ ...base, ...rejected("rjct.filter.invalid", SOLO_UNO) });
    else {
      const uin = query.data.value;
      const persona = await trovaPersona(ctx, stores, { uin, mittente, scopo });
      const reg_records = persona === null ? [] : [await memberDi(stores, persona, uin)];
      const data = { version: "1.0.0", reg_record_type: "Member", reg_records };
      search_response.push({ ...base, status: "succ", data });
    }
  }
  return { search_response };
}

async function iscritta(caso: Caso, richiesta: Richiesta<"check-enrollment">): Promise<Risposta> {
  const { ctx, stores, mittente, correlationId } = caso;
  const { enrolled_criteria: criteri } = richiesta;
  const uin = criteri.query.person_identifier.eq;
  const base = { reference_id: correlationId, timestamp: adesso(ctx) };
  const scopo = scopoDi(mittente, criteri);
  if (scopo === null) {
    const no = rejected("rjct.search_criteria.invalid", SENZA_SCOPO);
    return { enrolled_response: [{ ...base, ...no, enrolled_status: "" }] };
  }
  const persona = await trovaPersona(ctx, stores, { uin, mittente, scopo });
  const enrolled_status =
    persona === null ? NOT_ENROLLED : await enrolledStatus(stores, persona.id);
  return { enrolled_response: [{ ...base, status: "succ", enrolled_status }] };
}

async function iscrivi(caso: Caso, richiesta: Richiesta<"subscribe">): Promise<Risposta> {
  const { ctx, stores, mittente } = caso;
  const subscribe_response = [];
  for (const { reference_id, subscribe_criteria: criteri } of richiesta.subscribe_request) {
    const base = { reference_id, timestamp: adesso(ctx), subscriptions: [] };
    const scopo = scopoDi(mittente, criteri);
    const { richiamo, senderId } = mittente;
    if (scopo === null || richiamo === null) {
      const why = richiamo === null ? "sender_uri is missing or not agreed." : SENZA_SCOPO;
      subscribe_response.push({ ...base, ...rejected("rjct.notify_details.invalid", why) });
      continue;
    }
    const persona = await trovaPersona(ctx, stores, { uin: criteri.filter.value, mittente, scopo });
    if (persona === null) {
      const why = "No person with this identifier has ever enrolled.";
      subscribe_response.push({ ...base, ...rejected("rjct.person_id.invalid", why) });
      continue;
    }
    const evento = criteri.reg_event_type;
    const same = (await stores.spdci.sottoscrizioni.by("personaId", persona.id)).find(
      (una) => una.attiva && una.senderId === senderId && una.evento === evento,
    );
    const code = same?.id ?? ctx.random.uuid();
    if (same === undefined) {
      const riga = { id: code, senderId, personaId: persona.id, evento, richiamo, scopo };
      await stores.spdci.sottoscrizioni.insert({ ...riga, attiva: true, at: adesso(ctx) });
    }
    const subscriptions = [{ code, status: "subscribe", reg_event_type: evento }];
    subscribe_response.push({ ...base, status: "succ", subscriptions });
  }
  return { subscribe_response };
}

async function disiscrivi(caso: Caso, richiesta: Richiesta<"unsubscribe">): Promise<Risposta> {
  const { stores, mittente, ctx } = caso;
  const subscription_status = [];
  for (const code of richiesta.subscription_codes) {
    const isUuid = /^[0-9a-f-]{36}$/.test(code);
    const una = isUuid ? await stores.spdci.sottoscrizioni.lock(code) : null;
    if (una === null || una.senderId !== mittente.senderId) continue;
    await stores.spdci.sottoscrizioni.put({ ...una, attiva: false });
    subscription_status.push({ code, status: "unsubscribe" });
  }
  const all = subscription_status.length === richiesta.subscription_codes.length;
  const status = all ? "succ" : "rjct";
  return { timestamp: adesso(ctx), status, subscription_status };
}

async function stato(caso: Caso, richiesta: Richiesta<"txn-status">): Promise<Risposta> {
  const { ctx, stores, mittente } = caso;
  const { txn_type, attribute_type, attribute_value } = richiesta.txnstatus_request;
  const { transazioni } = stores.spdci;
  const [found] =
    attribute_type === "correlation_id"
      ? await transazioni.by("correlationId", attribute_value)
      : [await transazioni.get(`${mittente.senderId}/${txn_type}/${attribute_value}`)];
  const mine = found?.senderId === mittente.senderId ? found : null;
  const txn_status: unknown =
    mine === null
      ? rejected("rjct.reference_id.invalid", "No such transaction of this sender.")
      : JSON.parse(ctx.cipher.open(mine.risposta));
  return { txnstatus_response: { txn_type: `on-${txn_type}`, txn_status } };
}

const AZIONI: {
  readonly [K in spdci.AzioneSpdci]: (caso: Caso, richiesta: Richiesta<K>) => Promise<Risposta>;
} = {
  search: cerca,
  "check-enrollment": iscritta,
  subscribe: iscrivi,
  unsubscribe: disiscrivi,
  "txn-status": stato,
};

/** Carries out one action and keeps its answer, so that its state can be asked later. */
export async function eseguiAzione(
  caso: Caso,
  azione: spdci.AzioneSpdci,
  message: Readonly<{ transaction_id: string }>,
): Promise<Risposta> {
  const { transaction_id } = message;
  const { correlationId: correlation_id, mittente, ctx, stores } = caso;
  const fatta = await AZIONI[azione](caso, message as never);
  const risposta = { transaction_id, correlation_id, ...fatta };
  if (azione === "txn-status") return risposta;
  await stores.spdci.transazioni.put({
    ...{ id: `${mittente.senderId}/${azione}/${transaction_id}`, senderId: mittente.senderId },
    ...{ correlationId: correlation_id, azione, at: adesso(ctx) },
    risposta: ctx.cipher.seal(JSON.stringify(risposta)),
  });
  return risposta;
}
