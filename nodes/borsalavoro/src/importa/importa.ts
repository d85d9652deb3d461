import type { Implementazione, OperazioniBorsaLavoro } from "@staffetta/contracts";
import { regoleAdesione } from "@staffetta/domain";
import { registraEventi } from "../adesione/registra-eventi.ts";
import { apriCompito } from "../compiti/compiti.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { findGiovane, lockGiovane, RECAPITI_IGNOTI, recapitiOf } from "../giovani.ts";
import type { Stores } from "../store.ts";

const DA_COMPLETARE = {
  tipo: "recapiti-mancanti",
  titolo: "Mancano nome o recapiti di una persona importata",
  causa: "Il documento di origine porta solo il codice fiscale, la data e la regione.",
  prossimoPasso: "Apri la scheda e completa nome e recapiti: il compito si chiude da solo.",
} as const;

type Input = Parameters<Implementazione<OperazioniBorsaLavoro>["importa"]>[1];

/** The person of a row: known contacts stay when the source has none. */
async function personaDi(ctx: Contesto, stores: Stores, { anagrafica, recapiti }: Input) {
  const nota = await findGiovane(ctx, stores, anagrafica.codiceFiscale);
  const noti = nota === null ? RECAPITI_IGNOTI : recapitiOf(nota);
  const giovane = await lockGiovane(ctx, stores, anagrafica, recapiti ?? noti);
  return { giovane, daCompletare: recapiti === null && nota === null };
}

/** An adesione collected elsewhere, with its date of then; the same row twice is the same adesione. */
export const importaWith =
  (ctx: Contesto): Implementazione<OperazioniBorsaLavoro>["importa"] =>
  (_soggetto, input) =>
    ctx.uow.transaction(async (stores) => {
      const { adesioneId, anagrafica, dataAdesione } = input;
      if ((await stores.adesioni.get(adesioneId)) !== null) return ACCETTATA;
      if (dataAdesione > oggi(ctx))
        return ctx.problemi.rispondi({ code: "importa.data-futura", ...{ dataAdesione } });
      const { giovane, daCompletare } = await personaDi(ctx, stores, input);
      const altre = await stores.adesioni.by("giovaneId", giovane.id);
      if (altre.some((una) => una.dataAdesione === dataAdesione)) return DUPLICATA;
      const chi = { id: adesioneId, giovaneId: giovane.id as never, regione: ctx.regione };
      const quando = { dataAdesione, dataNascita: anagrafica.dataNascita };
      const comando = { ...chi, ...quando, canale: "regionale" } as const;
      const deciso = regoleAdesione.registra(comando, altre, ctx.regole, adesso(ctx));
      if (!deciso.ok) return ctx.problemi.rispondi(deciso.rifiuto);
      await stores.giovani.put(giovane);
      await registraEventi(ctx, stores, giovane, { prima: null, eventi: deciso.value });
      if (daCompletare) await apriCompito(ctx, stores, { ...DA_COMPLETARE, adesioneId });
      return ACCETTATA;
    });

const ACCETTATA = { ok: true, valore: { esito: "accettata" } } as const;
const DUPLICATA = { ok: true, valore: { esito: "duplicata" } } as const;
