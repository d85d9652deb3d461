import {
  type ApiDelNodo,
  documentoOpenApi,
  esegui,
  type FileInUscita,
  type Implementazione,
  type Operazione,
  type Operazioni,
  type Problema,
  type Risposta,
  type ServerApi,
} from "@staffetta/contracts";
import { rifiutoModi } from "@staffetta/cooperation/modi";
import { testateFile } from "@staffetta/platform";
import type { Context, Hono } from "hono";
import type { RichiestaRest } from "../accesso/fornitore.ts";
import type { Richiami } from "../richiami/richiami.ts";
import { leggiModulo } from "./file.ts";
import { intestazioniLimiti, type Limiti, type Prelievo } from "./limiti.ts";
import { type Chiedente, indirizzoDi, type Porta, type RottaNodo, richiestaDi } from "./porta.ts";
import {
  GUASTO,
  isDatabaseGiu,
  MALFORMATO,
  NON_DIFFERIBILE,
  NON_DISPONIBILE,
  RICHIAMO_NON_AMMESSO,
  SCONOSCIUTA,
  TROPPE,
} from "./problemi.ts";

const BASE = "/api/v1";
/** Seconds after which a node that is down may be asked again. */
const RETRY_AFTER_S = 5;

export interface PortaRest<Ops extends Operazioni> {
  readonly api: ApiDelNodo;
  readonly parte: {
    readonly operazioni: Ops;
    readonly implementazione: Implementazione<Ops>;
    readonly rotte?: readonly RottaNodo[];
  };
  readonly porta: Porta;
  readonly limiti: Limiti;
  readonly richiami: Pick<Richiami, "accogli" | "sveglia">;
  readonly server: ServerApi;
  /** Rejects when the database does not answer. */
  readonly vivo: () => Promise<void>;
  readonly onFault: (error: unknown, path: string) => void;
}

interface Risultato {
  readonly status: number;
  readonly tipo: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

const problem = (problema: Problema): Risultato => ({
  status: problema.status,
  tipo: "application/problem+json",
  body: JSON.stringify(problema),
  ...(problema.status === 503 ? { headers: { "retry-after": String(RETRY_AFTER_S) } } : {}),
});

const found = (valore: unknown, status = 200, headers: Record<string, string> = {}): Risultato => ({
  ...{ status, tipo: "application/json", body: JSON.stringify(valore), headers },
});

const send = (c: Context, { status, tipo, body, headers }: Risultato, limite: Prelievo): Response =>
  c.body(body, status as 200, {
    ...{ "content-type": tipo, "cache-control": "no-store" },
    ...intestazioniLimiti(limite),
    ...headers,
  });

async function inputOf(
  c: Context,
  op: Operazione,
  { body }: RichiestaRest,
): Promise<Risposta<unknown>> {
  if (op.metodo === "GET") return { ok: true, valore: c.req.query() };
  if (op.richiesta === "multipart") return leggiModulo(c.req.raw);
  try {
    return { ok: true, valore: body === "" ? {} : JSON.parse(body) };
  } catch {
    return { ok: false, problema: MALFORMATO };
  }
}

type Call = Parameters<typeof esegui>[1];

const isAgreed = (rispondiA: string, richiami: readonly string[]): boolean =>
  URL.canParse(rispondiA) &&
  richiami.some((one) => new URL(one).origin === new URL(rispondiA).origin);

async function differisci<Ops extends Operazioni>(
  rest: PortaRest<Ops>,
  {
    op,
    chi,
    input,
    rispondiA,
  }: Readonly<{ op: Operazione; chi: Chiedente; input: unknown; rispondiA: string }>,
): Promise<Risultato> {
  if (op.differibile !== true) return problem(NON_DIFFERIBILE);
  const { sistema, soggetto } = chi;
  if (sistema === null || !isAgreed(rispondiA, sistema.richiami))
    return problem(RICHIAMO_NON_AMMESSO);
  // Role and shape are checked now: who asks learns at once what can never be answered.
  const checked = await esegui(op, async () => ({ ok: true, valore: null }), soggetto, input);
  if (!checked.ok) return problem(checked.problema);
  const richiesta = await rest.richiami.accogli({
    ...{ sistema: sistema.nome, operazione: op.id, soggetto, ingresso: input, rispondiA },
  });
  rest.richiami.sveglia();
  return found({ richiesta }, 202, { "x-correlation-id": richiesta });
}

async function rispondi<Ops extends Operazioni>(
  rest: PortaRest<Ops>,
  c: Context,
  given: Readonly<{ op: Operazione; call: Call; richiesta: RichiestaRest; chi: Chiedente }>,
): Promise<Risultato> {
  const { op, call, richiesta, chi } = given;
  const { sistema } = chi;
  if (sistema !== null && !sistema.operazioni.some((one) => one === "*" || one === op.id)) {
    const rifiuto = rifiutoModi("fuori-ambito", "operazione", {
      ...{ trovato: op.id, atteso: sistema.operazioni.join(", ") },
    });
    return problem(await rest.porta.respingi(sistema.nome, rifiuto));
  }
  const input = await inputOf(c, op, richiesta);
  if (!input.ok) return problem(input.problema);
  const rispondiA = richiesta.headers["x-replyto"];
  if (rispondiA !== undefined) return differisci(rest, { op, chi, input: input.valore, rispondiA });
  const risposta = await esegui(op, call, chi.soggetto, input.valore);
  if (!risposta.ok) return problem(risposta.problema);
  return op.risposta === "file" ? fileOf(risposta.valore as FileInUscita) : found(risposta.valore);
}

function fileOf({ nome, tipo, contenuto }: FileInUscita): Risultato {
  return { status: 200, tipo, body: new Uint8Array(contenuto), headers: testateFile(nome, tipo) };
}

function signed<Ops extends Operazioni>(
  { porta }: PortaRest<Ops>,
  richiesta: RichiestaRest,
  { sistema }: Chiedente,
  risultato: Risultato,
): Risultato {
  const { body } = risultato;
  const wantsFirma = richiesta.headers["agid-jwt-signature"] !== undefined;
  if (sistema === null || !wantsFirma || typeof body !== "string") return risultato;
  const firma = porta.firma(sistema, body, { "content-type": risultato.tipo });
  return { ...risultato, headers: { ...risultato.headers, ...firma } };
}

const faultOf = (error: unknown): Problema => (isDatabaseGiu(error) ? NON_DISPONIBILE : GUASTO);

function mountOne<Ops extends Operazioni>(
  app: Hono,
  rest: PortaRest<Ops>,
  op: Operazione,
  call: Call,
): void {
  const handler = async (c: Context): Promise<Response> => {
    // A form with files is read as it comes, by the operation itself.
    const hasText = op.metodo === "POST" && op.richiesta !== "multipart";
    const richiesta = richiestaDi(c, hasText ? await c.req.text() : "");
    const told = (error: unknown): Problema => {
      rest.onFault(error, c.req.path);
      return faultOf(error);
    };
    const esito = await rest.porta.riconosci(c, richiesta).catch((error: unknown) => ({
      ...{ ok: false as const, chiave: indirizzoDi(c) },
      problema: told(error),
    }));
    const limite = rest.limiti.prendi(esito.ok ? esito.chi.chiave : esito.chiave);
    if (!limite.ok) return send(c, problem(TROPPE), limite);
    if (!esito.ok) return send(c, problem(esito.problema), limite);
    const given = { op, call, richiesta, chi: esito.chi };
    const risultato = await rispondi(rest, c, given).catch((error: unknown) =>
      problem(told(error)),
    );
    return send(c, signed(rest, richiesta, esito.chi, risultato), limite);
  };
  const path = `${BASE}${op.percorso}`;
  if (op.metodo === "GET") app.get(path, handler);
  else app.post(path, handler);
}

function mountRotta<Ops extends Operazioni>(
  app: Hono,
  rest: PortaRest<Ops>,
  rotta: RottaNodo,
): void {
  const handler = async (c: Context): Promise<Response> => {
    const limite = rest.limiti.prendi(indirizzoDi(c));
    if (!limite.ok) return send(c, problem(TROPPE), limite);
    const richiesta = richiestaDi(c, rotta.metodo === "GET" ? "" : await c.req.text());
    try {
      const { status, headers, body } = await rotta.rispondi(richiesta);
      return c.body(body, status as 200, { ...intestazioniLimiti(limite), ...headers });
    } catch (error) {
      rest.onFault(error, c.req.path);
      return send(c, problem(faultOf(error)), limite);
    }
  };
  if (rotta.metodo === "GET") app.get(rotta.percorso, handler);
  else app.post(rotta.percorso, handler);
}

/** RAC_REST recommendation 11: a machine asks whether this service is up. */
function mountStatus<Ops extends Operazioni>(app: Hono, rest: PortaRest<Ops>): void {
  app.get(`${BASE}/status`, async (c) => {
    const limite = rest.limiti.prendi(indirizzoDi(c));
    if (!limite.ok) return send(c, problem(TROPPE), limite);
    try {
      await rest.vivo();
    } catch {
      return send(c, problem(NON_DISPONIBILE), limite);
    }
    const stato = {
      type: "about:blank",
      title: "In funzione",
      status: 200,
      detail: "Il nodo e il suo database rispondono.",
    };
    const wantsJson = c.req.header("accept")?.includes("application/json") ?? false;
    const tipo = wantsJson ? "application/json" : "application/problem+json";
    return send(c, { status: 200, tipo, body: JSON.stringify(stato) }, limite);
  });
}

/** The REST face of a node's operations, with its documents, from the same schemas. */
export function mountRest<Ops extends Operazioni>(app: Hono, rest: PortaRest<Ops>): void {
  const { api, parte, server } = rest;
  mountStatus(app, rest);
  for (const [path, versione] of [
    ["openapi.json", "3.1.0"],
    ["openapi-3.0.json", "3.0.3"],
  ] as const) {
    const document = JSON.stringify(
      documentoOpenApi(api.descrizione, api.rotte, { versione, server }),
    );
    app.get(`${BASE}/${path}`, (c) => {
      const limite = rest.limiti.prendi(indirizzoDi(c));
      if (!limite.ok) return send(c, problem(TROPPE), limite);
      return send(c, { status: 200, tipo: "application/json", body: document }, limite);
    });
  }
  for (const [nome, op] of Object.entries(parte.operazioni))
    mountOne(app, rest, op, parte.implementazione[nome as keyof Ops] as Call);
  for (const rotta of parte.rotte ?? []) mountRotta(app, rest, rotta);
  app.all(`${BASE}/*`, (c) => send(c, problem(SCONOSCIUTA), rest.limiti.prendi(indirizzoDi(c))));
}
