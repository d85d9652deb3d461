import type { Problema, Soggetto } from "@staffetta/contracts";
import type { RifiutoModi } from "@staffetta/cooperation/modi";
import type { Context } from "hono";
import type { Sistema } from "../accesso/configurazione.ts";
import type { RichiestaRest } from "../accesso/fornitore.ts";

/** Who is asking, once the door has looked: a person with a session, or a system with its tokens. */
export interface Chiedente {
  readonly soggetto: Soggetto;
  /** Whose bucket the request is counted in. */
  readonly chiave: string;
  readonly sistema: Sistema | null;
}
export type EsitoPorta =
  | Readonly<{ ok: true; chi: Chiedente }>
  | Readonly<{ ok: false; problema: Problema; chiave: string }>;

export interface Porta {
  readonly riconosci: (c: Context, richiesta: RichiestaRest) => Promise<EsitoPorta>;
  /** Leaves an alarm on the desk and gives the problem to answer with. */
  readonly respingi: (chi: string, rifiuto: RifiutoModi) => Promise<Problema>;
  /** Headers that sign an answer for a system that signs its requests. */
  readonly firma: (
    sistema: Sistema,
    body: string,
    headers: Readonly<Record<string, string>>,
  ) => Readonly<Record<string, string>>;
}

/** A route that is not an operation: another face of the node (SPDCI, for one), on the same door. */
export interface RottaNodo {
  readonly metodo: "GET" | "POST";
  readonly percorso: `/${string}`;
  readonly rispondi: (richiesta: RichiestaRest) => Promise<RispostaNodo>;
}
export interface RispostaNodo {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function richiestaDi(c: Context, body: string): RichiestaRest {
  const headers: Record<string, string> = {};
  for (const [name, value] of c.req.raw.headers) headers[name.toLowerCase()] = value;
  return { metodo: c.req.method, percorso: c.req.path, headers, body };
}

/** The address of whoever is at the other end of the connection. */
export function indirizzoDi(c: Context): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? "locale";
}
