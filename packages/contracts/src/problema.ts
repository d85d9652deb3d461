import { z } from "zod";

/** One field that is wrong. `campo` is the path of the form's field ("recapiti.email"). */
export const Errore = z.strictObject({ campo: z.string(), messaggio: z.string() });
export type Errore = z.infer<typeof Errore>;

/**
 * RFC 9457 body, sent as `application/problem+json` and shown by the pages: what happened (`title`),
 * why (`detail`), what to do next (`rimedio`). All in plain Italian; `type` is the code.
 */
export const Problema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  rimedio: z.string().optional(),
  errori: z.array(Errore).optional(),
  /** The facts that caused a refusal, as the rules saw them. */
  fatti: z.record(z.string(), z.unknown()).optional(),
});
export type Problema = z.infer<typeof Problema>;
