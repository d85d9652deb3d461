import type { DatiEnte, Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import {
  type CivilDate,
  cambiaAccreditamento,
  checkFirmaAtto,
  checkValidita,
  type StatoAccreditamento,
} from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { FATTO } from "../casi/comando.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { unaVolta } from "../una-volta.ts";
import { saveOperatore } from "./avvio.ts";
import { abilitazioneDi, conValidita, firmaSemplice } from "./ente.ts";
import { operazioniFermo } from "./fermo.ts";
import { datiDi, schedaOperatoreDi } from "./scheda.ts";
import type { EnteRow, OperatoreRow } from "./tabelle.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  | "operatori"
  | "operatore"
  | "salvaOperatore"
  | "firmaAttoAdesione"
  | "cambiaAccreditamento"
  | "ridaiScelta"
  | "chiudiPerFermo"
>;

const SCONOSCIUTO = { code: "operatore.sconosciuto" } as const;

interface Trovato {
  readonly operatore: OperatoreRow;
  readonly ente: EnteRow;
}

/** An addetto finds no operatore but its own. */
async function trova(
  stores: Stores,
  soggetto: Soggetto,
  operatoreId: string,
): Promise<Trovato | null> {
  if (soggetto.ruolo === "addetto" && soggetto.operatoreId !== operatoreId) return null;
  const ente = await stores.enti.lock(operatoreId);
  const operatore = await stores.operatori.get(operatoreId);
  return ente === null || operatore === null ? null : { operatore, ente };
}

const operatoriWith =
  (ctx: Contesto): Ops["operatori"] =>
  () =>
    ctx.uow.transaction(async (stores) => {
      const aperti = await stores.elenchi.operatori.countAperti();
      const enti = new Map((await stores.enti.all()).map((ente) => [ente.operatoreId, ente]));
      const operatori = (await stores.operatori.all()).map(({ id, denominazione, comune }) => ({
        ...{ id, denominazione, comune },
        stato: enti.get(id)?.stato ?? ("sospeso" as StatoAccreditamento),
        attoFirmato: (enti.get(id)?.attoAt ?? null) !== null,
        casiAperti: aperti[id] ?? 0,
      }));
      return { ok: true, valore: { operatori } as never };
    });

/** The fields that somebody else has changed since the page was read. */
const cambiatiDi = (ente: EnteRow, dati: DatiEnte): readonly string[] => {
  const loro = datiDi(ente);
  return (Object.keys(loro) as (keyof typeof loro)[]).filter(
    (campo) => JSON.stringify(loro[campo]) !== JSON.stringify(dati[campo]),
  );
};

const giorniStorti = (dati: Pick<DatiEnte, "sedi" | "professionisti">, giorno: CivilDate) =>
  (["sedi", "professionisti"] as const).flatMap((quali) =>
    dati[quali].flatMap((uno, i) => {
      const vale = checkValidita(uno, `dati.${quali}.${i}`, giorno);
      return vale.ok ? [] : [vale.rifiuto];
    }),
  );

const salvaWith =
  (ctx: Contesto): Ops["salvaOperatore"] =>
  (soggetto, { chiave, operatoreId, version, dati: chiesti }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const trovato = await trova(stores, soggetto, operatoreId);
      if (trovato === null) return ctx.problemi.rispondi(SCONOSCIUTO);
      const { ente, operatore } = trovato;
      const regione = soggetto.ruolo === "regione";
      const dati = regione ? chiesti : conValidita(ente, chiesti, oggi(ctx));
      const [giornoStorto] = giorniStorti(dati, oggi(ctx));
      if (giornoStorto !== undefined) return ctx.problemi.rispondi(giornoStorto);
      if (ente.version !== version) {
        const cambiati = cambiatiDi(ente, dati);
        return ctx.problemi.rispondi({ code: "operatore.cambiato", cambiati } as never);
      }
      await stores.enti.put({ ...ente, ...dati, version: version + 1 });
      const [sede] = dati.sedi;
      if (sede !== undefined) {
        const { comune, indirizzo } = sede;
        await saveOperatore(ctx, stores, { ...operatore, comune, indirizzo });
      }
      return { ok: true, valore: FATTO };
    });

const accreditamentoWith =
  (ctx: Contesto): Ops["cambiaAccreditamento"] =>
  (soggetto, { chiave, operatoreId, a, atto, data, motivo }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const trovato = await trova(stores, soggetto, operatoreId);
      if (trovato === null) return ctx.problemi.rispondi(SCONOSCIUTO);
      const { ente, operatore } = trovato;
      const atti = await stores.accreditamenti.by("operatoreId", operatoreId);
      const ultimo =
        atti
          .map((uno) => uno.data as CivilDate)
          .toSorted()
          .at(-1) ?? oggi(ctx);
      const date = { ultimo, oggi: oggi(ctx) };
      const deciso = cambiaAccreditamento(ente.stato, { a, data }, date);
      if (!deciso.ok) return ctx.problemi.rispondi(deciso.rifiuto);
      const chi = nomeDi(soggetto);
      await stores.enti.put({ ...ente, stato: a, version: ente.version + 1 });
      await stores.accreditamenti.insert({
        ...{ id: ctx.random.uuid(), operatoreId, da: ente.stato, a, atto, motivo, data },
        ...{ at: adesso(ctx), chi },
      });
      await saveOperatore(ctx, stores, { ...operatore, attivo: a === "accreditato" });
      return { ok: true, valore: FATTO };
    });

const firmaWith =
  (ctx: Contesto): Ops["firmaAttoAdesione"] =>
  (soggetto, { chiave }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const operatoreId = soggetto.ruolo === "addetto" ? soggetto.operatoreId : "";
      const trovato = await trova(stores, soggetto, operatoreId);
      if (trovato === null) return ctx.problemi.rispondi(SCONOSCIUTO);
      const { ente } = trovato;
      const esito = checkFirmaAtto(abilitazioneDi(ente), ente);
      if (!esito.ok) return ctx.problemi.rispondi(esito.rifiuto);
      const firma = firmaSemplice(ente, nomeDi(soggetto), adesso(ctx));
      await stores.enti.put({ ...ente, ...firma, version: ente.version + 1 });
      return { ok: true, valore: FATTO };
    });

/** The accredited operatori: what they are, whether they may work, who is left waiting by one that may not. */
export const operazioniOperatori = (ctx: Contesto): Ops => ({
  operatori: operatoriWith(ctx),
  operatore: (soggetto, { operatoreId }) =>
    ctx.uow.transaction(async (stores) => {
      const trovato = await trova(stores, soggetto, operatoreId);
      if (trovato === null) return ctx.problemi.rispondi(SCONOSCIUTO);
      const { operatore, ente } = trovato;
      const perRegione = soggetto.ruolo === "regione" && soggetto.funzione !== "monitoraggio";
      return { ok: true, valore: await schedaOperatoreDi(stores, operatore, ente, perRegione) };
    }),
  salvaOperatore: salvaWith(ctx),
  firmaAttoAdesione: firmaWith(ctx),
  cambiaAccreditamento: accreditamentoWith(ctx),
  ...operazioniFermo(ctx),
});
