import assert from "node:assert/strict";
import { test } from "node:test";
import { MESSAGGI } from "../messaggi/index.ts";
import { documentoAsyncApi } from "./documento.ts";
import { VERSI } from "./versi.ts";

type Node = Record<string, unknown>;
const doc = documentoAsyncApi() as Node;

function references(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === "$ref" ? [String(one)] : references(one),
  );
}

test("il documento AsyncAPI 3.0 nomina ogni messaggio, e nessun riferimento va a vuoto", () => {
  assert.equal(doc["asyncapi"], "3.0.0");
  const messages = (doc["components"] as Node)["messages"] as Node;
  const named = Object.values(messages).map((one) => (one as Node)["name"]);
  assert.deepEqual(named.sort(), [...Object.keys(MESSAGGI), "ricevuta"].sort());
  for (const path of references(doc)) {
    const found = path
      .slice(2)
      .split("/")
      .reduce<unknown>((at, key) => (at as Node)?.[key], doc);
    assert.ok(found !== undefined, path);
  }
});

test("ogni messaggio sta nei canali dei suoi versi e in nessun altro", () => {
  const channels = doc["channels"] as Readonly<Record<string, { messages: Node }>>;
  for (const [tipo, versi] of Object.entries(VERSI)) {
    const atteso = versi.map(([da, a]) => `${da}-${a}`).sort();
    const trovato = Object.entries(channels)
      .filter(([, { messages }]) => tipo.replaceAll(".", "-") in messages)
      .map(([nome]) => nome);
    assert.deepEqual(trovato.sort(), atteso, tipo);
  }
});
