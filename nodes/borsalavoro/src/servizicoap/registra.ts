import {
  type AdesioneId,
  type CivilDate,
  ok,
  type Result,
  type RifiutoAdesione,
  refuse,
  regoleAdesione,
} from "@staffetta/domain";
import { registraEventi } from "../adesione/registra-eventi.ts";
import { apriCompito } from "../compiti/compiti.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { isDaCompletare, RECAPITI_IGNOTI } from "../giovani.ts";
import { annotaSap } from "../sap/dati.ts";
import type { GiovaneRow, Stores } from "../store.ts";

const DA_COMPLETARE = {
  tipo: "recapiti-mancanti",
  titolo: "Mancano nome o recapiti di una persona arrivata dal portale nazionale",
  causa: "Il documento nazionale porta solo il codice fiscale, la data e la regione.",
  prossimoPasso: "Apri la scheda e completa nome e recapiti: il compito si chiude da solo.",
} as const;

export interface DalPortale {
  readonly dataAdesione: CivilDate;
  readonly identificativoSap: string | null;
}

/** An adesione taken by the national portal enters the register, under the same rules as any other. */
export async function registraNazionale(
  ctx: Contesto,
  stores: Stores,
  giovane: GiovaneRow,
  { dataAdesione, identificativoSap }: DalPortale,
): Promise<Result<AdesioneId, RifiutoAdesione>> {
  const altre = await stores.adesioni.by("giovaneId", giovane.id);
  const id = ctx.random.uuid() as AdesioneId;
  const chi = { id, giovaneId: giovane.id as never, regione: ctx.regione, canale: "nazionale" };
  const comando = { ...chi, dataAdesione, dataNascita: giovane.dataNascita as CivilDate } as const;
  const deciso = regoleAdesione.registra(comando as never, altre, ctx.regole, adesso(ctx));
  if (!deciso.ok) return refuse(deciso.rifiuto);
  await stores.giovani.put(giovane);
  await registraEventi(ctx, stores, giovane, { prima: null, eventi: deciso.value });
  if (identificativoSap !== null)
    await annotaSap(ctx, stores, id, {
      identificativo: identificativoSap,
      fonte: "portale-nazionale",
    });
  if (isDaCompletare(giovane) || giovane.email === RECAPITI_IGNOTI.email)
    await apriCompito(ctx, stores, { ...DA_COMPLETARE, adesioneId: id });
  return ok(id);
}
