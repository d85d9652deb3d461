import type { KeyObject } from "node:crypto";
import { documentoOpenApi, spdci } from "@staffetta/contracts";
import type { Richiamo } from "@staffetta/cooperation";
import {
  type Busta,
  type ChiaveModi,
  firmaBusta,
  leggiFirmaSpdci,
  verificaBusta,
} from "@staffetta/cooperation/modi";
import type { RichiestaRest, RispostaNodo, RottaNodo } from "@staffetta/nodo";
import { z } from "zod";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { eseguiAzione } from "./azioni.ts";
import type { Mittente } from "./risposte.ts";

/** Who may use the third face: agreed one by one, as the national bodies are. */
export const ConfigSpdci = z.strictObject({
  senderId: z.string(),
  mittenti: z.array(
    z.strictObject({
      senderId: z.string(),
      /** Codes of purpose that this sender may give. */
      scopi: z.array(z.string()).min(1),
      /** Where its answers and notices go; `sender_uri` must be below the same origin. */
      richiamo: z.url().optional(),
    }),
  ),
});

export interface OpzioniSpdci {
  readonly config: z.infer<typeof ConfigSpdci>;
  readonly propria: ChiaveModi;
  readonly chiaviDi: (mittente: string) => ReadonlyMap<string, KeyObject>;
}

const SKEW_S = 60;
const JTI_KEPT_MS = 86_400_000;
const nowS = ({ clock }: Contesto): number => Math.floor(Date.parse(clock.now()) / 1000);

const json = (status: number, body: unknown): RispostaNodo => ({
  ...{ status, body: JSON.stringify(body) },
  headers: { "content-type": "application/json", "cache-control": "no-store" },
});

interface Errore {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const ack = (ctx: Contesto, correlation_id: string, errore?: Errore): RispostaNodo => {
  const { status = 200, code, message } = errore ?? {};
  const error = code === undefined ? {} : { error: { code, message } };
  const ack_status = code === undefined ? "ACK" : "ERR";
  return json(status, {
    message: { ack_status, timestamp: adesso(ctx), correlation_id, ...error },
  });
};

const err = (status: number, code: string, message: string): Errore => ({ status, code, message });

/** The envelope's door: shape, receiver, sender, signature over the very bytes that came. */
function apri(
  ctx: Contesto,
  { config, chiaviDi }: OpzioniSpdci,
  azione: spdci.AzioneSpdci,
  body: string,
): Readonly<{ busta: Busta; header: z.infer<typeof spdci.Header>; mittente: Mittente }> | Errore {
  let raw: unknown;
  try {
    raw = JSON.parse(body);
  } catch {
    return err(400, "err.request.bad", "The body is not JSON.");
  }
  const parsed = spdci.busta(spdci.AZIONI_SPDCI[azione].richiesta).safeParse(raw);
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path }) => path.join(".")).join(", ");
    const missing = where.includes("signature") ? "err.signature.missing" : "err.request.bad";
    return err(400, missing, `Not as agreed: ${where}`.slice(0, 999));
  }
  const { header } = parsed.data;
  if (header.is_msg_encrypted)
    return err(400, "err.encryption.invalid", "Encrypted messages are not agreed here.");
  if (header.receiver_id !== undefined && header.receiver_id !== config.senderId)
    return err(400, "err.receiver_id.invalid", `This is ${config.senderId}.`);
  const noto = config.mittenti.find(({ senderId }) => senderId === header.sender_id);
  const letta = leggiFirmaSpdci(parsed.data.signature);
  if (noto === undefined || letta?.senderId !== header.sender_id)
    return err(401, "err.sender_id.invalid", "This sender is not known, or did not sign.");
  const chiave = chiaviDi(noto.senderId).get(letta.kid);
  const busta = raw as Busta;
  if (chiave === undefined || !verificaBusta(busta, chiave, { now: nowS(ctx), skew: SKEW_S }))
    return err(
      401,
      "err.signature.invalid",
      "The signature is not of this message, or is too old.",
    );
  const richiamo = richiamoDi(header.sender_uri, noto.richiamo);
  if (richiamo === "altrove")
    return err(403, "err.sender_uri.invalid", "sender_uri is not the address that was agreed.");
  return { busta, header, mittente: { senderId: noto.senderId, scopi: noto.scopi, richiamo } };
}

function richiamoDi(
  chiesto: string | undefined,
  concordato: string | undefined,
): string | null | "altrove" {
  if (concordato === undefined) return chiesto === undefined ? null : "altrove";
  if (chiesto === undefined) return concordato;
  return new URL(chiesto).origin === new URL(concordato).origin ? chiesto : "altrove";
}

const intestazione = (
  ctx: Contesto,
  mio: string,
  { azione, a, messaggi }: Readonly<{ azione: string; a: string; messaggi: number }>,
) => ({
  ...{ version: "1.0.0", message_id: ctx.random.uuid(), message_ts: adesso(ctx), action: azione },
  ...{ status: "succ", total_count: messaggi, completed_count: messaggi, sender_id: mio },
  ...{ receiver_id: a, is_msg_encrypted: false },
});

/** Where the answer to an action goes, below the address that was agreed. */
const under = (base: string, path: string): string => `${base.replace(/\/$/, "")}/${path}`;

interface Consegna {
  readonly azione: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** To be signed when it leaves, as `firmaSpdci` does. */
export const accodaRichiamo = (
  ctx: Contesto,
  stores: Stores,
  { a, indirizzo, consegna }: Readonly<{ a: string; indirizzo: string; consegna: Consegna }>,
): Promise<void> =>
  stores.modi.accoda({
    ...{ id: ctx.random.uuid(), destinatario: a, indirizzo, forma: "spdci" },
    intestazioni: { "content-type": "application/json" },
    corpo: ctx.cipher.seal(JSON.stringify(consegna)),
    accodatoAt: adesso(ctx),
  });

/** Seals a waiting answer or notice in its envelope. */
export const firmaSpdciWith =
  (ctx: Contesto, { config, propria }: OpzioniSpdci) =>
  ({ corpo, destinatario, intestazioni }: Richiamo) => {
    const { azione, message } = JSON.parse(corpo) as Consegna;
    const header = intestazione(ctx, config.senderId, { azione, a: destinatario, messaggi: 1 });
    const chi = { senderId: config.senderId, ...propria };
    return {
      headers: intestazioni,
      body: JSON.stringify(firmaBusta(chi, { header, message }, nowS(ctx))),
    };
  };

async function rispondi(
  ctx: Contesto,
  opzioni: OpzioniSpdci,
  given: Readonly<{ azione: spdci.AzioneSpdci; sync: boolean; richiesta: RichiestaRest }>,
): Promise<RispostaNodo> {
  const { azione, sync, richiesta } = given;
  const { config, propria } = opzioni;
  const correlationId = ctx.random.uuid();
  const aperta = apri(ctx, opzioni, azione, richiesta.body);
  if ("code" in aperta) {
    const allarme = {
      at: adesso(ctx),
      partner: "spdci",
      codice: aperta.code,
      dettaglio: aperta.message,
    };
    await ctx.uow.transaction(({ coop }) => coop.saveAllarme(allarme));
    return ack(ctx, correlationId, aperta);
  }
  const { busta, header, mittente } = aperta;
  if (!sync && mittente.richiamo === null)
    return ack(ctx, correlationId, err(400, "err.sender_uri.invalid", "No address to answer to."));
  return ctx.uow.transaction(async (stores) => {
    const finoAt = new Date(Date.parse(ctx.clock.now()) + JTI_KEPT_MS).toISOString();
    if (!(await stores.modi.prendiJti(`spdci:${mittente.senderId}`, header.message_id, finoAt)))
      return ack(ctx, correlationId, err(409, "err.request.bad", "rjct.message_id.duplicate"));
    const caso = { ctx, stores, mittente, correlationId };
    const message = await eseguiAzione(caso, azione, busta.message as { transaction_id: string });
    const { richiamo } = spdci.AZIONI_SPDCI[azione];
    if (sync) {
      const chi = { senderId: config.senderId, ...propria };
      const h = intestazione(ctx, config.senderId, {
        azione: richiamo,
        a: mittente.senderId,
        messaggi: 1,
      });
      return json(200, firmaBusta(chi, { header: h, message }, nowS(ctx)));
    }
    const indirizzo = under(mittente.richiamo ?? "", richiamo);
    const consegna = { azione: richiamo, message };
    await accodaRichiamo(ctx, stores, { a: mittente.senderId, indirizzo, consegna });
    return ack(ctx, correlationId);
  });
}

/** The face's own documents, and whether it is up. */
function rotteDocumenti(): readonly RottaNodo[] {
  const { BASE_SPDCI, DESCRIZIONE_SPDCI, ROTTE_SPDCI } = spdci;
  const fisse: readonly (readonly [`/${string}`, unknown])[] = [
    ["/openapi.json", documentoOpenApi(DESCRIZIONE_SPDCI, ROTTE_SPDCI, { versione: "3.1.0" })],
    ["/openapi-3.0.json", documentoOpenApi(DESCRIZIONE_SPDCI, ROTTE_SPDCI, { versione: "3.0.3" })],
    [
      "/status",
      {
        type: "about:blank",
        title: "In funzione",
        status: 200,
        detail: "La terza faccia risponde.",
      },
    ],
  ];
  return fisse.map(([path, body]) => ({
    ...{ metodo: "GET", percorso: `${BASE_SPDCI}${path}` },
    rispondi: async () => json(200, body),
  }));
}

export function rotteSpdci(ctx: Contesto, opzioni: OpzioniSpdci): readonly RottaNodo[] {
  const azioni = Object.entries(spdci.AZIONI_SPDCI) as [spdci.AzioneSpdci, { percorso: string }][];
  const domande = azioni.flatMap(([azione, { percorso }]) =>
    [true, false].map(
      (sync): RottaNodo => ({
        metodo: "POST",
        percorso: `${spdci.BASE_SPDCI}/registry/${sync ? "sync/" : ""}${percorso}`,
        rispondi: (richiesta) => rispondi(ctx, opzioni, { azione, sync, richiesta }),
      }),
    ),
  );
  return [...rotteDocumenti(), ...domande];
}
