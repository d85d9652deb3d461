import {
  type Catalogo,
  type CivilDate,
  conImportate,
  creaCatalogo,
  LISTE,
  type ListaCodici,
  type Voce,
} from "@staffetta/domain";
import type { Stores } from "../store.ts";
import type { CodiceRow } from "./store.ts";

const inVoce = ({ codice, descrizione, dal, al }: CodiceRow): Voce => ({
  ...{ codice, descrizione, prova: "importata" },
  ...{ dal: dal as CivilDate | null, al: al as CivilDate | null },
});

function inListe(rows: readonly CodiceRow[]): readonly ListaCodici[] {
  const voci = new Map<string, Voce[]>();
  for (const row of rows) voci.set(row.lista, [...(voci.get(row.lista) ?? []), inVoce(row)]);
  return [...voci].map(([id, delle]) => ({ id, nome: id, voci: delle }));
}

/** Read again whenever somebody has imported something, in whatever process. */
export function createCatalogo(): (stores: Stores) => Promise<Catalogo> {
  let noto: Readonly<{ impronta: string; catalogo: Catalogo }> | null = null;
  return async (stores) => {
    const impronta = await stores.elenchiSap.improntaCodici();
    if (noto?.impronta === impronta) return noto.catalogo;
    const liste = conImportate(LISTE, inListe(await stores.codici.all()));
    noto = { impronta, catalogo: creaCatalogo(liste) };
    return noto.catalogo;
  };
}
