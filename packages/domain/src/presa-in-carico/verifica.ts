import type { ProvaRequisiti, RegolePresa } from "../pacchetto/regole-presa.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type CivilDate, daysBetween } from "../time.ts";

export const DOCUMENTI_IDENTITA = {
  "carta-identita": "carta d'identità",
  passaporto: "passaporto",
  patente: "patente",
  "permesso-di-soggiorno": "permesso di soggiorno",
} as const;
export type DocumentoIdentita = keyof typeof DOCUMENTI_IDENTITA;

/** Somebody has seen the document and the face. The number of the document is not kept. */
export interface VerificaIdentita {
  readonly on: CivilDate;
  readonly documento: DocumentoIdentita;
  readonly scadeOn: CivilDate;
}

/** A check of being a NEET, with its dated evidence. The outcome is the rule's, nobody types it. */
export interface VerificaRequisiti {
  readonly on: CivilDate;
  readonly attivita: readonly string[];
  readonly prove: readonly ProvaRequisiti[];
  readonly esito: "positivo" | "negativo";
  /** Activities that are not compatible. */
  readonly incompatibili: readonly string[];
}

export type RifiutoVerifica =
  | Readonly<{ code: "identita.non-verificata" }>
  | Readonly<{
      code: "identita.documento-scaduto";
      campo: string;
      scadeOn: CivilDate;
      on: CivilDate;
    }>
  | Readonly<{ code: "requisiti.prova-manca"; mancano: readonly ProvaRequisiti[] }>
  | Readonly<{ code: "requisiti.attivita-sconosciuta"; attivita: string }>
  | Readonly<{ code: "requisiti.mai-verificati"; giorno: CivilDate }>
  | Readonly<{ code: "requisiti.negativi"; on: CivilDate; incompatibili: readonly string[] }>
  | Readonly<{
      code: "requisiti.verifica-vecchia";
      on: CivilDate;
      giorno: CivilDate;
      validitaDays: number;
    }>;

type Regole = RegolePresa["requisiti"];

/** What a check says: negative as soon as one activity is not compatible. */
export function valutaNeet(
  verifica: Readonly<{
    on: CivilDate;
    attivita: readonly string[];
    prove: readonly ProvaRequisiti[];
  }>,
  { attivita: tavola, proveRichieste }: Regole,
): Result<VerificaRequisiti, RifiutoVerifica> {
  const ignota = verifica.attivita.find((una) => tavola[una] === undefined);
  if (ignota !== undefined)
    return refuse({ code: "requisiti.attivita-sconosciuta", attivita: ignota });
  const mancano = proveRichieste.filter((una) => !verifica.prove.includes(una));
  if (mancano.length > 0) return refuse({ code: "requisiti.prova-manca", mancano });
  const incompatibili = verifica.attivita.filter((una) => !tavola[una]?.compatibile);
  const esito = incompatibili.length === 0 ? "positivo" : "negativo";
  return ok({ ...verifica, esito, incompatibili });
}

/**
 * Whether the requisites are known to hold on that day: by the last check made until then, positive and
 * not too old. Asked at the patto and at each start of a service.
 */
export function checkRequisiti(
  verifiche: readonly VerificaRequisiti[],
  giorno: CivilDate,
  { validitaDays }: Regole,
): Result<VerificaRequisiti, RifiutoVerifica> {
  const ultima = verifiche.filter(({ on }) => on <= giorno).at(-1);
  if (!ultima) return refuse({ code: "requisiti.mai-verificati", giorno });
  const { on, esito, incompatibili } = ultima;
  if (esito === "negativo") return refuse({ code: "requisiti.negativi", on, incompatibili });
  if (daysBetween(on, giorno) > validitaDays)
    return refuse({ code: "requisiti.verifica-vecchia", on, giorno, validitaDays });
  return ok(ultima);
}

/** Kept in the order of their days; of the same day, in the order in which they were made. */
export const conVerifica = (
  verifiche: readonly VerificaRequisiti[],
  nuova: VerificaRequisiti,
): readonly VerificaRequisiti[] => [
  ...verifiche.filter(({ on }) => on <= nuova.on),
  nuova,
  ...verifiche.filter(({ on }) => on > nuova.on),
];
