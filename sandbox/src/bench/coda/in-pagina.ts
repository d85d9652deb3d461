import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { freePort } from "@staffetta/platform";
import { misuraTutti } from "./carico.ts";

const MAIN = fileURLToPath(new URL("../../../../nodes/gefo/src/main.ts", import.meta.url));
const NODO = "gefo-10";

/** The real node in a process of its own, and somebody at the desk of its first operatore. */
export async function apriPagine(url: string, chiavi: string) {
  const port = await freePort();
  const nodo = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", MAIN], {
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
  const entrato = await fetch(`${base}/accedi`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: base, "content-type": "application/x-www-form-urlencoded" },
    body: "chiave=OP-0001&poi=/lavoro",
  });
  const cookie = (entrato.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
  assert.notEqual(cookie, "");
  return {
    get: async (path: string): Promise<string> => {
      const letta = await fetch(`${base}${path}`, { headers: { cookie } });
      assert.equal(letta.status, 200, path);
      return letta.text();
    },
    post: async (path: string, corpo: Record<string, string>): Promise<Response> =>
      fetch(`${base}${path}`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie, origin: base, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(corpo).toString(),
      }),
    close: async (): Promise<void> => {
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

export const misuraPagine = (
  { get, post }: Pagine,
  seconds: number,
  conosciuto: Readonly<{ codiceFiscale: string; adesioneId: string }>,
) =>
  misuraTutti(seconds, {
    list: async () => assert.match(await get("/lavoro"), /data-lista/),
    filter: (n) => get(`/lavoro?${FILTRI[n % FILTRI.length]}`),
    name: (n) => get(`/lavoro?nome=${encodeURIComponent(NOMI[n % NOMI.length] ?? "")}`),
    cf: async () => {
      const esito = await post("/lavoro/cerca", { cerca: conosciuto.codiceFiscale });
      assert.equal(esito.headers.get("location"), `/casi/${conosciuto.adesioneId}`);
      await esito.arrayBuffer();
    },
  });
