import { componiServizi, type Dote, type ServizioChiesto, totaleCents } from "../dote/dote.ts";
import type { DoteId } from "../ids.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import { ok, type Result, refuse } from "../result.ts";
import { dayInRome, type Instant } from "../time.ts";
import type { Caso, Patto, StatoCaso } from "./caso.ts";
import type { EsitoContatto, MotivoNonPresa } from "./contatto.ts";
import type { EventoCaso } from "./evento.ts";
import { checkData } from "./regole-date.ts";
import type { RifiutoCaso } from "./rifiuto.ts";

/** The commands of the addetto before the dote is confirmed. The rows of SPEC.md, table 1. */

type Deciso = Result<EventoCaso, RifiutoCaso>;

/** In which steps each command is open; the page closes the same doors. */
export const PASSI_APERTI = {
  registraContatto: ["da-convocare", "convocato", "colloquio", "patto"],
  firmaPatto: ["colloquio"],
  inviaDote: ["patto"],
  lasciaCoda: ["in-coda"],
  ridaiScelta: ["da-convocare", "convocato", "colloquio", "patto", "in-coda"],
  nonPrendereInCarico: ["da-convocare", "convocato", "colloquio", "patto"],
} as const satisfies Record<string, readonly StatoCaso[]>;

/** Refuses a command that this step of the case does not open. */
export function checkPasso(
  caso: Caso,
  comando: keyof typeof PASSI_APERTI,
): Result<Caso, RifiutoCaso> {
  const serve: readonly StatoCaso[] = PASSI_APERTI[comando];
  if (serve.includes(caso.stato)) return ok(caso);
  return refuse({ code: "caso.passo-non-aperto", stato: caso.stato, serve });
}

export interface RegistraContatto {
  readonly esito: EsitoContatto;
  readonly at: Instant;
}

/** A contact happens after the adesione and not in the future; a no-show needs a call before it. */
export function registraContatto(caso: Caso, contatto: RegistraContatto, adesso: Instant): Deciso {
  const aperto = checkPasso(caso, "registraContatto");
  if (!aperto.ok) return aperto;
  const { esito, at } = contatto;
  const on = dayInRome(at);
  const data = checkData(on, caso.dataAdesione, dayInRome(adesso));
  if (!data.ok) return data;
  if (at > adesso) return refuse({ code: "data.nel-futuro", data: on, oggi: dayInRome(adesso) });
  if (esito === "mancata-presentazione" && caso.convocatoOn === null)
    return refuse({ code: "contatto.senza-convocazione" });
  return ok({ tipo: "giovane-contattato", at, on, esito });
}

/** The patto follows the interview. */
export function firmaPatto(caso: Caso, patto: Patto, adesso: Instant): Deciso {
  const aperto = checkPasso(caso, "firmaPatto");
  if (!aperto.ok) return aperto;
  const data = checkData(patto.data, caso.colloquioOn ?? caso.dataAdesione, dayInRome(adesso));
  if (!data.ok) return data;
  return ok({ tipo: "patto-firmato", at: adesso, patto });
}

export interface InviaDote {
  readonly id: DoteId;
  readonly protocollo: string;
  readonly servizi: readonly ServizioChiesto[];
}

/** Sending the dote certifies the presa in carico; whether there is money is asked to the ledger. */
export function inviaDote(
  caso: Caso,
  comando: InviaDote,
  regole: RegoleGefo,
  adesso: Instant,
): Deciso {
  const aperto = checkPasso(caso, "inviaDote");
  if (!aperto.ok) return aperto;
  if (!caso.patto) throw new Error("un caso al passo del patto non ha il patto");
  const { fascia } = caso.patto;
  const servizi = componiServizi(comando.servizi, fascia, regole);
  if (!servizi.ok) return servizi;
  const { id, protocollo } = comando;
  const valoreCents = totaleCents(servizi.value);
  const nuova = { id, protocollo, fascia, valoreCents, servizi: servizi.value };
  const dote: Dote = { ...nuova, stato: "inviata", inviataAt: adesso };
  return ok({ tipo: "dote-inviata", at: adesso, dote });
}

/** No money for it now: the dote takes a number and waits. */
export const accodaDote = (dote: Dote, numero: number, adesso: Instant): EventoCaso => ({
  ...{ tipo: "dote-accodata", at: adesso, numero },
  dote: { ...dote, stato: "in-coda" },
});

/** Its turn: what was planned when it took its number is sent now. Null = it is no longer waiting. */
export function serviDote({ stato, dote }: Caso, adesso: Instant): EventoCaso | null {
  if (stato !== "in-coda" || dote === null) return null;
  return {
    ...{ tipo: "dote-inviata", at: adesso },
    dote: { ...dote, stato: "inviata", inviataAt: adesso },
  };
}

/** The operatore plans another dote instead of waiting: the number is lost. */
export function lasciaCoda(caso: Caso, adesso: Instant): Deciso {
  const aperto = checkPasso(caso, "lasciaCoda");
  return aperto.ok ? ok({ tipo: "coda-lasciata", at: adesso }) : aperto;
}

/** The Region has stopped the operatore: who was waiting for it chooses again. */
export function ridaiScelta(caso: Caso, adesso: Instant): Deciso {
  const aperto = checkPasso(caso, "ridaiScelta");
  if (!aperto.ok) return aperto;
  const nonPresa = { motivo: "operatore-fermato", nota: "", at: adesso } as const;
  return ok({ tipo: "non-preso-in-carico", at: adesso, nonPresa });
}

export interface NonPrendereInCarico {
  readonly motivo: MotivoNonPresa;
  readonly nota: string;
}

/** Each reason has its own steps and its least number of attempts: data of the pack. */
export function nonPrendereInCarico(
  caso: Caso,
  { motivo, nota }: NonPrendereInCarico,
  regole: RegoleGefo,
  adesso: Instant,
): Deciso {
  const aperto = checkPasso(caso, "nonPrendereInCarico");
  if (!aperto.ok) return aperto;
  const { stati, tentativiMin } = regole.motiviNonPresa[motivo];
  const { stato, tentativi } = caso;
  if (!stati.some((ammesso) => ammesso === stato))
    return refuse({ code: "non-presa.motivo-fuori-tempo", motivo, stato });
  if (tentativi < tentativiMin)
    return refuse({ code: "non-presa.pochi-tentativi", motivo, tentativi, tentativiMin });
  return ok({ tipo: "non-preso-in-carico", at: adesso, nonPresa: { motivo, nota, at: adesso } });
}
