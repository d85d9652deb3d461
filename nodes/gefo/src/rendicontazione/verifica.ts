import type { Risposta, Soggetto } from "@staffetta/contracts";
import {
  type EventoCaso,
  type ServizioId,
  type Taglio,
  verificaRendicontazione,
} from "@staffetta/domain";
import { type Autore, autoreDi } from "@staffetta/nodo";
import { regoleDelCaso } from "../avvisi/regole.ts";
import type { FATTO } from "../casi/comando.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { eseguiSuServizio } from "../servizi/comando.ts";
import type { Stores } from "../store.ts";
import { checkProve, conservaControlli, type ProvaDelControllo } from "./controlli.ts";
import type { RendicontazioneRow } from "./tabelle.ts";

interface Chiesta {
  readonly chiave: string;
  readonly rendicontazioneId: string;
  readonly controlli: readonly string[];
  readonly prove: readonly ProvaDelControllo[];
  readonly tagli: readonly Taglio[];
}

async function scrivi(
  ctx: Contesto,
  stores: Stores,
  row: RendicontazioneRow,
  { tagli, chi, ammessoCents }: Pick<Chiesta, "tagli"> & { chi: Autore; ammessoCents: number },
): Promise<void> {
  await stores.rendicontazioni.put({
    ...{ ...row, stato: "verificata", ammessoCents },
    ...{ verificataAt: adesso(ctx), verificataDa: chi.nome, verificataDaId: chi.id },
  });
  for (const { riferimento, importoCents, motivo, nota } of tagli) {
    if (importoCents === 0) continue;
    const voce = await stores.vociRendicontazione.get(`${row.id}/${riferimento}`);
    if (voce === null) throw new Error(`manca la voce ${riferimento}`);
    const taglio = { taglioCents: importoCents, motivoTaglio: motivo, notaTaglio: nota };
    await stores.vociRendicontazione.put({ ...voce, ...taglio });
  }
}

/** The desk of the Region admits a report, with its cuts. */
export async function verifica(
  ctx: Contesto,
  soggetto: Soggetto,
  { chiave, rendicontazioneId, controlli, prove, tagli }: Chiesta,
): Promise<Risposta<typeof FATTO>> {
  const found = await ctx.uow.transaction((stores) =>
    stores.rendicontazioni.get(rendicontazioneId),
  );
  if (found === null) return ctx.problemi.rispondi({ code: "rendicontazione.sconosciuta" });
  const servizioId = found.servizioId as ServizioId;
  return eseguiSuServizio(ctx, soggetto, {
    ...{ chiave, servizioId },
    decide: async ({ caso }, regole, stores) => {
      const row = await stores.rendicontazioni.lock(rendicontazioneId);
      if (row?.stato !== "presentata")
        return { ok: false, rifiuto: { code: "rendicontazione.gia-verificata" } };
      const loro = await checkProve(stores, row, prove, regole.rendiconto.controlli);
      if (!loro.ok) return loro;
      const voci = await stores.vociRendicontazione.by("rendicontazioneId", rendicontazioneId);
      const comando = { servizioId, rendicontazioneId, tipo: row.tipo, voci, tagli, controlli };
      return verificaRendicontazione(caso, comando, regole, adesso(ctx));
    },
    conserva: async (stores, { caso }, evento) => {
      const { ammessoCents } = evento as Extract<
        EventoCaso,
        { tipo: "rendicontazione-verificata" }
      >;
      await scrivi(ctx, stores, found, { tagli, chi: autoreDi(soggetto), ammessoCents });
      const { rendiconto } = await regoleDelCaso(ctx, stores, caso);
      const fatti = Object.entries(rendiconto.controlli).filter(([uno]) => controlli.includes(uno));
      await conservaControlli(stores, rendicontazioneId, Object.fromEntries(fatti), prove);
    },
  });
}
