import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { readCursore, writeCursore } from "@staffetta/nodo";
import { type Contesto, oggi } from "../contesto.ts";
import { SENZA_TERMINE } from "./elenchi.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "lavoro">;

const PAGINA_ROWS = 25;

const lavoroWith =
  (ctx: Contesto): Ops["lavoro"] =>
  (soggetto, { vista, cognome, dopo }) =>
    ctx.uow.transaction(async ({ elenchi: { lavoro } }) => {
      if (soggetto.ruolo !== "addetto") throw new Error("Serve un addetto");
      const { operatoreId } = soggetto;
      const filtro = {
        operatoreId,
        vista,
        cognome,
        dopo: readCursore(dopo),
        limit: PAGINA_ROWS + 1,
      };
      const found = await lavoro.pagina(filtro);
      const shown = found.slice(0, PAGINA_ROWS);
      const last = found.length > PAGINA_ROWS ? shown.at(-1) : undefined;
      const today = oggi(ctx);
      const righe = shown.map(
        ({ adesioneId, nome, cognome, dataAdesione, vista, entro, ultimoContatto }) => ({
          ...{ adesioneId, nome, cognome, dataAdesione, vista, entro, ultimoContatto },
          oltreTermine: entro !== null && entro < today,
        }),
      );
      const next =
        last === undefined
          ? null
          : writeCursore({ giorno: last.entro ?? SENZA_TERMINE, id: last.adesioneId });
      const perVista = await lavoro.countByVista(operatoreId);
      const oltreTermine = await lavoro.countOltreTermine(operatoreId, today);
      return { ok: true, valore: { righe, dopo: next, perVista, oltreTermine } as never };
    });

/** Whom to call today. */
export const operazioniLavoro = (ctx: Contesto): Ops => ({ lavoro: lavoroWith(ctx) });
