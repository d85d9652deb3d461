import type { z } from "zod";
import { illeggibili } from "./caratteri.ts";
import { nonTrovato } from "./non-trovato.ts";
import type { Problema } from "./problema.ts";
import {
  type Ammessi,
  FUNZIONI_OPERATORE,
  FUNZIONI_REGIONE,
  haFunzione,
  type Soggetto,
} from "./soggetto.ts";

/**
 * One thing that somebody may ask of a node. It is the single source of the type, the validator, the
 * REST route with its OpenAPI entry, the role check, and the form of the page that calls it.
 */
export interface Operazione<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends Ammessi {
  readonly id: string;
  /** Sentence for the API manual. */
  readonly sommario: string;
  /** GET operations change nothing but the log of reads. */
  readonly metodo: "GET" | "POST";
  /** Kebab-case, below /api/v1; no personal data may appear in it. */
  readonly percorso: `/${string}`;
  /** "multipart": the request is a form with files, each field of `ingresso` a field of it. */
  readonly richiesta?: "multipart";
  /** "file": the answer is a `FileInUscita`, sent as bytes to be saved. */
  readonly risposta?: "file";
  readonly ingresso: I;
  readonly uscita: O;
  /** May take long: a system that names an address in X-ReplyTo is answered there, when it is ready. */
  readonly differibile?: true;
}

export type Operazioni = Readonly<Record<string, Operazione>>;

export const operazione = <I extends z.ZodType, O extends z.ZodType>(
  spec: Operazione<I, O>,
): Operazione<I, O> => spec;

/** What an operation answers: a value, or a problem that a person can read. */
export type Risposta<T> =
  | Readonly<{ ok: true; valore: T }>
  | Readonly<{ ok: false; problema: Problema }>;

/** The node's side: parsed input in, answer out. Role and shape have been checked before the call. */
export type Implementazione<Ops extends Operazioni> = {
  readonly [K in keyof Ops]: (
    soggetto: Soggetto,
    ingresso: z.output<Ops[K]["ingresso"]>,
  ) => Promise<Risposta<z.output<Ops[K]["uscita"]>>>;
};

/** The caller's side (a page, a test, the demo loader): raw input, checked on the way in. */
export type Cliente<Ops extends Operazioni> = {
  readonly [K in keyof Ops]: (ingresso: unknown) => Promise<Risposta<z.output<Ops[K]["uscita"]>>>;
};

const NON_AUTORIZZATO = {
  type: "urn:staffetta:accesso-non-consentito",
  title: "Non puoi fare questa operazione",
  detail: "Il tuo profilo non permette questa operazione.",
} as const;

const DESCRIZIONI = { ...FUNZIONI_OPERATORE, ...FUNZIONI_REGIONE } as const;

/** Role, then function; and an auditor changes nothing, whatever an operation says. */
export function checkRuolo(op: Operazione, soggetto: Soggetto): Problema | null {
  const { ruolo } = soggetto;
  const scrive = ruolo === "revisore" && op.metodo !== "GET";
  if (!op.ruoli.includes(ruolo) || scrive) {
    const anonimo = ruolo === "anonimo";
    return {
      ...NON_AUTORIZZATO,
      status: anonimo ? 401 : 403,
      rimedio: anonimo ? "Accedi e riprova." : "Torna indietro, o accedi con un altro profilo.",
      fatti: { ruolo, ammessi: op.ruoli },
    };
  }
  if (haFunzione(op, soggetto)) return null;
  const funzioni = op.funzioni ?? [];
  return {
    ...NON_AUTORIZZATO,
    status: 403,
    detail: "Questa operazione spetta a un'altra funzione.",
    rimedio: `Può farla: ${funzioni.map((una) => DESCRIZIONI[una]).join("; ")}.`,
    fatti: { ruolo, funzioni },
  };
}

const nonValidi = (errori: Problema["errori"]): Problema => ({
  type: "urn:staffetta:dati-non-validi",
  title: "Alcuni dati non vanno bene",
  status: 400,
  detail: "Controlla i campi segnalati e invia di nuovo.",
  errori,
});

/** Turns what a schema found wrong into a problem with one message a field. */
export const problemaDiForma = (issues: readonly z.core.$ZodIssue[]): Problema =>
  nonValidi(issues.map(({ path, message }) => ({ campo: path.join("."), messaggio: message })));

/** Checks the role, then the shape, then calls: the one door to an operation, from REST and from pages. */
export async function esegui(
  op: Operazione,
  fn: (soggetto: Soggetto, ingresso: never) => Promise<Risposta<unknown>>,
  soggetto: Soggetto,
  raw: unknown,
): Promise<Risposta<unknown>> {
  const vietato = checkRuolo(op, soggetto);
  if (vietato) return { ok: false, problema: vietato };
  const strani = illeggibili(raw);
  if (strani.length > 0) return { ok: false, problema: nonValidi(strani) };
  const parsed = op.ingresso.safeParse(raw);
  if (!parsed.success) {
    const { issues } = parsed.error;
    return { ok: false, problema: nonTrovato(op, raw, issues) ?? problemaDiForma(issues) };
  }
  return fn(soggetto, parsed.data as never);
}

interface Chiamante {
  readonly soggetto: Soggetto;
}

/** One property for each operation, written once for a node: a page asks for few of a hundred. */
function operazioniDi(ops: Operazioni, impl: Implementazione<Operazioni>): object {
  const properties = Object.entries(ops).map(([nome, op]) => {
    const fn = impl[nome] as Parameters<typeof esegui>[1];
    const get = function (this: Chiamante) {
      return (raw: unknown) => esegui(op, fn, this.soggetto, raw);
    };
    return [nome, { get, enumerable: true }] as const;
  });
  return Object.create(null, Object.fromEntries(properties)) as object;
}

const OPERAZIONI_DI = new WeakMap<object, object>();

/** The operations of a node as plain functions for one soggetto, in the same process. */
export function clienteDi<Ops extends Operazioni>(
  ops: Ops,
  impl: Implementazione<Ops>,
  soggetto: Soggetto,
): Cliente<Ops> {
  let tutte = OPERAZIONI_DI.get(impl);
  if (tutte === undefined) {
    tutte = operazioniDi(ops, impl as Implementazione<Operazioni>);
    OPERAZIONI_DI.set(impl, tutte);
  }
  return Object.create(tutte, { soggetto: { value: soggetto } }) as Cliente<Ops>;
}
