import { DatiEnte } from "@staffetta/contracts";
import { MISURE } from "@staffetta/domain";
import type { PorteNodo } from "@staffetta/nodo";
import { z } from "zod";
import { contestoDi, type OpzioniGefo } from "../node.ts";
import type { Stores } from "../store.ts";
import { saveOperatore } from "./avvio.ts";
import { accredita } from "./ente.ts";

/** A row of the accredited list. The columns have these names. */
const Riga = z.object({
  codice: z.string().regex(/^OP-\d{4}$/, "il codice è OP- e quattro cifre"),
  denominazione: z.string().trim().min(1, "manca la denominazione").max(120),
  comune: z.string().trim().min(1, "manca il comune").max(60),
  indirizzo: z.string().trim().min(1, "manca l'indirizzo").max(120),
  telefono: z.string().trim().max(20).default(""),
  codiceFiscale: DatiEnte.shape.codiceFiscale,
  partitaIva: DatiEnte.shape.partitaIva,
  firmatario: z.string().trim().max(80).default(""),
  /** Separated by blanks; empty = all. */
  misure: z
    .string()
    .default("")
    .transform((testo) => testo.split(/\s+/).filter(Boolean))
    .pipe(DatiEnte.shape.misure.or(z.tuple([]))),
  atto: z.string().trim().min(3, "manca l'atto di accreditamento").max(120),
});

export type EsitoRiga =
  | Readonly<{ esito: "nuovo" | "aggiornato" | "uguale" }>
  | Readonly<{ esito: "rifiutato"; perche: string }>;

const TUTTE = Object.keys(MISURE) as (keyof typeof MISURE)[];

/**
 * One row into the list, in its own transaction: repeating it changes nothing. What the body and the Region
 * have written since (data, act, suspension) stays; name and address follow the list.
 */
export function importaOperatoriWith(
  porte: PorteNodo<Stores>,
  opzioni: OpzioniGefo,
): (record: Readonly<Record<string, string>>) => Promise<EsitoRiga> {
  const ctx = contestoDi(porte, opzioni);
  return async (record) => {
    const letta = Riga.safeParse(record);
    if (!letta.success) {
      const perche = letta.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
      return { esito: "rifiutato", perche: perche.join("; ") };
    }
    const { codice: id, denominazione, comune, indirizzo, telefono, misure, ...dati } = letta.data;
    return ctx.uow.transaction(async (stores) => {
      const ente = await stores.enti.lock(id);
      const attivo = ente === null || ente.stato === "accreditato";
      const operatore = { id, denominazione, comune, indirizzo, telefono, attivo };
      const cambiato = await saveOperatore(ctx, stores, operatore);
      if (ente !== null) return { esito: cambiato ? "aggiornato" : "uguale" };
      const offerte = misure.length === 0 ? TUTTE : misure;
      await accredita(ctx, stores, operatore, { ...dati, misure: offerte });
      return { esito: "nuovo" };
    });
  };
}
