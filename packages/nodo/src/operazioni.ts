import {
  esegui,
  type FileInUscita,
  type Implementazione,
  type Operazione,
  type Operazioni,
  type Problema,
  type Risposta,
  type Soggetto,
} from "@staffetta/contracts";
import { CorpoTroppoGrande, leggiMultipart, testateFile } from "@staffetta/platform";
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

const INTERROTTO: Problema = {
  type: "urn:staffetta:corpo-incompleto",
  title: "Il file non è arrivato per intero",
  status: 400,
  detail: "L'invio si è interrotto, oppure la richiesta non ha la forma di un modulo con file.",
  rimedio: "Non è stato conservato nulla: invia di nuovo.",
};
const troppoGrande = (bytesMax: number): Problema => ({
  type: "urn:staffetta:corpo-troppo-grande",
  title: "Il file è troppo grande",
  status: 413,
  detail: `Un invio può avere al massimo ${Math.floor(bytesMax / 1024 / 1024)} MB.`,
  rimedio: "Riduci il file, per esempio con una scansione a risoluzione più bassa.",
});

/** More than any operation accepts; each operation has its own, smaller limit. */
const FILE_BYTES_MAX = 10 * 1024 * 1024;

/** The fields of a form with files, or the problem with it: half a form is no form. */
export async function leggiModulo(request: Request): Promise<Risposta<Record<string, unknown>>> {
  try {
    return { ok: true, valore: await leggiMultipart(request, FILE_BYTES_MAX) };
  } catch (error) {
    const tooLarge = error instanceof CorpoTroppoGrande;
    return { ok: false, problema: tooLarge ? troppoGrande(error.bytesMax) : INTERROTTO };
  }
}

async function inputOf(c: Context, op: Operazione): Promise<Risposta<unknown>> {
  if (op.metodo === "GET") return { ok: true, valore: c.req.query() };
  if (op.richiesta === "multipart") return leggiModulo(c.req.raw);
  const text = await c.req.text();
  try {
    return { ok: true, valore: text === "" ? {} : JSON.parse(text) };
  } catch {
    return { ok: false, problema: MALFORMATO };
  }
}

/** Saved, never shown as a page of the node. */
export const inviaFile = (c: Context, { nome, tipo, contenuto }: FileInUscita): Response =>
  c.body(new Uint8Array(contenuto), 200, testateFile(nome, tipo));

type Call = Parameters<typeof esegui>[1];

function mountOne(app: Hono, op: Operazione, call: Call, soggettoDi: (c: Context) => Soggetto) {
  const handler = async (c: Context): Promise<Response> => {
    const input = await inputOf(c, op);
    if (!input.ok) return problem(c, input.problema);
    const risposta = await esegui(op, call, soggettoDi(c), input.valore);
    if (!risposta.ok) return problem(c, risposta.problema);
    if (op.risposta === "file") return inviaFile(c, risposta.valore as FileInUscita);
    return c.json(risposta.valore as Record<string, unknown>);
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
  const forma = op.richiesta === "multipart" ? "multipart/form-data" : "application/json";
  const body = { required: true, content: { [forma]: { schema: input } } };
  const content =
    op.risposta === "file"
      ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
      : { "application/json": { schema: schemaOf(op.uscita, "output") } };
  return {
    operationId: op.id,
    summary: op.sommario,
    ...(op.metodo === "GET" ? { parameters } : { requestBody: body }),
    responses: {
      "200": { description: "Fatto", content },
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
