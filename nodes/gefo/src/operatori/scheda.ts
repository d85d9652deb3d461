import type { SchedaOperatore } from "@staffetta/contracts";
import { PASSI_ACCREDITAMENTO, regoleCaso, STATI_CASO } from "@staffetta/domain";
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

/** Whom a stopped body leaves waiting: cases that no presa in carico holds yet. */
async function daRidareDi(stores: Stores, operatoreId: string) {
  const casi = await stores.elenchi.operatori.casiAperti(operatoreId, MAX);
  return casi
    .filter(({ caso }) => regoleCaso.checkPasso(caso, "ridaiScelta").ok)
    .map(({ adesioneId, nome, cognome, caso }) => ({
      ...{ adesioneId, nome, cognome },
      stato: STATI_CASO[caso.stato],
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
