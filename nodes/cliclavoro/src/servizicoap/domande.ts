import { servizicoap } from "@staffetta/contracts";
import {
  type CivilDate,
  dayInRome,
  type Instant,
  nascitaNelCodice,
  STATI_APERTI,
  valutaRequisiti,
} from "@staffetta/domain";
import { leggiDocumento } from "@staffetta/nodo";
import { type Contesto, oggi } from "../contesto.ts";
import { findPersona } from "../persone.ts";
import type { AdesioneRow, Stores } from "../store.ts";

const { codifica, ko, okEsito, RISPOSTA_DATA_ADESIONE } = servizicoap;
type Gestori = Required<
  Pick<
    servizicoap.GestoriServizicoap,
    "checkUtenteYG" | "getDataAdesioneYG" | "verificaCondizioniNEET"
  >
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

/** E999 is the Ministry's; E001 ours. What this node can't know is an empty flag, never a guess. */
const condizioniNeetWith =
  (ctx: Contesto): Gestori["verificaCondizioniNEET"] =>
  async ({ CodiceFiscale, DataRiferimento }) => {
    const giorno = DataRiferimento as CivilDate;
    const nato = nascitaNelCodice(CodiceFiscale, giorno);
    const regole = nato === null ? [] : valutaRequisiti(nato.dataNascita, giorno, ctx.regole);
    const eta = nato === null ? "" : regole.every(({ rispettata }) => rispettata) ? "S" : "N";
    return servizicoap.rispostaVuota("verificaCondizioniNEET", {
      CodiceEsito: eta === "N" ? "E001" : "E999",
      DescrizioneEsito:
        "Verificata la sola età: residenza, lavoro, scuola e università non sono note a questo nodo.",
      ...{ Eta: eta, DataChiamata: oggi(ctx) },
    });
  };

export const domandeWith = (ctx: Contesto): Gestori => ({
  checkUtenteYG: checkUtenteWith(ctx),
  getDataAdesioneYG: dataAdesioneWith(ctx),
  verificaCondizioniNEET: condizioniNeetWith(ctx),
});
