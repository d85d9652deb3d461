import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import type { Soggetto } from "@staffetta/contracts";
import { mountOperazioni } from "@staffetta/nodo";
import { createApp, EICAR, serve } from "@staffetta/platform";
import { buona, conDote, type GefoDiProva, gefoDiProva, unCaso } from "../fixtures.ts";

let gefo: GefoDiProva;
let base: string;
let origin: string;
let soggetto: Soggetto;
let close: () => Promise<void>;
before(async () => {
  gefo = await gefoDiProva();
  const app = createApp({ nome: "gefo", onFault: () => undefined, renderGuasto: () => "" });
  mountOperazioni(app, "gefo", gefo.parte, () => soggetto);
  const server = await serve(app, 0);
  origin = `http://127.0.0.1:${server.port}`;
  base = `${origin}/api/v1`;
  close = server.close;
  soggetto = gefo.addetto("OP-0001");
});
after(async () => {
  await close();
  await gefo.close();
});

const PDF = `%PDF-1.7 registro di maggio ${"x".repeat(5_000)}`;

function modulo(adesioneId: string, contenuto: string, nome = "registro.pdf"): FormData {
  const form = new FormData();
  form.set("chiave", gefo.uuid());
  form.set("adesioneId", adesioneId);
  form.set("titolo", "Registro di maggio");
  form.set("file", new Blob([contenuto]), nome);
  return form;
}
const manda = (form: FormData): Promise<Response> =>
  fetch(`${base}/caso/allegati`, { method: "POST", body: form, headers: { origin } });
const quanti = async (): Promise<readonly [number, number]> =>
  gefo.uow.transaction(async (stores) => [
    (await stores.allegati.all()).length,
    (await stores.allegatiContenuti.all()).length,
  ]);

test("allegati: ciò che entra esce uguale byte per byte, sigillato nel database, e la lettura è annotata", async () => {
  const { adesioneId } = await unCaso(gefo, "OP-0001");
  const entrato = await manda(modulo(adesioneId, PDF, "../../registro maggio.exe"));
  assert.equal(entrato.status, 200, await entrato.clone().text());
  const allegato = (await entrato.json()) as { allegatoId: string; sha256: string; nome: string };
  assert.equal(allegato.sha256, createHash("sha256").update(PDF).digest("hex"));
  assert.equal(allegato.nome, "registro maggio.pdf");

  const uscito = await fetch(`${base}/allegati/contenuto?allegatoId=${allegato.allegatoId}`);
  assert.equal(await uscito.text(), PDF);
  assert.equal(uscito.headers.get("content-type"), "application/pdf");
  assert.equal(uscito.headers.get("x-content-type-options"), "nosniff");
  assert.match(uscito.headers.get("content-disposition") ?? "", /^attachment; filename\*=UTF-8/);
  const { kept, letture } = await gefo.uow.transaction(async (stores) => ({
    kept: await stores.allegatiContenuti.get(allegato.allegatoId),
    letture: await stores.letture.all(),
  }));
  assert.ok(kept !== null && !Buffer.from(kept.sigillato).includes("registro di maggio"));
  assert.ok(letture.some((una) => una.adesioneId === adesioneId));
});

test("allegati: vuoto, infetto, di altro tipo e troppo grande non entrano, e il campo lo dice", async () => {
  const { adesioneId } = await unCaso(gefo, "OP-0001");
  const prima = await quanti();
  const casi = [
    ["", 422, "allegato.vuoto"],
    [`%PDF-1.7 ${EICAR}`, 422, "allegato.infetto"],
    ["MZ un programma", 422, "allegato.tipo-non-ammesso"],
    [`%PDF-1.7${"x".repeat(5 * 1024 * 1024)}`, 413, "allegato.troppo-grande"],
    [`%PDF-1.7${"x".repeat(11 * 1024 * 1024)}`, 413, "corpo-troppo-grande"],
  ] as const;
  for (const [contenuto, status, code] of casi) {
    const risposta = await manda(modulo(adesioneId, contenuto));
    const problema = (await risposta.json()) as { type: string; errori?: { campo: string }[] };
    assert.equal(risposta.status, status, code);
    assert.equal(problema.type, `urn:staffetta:${code}`);
    if (code.startsWith("allegato")) assert.equal(problema.errori?.[0]?.campo, "file");
  }
  assert.deepEqual(await quanti(), prima);
  // The server closes the connection of a body that it stopped reading: the pool must notice.
  await fetch(`${origin}/salute`).catch(() => undefined);
});

test("allegati: un invio tagliato a metà non lascia niente", async () => {
  const { adesioneId } = await unCaso(gefo, "OP-0001");
  const prima = await quanti();
  const request = new Request(`${base}/caso/allegati`, {
    ...{ method: "POST", body: modulo(adesioneId, PDF) },
  });
  const body = Buffer.from(await request.arrayBuffer());
  const { port } = new URL(base);
  const socket = connect(Number(port), "127.0.0.1");
  const type = request.headers.get("content-type") ?? "";
  const head = [
    "POST /api/v1/caso/allegati HTTP/1.1",
    `Host: 127.0.0.1:${port}`,
    `Origin: ${origin}`,
    `Content-Type: ${type}`,
    `Content-Length: ${body.length}`,
  ];
  socket.on("error", () => undefined);
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  const half = body.subarray(0, Math.floor(body.length / 2));
  socket.write(half, () => socket.destroy());
  await new Promise((resolve) => socket.once("close", resolve));
  const monco = await fetch(`${base}/caso/allegati`, {
    ...{ method: "POST", body: new Uint8Array(half) },
    headers: { origin, "content-type": type },
  });
  assert.equal(monco.status, 400);
  assert.deepEqual(await quanti(), prima);
});

test("allegati: lo stesso modulo inviato due volte conserva un file solo", async () => {
  const { adesioneId } = await unCaso(gefo, "OP-0001");
  const form = modulo(adesioneId, PDF);
  const prima = await quanti();
  const [a, b] = [await manda(form), await manda(form)];
  assert.deepEqual([a.status, b.status], [200, 200]);
  assert.deepEqual(await a.json(), await b.json());
  assert.deepEqual(await quanti(), [prima[0] + 1, prima[1] + 1]);
});

test("allegati: chi non segue il caso non carica, non elenca e non scarica; il giovane e chi non è entrato nemmeno", async () => {
  const { adesioneId } = await unCaso(gefo, "OP-0001");
  const { allegatoId } = (await (await manda(modulo(adesioneId, PDF))).json()) as {
    allegatoId: string;
  };
  const prove: readonly (readonly [Soggetto, number, number, number])[] = [
    [gefo.addetto("OP-0001"), 200, 200, 200],
    [gefo.addetto("OP-0002"), 404, 404, 404],
    [gefo.regione(), 403, 200, 200],
    [{ ruolo: "anonimo" }, 401, 401, 401],
  ];
  for (const [chi, carica, elenca, scarica] of prove) {
    soggetto = chi;
    const esiti = [
      (await manda(modulo(adesioneId, PDF))).status,
      (await fetch(`${base}/caso/allegati?adesioneId=${adesioneId}`)).status,
      (await fetch(`${base}/allegati/contenuto?allegatoId=${allegatoId}`)).status,
    ];
    assert.deepEqual(esiti, [carica, elenca, scarica], chi.ruolo);
  }
  soggetto = gefo.addetto("OP-0001");
});

test("chi eroga per un altro operatore porta le prove dei suoi servizi, e di quel caso non vede altro", async () => {
  const [MIO, ALTRO, TERZO] = ["OP-0001", "OP-0002", "OP-0003"] as const;
  const { adesioneId, servizi } = await conDote(gefo, MIO, [
    { misura: "1-C", oreUnita: 2, erogatoreId: ALTRO },
    { misura: "2-A", oreUnita: 10 },
  ]);
  const [suo = "", altrui = ""] = servizi;
  const carica = (chi: string, servizioId: string) =>
    gefo.come(gefo.addetto(chi, ["erogatore"])).caricaAllegato({
      ...{ chiave: gefo.uuid(), adesioneId, servizioId, titolo: `Relazione di ${chi}` },
      file: { nome: "relazione.pdf", contenuto: new TextEncoder().encode(PDF) },
    });
  const codice = (esito: Awaited<ReturnType<typeof carica>>): string =>
    esito.ok ? "ok" : esito.problema.type.replace("urn:staffetta:", "");
  assert.equal(codice(await carica(ALTRO, suo)), "ok");
  assert.equal(codice(await carica(ALTRO, altrui)), "servizio.sconosciuto");
  assert.equal(codice(await carica(ALTRO, "")), "servizio.sconosciuto");
  assert.equal(codice(await carica(TERZO, suo)), "caso.sconosciuto");
  for (const servizio of [altrui, "", suo]) assert.equal(codice(await carica(MIO, servizio)), "ok");
  const vede = async (chi: string) => {
    const letti = await gefo.come(gefo.addetto(chi)).allegati({ adesioneId });
    return letti.ok ? letti.valore.allegati.map(({ servizioId }) => servizioId).sort() : [];
  };
  assert.deepEqual(await vede(ALTRO), [suo, suo]);
  assert.equal((await vede(MIO)).length, 4);
  assert.deepEqual(await vede(TERZO), []);
  const { allegati } = await buona(gefo.come(gefo.addetto(MIO)).allegati({ adesioneId }));
  for (const { allegatoId, servizioId } of allegati) {
    const letto = await gefo.come(gefo.addetto(ALTRO)).scaricaAllegato({ allegatoId });
    assert.equal(letto.ok, servizioId === suo, String(servizioId));
  }
});
