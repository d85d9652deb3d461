import type { servizicoap } from "@staffetta/contracts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { findPersona, leggiAttivaDi, type SapTenuta } from "./archivio.ts";

/** A system reads too, and the person must be able to see it. */
export const annotaLettura = (
  ctx: Contesto,
  stores: Stores,
  { row: { personaId } }: SapTenuta,
  { utente, regione }: servizicoap.Chiamante,
  scopo: string,
): Promise<void> =>
  stores.letture.insert({
    ...{ id: ctx.random.uuid(), personaId, at: adesso(ctx), scopo },
    chi: utente ?? (regione === null ? "sistema senza nome" : `regione ${regione}`),
  });

export const attivaDi = async (
  ctx: Contesto,
  stores: Stores,
  codiceFiscale: string,
): Promise<SapTenuta | null> => {
  const persona = await findPersona(ctx, stores, codiceFiscale);
  return persona === null ? null : leggiAttivaDi(ctx, stores, persona.id);
};
