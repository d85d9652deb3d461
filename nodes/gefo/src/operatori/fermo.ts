import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { type Result, regoleCaso, regoleDote } from "@staffetta/domain";
import { accoda, borsaLavoroDi } from "@staffetta/nodo";
import { esegui, FATTO } from "../casi/comando.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "ridaiScelta" | "chiudiPerFermo">;

type Esito = Result<null, Readonly<{ code: string }>>;
const SI: Esito = { ok: true, value: null };
const no = (code: string): Esito => ({ ok: false, rifiuto: { code } });

async function checkFermato(stores: Stores, { operatoreId }: CasoRow): Promise<Esito> {
  const ente = await stores.enti.get(operatoreId);
  return ente === null || ente.stato === "accreditato" ? no("operatore.in-regola") : SI;
}

/** Nobody is proposed an operatore that may not work, or the one that was stopped. */
async function checkProposto(stores: Stores, riga: CasoRow, propostoId: string): Promise<Esito> {
  const fermato = await checkFermato(stores, riga);
  if (!fermato.ok || propostoId === "") return fermato;
  const proposto = await stores.operatori.get(propostoId);
  return proposto?.attivo && propostoId !== riga.operatoreId ? SI : no("operatore.non-proponibile");
}

/** Whom a stopped operatore leaves behind: before a presa in carico, and after it. */
export const operazioniFermo = (ctx: Contesto): Ops => ({
  ridaiScelta: (soggetto, { chiave, adesioneId, propostoId }) =>
    esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: FATTO },
      verifica: (stores, riga) => checkProposto(stores, riga, propostoId),
      decide: ({ caso }) => regoleCaso.ridaiScelta(caso, adesso(ctx)),
      conserva: async ({ uscita }) => {
        if (propostoId === "") return;
        accoda(uscita, "proposta-operatore.v1", {
          ...{ destinatario: borsaLavoroDi(ctx.regione), persona: adesioneId },
          corpo: { adesioneId, operatoreId: propostoId as never, at: adesso(ctx) },
        });
      },
    }),
  chiudiPerFermo: (soggetto, { chiave, adesioneId, motivazione }) =>
    esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: FATTO },
      verifica: checkFermato,
      decide: ({ caso }) => regoleDote.chiudiPerFermo(caso, motivazione, adesso(ctx)),
    }),
});
