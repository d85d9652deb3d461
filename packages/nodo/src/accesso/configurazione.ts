import {
  CodiceRegione,
  FUNZIONI_OPERATORE,
  FUNZIONI_REGIONE,
  IdOperatore,
} from "@staffetta/contracts";
import { z } from "zod";

const codes = <T extends string>(list: Readonly<Record<T, unknown>>) =>
  z.enum(Object.keys(list) as [T, ...T[]]);

/** Which other systems may use this node's REST API, how they prove who they are, and what they may ask. */
const Modalita = {
  /** Whose log line it is, and the name shown in the log of reads. */
  nome: z.string().min(1).max(60),
  ruolo: z.enum(["regione", "ministero", "addetto", "sistema"]),
  regione: CodiceRegione.optional(),
  funzione: codes(FUNZIONI_REGIONE).optional(),
  operatoreId: IdOperatore.optional(),
  funzioni: z.array(codes(FUNZIONI_OPERATORE)).min(1).optional(),
  /** Ids of the operations of the API; "*" is all those of the role. */
  operazioni: z.array(z.string()).min(1),
  /** ID_AUTH_REST_02: a token is good for one request. */
  usoSingolo: z.boolean().default(false),
  /** INTEGRITY_REST is demanded; when it is only offered it is checked all the same. */
  integrita: z.boolean().default(false),
  audit: z.enum(["no", "AUDIT_REST_01", "AUDIT_REST_02"]).default("no"),
  /** Where answers may be sent (X-ReplyTo): scheme, host and port. */
  richiami: z.array(z.url()).default([]),
};

const UnSistema = z.discriminatedUnion("fiducia", [
  z.strictObject({
    fiducia: z.literal("pdnd"),
    clientId: z.string().min(1),
    purposeId: z.string().min(1),
    /** The voucher must be bound to a key (DPoP). */
    dpop: z.boolean().default(false),
    ...Modalita,
  }),
  /** Keys exchanged by hand: `pubbliche/<nome>.<kid>.pem`. */
  z.strictObject({ fiducia: z.literal("diretta"), ...Modalita }),
]);

/** What a role must say of itself to be somebody. */
const SERVE = {
  regione: ["regione", "funzione"],
  addetto: ["operatoreId", "funzioni"],
  ministero: [],
  sistema: [],
} as const;

const Sistema = UnSistema.superRefine((sistema, ctx) => {
  for (const campo of SERVE[sistema.ruolo])
    if (sistema[campo] === undefined)
      ctx.addIssue({
        code: "custom",
        path: [campo],
        message: `serve per il ruolo ${sistema.ruolo}`,
      });
});
export type Sistema = z.infer<typeof Sistema>;

export const Accessi = z.strictObject({
  /** Values of `aud` that mean this node; by default the public address of its API. */
  aud: z.array(z.string()).default([]),
  pdnd: z
    .strictObject({
      emittente: z.string(),
      jwks: z.url(),
      /** Below which `/{kid}` gives the public key of a client. */
      chiaviClient: z.url(),
      /** Seconds for which a key read from there is believed. */
      conservaS: z.int().min(0).max(3_600).default(60),
    })
    .nullable()
    .default(null),
  sistemi: z.array(Sistema).default([]),
  /** Our own client at PDND, for the calls that leave from here and for the diagnosis. */
  cliente: z
    .strictObject({
      clientId: z.string(),
      purposeId: z.string(),
      kid: z.string(),
      /** PEM file of an RSA private key. */
      chiave: z.string(),
      token: z.url(),
      aud: z.string(),
    })
    .nullable()
    .default(null),
  limiti: z
    .strictObject({
      richieste: z.int().min(1).default(600),
      finestraS: z.int().min(1).default(60),
    })
    .default({ richieste: 600, finestraS: 60 }),
});
export type Accessi = z.infer<typeof Accessi>;
