import type { Anagrafica, Recapiti } from "@staffetta/contracts";
import { type CodiceFiscale, formaBase } from "@staffetta/domain";
import type { Contesto } from "./contesto.ts";
import type { GiovaneRow, Stores } from "./store.ts";

/** Where a source does not carry them; a reserved domain that nobody can own. */
export const RECAPITI_IGNOTI = {
  email: "da-completare@esempio.invalid",
  telefono: "000000",
} as const;
/** Where a source carries only the code. */
export const NOME_IGNOTO = { nome: "Da completare", cognome: "Da completare" } as const;
export const isDaCompletare = ({ nome, cognome }: Pick<GiovaneRow, "nome" | "cognome">): boolean =>
  nome === NOME_IGNOTO.nome || cognome === NOME_IGNOTO.cognome;

/** One person has one digest, whichever of the omocodia forms of the codice fiscale is shown. */
export const digestOf = ({ cipher }: Contesto, codiceFiscale: CodiceFiscale): string =>
  cipher.digest(formaBase(codiceFiscale));

export async function findGiovane(
  ctx: Contesto,
  stores: Stores,
  codiceFiscale: CodiceFiscale,
): Promise<GiovaneRow | null> {
  const [found] = await stores.giovani.by("cfDigest", digestOf(ctx, codiceFiscale));
  return found ?? null;
}

/**
 * The person with these data, held until the transaction ends; the last contacts given win. Nothing is
 * written yet: who decides writes it with `stores.giovani.put`, and who refuses leaves no trace.
 */
export async function lockGiovane(
  ctx: Contesto,
  stores: Stores,
  anagrafica: Anagrafica,
  recapiti: Recapiti,
): Promise<GiovaneRow> {
  const known = await findGiovane(ctx, stores, anagrafica.codiceFiscale);
  if (known !== null) return { ...((await stores.giovani.lock(known.id)) ?? known), ...recapiti };
  const { codiceFiscale, ...persona } = anagrafica;
  return {
    id: ctx.random.uuid(),
    cfDigest: digestOf(ctx, codiceFiscale),
    cfSigillato: ctx.cipher.seal(codiceFiscale),
    ...persona,
    ...recapiti,
  };
}

export function anagraficaOf({ cipher }: Contesto, giovane: GiovaneRow): Anagrafica {
  const { cfSigillato, nome, cognome, dataNascita, sesso } = giovane;
  const codiceFiscale = cipher.open(cfSigillato) as CodiceFiscale;
  return { codiceFiscale, nome, cognome, dataNascita: dataNascita as never, sesso };
}

export const recapitiOf = ({ email, telefono }: GiovaneRow): Recapiti => ({ email, telefono });
