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

/** In development the national services answer to everybody. */
export const APERTO: ConfigServizicoap = { utenti: [], percorsi: {}, conservazioneDays: 90 };
