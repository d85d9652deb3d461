import {
  addDays,
  type Caso,
  DOTI_IN_CORSO,
  dayInRome,
  fineDote,
  type RegoleGefo,
  scadenzaContatto,
} from "@staffetta/domain";
import type { Stores } from "../store.ts";
import type { TermineRow, TipoTermine } from "./tabelle.ts";

type Termini = Readonly<Partial<Record<TipoTermine, string | null>>>;

/** First day on which something must be said or done about the end of a dote. */
function scadenzaDi({ dote }: Caso, regole: RegoleGefo): string | null {
  if (dote === null || !DOTI_IN_CORSO.has(dote.stato)) return null;
  if (!dote.servizi.some(({ stato }) => stato === "pianificato")) return null;
  return addDays(fineDote(dote, regole), -Math.max(0, ...regole.presa.scadenza.avvisiDays));
}

function tutelaDi({ tutela }: Caso, { presa }: RegoleGefo): string | null {
  if (tutela?.stato === "attiva") return addDays(tutela.maggiorenneOn, -presa.minori.avvisoDays);
  return tutela?.stato === "avvisata" ? tutela.maggiorenneOn : null;
}

function cambioDi({ stato, dote, statoAdesione }: Caso): string | null {
  const inCarico = statoAdesione === "P" || statoAdesione === "T";
  const chiusura = dote?.chiusura;
  return stato === "chiuso" && inCarico && chiusura?.motivo === "cambio-operatore"
    ? chiusura.on
    : null;
}

/** What the clock, or the Region's desk, must look at; null = nothing. */
function terminiDi(caso: Caso, regole: RegoleGefo): Termini {
  const { dote, preavviso } = caso;
  return {
    scadenza: scadenzaDi(caso, regole),
    "maggiore-eta": tutelaDi(caso, regole),
    decadenza: preavviso?.tipo === "decadenza" ? preavviso.entro : null,
    verifica: dote?.stato === "in-verifica" ? dayInRome(dote.inviataAt) : null,
    cambio: cambioDi(caso),
    convocazione: caso.stato === "da-convocare" ? scadenzaContatto(caso, regole) : null,
  };
}

export const termineDi = (
  adesioneId: string,
  tipo: TipoTermine,
  il: string | null,
): TermineRow => ({ id: `${adesioneId}/${tipo}`, adesioneId, tipo, il });

const riassegnato = (prima: Caso | null, caso: Caso): boolean =>
  prima !== null && prima.assegnatoAt !== caso.assegnatoAt;

/** Writes only what has changed. */
export async function aggiornaTermini(
  stores: Stores,
  { prima, caso, regole }: Readonly<{ prima: Caso | null; caso: Caso; regole: RegoleGefo }>,
): Promise<void> {
  const vecchi = prima === null ? {} : terminiDi(prima, regole);
  const nuovi = terminiDi(caso, regole);
  // Assigned again to the same day's clock: what was told of the operatore of before is over.
  for (const [tipo, il] of Object.entries(nuovi) as [TipoTermine, string | null][])
    if ((vecchi[tipo] ?? null) !== il || (tipo === "convocazione" && riassegnato(prima, caso)))
      await stores.termini.put(termineDi(caso.adesioneId, tipo, il));
}
