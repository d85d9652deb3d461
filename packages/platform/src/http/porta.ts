import type {
  IncomingHttpHeaders,
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from "node:http";
import { CORPO_TROPPO_GRANDE, GUASTO_INTERNO, type Guasto } from "./guasti.ts";

/** What a door of machines answers. */
export interface RispostaDiretta {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * A door for machines: POST on one path, text in and text out, with its own limit and its own credentials.
 * It stands beside the application: what a page needs (streams of the web, cookies, protections of
 * browsers) would cost as much as the rest of its work.
 */
export interface PortaDiretta {
  readonly path: string;
  /** A longer body is not read to its end. */
  readonly bytesMax: number;
  rispondi(headers: IncomingHttpHeaders, body: string): Promise<RispostaDiretta>;
  /** A defect or a fault of ours; who asked has had an answer that says so. */
  readonly onFault: (error: unknown, path: string) => void;
}

const asAnswer = (guasto: Guasto): RispostaDiretta => ({
  status: guasto.status,
  headers: { "content-type": "application/problem+json" },
  body: JSON.stringify(guasto),
});

/** Null when there is more than is read. */
function readBody(request: IncomingMessage, bytesMax: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= bytesMax) chunks.push(chunk);
      else resolve(null);
    });
    request.on("end", () => {
      const [only] = chunks;
      resolve((chunks.length === 1 && only ? only : Buffer.concat(chunks)).toString());
    });
    request.on("error", reject);
  });
}

function send(response: ServerResponse, { status, headers, body }: RispostaDiretta): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

async function answer(
  porta: PortaDiretta,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, porta.bytesMax);
  if (body !== null) return send(response, await porta.rispondi(request.headers, body));
  response.shouldKeepAlive = false;
  response.once("finish", () => request.destroy());
  send(response, asAnswer(CORPO_TROPPO_GRANDE));
}

/** Requests for one of these doors go there, the others to the application. */
export function conPorte(
  porte: readonly PortaDiretta[],
  application: RequestListener,
): RequestListener {
  if (porte.length === 0) return application;
  return (request, response) => {
    const porta = porte.find(({ path }) => path === request.url && request.method === "POST");
    if (porta === undefined) return application(request, response);
    answer(porta, request, response).catch((error: unknown) => {
      // Who has gone away hears nothing, and it is no fault of ours.
      if (request.destroyed && !request.complete) return;
      porta.onFault(error, porta.path);
      if (response.headersSent) response.destroy();
      else send(response, asAnswer(GUASTO_INTERNO));
    });
  };
}
