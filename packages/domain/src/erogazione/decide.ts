import { type AvviaServizio, avviaServizio, checkServizio } from "../dote/decide.ts";
import type { ServizioId } from "../ids.ts";
import { LIMITI_DATE } from "../pacchetto/limiti-date.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { EventoCaso } from "../presa-in-carico/evento.ts";
import { checkData, type RifiutoData } from "../presa-in-carico/regole-date.ts";
import type { RifiutoCaso } from "../presa-in-carico/rifiuto.ts";
import { ok, type Result, refuse } from "../result.ts";
import { addMonths, type CivilDate, dayInRome, type Instant } from "../time.ts";
import type { Abilitato } from "./controlla.ts";
import type { Incarico } from "./incarico.ts";

export type RifiutoVariazione =
  | Readonly<{ code: "incarico.sede-non-accreditata"; campo: "sedeId"; giorno: CivilDate }>
  | Readonly<{
      code: "incarico.professionista-non-disponibile";
      campo: "professionistaId";
      giorno: CivilDate;
    }>
  | Readonly<{
      code: "incarico.fine-prima-dell-inizio";
      campo: "finePrevista";
      dataInizio: CivilDate;
    }>
  | RifiutoData
  | Readonly<{ code: "incarico.niente-cambia" }>;

type Deciso = Result<EventoCaso, RifiutoCaso>;

/** Who may deliver, and where: what the operatore has of its own. */
export interface Disponibili {
  readonly sedi: readonly Abilitato[];
  readonly professionisti: readonly Abilitato[];
}

const copre = (tutti: readonly Abilitato[], id: string, giorno: CivilDate): boolean =>
  tutti.some((uno) => uno.id === id && uno.dal <= giorno && (uno.al === null || giorno <= uno.al));

function checkIncarico(
  { sedeId, professionistaId, finePrevista }: Incarico,
  giorno: CivilDate,
  inizio: CivilDate,
  { sedi, professionisti }: Disponibili,
): RifiutoVariazione | null {
  if (!copre(sedi, sedeId, giorno))
    return { code: "incarico.sede-non-accreditata", campo: "sedeId", giorno };
  if (!copre(professionisti, professionistaId, giorno))
    return { code: "incarico.professionista-non-disponibile", campo: "professionistaId", giorno };
  if (finePrevista !== null && finePrevista < inizio)
    return { code: "incarico.fine-prima-dell-inizio", campo: "finePrevista", dataInizio: inizio };
  const massima = addMonths(inizio, LIMITI_DATE.servizioMaxMonths);
  if (finePrevista !== null && finePrevista > massima)
    return { code: "data.troppo-avanti", campo: "finePrevista", data: finePrevista, massima };
  return null;
}

/** The start is communicated with where, by whom and until when. */
export function avviaConIncarico(
  caso: Caso,
  comando: AvviaServizio & Readonly<{ incarico: Incarico }>,
  disponibili: Disponibili,
  regole: RegoleGefo,
  adesso: Instant,
): Deciso {
  const { servizioId, dataInizio, incarico } = comando;
  const avviato = avviaServizio(caso, { servizioId, dataInizio }, regole, adesso);
  if (!avviato.ok) return avviato;
  const rifiuto = checkIncarico(incarico, dataInizio, dataInizio, disponibili);
  if (rifiuto) return refuse(rifiuto);
  return ok({ tipo: "servizio-avviato", at: adesso, servizioId, dataInizio, incarico });
}

const uguali = (a: Incarico, b: Incarico): boolean =>
  a.sedeId === b.sedeId &&
  a.professionistaId === b.professionistaId &&
  a.finePrevista === b.finePrevista;

export interface VariaServizio {
  readonly servizioId: ServizioId;
  /** From which day: what was delivered before stays as it was. */
  readonly dal: CivilDate;
  readonly incarico: Incarico;
  readonly motivo: string;
}

/** Another place, another professional, another end: told as it happens. The start never changes. */
export function variaServizio(
  caso: Caso,
  { servizioId, dal, incarico, motivo }: VariaServizio,
  disponibili: Disponibili,
  adesso: Instant,
): Deciso {
  const trovato = checkServizio(caso, servizioId, "avviato");
  if (!trovato.ok) return trovato;
  const { servizio } = trovato.value;
  const inizio = servizio.dataInizio ?? dal;
  const data = checkData(dal, inizio, dayInRome(adesso), "dal");
  if (!data.ok) return data;
  const rifiuto = checkIncarico(incarico, dal, inizio, disponibili);
  if (rifiuto) return refuse(rifiuto);
  if (servizio.incarico && uguali(incarico, servizio.incarico))
    return refuse({ code: "incarico.niente-cambia" });
  return ok({ tipo: "servizio-variato", at: adesso, servizioId, dal, incarico, motivo });
}
