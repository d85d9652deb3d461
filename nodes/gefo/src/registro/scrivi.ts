import type { Problema } from "@staffetta/contracts";
import { controllaRighe, type EsitoRiga } from "@staffetta/domain";
import type { Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { RegistroAperto } from "./apri.ts";
import { contestoDi } from "./apri.ts";
import type { RigaRegistroRow } from "./tabelle.ts";

/** What is said of each refusal, beside its field. */
export function problemaDelleRighe(
  { problemi }: Contesto,
  esiti: readonly EsitoRiga[],
): Problema | null {
  const errori = esiti.flatMap(({ rifiuti }, i) =>
    rifiuti.map(({ code, campo, ...fatti }) => ({
      campo: `righe.${i}.${campo}`,
      messaggio: problemi.traduci(code, fatti).detail,
    })),
  );
  const [primo] = esiti.flatMap(({ rifiuti }) => rifiuti);
  if (primo === undefined) return null;
  return {
    type: `urn:staffetta:${primo.code}`,
    title: "Alcune righe del registro non vanno bene",
    status: 422,
    detail: "Controlla le righe segnalate. Nessuna riga di questa settimana è stata cambiata.",
    errori,
  };
}

export const avvisiDi = ({ problemi }: Contesto, esiti: readonly EsitoRiga[]): string[] => [
  ...new Set(
    esiti.flatMap(({ avvisi }) =>
      avvisi.map(({ code, ...fatti }) => problemi.traduci(code, fatti).detail),
    ),
  ),
];

/** Judges new lines beside what is there, leaving out those that they replace. */
export async function giudica(
  ctx: Contesto,
  stores: Stores,
  registro: RegistroAperto,
  nuove: readonly RigaRegistroRow[],
  sostituite: ReadonlySet<string> = new Set(),
): Promise<readonly EsitoRiga[]> {
  const contesto = await contestoDi(ctx, stores, registro, nuove);
  const altre = contesto.altre.filter(({ id }) => !sostituite.has(id));
  return controllaRighe(nuove, { ...contesto, altre });
}
