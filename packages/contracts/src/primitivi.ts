import type {
  AdesioneId,
  CivilDate,
  CodiceFiscale as CodiceFiscaleT,
  CodiceRegione as CodiceRegioneT,
  DoteId,
  Instant as InstantT,
  OperatoreId,
  ServizioId,
  StatoAdesione as StatoAdesioneT,
} from "@staffetta/domain";
import {
  isCivilDate,
  isInstant,
  LIMITI_DATE,
  normalizzaCodiceFiscale,
  STATI_ADESIONE,
} from "@staffetta/domain";
import { z } from "zod";
import { parole } from "./parole.ts";

z.config({ localeError: parole });

/** Small schemas that all messages and operations share. Casts to brands live only here. */

export const Instant = z
  .string()
  .refine(isInstant, "Serve un istante UTC, per esempio 2014-11-03T09:15:00.000Z")
  .meta({ format: "date-time" })
  .transform((text) => text as InstantT);

export const Giorno = z
  .string()
  .refine(isCivilDate, {
    error: ({ input }) => {
      if (input === "") return "Scrivi la data: giorno, mese e anno";
      return /^\d{4}-\d{2}-\d{2}$/.test(String(input))
        ? "Questa data non esiste nel calendario"
        : "Scrivi la data come anno-mese-giorno, per esempio 2014-11-03";
    },
  })
  // Two figures typed in the field of the year: the browser sends 0026.
  .refine((text) => !text.startsWith("0"), "Scrivi l'anno con quattro cifre, per esempio 2026")
  .refine((text) => {
    const anno = Number(text.slice(0, 4));
    return text.startsWith("0") || (anno >= LIMITI_DATE.annoMin && anno <= LIMITI_DATE.annoMax);
  }, `L'anno non è possibile: controlla la data (fra il ${LIMITI_DATE.annoMin} e il ${LIMITI_DATE.annoMax})`)
  .meta({ format: "date" })
  .transform((text) => text as CivilDate);

/** Accepts blanks and lower case; gives the 16 letters (or 11 provisional digits), check letter verified. */
export const CodiceFiscale = z.string().transform((text, ctx): CodiceFiscaleT => {
  const esito = normalizzaCodiceFiscale(text);
  if (esito.ok) return esito.value;
  ctx.addIssue({ code: "custom", message: esito.rifiuto.messaggio });
  return z.NEVER;
});

const lettere = Object.keys(STATI_ADESIONE) as [StatoAdesioneT, ...StatoAdesioneT[]];
export const StatoAdesione = z.enum(lettere);

const brandedUuid = <T extends string>() => z.uuid().transform((text) => text as T);
export const IdAdesione = brandedUuid<AdesioneId>();
export const IdDote = brandedUuid<DoteId>();
export const IdServizio = brandedUuid<ServizioId>();
export const IdOperatore = z
  .string()
  .regex(/^OP-\d{4}$/, "Scegli un operatore dall'elenco")
  .transform((text) => text as OperatoreId);
export const CodiceRegione = z
  .string()
  .regex(/^(0[1-9]|1[0-9]|2[01])$/, "Scegli una regione dall'elenco")
  .transform((text) => text as CodiceRegioneT);

export const Canale = z.enum(["regionale", "nazionale"]);
/** Aid-intensity band 1–4, from the profiling. */
export const Fascia = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export const Version = z.int().min(1);

/** Who the giovane is and how to reach him or her: the minimum that a receiver needs to act. */
export const Anagrafica = z.strictObject({
  codiceFiscale: CodiceFiscale,
  nome: z.string().trim().min(1, "Scrivi il nome").max(50, "Al massimo 50 lettere"),
  cognome: z.string().trim().min(1, "Scrivi il cognome").max(50, "Al massimo 50 lettere"),
  dataNascita: Giorno,
  sesso: z.enum(["F", "M"]),
});
export type Anagrafica = z.infer<typeof Anagrafica>;

export const Recapiti = z.strictObject({
  email: z.email("Scrivi un indirizzo e-mail valido, per esempio giulia@esempio.it").max(120),
  telefono: z
    .string()
    .trim()
    .regex(/^\+?[0-9 ]{6,15}$/, "Scrivi un numero di telefono: solo cifre, al massimo 15"),
});
export type Recapiti = z.infer<typeof Recapiti>;

/** A figure typed in a form, where zero means something: a field left empty is no figure, least of all zero. */
export const senzaVuoto = <T extends z.ZodType>(cifra: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), cifra);
