import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import { ok, type Result, refuse } from "../result.ts";

/** A number of the rules, by its path: what an administrator reads and changes one by one. */
export interface CifraRegole {
  readonly percorso: string;
  readonly valore: number;
  /** True until somebody has read it in the notice itself. */
  readonly daVerificare: boolean;
}

type Nodo = Readonly<Record<string, unknown>>;

function visita(nodo: Nodo, prima: string): readonly (readonly [string, number])[] {
  return Object.entries(nodo).flatMap(([chiave, valore]) => {
    const percorso = prima === "" ? chiave : `${prima}.${chiave}`;
    if (typeof valore === "number") return [[percorso, valore] as const];
    const dentro = typeof valore === "object" && valore !== null && !Array.isArray(valore);
    return dentro ? visita(valore as Nodo, percorso) : [];
  });
}

/** Every number of the rules, in the order in which they are written. */
export const cifreDi = (regole: RegoleGefo): readonly CifraRegole[] =>
  visita(regole as unknown as Nodo, "").map(([percorso, valore]) => ({
    ...{ percorso, valore },
    daVerificare: regole.daVerificare.some(
      (dubbio) => percorso === dubbio || percorso.startsWith(`${dubbio}.`),
    ),
  }));

export type RifiutoRegole =
  | Readonly<{ code: "regole.cifra-sconosciuta"; percorso: string }>
  | Readonly<{ code: "regole.cifra-non-valida"; percorso: string }>
  | Readonly<{ code: "regole.niente-cambia" }>;

function sostituisci(nodo: Nodo, percorso: readonly string[], valore: number): Nodo {
  const [prima = "", ...resto] = percorso;
  const dentro = resto.length === 0 ? valore : sostituisci(nodo[prima] as Nodo, resto, valore);
  return { ...nodo, [prima]: dentro };
}

/** The rules with some numbers changed. Only numbers that are there, whole and not negative. */
export function cambiaCifre(
  regole: RegoleGefo,
  nuove: Readonly<Record<string, number>>,
): Result<RegoleGefo, RifiutoRegole> {
  const note = new Map(cifreDi(regole).map(({ percorso, valore }) => [percorso, valore]));
  let dopo = regole as unknown as Nodo;
  let cambiate = 0;
  for (const [percorso, valore] of Object.entries(nuove)) {
    const prima = note.get(percorso);
    if (prima === undefined) return refuse({ code: "regole.cifra-sconosciuta", percorso });
    if (!Number.isSafeInteger(valore) || valore < 0)
      return refuse({ code: "regole.cifra-non-valida", percorso });
    if (prima === valore) continue;
    dopo = sostituisci(dopo, percorso.split("."), valore);
    cambiate++;
  }
  return cambiate === 0
    ? refuse({ code: "regole.niente-cambia" })
    : ok(dopo as unknown as RegoleGefo);
}
