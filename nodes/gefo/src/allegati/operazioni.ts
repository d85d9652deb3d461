import type { Allegato, Implementazione, OperazioniAllegati, Soggetto } from "@staffetta/contracts";
import { TIPI_ALLEGATO } from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { isMio } from "../casi/comando.ts";
import { annotaLettura } from "../casi/letture.ts";
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

/** Services of this case that are delivered by the operatore of who asks, in a dote of another. */
const affidatiA = ({ caso }: CasoRow, soggetto: Soggetto): ReadonlySet<string> =>
  new Set(
    soggetto.ruolo !== "addetto"
      ? []
      : (caso.dote?.servizi ?? []).flatMap(({ id, erogatoreId }) =>
          erogatoreId === soggetto.operatoreId ? [id] : [],
        ),
  );

interface Accesso {
  readonly riga: CasoRow;
  /** Whoever delivers for another sees the evidence of its own services, and nothing else of the case. */
  readonly vede: (row: Pick<AllegatoRow, "operatoreId" | "servizioId">) => boolean;
}

/** The case when this person may see any of its files; those that an operatore of before uploaded stay hidden. */
async function casoPer(
  stores: Stores,
  soggetto: Soggetto,
  adesioneId: string,
): Promise<Accesso | null> {
  const riga = await stores.casi.lock(adesioneId);
  if (riga === null) return null;
  const affidati = affidatiA(riga, soggetto);
  const affidato = ({ servizioId }: Pick<AllegatoRow, "servizioId">): boolean =>
    servizioId !== null && affidati.has(servizioId);
  if (!isMio(riga, soggetto)) return affidati.size === 0 ? null : { riga, vede: affidato };
  const mio = soggetto.ruolo === "addetto" ? soggetto.operatoreId : null;
  return { riga, vede: ({ operatoreId }) => mio === null || mio === operatoreId };
}

const SCONOSCIUTO = { code: "allegato.sconosciuto" } as const;
const CASO_SCONOSCIUTO = { code: "caso.sconosciuto" } as const;

export const operazioniAllegati = (ctx: Contesto): Ops => ({
  caricaAllegato: async (soggetto, { chiave, adesioneId, titolo, servizioId, file }) => {
    const esaminato = await esamina(ctx, file);
    if (!esaminato.ok) return ctx.problemi.rispondi(esaminato.rifiuto);
    return ctx.uow.transaction(async (stores) => {
      const accesso = await casoPer(stores, soggetto, adesioneId);
      if (accesso === null) return ctx.problemi.rispondi(CASO_SCONOSCIUTO);
      const { riga } = accesso;
      const done = await stores.chiavi.get(chiave);
      if (done !== null) return { ok: true, valore: done.risposta as Allegato };
      const chi = nomeDi(soggetto);
      const suo = servizioId === "" ? null : servizioId;
      const esiste = suo === null || riga.caso.dote?.servizi.some(({ id }) => id === suo);
      if (!esiste || !accesso.vede({ operatoreId: riga.operatoreId, servizioId: suo }))
        return ctx.problemi.rispondi({ code: "servizio.sconosciuto" });
      const nuovo = { ...esaminato.value, titolo, chi, servizioId: suo };
      const row = await conserva(ctx, stores, riga, nuovo);
      const valore = vistaDi(row);
      await stores.chiavi.insert({ chiave, at: adesso(ctx), risposta: valore });
      return { ok: true, valore };
    });
  },
  allegati: (soggetto, { adesioneId }) =>
    ctx.uow.transaction(async (stores) => {
      const accesso = await casoPer(stores, soggetto, adesioneId);
      if (accesso === null) return ctx.problemi.rispondi(CASO_SCONOSCIUTO);
      const rows = await stores.allegati.by("adesioneId", adesioneId);
      const allegati = rows.filter(accesso.vede).map(vistaDi);
      return { ok: true, valore: { allegati } };
    }),
  scaricaAllegato: (soggetto, { allegatoId }) =>
    ctx.uow.transaction(async (stores) => {
      const row = await stores.allegati.get(allegatoId);
      if (row === null) return ctx.problemi.rispondi(SCONOSCIUTO);
      const { adesioneId, nome, tipo } = row;
      const accesso = await casoPer(stores, soggetto, adesioneId);
      if (!accesso?.vede(row)) return ctx.problemi.rispondi(SCONOSCIUTO);
      const kept = await stores.allegatiContenuti.get(allegatoId);
      if (kept === null) throw new Error(`l'allegato ${allegatoId} non ha contenuto`);
      await annotaLettura(ctx, stores, soggetto, adesioneId, "allegato");
      const contenuto = ctx.cipher.openBytes(kept.sigillato);
      return { ok: true, valore: { nome, tipo: TIPI_ALLEGATO[tipo].mime, contenuto } };
    }),
});
