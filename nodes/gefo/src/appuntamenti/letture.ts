import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { addDays, type CivilDate, instantInRome, ok, refuse } from "@staffetta/domain";
import { type Contesto, oggi } from "../contesto.ts";
import { addettoDi } from "../lavoro/chi.ts";
import { personaDi } from "../lavoro/insieme.ts";
import type { Stores } from "../store.ts";
import { tutto } from "./esegui.ts";
import { calendariDi, icsDi, turniLiberi } from "./fissa.ts";
import type { AppuntamentoRow } from "./tabelle.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "agenda" | "turniLiberi" | "appuntamentoIcs">;

const TURNI_MAX = 40;
const SCONOSCIUTO = refuse({ code: "appuntamento.sconosciuto" });

async function vistaDi(stores: Stores, row: AppuntamentoRow) {
  const voce = await stores.coda.get(row.adesioneId);
  const { id: appuntamentoId, adesioneId, sede, luogo, stato, inizio, fine, motivo } = row;
  const persona = voce === null ? "—" : personaDi(voce);
  return { ...{ appuntamentoId, adesioneId, persona, sede, luogo, stato, inizio, fine, motivo } };
}

async function inAttesaDi(stores: Stores, sedi: readonly Readonly<{ sede: string }>[]) {
  const attese = [];
  for (const { sede } of sedi)
    for (const { adesioneId } of await stores.attesePosto.by("sede", sede)) {
      const voce = await stores.coda.get(adesioneId);
      if (voce !== null) attese.push({ adesioneId, persona: personaDi(voce), sede });
    }
  return attese;
}

async function rowsDi(
  stores: Stores,
  operatoreId: string,
  day: CivilDate,
  adesioneId: string | undefined,
): Promise<readonly AppuntamentoRow[]> {
  if (adesioneId !== undefined) {
    const rows = await stores.appuntamenti.by("adesioneId", adesioneId);
    return rows.filter((row) => row.operatoreId === operatoreId);
  }
  const fino = instantInRome(addDays(day, 1), "00:00");
  return stores.elenchi.appuntamenti.traDue(operatoreId, instantInRome(day, "00:00"), fino);
}

/** What is read of the agenda. */
export const lettureAppuntamenti = (ctx: Contesto): Ops => ({
  agenda: (soggetto, { giorno, adesioneId }) =>
    ctx.uow.transaction(async (stores) => {
      const { operatoreId } = addettoDi(ctx, soggetto);
      const day = giorno ?? oggi(ctx);
      const rows = await rowsDi(stores, operatoreId, day, adesioneId);
      const sedi = (await calendariDi(stores.elenchi, operatoreId)).map(
        ({ operatoreId: _, ...calendario }) => calendario,
      );
      const inAttesa = await inAttesaDi(stores, sedi);
      const appuntamenti = [];
      for (const row of rows) appuntamenti.push(await vistaDi(stores, row));
      return { ok: true, valore: { giorno: day, appuntamenti, inAttesa, sedi } as never };
    }),
  turniLiberi: (soggetto, { sede, dal }) =>
    tutto(ctx, async (stores) => {
      const { operatoreId } = addettoDi(ctx, soggetto);
      const calendario = (await calendariDi(stores.elenchi, operatoreId)).find(
        (uno) => uno.sede === sede,
      );
      if (calendario === undefined) return refuse({ code: "calendario.sconosciuto" });
      return ok({ turni: [...(await turniLiberi(ctx, stores, calendario, dal, TURNI_MAX))] });
    }),
  appuntamentoIcs: (soggetto, { appuntamentoId }) =>
    tutto(ctx, async (stores) => {
      const { operatoreId } = addettoDi(ctx, soggetto);
      const row = await stores.appuntamenti.get(appuntamentoId);
      if (row?.operatoreId !== operatoreId) return SCONOSCIUTO;
      const operatore = await stores.operatori.get(operatoreId);
      const text = icsDi(ctx, row, operatore?.denominazione ?? operatoreId);
      const contenuto = new Uint8Array(Buffer.from(text));
      return ok({ nome: "appuntamento.ics", tipo: "text/calendar; charset=utf-8", contenuto });
    }),
});
