import type { Anagrafica, Recapiti } from "@staffetta/contracts";
import { type CodiceFiscale, formaBase } from "@staffetta/domain";
import type { Contesto } from "./contesto.ts";
import type { PersonaRow, Stores } from "./store.ts";

/** One person has one digest, whichever of the omocodia forms of the codice fiscale is shown. */
export async function findPersona(
  { cipher }: Contesto,
  stores: Stores,
  codiceFiscale: CodiceFiscale,
): Promise<PersonaRow | null> {
  const [found] = await stores.persone.by("cfDigest", cipher.digest(formaBase(codiceFiscale)));
  return found ?? null;
}

/**
 * The person with these data, held until the transaction ends: two regions can't decide about it at
 * once. Nothing is written yet: who decides writes it with `stores.persone.put`.
 */
export async function lockPersona(
  ctx: Contesto,
  stores: Stores,
  anagrafica: Anagrafica,
  recapiti: Recapiti,
): Promise<PersonaRow> {
  const known = await findPersona(ctx, stores, anagrafica.codiceFiscale);
  if (known !== null) return { ...((await stores.persone.lock(known.id)) ?? known), ...recapiti };
  const { codiceFiscale, ...chi } = anagrafica;
  return {
    id: ctx.random.uuid(),
    cfDigest: ctx.cipher.digest(formaBase(codiceFiscale)),
    cfSigillato: ctx.cipher.seal(codiceFiscale),
    ...chi,
    ...recapiti,
  };
}
