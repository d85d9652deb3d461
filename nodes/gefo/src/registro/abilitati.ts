import type { Abilitato, CivilDate, Disponibili } from "@staffetta/domain";
import type { Validita } from "../operatori/tabelle.ts";
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
  const revocatoOn = ente?.stato === "revocato" ? (revoche.at(-1) ?? null) : null;
  const uno = (quale: string, nome: string, { dal, al }: Validita): Abilitato => ({
    ...{ id: `${operatoreId}/${quale}`, nome },
    dal: (dal === "" ? SEMPRE : dal) as CivilDate,
    al: primaFra(al === "" ? null : al, revocatoOn) as CivilDate | null,
  });
  const sedi = ente !== null && ente.sedi.length > 0 ? ente.sedi : [{ ...operatore, ...VALIDA }];
  const professionisti = ente?.professionisti ?? [];
  return {
    sedi: sedi.map(({ indirizzo, comune, ...validita }) =>
      uno(`${indirizzo}, ${comune}`, `${indirizzo}, ${comune}`, validita),
    ),
    // Who has not yet named its people still delivers: the register says that the name is missing.
    professionisti:
      professionisti.length > 0
        ? professionisti.map(({ nome, ...validita }) => uno(nome, nome, validita))
        : ["1", "2"].map((n) => uno(n, `Professionista ${n}, nome da completare`, VALIDA)),
  };
}

const VALIDA: Validita = { dal: "", al: "" };
/** Of two ends the earlier; null = none. */
const primaFra = (una: string | null, altra: string | null): string | null =>
  una === null || altra === null ? (una ?? altra) : una < altra ? una : altra;

/** What was chosen, or the first that there is: an operatore with one site is not asked which. */
export const sceltaO = (scelta: string, tutti: readonly Abilitato[]): string =>
  scelta === "" ? (tutti[0]?.id ?? "") : scelta;
