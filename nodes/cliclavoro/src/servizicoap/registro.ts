import type { servizicoap } from "@staffetta/contracts";
import {
  type CivilDate,
  type CodiceFiscale,
  formaBase,
  type Instant,
  instantInRome,
  nascitaNelCodice,
} from "@staffetta/domain";
import type { Contesto } from "../contesto.ts";
import { findPersona } from "../persone.ts";
import type { AdesioneRow, PersonaRow, Stores } from "../store.ts";

/** The national wire names an adesione by person, region and day; the register by its own id. */

export const REGIONE_NON_SUA =
  "La regione indicata non è quella di chi chiama: ogni regione scrive solo le sue adesioni.";
export const NON_PRESENTE = "Adesione non presente.";

/** With open access, and for a national body, any region may be written. */
export const puoScrivere = ({ regione }: servizicoap.Chiamante, sua: string): boolean =>
  regione === null || regione === sua;

/** Where a wire has no name and no contacts; the region completes them. */
const DA_COMPLETARE = { nome: "", cognome: "", email: "", telefono: "" } as const;

/** The person of a code, held until the transaction ends; made when the register meets it for the first time. */
export async function lockPersonaDi(
  ctx: Contesto,
  stores: Stores,
  codiceFiscale: CodiceFiscale,
  dataAdesione: CivilDate,
): Promise<PersonaRow> {
  const nota = await lockNota(ctx, stores, codiceFiscale);
  if (nota !== null) return nota;
  const nato = nascitaNelCodice(codiceFiscale, dataAdesione);
  return {
    id: ctx.random.uuid(),
    cfDigest: ctx.cipher.digest(formaBase(codiceFiscale)),
    cfSigillato: ctx.cipher.seal(codiceFiscale),
    ...{ dataNascita: nato?.dataNascita ?? null, sesso: nato?.sesso ?? null, ...DA_COMPLETARE },
  };
}

export async function lockNota(
  ctx: Contesto,
  stores: Stores,
  codiceFiscale: CodiceFiscale,
): Promise<PersonaRow | null> {
  const nota = await findPersona(ctx, stores, codiceFiscale);
  return nota === null ? null : ((await stores.persone.lock(nota.id)) ?? nota);
}

/** Adesioni of a person in a region, the latest first. */
export async function adesioniIn(
  stores: Stores,
  personaId: string,
  regione: string,
): Promise<readonly AdesioneRow[]> {
  const tutte = await stores.adesioni.by("personaId", personaId);
  return tutte
    .filter((una) => una.regione === regione)
    .toSorted((a, b) => (a.dataAdesione < b.dataAdesione ? 1 : -1));
}

/** The first instant of a civil day, where the wire gives no hour. */
export const istanteDel = (giorno: string): Instant => instantInRome(giorno as CivilDate, "00:00");
