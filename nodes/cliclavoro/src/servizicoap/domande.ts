import { servizicoap } from "@staffetta/contracts";
import { dayInRome, type Instant, STATI_APERTI } from "@staffetta/domain";
import { leggiDocumento } from "@staffetta/nodo";
import { type Contesto, oggi } from "../contesto.ts";
import { findPersona } from "../persone.ts";
import type { AdesioneRow, Stores } from "../store.ts";

const { codifica, ko, okEsito, RISPOSTA_DATA_ADESIONE } = servizicoap;
type Gestori = Required<
  Pick<servizicoap.GestoriServizicoap, "checkUtenteYG" | "getDataAdesioneYG">
>;

/** OK = the person has an open adesione (in the region asked for, if any). @source WIRE, §4.5 */
const checkUtenteWith =
  (ctx: Contesto): Gestori["checkUtenteYG"] =>
  ({ CodiceFiscale: { CodiceFiscale, CodiceRegione } }) =>
    ctx.uow.transaction(async (stores) => {
      const tutte = await adesioniDi(ctx, stores, CodiceFiscale);
      const presente = tutte.some(
        ({ regione, stato }) =>
          STATI_APERTI.has(stato) && (CodiceRegione === null || regione === CodiceRegione),
      );
      return presente === (ctx.checkUtente.presente === "OK")
        ? okEsito("checkUtenteYG")
        : ko("checkUtenteYG", presente ? "Adesione presente." : "Adesione non presente.");
    });

async function adesioniDi(
  ctx: Contesto,
  stores: Stores,
  codiceFiscale: Parameters<typeof findPersona>[2],
): Promise<readonly AdesioneRow[]> {
  const persona = await findPersona(ctx, stores, codiceFiscale);
  return persona === null ? [] : stores.adesioni.by("personaId", persona.id);
}

/** @source WIRE, §1.4: the codes of the portal's service of the adesione date */
const ESITI = {
  "00": "Operazione eseguita",
  "01": "Nessuna adesione per la regione indicata",
  "02": "Nessuna adesione per la persona indicata",
  "03": "Il documento XML non è valido",
  "04": "Credenziali non valide",
} as const;

function rispostaData(codice: keyof typeof ESITI, adesioni: readonly AdesioneRow[] = []) {
  const Adesione = adesioni.map(({ dataAdesione, regione, stato, statoAt }) => ({
    ...{ DataAdesione: dataAdesione, CodRegioneAdesione: regione, CodStatoAdesioneMin: stato },
    ...{ CodProvinciaAssegnazione: null, DataStatoAdesioneMin: dayInRome(statoAt as Instant) },
  }));
  const Esito = { codice, descrizione: ESITI[codice] };
  const Adesioni = Adesione.length === 0 ? null : { Adesione };
  return { xmlRisposta: codifica(RISPOSTA_DATA_ADESIONE, { Esito, Adesioni }) };
}

const dataAdesioneWith =
  (ctx: Contesto): Gestori["getDataAdesioneYG"] =>
  async ({ username, password, xmlRichiesta }) => {
    if (!ctx.isUtente(username, password)) return rispostaData("04");
    const letto = leggiDocumento(servizicoap.GIOVANE, xmlRichiesta, { oggi: oggi(ctx) });
    if (!letto.ok) return rispostaData("03");
    const { CodiceFiscale, CodRegione } = letto.valore;
    return ctx.uow.transaction(async (stores) => {
      const tutte = await adesioniDi(ctx, stores, CodiceFiscale);
      if (tutte.length === 0) return rispostaData("02");
      const sue = tutte.filter(({ regione }) => CodRegione === null || regione === CodRegione);
      return sue.length === 0 ? rispostaData("01") : rispostaData("00", sue);
    });
  };

export const domandeWith = (ctx: Contesto): Gestori => ({
  checkUtenteYG: checkUtenteWith(ctx),
  getDataAdesioneYG: dataAdesioneWith(ctx),
});
