import type { Corpo } from "@staffetta/contracts";
import type { Esito, Handler, SuEsito } from "@staffetta/cooperation";
import { type EventoCaso, notizieCaso, type RegoleGefo } from "@staffetta/domain";
import { APPLICATO, gestore, rifiutato } from "@staffetta/nodo";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { segnaInCoda } from "../lavoro/segna.ts";
import type { Stores } from "../store.ts";
import { registraEvento } from "./registra-evento.ts";
import type { CasoRow } from "./tabelle.ts";

const CHI = "Borsa Lavoro";

async function onAdesione(
  ctx: Contesto,
  stores: Stores,
  corpo: Corpo<"adesione-operatore.v1">,
): Promise<Esito> {
  const { adesioneId, operatoreId, dataAdesione, anagrafica, recapiti, at } = corpo;
  if ((await stores.operatori.get(operatoreId)) === null)
    return rifiutato({ code: "operatore.sconosciuto" });
  const prima = await stores.casi.lock(adesioneId);
  const assegnazione = { adesioneId, operatoreId, dataAdesione, at };
  const deciso = notizieCaso.assegna(prima?.caso ?? null, assegnazione);
  if (!deciso.ok) return rifiutato(deciso.rifiuto);
  if (deciso.value === null) return APPLICATO;
  const circostanze = { chi: CHI, persona: { anagrafica, recapiti } };
  const esito = await registraEvento(ctx, stores, { prima, evento: deciso.value }, circostanze);
  return esito.ok ? APPLICATO : rifiutato(esito.rifiuto);
}

function decideNotizia(
  { caso }: CasoRow,
  { notizia, stato, at }: Corpo<"notizia-adesione.v1">,
  regole: RegoleGefo,
): EventoCaso | null {
  switch (notizia) {
    case "presa-confermata":
      return notizieCaso.confermaPresa(caso, at, regole);
    case "presa-rifiutata":
      return notizieCaso.rifiutaPresa(caso, stato, at);
    case "chiusa":
      return notizieCaso.chiudiAdesione(caso, stato, at);
    case "aggiornata":
      return notizieCaso.aggiornaStato(caso, stato, at);
  }
}

async function onNotizia(
  ctx: Contesto,
  stores: Stores,
  corpo: Corpo<"notizia-adesione.v1">,
): Promise<Esito> {
  const prima = await stores.casi.lock(corpo.adesioneId);
  if (prima === null) return rifiutato({ code: "adesione.sconosciuta" });
  const evento = decideNotizia(prima, corpo, await regoleDelCaso(ctx, stores, prima.caso));
  if (evento === null) return APPLICATO;
  const avviso =
    corpo.notizia === "presa-rifiutata"
      ? "Un'altra regione ha preso in carico questa persona prima: la dote è annullata."
      : null;
  const esito = await registraEvento(ctx, stores, { prima, evento }, { chi: CHI, avviso });
  return esito.ok ? APPLICATO : rifiutato(esito.rifiuto);
}

/** Names and contacts as the region has them now. */
async function onPersona(
  ctx: Contesto,
  stores: Stores,
  { adesioneId, anagrafica, recapiti }: Corpo<"persona-aggiornata.v1">,
): Promise<Esito> {
  const riga = await stores.casi.lock(adesioneId);
  if (riga === null) return rifiutato({ code: "adesione.sconosciuta" });
  const { nome, cognome } = anagrafica;
  const personaSigillata = ctx.cipher.seal(JSON.stringify({ anagrafica, recapiti }));
  const nuova = { ...riga, nome, cognome, personaSigillata };
  await stores.casi.put(nuova);
  const persona = () => ({ anagrafica });
  await segnaInCoda(ctx, stores, nuova, { persona, cambiata: true, mossoOn: null });
  return APPLICATO;
}

/** F2 and F7, from Borsa Lavoro. */
export const ricevuti = (ctx: Contesto): Readonly<Record<string, Handler<Stores>>> => ({
  ...gestore<Stores, "adesione-operatore.v1">("adesione-operatore.v1", (stores, corpo) =>
    onAdesione(ctx, stores, corpo),
  ),
  ...gestore<Stores, "notizia-adesione.v1">("notizia-adesione.v1", (stores, corpo) =>
    onNotizia(ctx, stores, corpo),
  ),
  ...gestore<Stores, "persona-aggiornata.v1">("persona-aggiornata.v1", (stores, corpo) =>
    onPersona(ctx, stores, corpo),
  ),
});

/** A refusal goes back to the desk it came from, in words; the money of a refused dote is freed. */
async function onRifiuto(
  ctx: Contesto,
  stores: Stores,
  inviato: Readonly<{ tipo: string; corpo: string }>,
  esito: Extract<Esito, { esito: "rifiutato" }>,
): Promise<void> {
  const { adesioneId, doteId } = JSON.parse(inviato.corpo) as Corpo<"presa-in-carico.v1">;
  const prima = await stores.casi.lock(adesioneId);
  if (prima === null) throw new Error(`Ricevuta per il caso ${adesioneId}, che non c'è`);
  const { title, detail } = ctx.problemi.traduci(esito.codice, esito.fatti);
  const avviso = `${title}. ${detail}`;
  const evento =
    inviato.tipo === "presa-in-carico.v1"
      ? notizieCaso.respingiDote(prima.caso, doteId, adesso(ctx))
      : null;
  if (evento === null) await stores.casi.put({ ...prima, avviso });
  else await registraEvento(ctx, stores, { prima, evento }, { chi: CHI, avviso });
}

const TIPI = [
  "contatto.v1",
  "presa-in-carico.v1",
  "non-presa-in-carico.v1",
  "politica-avviata.v1",
  "politica-erogata.v1",
] as const;

export function esitiAttesi(ctx: Contesto): Readonly<Record<string, SuEsito<Stores>>> {
  const onEsito: SuEsito<Stores> = async (stores, inviato, esito) => {
    if (esito.esito === "rifiutato") await onRifiuto(ctx, stores, inviato, esito);
  };
  return Object.fromEntries(TIPI.map((tipo) => [tipo, onEsito]));
}
