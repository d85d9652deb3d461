import type { CasoGefo } from "@staffetta/contracts";
import {
  assenzaAperta,
  type Caso,
  giustificabileEntro,
  prossimoContatto,
  type RegoleGefo,
} from "@staffetta/domain";
import { apertoDi } from "../appuntamenti/chiudi.ts";
import { type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";

type Contatti = CasoGefo["contatti"];

function assenzaDi(
  caso: Caso,
  { contatti }: RegoleGefo,
  today: string,
): NonNullable<CasoGefo["piano"]>["assenza"] {
  const aperta = assenzaAperta(caso);
  if (aperta === null) return null;
  const entro = giustificabileEntro(aperta.on, contatti);
  return today > entro ? null : { on: aperta.on, entro, motivi: [...contatti.assenza.motivi] };
}

/** What the plan of contacts proposes for this case today. */
export async function pianoDi(
  ctx: Contesto,
  stores: Stores,
  caso: Caso,
  contatti: Contatti,
  regole: RegoleGefo,
): Promise<CasoGefo["piano"]> {
  const appuntamento = (await apertoDi(stores, caso.adesioneId))?.inizio ?? null;
  const today = oggi(ctx);
  const prossimo = prossimoContatto({ caso, contatti, appuntamento }, regole, today);
  if (prossimo === null) return null;
  const daVerificare = regole.daVerificare.some((una) => una.startsWith("contatti."));
  const assenza = assenzaDi(caso, regole, today);
  return { ...prossimo, canali: [...prossimo.canali], daVerificare, assenza };
}
