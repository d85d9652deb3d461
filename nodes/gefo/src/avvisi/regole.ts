import {
  avvisoDi,
  type Caso,
  type CivilDate,
  giornoDelleRegole,
  type RegoleGefo,
  versioneAl,
} from "@staffetta/domain";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { AvvisoRow, VersioneRegoleRow } from "./tabelle.ts";

/** Read once in a transaction: a command asks for the rules at each of its steps. */
const lette = new WeakMap<Stores, Map<string, readonly VersioneRegoleRow[]>>();

async function versioniOf(stores: Stores, avvisoId: string): Promise<readonly VersioneRegoleRow[]> {
  const note = lette.get(stores) ?? new Map<string, readonly VersioneRegoleRow[]>();
  lette.set(stores, note);
  const prima = note.get(avvisoId);
  if (prima !== undefined) return prima;
  const versioni = await stores.versioniRegole.by("avvisoId", avvisoId);
  note.set(avvisoId, versioni);
  return versioni;
}

/** The rules of a notice on a day. */
export async function regoleAl(
  stores: Stores,
  avvisoId: string,
  giorno: CivilDate,
): Promise<RegoleGefo> {
  const versione = versioneAl(await versioniOf(stores, avvisoId), giorno);
  if (versione === undefined) throw new Error(`L'avviso ${avvisoId} non ha regole`);
  return versione.regole;
}

/** The notice under which who adhered on that day is. */
export async function avvisoDel(
  { avvisi }: Pick<Stores, "avvisi">,
  dataAdesione: CivilDate,
): Promise<AvvisoRow> {
  const tutti = await avvisi.all();
  const avviso = avvisoDi(tutti, dataAdesione);
  if (avviso === undefined) throw new Error("Non c'è nessun avviso");
  return avviso;
}

/** The rules that govern a case today. */
export async function regoleDelCaso(
  ctx: Contesto,
  stores: Stores,
  caso: Pick<Caso, "dataAdesione" | "dote">,
): Promise<RegoleGefo> {
  const { id } = await avvisoDel(stores, caso.dataAdesione);
  return regoleAl(stores, id, giornoDelleRegole(caso, oggi(ctx)));
}

const PRIMO_AVVISO = "GG-2014";

/** The notice that the reference pack describes, when there is none yet. */
export async function ensureAvviso(
  ctx: Contesto,
  stores: Stores,
  regole: RegoleGefo,
): Promise<void> {
  if ((await stores.avvisi.all()).length > 0) return;
  const dal = regole.validoDal as CivilDate;
  await stores.avvisi.insert({
    ...{ id: PRIMO_AVVISO, programma: "Garanzia Giovani", titolo: "Avviso Garanzia Giovani 2014" },
    ...{ dal, al: null, ultimoInCoda: 0 },
  });
  await stores.versioniRegole.insert({
    ...{ id: `${PRIMO_AVVISO}/1`, avvisoId: PRIMO_AVVISO, numero: 1, validaDal: dal, regole },
    ...{ atto: "pacchetto di riferimento", motivo: "prima versione" },
    ...{ at: adesso(ctx), chi: "Gefo" },
  });
}
