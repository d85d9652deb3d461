import type { Esito, Handler } from "@staffetta/cooperation";
import {
  type CodiceRegione,
  type EventoAdesione,
  nomeRegione,
  type Result,
  regoleAdesione,
} from "@staffetta/domain";
import { APPLICATO, gestore, rifiutato } from "@staffetta/nodo";
import { apriCompito } from "../compiti/compiti.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { lockGiovane } from "../giovani.ts";
import type { AdesioneRow, Stores } from "../store.ts";
import { lockAdesione, registraEventi } from "./registra-eventi.ts";

export const ADESIONE_SCONOSCIUTA = { code: "adesione.sconosciuta" } as const;

type Decide = (
  adesione: AdesioneRow,
) => Result<readonly EventoAdesione[], Readonly<{ code: string }>>;

/** Lock, decide, record: what every message about a known adesione does. */
export async function decideOn(
  ctx: Contesto,
  stores: Stores,
  adesioneId: string,
  decide: Decide,
): Promise<Esito> {
  const held = await lockAdesione(stores, adesioneId);
  if (held === null) return rifiutato(ADESIONE_SCONOSCIUTA);
  const deciso = decide(held.adesione);
  if (!deciso.ok) return rifiutato(deciso.rifiuto);
  await registraEventi(ctx, stores, held.giovane, { prima: held.adesione, eventi: deciso.value });
  return APPLICATO;
}

/** F1 and F7, from the national portal and register. */
export const ricevutiDaCliclavoro = (ctx: Contesto): Readonly<Record<string, Handler<Stores>>> => ({
  ...gestore<Stores, "adesione.v1">("adesione.v1", async (stores, corpo) => {
    const { adesioneId, anagrafica, recapiti, canale, dataAdesione, at } = corpo;
    if ((await stores.adesioni.get(adesioneId)) !== null) return APPLICATO;
    const giovane = await lockGiovane(ctx, stores, anagrafica, recapiti);
    const altre = await stores.adesioni.by("giovaneId", giovane.id);
    const chi = { id: adesioneId, giovaneId: giovane.id as never, regione: ctx.regione };
    const comando = { ...chi, canale, dataAdesione, dataNascita: anagrafica.dataNascita };
    const deciso = regoleAdesione.registra(comando, altre, ctx.regole, at);
    if (!deciso.ok) return rifiutato(deciso.rifiuto);
    await stores.giovani.put(giovane);
    await registraEventi(ctx, stores, giovane, { prima: null, eventi: deciso.value });
    return APPLICATO;
  }),
  ...gestore<Stores, "richiesta-annullamento.v1">(
    "richiesta-annullamento.v1",
    (stores, { adesioneId }) =>
      decideOn(ctx, stores, adesioneId, (adesione) =>
        regoleAdesione.cambiaStato(adesione, { a: "D", chi: "giovane" }, adesso(ctx)),
      ),
  ),
  // For the national wire; here the warnings of F7 have said what there is to do.
  ...gestore<Stores, "cambio-stato.v1">("cambio-stato.v1", async () => APPLICATO),
  ...gestore<Stores, "presa-in-carico-altrove.v1">(
    "presa-in-carico-altrove.v1",
    (stores, { adesioneId, regionePresa }) =>
      decideOn(ctx, stores, adesioneId, (adesione) =>
        // Closed meanwhile, or a P of ours that the register refuses by itself: nothing to do here.
        adesione.stato === "A"
          ? regoleAdesione.cambiaStato(
              adesione,
              { a: "N", chi: "registro-nazionale", motivo: `regione-${regionePresa}` },
              adesso(ctx),
            )
          : { ok: true, value: [] },
      ),
  ),
  ...gestore<Stores, "adesione-altrove.v1">("adesione-altrove.v1", async (stores, corpo) => {
    const { adesioneId, regioneAltra } = corpo;
    if ((await stores.adesioni.get(adesioneId)) === null) return rifiutato(ADESIONE_SCONOSCIUTA);
    await apriCompito(ctx, stores, avvisoAltrove(adesioneId, regioneAltra));
    return APPLICATO;
  }),
});

const avvisoAltrove = (adesioneId: string, regione: CodiceRegione) => ({
  tipo: "adesione-altrove",
  titolo: "Questa persona ha un'adesione attiva anche in un'altra regione",
  causa: `C'è un'adesione attiva in ${nomeRegione(regione)}. Non blocca niente: vale la prima presa in carico.`,
  prossimoPasso: "Se vuoi che segua qui il percorso, chiedi all'operatore di incontrarla presto.",
  adesioneId,
});
