import type { Allegato, Implementazione, OperazioniAllegati, Soggetto } from "@staffetta/contracts";
import { TIPI_ALLEGATO } from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { isMio } from "../casi/comando.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { conserva, esamina } from "./conserva.ts";
import type { AllegatoRow } from "./tabelle.ts";

type Ops = Implementazione<OperazioniAllegati>;

const vistaDi = ({ id, adesioneId: _a, operatoreId: _o, ...row }: AllegatoRow): Allegato => ({
  allegatoId: id,
  ...row,
  servizioId: row.servizioId as Allegato["servizioId"],
  caricatoAt: row.caricatoAt as Allegato["caricatoAt"],
});

/** The case when this person may see its files: those that an operatore of before uploaded stay hidden. */
async function casoPer(
  stores: Stores,
  soggetto: Soggetto,
  adesioneId: string,
): Promise<CasoRow | null> {
  const riga = await stores.casi.lock(adesioneId);
  return riga !== null && isMio(riga, soggetto) ? riga : null;
}

const visibile = (soggetto: Soggetto, { operatoreId }: AllegatoRow): boolean =>
  soggetto.ruolo !== "addetto" || soggetto.operatoreId === operatoreId;

const SCONOSCIUTO = { code: "allegato.sconosciuto" } as const;
const CASO_SCONOSCIUTO = { code: "caso.sconosciuto" } as const;

export const operazioniAllegati = (ctx: Contesto): Ops => ({
  caricaAllegato: async (soggetto, { chiave, adesioneId, titolo, servizioId, file }) => {
    const esaminato = await esamina(ctx, file);
    if (!esaminato.ok) return ctx.problemi.rispondi(esaminato.rifiuto);
    return ctx.uow.transaction(async (stores) => {
      const caso = await casoPer(stores, soggetto, adesioneId);
      if (caso === null) return ctx.problemi.rispondi(CASO_SCONOSCIUTO);
      const done = await stores.chiavi.get(chiave);
      if (done !== null) return { ok: true, valore: done.risposta as Allegato };
      const chi = nomeDi(soggetto);
      const suo = servizioId === "" ? null : servizioId;
      if (suo !== null && !caso.caso.dote?.servizi.some(({ id }) => id === suo))
        return ctx.problemi.rispondi({ code: "servizio.sconosciuto" });
      const nuovo = { ...esaminato.value, titolo, chi, servizioId: suo };
      const row = await conserva(ctx, stores, caso, nuovo);
      const valore = vistaDi(row);
      await stores.chiavi.insert({ chiave, at: adesso(ctx), risposta: valore });
      return { ok: true, valore };
    });
  },
  allegati: (soggetto, { adesioneId }) =>
    ctx.uow.transaction(async (stores) => {
      if ((await casoPer(stores, soggetto, adesioneId)) === null)
        return ctx.problemi.rispondi(CASO_SCONOSCIUTO);
      const rows = await stores.allegati.by("adesioneId", adesioneId);
      const allegati = rows.filter((row) => visibile(soggetto, row)).map(vistaDi);
      return { ok: true, valore: { allegati } };
    }),
  scaricaAllegato: (soggetto, { allegatoId }) =>
    ctx.uow.transaction(async (stores) => {
      const row = await stores.allegati.get(allegatoId);
      if (row === null || !visibile(soggetto, row)) return ctx.problemi.rispondi(SCONOSCIUTO);
      const { adesioneId, nome, tipo } = row;
      if ((await casoPer(stores, soggetto, adesioneId)) === null)
        return ctx.problemi.rispondi(SCONOSCIUTO);
      const kept = await stores.allegatiContenuti.get(allegatoId);
      if (kept === null) throw new Error(`l'allegato ${allegatoId} non ha contenuto`);
      const chi = nomeDi(soggetto);
      await stores.letture.insert({ id: ctx.random.uuid(), adesioneId, at: adesso(ctx), chi });
      const contenuto = ctx.cipher.openBytes(kept.sigillato);
      return { ok: true, valore: { nome, tipo: TIPI_ALLEGATO[tipo].mime, contenuto } };
    }),
});
