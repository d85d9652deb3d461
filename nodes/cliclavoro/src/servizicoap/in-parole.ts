import { type Corpo, servizicoap } from "@staffetta/contracts";
import { type CodiceFiscale, dayInRome, type Instant, STATI_IN_CARICO } from "@staffetta/domain";
import type { InParoleNazionali } from "@staffetta/nodo";
import type { Contesto } from "../contesto.ts";
import type { AdesioneRow, Stores } from "../store.ts";

const { codifica, DATI_STATO_NOTIFICA, UTENTE_YG } = servizicoap;
type Stato = AdesioneRow["stato"];

/**
 * What the register says to a region on the national wire: adesioni made on the national portal, and the
 * stati that concern its own. A plain warning (open elsewhere, nobody is blocked) has no words there.
 */
export const inParoleWith =
  (ctx: Contesto): InParoleNazionali =>
  async ({ tipo, corpo }) => {
    switch (tipo) {
      case "adesione.v1":
        return invioUtente(ctx, (JSON.parse(corpo) as Corpo<"adesione.v1">).adesioneId);
      case "presa-in-carico-altrove.v1":
        return presaAltrove(ctx, JSON.parse(corpo) as Corpo<"presa-in-carico-altrove.v1">);
      case "cambio-stato.v1":
        return cambio(ctx, JSON.parse(corpo) as Corpo<"cambio-stato.v1">);
      case "richiesta-annullamento.v1":
        return annullamento(ctx, JSON.parse(corpo) as Corpo<"richiesta-annullamento.v1">);
      default:
        return null;
    }
  };

async function adesioneDi(ctx: Contesto, stores: Stores, adesioneId: string) {
  const adesione = await stores.adesioni.get(adesioneId);
  const persona = adesione === null ? null : await stores.persone.get(adesione.personaId);
  if (adesione === null || persona === null) throw new Error(`L'adesione ${adesioneId} non c'è`);
  return { adesione, codiceFiscale: ctx.cipher.open(persona.cfSigillato) as CodiceFiscale };
}

const invioUtente = (ctx: Contesto, adesioneId: string) =>
  ctx.uow.transaction(async (stores) => {
    const { adesione, codiceFiscale } = await adesioneDi(ctx, stores, adesioneId);
    const { dataAdesione: dataadesione, regione: Regione } = adesione;
    const utente = { CodiceFiscale: codiceFiscale, dataadesione, Regione, IdentificativoSap: null };
    const campi = [["UtenteYG", codifica(UTENTE_YG, { utente })]] as const;
    return { operazione: "invioUtenteYG", campi } as const;
  });

function notifica(
  codiceFiscale: CodiceFiscale,
  { dataAdesione, regione }: Pick<AdesioneRow, "dataAdesione" | "regione">,
  quale: Readonly<{ stato: Stato; at: string }>,
) {
  const dati = {
    ...{ CodiceFiscale: codiceFiscale, DataAdesione: dataAdesione, RegioneAdesione: regione },
    ...{ StatoAdesione: quale.stato, DataStatoAdesione: dayInRome(quale.at as Instant) },
  };
  const campi = [["DatiStatoAdesione", codifica(DATI_STATO_NOTIFICA, dati)]] as const;
  return { operazione: "notificaCambioStatoAdesioneYG", campi } as const;
}

/** It names the adesione that was taken in charge: the receiver finds its own by the person. */
const presaAltrove = (
  ctx: Contesto,
  { adesioneId, regionePresa }: Corpo<"presa-in-carico-altrove.v1">,
) =>
  ctx.uow.transaction(async (stores) => {
    const { adesione, codiceFiscale } = await adesioneDi(ctx, stores, adesioneId);
    const tutte = await stores.adesioni.by("personaId", adesione.personaId);
    const presa = tutte.find(
      (una) => una.regione === regionePresa && STATI_IN_CARICO.has(una.stato),
    );
    // It has ended meanwhile: nobody has the person in charge any more.
    if (presa === undefined) return { esito: "applicato" } as const;
    return notifica(codiceFiscale, presa, { stato: "P", at: presa.statoAt });
  });

const cambio = (ctx: Contesto, { adesioneId, a, at }: Corpo<"cambio-stato.v1">) =>
  ctx.uow.transaction(async (stores) => {
    const { adesione, codiceFiscale } = await adesioneDi(ctx, stores, adesioneId);
    // Told late, a presa in carico that is over would close an adesione for nothing.
    if (STATI_IN_CARICO.has(a) && !STATI_IN_CARICO.has(adesione.stato))
      return { esito: "applicato" } as const;
    return notifica(codiceFiscale, adesione, { stato: a, at });
  });

const annullamento = (ctx: Contesto, { adesioneId, at }: Corpo<"richiesta-annullamento.v1">) =>
  ctx.uow.transaction(async (stores) => {
    const { adesione, codiceFiscale } = await adesioneDi(ctx, stores, adesioneId);
    return notifica(codiceFiscale, adesione, { stato: "D", at });
  });
