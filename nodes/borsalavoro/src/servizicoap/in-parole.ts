import { type Corpo, servizicoap } from "@staffetta/contracts";
import { CLICLAVORO, type InParoleNazionali } from "@staffetta/nodo";
import type { Contesto } from "../contesto.ts";
import { anagraficaOf } from "../giovani.ts";

const { codifica, DATI_STATO_SET, UTENTE_YG } = servizicoap;

/**
 * What this region says to the national register, on the national wire: adesioni and stati, by person and
 * day. The choice of the operatore has no words there, nor has a correction of what was never registered.
 */
export const inParoleWith =
  (ctx: Contesto): InParoleNazionali =>
  async ({ tipo, corpo, destinatario }) => {
    if (destinatario !== CLICLAVORO) return null;
    if (tipo === "adesione.v1") {
      const { adesioneId } = JSON.parse(corpo) as Corpo<"adesione.v1">;
      return invioUtente(ctx, adesioneId);
    }
    if (tipo !== "stato-adesione.v1") return null;
    const { adesioneId, a, rettifica } = JSON.parse(corpo) as Corpo<"stato-adesione.v1">;
    if (rettifica) return null;
    // A closed adesione is opened again with its date of then.
    return a === "A" ? invioUtente(ctx, adesioneId) : setStato(ctx, adesioneId, a);
  };

async function chiaveDi(ctx: Contesto, adesioneId: string) {
  return ctx.uow.transaction(async (stores) => {
    const adesione = await stores.adesioni.get(adesioneId);
    const giovane = adesione === null ? null : await stores.giovani.get(adesione.giovaneId);
    if (adesione === null || giovane === null) throw new Error(`L'adesione ${adesioneId} non c'è`);
    const { codiceFiscale } = anagraficaOf(ctx, giovane);
    return {
      codiceFiscale,
      dataAdesione: adesione.dataAdesione as string,
      regione: ctx.regione as string,
    };
  });
}

async function invioUtente(ctx: Contesto, adesioneId: string) {
  const { codiceFiscale, dataAdesione, regione } = await chiaveDi(ctx, adesioneId);
  const utente = {
    ...{ CodiceFiscale: codiceFiscale, dataadesione: dataAdesione, Regione: regione },
    IdentificativoSap: null,
  };
  const campi = [["UtenteYG", codifica(UTENTE_YG, { utente })]] as const;
  return { operazione: "invioUtenteYG", campi } as const;
}

async function setStato(ctx: Contesto, adesioneId: string, a: Corpo<"stato-adesione.v1">["a"]) {
  const { codiceFiscale, dataAdesione, regione } = await chiaveDi(ctx, adesioneId);
  const dati = {
    ...{ CodiceFiscale: codiceFiscale, DataAdesione: dataAdesione, RegioneAdesione: regione },
    ...{ StatoAdesione: a, DataStatoAdesione: null },
  };
  const campi = [["DatiStatoAdesione", codifica(DATI_STATO_SET, dati)]] as const;
  return { operazione: "setStatoAdesioneYG", campi } as const;
}
