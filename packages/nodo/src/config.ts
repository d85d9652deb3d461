import { CodiceRegione } from "@staffetta/contracts";
import { z } from "zod";
import { Accessi } from "./accesso/configurazione.ts";
import { APERTO, ConfigPartner, ConfigServizicoap } from "./servizicoap/config.ts";

const Chiamata = z.strictObject({ indirizzo: z.url(), chiave: z.string().min(1) });
/** Who carries what is written to people; a channel that is not named does not leave. */
const ConfigNotifiche = z.strictObject({
  smtp: z
    .strictObject({
      url: z.url({ protocol: /^smtps?$/ }),
      mittente: z.string().min(3),
      tls: z.boolean().default(true),
    })
    .optional(),
  io: Chiamata.optional(),
  sms: Chiamata.optional(),
});
export type ConfigNotifiche = z.infer<typeof ConfigNotifiche>;

/** What the environment tells a node. Read by its `main.ts` alone. */
const Ambiente = z.object({
  STAFFETTA_DATABASE_URL: z.string().min(1),
  STAFFETTA_PORT: z.coerce.number().int().min(0).max(65_535),
  STAFFETTA_NODO: z.string().regex(/^[a-z]+(-\d{2})?$/),
  STAFFETTA_REGIONE: CodiceRegione.optional(),
  STAFFETTA_PARTNER: json(z.array(ConfigPartner)),
  STAFFETTA_CHIAVI: z.string().min(1),
  STAFFETTA_SVILUPPO: z.literal(["0", "1"]).default("0"),
  STAFFETTA_INDIRIZZI: json(z.record(z.string(), z.url())),
  STAFFETTA_SERVIZICOAP: json(ConfigServizicoap).optional(),
  STAFFETTA_NOTIFICHE: json(ConfigNotifiche).default({}),
  STAFFETTA_CLAMD: z
    .string()
    .regex(/^[^\s:]+:\d+$/, "serve host:porta")
    .optional(),
  STAFFETTA_ACCESSI: json(Accessi).default(Accessi.parse({})),
});

function json<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text, ctx): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        ctx.addIssue({ code: "custom", message: "non è JSON" });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

export interface Config {
  readonly databaseUrl: string;
  readonly port: number;
  readonly nodo: string;
  readonly regione: z.infer<typeof CodiceRegione> | null;
  readonly partner: readonly ConfigPartner[];
  readonly chiavi: string;
  readonly sviluppo: boolean;
  /** Public address of each front door, by node name. */
  readonly indirizzi: Readonly<Record<string, string>>;
  /** Where the antivirus answers; null = no file can be received. */
  readonly clamd: string | null;
  readonly notifiche: ConfigNotifiche;
  /** Null: the national SOAP services don't answer here. */
  readonly servizicoap: ConfigServizicoap | null;
  /** Other systems that may use the REST API, and how. */
  readonly accessi: Accessi;
}

/** Throws with the name of each variable that is missing or wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Ambiente.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`La configurazione del nodo non va bene.\n${lines.join("\n")}`);
  }
  const e = parsed.data;
  return {
    databaseUrl: e.STAFFETTA_DATABASE_URL,
    port: e.STAFFETTA_PORT,
    nodo: e.STAFFETTA_NODO,
    regione: e.STAFFETTA_REGIONE ?? null,
    partner: e.STAFFETTA_PARTNER,
    chiavi: e.STAFFETTA_CHIAVI,
    sviluppo: e.STAFFETTA_SVILUPPO === "1",
    indirizzi: e.STAFFETTA_INDIRIZZI,
    clamd: e.STAFFETTA_CLAMD ?? null,
    notifiche: e.STAFFETTA_NOTIFICHE,
    servizicoap: e.STAFFETTA_SERVIZICOAP ?? (e.STAFFETTA_SVILUPPO === "1" ? APERTO : null),
    accessi: e.STAFFETTA_ACCESSI,
  };
}
