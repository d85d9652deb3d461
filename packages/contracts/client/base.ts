/** What the generated clients share: one HTTP call. It needs nothing but `fetch`. */

/** A request just before it leaves: whoever signs or authenticates adds its headers here. */
export interface RichiestaCliente {
  readonly metodo: "GET" | "POST";
  /** Whole address, query included. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text of the body; "" when there is none, or when it is a form with files. */
  readonly body: string;
}

export interface OpzioniCliente {
  /** Of the API, for example http://localhost:8082/api/v1 */
  readonly indirizzo: string;
  /** Headers to add: token, signature, tracking evidence. */
  readonly prepara?: (
    richiesta: RichiestaCliente,
  ) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
}

export interface ProblemaCliente {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly rimedio?: string;
  readonly errori?: readonly Readonly<{ campo: string; messaggio: string }>[];
  readonly fatti?: Readonly<Record<string, unknown>>;
}

export type RispostaCliente<T> =
  | Readonly<{ ok: true; status: number; valore: T; headers: Headers; testo: string }>
  | Readonly<{
      ok: false;
      status: number;
      problema: ProblemaCliente;
      headers: Headers;
      testo: string;
    }>;

/** The answer to a request that is carried out later. */
export interface Accolta {
  readonly richiesta: string;
}
export interface OpzioniChiamata {
  /** Where the answer goes when it is ready (X-ReplyTo). */
  readonly rispondiA?: string;
}

export interface Chiamata {
  readonly metodo: "GET" | "POST";
  readonly percorso: string;
  readonly ingresso: unknown;
  readonly file: boolean;
}

function withQuery(url: string, ingresso: unknown): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((ingresso ?? {}) as Record<string, unknown>))
    if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  return text === "" ? url : `${url}?${text}`;
}

const SENZA_PROBLEMA = (status: number): ProblemaCliente => ({
  ...{ type: "about:blank", title: "La risposta non si legge", status },
  detail: "Chi ha risposto non ha spiegato perché.",
});

function problemaOf(testo: string, status: number): ProblemaCliente {
  try {
    return JSON.parse(testo) as ProblemaCliente;
  } catch {
    return SENZA_PROBLEMA(status);
  }
}

export async function chiama<T>(
  opzioni: OpzioniCliente,
  { metodo, percorso, ingresso, file }: Chiamata,
  chiamata: OpzioniChiamata = {},
): Promise<RispostaCliente<T>> {
  const isGet = metodo === "GET";
  const base = `${opzioni.indirizzo.replace(/\/$/, "")}${percorso}`;
  const url = isGet ? withQuery(base, ingresso) : base;
  const form = ingresso instanceof FormData ? ingresso : null;
  const body = isGet || form !== null ? "" : JSON.stringify(ingresso ?? {});
  const headers: Record<string, string> = {
    accept: "application/json, application/problem+json",
    ...(body === "" ? {} : { "content-type": "application/json" }),
    ...(chiamata.rispondiA === undefined ? {} : { "x-replyto": chiamata.rispondiA }),
  };
  const altre = (await opzioni.prepara?.({ metodo, url, headers, body })) ?? {};
  const answer = await fetch(url, {
    ...{ method: metodo, headers: { ...headers, ...altre }, redirect: "error" },
    ...(isGet ? {} : { body: form ?? body }),
  });
  const { status } = answer;
  if (answer.ok && file)
    return {
      ok: true,
      status,
      valore: (await answer.blob()) as T,
      headers: answer.headers,
      testo: "",
    };
  const testo = await answer.text();
  if (answer.ok)
    return { ok: true, status, valore: JSON.parse(testo) as T, headers: answer.headers, testo };
  return { ok: false, status, problema: problemaOf(testo, status), headers: answer.headers, testo };
}
