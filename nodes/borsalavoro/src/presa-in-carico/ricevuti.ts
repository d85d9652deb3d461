import type { Corpo } from "@staffetta/contracts";
import type { Esito, Handler } from "@staffetta/cooperation";
import { dayInRome, regoleAdesione } from "@staffetta/domain";
import { APPLICATO, accoda, gestore, MINISTERO, rifiutato } from "@staffetta/nodo";
import { recordFatto } from "../adesione/notifica.ts";
import { lockAdesione, registraEventi } from "../adesione/registra-eventi.ts";
import { ADESIONE_SCONOSCIUTA, decideOn } from "../adesione/ricevuti.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { PoliticaRow, Stores } from "../store.ts";

async function onContatto(
  ctx: Contesto,
  stores: Stores,
  { adesioneId, operatoreId, contattoId, esito, at }: Corpo<"contatto.v1">,
): Promise<Esito> {
  const adesione = await stores.adesioni.lock(adesioneId);
  if (adesione === null) return rifiutato(ADESIONE_SCONOSCIUTA);
  const fatto = { tipo: "contatto", esito } as const;
  await recordFatto(ctx, stores, adesione, { id: contattoId, giorno: dayInRome(at), fatto });
  if (adesione.operatoreId === operatoreId && !adesione.contattato)
    await stores.adesioni.put({ ...adesione, contattato: true });
  return APPLICATO;
}

async function onPresa(
  ctx: Contesto,
  stores: Stores,
  corpo: Corpo<"presa-in-carico.v1">,
): Promise<Esito> {
  const { adesioneId, operatoreId, doteInviataAt } = corpo;
  const held = await lockAdesione(stores, adesioneId);
  if (held === null) return rifiutato(ADESIONE_SCONOSCIUTA);
  const { adesione, giovane } = held;
  const deciso = regoleAdesione.prendiInCarico(adesione, operatoreId, doteInviataAt);
  if (!deciso.ok) return rifiutato(deciso.rifiuto);
  // A dote sent again after a refusal takes the place of the first.
  await stores.prese.put(corpo);
  await registraEventi(ctx, stores, giovane, { prima: adesione, eventi: deciso.value });
  return APPLICATO;
}

async function onNonPresa(
  ctx: Contesto,
  stores: Stores,
  { adesioneId, operatoreId, motivo, at }: Corpo<"non-presa-in-carico.v1">,
): Promise<Esito> {
  const held = await lockAdesione(stores, adesioneId);
  if (held === null) return rifiutato(ADESIONE_SCONOSCIUTA);
  const { adesione, giovane } = held;
  if (adesione.operatoreId !== operatoreId)
    return rifiutato({
      code: "adesione.operatore-diverso",
      ...{ operatoreId: adesione.operatoreId, chiede: operatoreId },
    } as { code: string });
  const deciso = regoleAdesione.nonPresa(adesione, motivo, ctx.regole, at);
  if (!deciso.ok) return rifiutato(deciso.rifiuto);
  const fatto = { tipo: "non-presa", motivo } as const;
  await recordFatto(ctx, stores, adesione, { giorno: dayInRome(at), fatto });
  await registraEventi(ctx, stores, giovane, { prima: adesione, eventi: deciso.value });
  return APPLICATO;
}

async function savePolitica(
  ctx: Contesto,
  stores: Stores,
  politica: PoliticaRow,
  giovaneId: string,
): Promise<void> {
  const { id, ...resto } = politica;
  await stores.politiche.put(politica);
  accoda(stores.uscita, "politica.v1", {
    destinatario: MINISTERO,
    persona: giovaneId,
    corpo: { politicaId: id, ...resto, at: adesso(ctx) } as Corpo<"politica.v1">,
  });
}

async function onAvviata(
  ctx: Contesto,
  stores: Stores,
  { politicaId, adesioneId, misura, dataInizio, at }: Corpo<"politica-avviata.v1">,
): Promise<Esito> {
  const held = await lockAdesione(stores, adesioneId);
  if (held === null) return rifiutato(ADESIONE_SCONOSCIUTA);
  const { adesione, giovane } = held;
  const deciso = regoleAdesione.avviaPolitica(adesione, at);
  if (!deciso.ok) return rifiutato(deciso.rifiuto);
  await registraEventi(ctx, stores, giovane, { prima: adesione, eventi: deciso.value });
  const politica = { id: politicaId, adesioneId, misura, dataInizio, dataFine: null, esito: null };
  await savePolitica(ctx, stores, politica, giovane.id);
  const fatto = { tipo: "politica", politicaId, misura } as const;
  await recordFatto(ctx, stores, adesione, { giorno: dataInizio, fatto });
  return APPLICATO;
}

async function onErogata(
  ctx: Contesto,
  stores: Stores,
  corpo: Corpo<"politica-erogata.v1">,
): Promise<Esito> {
  const { politicaId, adesioneId, dataFine, esito, ultima, at } = corpo;
  const politica = await stores.politiche.lock(politicaId);
  const held = await lockAdesione(stores, adesioneId);
  if (held === null) return rifiutato(ADESIONE_SCONOSCIUTA);
  if (politica === null) return rifiutato({ code: "politica.mai-avviata" });
  // The start never changes: only the end and the outcome are news.
  await savePolitica(ctx, stores, { ...politica, dataFine, esito }, held.giovane.id);
  if (!ultima || held.adesione.stato !== "T") return APPLICATO;
  return decideOn(ctx, stores, adesioneId, (adesione) =>
    regoleAdesione.concludiPercorso(adesione, esito === "abbandonata", at),
  );
}

/** F2, F3 and F4, from Gefo: operatori, contacts, prese in carico, politiche. */
export const ricevutiDaGefo = (ctx: Contesto): Readonly<Record<string, Handler<Stores>>> => ({
  ...gestore<Stores, "operatore.v1">("operatore.v1", async (stores, corpo) => {
    const { operatoreId: id, denominazione, comune, indirizzo, telefono, attivo } = corpo;
    const known = await stores.operatori.get(id);
    const attesaMedianaDays = known?.attesaMedianaDays ?? null;
    await stores.operatori.put({
      ...{ id, denominazione, comune, indirizzo, telefono, attivo, attesaMedianaDays },
    });
    return APPLICATO;
  }),
  ...gestore<Stores, "contatto.v1">("contatto.v1", (stores, corpo) =>
    onContatto(ctx, stores, corpo),
  ),
  ...gestore<Stores, "presa-in-carico.v1">("presa-in-carico.v1", (stores, corpo) =>
    onPresa(ctx, stores, corpo),
  ),
  ...gestore<Stores, "non-presa-in-carico.v1">("non-presa-in-carico.v1", (stores, corpo) =>
    onNonPresa(ctx, stores, corpo),
  ),
  ...gestore<Stores, "politica-avviata.v1">("politica-avviata.v1", (stores, corpo) =>
    onAvviata(ctx, stores, corpo),
  ),
  ...gestore<Stores, "politica-erogata.v1">("politica-erogata.v1", (stores, corpo) =>
    onErogata(ctx, stores, corpo),
  ),
});
