import type { SqlClient } from "@staffetta/platform";
import { TESTA_INIZIALE } from "./catena.ts";
import { scambiPg } from "./soap/scambi-pg.ts";
import type {
  ArretratoUscita,
  Cifra,
  CoopStore,
  CorsiaEntrata,
  Fermo,
  RifiutiContati,
} from "./store.ts";
import { entrataPg } from "./store-pg-entrata.ts";
import { uscitaPg } from "./store-pg-uscita.ts";

const elenchiPg = (sql: SqlClient) => ({
  listUscite: () =>
    sql.query<ArretratoUscita>(
      "coop-uscite",
      `SELECT c.partner, c.corsia, c.contatore, coalesce(k.cursore, 0) AS cursore,
              coalesce(k.testa, $1) AS testa, k.ultima_ricevuta_at AS "ultimaRicevutaAt",
              u.accodato_at AS "piuVecchioAt"
         FROM coop_corsia_uscita c
         LEFT JOIN coop_cursore k USING (partner, corsia)
         LEFT JOIN coop_uscita u ON (u.partner, u.corsia) = (c.partner, c.corsia)
                                AND u.progressivo = coalesce(k.cursore, 0) + 1
        ORDER BY c.partner, c.corsia`,
      [TESTA_INIZIALE],
    ),
  listEntrate: () =>
    sql.query<CorsiaEntrata>(
      "coop-entrate",
      `SELECT partner, corsia, segno, testa, ultimo_at AS "ultimoAt"
         FROM coop_corsia_entrata ORDER BY partner, corsia`,
    ),
  listFermi: () =>
    sql.query<Fermo>(
      "coop-fermi",
      `SELECT partner, corsia, progressivo, id, tipo, persona, riservato, corpo,
              accodato_at AS "accodatoAt", at, stato, tentativi, errore, prossimo_at AS "prossimoAt"
         FROM coop_fermo ORDER BY at, progressivo LIMIT 200`,
    ),
  listRifiuti: (limit: number, aParte: readonly string[] = []) =>
    sql.query<Awaited<ReturnType<CoopStore["listRifiuti"]>>[number]>(
      "coop-rifiuti",
      `SELECT id, 'uscita' AS verso, u.partner, tipo, u.corsia, u.progressivo, e.at, e.codice, e.fatti
         FROM coop_esito_uscita e JOIN coop_uscita u USING (partner, corsia, progressivo)
        WHERE e.esito = 'rifiutato' AND e.codice <> ALL ($2)
       UNION ALL
       SELECT id, 'entrata', partner, tipo, corsia, progressivo, at, codice, fatti
         FROM coop_entrata WHERE esito = 'rifiutato' AND codice <> ALL ($2)
        ORDER BY at DESC LIMIT $1`,
      [limit, aParte],
    ),
  contaRifiuti: (codici: readonly string[]) =>
    sql.query<RifiutiContati>(
      "coop-rifiuti-contati",
      `SELECT u.partner, u.tipo, e.codice, count(*) AS quanti, max(e.at) AS "ultimoAt"
         FROM coop_esito_uscita e JOIN coop_uscita u USING (partner, corsia, progressivo)
        WHERE e.esito = 'rifiutato' AND e.codice = ANY ($1)
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [codici],
    ),
  listAllarmi: (limit: number) =>
    sql.query<Awaited<ReturnType<CoopStore["listAllarmi"]>>[number]>(
      "coop-allarmi",
      "SELECT at, partner, codice, dettaglio FROM coop_allarme ORDER BY numero DESC LIMIT $1",
      [limit],
    ),
  listConsegne: (persona: string, limit: number) =>
    sql.query<Awaited<ReturnType<CoopStore["listConsegne"]>>[number]>(
      "coop-consegne",
      `SELECT u.partner, u.tipo, u.accodato_at AS "accodatoAt",
              coalesce(e.esito, CASE WHEN c.cursore >= u.progressivo THEN 'consegnato'
                                     ELSE 'da consegnare' END) AS stato
         FROM coop_uscita u
         LEFT JOIN coop_cursore c USING (partner, corsia)
         LEFT JOIN coop_esito_uscita e USING (partner, corsia, progressivo)
        WHERE u.persona = $1
        ORDER BY u.accodato_at DESC, u.id DESC LIMIT $2`,
      [persona, limit],
    ),
});

export function coopStorePg(sql: SqlClient, cifra: Cifra): CoopStore {
  return {
    scambi: scambiPg(sql, cifra),
    ...uscitaPg(sql, cifra),
    ...entrataPg(sql, cifra),
    ...elenchiPg(sql),
  };
}
