import type { RegoleContatti } from "../pacchetto/regole-contatti.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import { addDays, type CivilDate } from "../time.ts";

/** Why somebody did not come. Which of them count as a justification is data of the pack. */
export const MOTIVI_ASSENZA = {
  salute: "salute: una malattia o una visita",
  famiglia: "un familiare da assistere",
  lavoro: "un lavoro o un colloquio di lavoro",
  esame: "un esame o una prova scolastica",
  ufficio: "convocato da un'autorità",
  trasporti: "sciopero o guasto dei trasporti",
} as const;
export type MotivoAssenza = keyof typeof MOTIVI_ASSENZA;

/** One day on which the giovane was expected and did not come. */
export interface Assenza {
  readonly on: CivilDate;
  readonly giustificata: Readonly<{ motivo: MotivoAssenza; on: CivilDate }> | null;
}

export type RifiutoAssenza =
  | Readonly<{ code: "assenza.nessuna" }>
  | Readonly<{ code: "assenza.fuori-tempo"; on: CivilDate; entro: CivilDate }>
  | Readonly<{ code: "assenza.motivo-non-previsto"; motivo: MotivoAssenza }>;

/** The last day on which an absence may be explained. */
export const giustificabileEntro = (
  on: CivilDate,
  { assenza }: Pick<RegoleContatti, "assenza">,
): CivilDate => addDays(on, assenza.giustificazioneDays);

/** The latest absence, if nobody has explained it yet. */
export function assenzaAperta({ assenze }: Pick<Caso, "assenze">): Assenza | null {
  const ultima = assenze.at(-1);
  return ultima?.giustificata === null ? ultima : null;
}

/** Absences that count against the giovane. */
export const assenzeContate = ({ assenze }: Pick<Caso, "assenze">): number =>
  assenze.filter(({ giustificata }) => giustificata === null).length;
