import type { spdci } from "@staffetta/contracts";
import {
  type CodiceFiscale,
  dayInRome,
  formaBase,
  normalizzaCodiceFiscale,
  type StatoAdesione,
} from "@staffetta/domain";
import type { z } from "zod";
import { adesso, type Contesto } from "../contesto.ts";
import type { AdesioneRow, PersonaRow, Stores } from "../store.ts";

/** Who asks, why, and where the answer goes: checked at the door. */
export interface Mittente {
  readonly senderId: string;
  /** Purposes agreed with this sender. */
  readonly scopi: readonly string[];
  readonly richiamo: string | null;
}

const PROGRAMMA = "Garanzia Giovani";

/** The ten letters of the adesione in the words of the standard. */
const ENROLLED: Readonly<Record<StatoAdesione, string>> = {
  ...{ A: "Active", P: "Active", T: "Active", F: "Graduated" },
  ...{ C: "Exited", D: "Exited", U: "Exited", N: "Exited", X: "Exited", R: "Exited" },
};
const RANK = ["Active", "Graduated", "Exited"];
export const NOT_ENROLLED = "Not enrolled";

type Autorizzazione = z.infer<typeof spdci.Authorize> | undefined;

/** The purpose, when it is one of those agreed; null refuses. */
export function scopoDi(
  { scopi }: Mittente,
  { consent, authorize }: Readonly<{ consent?: Autorizzazione; authorize?: Autorizzazione }>,
): string | null {
  const code = (authorize ?? consent)?.purpose.code;
  return code !== undefined && scopi.includes(code) ? code : null;
}

/** One person, by the whole identifier; every look is written down with its purpose. */
export async function trovaPersona(
  ctx: Contesto,
  stores: Stores,
  chiesta: Readonly<{ uin: string; mittente: Mittente; scopo: string }>,
): Promise<PersonaRow | null> {
  const cf = normalizzaCodiceFiscale(chiesta.uin);
  if (!cf.ok) return null;
  const digest = ctx.cipher.digest(formaBase(cf.value as CodiceFiscale));
  const [persona] = await stores.persone.by("cfDigest", digest);
  if (persona === undefined) return null;
  const chi = `SPDCI ${chiesta.mittente.senderId}`;
  const id = ctx.random.uuid();
  await stores.letture.insert({
    id,
    personaId: persona.id,
    at: adesso(ctx),
    chi,
    scopo: chiesta.scopo,
  });
  return persona;
}

const statusOf = ({ stato }: AdesioneRow): string => ENROLLED[stato];

/** The strongest status among the person's adesioni. */
export async function enrolledStatus(stores: Stores, personaId: string): Promise<string> {
  const adesioni = await stores.adesioni.by("personaId", personaId);
  const found = adesioni.map(statusOf);
  return RANK.find((one) => found.includes(one)) ?? NOT_ENROLLED;
}

/** What may be known of a person: enrolments and participations; no name, no contact, no note. */
export async function memberDi(
  stores: Stores,
  persona: PersonaRow,
  uin: string,
): Promise<spdci.Member> {
  const adesioni = await stores.adesioni.by("personaId", persona.id);
  const enrolments = [];
  const participations = [];
  let last = "";
  for (const una of adesioni) {
    const [presa] = await stores.prese.by("adesioneId", una.id);
    for (const { at } of await stores.stati.by("adesioneId", una.id)) if (at > last) last = at;
    enrolments.push({
      ...{ region: una.regione, enrolment_date: una.dataAdesione, enrolled_status: statusOf(una) },
      taken_in_charge_date: presa?.giorno ?? null,
    });
    for (const { misura, dataInizio, dataFine } of await stores.politiche.by("adesioneId", una.id))
      participations.push({ measure: misura, start_date: dataInizio, end_date: dataFine });
  }
  return {
    "@type": "spdci:Member",
    member_identifier: [{ identifier_type: "UIN", identifier_value: uin }],
    registration_date:
      adesioni.map(({ dataAdesione }) => dataAdesione).sort()[0] ?? dayInRome(last as never),
    last_updated: last,
    additional_attributes: { programme: PROGRAMMA, enrolments, participations },
  };
}
