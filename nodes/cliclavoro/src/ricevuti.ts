import type { Corpo } from "@staffetta/contracts";
import type { Esito, Handler, MessaggioRicevuto } from "@staffetta/cooperation";
import { dayInRome, findTransizione, STATI_IN_CARICO } from "@staffetta/domain";
import { APPLICATO, gestore, regioneDi, rifiutato } from "@staffetta/nodo";
import type { Contesto } from "./contesto.ts";
import { lockPersona } from "./persone.ts";
import { altreDi, saveAdesione, tellAltre, tellPresaAltrove } from "./registro.ts";
import type { AdesioneRow, Stores } from "./store.ts";

const refuse = (code: string, fatti: Readonly<Record<string, unknown>> = {}): Esito =>
  rifiutato({ code, ...fatti });

/** The adesione, when it exists and belongs to the region that writes. The person is held first: the arbiter. */
async function lockOf(
  stores: Stores,
  adesioneId: string,
  { mittente }: MessaggioRicevuto,
): Promise<AdesioneRow | Esito> {
  const seen = await stores.adesioni.get(adesioneId);
  if (seen === null) return refuse("adesione.sconosciuta");
  if (seen.regione !== regioneDi(mittente)) return refuse("adesione.regione-sbagliata");
  await stores.persone.lock(seen.personaId);
  return (await stores.adesioni.lock(adesioneId)) ?? seen;
}

async function onAdesione(
  ctx: Contesto,
  stores: Stores,
  corpo: Corpo<"adesione.v1">,
  { mittente }: MessaggioRicevuto,
): Promise<Esito> {
  const { adesioneId, anagrafica, recapiti, regione, canale, dataAdesione, at } = corpo;
  if (regione !== regioneDi(mittente)) return refuse("adesione.regione-sbagliata");
  if ((await stores.adesioni.get(adesioneId)) !== null) return APPLICATO;
  const persona = await lockPersona(ctx, stores, anagrafica, recapiti);
  await stores.persone.put(persona);
  const nuova: AdesioneRow = {
    ...{ id: adesioneId, personaId: persona.id, regione, canale, dataAdesione },
    ...{ stato: "A", statoAt: at, operatore: null, version: 1 },
    ...{ consegna: "accolta", annullamento: "nessuno" },
  };
  await saveAdesione(ctx, stores, nuova, { tipo: "registrata", da: null, motivo: null, at });
  await tellAltre(ctx, stores, nuova);
  return APPLICATO;
}

/** Why a change of stato can't enter the register; null = it can. The region decides, the register checks. */
async function checkStato(
  stores: Stores,
  adesione: AdesioneRow,
  { da, a, rettifica, version, at }: Corpo<"stato-adesione.v1">,
): Promise<Esito | null> {
  const { stato } = adesione;
  if (version <= adesione.version)
    return refuse("adesione.versione-fuori-ordine", { version, nota: adesione.version });
  if (findTransizione({ da, a, rettifica, giorno: dayInRome(at) }) === undefined)
    return refuse("adesione.transizione-non-ammessa", { stato: da, a });
  // A rettifica undoes a P that was refused here, hence was never written here.
  if (stato !== (rettifica ? a : da)) return refuse("adesione.stato-diverso", { stato, da });
  if (a !== "P") return null;
  const [prima] = (await altreDi(stores, adesione)).filter((altra) =>
    STATI_IN_CARICO.has(altra.stato),
  );
  if (prima === undefined) return null;
  return refuse("adesione.presa-in-carico-altrove", { regionePresa: prima.regione });
}

async function onStato(
  ctx: Contesto,
  stores: Stores,
  corpo: Corpo<"stato-adesione.v1">,
  messaggio: MessaggioRicevuto,
): Promise<Esito> {
  const adesione = await lockOf(stores, corpo.adesioneId, messaggio);
  if ("esito" in adesione) return adesione;
  const rifiuto = await checkStato(stores, adesione, corpo);
  if (rifiuto !== null) return rifiuto;
  const { da, a, version, motivo, at } = corpo;
  const chiesto = a === "D" ? "nessuno" : adesione.annullamento;
  const dopo = { ...adesione, stato: a, statoAt: at, version, annullamento: chiesto } as const;
  await saveAdesione(ctx, stores, dopo, { tipo: "stato", da, motivo, at });
  if (a === "P") {
    const aperte = (await altreDi(stores, dopo)).filter(({ stato }) => stato === "A");
    tellPresaAltrove(ctx, stores, dopo, aperte);
  }
  return APPLICATO;
}

async function onOperatore(
  ctx: Contesto,
  stores: Stores,
  { adesioneId, operatoreId, recapito, version, at }: Corpo<"scelta-operatore.v1">,
  messaggio: MessaggioRicevuto,
): Promise<Esito> {
  const adesione = await lockOf(stores, adesioneId, messaggio);
  if ("esito" in adesione) return adesione;
  if (version <= adesione.version)
    return refuse("adesione.versione-fuori-ordine", { version, nota: adesione.version });
  const operatore = { id: operatoreId, ...recapito };
  const quando = { tipo: "operatore", da: adesione.stato, motivo: null, at } as const;
  await saveAdesione(ctx, stores, { ...adesione, operatore, version }, quando);
  return APPLICATO;
}

async function onRinuncia(
  ctx: Contesto,
  stores: Stores,
  { adesioneId, version, at }: Corpo<"rinuncia-operatore.v1">,
  messaggio: MessaggioRicevuto,
): Promise<Esito> {
  const adesione = await lockOf(stores, adesioneId, messaggio);
  if ("esito" in adesione) return adesione;
  if (version <= adesione.version)
    return refuse("adesione.versione-fuori-ordine", { version, nota: adesione.version });
  const quando = { tipo: "operatore", da: adesione.stato, motivo: null, at } as const;
  await saveAdesione(ctx, stores, { ...adesione, operatore: null, version }, quando);
  return APPLICATO;
}

/** The last names and contacts that a region has checked win: they are how a person is reached. */
async function onPersona(
  ctx: Contesto,
  stores: Stores,
  { adesioneId, anagrafica, recapiti }: Corpo<"persona-aggiornata.v1">,
  messaggio: MessaggioRicevuto,
): Promise<Esito> {
  const adesione = await lockOf(stores, adesioneId, messaggio);
  if ("esito" in adesione) return adesione;
  const persona = await lockPersona(ctx, stores, anagrafica, recapiti);
  if (persona.id !== adesione.personaId) return refuse("adesione.sconosciuta");
  const { nome, cognome } = anagrafica;
  await stores.persone.put({ ...persona, nome, cognome });
  return APPLICATO;
}

/** F1, from the regions. */
export const ricevuti = (ctx: Contesto): Readonly<Record<string, Handler<Stores>>> => ({
  ...gestore<Stores, "adesione.v1">("adesione.v1", (stores, corpo, messaggio) =>
    onAdesione(ctx, stores, corpo, messaggio),
  ),
  ...gestore<Stores, "stato-adesione.v1">("stato-adesione.v1", (stores, corpo, messaggio) =>
    onStato(ctx, stores, corpo, messaggio),
  ),
  ...gestore<Stores, "scelta-operatore.v1">("scelta-operatore.v1", (stores, corpo, messaggio) =>
    onOperatore(ctx, stores, corpo, messaggio),
  ),
  ...gestore<Stores, "rinuncia-operatore.v1">("rinuncia-operatore.v1", (stores, corpo, messaggio) =>
    onRinuncia(ctx, stores, corpo, messaggio),
  ),
  ...gestore<Stores, "persona-aggiornata.v1">("persona-aggiornata.v1", (stores, corpo, messaggio) =>
    onPersona(ctx, stores, corpo, messaggio),
  ),
});
