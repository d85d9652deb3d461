import { ok, type Result, refuse } from "../result.ts";
import type { CivilDate } from "../time.ts";
import type { ContestoSap, DecisoSap } from "./decide.ts";
import { type AzioneDid, passaDid, type RifiutoDid, statoDid } from "./did.ts";
import type { CodiceEnte } from "./identificativi.ts";
import { DID, type PoliticaSap, PRESA_150 } from "./politica.ts";
import type { RifiutoSap } from "./rifiuto.ts";
import type { Sap } from "./sap.ts";

/** The last DID of a SAP: the one declared last and, of one day, the one written last. */
export function ultimaDid(politiche: readonly PoliticaSap[]): PoliticaSap | null {
  return politiche
    .filter(({ tipoAttivita }) => tipoAttivita === DID)
    .reduce<PoliticaSap | null>(
      (last, una) => (last === null || una.dataProposta >= last.dataProposta ? una : last),
      null,
    );
}

export interface ConferisciDid {
  readonly azione: AzioneDid;
  readonly giorno: CivilDate;
  /** Who promotes it: the Ministry, for a DID made in line. */
  readonly ente: CodiceEnte;
}

/** A step of the DID, made by the Ministry itself: a N00 that is born, or its next evento. */
export function conferisciDid(
  sap: Sap | null,
  { azione, giorno, ente }: ConferisciDid,
  ctx: ContestoSap,
): Result<DecisoSap, RifiutoSap | RifiutoDid> {
  if (sap === null) return refuse({ code: "sap.sconosciuta", id: null });
  if (sap.stato !== "01") return refuse({ code: "sap.non-attiva", id: sap.id, stato: sap.stato });
  const ultima = ultimaDid(sap.politiche);
  const passo = passaDid(ultima === null ? null : statoDid(ultima), azione);
  if (!passo.ok) return passo;
  const { at } = ctx;
  const ultimoEvento = { evento: passo.value.evento, data: giorno, descrizione: null };
  if (azione !== "inserisci" && ultima !== null)
    return ok({
      eventi: [{ tipo: "politica-aggiornata", at, ente, politica: { ...ultima, ultimoEvento } }],
      avvisi: [],
    });
  const nuova = {
    ...{ identificativo: null, tipoAttivita: DID, progetto: PRESA_150, ente },
    ...{ dataProposta: giorno, dataInizio: giorno, dataFine: null, durata: null },
    ...{ tipologiaDurata: null, descrizione: null, indiceProfiling: null, presaInCarico: null },
    ...{ titolo: null, ultimoEvento },
  };
  const identificativo = ctx.nuovoIdPolitica(sap.id)(nuova);
  // The title of a N00 repeats its identifier.
  const politica = { ...nuova, identificativo, titolo: identificativo, inviataDa: ente };
  return ok({ eventi: [{ tipo: "politica-aggiunta", at, politica }], avvisi: [] });
}
