import assert from "node:assert/strict";
import { test } from "node:test";
import { DESCRIZIONE_SPDCI, ROTTE_SPDCI } from "../spdci/index.ts";
import { API, documentoOpenApi, type Forma } from "./index.ts";
import { controllaDocumento, REGOLE } from "./regole.ts";

type Node = Record<string, unknown>;
const VERSIONI = ["3.0.3", "3.1.0"] as const;
const [borsalavoro] = API;
assert.ok(borsalavoro !== undefined);

const FACCE = [...API, { descrizione: DESCRIZIONE_SPDCI, rotte: ROTTE_SPDCI }];

for (const versione of VERSIONI)
  for (const { descrizione, rotte } of FACCE)
    test(`${descrizione.nome} in OpenAPI ${versione} non ha errori, avvisi né suggerimenti del profilo italiano`, () => {
      assert.deepEqual(controllaDocumento(documentoOpenApi(descrizione, rotte, { versione })), []);
    });

/** One way to break each rule: a rule that nothing can break proves nothing. */
const ROTTURE: Readonly<Record<string, (doc: Node) => void>> = {
  "no-swagger-2": (doc) => set(doc, "2.0", "openapi"),
  "use-semver": (doc) => set(doc, "v1", "info", "version"),
  "has-contact": (doc) => set(doc, { name: "x" }, "info", "contact"),
  "has-x-summary": (doc) => set(doc, "", "info", "x-summary"),
  "paths-status": (doc) => set(doc, {}, "paths", "/status"),
  "paths-status-problem": (doc) =>
    set(doc, { "application/json": {} }, "paths", "/status", "get", "responses", "200", "content"),
  "use-problem-json-for-errors": (doc) =>
    set(doc, { "application/json": {} }, "components", "responses", "Problema", "content"),
  "number-format": (doc) => set(doc, { type: "number" }, "components", "schemas", "Fatto"),
  "integer-format": (doc) => set(doc, { type: "integer" }, "components", "schemas", "Fatto"),
  "http-request-get-no-body": (doc) => set(doc, {}, "paths", "/cifre", "get", "requestBody"),
  "http-response-no-content-204-205": (doc) =>
    set(doc, { content: { "application/json": {} } }, "paths", "/cifre", "get", "responses", "204"),
  "patch-media-type": (doc) =>
    set(doc, { requestBody: { content: { "application/json": {} } } }, "paths", "/x", "patch"),
  "servers-use-https": (doc) => set(doc, [{ url: "http://x", description: "x" }], "servers"),
  "servers-description": (doc) => set(doc, [{ url: "https://x" }], "servers"),
  "no-forbidden-headers": (doc) => addParam(doc, "header", "Authorization"),
  "sec-apikeys-url": (doc) =>
    set(doc, { type: "apiKey", in: "query" }, "components", "securitySchemes", "Chiave"),
  "sec-credentials-parameters": (doc) => addParam(doc, "query", "codiceFiscale"),
  "ratelimit-429-completeness": (doc) =>
    set(doc, { "X-RateLimit-Limit": {} }, "components", "responses", "TroppeRichieste", "headers"),
  "operation-id-unique": (doc) => set(doc, "flussi", "paths", "/cifre", "get", "operationId"),
  "missing-ratelimit": (doc) =>
    set(doc, {}, "paths", "/cifre", "get", "responses", "200", "headers"),
  "missing-429": (doc) => drop(doc, "paths", "/cifre", "get", "responses", "429"),
  "missing-retry-after": (doc) =>
    drop(doc, "components", "responses", "NonDisponibile", "headers", "Retry-After"),
  "has-terms-of-service": (doc) => set(doc, "", "info", "termsOfService"),
  "has-license": (doc) => set(doc, {}, "info", "license"),
  "paths-kebab-case": (doc) => set(doc, {}, "paths", "/mieAdesioni"),
  "response-with-json-object": (doc) =>
    set(doc, { type: "array" }, "components", "schemas", "CifreRisposta"),
  "no-x-headers-request": (doc) => addParam(doc, "header", "X-Mia"),
  "no-x-headers-response": (doc) =>
    set(doc, {}, "components", "responses", "Problema", "headers", "X-Mia"),
  "has-x-api-id": (doc) => drop(doc, "info", "x-api-id"),
  "schema-names-pascal-case": (doc) => set(doc, {}, "components", "schemas", "cifre"),
  "header-names-train-case": (doc) => addParam(doc, "header", "mia-intestazione"),
  "operation-id-no-verb": (doc) => set(doc, "get-cifre", "paths", "/cifre", "get", "operationId"),
  "operation-summary": (doc) => drop(doc, "paths", "/cifre", "get", "summary"),
};

function at(doc: Node, path: readonly string[]): [Node, string] {
  const [last = "", ...before] = path.toReversed();
  const parent = before.toReversed().reduce<Node>((node, key) => {
    node[key] ??= {};
    return node[key] as Node;
  }, doc);
  return [parent, last];
}
function set(doc: Node, value: unknown, ...path: readonly string[]): void {
  const [parent, key] = at(doc, path);
  parent[key] = value;
}
function drop(doc: Node, ...path: readonly string[]): void {
  const [parent, key] = at(doc, path);
  delete parent[key];
}
function addParam(doc: Node, where: string, name: string): void {
  const [parent] = at(doc, ["paths", "/cifre", "get", "parameters"]);
  (parent["parameters"] as Node[]).push({ name, in: where, schema: { type: "string" } });
}

test("ogni regola ha la sua rottura, e ogni rottura la sua regola", () => {
  assert.deepEqual(Object.keys(ROTTURE).sort(), REGOLE.map(({ id }) => id).sort());
});

for (const [id, breakIt] of Object.entries(ROTTURE))
  test(`la regola ${id} si accorge di chi la rompe`, () => {
    const doc = documentoOpenApi(borsalavoro.descrizione, borsalavoro.rotte, { versione: "3.0.3" });
    const broken = structuredClone(doc) as Node;
    breakIt(broken);
    assert.ok(controllaDocumento(broken).some(({ regola }) => regola === id));
  });

/** Every reference leads somewhere, and every operation of the contract has its path. */
function referencesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === "$ref" ? [String(one)] : referencesOf(one),
  );
}

test("nessun riferimento va a vuoto e nessuna operazione manca", () => {
  for (const versione of VERSIONI)
    for (const { descrizione, rotte, operazioni } of API) {
      const doc = documentoOpenApi(descrizione, rotte, { versione });
      for (const path of referencesOf(doc)) {
        const parts = path.slice(2).split("/");
        const found = parts.reduce<unknown>((node, key) => (node as Node)?.[key], doc);
        assert.ok(found !== undefined, `${descrizione.nome}: ${path}`);
      }
      const paths = doc["paths"] as Readonly<Record<string, Forma>>;
      for (const op of Object.values(operazioni))
        assert.ok(op.metodo.toLowerCase() in (paths[op.percorso] ?? {}), op.percorso);
    }
});

test("OpenAPI 3.0 non contiene parole di 3.1, né il contrario", () => {
  for (const { descrizione, rotte } of API) {
    const text = (versione: (typeof VERSIONI)[number]) =>
      JSON.stringify(documentoOpenApi(descrizione, rotte, { versione }));
    assert.doesNotMatch(text("3.0.3"), /"type":\[|"const":|"type":"null"|"propertyNames"|"\$defs"/);
    assert.doesNotMatch(text("3.1.0"), /"nullable":|"\$schema"|"\$id"/);
  }
});
