import { createHash } from "node:crypto";
import type { CivilDate } from "@staffetta/domain";
import { differenze, type Voce } from "../differenze.ts";
import type { RegistroAperto } from "./apri.ts";
import type { RigaRegistroRow } from "./tabelle.ts";

/** What two people may both write in a line. */
type Scritta = Pick<RigaRegistroRow, "giorno" | "dalle" | "alle" | "sedeId" | "professionistaId">;
type Letta = Scritta & Pick<RigaRegistroRow, "firmaGiovaneAt" | "firmaProfessionistaAt">;

const HASH_CHARS = 6;

/** The same line read twice has the same mark, whichever row holds it. */
function segnoDi(riga: Letta): string {
  const { giorno, dalle, alle, sedeId, professionistaId } = riga;
  const firme = [riga.firmaGiovaneAt !== null, riga.firmaProfessionistaAt !== null];
  return createHash("sha256")
    .update(JSON.stringify([giorno, dalle, alle, sedeId, professionistaId, firme]))
    .digest("hex")
    .slice(0, HASH_CHARS);
}

/** What was read, line by line: it tells later which lines somebody else has touched. */
export const improntaDi = (righe: readonly Letta[]): string => righe.map(segnoDi).join("-");

const GIORNI = ["domenica", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato"];
const giornoDi = (day: CivilDate): string =>
  `${GIORNI[new Date(day).getUTCDay()]} ${day.split("-").reverse().join("/")}`;

const haFirma = ({ firmaGiovaneAt, firmaProfessionistaAt }: Letta): boolean =>
  firmaGiovaneAt !== null || firmaProfessionistaAt !== null;

/** Numbered day by day, as the form numbers them. */
function vociDi<R extends Scritta>(
  righe: readonly R[],
  { disponibili }: RegistroAperto,
): readonly Readonly<{ riga: R; voce: Voce }>[] {
  const nomeIn = (tutti: RegistroAperto["disponibili"]["sedi"], id: string): string =>
    tutti.find((uno) => uno.id === id)?.nome ?? id;
  const contate = new Map<string, number>();
  return righe.map((riga) => {
    const { giorno, dalle, alle, sedeId, professionistaId } = riga;
    const n = (contate.get(giorno) ?? 0) + 1;
    contate.set(giorno, n);
    const campi = {
      ...{ dalle, alle, sede: nomeIn(disponibili.sedi, sedeId) },
      professionista: nomeIn(disponibili.professionisti, professionistaId),
    };
    return { riga, voce: { nome: `${giornoDi(giorno)}, riga ${n}`, campi } };
  });
}

const SENZA_FIRME = { firmaGiovaneAt: null, firmaProfessionistaAt: null } as const;

/**
 * Since the page was read: who touched the week, and each field that now differs from what was written
 * here. Lines that nobody else has touched are not named.
 */
export function cambiatoDa(
  registro: RegistroAperto,
  scritte: readonly RigaRegistroRow[],
  mie: readonly Scritta[],
  impronta: string,
): Readonly<{ chi: string; differenze: string }> {
  const lette = new Set(impronta.split("-"));
  const toccate = scritte.filter((una) => !lette.has(segnoDi(una)));
  const loro = vociDi(
    scritte.filter((una) => !haFirma(una)),
    registro,
  );
  const nostre = vociDi(mie, registro);
  const ora = new Set(scritte.map(segnoDi));
  // A line read and still written here, that is there no more: somebody has taken it away.
  const tolte = nostre.filter(({ riga }) => {
    const segno = segnoDi({ ...riga, ...SENZA_FIRME });
    return lette.has(segno) && !ora.has(segno);
  });
  const nomi = new Set([
    ...loro.filter(({ riga }) => toccate.includes(riga)).map(({ voce }) => voce.nome),
    ...tolte.map(({ voce }) => voce.nome),
  ]);
  const solo = (voci: readonly Readonly<{ voce: Voce }>[]): Voce[] =>
    voci.flatMap(({ voce }) => (nomi.has(voce.nome) ? [voce] : []));
  const firmate = toccate
    .filter(haFirma)
    .map(({ giorno, dalle, alle }) => `${giornoDi(giorno)}, dalle ${dalle} alle ${alle}: firmata.`);
  const chi = [...new Set(toccate.flatMap(({ toccataDa }) => toccataDa ?? []))].join(" e ");
  return {
    chi: chi === "" ? "Un'altra persona" : chi,
    differenze: [differenze(solo(loro), solo(nostre)), ...firmate].filter(Boolean).join(" "),
  };
}
