import type { Servizio } from "../dote/servizio.ts";
import { DOTI_IN_ATTESA } from "../dote/vita.ts";
import type { ServizioId } from "../ids.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { EventoCaso } from "../presa-in-carico/evento.ts";
import { scrittureErogazione } from "../rendicontazione/scritture.ts";
import { type Causale, type Conto, type Scrittura, scrittura } from "./libro.ts";

/** What an evento of a case does to the money: the ledger is a function of the facts. */
export function scrittureDi(prima: Caso | null, evento: EventoCaso): readonly Scrittura[] {
  switch (evento.tipo) {
    case "dote-inviata":
      return perServizio("prenotazione", evento.dote.servizi, "disponibile", "prenotato");
    case "presa-confermata":
      return evento.inVerifica ? [] : impegna(prima);
    case "dote-ammessa":
      return impegna(prima);
    case "presa-rifiutata":
    case "dote-non-ammessa":
    case "dote-respinta":
    case "operatore-cambiato":
      return rilasciaPrenotato(prima);
    case "adesione-chiusa":
    case "dote-scaduta":
    case "dote-chiusa":
    case "percorso-chiuso":
      return rilasciaPerChiusura(prima);
    case "servizio-concluso":
      return rilasciaImpegnato(trova(prima, evento.rinunciati));
    case "caso-assegnato":
    case "giovane-contattato":
    case "assenza-giustificata":
    case "patto-firmato":
    case "dote-accodata":
    case "coda-lasciata":
    case "non-preso-in-carico":
    case "stato-aggiornato":
    case "servizio-avviato":
    case "identita-verificata":
    case "requisiti-verificati":
    case "profilato":
    case "residenza-cambiata":
    case "tutela-registrata":
    case "tutela-avanzata":
    case "preavviso-inviato":
    case "controdeduzioni-ricevute":
    case "preavviso-archiviato":
    case "dote-sospesa":
    case "dote-ripresa":
    case "operatore-assegnato":
      return [];
    default:
      return scrittureErogazione(servizio(prima, evento.servizioId), evento);
  }
}

const impegna = (prima: Caso | null): readonly Scrittura[] =>
  perServizio("impegno", prima?.dote?.servizi ?? [], "prenotato", "impegnato");

function rilasciaPrenotato(prima: Caso | null): readonly Scrittura[] {
  if (!prima?.dote || !DOTI_IN_ATTESA.has(prima.dote.stato)) return [];
  return perServizio("rilascio", prima.dote.servizi, "prenotato", "disponibile");
}

function rilasciaPerChiusura(prima: Caso | null): readonly Scrittura[] {
  if (!prima?.dote || prima.stato !== "confermata" || DOTI_IN_ATTESA.has(prima.dote.stato))
    return rilasciaPrenotato(prima);
  return rilasciaImpegnato(prima.dote.servizi.filter(({ stato }) => stato === "pianificato"));
}

const rilasciaImpegnato = (servizi: readonly Servizio[]): readonly Scrittura[] =>
  perServizio("rilascio", servizi, "impegnato", "disponibile");

/** The planned amount of each service goes from a conto to another; what costs nothing moves nothing. */
const perServizio = (
  causale: Causale,
  servizi: readonly Servizio[],
  da: Conto,
  a: Conto,
): readonly Scrittura[] =>
  servizi
    .filter(({ importoCents }) => importoCents > 0)
    .map(({ id, importoCents }) =>
      scrittura(causale, { [da]: -importoCents, [a]: importoCents }, id),
    );

const trova = (caso: Caso | null, ids: readonly ServizioId[]): readonly Servizio[] =>
  caso?.dote?.servizi.filter(({ id }) => ids.includes(id)) ?? [];

function servizio(caso: Caso | null, id: ServizioId): Servizio {
  const [trovato] = trova(caso, [id]);
  if (!trovato) throw new Error(`il servizio ${id} non è nella dote del caso`);
  return trovato;
}
