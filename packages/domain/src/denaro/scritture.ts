import { totaleCents } from "../dote/dote.ts";
import type { Servizio } from "../dote/servizio.ts";
import type { ServizioId } from "../ids.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { EventoCaso } from "../presa-in-carico/evento.ts";
import { type Scrittura, scrittura } from "./libro.ts";

/** What an evento of a case does to the money: the ledger is a function of the facts. */
export function scrittureDi(prima: Caso | null, evento: EventoCaso): readonly Scrittura[] {
  switch (evento.tipo) {
    case "dote-inviata": {
      const v = evento.dote.valoreCents;
      return [scrittura("prenotazione", { disponibile: -v, prenotato: v })];
    }
    case "presa-confermata": {
      const v = prima?.dote?.valoreCents ?? 0;
      return [scrittura("impegno", { prenotato: -v, impegnato: v })];
    }
    case "presa-rifiutata":
    case "dote-respinta":
    case "operatore-cambiato":
      return rilasciaPrenotato(prima);
    case "adesione-chiusa":
      return rilasciaPerChiusura(prima);
    case "servizio-concluso":
      return rilasciaImpegnato(trova(prima, evento.rinunciati));
    case "servizio-rendicontato":
      return [rendicontato(prima, evento.servizioId, evento.richiestoCents)];
    case "rendicontazione-verificata":
      return [verificato(prima, evento.servizioId, evento.ammessoCents)];
    case "caso-assegnato":
    case "giovane-contattato":
    case "patto-firmato":
    case "non-preso-in-carico":
    case "stato-aggiornato":
    case "servizio-avviato":
      return [];
  }
}

function rilasciaPrenotato(prima: Caso | null): readonly Scrittura[] {
  if (prima?.dote?.stato !== "inviata") return [];
  const v = prima.dote.valoreCents;
  return [scrittura("rilascio", { prenotato: -v, disponibile: v })];
}

function rilasciaPerChiusura(prima: Caso | null): readonly Scrittura[] {
  if (prima?.stato !== "confermata") return rilasciaPrenotato(prima);
  const servizi = prima.dote?.servizi ?? [];
  return rilasciaImpegnato(servizi.filter(({ stato }) => stato === "pianificato"));
}

function rilasciaImpegnato(servizi: readonly Servizio[]): readonly Scrittura[] {
  if (servizi.length === 0) return [];
  const v = totaleCents(servizi);
  return [scrittura("rilascio", { impegnato: -v, disponibile: v })];
}

const trova = (caso: Caso | null, ids: readonly ServizioId[]): readonly Servizio[] =>
  caso?.dote?.servizi.filter(({ id }) => ids.includes(id)) ?? [];

function servizio(caso: Caso | null, id: ServizioId): Servizio {
  const [trovato] = trova(caso, [id]);
  if (!trovato) throw new Error(`il servizio ${id} non è nella dote del caso`);
  return trovato;
}

/** What was planned and is not asked for becomes available again. */
function rendicontato(caso: Caso | null, id: ServizioId, richiesto: number): Scrittura {
  const piano = servizio(caso, id).importoCents;
  const conti = { impegnato: -piano, rendicontato: richiesto, disponibile: piano - richiesto };
  return scrittura("rendicontazione", conti);
}

function verificato(caso: Caso | null, id: ServizioId, ammesso: number): Scrittura {
  const richiesto = servizio(caso, id).rendicontatoCents ?? 0;
  const conti = { rendicontato: -richiesto, ammesso, disponibile: richiesto - ammesso };
  return scrittura("verifica", conti);
}
