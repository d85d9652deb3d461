import { servizicoap } from "@staffetta/contracts";
import {
  type CivilDate,
  condizioniNeet,
  dayInRome,
  type Noto,
  nascitaNelCodice,
  REGOLE_ADESIONE_2014,
  valutaRequisiti,
} from "@staffetta/domain";
import { adesso, type Contesto } from "../contesto.ts";
import { annotaLettura, attivaDi } from "./letture.ts";

type Gestore = Required<servizicoap.GestoriServizicoap>["verificaCondizioniNEET"];
type CodiceFiscale = Parameters<typeof nascitaNelCodice>[0];

const LETTERA = (noto: Noto): string => (noto === null ? "" : noto ? "S" : "N");

function etaGiusta(codiceFiscale: CodiceFiscale, giorno: CivilDate): Noto {
  const nato = nascitaNelCodice(codiceFiscale, giorno);
  if (nato === null) return null;
  const regole = valutaRequisiti(nato.dataNascita, giorno, REGOLE_ADESIONE_2014);
  return regole.every(({ rispettata }) => rispettata);
}

/** What was looked at, and what nobody has told this bank: an empty flag, never a guess. */
function descrivi(id: string | null, condizioni: Readonly<Record<string, Noto>>): string {
  const nomi = Object.keys(condizioni);
  const ignote = nomi.filter((nome) => condizioni[nome] === null);
  const note = nomi.filter((nome) => condizioni[nome] !== null);
  const fonte = id === null ? "codice fiscale; nessuna SAP" : `codice fiscale e SAP ${id}`;
  const viste = note.length === 0 ? "niente" : note.join(", ");
  return `Verificato (${fonte}): ${viste}. Non noto alla Banca dati: ${ignote.join(", ")}.`;
}

/**
 * E999 is the Ministry's; E001 ours: something known says no. Work comes from the jobs that the mandatory
 * communications have put in the SAP, or from a DID; school and university from nowhere.
 * @source WIRE, §1.4 and §3.2
 */
export const neetWith =
  (ctx: Contesto): Gestore =>
  ({ CodiceFiscale, DataRiferimento }, chi) =>
    ctx.uow.transaction(async (stores) => {
      const giorno = DataRiferimento as CivilDate;
      const found = await attivaDi(ctx, stores, CodiceFiscale);
      if (found !== null) await annotaLettura(ctx, stores, found, chi, "verificaCondizioniNEET");
      const eta = etaGiusta(CodiceFiscale, giorno);
      const { residenza, disoccupazione } = condizioniNeet(found?.sap ?? null, giorno);
      const lette = { età: eta, residenza, disoccupazione, scuola: null, università: null };
      const negativa = Object.values(lette).includes(false);
      return servizicoap.rispostaVuota("verificaCondizioniNEET", {
        CodiceEsito: negativa ? "E001" : "E999",
        DescrizioneEsito: descrivi(found?.row.id ?? null, lette),
        ...{ Eta: LETTERA(eta), Residenza: LETTERA(residenza) },
        ...{ Disoccupazione: LETTERA(disoccupazione), DataChiamata: dayInRome(adesso(ctx)) },
      });
    });
