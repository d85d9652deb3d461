import { LIMITI_DATE } from "../pacchetto/limiti-date.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import type { ProvaRequisiti } from "../pacchetto/regole-presa.ts";
import type { ClasseProfilata } from "../profilazione/profilazione.ts";
import { ok, type Result, refuse } from "../result.ts";
import { addDays, addMonths, type CivilDate, dayInRome, type Instant } from "../time.ts";
import type { Caso } from "./caso.ts";
import { checkPasso } from "./decide.ts";
import type { EventoCaso } from "./evento.ts";
import { checkRisposta } from "./preavviso.ts";
import { checkData, checkIntervallo } from "./regole-date.ts";
import type { RifiutoCaso } from "./rifiuto.ts";
import { decidiTutela, type RegistraTutela } from "./tutela.ts";
import { type VerificaIdentita, valutaNeet } from "./verifica.ts";

/** The fascicolo: what is checked about a person before and after the patto. */

type Deciso = Result<EventoCaso, RifiutoCaso>;

/** An expired document proves nothing. */
export function verificaIdentita(caso: Caso, verifica: VerificaIdentita, adesso: Instant): Deciso {
  const aperto = checkPasso(caso, "verificaIdentita");
  if (!aperto.ok) return aperto;
  const { on, scadeOn } = verifica;
  const data = checkData(on, caso.dataAdesione, dayInRome(adesso), "dataVerifica");
  if (!data.ok) return data;
  if (scadeOn < on)
    return refuse({ code: "identita.documento-scaduto", campo: "scadenza", scadeOn, on });
  const massima = addMonths(on, LIMITI_DATE.documentoMaxYears * 12);
  const durata = checkIntervallo(scadeOn, { minima: on, massima }, "scadenza");
  if (!durata.ok) return durata;
  return ok({ tipo: "identita-verificata", at: adesso, verifica });
}

export interface VerificaNeet {
  readonly on: CivilDate;
  readonly attivita: readonly string[];
  readonly prove: readonly ProvaRequisiti[];
}

/** A negative check is a fact, not a refusal: it closes the next doors and stays in the history. */
export function verificaRequisiti(
  caso: Caso,
  verifica: VerificaNeet,
  { presa }: RegoleGefo,
  adesso: Instant,
): Deciso {
  const aperto = checkPasso(caso, "verificaRequisiti");
  if (!aperto.ok) return aperto;
  const data = checkData(verifica.on, caso.dataAdesione, dayInRome(adesso), "dataVerifica");
  if (!data.ok) return data;
  const esito = valutaNeet(verifica, presa.requisiti);
  if (!esito.ok) return esito;
  return ok({ tipo: "requisiti-verificati", at: adesso, verifica: esito.value });
}

/** The answer of the service has been recorded: from here it is the class of the case. */
export function profila(caso: Caso, profilata: ClasseProfilata, adesso: Instant): Deciso {
  const aperto = checkPasso(caso, "profila");
  return aperto.ok ? ok({ tipo: "profilato", at: adesso, profilata }) : aperto;
}

/** In another province the class must be asked again; after the patto the dote keeps the one it had. */
export function cambiaResidenza(caso: Caso, provincia: string, adesso: Instant): Deciso {
  const aperto = checkPasso(caso, "cambiaResidenza");
  if (!aperto.ok) return aperto;
  if (caso.profilata?.provincia === provincia)
    return refuse({ code: "profilazione.stessa-provincia", provincia });
  return ok({ tipo: "residenza-cambiata", at: adesso, provincia });
}

export function registraTutela(
  caso: Caso,
  tutela: RegistraTutela,
  dataNascita: CivilDate,
  adesso: Instant,
): Deciso {
  const aperto = checkPasso(caso, "registraTutela");
  if (!aperto.ok) return aperto;
  const esito = decidiTutela(tutela, dataNascita, dayInRome(adesso));
  if (!esito.ok) return esito;
  return ok({ tipo: "tutela-registrata", at: adesso, tutela: esito.value });
}

/** Eighteen: who was a minor confirms in person what a guardian had signed. */
export function confermaMaggiorenne(caso: Caso, adesso: Instant): Deciso {
  const { tutela } = caso;
  const open = tutela && tutela.stato !== "confermata";
  if (!open || dayInRome(adesso) < tutela.maggiorenneOn)
    return refuse({ code: "tutela.niente-da-confermare" });
  return ok({ tipo: "tutela-avanzata", at: adesso, stato: "confermata" });
}

/** By the clock: told before the birthday, over on the day. Null: nothing to do yet. */
export function avanzaTutela(
  { tutela }: Caso,
  { presa }: RegoleGefo,
  adesso: Instant,
): EventoCaso | null {
  const oggi = dayInRome(adesso);
  if (!tutela || tutela.stato === "cessata" || tutela.stato === "confermata") return null;
  if (oggi >= tutela.maggiorenneOn)
    return { tipo: "tutela-avanzata", at: adesso, stato: "cessata" };
  const avviso = addDays(tutela.maggiorenneOn, -presa.minori.avvisoDays);
  return tutela.stato === "attiva" && oggi >= avviso
    ? { tipo: "tutela-avanzata", at: adesso, stato: "avvisata" }
    : null;
}

/** What the giovane answers to a decision that was announced. */
export function registraControdeduzioni(caso: Caso, testo: string, adesso: Instant): Deciso {
  const aperto = checkRisposta(caso.preavviso, dayInRome(adesso));
  if (!aperto.ok) return aperto;
  return ok({ tipo: "controdeduzioni-ricevute", at: adesso, testo });
}

/** The answer has convinced, or the notice was a mistake: nothing is decided against the giovane. */
export function archiviaPreavviso(caso: Caso, motivazione: string, adesso: Instant): Deciso {
  if (!caso.preavviso) return refuse({ code: "preavviso.manca" });
  return ok({ tipo: "preavviso-archiviato", at: adesso, motivazione });
}
