import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { flagsDiNode, freePort } from "@staffetta/platform";
import { Agent, request } from "undici";
import { CLIENTI, misura, misuraTutti } from "./carico.ts";

const MAIN = fileURLToPath(new URL("../../../../nodes/gefo/src/main.ts", import.meta.url));
const NODO = "gefo-10";

const CONTROLLA_OGNI = 50;
const NODO_FREDDO_S = 3;
/** Of two answers to the same question: a case that changed meanwhile, a key of another length. */
const BYTES_DIVERSI = 500;

/** The status, and how many bytes came. */
const conta = (dispatcher: Agent, origin: string, path: string, cookie: string) =>
  new Promise<{ status: number; bytes: number }>((resolve, reject) => {
    let [status, bytes] = [0, 0];
    dispatcher.dispatch(
      { origin, path, method: "GET", headers: { cookie } },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_c, statusCode) => {
          status = statusCode;
        },
        onResponseData: (_c, chunk) => {
          bytes += chunk.byteLength;
        },
        onResponseEnd: () => resolve({ status, bytes }),
        onResponseError: (_c, error) => reject(error),
      },
    );
  });

/** The real node in a process of its own, and somebody at the desk of its first operatore. */
export async function apriPagine(url: string, chiavi: string) {
  const port = await freePort();
  const nodo = spawn(process.execPath, [...flagsDiNode(), MAIN], {
    env: {
      ...{ STAFFETTA_DATABASE_URL: url, STAFFETTA_PORT: String(port), STAFFETTA_NODO: NODO },
      ...{ STAFFETTA_REGIONE: "10", STAFFETTA_PARTNER: "[]", STAFFETTA_CHIAVI: chiavi },
      ...{ STAFFETTA_SVILUPPO: "1", STAFFETTA_INDIRIZZI: "{}" },
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await Promise.race([
    once(nodo, "message"),
    once(nodo, "exit").then(() => Promise.reject(new Error("il nodo non parte"))),
  ]);
  const base = `http://127.0.0.1:${port}`;
  const dispatcher = new Agent({ connections: CLIENTI });
  const modulo = { origin: base, "content-type": "application/x-www-form-urlencoded" };
  const invia = (path: string, headers: Record<string, string>, corpo: Record<string, string>) =>
    request(`${base}${path}`, {
      ...{ method: "POST", dispatcher, headers: { ...modulo, ...headers } },
      body: new URLSearchParams(corpo).toString(),
    });
  const entra = async (chiave: string): Promise<string> => {
    const { headers, body } = await invia("/accedi", {}, { chiave, poi: "/" });
    await body.dump();
    const cookie = [headers["set-cookie"] ?? []].flat()[0]?.split(";")[0] ?? "";
    assert.notEqual(cookie, "", chiave);
    return cookie;
  };
  const [addetto, regione] = [await entra("OP-0001"), await entra("istruttoria")];
  const leggi = async (path: string, cookie: string): Promise<string> => {
    const letta = await request(`${base}${path}`, { dispatcher, headers: { cookie } });
    assert.equal(letta.statusCode, 200, path);
    return letta.body.text();
  };
  const lette = new Map<string, { volte: number; bytes: number }>();
  /**
   * Whole the first time and now and then, when it is checked and its length kept; the other times only
   * counted: who asks takes as little as it can of the cores of who answers.
   */
  const get = async (path: string, cookie: string, dice: RegExp): Promise<void> => {
    const nota = lette.get(path) ?? { volte: 0, bytes: 0 };
    lette.set(path, nota);
    if (nota.volte++ % CONTROLLA_OGNI === 0) {
      const testo = await leggi(path, cookie);
      assert.match(testo, dice, path);
      nota.bytes = Buffer.byteLength(testo);
      return;
    }
    const { status, bytes } = await conta(dispatcher, base, path, cookie);
    assert.equal(status, 200, path);
    if (nota.bytes > 0) assert.ok(Math.abs(bytes - nota.bytes) <= BYTES_DIVERSI, path);
  };
  return {
    get: (path: string, dice: RegExp) => get(path, addetto, dice),
    getRegione: (path: string, dice: RegExp) => get(path, regione, dice),
    /** Where the answer sends who has posted. */
    post: async (path: string, corpo: Record<string, string>): Promise<unknown> => {
      const { headers, body } = await invia(path, { cookie: addetto }, corpo);
      await body.dump();
      return headers["location"];
    },
    close: async (): Promise<void> => {
      await dispatcher.close();
      nodo.kill("SIGTERM");
      await once(nodo, "exit");
    },
  };
}
type Pagine = Awaited<ReturnType<typeof apriPagine>>;

const FILTRI = [
  "vista=da-convocare",
  "assegnatario=senza",
  "fascia=3",
  "minori=si",
  "vista=da-chiudere",
];
const NOMI = ["ro", "vallechiara", "D'Amico", "de gasperi", "f"];

export async function misuraPagine(
  { get, getRegione, post }: Pagine,
  seconds: number,
  caricati: Readonly<{ codiceFiscale: string; adesioneId: string; operatori: number }>,
) {
  const list = () => get("/lavoro", /data-lista/);
  // A node that has just started is slower for some seconds: whoever comes first would pay for all.
  await misura(NODO_FREDDO_S, list);
  return misuraTutti(seconds, {
    list,
    filter: (n) => get(`/lavoro?${FILTRI[n % FILTRI.length]}`, /<h1>Chi chiamare oggi/),
    name: (n) => get(`/lavoro?nome=${encodeURIComponent(NOMI[n % NOMI.length] ?? "")}`, /<h1>Chi/),
    cf: async () => {
      const vai = await post("/lavoro/cerca", { cerca: caricati.codiceFiscale });
      assert.equal(vai, `/casi/${caricati.adesioneId}`);
    },
    // A row for each, whatever the node calls those that it knows already.
    region: () => getRegione("/code", new RegExp(`(?:<tr>[^]*?){${caricati.operatori + 1}}`)),
  });
}
