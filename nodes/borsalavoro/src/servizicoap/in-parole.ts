import { type Corpo, servizicoap } from "@staffetta/contracts";
import {
  type Chiedi,
  CLICLAVORO,
  type DettoNazionale,
  type InParoleNazionali,
  MINISTERO,
} from "@staffetta/nodo";
import type { Contesto } from "../contesto.ts";
import { anagraficaOf } from "../giovani.ts";
import { sapDi } from "../sap/dati.ts";
import { politicaInSap, presaInSap } from "./in-sap.ts";

const { codifica, DATI_STATO_SET, UTENTE_YG } = servizicoap;

/**
 * What this region says to the national register, on the national wire: adesioni and stati, by person and
 * day; and to the Ministry: what happens to the policies, in the SAP. The choice of the operatore has no
 * words there, and the daily figures have no operation.
 */
export const inParoleWith =
  (ctx: Contesto): InParoleNazionali =>
  async (messaggio, chiedi) => {
    const { tipo, corpo, destinatario } = messaggio;
    if (destinatario === MINISTERO) return alMinistero(ctx, messaggio, chiedi);
    if (destinatario !== CLICLAVORO) return null;
    if (tipo === "adesione.v1") {
      const { adesioneId } = JSON.parse(corpo) as Corpo<"adesione.v1">;
      return invioUtente(ctx, adesioneId);
    }
    if (tipo !== "stato-adesione.v1") return null;
    const { adesioneId, a, rettifica } = JSON.parse(corpo) as Corpo<"stato-adesione.v1">;
    // What it takes back was never in the register: there is nothing to say.
    if (rettifica) return { esito: "applicato" };
    // A closed adesione is opened again with its date of then.
    return a === "A" ? invioUtente(ctx, adesioneId) : setStato(ctx, adesioneId, a);
  };

function alMinistero(
  ctx: Contesto,
  { tipo, corpo }: Parameters<InParoleNazionali>[0],
  chiedi: Chiedi,
): Promise<DettoNazionale> {
  if (tipo === "presa-in-carico-confermata.v1")
    return presaInSap(ctx, JSON.parse(corpo) as Corpo<"presa-in-carico-confermata.v1">, chiedi);
  if (tipo === "politica.v1")
    return politicaInSap(ctx, JSON.parse(corpo) as Corpo<"politica.v1">, chiedi);
  return Promise.resolve(null);
}

async function chiaveDi(ctx: Contesto, adesioneId: string) {
  return ctx.uow.transaction(async (stores) => {
    const adesione = await stores.adesioni.get(adesioneId);
    const giovane = adesione === null ? null : await stores.giovani.get(adesione.giovaneId);
    if (adesione === null || giovane === null) throw new Error(`L'adesione ${adesioneId} non c'è`);
    const { codiceFiscale } = anagraficaOf(ctx, giovane);
    return {
      codiceFiscale,
      sap: await sapDi(stores, adesioneId),
      dataAdesione: adesione.dataAdesione as string,
      regione: ctx.regione as string,
    };
  });
}

async function invioUtente(ctx: Contesto, adesioneId: string) {
  const { codiceFiscale, dataAdesione, regione, sap } = await chiaveDi(ctx, adesioneId);
  const utente = {
    ...{ CodiceFiscale: codiceFiscale, dataadesione: dataAdesione, Regione: regione },
    IdentificativoSap: sap,
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
