import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { type Autore, autoreDi } from "@staffetta/nodo";
import { FATTO } from "../casi/comando.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { unaVolta } from "../una-volta.ts";
import type { Rifiuto } from "./passo.ts";
import type { IbanRow } from "./tabelle.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "ibanOperatore" | "salvaIban">;

/** The account of today: the last that was told. */
export async function contoDi(stores: Stores, operatoreId: string): Promise<IbanRow | null> {
  const tutti = await stores.iban.by("operatoreId", operatoreId);
  return tutti.reduce<IbanRow | null>(
    (ultimo, uno) => (ultimo === null || uno.version > ultimo.version ? uno : ultimo),
    null,
  );
}

/** The account as pages show it. */
export function vistaConto(row: IbanRow | null) {
  if (row === null) return null;
  const { id: _i, operatoreId: _o, ...conto } = row;
  return conto as Omit<typeof conto, "at"> & { at: never };
}

/** Asked before any transaction, because a service takes its time; null = the account is of the body. */
export async function controllaIban(
  ctx: Contesto,
  operatoreId: string,
  iban: string,
): Promise<Rifiuto | null> {
  const ente = await ctx.uow.transaction((stores) => stores.enti.get(operatoreId));
  if (ente === null) return { code: "operatore.sconosciuto" };
  const risulta = await ctx.iban.risulta(iban, ente.codiceFiscale).catch(() => null);
  const campo = { campo: "iban" };
  if (risulta === null) return { code: "iban.servizio-fermo", ...campo };
  return risulta ? null : { code: "iban.non-risulta", ...campo };
}

/** A checked account becomes the account of today. */
export async function conservaIban(
  ctx: Contesto,
  stores: Stores,
  { operatoreId, iban, chi }: Readonly<{ operatoreId: string; iban: string; chi: Autore }>,
): Promise<void> {
  const prima = await contoDi(stores, operatoreId);
  if (prima?.iban === iban) return;
  const { nome: servizio, simulato } = ctx.iban;
  await stores.iban.insert({
    ...{ id: ctx.random.uuid(), operatoreId, version: (prima?.version ?? 0) + 1, iban },
    ...{ servizio, simulato, at: adesso(ctx), chi: chi.nome },
  });
}

const salvaWith =
  (ctx: Contesto): Ops["salvaIban"] =>
  async (soggetto, { chiave, version, iban }) => {
    const operatoreId = soggetto.ruolo === "addetto" ? soggetto.operatoreId : "";
    const rifiuto = await controllaIban(ctx, operatoreId, iban);
    if (rifiuto !== null) return ctx.problemi.rispondi(rifiuto);
    return unaVolta(ctx, chiave, async (stores) => {
      await stores.enti.lock(operatoreId);
      const done = await stores.chiavi.get(chiave);
      if (done !== null) return { ok: true, valore: FATTO };
      const prima = await contoDi(stores, operatoreId);
      if ((prima?.version ?? 0) !== version)
        return ctx.problemi.rispondi({ code: "iban.cambiato", ...{ chi: prima?.chi ?? "" } });
      await conservaIban(ctx, stores, { operatoreId, iban, chi: autoreDi(soggetto) });
      return { ok: true, valore: FATTO };
    });
  };

export const operazioniIban = (ctx: Contesto): Ops => ({
  ibanOperatore: (soggetto, { operatoreId }) =>
    ctx.uow.transaction(async (stores) => {
      const sua = soggetto.ruolo !== "addetto" || soggetto.operatoreId === operatoreId;
      if (!sua || (await stores.operatori.get(operatoreId)) === null)
        return ctx.problemi.rispondi({ code: "operatore.sconosciuto" });
      return { ok: true, valore: { conto: vistaConto(await contoDi(stores, operatoreId)) } };
    }),
  salvaIban: salvaWith(ctx),
});
