import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Cipher } from "../cipher.ts";
import type { Clock } from "../ports.ts";

/** Who is signed in, in a sealed cookie: no server state, nothing readable or forgeable. */
export interface Sessioni<Soggetto> {
  /** Null when nobody has signed in, or the session is over. */
  leggi(c: Context): Soggetto | null;
  entra(c: Context, soggetto: Soggetto): void;
  esci(c: Context): void;
  /** Shown once, on the next page. */
  avvisa(c: Context, testo: string): void;
  prendiAvviso(c: Context): string | null;
}

const DURATION_S = 8 * 3_600;
const NOTICE_S = 60;

/** @param nome of the node: front doors on one host keep their sessions apart */
export function createSessioni<Soggetto>(options: {
  readonly nome: string;
  readonly cipher: Cipher;
  readonly clock: Clock;
}): Sessioni<Soggetto> {
  const { nome, cipher, clock } = options;
  const session = `staffetta-${nome}`;
  const notice = `staffetta-${nome}-avviso`;
  const write = (c: Context, name: string, value: unknown, maxAge: number): void =>
    setCookie(c, name, cipher.seal(JSON.stringify(value)), {
      ...{ httpOnly: true, sameSite: "Lax", path: "/", maxAge },
    });
  const read = <T>(c: Context, name: string): T | null => {
    const sealed = getCookie(c, name);
    if (sealed === undefined) return null;
    try {
      return JSON.parse(cipher.open(sealed)) as T;
    } catch {
      // Sealed by another key or altered: nobody is signed in.
      return null;
    }
  };
  return {
    leggi: (c) => {
      const known = read<{ soggetto: Soggetto; finoMs: number }>(c, session);
      return known !== null && known.finoMs > Date.parse(clock.now()) ? known.soggetto : null;
    },
    entra: (c, soggetto) => {
      const finoMs = Date.parse(clock.now()) + DURATION_S * 1000;
      write(c, session, { soggetto, finoMs }, DURATION_S);
    },
    esci: (c) => {
      deleteCookie(c, session, { path: "/" });
    },
    avvisa: (c, testo) => write(c, notice, testo, NOTICE_S),
    prendiAvviso: (c) => {
      const testo = read<string>(c, notice);
      if (testo !== null) deleteCookie(c, notice, { path: "/" });
      return testo;
    },
  };
}
