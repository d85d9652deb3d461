import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { GUASTO_INTERNO, type Guasto, NON_TROVATA, RICHIESTA_RESPINTA } from "./guasti.ts";
import { conPorte, type PortaDiretta } from "./porta.ts";

export interface AppOptions {
  readonly nome: string;
  /** Bytes that a request may carry; a batch of messages is the largest. */
  readonly bodyBytesMax?: number;
  /** Faults, for the operator's log. Never personal data. */
  readonly onFault: (error: unknown, path: string) => void;
  readonly renderGuasto: (guasto: Guasto) => string;
  /**
   * Routes of machines that have their own door (their limits, their credentials): mounted before the
   * protections made for browsers.
   */
  readonly prima?: (app: Hono) => void;
}

/** What one request may carry at most, unless its door says otherwise. */
export const BODY_BYTES_MAX = 16 * 1024 * 1024;

/** A request with more bytes than these is not read to its end; one that asks has no body to look for. */
function limitBody(bytesMax: number = BODY_BYTES_MAX): MiddlewareHandler {
  const limit = bodyLimit({ maxSize: bytesMax });
  return (c, next) => (c.req.method === "GET" ? next() : limit(c, next));
}

function answer(c: Context, guasto: Guasto, render: (guasto: Guasto) => string): Response {
  const status = guasto.status as 500;
  const wantsPage = c.req.header("accept")?.includes("text/html") ?? false;
  if (wantsPage) return c.html(render(guasto), status);
  return c.body(JSON.stringify(guasto), status, { "content-type": "application/problem+json" });
}

/** Our own styles and small modules, which a page works without; nothing from elsewhere. */
const CSP = [
  ...["default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:"],
  ...["font-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"],
].join("; ");
const PROTEZIONI = Object.entries({
  "content-security-policy": CSP,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "SAMEORIGIN",
  "x-permitted-cross-domain-policies": "none",
  "x-xss-protection": "0",
});

/**
 * What a browser is told with every answer, before there is one: headers added to an answer that is made
 * cost a copy of it. On the socket they hold for whatever answers, also for what made its own answer.
 */
const proteggi: MiddlewareHandler<{ Bindings: Partial<HttpBindings> }> = (c, next) => {
  const { outgoing } = c.env ?? {};
  for (const [nome, valore] of PROTEZIONI)
    if (outgoing === undefined) c.header(nome, valore);
    else outgoing.setHeader(nome, valore);
  return next();
};

/** An application with the protections that every node has; the node mounts its own routes on it. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  const { onFault, renderGuasto } = options;
  options.prima?.(app);
  app.use(proteggi);
  app.use(csrf());
  app.use(limitBody(options.bodyBytesMax));
  app.notFound((c) => answer(c, NON_TROVATA, renderGuasto));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500)
      return answer(c, { ...RICHIESTA_RESPINTA, status: error.status }, renderGuasto);
    onFault(error, c.req.path);
    return answer(c, GUASTO_INTERNO, renderGuasto);
  });
  app.get("/salute", (c) => c.json({ nodo: options.nome, stato: "in funzione" }));
  mountStatic(app);
  return app;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};
const ASSET_MAX_AGE_S = 86_400;

/** /statico/bootstrap-italia/… from the installed package: nothing is fetched from elsewhere. */
function mountStatic(app: Hono): void {
  const entry = fileURLToPath(import.meta.resolve("bootstrap-italia/package.json"));
  const root = join(entry, "..", "dist");
  const base = "/statico/bootstrap-italia/";
  app.get(`${base}*`, async (c) => {
    const path = normalize(join(root, c.req.path.slice(base.length)));
    const type = TYPES[extname(path)];
    if (!path.startsWith(root) || type === undefined) return c.notFound();
    const file = await readFile(path).catch(() => null);
    if (file === null) return c.notFound();
    return c.body(new Uint8Array(file), 200, {
      "content-type": type,
      "cache-control": `public, max-age=${ASSET_MAX_AGE_S}`,
    });
  });
}

/** For mutual TLS: who calls must show a certificate that one of `ca` has issued, or that is one of them. */
export interface TlsOptions {
  readonly cert: string;
  readonly key: string;
  readonly ca: readonly string[];
}

export interface ServeOptions {
  readonly tls?: TlsOptions | undefined;
  /** Doors of machines that stand beside the application. */
  readonly porte?: readonly PortaDiretta[];
}

/** Listens on every address of this machine until `close`, which lets open requests end. */
export async function serve(
  app: Hono,
  port: number,
  { tls, porte = [] }: ServeOptions = {},
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const listener = conPorte(porte, getRequestListener(app.fetch));
  const server: Server =
    tls === undefined
      ? createServer(listener)
      : createTlsServer(
          { ...tls, ca: [...tls.ca], requestCert: true, rejectUnauthorized: true },
          listener,
        );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve());
  });
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  return {
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
