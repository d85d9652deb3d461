import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { Hono } from "hono";
import { serve } from "./app.ts";
import type { PortaDiretta } from "./porta.ts";

const faults: unknown[] = [];
const porta: PortaDiretta = {
  path: "/porta",
  bytesMax: 1_000,
  rispondi: async (headers, body) => {
    if (body === "guasto") throw new Error("un difetto");
    return { status: 200, headers: { "x-tipo": String(headers["content-type"]) }, body };
  },
  onFault: (error) => void faults.push(error),
};

let server: Awaited<ReturnType<typeof serve>>;
before(async () => {
  const app = new Hono();
  app.get("/porta", (c) => c.text("la pagina"));
  server = await serve(app, 0, { porte: [porta] });
});
after(() => server.close());

const post = (body: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}/porta`, { method: "POST", body });

test("la porta prende solo il suo percorso e il suo verbo, e i byte tornano com'erano", async () => {
  const risposta = await post("città\nè");
  assert.equal(risposta.status, 200);
  assert.match(risposta.headers.get("x-tipo") ?? "", /text\/plain/);
  assert.equal(await risposta.text(), "città\nè");
  const pagina = await fetch(`http://127.0.0.1:${server.port}/porta`);
  assert.equal(await pagina.text(), "la pagina");
});

test("un corpo oltre il limite è rifiutato e la porta resta aperta agli altri", async () => {
  const risposta = await post("x".repeat(100_000));
  assert.equal(risposta.status, 413);
  assert.equal((await risposta.json()).type, "urn:staffetta:corpo-troppo-grande");
  assert.equal((await post("y".repeat(1_000))).status, 200);
});

test("un difetto è detto a chi tiene il nodo, e chi chiede ha una risposta", async () => {
  const risposta = await post("guasto");
  assert.equal(risposta.status, 500);
  assert.ok((await risposta.json()).rimedio.length > 0, "dice che cosa fare");
  assert.equal(faults.length, 1);
});

test("una richiesta tagliata a metà non è un guasto e non ferma niente", async () => {
  const before = faults.length;
  await new Promise<void>((resolve) => {
    const socket = connect(server.port, "127.0.0.1", () => {
      socket.write("POST /porta HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nmezzo");
      setTimeout(() => {
        socket.destroy();
        resolve();
      }, 20);
    });
  });
  assert.equal((await post("dopo")).status, 200);
  assert.equal(faults.length, before);
});
