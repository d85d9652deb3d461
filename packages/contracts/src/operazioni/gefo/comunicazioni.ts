import {
  TIPI_COMUNICAZIONE,
  TIPI_CONTRATTO,
  type TipoComunicazione,
  type TipoContratto,
} from "@staffetta/domain";
import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { CodiceFiscale, Giorno } from "../../primitivi.ts";

const codes = <T extends string>(list: Readonly<Record<T, string>>) =>
  z.enum(Object.keys(list) as [T, ...T[]]);

const Vuota = z.literal("").transform(() => null);

/** Mandatory communications of hire, extension, transformation, end: what proves a result. */
export const operazioniComunicazioni = {
  importaComunicazione: operazione({
    id: "importa-comunicazione",
    sommario: "Registra una comunicazione obbligatoria; la stessa due volte non cambia nulla",
    metodo: "POST",
    percorso: "/comunicazioni",
    ruoli: ["sistema"],
    ingresso: z
      .strictObject({
        protocollo: z
          .string()
          .trim()
          .regex(/^[A-Za-z0-9-]{4,40}$/, "Il protocollo ha da 4 a 40 lettere e cifre"),
        codiceFiscale: CodiceFiscale,
        tipo: codes<TipoComunicazione>(TIPI_COMUNICAZIONE),
        datore: z.string().trim().min(11, "Scrivi il codice fiscale del datore").max(16),
        contratto: codes<TipoContratto>(TIPI_CONTRATTO),
        dal: Giorno,
        al: Giorno.or(Vuota).nullable().default(null),
        precedente: z.string().trim().min(4).max(40).or(Vuota).nullable().default(null),
        bonusRichiesto: z.stringbool().or(z.boolean()).default(false),
      })
      .refine(({ dal, al }) => al === null || al >= dal, {
        ...{ path: ["al"], message: "La fine viene prima dell'inizio" },
      }),
    uscita: z.strictObject({ esito: z.enum(["accettata", "duplicata"]) }),
  }),
} as const;
