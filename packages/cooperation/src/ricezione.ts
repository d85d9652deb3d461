import { PERCORSO_LOTTI } from "./lotto.ts";
import type { RichiestaFirmata, RispostaFirmata } from "./ports.ts";

/** The part of a web framework's context that the endpoint needs (Hono's fits). */
interface RichiestaHttp {
  readonly req: {
    text(): Promise<string>;
    header(name: string): string | undefined;
  };
  body(text: string, status: number, headers: Record<string, string>): Response;
}
interface Rotte {
  post(path: string, handler: (c: never) => Promise<Response>): unknown;
}

const HEADERS = ["digest", "agid-jwt-signature", "authorization"] as const;

/** Who says to be writing: believed only after the signature has been checked with that partner's key. */
function mittenteOf(body: string): string {
  try {
    const line = JSON.parse(body.slice(0, body.indexOf("\n"))) as { mittente?: unknown } | null;
    return typeof line?.mittente === "string" ? line.mittente.slice(0, 60) : "";
  } catch {
    return "";
  }
}

/** POST /cooperazione/v1/lotti */
export function montaRicezione(
  app: Rotte,
  nodo: string,
  ricevi: (richiesta: RichiestaFirmata) => Promise<RispostaFirmata>,
): void {
  app.post(PERCORSO_LOTTI, async (c: RichiestaHttp) => {
    const body = await c.req.text();
    const headers: Record<string, string> = {};
    for (const name of HEADERS) {
      const value = c.req.header(name);
      if (value !== undefined) headers[name] = value;
    }
    const richiesta = { mittente: mittenteOf(body), destinatario: nodo, headers, body };
    const risposta = await ricevi(richiesta);
    return c.body(risposta.body, risposta.status, { ...risposta.headers });
  });
}
