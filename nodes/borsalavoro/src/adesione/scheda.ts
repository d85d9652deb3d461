import type { SchedaRegionale } from "@staffetta/contracts";
import { attesaDi, type CivilDate, regoleAdesione } from "@staffetta/domain";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { toElenco } from "../operatori/operatori.ts";
import { percorsoDi } from "../percorso/percorso.ts";
import type { AdesioneRow, Stores } from "../store.ts";
import { passiDi } from "./passi.ts";

const OPEN = { ammessa: true, perche: null } as const;

/** One adesione as its giovane sees it: what happened, what comes next, which doors are open and why not. */
export async function schedaDi(
  ctx: Contesto,
  stores: Stores,
  adesione: AdesioneRow,
): Promise<SchedaRegionale> {
  const operatore =
    adesione.operatoreId === null ? null : await stores.operatori.get(adesione.operatoreId);
  const eventi = await stores.eventi.by("adesioneId", adesione.id);
  const fatti = await stores.fatti.by("adesioneId", adesione.id);
  const annulla = regoleAdesione.cambiaStato(adesione, { a: "D", chi: "giovane" }, adesso(ctx));
  const scegli = adesione.stato === "A";
  const { contattato } = adesione;
  const dataPatto = ((await stores.prese.get(adesione.id))?.dataPatto ?? null) as CivilDate | null;
  const { id: adesioneId, regione, canale, dataAdesione, stato, inConferma } = adesione;
  return {
    ...{ adesioneId, regione, canale, dataAdesione, stato, inConferma },
    operatore: operatore === null ? null : toElenco(operatore),
    attesa: attesaDi(adesione, { contattato, dataPatto }, ctx.regole, oggi(ctx)),
    annullamento: "nessuno",
    puoAnnullare: annulla.ok
      ? OPEN
      : { ammessa: false, perche: "Si può annullare solo prima della presa in carico." },
    puoScegliereOperatore: scegli
      ? OPEN
      : { ammessa: false, perche: "L'operatore si cambia solo prima della presa in carico." },
    percorso: await percorsoDi(stores, adesione),
    passi: passiDi(eventi, fatti, operatore?.denominazione ?? ""),
  };
}
