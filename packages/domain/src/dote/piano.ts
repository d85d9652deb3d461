/**
 * The arithmetic of a plan. It imports nothing, because the page's editor runs this very file: what the
 * giovane's addetto sees while typing is what the node will say.
 */
export interface RegolaRiga {
  readonly unita: "ora" | "risultato";
  readonly tariffaCents: number;
  readonly unitaMax: number;
  readonly importoMaxCents: number;
}

export interface RigaPiano {
  readonly misura: string;
  readonly oreUnita: number;
}

export interface RegolePiano {
  readonly misure: Readonly<Record<string, RegolaRiga>>;
  /** What the dote may be worth in all: the cap of the fascia, less what earlier doti have used. */
  readonly massimaleCents: number;
}

export type ProblemaRiga =
  | Readonly<{ code: "ore-non-valide" }>
  | Readonly<{ code: "ore-oltre-massimo"; oreMax: number }>
  | Readonly<{ code: "importo-oltre-massimo"; importoCents: number; importoMaxCents: number }>
  | Readonly<{ code: "misura-ripetuta" }>
  | Readonly<{ code: "misura-sconosciuta" }>;

export interface RigaCalcolata {
  readonly importoCents: number;
  readonly problema: ProblemaRiga | null;
}

export interface PianoCalcolato {
  readonly righe: readonly RigaCalcolata[];
  readonly valoreCents: number;
  /** Paid by the hour, and paid only when the result is reached. */
  readonly processoCents: number;
  readonly risultatoCents: number;
  /** Negative when the plan is over the cap. */
  readonly residuoCents: number;
}

export function calcolaRiga(
  { oreUnita }: RigaPiano,
  regola: RegolaRiga | undefined,
): RigaCalcolata {
  if (!regola) return { importoCents: 0, problema: { code: "misura-sconosciuta" } };
  const { tariffaCents, unitaMax, importoMaxCents } = regola;
  if (!Number.isSafeInteger(oreUnita) || oreUnita < 1)
    return { importoCents: 0, problema: { code: "ore-non-valide" } };
  // Hours that the notice does not admit are worth nothing: a figure would be read as a promise.
  if (oreUnita > unitaMax)
    return { importoCents: 0, problema: { code: "ore-oltre-massimo", oreMax: unitaMax } };
  const importoCents = oreUnita * tariffaCents;
  if (importoCents > importoMaxCents)
    return {
      importoCents,
      problema: { code: "importo-oltre-massimo", importoCents, importoMaxCents },
    };
  return { importoCents, problema: null };
}

export function calcolaPiano(
  righe: readonly RigaPiano[],
  { misure, massimaleCents }: RegolePiano,
): PianoCalcolato {
  const calcolate = righe.map((riga, i) => {
    const una = calcolaRiga(riga, misure[riga.misura]);
    const ripetuta = righe.findIndex(({ misura }) => misura === riga.misura) < i;
    if (!ripetuta || una.problema) return una;
    return { ...una, problema: { code: "misura-ripetuta" } as const };
  });
  const somma = (quali: (unita: string | undefined) => boolean): number =>
    calcolate.reduce((totale, { importoCents }, i) => {
      const unita = misure[righe[i]?.misura ?? ""]?.unita;
      return quali(unita) ? totale + importoCents : totale;
    }, 0);
  const valoreCents = somma(() => true);
  const risultatoCents = somma((unita) => unita === "risultato");
  return {
    righe: calcolate,
    valoreCents,
    processoCents: valoreCents - risultatoCents,
    risultatoCents,
    residuoCents: massimaleCents - valoreCents,
  };
}
