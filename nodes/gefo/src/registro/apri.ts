import type { Soggetto } from "@staffetta/contracts";
import {
  type CivilDate,
  type ContestoRegistro,
  type Disponibili,
  type Dote,
  fineDote,
  type RegoleGefo,
  type Servizio,
  type ServizioId,
} from "@staffetta/domain";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { personaOf } from "../casi/persona.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { abilitatiDi } from "./abilitati.ts";
import { erogatoreDi, isDelRegistro } from "./chi-eroga.ts";
import type { RigaRegistroRow } from "./tabelle.ts";

/** A service with everything that its register is judged by. */
export interface RegistroAperto {
  readonly riga: CasoRow;
  readonly dote: Dote;
  readonly servizio: Servizio;
  readonly regole: RegoleGefo;
  readonly persona: string;
  readonly disponibili: Disponibili;
  readonly righe: readonly RigaRegistroRow[];
}

/** Null = no service that this person may see. The case stays locked. */
export async function apriRegistro(
  ctx: Contesto,
  stores: Stores,
  soggetto: Soggetto,
  servizioId: ServizioId,
): Promise<RegistroAperto | null> {
  const known = await stores.servizi.get(servizioId);
  const riga = known === null ? null : await stores.casi.lock(known.adesioneId);
  if (riga === null) return null;
  const { dote } = riga.caso;
  const servizio = dote?.servizi.find(({ id }) => id === servizioId);
  if (!dote || servizio === undefined || !isDelRegistro(riga, servizio, soggetto)) return null;
  const righe = await stores.registro.by("servizioId", servizioId);
  return {
    ...{ riga, dote, servizio },
    regole: await regoleDelCaso(ctx, stores, riga.caso),
    persona: ctx.cipher.digest(personaOf(ctx, riga).anagrafica.codiceFiscale),
    disponibili: await abilitatiDi(stores, erogatoreDi(riga, servizio)),
    righe: righe.toSorted((a, b) =>
      `${a.giorno} ${a.dalle} ${a.id}` < `${b.giorno} ${b.dalle} ${b.id}` ? -1 : 1,
    ),
  };
}

/** A register is written while the service runs, and until it is reported. */
export const isAperto = ({ stato }: Servizio): boolean =>
  stato === "avviato" || stato === "erogato";

export function periodoDi({ dote, servizio, regole }: RegistroAperto): ContestoRegistro["periodo"] {
  const fine = fineDote(dote, regole);
  const dal = servizio.dataInizio ?? fine;
  const { dataFine } = servizio;
  return { dal, al: dataFine !== null && dataFine < fine ? dataFine : fine };
}

/** What the lines of some days are judged beside. Who writes at the same time waits. */
export async function contestoDi(
  ctx: Contesto,
  stores: Stores,
  registro: RegistroAperto,
  nuove: readonly Readonly<{ giorno: CivilDate; professionistaId: string }>[],
): Promise<ContestoRegistro> {
  const { persona, regole, disponibili, dote } = registro;
  const professionisti = [...new Set(nuove.map(({ professionistaId }) => professionistaId))].sort();
  for (const chiave of [persona, ...professionisti]) await stores.turni.put({ chiave });
  const giorni = nuove.map(({ giorno }) => giorno).sort();
  const dal = giorni[0] ?? oggi(ctx);
  const al = giorni.at(-1) ?? dal;
  const altre = await stores.elenchi.registro.occupati({ persona, professionisti, dal, al });
  const { registro: limiti } = regole.rendiconto;
  return {
    ...{ adesso: adesso(ctx), impegnataAt: dote.inviataAt },
    ...{ periodo: periodoDi(registro), ...disponibili, altre },
    regole: limiti,
  };
}

type Scritta = Pick<RigaRegistroRow, "giorno" | "dalle" | "alle" | "sedeId" | "professionistaId">;

export const nuovaRiga = (
  ctx: Contesto,
  { riga, servizio, persona, regole }: RegistroAperto,
  { giorno, dalle, alle, sedeId, professionistaId }: Scritta,
  toccataDa: string,
): RigaRegistroRow => ({
  ...{ id: ctx.random.uuid(), servizioId: servizio.id, adesioneId: riga.caso.adesioneId },
  ...{ operatoreId: riga.operatoreId, persona, misura: servizio.misura },
  ...{ giorno, dalle, alle, sedeId, professionistaId },
  diGruppo: regole.rendiconto.registro.misureDiGruppo.includes(servizio.misura),
  ...{ firmaGiovaneAt: null, firmaProfessionistaAt: null, rendicontazioneId: null },
  toccataDa,
});
