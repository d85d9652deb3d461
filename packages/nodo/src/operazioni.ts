import {
  esegui,
  type Implementazione,
  type Operazione,
  type Operazioni,
  type Problema,
  type Risposta,
  type Soggetto,
} from "@staffetta/contracts";
import type { Context, Hono } from "hono";
import { z } from "zod";

const BASE = "/api/v1";

const MALFORMATO: Problema = {
  type: "urn:staffetta:json-non-valido",
  title: "Il contenuto non è JSON",
  status: 400,
  detail: "Il corpo della richiesta non si legge come JSON.",
  rimedio: "Controlla la forma della richiesta e invia di nuovo.",
};

const problem = (c: Context, problema: Problema): Response =>
  c.body(JSON.stringify(problema), problema.status as 400, {
    "content-type": "application/problem+json",
  });

async function inputOf(c: Context, metodo: "GET" | "POST"): Promise<Risposta<unknown>> {
  if (metodo === "GET") return { ok: true, valore: c.req.query() };
  const text = await c.req.text();
  try {
    return { ok: true, valore: text === "" ? {} : JSON.parse(text) };
  } catch {
    return { ok: false, problema: MALFORMATO };
  }
}

type Call = Parameters<typeof esegui>[1];

function mountOne(app: Hono, op: Operazione, call: Call, soggettoDi: (c: Context) => Soggetto) {
  const handler = async (c: Context): Promise<Response> => {
    const input = await inputOf(c, op.metodo);
    if (!input.ok) return problem(c, input.problema);
    const risposta = await esegui(op, call, soggettoDi(c), input.valore);
    return risposta.ok
      ? c.json(risposta.valore as Record<string, unknown>)
      : problem(c, risposta.problema);
  };
  const path = `${BASE}${op.percorso}`;
  if (op.metodo === "GET") app.get(path, handler);
  else app.post(path, handler);
}

/** The REST face of a node's operations, with its OpenAPI document, from the same schemas. */
export function mountOperazioni<Ops extends Operazioni>(
  app: Hono,
  titolo: string,
  node: { readonly operazioni: Ops; readonly implementazione: Implementazione<Ops> },
  soggettoDi: (c: Context) => Soggetto,
): void {
  for (const [nome, op] of Object.entries(node.operazioni))
    mountOne(app, op, node.implementazione[nome as keyof Ops] as Call, soggettoDi);
  const document = openApi(titolo, node.operazioni);
  app.get("/openapi.json", (c) => c.json(document));
}

const PROBLEM_RESPONSE = {
  description: "Un problema che si può leggere",
  content: {
    "application/problem+json": {
      schema: { type: "object", required: ["type", "title", "status", "detail"] },
    },
  },
};

const schemaOf = (schema: z.ZodType, io: "input" | "output"): unknown =>
  z.toJSONSchema(schema, { io, unrepresentable: "any" });

function pathOf(op: Operazione): Record<string, unknown> {
  const input = schemaOf(op.ingresso, "input") as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  const parameters = Object.entries(input.properties ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: input.required?.includes(name) ?? false,
    schema,
  }));
  const body = { required: true, content: { "application/json": { schema: input } } };
  return {
    operationId: op.id,
    summary: op.sommario,
    ...(op.metodo === "GET" ? { parameters } : { requestBody: body }),
    responses: {
      "200": {
        description: "Fatto",
        content: { "application/json": { schema: schemaOf(op.uscita, "output") } },
      },
      default: PROBLEM_RESPONSE,
    },
  };
}

export function openApi(titolo: string, operazioni: Operazioni): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const op of Object.values(operazioni)) {
    const path = `${BASE}${op.percorso}`;
    paths[path] = { ...paths[path], [op.metodo.toLowerCase()]: pathOf(op) };
  }
  return { openapi: "3.1.0", info: { title: titolo, version: "1.0.0" }, paths };
}
