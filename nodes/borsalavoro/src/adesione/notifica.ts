import type { Corpo } from "@staffetta/contracts";
import type { EventoAdesione, Fatto, OperatoreId, StatoAdesione } from "@staffetta/domain";
import { dayInRome } from "@staffetta/domain";
import { accoda, CLICLAVORO, gefoDi, MINISTERO } from "@staffetta/nodo";
import { adesso, type Contesto } from "../contesto.ts";
import { anagraficaOf, recapitiOf } from "../giovani.ts";
import type { AdesioneRow, GiovaneRow, PresaRow, Stores } from "../store.ts";

/** What an evento causes outside its row: the facts that are counted, and who must be told (F1, F2, F5, F7). */
export interface Passo {
  readonly giovane: GiovaneRow;
  readonly prima: AdesioneRow | null;
  readonly dopo: AdesioneRow;
  /** The correction P → A comes just before this evento. */
  readonly dopoRettifica: boolean;
}

type Di<T extends EventoAdesione["tipo"]> = Extract<EventoAdesione, { tipo: T }>;

export const recordFatto = (
  ctx: Contesto,
  stores: Stores,
  { giovaneId, id: adesioneId, version }: AdesioneRow,
  quando: Readonly<{ giorno: string; fatto: Fatto; id?: string }>,
): Promise<void> =>
  stores.fatti.insert({
    id: quando.id ?? ctx.random.uuid(),
    persona: giovaneId,
    adesioneId,
    giorno: quando.giorno as never,
    notoAt: adesso(ctx),
    ordine: version,
    fatto: quando.fatto,
  });

async function onRegistrata(
  ctx: Contesto,
  stores: Stores,
  { giovane, dopo }: Passo,
  { at, canale, dataAdesione }: Di<"adesione-registrata">,
): Promise<void> {
  await recordFatto(ctx, stores, dopo, {
    giorno: dataAdesione,
    fatto: { tipo: "adesione", canale },
  });
  const anagrafica = anagraficaOf(ctx, giovane);
  const comune = { adesioneId: dopo.id, regione: dopo.regione, canale, dataAdesione, at };
  if (canale === "regionale")
    accoda(stores.uscita, "adesione.v1", {
      destinatario: CLICLAVORO,
      persona: giovane.id,
      corpo: { ...comune, anagrafica, recapiti: recapitiOf(giovane) },
    });
  const { codiceFiscale, sesso, dataNascita } = anagrafica;
  accoda(stores.uscita, "adesione-registrata.v1", {
    destinatario: MINISTERO,
    persona: giovane.id,
    corpo: { ...comune, codiceFiscale, sesso, dataNascita },
  });
}

type Scelta = Pick<
  Corpo<"adesione-operatore.v1">,
  "adesioneId" | "operatoreId" | "precedenteId" | "at"
>;

/** F2: the case goes on the desk of the operatore. */
const tellOperatore = (
  ctx: Contesto,
  stores: Stores,
  { giovane, dopo }: Pick<Passo, "giovane" | "dopo">,
  scelta: Scelta,
): void =>
  accoda(stores.uscita, "adesione-operatore.v1", {
    destinatario: gefoDi(ctx.regione),
    persona: giovane.id,
    corpo: {
      ...scelta,
      anagrafica: anagraficaOf(ctx, giovane),
      recapiti: recapitiOf(giovane),
      dataAdesione: dopo.dataAdesione,
    },
  });

async function onOperatore(
  ctx: Contesto,
  stores: Stores,
  { giovane, dopo }: Passo,
  { at, operatoreId, precedenteId }: Di<"operatore-scelto">,
): Promise<void> {
  const fatto: Fatto = { tipo: "operatore", operatoreId };
  await recordFatto(ctx, stores, dopo, { giorno: dayInRome(at), fatto });
  const scelta = { adesioneId: dopo.id, operatoreId, precedenteId, at };
  tellOperatore(ctx, stores, { giovane, dopo }, scelta);
  const operatore = await stores.operatori.get(operatoreId);
  if (operatore === null) throw new Error(`L'operatore ${operatoreId} non è nell'elenco`);
  const { denominazione, comune, indirizzo, telefono } = operatore;
  const recapito = { denominazione, comune, indirizzo, telefono };
  accoda(stores.uscita, "scelta-operatore.v1", {
    destinatario: CLICLAVORO,
    persona: giovane.id,
    corpo: { ...scelta, version: dopo.version, recapito },
  });
}

type Notizia = Corpo<"notizia-adesione.v1">["notizia"];
const CHIUSE: ReadonlySet<StatoAdesione> = new Set<StatoAdesione>(["D", "N", "C"]);

const notiziaOf = (a: StatoAdesione, dopoRettifica: boolean): Notizia => {
  if (dopoRettifica) return "presa-rifiutata";
  return CHIUSE.has(a) ? "chiusa" : "aggiornata";
};

function tellGefo(ctx: Contesto, stores: Stores, passo: Passo, notizia: Notizia, at: string): void {
  if (passo.dopo.operatoreId === null) return;
  accoda(stores.uscita, "notizia-adesione.v1", {
    destinatario: gefoDi(ctx.regione),
    persona: passo.giovane.id,
    corpo: { adesioneId: passo.dopo.id, stato: passo.dopo.stato, notizia, at: at as never },
  });
}

async function onStato(
  ctx: Contesto,
  stores: Stores,
  passo: Passo,
  { at, da, a, motivo, rettifica }: Di<"stato-cambiato">,
): Promise<void> {
  const { giovane, dopo, dopoRettifica } = passo;
  await recordFatto(ctx, stores, dopo, { giorno: dayInRome(at), fatto: { tipo: "stato", a } });
  const { id: adesioneId, version, operatoreId } = dopo;
  const corpo = { adesioneId, version, da, a, motivo, rettifica, operatoreId, at };
  accoda(stores.uscita, "stato-adesione.v1", {
    destinatario: CLICLAVORO,
    persona: giovane.id,
    corpo,
  });
  // The Ministry hears of P when it is certain: what was provisional never existed for it.
  if (a === "P" || rettifica) return;
  accoda(stores.uscita, "stato-adesione.v1", {
    destinatario: MINISTERO,
    persona: giovane.id,
    corpo,
  });
  tellGefo(ctx, stores, passo, notiziaOf(a, dopoRettifica), at);
  // Reopened: the operatore of before has the case on the desk again, from its first step.
  if (a === "A" && operatoreId !== null)
    tellOperatore(ctx, stores, passo, { adesioneId, operatoreId, precedenteId: operatoreId, at });
}

/** F1: the national portal must not go on showing an operatore who has given up. */
function onRinuncia(
  stores: Stores,
  { giovane, dopo }: Passo,
  { at }: Di<"operatore-rinunciato">,
): void {
  accoda(stores.uscita, "rinuncia-operatore.v1", {
    destinatario: CLICLAVORO,
    persona: giovane.id,
    corpo: { adesioneId: dopo.id, version: dopo.version, at },
  });
}

async function onConfermata(
  ctx: Contesto,
  stores: Stores,
  passo: Passo,
  { at }: Di<"presa-confermata">,
): Promise<void> {
  const { giovane, dopo } = passo;
  const presa = await stores.prese.get(dopo.id);
  if (presa === null) throw new Error(`L'adesione ${dopo.id} è in conferma senza presa in carico`);
  const giorno = dayInRome(presa.doteInviataAt as never);
  await recordFatto(ctx, stores, dopo, { giorno, fatto: { tipo: "presa", fascia: presa.fascia } });
  tellMinisteroPresa(stores, giovane, dopo, presa);
  tellGefo(ctx, stores, passo, "presa-confermata", at);
}

function tellMinisteroPresa(
  stores: Stores,
  giovane: GiovaneRow,
  { id: adesioneId, version, statoAt }: AdesioneRow,
  { operatoreId, fascia, dataPatto, doteInviataAt }: PresaRow,
): void {
  const busta = { destinatario: MINISTERO, persona: giovane.id };
  const stato = { da: "A", a: "P", motivo: null, rettifica: false } as const;
  const chi = { adesioneId, operatoreId: operatoreId as OperatoreId };
  accoda(stores.uscita, "stato-adesione.v1", {
    ...busta,
    corpo: { ...chi, ...stato, version, at: statoAt },
  });
  accoda(stores.uscita, "presa-in-carico-confermata.v1", {
    ...busta,
    corpo: { ...chi, fascia, dataPatto: dataPatto as never, at: doteInviataAt as never },
  });
}

export function notifica(
  ctx: Contesto,
  stores: Stores,
  passo: Passo,
  evento: EventoAdesione,
): Promise<void> {
  switch (evento.tipo) {
    case "adesione-registrata":
      return onRegistrata(ctx, stores, passo, evento);
    case "operatore-scelto":
      return onOperatore(ctx, stores, passo, evento);
    case "operatore-rinunciato":
      return Promise.resolve(onRinuncia(stores, passo, evento));
    case "stato-cambiato":
      return onStato(ctx, stores, passo, evento);
    case "presa-confermata":
      return onConfermata(ctx, stores, passo, evento);
  }
}
