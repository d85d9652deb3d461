import { assenzeContate } from "../contatto/assenza.ts";
import { fattoDelPiano, type Tentativo } from "../contatto/piano.ts";
import { componiServizi, type Dote, type ServizioChiesto, totaleCents } from "../dote/dote.ts";
import type { DoteId } from "../ids.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import { type ClasseProfilata, checkProfilazione } from "../profilazione/profilazione.ts";
import { ok, type Result, refuse } from "../result.ts";
import { ageOn, type CivilDate, dayInRome, type Instant } from "../time.ts";
import type { Caso, StatoCaso } from "./caso.ts";
import type { EsitoContatto, MotivoNonPresa } from "./contatto.ts";
import type { EventoCaso } from "./evento.ts";
import { checkDecisione, entroDi } from "./preavviso.ts";
import { checkData } from "./regole-date.ts";
import type { RifiutoCaso } from "./rifiuto.ts";
import { checkTutela } from "./tutela.ts";
import { checkRequisiti } from "./verifica.ts";

/** The commands of the addetto before the dote is confirmed. The rows of SPEC.md, table 1. */

type Deciso = Result<EventoCaso, RifiutoCaso>;

/** In which steps each command is open; the page closes the same doors. */
export const PASSI_APERTI = {
  registraContatto: ["da-convocare", "convocato", "colloquio", "patto"],
  giustificaAssenza: ["convocato", "colloquio", "patto"],
  firmaPatto: ["colloquio"],
  inviaDote: ["patto"],
  lasciaCoda: ["in-coda"],
  ridaiScelta: ["da-convocare", "convocato", "colloquio", "patto", "in-coda"],
  nonPrendereInCarico: ["da-convocare", "convocato", "colloquio", "patto"],
  verificaIdentita: ["convocato", "colloquio", "patto"],
  verificaRequisiti: ["convocato", "colloquio", "patto", "dote-inviata", "confermata"],
  registraTutela: ["convocato", "colloquio", "patto"],
  profila: ["colloquio"],
  cambiaResidenza: ["convocato", "colloquio", "patto", "dote-inviata", "confermata"],
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
  const data = checkData(on, caso.dataAdesione, dayInRome(adesso), "giorno");
  if (!data.ok) return data;
  if (at > adesso)
    return refuse({ code: "data.nel-futuro", campo: "giorno", data: on, oggi: dayInRome(adesso) });
  if (esito === "mancata-presentazione" && caso.convocatoOn === null)
    return refuse({ code: "contatto.senza-convocazione" });
  return ok({ tipo: "giovane-contattato", at, on, esito });
}

export interface FirmaPatto {
  readonly data: CivilDate;
  readonly documentoId: string;
  readonly dataNascita: CivilDate;
}

/** Identity seen, requisites that hold on that day, a valid class, and for a minor whoever acts for him. */
export function checkPatto(
  caso: Caso,
  { data, dataNascita }: Omit<FirmaPatto, "documentoId">,
  { presa }: RegoleGefo,
): Result<ClasseProfilata, RifiutoCaso> {
  if (!caso.identita) return refuse({ code: "identita.non-verificata" });
  const requisiti = checkRequisiti(caso.requisiti, data, presa.requisiti);
  if (!requisiti.ok) return requisiti;
  const tutela = checkTutela(caso.tutela, dataNascita, data);
  if (!tutela.ok) return tutela;
  return checkProfilazione(caso.profilata, data);
}

/** The patto follows the interview; its fascia is the class of the profiling, nobody types it. */
export function firmaPatto(
  caso: Caso,
  comando: FirmaPatto,
  regole: RegoleGefo,
  adesso: Instant,
): Deciso {
  const aperto = checkPasso(caso, "firmaPatto");
  if (!aperto.ok) return aperto;
  const { data, documentoId } = comando;
  const giorno = checkData(
    data,
    caso.colloquioOn ?? caso.dataAdesione,
    dayInRome(adesso),
    "dataPatto",
  );
  if (!giorno.ok) return giorno;
  const pronto = checkPatto(caso, comando, regole);
  if (!pronto.ok) return pronto;
  const { classe: fascia, id: profilazioneId } = pronto.value;
  return ok({
    tipo: "patto-firmato",
    at: adesso,
    patto: { data, fascia, profilazioneId, documentoId },
  });
}

export interface InviaDote {
  readonly id: DoteId;
  readonly protocollo: string;
  readonly servizi: readonly ServizioChiesto[];
  readonly dataNascita: CivilDate;
}

/** What a dote of this case may be worth at most, after what the earlier ones have used. */
export function massimaleCents({ patto, precedenti }: Caso, regole: RegoleGefo): number {
  if (!patto) return 0;
  const intero = regole.massimaliFasciaCents[patto.fascia];
  if (regole.presa.valoreDopoCambio === "intero") return intero;
  const usato = precedenti.reduce((somma, { usatoCents }) => somma + usatoCents, 0);
  return Math.max(0, intero - usato);
}

/** A measure that is not for who is so young. */
function checkEta(
  servizi: readonly ServizioChiesto[],
  etaYears: number,
  { presa }: RegoleGefo,
): RifiutoCaso | null {
  for (const { misura } of servizi) {
    const minYears = presa.minori.etaMinYears[misura] ?? 0;
    if (etaYears < minYears) return { code: "dote.eta-misura", misura, etaYears, minYears };
  }
  return null;
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
  const giovane = checkEta(comando.servizi, ageOn(comando.dataNascita, dayInRome(adesso)), regole);
  if (giovane) return refuse(giovane);
  const servizi = componiServizi(comando.servizi, fascia, regole, massimaleCents(caso, regole));
  if (!servizi.ok) return servizi;
  const { id, protocollo } = comando;
  const valoreCents = totaleCents(servizi.value);
  const nuova = { id, protocollo, fascia, valoreCents, servizi: servizi.value };
  const vita = { sospensioni: [], conclusione: null, chiusura: null };
  const dote: Dote = { ...nuova, ...vita, stato: "inviata", inviataAt: adesso };
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

/** A person in charge already needs no register: the new dote goes on by itself. Null: it waits for P. */
export function seguitoDote(
  { statoAdesione, stato }: Caso,
  { presa }: RegoleGefo,
  at: Instant,
): EventoCaso | null {
  const inCarico = statoAdesione === "P" || statoAdesione === "T";
  if (stato !== "dote-inviata" || !inCarico) return null;
  if (presa.ammissione === "automatica") return { tipo: "dote-ammessa", at };
  return { tipo: "presa-confermata", at, inVerifica: true };
}

export interface NonPrendereInCarico {
  readonly motivo: MotivoNonPresa;
  readonly nota: string;
  /** Of the present operatore: only they tell how somebody was looked for. */
  readonly contatti: readonly Tentativo[];
}

/** Nobody is given up before the plan of contacts is done: its figures are the only ones. */
const DOPO_IL_PIANO: ReadonlySet<MotivoNonPresa> = new Set<MotivoNonPresa>([
  "irreperibile",
  "mancata-presentazione",
]);

/** Who did not come was found: for that the attempts are enough, on any channel. */
function checkTentativi(
  caso: Caso,
  { motivo, contatti }: NonPrendereInCarico,
  regole: RegoleGefo,
): Result<null, RifiutoCaso> {
  const giustificate = caso.assenze.length - assenzeContate(caso);
  const registrati = caso.tentativi - giustificate;
  if (!DOPO_IL_PIANO.has(motivo)) {
    const { tentativiMin } = regole.motiviNonPresa[motivo];
    if (registrati >= tentativiMin) return ok(null);
    const fatti = { tentativi: registrati, tentativiMin, canali: 0, canaliMin: 0 };
    return refuse({ code: "non-presa.pochi-tentativi", motivo, ...fatti });
  }
  if (motivo === "mancata-presentazione" && giustificate > 0 && assenzeContate(caso) === 0)
    return refuse({ code: "non-presa.nessuna-assenza" });
  const fatto = fattoDelPiano({ caso, contatti }, regole.contatti);
  // Contacts of an earlier time with the same operatore are not attempts of this one.
  const tentativi = Math.min(fatto.tentativi, registrati);
  const canaliMin = motivo === "irreperibile" ? fatto.canaliMin : 0;
  if (tentativi >= fatto.tentativiMin && fatto.canali >= canaliMin) return ok(null);
  return refuse({ code: "non-presa.pochi-tentativi", motivo, ...fatto, tentativi, canaliMin });
}

/**
 * Each reason has its own steps and its least number of attempts: data of the pack. Where the pack wants
 * a notice first, this sends it; asked again after the answer or its term, it decides.
 */
export function nonPrendereInCarico(
  caso: Caso,
  comando: NonPrendereInCarico,
  regole: RegoleGefo,
  adesso: Instant,
): Deciso {
  const aperto = checkPasso(caso, "nonPrendereInCarico");
  if (!aperto.ok) return aperto;
  const { motivo, nota } = comando;
  const { stati } = regole.motiviNonPresa[motivo];
  const { stato } = caso;
  if (!stati.some((ammesso) => ammesso === stato))
    return refuse({ code: "non-presa.motivo-fuori-tempo", motivo, stato });
  const cercato = checkTentativi(caso, comando, regole);
  if (!cercato.ok) return cercato;
  if (caso.statoAdesione !== "A") return refuse({ code: "caso.gia-in-carico", stato });
  const decisa = { motivo, nota, at: adesso };
  if (!regole.presa.preavviso.motiviNonPresa.includes(motivo))
    return ok({ tipo: "non-preso-in-carico", at: adesso, nonPresa: decisa });
  if (!caso.preavviso) {
    const entro = entroDi(adesso, regole.presa.preavviso);
    const preavviso = { tipo: "non-presa", ...decisa, entro, controdeduzioni: null } as const;
    return ok({ tipo: "preavviso-inviato", at: adesso, preavviso });
  }
  const deciso = checkDecisione(caso.preavviso, "non-presa", dayInRome(adesso));
  if (!deciso.ok) return deciso;
  return ok({ tipo: "non-preso-in-carico", at: adesso, nonPresa: decisa });
}
