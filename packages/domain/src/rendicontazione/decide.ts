import { checkServizio } from "../dote/decide.ts";
import type { Dote } from "../dote/dote.ts";
import type { Servizio, StatoServizio } from "../dote/servizio.ts";
import { fineDote } from "../dote/vita.ts";
import { CONTI_VUOTI } from "../erogazione/conti.ts";
import type { TipoRendiconto } from "../erogazione/evento.ts";
import { isFirmata, minutiTotali, type RigaRegistro } from "../erogazione/registro.ts";
import type { ServizioId } from "../ids.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import type { ProvaRichiesta } from "../pacchetto/regole-rendiconto.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { EventoCaso } from "../presa-in-carico/evento.ts";
import type { RifiutoCaso } from "../presa-in-carico/rifiuto.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { ProvaRisultato } from "../risultato/prova.ts";
import { addDays, type CivilDate, dayInRome, type Instant } from "../time.ts";
import { impegnoResiduoCents } from "./scritture.ts";
import { CONTROLLO_NEGATO, checkTagli, MOTIVI_TAGLIO, type Taglio } from "./tagli.ts";
import { minutiVoci, totaleVociCents, type VoceRendiconto, vociDaRegistro } from "./voci.ts";

/** In which state of the service each kind of report is open. The rows of SPEC.md, table 1. */
export const STATO_PER_RENDICONTO = {
  parziale: "avviato",
  finale: "erogato",
  ripresentazione: "tagliato",
} as const satisfies Record<TipoRendiconto, StatoServizio>;

export type RifiutoRendiconto =
  | Readonly<{ code: "rendicontazione.in-verifica"; inVerificaCents: number }>
  | Readonly<{ code: "rendicontazione.niente-da-rendicontare" }>
  | Readonly<{ code: "rendicontazione.prova-mancante"; manca: ProvaRichiesta }>
  | Readonly<{ code: "rendicontazione.righe-senza-firma"; righe: number; minuti: number }>
  | Readonly<{ code: "rendicontazione.niente-da-ripresentare" }>
  | Readonly<{ code: "rendicontazione.ripresentazione-scaduta"; entro: CivilDate }>
  | Readonly<{ code: "rendicontazione.risultato-solo-alla-fine" }>
  | Readonly<{
      code: "rendicontazione.controlli-incompleti";
      campo: "controlli";
      mancano: readonly string[];
    }>
  | Readonly<{ code: "rendicontazione.sconosciuta" }>;

export interface Presenta {
  readonly servizioId: ServizioId;
  readonly rendicontazioneId: string;
  readonly tipo: TipoRendiconto;
  /** The register of the service. */
  readonly righe: readonly RigaRegistro[];
  /** For a service paid by result; null = none was found. */
  readonly prova: ProvaRisultato | null;
  /** Documents that the operatore has uploaded for this service. */
  readonly documenti: number;
  /** Lines that were cut, with the amount of the cut. */
  readonly tagliate: readonly VoceRendiconto[];
  /** Documents uploaded after the cut. */
  readonly documentiNuovi: number;
}

export interface Presentata {
  readonly evento: EventoCaso;
  readonly voci: readonly VoceRendiconto[];
}

type Esito = Result<readonly VoceRendiconto[], RifiutoCaso>;

const isRisultato = ({ misura }: Servizio, regole: RegoleGefo): boolean =>
  regole.misure[misura].unita === "risultato";

/** Signed, free, within the service and within the dote. */
export function righeRendicontabili(
  righe: readonly RigaRegistro[],
  servizio: Servizio,
  fine: CivilDate,
): readonly RigaRegistro[] {
  const al = servizio.dataFine !== null && servizio.dataFine < fine ? servizio.dataFine : fine;
  const dal = servizio.dataInizio ?? fine;
  return righe.filter(
    (riga) =>
      riga.rendicontazioneId === null && isFirmata(riga) && riga.giorno >= dal && riga.giorno <= al,
  );
}

/** What is paid by result asks for the contract, or for nothing when there was no result to reach. */
function vociRisultato(servizio: Servizio, comando: Presenta, regole: RegoleGefo): Esito {
  if (comando.tipo === "parziale")
    return refuse({ code: "rendicontazione.risultato-solo-alla-fine" });
  const { esitiPagati } = regole.misure[servizio.misura];
  if (servizio.esito === null || !(esitiPagati ?? []).includes(servizio.esito)) return ok([]);
  const { prova } = comando;
  if (!prova) return refuse({ code: "rendicontazione.prova-mancante", manca: "comunicazione" });
  const { protocollo: riferimento, dal: giorno, importoCents } = prova;
  return ok([{ riferimento, giorno, minuti: 0, importoCents }]);
}

function vociOre(servizio: Servizio, dote: Dote, comando: Presenta, regole: RegoleGefo): Esito {
  const { tipo, righe, documenti } = comando;
  const libere = righe.filter(({ rendicontazioneId }) => rendicontazioneId === null);
  const buone = righeRendicontabili(righe, servizio, fineDote(dote, regole));
  const senzaFirma = libere.filter((riga) => !isFirmata(riga));
  if (tipo === "finale" && senzaFirma.length > 0) {
    const fatti = { righe: senzaFirma.length, minuti: minutiTotali(senzaFirma) };
    return refuse({ code: "rendicontazione.righe-senza-firma", ...fatti });
  }
  if (tipo === "parziale" && buone.length === 0)
    return refuse({ code: "rendicontazione.niente-da-rendicontare" });
  const prove = regole.rendiconto.prove[servizio.misura];
  const serveRelazione = tipo === "finale" && buone.length > 0 && prove.includes("relazione");
  if (serveRelazione && documenti === 0)
    return refuse({ code: "rendicontazione.prova-mancante", manca: "relazione" });
  const residuo = impegnoResiduoCents(servizio) - (servizio.conti?.ripresentabileCents ?? 0);
  return ok(vociDaRegistro(buone, servizio.tariffaCents, residuo));
}

/** Once, in time, with something new to show. */
function vociRipresentate(servizio: Servizio, comando: Presenta, oggi: CivilDate): Esito {
  const { conti = CONTI_VUOTI } = servizio;
  const { ripresentabileCents, ripresentabileEntro, ripresentato } = conti;
  if (ripresentato || ripresentabileCents === 0)
    return refuse({ code: "rendicontazione.niente-da-ripresentare" });
  if (ripresentabileEntro !== null && oggi > ripresentabileEntro)
    return refuse({ code: "rendicontazione.ripresentazione-scaduta", entro: ripresentabileEntro });
  if (comando.documentiNuovi === 0)
    return refuse({ code: "rendicontazione.prova-mancante", manca: "relazione" });
  return ok(comando.tagliate);
}

/**
 * The operatore reports: by the hour, the signed register within validity, availability and caps; by
 * result, the contract that proves it.
 * @source DOMAIN §3.4, 5
 */
export function presentaRendicontazione(
  caso: Caso,
  comando: Presenta,
  regole: RegoleGefo,
  adesso: Instant,
): Result<Presentata, RifiutoCaso> {
  const { servizioId, rendicontazioneId, tipo } = comando;
  const trovato = checkServizio(caso, servizioId, STATO_PER_RENDICONTO[tipo]);
  if (!trovato.ok) return trovato;
  const { servizio, dote } = trovato.value;
  const { inVerificaCents } = servizio.conti ?? CONTI_VUOTI;
  if (inVerificaCents > 0) return refuse({ code: "rendicontazione.in-verifica", inVerificaCents });
  const voci =
    tipo === "ripresentazione"
      ? vociRipresentate(servizio, comando, dayInRome(adesso))
      : isRisultato(servizio, regole)
        ? vociRisultato(servizio, comando, regole)
        : vociOre(servizio, dote, comando, regole);
  if (!voci.ok) return voci;
  const oreErogate = Math.floor(minutiVoci(voci.value) / 60);
  const conto = { rendiconto: tipo, oreErogate, richiestoCents: totaleVociCents(voci.value) };
  const evento = { servizioId, rendicontazioneId, ...conto, at: adesso } as const;
  return ok({ evento: { tipo: "servizio-rendicontato", ...evento }, voci: voci.value });
}

export interface Verifica {
  readonly servizioId: ServizioId;
  readonly rendicontazioneId: string;
  readonly tipo: TipoRendiconto;
  readonly voci: readonly VoceRendiconto[];
  readonly tagli: readonly Taglio[];
  /** Codes of the checks that the desk has done. */
  readonly controlli: readonly string[];
}

/** The region admits what was reported, line by line; a final report that was cut may be shown again. */
export function verificaRendicontazione(
  caso: Caso,
  comando: Verifica,
  regole: RegoleGefo,
  adesso: Instant,
): Result<EventoCaso, RifiutoCaso> {
  const { servizioId, rendicontazioneId, tipo, voci, tagli, controlli } = comando;
  const serve = tipo === "finale" ? "rendicontato" : null;
  const servizio = caso.dote?.servizi.find(({ id }) => id === servizioId);
  if (!servizio) return refuse({ code: "servizio.sconosciuto" });
  if (serve && servizio.stato !== serve)
    return refuse({ code: "servizio.passo-non-aperto", stato: servizio.stato, serve });
  const negati = new Set(
    tagli
      .filter(({ importoCents }) => importoCents > 0)
      .map(({ motivo }) => CONTROLLO_NEGATO[motivo]),
  );
  const mancano = Object.keys(regole.rendiconto.controlli).filter(
    (uno) => !controlli.includes(uno) && !negati.has(uno),
  );
  if (mancano.length > 0)
    return refuse({ code: "rendicontazione.controlli-incompleti", campo: "controlli", mancano });
  const somma = checkTagli(voci, tagli);
  if (!somma.ok) return somma;
  const taglioCents = somma.value;
  const ammessoCents = totaleVociCents(voci) - taglioCents;
  const [primo] = tagli;
  const motivoTaglio = taglioCents > 0 && primo ? MOTIVI_TAGLIO[primo.motivo] : null;
  const ripresentabile = tipo !== "ripresentazione";
  const daRipresentare = taglioCents + (servizio.conti?.ripresentabileCents ?? 0);
  const entro = addDays(dayInRome(adesso), regole.rendiconto.ripresentazioneDays);
  return ok({
    ...{ tipo: "rendicontazione-verificata", at: adesso, servizioId, rendicontazioneId },
    ...{ rendiconto: tipo, ammessoCents, motivoTaglio, ripresentabile },
    ripresentabileEntro: tipo === "finale" && daRipresentare > 0 ? entro : null,
  });
}

/** A cut that can no longer be shown again, at the end of this day. Null = there is none. */
export function chiudiTaglio(
  caso: Caso,
  servizioId: ServizioId,
  adesso: Instant,
): EventoCaso | null {
  const servizio = caso.dote?.servizi.find(({ id }) => id === servizioId);
  const { ripresentabileCents, ripresentabileEntro } = servizio?.conti ?? CONTI_VUOTI;
  if (ripresentabileCents === 0 || ripresentabileEntro === null) return null;
  if (dayInRome(adesso) <= ripresentabileEntro) return null;
  return { tipo: "taglio-definitivo", at: adesso, servizioId };
}
