import { createHash } from "node:crypto";
import type { Problema, Soggetto } from "@staffetta/contracts";
import type { FileRicevuto } from "@staffetta/platform";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

/** What a form brought. */
export interface Modulo {
  readonly testi: Readonly<Record<string, string>>;
  readonly file: Readonly<Record<string, FileRicevuto>>;
}

/**
 * A form that carries a key, beside the last one that this browser sent.
 * After "back" a browser may ask for the page anew (hence another key, same words) or show it as it was
 * (same key, maybe other words): in the first case the key is the one of then, in the second it is refused.
 */
export interface Invio {
  readonly come: "nuovo" | "di-nuovo" | "cambiato";
  readonly chiave: string;
  readonly impronta: string;
}

const COOKIE = "staffetta-ultimo-invio";
/** Who goes back does so at once; later the same words are another act. */
const RICORDA_S = 180;

function improntaDi(c: Context, soggetto: Soggetto, { testi, file }: Modulo): string {
  const hash = createHash("sha256").update(JSON.stringify([c.req.path, soggetto]));
  const { chiave: _, ...parole } = testi;
  hash.update(JSON.stringify(Object.entries(parole)));
  for (const [nome, { contenuto }] of Object.entries(file)) hash.update(nome).update(contenuto);
  return hash.digest("base64url");
}

export function leggiInvio(c: Context, soggetto: Soggetto, modulo: Modulo): Invio | null {
  const { chiave } = modulo.testi;
  if (chiave === undefined) return null;
  const impronta = improntaDi(c, soggetto, modulo);
  const [prima = "", primaImpronta = ""] = (getCookie(c, COOKIE) ?? "").split(".");
  if (impronta === primaImpronta) return { come: "di-nuovo", chiave: prima, impronta };
  return { come: chiave === prima ? "cambiato" : "nuovo", chiave, impronta };
}

export const ricordaInvio = (c: Context, { chiave, impronta }: Invio): void =>
  setCookie(c, COOKIE, `${chiave}.${impronta}`, {
    ...{ httpOnly: true, sameSite: "Lax", path: "/", maxAge: RICORDA_S },
  });

export const GIA_INVIATO =
  "L'avevi già inviato: è registrato una volta sola. Se ti serve davvero due volte, aspetta tre minuti.";

export const INVIATO_E_CAMBIATO: Problema = {
  type: "urn:staffetta:gia-inviato",
  title: "Questo modulo l'avevi già inviato",
  status: 409,
  detail:
    "Sei tornato indietro e hai cambiato qualcosa: vale ancora quello che avevi inviato prima.",
  rimedio: "Guarda che cosa è già registrato. Se questo è in più, invia di nuovo.",
};
