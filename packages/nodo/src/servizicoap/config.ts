import { CodiceRegione } from "@staffetta/contracts";
import { z } from "zod";

/** The national SOAP services at a node, as the environment tells them. */
export const ConfigServizicoap = z.strictObject({
  /** None: open access. */
  utenti: z
    .array(
      z.strictObject({
        nome: z.string().min(1),
        password: z.string().min(1),
        /** The region for which it speaks; absent: any. */
        regione: CodiceRegione.optional(),
      }),
    )
    .default([]),
  /** Where the operations on the SAP are answered, for the node that stands in front. */
  inoltraA: z.url().optional(),
  /** Operation → its own path. */
  percorsi: z.record(z.string(), z.string().startsWith("/")).default({}),
  conservazioneDays: z.int().min(1).default(90),
});
export type ConfigServizicoap = z.infer<typeof ConfigServizicoap>;

/** Whom a node speaks to, and on which binding. */
export const ConfigPartner = z.object({
  nome: z.string(),
  indirizzo: z.url(),
  legame: z.enum(["nativo", "servizicoap"]).default("nativo"),
  /** Only for the national SOAP services. */
  soap: z
    .strictObject({
      credenziali: z.strictObject({ nome: z.string(), password: z.string() }).optional(),
      indirizzi: z.record(z.string(), z.url()).default({}),
      daRiprovare: z.array(z.string()).default([]),
    })
    .optional(),
});
export type ConfigPartner = z.infer<typeof ConfigPartner>;

/** In development the national services answer to everybody. */
export const APERTO: ConfigServizicoap = { utenti: [], percorsi: {}, conservazioneDays: 90 };
