import { ok, type Result, refuse } from "../result.ts";
import type { PoliticaSap } from "./politica.ts";

/** States of a DID, the declaration that somebody is available for work. @source WIRE §5.6 */
export const STATI_DID = {
  I: "inserita",
  C: "confermata",
  S: "sospesa",
  A: "annullata",
  R: "revocata",
} as const;
export type StatoDid = keyof typeof STATI_DID;

export const FONTI_DID = { O: "in linea", R: "con riserva", N: "da NASpI" } as const;
export type FonteDid = keyof typeof FONTI_DID;

export const AZIONI_DID = ["inserisci", "conferma", "sospendi", "revoca", "annulla"] as const;
export type AzioneDid = (typeof AZIONI_DID)[number];

/** From which states each action goes, and where. `null` = there is none, or the last is over. */
export const PASSI_DID: Readonly<
  Record<AzioneDid, Readonly<{ da: readonly (StatoDid | null)[]; a: StatoDid; evento: string }>>
> = {
  inserisci: { da: [null, "A", "R"], a: "I", evento: "01" },
  conferma: { da: ["I", "S"], a: "C", evento: "02" },
  sospendi: { da: ["C"], a: "S", evento: "09" },
  revoca: { da: ["C", "S"], a: "R", evento: "08" },
  annulla: { da: ["I"], a: "A", evento: "06" },
};

export type RifiutoDid = Readonly<{
  code: "did.passo-non-ammesso";
  stato: StatoDid | null;
  azione: AzioneDid;
}>;

export function passaDid(
  stato: StatoDid | null,
  azione: AzioneDid,
): Result<Readonly<{ a: StatoDid; evento: string }>, RifiutoDid> {
  const { da, a, evento } = PASSI_DID[azione];
  return da.includes(stato)
    ? ok({ a, evento })
    : refuse({ code: "did.passo-non-ammesso", stato, azione });
}

const STATO_DI_EVENTO: Readonly<Record<string, StatoDid>> = {
  ...{ "01": "I", "02": "C", "09": "S", "08": "R", "06": "A", "07": "A" },
};

/** What the last evento of its N00 says. */
export const statoDid = ({ ultimoEvento }: Pick<PoliticaSap, "ultimoEvento">): StatoDid =>
  STATO_DI_EVENTO[ultimoEvento?.evento ?? "01"] ?? "I";

/** Whether a N00 may go from one state to the other; staying is always allowed. */
export const isPassoDid = (da: StatoDid, a: StatoDid): boolean =>
  da === a || Object.values(PASSI_DID).some((passo) => passo.da.includes(da) && passo.a === a);

/** MotivoNotifica that tells a holder of a DID. @source WIRE §5.6 */
export function motivoDid(stato: StatoDid, fonte: FonteDid): string {
  if (stato === "I") return { O: "08", R: "14", N: "15" }[fonte];
  return { A: "09", C: "10", R: "11", S: "12" }[stato];
}
