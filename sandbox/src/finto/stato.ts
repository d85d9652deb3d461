import { readFileSync } from "node:fs";
import { CodiceFiscale, CodiceRegione, Giorno, StatoAdesione } from "@staffetta/contracts";
import { z } from "zod";

/** As people write it: 9, "9" or "09". */
const Regione = z
  .union([z.string(), z.number()])
  .transform((scritta) => String(scritta).padStart(2, "0"))
  .pipe(CodiceRegione);

/** The starting state of a counterpart, as its file says it. */
const Stato = z.object({
  adesioni: z
    .array(
      z.object({
        codiceFiscale: CodiceFiscale,
        dataAdesione: Giorno,
        regione: Regione,
        stato: StatoAdesione.default("A"),
        /** A day or an instant; the day of the adesione when absent. */
        dataStato: z.string().nullish(),
      }),
    )
    .default([]),
  sap: z
    .array(
      z.object({
        identificativoSap: z.string().regex(/^[A-Z]{2}[0-9]{8}[A-Z]$/, "Non è l'id di una SAP"),
        codiceFiscale: CodiceFiscale,
        codiceEnteTitolare: z
          .string()
          .regex(/^[A-Z][0-9]{3}[A-Z][0-9]{6}$|^0{11}$/, "Non è un ente"),
      }),
    )
    .default([]),
  /** Basic authentication with these; none: open. */
  utenti: z
    .array(
      z.object({
        nome: z.string().min(1),
        password: z.string().min(1),
        regione: Regione.optional(),
      }),
    )
    .default([]),
});
export type StatoIniziale = z.infer<typeof Stato>;

export const STATO_VUOTO: StatoIniziale = { adesioni: [], sap: [], utenti: [] };

/** Throws with each field that is wrong, by its path. */
export function leggiStato(file: string): StatoIniziale {
  const parsed = Stato.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  const righe = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`Lo stato iniziale in ${file} non va bene.\n${righe.join("\n")}`);
}
