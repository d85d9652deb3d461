import type { SchedaOperatore } from "@staffetta/contracts";
import {
  type Caso,
  PASSI_ACCREDITAMENTO,
  regoleCaso,
  regoleDote,
  STATI_CASO,
} from "@staffetta/domain";
import type { Stores } from "../store.ts";
import type { EnteRow, OperatoreRow } from "./tabelle.ts";

export const datiDi = ({
  codiceFiscale,
  partitaIva,
  firmatario,
  sedi,
  professionisti,
  misure,
}: EnteRow) => ({ codiceFiscale, partitaIva, firmatario, sedi, professionisti, misure });

const MAX = 500;

/** Before the presa in carico the giovane chooses again; after it the dote must be closed first. */
function cheFare(caso: Caso) {
  if (regoleCaso.checkPasso(caso, "ridaiScelta").ok)
    return { azione: "ridaiScelta", perche: "Non è ancora in carico: può scegliere di nuovo." };
  if (regoleDote.checkDote(caso, "chiudiPerFermo").ok)
    return {
      azione: "chiudiPerFermo",
      perche: "Ha una dote: si chiude, poi si affida a un altro.",
    };
  if (caso.dote?.stato === "inviata")
    return { azione: null, perche: "La dote aspetta la conferma del registro nazionale." };
  return { azione: null, perche: "I servizi sono finiti: restano i conti dell'operatore." };
}

/** Whom a stopped body leaves behind, step by step. */
export async function daRidareDi(stores: Stores, operatoreId: string) {
  const casi = await stores.elenchi.operatori.casiAperti(operatoreId, MAX);
  return casi
    .filter(({ caso }) => caso.dote?.chiusura?.motivo !== "cambio-operatore")
    .map(({ adesioneId, nome, cognome, caso }) => ({
      ...{ adesioneId, nome, cognome, stato: STATI_CASO[caso.stato] },
      ...cheFare(caso),
    }));
}

export async function schedaOperatoreDi(
  stores: Stores,
  operatore: OperatoreRow,
  ente: EnteRow,
  perRegione: boolean,
): Promise<SchedaOperatore> {
  const { stato, attoAt, attoChi, attoSha256, version } = ente;
  const storia = (await stores.accreditamenti.by("operatoreId", operatore.id))
    .map(({ da, a, atto, motivo, data, chi, at }) => ({ da, a, atto, motivo, data, chi, at }))
    .sort((x, y) => (x.at < y.at ? -1 : 1))
    .map(({ at: _, ...passo }) => passo);
  const fermato = perRegione && stato !== "accreditato";
  return {
    ...{ id: operatore.id, denominazione: operatore.denominazione, stato, version, storia },
    dati: datiDi(ente),
    atto: attoAt === null ? null : { at: attoAt, chi: attoChi ?? "", sha256: attoSha256 ?? "" },
    passi: [...PASSI_ACCREDITAMENTO[stato]],
    daRidare: fermato ? await daRidareDi(stores, operatore.id) : [],
  } as SchedaOperatore;
}
