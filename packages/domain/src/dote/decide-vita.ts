import type { OperatoreId } from "../ids.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import type { MotivoDecadenza, MotivoSospensione } from "../pacchetto/regole-presa.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { EventoCaso } from "../presa-in-carico/evento.ts";
import { checkDecisione, entroDi } from "../presa-in-carico/preavviso.ts";
import { checkData } from "../presa-in-carico/regole-date.ts";
import type { RifiutoCaso } from "../presa-in-carico/rifiuto.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type CivilDate, dayInRome, type Instant } from "../time.ts";
import { type Dote, doteFinita, type StatoDote } from "./dote.ts";
import { DOTI_IN_CORSO, fineDote, giorniSospesi } from "./vita.ts";

/** The commands on a dote beside those on its services. The rows of SPEC.md, table 1. */

type Deciso = Result<EventoCaso, RifiutoCaso>;

/** In which states of the dote each command is open; the page closes the same doors. */
export const DOTI_APERTE = {
  ammettiDote: ["in-verifica"],
  nonAmmettereDote: ["in-verifica"],
  rinunciaDote: ["in-verifica", "assegnata", "avviata", "sospesa"],
  sospendiDote: ["assegnata", "avviata"],
  riprendiDote: ["sospesa"],
  avviaDecadenza: ["assegnata", "avviata", "sospesa"],
  decidiDecadenza: ["assegnata", "avviata", "sospesa"],
  revocaDote: ["assegnata", "avviata", "sospesa", "conclusa", "rendicontata"],
  chiudiPerFermo: ["assegnata", "avviata", "sospesa"],
} as const satisfies Record<string, readonly StatoDote[]>;
export type ComandoDote = keyof typeof DOTI_APERTE;

export function checkDote(caso: Caso, comando: ComandoDote): Result<Dote, RifiutoCaso> {
  const { dote } = caso;
  const serve: readonly StatoDote[] = DOTI_APERTE[comando];
  if (dote && serve.includes(dote.stato)) return ok(dote);
  return refuse({ code: "dote.passo-non-aperto", stato: dote?.stato ?? null, serve });
}

export function ammettiDote(caso: Caso, adesso: Instant): Deciso {
  const aperta = checkDote(caso, "ammettiDote");
  return aperta.ok ? ok({ tipo: "dote-ammessa", at: adesso }) : aperta;
}

export function nonAmmettereDote(caso: Caso, motivazione: string, adesso: Instant): Deciso {
  const aperta = checkDote(caso, "nonAmmettereDote");
  return aperta.ok ? ok({ tipo: "dote-non-ammessa", at: adesso, motivazione }) : aperta;
}

export interface RinunciaDote {
  readonly on: CivilDate;
  readonly nota: string;
  readonly documentoId: string;
  /** The giovane goes on with another operatore: the adesione stays open. */
  readonly perCambio: boolean;
}

/** Signed by the giovane. What has begun is closed and paid for what was delivered; the rest is freed. */
export function rinunciaDote(caso: Caso, comando: RinunciaDote, adesso: Instant): Deciso {
  const aperta = checkDote(caso, "rinunciaDote");
  if (!aperta.ok) return aperta;
  const { on, nota, documentoId, perCambio } = comando;
  const data = checkData(on, dayInRome(aperta.value.inviataAt), dayInRome(adesso), "dataRinuncia");
  if (!data.ok) return data;
  const motivo = perCambio ? "cambio-operatore" : "rinuncia";
  const chiusura = { come: "rinunciata", motivo, nota, on, documentoId } as const;
  return ok({ tipo: "dote-chiusa", at: adesso, chiusura, perCambio });
}

export interface SospendiDote {
  readonly dal: CivilDate;
  readonly motivo: MotivoSospensione;
}

export function sospendiDote(
  caso: Caso,
  { dal, motivo }: SospendiDote,
  regole: RegoleGefo,
  adesso: Instant,
): Deciso {
  const aperta = checkDote(caso, "sospendiDote");
  if (!aperta.ok) return aperta;
  const precedente = aperta.value.sospensioni.at(-1)?.al ?? dayInRome(aperta.value.inviataAt);
  const data = checkData(dal, precedente, dayInRome(adesso), "dal");
  if (!data.ok) return data;
  const usati = giorniSospesi(aperta.value, null);
  const massimi = regole.presa.sospensioneMaxDays;
  if (usati >= massimi) return refuse({ code: "dote.sospesa-troppo", usati, massimi });
  return ok({ tipo: "dote-sospesa", at: adesso, dal, motivo });
}

/** The end of the dote moves on by the days of the suspension, up to the most that the pack allows. */
export function riprendiDote(
  caso: Caso,
  al: CivilDate,
  regole: RegoleGefo,
  adesso: Instant,
): Deciso {
  const aperta = checkDote(caso, "riprendiDote");
  if (!aperta.ok) return aperta;
  const aperto = aperta.value.sospensioni.at(-1);
  const data = checkData(al, aperto?.dal ?? al, dayInRome(adesso), "al");
  if (!data.ok) return data;
  const usati = giorniSospesi(aperta.value, al);
  const massimi = regole.presa.sospensioneMaxDays;
  if (usati > massimi) return refuse({ code: "dote.sospesa-troppo", usati, massimi });
  return ok({ tipo: "dote-ripresa", at: adesso, al });
}

/** After its last day nothing new may start: what is only planned is given up. Null: not yet. */
export function scadiDote(caso: Caso, regole: RegoleGefo, adesso: Instant): EventoCaso | null {
  const { dote } = caso;
  const oggi = dayInRome(adesso);
  if (!dote || !DOTI_IN_CORSO.has(dote.stato)) return null;
  if (!dote.servizi.some(({ stato }) => stato === "pianificato")) return null;
  return oggi > fineDote(dote, regole) ? { tipo: "dote-scaduta", at: adesso, on: oggi } : null;
}

export interface AvviaDecadenza {
  readonly motivo: MotivoDecadenza;
  readonly nota: string;
}

/** The giovane is told first and may answer; the Region decides. */
export function avviaDecadenza(
  caso: Caso,
  { motivo, nota }: AvviaDecadenza,
  { presa }: RegoleGefo,
  adesso: Instant,
): Deciso {
  const aperta = checkDote(caso, "avviaDecadenza");
  if (!aperta.ok) return aperta;
  if (caso.preavviso) return refuse({ code: "preavviso.gia-inviato", entro: caso.preavviso.entro });
  const entro = entroDi(adesso, presa.preavviso);
  const tempi = { at: adesso, entro, controdeduzioni: null };
  const preavviso = { tipo: "decadenza", motivo, nota, ...tempi } as const;
  return ok({ tipo: "preavviso-inviato", at: adesso, preavviso });
}

/** After the answer of the giovane, or after the last day to give it. */
export function decidiDecadenza(caso: Caso, motivazione: string, adesso: Instant): Deciso {
  const aperta = checkDote(caso, "decidiDecadenza");
  if (!aperta.ok) return aperta;
  const oggi = dayInRome(adesso);
  const deciso = checkDecisione(caso.preavviso, "decadenza", oggi);
  if (!deciso.ok) return deciso;
  const { motivo } = deciso.value;
  const atto = { motivo, nota: motivazione, on: oggi, documentoId: null };
  const chiusura = { come: "decaduta", ...atto } as const;
  return ok({ tipo: "dote-chiusa", at: adesso, chiusura, perCambio: false });
}

/** The grant itself was wrong: the Region takes it back, with its reasons. */
export function revocaDote(caso: Caso, motivazione: string, adesso: Instant): Deciso {
  const aperta = checkDote(caso, "revocaDote");
  if (!aperta.ok) return aperta;
  const atto = { motivo: "revoca", nota: motivazione, documentoId: null };
  const chiusura = { come: "revocata", ...atto, on: dayInRome(adesso) } as const;
  return ok({ tipo: "dote-chiusa", at: adesso, chiusura, perCambio: false });
}

/**
 * The Region has stopped the operatore: what has not begun is freed, what has begun is closed and reported
 * by itself, and the person, still in charge, goes on with another operatore.
 */
export function chiudiPerFermo(caso: Caso, motivazione: string, adesso: Instant): Deciso {
  const aperta = checkDote(caso, "chiudiPerFermo");
  if (!aperta.ok) return aperta;
  const atto = { motivo: "cambio-operatore", nota: motivazione, documentoId: null };
  const chiusura = { come: "revocata", ...atto, on: dayInRome(adesso) } as const;
  return ok({ tipo: "dote-chiusa", at: adesso, chiusura, perCambio: true });
}

/**
 * Another operatore after a dote: only when nothing of the first dote is open any more, so that each
 * operatore closes its own accounts; the person is still in charge.
 */
export function assegnaOperatore(caso: Caso, operatoreId: OperatoreId, adesso: Instant): Deciso {
  const { dote, statoAdesione } = caso;
  const inCarico = statoAdesione === "P" || statoAdesione === "T";
  if (!dote || !inCarico || caso.stato !== "chiuso")
    return refuse({ code: "caso.passo-non-aperto", stato: caso.stato, serve: ["chiuso"] });
  if (!doteFinita(dote)) return refuse({ code: "dote.servizi-aperti" });
  if (operatoreId === caso.operatoreId) return refuse({ code: "caso.stesso-operatore" });
  return ok({ tipo: "operatore-assegnato", at: adesso, operatoreId });
}
