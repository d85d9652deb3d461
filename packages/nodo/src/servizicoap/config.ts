import { CodiceRegione } from "@staffetta/contracts";
import { z } from "zod";

/** A certificate that is admitted: of the caller, or of who has issued it. */
const Certificato = z.strictObject({
  nome: z.string().min(1),
  file: z.string().min(1),
  regione: CodiceRegione.optional(),
});
const Chiave = z.strictObject({ chiave: z.string().min(1), certificato: z.string().min(1) });

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
  /** WS-Security asked of the callers; files are PEM. */
  firma: z
    .strictObject({
      profili: z.array(z.enum(["ID_AUTH_SOAP_01", "ID_AUTH_SOAP_02", "INTEGRITY_SOAP_01"])).min(1),
      ammessi: z.array(Certificato).min(1),
      /** What `wsa:To` may say. */
      indirizzi: z.array(z.string()).min(1),
      propria: Chiave.optional(),
    })
    .optional(),
  /** A second door, where the callers show a certificate. */
  tls: Chiave.extend({
    porta: z.int().min(0).max(65_535),
    ammessi: z
      .array(
        Certificato.extend({
          /** How the node behind this one knows the caller: its name and password there. */
          inoltraCome: z
            .strictObject({ nome: z.string().min(1), password: z.string().min(1) })
            .optional(),
        }),
      )
      .min(1),
  }).optional(),
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
      /** Client certificate, and key of the signature; files are PEM. */
      tls: Chiave.extend({ autorita: z.string().optional() }).optional(),
      firma: Chiave.optional(),
    })
    .optional(),
});
export type ConfigPartner = z.infer<typeof ConfigPartner>;

/** In development the national services answer to everybody. */
export const APERTO: ConfigServizicoap = { utenti: [], percorsi: {}, conservazioneDays: 90 };
