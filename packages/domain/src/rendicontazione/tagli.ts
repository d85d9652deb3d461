import { ok, type Result, refuse } from "../result.ts";
import type { VoceRendiconto } from "./voci.ts";

/** Why the desk admits less than what was asked. Nobody is cut without one of these. */
export const MOTIVI_TAGLIO = {
  "firma-mancante": "manca una firma, o non si legge",
  "prova-insufficiente": "la prova non basta",
  "ore-non-coerenti": "le ore non tornano con gli altri documenti",
  "sede-non-ammessa": "il luogo non era quello comunicato",
  "doppio-finanziamento": "un altro finanziamento paga lo stesso servizio",
  altro: "altro motivo, scritto nella nota",
} as const;
export type MotivoTaglio = keyof typeof MOTIVI_TAGLIO;

/**
 * The check that a cut says has failed on its line: nobody must declare it true to cut. The codes are
 * those of the pack; a notice that has no such check asks nothing.
 */
export const CONTROLLO_NEGATO: Readonly<Partial<Record<MotivoTaglio, string>>> = {
  "firma-mancante": "firme",
  "prova-insufficiente": "prove",
  "doppio-finanziamento": "doppio",
};

export interface Taglio {
  readonly riferimento: string;
  readonly importoCents: number;
  readonly motivo: MotivoTaglio;
  readonly nota: string;
}

export type RifiutoTaglio =
  | Readonly<{
      code: "rendicontazione.taglio-oltre-importo";
      campo: string;
      taglioCents: number;
      richiestoCents: number;
    }>
  | Readonly<{ code: "rendicontazione.taglio-senza-motivo"; campo: string }>
  | Readonly<{ code: "rendicontazione.voce-sconosciuta"; riferimento: string }>;

/** Each cut is of one line, within its amount; "altro" has words of its own. */
export function checkTagli(
  voci: readonly VoceRendiconto[],
  tagli: readonly Taglio[],
): Result<number, RifiutoTaglio> {
  let somma = 0;
  const visti = new Set<string>();
  for (const [i, { riferimento, importoCents, motivo, nota }] of tagli.entries()) {
    const voce = voci.find((una) => una.riferimento === riferimento);
    if (!voce || visti.has(riferimento))
      return refuse({ code: "rendicontazione.voce-sconosciuta", riferimento });
    visti.add(riferimento);
    if (importoCents < 0 || importoCents > voce.importoCents) {
      const fatti = { taglioCents: importoCents, richiestoCents: voce.importoCents };
      const campo = `tagli.${i}.importoCents`;
      return refuse({ code: "rendicontazione.taglio-oltre-importo", campo, ...fatti });
    }
    if (motivo === "altro" && nota.trim() === "")
      return refuse({ code: "rendicontazione.taglio-senza-motivo", campo: `tagli.${i}.nota` });
    somma += importoCents;
  }
  return ok(somma);
}
