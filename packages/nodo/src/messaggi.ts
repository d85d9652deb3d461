import { type Corpo, MESSAGGI, RISERVATI, type TipoMessaggio } from "@staffetta/contracts";
import type { Esito, Handler, MessaggioRicevuto, Uscita } from "@staffetta/cooperation";
import type { z } from "zod";

export const APPLICATO: Esito = { esito: "applicato" };

/** A rule's refusal as the outcome that goes back to the sender: the code, and the facts beside it. */
export function rifiutato(rifiuto: Readonly<{ code: string }>): Esito {
  const { code, ...fatti } = rifiuto;
  return { esito: "rifiutato", codice: code, fatti };
}

/** A handler that is given a body already checked; a body of another shape is refused, not a fault. */
export function gestore<Stores, T extends TipoMessaggio>(
  tipo: T,
  apply: (stores: Stores, corpo: Corpo<T>, messaggio: MessaggioRicevuto) => Promise<Esito>,
): Readonly<Record<string, Handler<Stores>>> {
  const schema: z.ZodType = MESSAGGI[tipo];
  const handler: Handler<Stores> = async (stores, messaggio) => {
    const parsed = schema.safeParse(JSON.parse(messaggio.corpo));
    if (parsed.success) return apply(stores, parsed.data as Corpo<T>, messaggio);
    const campi = parsed.error.issues.map(({ path }) => path.join("."));
    return { esito: "rifiutato", codice: "messaggio.forma", fatti: { campi } };
  };
  return { [tipo]: handler };
}

/** Queues a message of the contract; who names a person is encrypted at rest. */
export function accoda<T extends TipoMessaggio>(
  uscita: Uscita,
  tipo: T,
  busta: Readonly<{ destinatario: string; persona: string; corpo: Corpo<T> }>,
): void {
  uscita.accoda({ ...busta, tipo, riservato: RISERVATI.has(tipo) });
}

/** A tipo is believed only from the node that has the authority to say it. */
export function soloDa<Stores>(
  isAtteso: (mittente: string) => boolean,
  handlers: Readonly<Record<string, Handler<Stores>>>,
): Readonly<Record<string, Handler<Stores>>> {
  const guarded = Object.entries(handlers).map(([tipo, handler]) => [
    tipo,
    ((stores, messaggio) =>
      isAtteso(messaggio.mittente)
        ? handler(stores, messaggio)
        : Promise.resolve(
            rifiutato({
              code: "messaggio.mittente-non-atteso",
              ...{ mittente: messaggio.mittente },
            }),
          )) satisfies Handler<Stores>,
  ]);
  return Object.fromEntries(guarded);
}
