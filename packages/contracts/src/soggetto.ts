import { z } from "zod";
import { Anagrafica, CodiceRegione, IdOperatore } from "./primitivi.ts";

/**
 * Who is asking. It is made by the sign-in and kept in the session; no operation takes it from a form.
 * - `anonimo`: nobody has signed in;
 * - `giovane`: identity as the identity provider gives it (SPID, CIE; a persona in development);
 * - `addetto`: a person at the desk of one operatore: sees only who chose that operatore;
 * - `regione`: the desk of one Region;
 * - `ministero`: national monitoring and register;
 * - `sistema`: this node's own jobs, the import and the demo loader.
 */
export const Soggetto = z.discriminatedUnion("ruolo", [
  z.strictObject({ ruolo: z.literal("anonimo") }),
  z.strictObject({ ruolo: z.literal("giovane"), nome: z.string(), identita: Anagrafica }),
  z.strictObject({ ruolo: z.literal("addetto"), nome: z.string(), operatoreId: IdOperatore }),
  z.strictObject({ ruolo: z.literal("regione"), nome: z.string(), regione: CodiceRegione }),
  z.strictObject({ ruolo: z.literal("ministero"), nome: z.string() }),
  z.strictObject({ ruolo: z.literal("sistema"), nome: z.string() }),
]);
export type Soggetto = z.infer<typeof Soggetto>;
export type Ruolo = Soggetto["ruolo"];

/** A sign-in offered in development only, plainly marked. */
export const Persona = z.strictObject({
  chiave: z.string(),
  etichetta: z.string(),
  descrizione: z.string(),
  soggetto: Soggetto,
});
export type Persona = z.infer<typeof Persona>;
