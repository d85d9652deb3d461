import type { Transporter } from "nodemailer";
import type { EsitoVettore, Vettore } from "./ports.ts";

const CONNECT_MS = 10_000;
const SOCKET_MS = 30_000;
const PERMANENT_MIN = 500;
const REPLY_MAX = 200;

/** The words of the server without the address they may repeat. */
const senza = (text: string, a: string): string =>
  text.replaceAll(a, "…").replaceAll(/\s+/g, " ").slice(0, REPLY_MAX);

function esitoDi(error: unknown, a: string): EsitoVettore {
  if (!(error instanceof Error)) return { esito: "guasto", risposta: "errore sconosciuto" };
  const { responseCode } = error as Error & { responseCode?: number };
  const esito = (responseCode ?? 0) >= PERMANENT_MIN ? "rifiutata" : "guasto";
  return { esito, risposta: senza(error.message, a) };
}

export interface OpzioniSmtp {
  /** smtp://user:password@host:port, or smtps:// */
  readonly url: string;
  /** "Garanzia Giovani <avvisi@esempio.it>" */
  readonly mittente: string;
  /** True: refuses to speak without encryption. */
  readonly tls: boolean;
}

/** E-mail. The Message-ID is the letter's own: a letter sent twice is one letter in the mailbox. */
export function vettoreSmtp({ url, mittente, tls }: OpzioniSmtp): Vettore {
  const { hostname, port, protocol, username, password } = new URL(url);
  const domain = /@([^>\s]+)/.exec(mittente)?.[1] ?? hostname;
  // Loaded with the first letter, and the connections are kept from then on.
  let posta: Promise<Transporter> | null = null;
  const apri = async (): Promise<Transporter> => {
    const { createTransport } = await import("nodemailer");
    return createTransport({
      ...{ host: hostname, secure: protocol === "smtps:", requireTLS: tls, pool: true },
      port: Number(port) || (protocol === "smtps:" ? 465 : 587),
      ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SOCKET_MS },
      ...(username === ""
        ? {}
        : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    });
  };
  return {
    nome: "smtp",
    invia: async ({ id, a, oggetto, testo, allegati = [] }) => {
      try {
        posta ??= apri();
        const { response = "" } = await (await posta).sendMail({
          ...{ from: mittente, to: { name: "", address: a }, subject: oggetto, text: testo },
          messageId: `<${id}@${domain}>`,
          // Nobody's holiday answer is wanted; a return of the letter is.
          headers: { "Auto-Submitted": "auto-generated" },
          disableFileAccess: true,
          disableUrlAccess: true,
          attachments: allegati.map(({ nome, tipo, contenuto }) => ({
            ...{ filename: nome, contentType: tipo, content: contenuto },
          })),
        });
        return { esito: "inviata", risposta: senza(response, a) };
      } catch (error) {
        return esitoDi(error, a);
      }
    },
    close: () => void posta?.then((aperta) => aperta.close()),
  };
}
