import type { Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import { nomeDi } from "@staffetta/nodo";
import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { digestDi } from "../lavoro/segna.ts";
import { nomiOf } from "../operatori/nomi.ts";
import type { Stores } from "../store.ts";
import type { LetturaRow } from "./tabelle.ts";

/** What of a person's record may be read, in the words of that person. */
export const COSE_LETTE = {
  caso: "il tuo caso",
  fascicolo: "il tuo fascicolo",
  documento: "un tuo documento",
  allegato: "un file che prova qualcosa di te",
  registro: "il registro delle tue ore",
  rendicontazione: "il conto di un tuo servizio",
  indennita: "la tua indennità di tirocinio",
  lettera: "una lettera che ti abbiamo scritto",
  ricerca: "il tuo nome, cercando il codice fiscale",
} as const;
export type CosaLetta = keyof typeof COSE_LETTE;

const enteDi = (soggetto: Soggetto): string =>
  soggetto.ruolo === "addetto" ? soggetto.operatoreId : soggetto.ruolo;

/** Every reading of a person's record is written down, in the transaction that reads it. */
export const annotaLettura = (
  ctx: Contesto,
  { letture }: Pick<Stores, "letture">,
  soggetto: Soggetto,
  adesioneId: string,
  cosa: CosaLetta,
): Promise<void> =>
  letture.insert({
    ...{ id: ctx.random.uuid(), adesioneId, at: adesso(ctx), chi: nomeDi(soggetto) },
    ...{ ente: enteDi(soggetto), cosa },
  });

export interface ElenchiCasi {
  /** The latest readings of some cases, the person's own left out. */
  letture(adesioni: readonly string[], limit: number): Promise<readonly LetturaRow[]>;
}

const IO = "giovane";
const LETTURE = `
  SELECT id, adesione_id AS "adesioneId", at, chi, ente, cosa FROM lettura
   WHERE adesione_id = ANY($1::uuid[]) AND ente IS DISTINCT FROM $2
   ORDER BY at DESC, id DESC LIMIT $3`;

const keyOf = ({ at, id }: LetturaRow): string => `${at} ${id}`;

export const elenchiCasi: Legami<ElenchiCasi> = {
  pg: (sql: SqlClient) => ({
    letture: (adesioni, limit) =>
      sql.query<LetturaRow>("gefo-letture", LETTURE, [adesioni, IO, limit]),
  }),
  memory: (tx: MemoryTx) => ({
    letture: async (adesioni, limit) =>
      [...tx.table<LetturaRow>("lettura").values()]
        .filter(({ adesioneId, ente }) => adesioni.includes(adesioneId) && ente !== IO)
        .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
        .slice(0, limit),
  }),
};

const LETTURE_MAX = 200;
const ENTI: Readonly<Record<string, string>> = {
  ...{ regione: "Regione", revisore: "Revisore dei conti", sistema: "Sistema" },
};

/** Who read the record of who asks: of all his cases here, whoever followed them. */
export const operazioniLetture = (
  ctx: Contesto,
): Pick<Implementazione<OperazioniGefo>, "mieLetture"> => ({
  mieLetture: (soggetto) =>
    ctx.uow.read(async (stores) => {
      if (soggetto.ruolo !== "giovane") throw new Error("Serve un giovane");
      const voci = await stores.coda.by("cfDigest", digestDi(ctx, soggetto.identita.codiceFiscale));
      const adesioni = voci.map(({ adesioneId }) => adesioneId);
      const nomi = await nomiOf(stores);
      const letture = (await stores.elenchi.casi.letture(adesioni, LETTURE_MAX)).map((una) => ({
        ...{ at: una.at as never, chi: una.chi },
        ente: una.ente === null ? null : (nomi.get(una.ente) ?? ENTI[una.ente] ?? una.ente),
        cosa: una.cosa === null ? null : COSE_LETTE[una.cosa],
      }));
      return { ok: true, valore: { letture } };
    }),
});
