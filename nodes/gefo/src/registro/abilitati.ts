import type { Abilitato, CivilDate, Disponibili } from "@staffetta/domain";
import type { Stores } from "../store.ts";

/** Before the programme nobody delivered anything. */
const SEMPRE = "2014-01-01" as CivilDate;

/** Where an operatore may deliver, and by whom: what its own page says, until its accreditation is revoked. */
export async function abilitatiDi(stores: Stores, operatoreId: string): Promise<Disponibili> {
  const operatore = await stores.operatori.get(operatoreId);
  if (operatore === null) throw new Error(`l'operatore ${operatoreId} non c'è`);
  const ente = await stores.enti.get(operatoreId);
  const revoche = (await stores.accreditamenti.by("operatoreId", operatoreId))
    .filter(({ a }) => a === "revocato")
    .map(({ data }) => data)
    .sort();
  const al = ente?.stato === "revocato" ? ((revoche.at(-1) ?? null) as CivilDate | null) : null;
  const uno = (quale: string, nome: string): Abilitato => ({
    ...{ id: `${operatoreId}/${quale}`, nome, dal: SEMPRE, al },
  });
  const sedi = ente !== null && ente.sedi.length > 0 ? ente.sedi : [operatore];
  const nomi = (ente?.professionisti ?? []).map(({ nome }) => nome);
  return {
    sedi: sedi.map(({ indirizzo, comune }) =>
      uno(`${indirizzo}, ${comune}`, `${indirizzo}, ${comune}`),
    ),
    // Who has not yet named its people still delivers: the register says that the name is missing.
    professionisti:
      nomi.length > 0
        ? nomi.map((nome) => uno(nome, nome))
        : ["1", "2"].map((n) => uno(n, `Professionista ${n}, nome da completare`)),
  };
}

/** What was chosen, or the first that there is: an operatore with one site is not asked which. */
export const sceltaO = (scelta: string, tutti: readonly Abilitato[]): string =>
  scelta === "" ? (tutti[0]?.id ?? "") : scelta;
