import type { Corpo } from "@staffetta/contracts";
import {
  type Agenda,
  agendaDi,
  type CanaleContatto,
  type Caso,
  chiudeIlPercorso,
  dayInRome,
  ESITI_CONTATTO,
  type EventoCaso,
  evolveCaso,
  findServizio,
  type OperatoreId,
  type Result,
  regoleCaso,
} from "@staffetta/domain";
import { accoda, borsaLavoroDi } from "@staffetta/nodo";
import { segueIlCaso } from "../appuntamenti/segue.ts";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { chiudiCoda } from "../denaro/coda.ts";
import { contabilizza } from "../denaro/libro.ts";
import { segnaInCoda } from "../lavoro/segna.ts";
import { scriviDecisione } from "../presa/lettere.ts";
import { raccontaPercorso } from "../presa/racconta.ts";
import { aggiornaTermini } from "../presa/termini.ts";
import type { Stores } from "../store.ts";
import { type Persona, personaOf } from "./persona.ts";
import type { CasoRow } from "./tabelle.ts";

export { type Persona, personaOf };

/** Around an evento: who did it, and what the case does not keep. */
export interface Circostanze {
  readonly chi: string;
  /** Of a new case. */
  readonly persona?: Persona;
  readonly contatto?: Readonly<{
    id: string;
    canale: CanaleContatto;
    nota: string;
    prova: string | null;
  }>;
  readonly avviso?: string | null;
}

type Di<T extends EventoCaso["tipo"]> = Extract<EventoCaso, { tipo: T }>;

/** F3 and F4: what Borsa Lavoro must know. The lane of a case is its adesione. */
function tellBorsaLavoro(
  ctx: Contesto,
  stores: Stores,
  caso: Caso,
  evento: EventoCaso,
  contatto?: Circostanze["contatto"],
): void {
  const { adesioneId, operatoreId } = caso;
  const busta = { destinatario: borsaLavoroDi(ctx.regione), persona: adesioneId };
  const { uscita } = stores;
  switch (evento.tipo) {
    case "giovane-contattato": {
      if (contatto === undefined) throw new Error("un contatto senza canale");
      const { id: contattoId, canale } = contatto;
      const corpo = { contattoId, adesioneId, operatoreId, canale, esito: evento.esito };
      accoda(uscita, "contatto.v1", { ...busta, corpo: { ...corpo, at: evento.at } });
      return;
    }
    case "dote-inviata":
      // Who is in charge already is not taken in charge again by a further dote.
      if (caso.statoAdesione === "A")
        accoda(uscita, "presa-in-carico.v1", { ...busta, corpo: presaOf(caso, evento) });
      return;
    case "non-preso-in-carico": {
      const { motivo, at } = evento.nonPresa;
      accoda(uscita, "non-presa-in-carico.v1", {
        ...busta,
        corpo: { adesioneId, operatoreId, motivo, at },
      });
      return;
    }
    case "servizio-avviato":
      accoda(uscita, "politica-avviata.v1", { ...busta, corpo: avviataOf(caso, evento) });
      return;
    case "rendicontazione-verificata":
      // Delivered once: what is reported in part, or shown again, is not another delivery.
      if (evento.rendiconto !== "finale") return;
      accoda(uscita, "politica-erogata.v1", { ...busta, corpo: erogataOf(caso, evento) });
      return;
    default:
      return;
  }
}

function presaOf(caso: Caso, { dote }: Di<"dote-inviata">): Corpo<"presa-in-carico.v1"> {
  if (caso.patto === null) throw new Error("una dote senza patto");
  const { adesioneId, operatoreId, patto } = caso;
  const { id: doteId, fascia, inviataAt: doteInviataAt } = dote;
  return { adesioneId, operatoreId, doteId, fascia, dataPatto: patto.data, doteInviataAt };
}

function servizioOf(caso: Caso, id: Di<"servizio-avviato">["servizioId"]) {
  const servizio = findServizio(caso.dote, id);
  if (caso.dote === null || servizio === undefined) throw new Error(`manca il servizio ${id}`);
  return { dote: caso.dote, servizio };
}

function avviataOf(caso: Caso, evento: Di<"servizio-avviato">): Corpo<"politica-avviata.v1"> {
  const { dote, servizio } = servizioOf(caso, evento.servizioId);
  const chi = { politicaId: servizio.id, adesioneId: caso.adesioneId, doteId: dote.id };
  return { ...chi, misura: servizio.misura, dataInizio: evento.dataInizio, at: evento.at };
}

function erogataOf(
  caso: Caso,
  { servizioId, at }: Di<"rendicontazione-verificata">,
): Corpo<"politica-erogata.v1"> {
  const { dote, servizio } = servizioOf(caso, servizioId);
  const { misura, dataInizio, dataFine, esito } = servizio;
  if (dataInizio === null || dataFine === null || esito === null)
    throw new Error(`il servizio ${servizioId} è verificato e non concluso`);
  const ultima = chiudeIlPercorso(dote, servizioId);
  const quando = { dataInizio, dataFine, esito, ultima, at };
  return { politicaId: servizioId, adesioneId: caso.adesioneId, misura, ...quando };
}

async function saveServizi(stores: Stores, { adesioneId, operatoreId, dote }: Caso): Promise<void> {
  for (const servizio of dote?.servizi ?? []) {
    const { id, misura, stato, oreErogate, rendicontatoCents, rendicontatoAt } = servizio;
    const { erogatoreId } = servizio;
    await stores.servizi.put({
      ...{ id, adesioneId, operatoreId, erogatoreId, misura, stato, oreErogate, rendicontatoAt },
      richiestoCents: rendicontatoCents,
    });
  }
}

function rowOf(
  ctx: Contesto,
  prima: CasoRow | null,
  { caso, agenda }: Readonly<{ caso: Caso; agenda: Agenda }>,
  { persona, avviso }: Circostanze,
  evento: EventoCaso,
): CasoRow {
  const known = persona ?? (prima === null ? null : personaOf(ctx, prima));
  if (known === null) throw new Error("un caso nuovo senza la persona");
  const { vista, entro } = agenda;
  const cambiato = evento.tipo === "operatore-cambiato";
  const contatto = cambiato ? null : (prima?.ultimoContatto ?? null);
  return {
    adesioneId: caso.adesioneId,
    operatoreId: caso.operatoreId,
    nome: known.anagrafica.nome,
    cognome: known.anagrafica.cognome,
    personaSigillata:
      persona === undefined && prima !== null
        ? prima.personaSigillata
        : ctx.cipher.seal(JSON.stringify(known)),
    stato: caso.stato,
    vista,
    entro,
    ultimoContatto:
      evento.tipo === "giovane-contattato"
        ? `${ESITI_CONTATTO[evento.esito]} il ${evento.on.split("-").reverse().join("/")}`
        : contatto,
    avviso: avviso ?? null,
    caso,
  };
}

/**
 * Writes one evento: the money first (it may refuse), then the case, its history, its lists and what
 * Borsa Lavoro must know, all in the caller's transaction. The only place where a case changes.
 */
export async function registraEvento(
  ctx: Contesto,
  stores: Stores,
  storia: Readonly<{ prima: CasoRow | null; evento: EventoCaso }>,
  circostanze: Circostanze,
): Promise<Result<CasoRow, Readonly<{ code: string }>>> {
  const { prima, evento } = storia;
  const denaro = await contabilizza(ctx, stores, storia, circostanze.chi);
  if (!denaro.ok) return denaro;
  const caso = evolveCaso(prima?.caso ?? null, evento);
  const regole = await regoleDelCaso(ctx, stores, caso);
  const agenda = agendaDi(caso, regole);
  await chiudiCoda(stores, prima, evento);
  const row = rowOf(ctx, prima, { caso, agenda }, circostanze, evento);
  await stores.casi.put(row);
  const { persona } = circostanze;
  await segnaInCoda(ctx, stores, row, {
    persona: () => persona ?? personaOf(ctx, row),
    ...{ cambiata: persona !== undefined, mossoOn: dayInRome(evento.at) },
  });
  const { adesioneId, version } = caso;
  const chi = { chi: circostanze.chi, evento };
  const quando = { at: evento.at, notoAt: adesso(ctx) };
  await stores.eventi.insert({
    id: `${adesioneId}/${version}`,
    adesioneId,
    version,
    ...quando,
    ...chi,
  });
  if (evento.tipo === "giovane-contattato" && circostanze.contatto !== undefined)
    await stores.contatti.insert({
      ...{ ...circostanze.contatto, adesioneId, operatoreId: caso.operatoreId as OperatoreId },
      ...{ at: evento.at, esito: evento.esito, addetto: circostanze.chi },
      ...{ assenza: null, giustificataAt: null },
    });
  // The services of a dote given back to the operatore of before stay where they were written.
  await saveServizi(stores, caso.dote === null && prima?.caso.dote ? prima.caso : caso);
  tellBorsaLavoro(ctx, stores, caso, evento, circostanze.contatto);
  await segueIlCaso(ctx, stores, row, evento);
  await scriviDecisione(ctx, stores, row, evento);
  raccontaPercorso(ctx, stores, { prima: prima?.caso ?? null, caso, evento, regole });
  await aggiornaTermini(stores, { prima: prima?.caso ?? null, caso, regole });
  const seguito = regoleCaso.seguitoDote(caso, regole, evento.at);
  if (evento.tipo !== "dote-inviata" || seguito === null) return { ok: true, value: row };
  return registraEvento(ctx, stores, { prima: row, evento: seguito }, { chi: circostanze.chi });
}
