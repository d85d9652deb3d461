import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { type CodiceMisura, idLinea, type Linea, type OperatoreId } from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { FATTO } from "../casi/comando.ts";
import { type Contesto, oggi } from "../contesto.ts";
import { TIPO_CSV } from "../csv.ts";
import type { Stores } from "../store.ts";
import { unaVolta } from "../una-volta.ts";
import { bilancioDi, csvDi } from "./bilancio.ts";
import { PROGRAMMA, sposta } from "./libro.ts";
import { serviCoda } from "./servi-coda.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  "bilancio" | "bilancioCsv" | "stanzia" | "apriLinea" | "spostaDenaro"
>;

interface NuovaLinea {
  readonly avvisoId: string;
  readonly misura: CodiceMisura;
  readonly operatoreId: string;
}

/** The line of a measure hangs from its notice, the threshold of an operatore from its measure. */
function lineaNuova({ avvisoId, misura, operatoreId }: NuovaLinea): Linea & { padre: string } {
  const diMisura = { padre: avvisoId, avvisoId, misura, operatoreId: null } as const;
  const id = idLinea(avvisoId, misura);
  if (operatoreId === "") return { id, livello: "misura", ...diMisura };
  const sua = { padre: id, operatoreId: operatoreId as OperatoreId };
  return { ...diMisura, ...sua, id: idLinea(avvisoId, misura, operatoreId), livello: "operatore" };
}

async function checkLinea(stores: Stores, { id, padre, operatoreId }: Linea) {
  if ((await stores.linee.get(padre ?? "")) === null) return { code: "linea.senza-padre" };
  if (operatoreId !== null && (await stores.operatori.get(operatoreId)) === null)
    return { code: "operatore.sconosciuto" };
  return (await stores.linee.get(id)) === null ? null : { code: "linea.gia-aperta" };
}

const apriLineaWith =
  (ctx: Contesto): Ops["apriLinea"] =>
  (soggetto, { chiave, importoCents, atto, ...quale }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const linea = lineaNuova(quale);
      const rifiuto = await checkLinea(stores, linea);
      if (rifiuto !== null) return ctx.problemi.rispondi(rifiuto);
      await stores.linee.insert(linea);
      const da = linea.padre;
      const uno = { causale: "assegnazione", importoCents, da, a: linea.id } as const;
      const esito = await sposta(ctx, stores, uno, { chi: nomeDi(soggetto), atto });
      if (!esito.ok) return ctx.problemi.rispondi(esito.rifiuto);
      return { ok: true, valore: { linea: linea.id } };
    });

const spostaWith =
  (ctx: Contesto): Ops["spostaDenaro"] =>
  async (soggetto, { chiave, da, a, importoCents, atto }) => {
    const esito = await unaVolta(ctx, chiave, async (stores) => {
      const verso = await stores.linee.get(a);
      if (verso === null || (await stores.linee.get(da)) === null || da === a)
        return ctx.problemi.rispondi({ code: "linea.sconosciuta" });
      const causale = verso.padre === da ? "assegnazione" : "sostituzione";
      const uno = { causale, importoCents, da, a } as const;
      const spostato = await sposta(ctx, stores, uno, { chi: nomeDi(soggetto), atto });
      return spostato.ok ? { ok: true, valore: FATTO } : ctx.problemi.rispondi(spostato.rifiuto);
    });
    if (esito.ok) await serviCoda(ctx);
    return esito;
  };

/** The money: how it stands, and who moves it between the lines. */
export const operazioniDenaro = (ctx: Contesto): Ops => ({
  bilancio: (soggetto) =>
    ctx.uow.transaction(async (stores) => {
      const soloDi = soggetto.ruolo === "addetto" ? soggetto.operatoreId : null;
      return { ok: true, valore: await bilancioDi(stores, soloDi) };
    }),
  bilancioCsv: (soggetto) =>
    ctx.uow.transaction(async (stores) => {
      const soloDi = soggetto.ruolo === "addetto" ? soggetto.operatoreId : null;
      const contenuto = csvDi(await bilancioDi(stores, soloDi));
      const nome = `bilancio-${oggi(ctx)}.csv`;
      return { ok: true, valore: { nome, tipo: TIPO_CSV, contenuto } as never };
    }),
  stanzia: (soggetto, { chiave, importoCents, atto }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const uno = { causale: "stanziamento", da: PROGRAMMA, a: PROGRAMMA, importoCents } as const;
      const esito = await sposta(ctx, stores, uno, { chi: nomeDi(soggetto), atto });
      return esito.ok ? { ok: true, valore: FATTO } : ctx.problemi.rispondi(esito.rifiuto);
    }),
  apriLinea: apriLineaWith(ctx),
  spostaDenaro: spostaWith(ctx),
});
