import { createHash } from "node:crypto";
import type { Corpo } from "@staffetta/contracts";
import type { Esito, Handler, MessaggioRicevuto } from "@staffetta/cooperation";
import { dayInRome, findTransizione, formaBase } from "@staffetta/domain";
import { APPLICATO, gestore, regioneDi, rifiutato } from "@staffetta/nodo";
import { adesso, type Contesto } from "./contesto.ts";
import { ensureSap, misuraInSap, presaInSap } from "./sap/da-flussi.ts";
import type { AdesioneRow, Stores } from "./store.ts";

const refuse = (code: string, fatti: Readonly<Record<string, unknown>> = {}): Esito =>
  rifiutato({ code, ...fatti });

/** F5 and F6: each fact is checked against the same law that the region decided with, then kept. */
async function lockOf(
  stores: Stores,
  adesioneId: string,
  { mittente }: MessaggioRicevuto,
): Promise<AdesioneRow | Esito> {
  const adesione = await stores.adesioni.lock(adesioneId);
  if (adesione === null) return refuse("adesione.sconosciuta");
  return adesione.regione === regioneDi(mittente) ? adesione : refuse("adesione.regione-sbagliata");
}

async function onRegistrata(
  ctx: Contesto,
  stores: Stores,
  corpo: Corpo<"adesione-registrata.v1">,
  { mittente }: MessaggioRicevuto,
): Promise<Esito> {
  const { adesioneId, codiceFiscale, sesso, dataNascita, regione, canale, dataAdesione, at } =
    corpo;
  if (regione !== regioneDi(mittente)) return refuse("adesione.regione-sbagliata");
  if ((await stores.adesioni.get(adesioneId)) !== null) return APPLICATO;
  const cfDigest = ctx.cipher.digest(formaBase(codiceFiscale));
  const [known] = await stores.persone.by("cfDigest", cfDigest);
  const persona = known ?? {
    ...{ id: ctx.random.uuid(), cfDigest, cfSigillato: ctx.cipher.seal(codiceFiscale) },
    ...{ sesso, dataNascita },
  };
  if (known === undefined) await stores.persone.insert(persona);
  const personaId = persona.id;
  await ensureSap(ctx, stores, persona, { regione, at });
  const chi = { id: adesioneId, personaId, regione, canale, dataAdesione };
  await stores.adesioni.insert({ ...chi, stato: "A", version: 1 });
  const stato = { id: `${adesioneId}/1`, adesioneId, stato: "A", at, motivo: null } as const;
  await stores.stati.insert(stato);
  return APPLICATO;
}

async function onStato(
  stores: Stores,
  { adesioneId, version, da, a, motivo, rettifica, at }: Corpo<"stato-adesione.v1">,
  messaggio: MessaggioRicevuto,
): Promise<Esito> {
  const adesione = await lockOf(stores, adesioneId, messaggio);
  if ("esito" in adesione) return adesione;
  const { stato } = adesione;
  if (version <= adesione.version)
    return refuse("adesione.versione-fuori-ordine", { version, nota: adesione.version });
  if (findTransizione({ da, a, rettifica, giorno: dayInRome(at) }) === undefined)
    return refuse("adesione.transizione-non-ammessa", { stato: da, a });
  if (stato !== da) return refuse("adesione.stato-diverso", { stato, da });
  await stores.adesioni.put({ ...adesione, stato: a, version });
  await stores.stati.insert({ id: `${adesioneId}/${version}`, adesioneId, stato: a, at, motivo });
  return APPLICATO;
}

async function onPresa(
  ctx: Contesto,
  stores: Stores,
  { adesioneId, operatoreId, fascia, dataPatto, at }: Corpo<"presa-in-carico-confermata.v1">,
  messaggio: MessaggioRicevuto,
): Promise<Esito> {
  const adesione = await lockOf(stores, adesioneId, messaggio);
  if ("esito" in adesione) return adesione;
  const { personaId, regione } = adesione;
  const quando = { dataPatto, giorno: dayInRome(at), at };
  const id = `${adesioneId}/${at}`;
  const presa = { id, adesioneId, personaId, regione, operatoreId, fascia, ...quando };
  const nota = await stores.prese.get(id);
  const identificativo = await presaInSap(ctx, stores, adesione, presa, nota);
  await stores.prese.put({ ...presa, identificativo });
  return APPLICATO;
}

async function onPolitica(
  ctx: Contesto,
  stores: Stores,
  { politicaId, adesioneId, misura, dataInizio, dataFine, esito, at }: Corpo<"politica.v1">,
  messaggio: MessaggioRicevuto,
): Promise<Esito> {
  const adesione = await lockOf(stores, adesioneId, messaggio);
  if ("esito" in adesione) return adesione;
  const known = await stores.politiche.get(politicaId);
  if (known !== null && known.dataInizio !== dataInizio)
    return refuse("politica.inizio-cambiato", { noto: known.dataInizio, dataInizio });
  const { regione } = adesione;
  const quando = { dataInizio, dataFine, esito };
  const politica = { id: politicaId, adesioneId, regione, misura, ...quando };
  const identificativo = await misuraInSap(ctx, stores, adesione, politica, { nota: known, at });
  await stores.politiche.put({ ...politica, identificativo });
  return APPLICATO;
}

async function onCifre(
  ctx: Contesto,
  stores: Stores,
  corpo: Corpo<"monitoraggio-giornaliero.v1">,
  { mittente, corpo: testo }: MessaggioRicevuto,
): Promise<Esito> {
  const { regione, giorno, edizione, sha256 } = corpo;
  if (regione !== regioneDi(mittente)) return refuse("adesione.regione-sbagliata");
  // The bytes that travelled, not what the parser made of them.
  const { sha256: _, ...coperto } = JSON.parse(testo) as Record<string, unknown>;
  const found = createHash("sha256").update(JSON.stringify(coperto)).digest("hex");
  if (found !== sha256) return refuse("istantanea.impronta-diversa", { sha256, trovata: found });
  const id = `${regione}/${giorno}/${edizione}`;
  const known = await stores.istantanee.get(id);
  if (known !== null && known.corpo.sha256 !== sha256)
    return refuse("istantanea.edizione-nota", { giorno, edizione });
  if (known === null)
    await stores.istantanee.insert({
      id,
      regione,
      giorno,
      edizione,
      ricevutoAt: adesso(ctx),
      corpo,
    });
  return APPLICATO;
}

export const ricevuti = (ctx: Contesto): Readonly<Record<string, Handler<Stores>>> => ({
  ...gestore<Stores, "adesione-registrata.v1">("adesione-registrata.v1", (stores, corpo, m) =>
    onRegistrata(ctx, stores, corpo, m),
  ),
  ...gestore<Stores, "stato-adesione.v1">("stato-adesione.v1", onStato),
  ...gestore<Stores, "presa-in-carico-confermata.v1">(
    "presa-in-carico-confermata.v1",
    (stores, corpo, m) => onPresa(ctx, stores, corpo, m),
  ),
  ...gestore<Stores, "politica.v1">("politica.v1", (stores, corpo, m) =>
    onPolitica(ctx, stores, corpo, m),
  ),
  ...gestore<Stores, "monitoraggio-giornaliero.v1">(
    "monitoraggio-giornaliero.v1",
    (stores, corpo, m) => onCifre(ctx, stores, corpo, m),
  ),
});
