import { Agent } from "undici";
import { PERCORSO_LOTTI } from "./lotto.ts";
import type { RichiestaFirmata, RispostaFirmata, Trasporto } from "./ports.ts";

const RECEIVE_TIMEOUT_MS = 30_000;
const HEADERS_KEPT = ["digest", "agid-jwt-signature", "authorization", "content-type"] as const;

/** Keep-alive HTTP: a connection per lane in flight, reused. */
export function trasportoHttp(): Trasporto & { close(): Promise<void> } {
  const agent = new Agent({
    keepAliveTimeout: 60_000,
    headersTimeout: RECEIVE_TIMEOUT_MS,
    bodyTimeout: RECEIVE_TIMEOUT_MS,
    connect: { timeout: 5_000 },
  });
  return {
    invia: async ({ indirizzo }, { headers, body }) => {
      const answer = await agent.request({
        origin: indirizzo,
        path: PERCORSO_LOTTI,
        method: "POST",
        headers: { ...headers },
        body,
      });
      const kept: Record<string, string> = {};
      for (const name of HEADERS_KEPT) {
        const value = answer.headers[name];
        if (typeof value === "string") kept[name] = value;
      }
      return { status: answer.statusCode, headers: kept, body: await answer.body.text() };
    },
    close: () => agent.close(),
  };
}

/** In one process, without HTTP: each partner is a function. The simulator wraps it with its faults. */
export const trasportoInProcesso = (
  nodi: ReadonlyMap<string, (richiesta: RichiestaFirmata) => Promise<RispostaFirmata>>,
): Trasporto => ({
  invia: (contratto, richiesta) => {
    const nodo = nodi.get(contratto.nome);
    if (nodo === undefined) throw new Error(`${contratto.nome} non risponde`);
    return nodo(richiesta);
  },
});
