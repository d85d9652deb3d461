import type { Albero, NomeSezione, Sezioni } from "./sap.ts";

type Ramo = Readonly<{ [nome: string]: Albero }>;

export const isRamo = (albero: Albero | undefined): albero is Ramo =>
  typeof albero === "object" && albero !== null && !Array.isArray(albero);

/** The leaf at a path of names, or null when it is not there or is empty. */
export function foglia(albero: Albero | undefined, ...nomi: readonly string[]): string | null {
  let here = albero;
  for (const nome of nomi) here = isRamo(here) ? here[nome] : undefined;
  return typeof here === "string" && here !== "" ? here : null;
}

/** True for a section that is there only because the schema wants it. */
export function isVuota(albero: Albero): boolean {
  if (albero === null) return true;
  if (typeof albero === "string") return albero.trim() === "";
  return Object.values(albero).every((figlio) => isVuota(figlio as Albero));
}

/** Same content, whatever the order in which the names were written; what is empty is not there. */
export function stessoAlbero(a: Albero | undefined, b: Albero | undefined): boolean {
  if (a === undefined || b === undefined || a === null || b === null)
    return isNiente(a) && isNiente(b);
  if (typeof a === "string" || typeof b === "string") {
    return a === b || (isVuota(a) && isVuota(b));
  }
  if (Array.isArray(a) !== Array.isArray(b)) return isVuota(a) && isVuota(b);
  const [left, right] = [a as Ramo, b as Ramo];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((nome) => stessoAlbero(left[nome], right[nome]));
}

const isNiente = (albero: Albero | undefined): boolean => albero === undefined || isVuota(albero);

/** The sections in which what was sent says something other than what is known. */
export const sezioniDiverse = (note: Sezioni, inviate: Sezioni): readonly NomeSezione[] =>
  (Object.keys(inviate) as NomeSezione[]).filter(
    (nome) => !stessoAlbero(note[nome], inviate[nome]),
  );

const STATO = "statoinanagrafe";
const DEL_MINISTERO = ["indiceprofiling", "dataevento"] as const;

/** The profiling is the Ministry's: what it knows stays, whatever the holder writes over it. */
export function conProfiling(
  note: Sezioni,
  inviate: Sezioni,
): Readonly<{ sezioni: Sezioni; conservato: boolean }> {
  const known = note.amministrativi;
  const sent = inviate.amministrativi;
  if (sent === undefined || Number(foglia(known, STATO, "indiceprofiling") ?? "0") === 0)
    return { sezioni: inviate, conservato: false };
  const stato: Record<string, Albero> = {};
  const before = isRamo(sent) && isRamo(sent[STATO]) ? (sent[STATO] as Ramo) : {};
  let conservato = false;
  for (const campo of DEL_MINISTERO) {
    const valore = foglia(known, STATO, campo);
    if (valore === null) continue;
    const said = before[campo];
    if (said !== undefined && !isVuota(said) && !stessoValore(said, valore)) conservato = true;
    stato[campo] = valore;
  }
  const amministrativi = { ...(isRamo(sent) ? sent : {}), [STATO]: { ...before, ...stato } };
  return { sezioni: { ...inviate, amministrativi }, conservato };
}

const stessoValore = (a: Albero, b: string): boolean =>
  a === b || (typeof a === "string" && a !== "" && Number(a) === Number(b));

/** The places where two versions of a section differ, leaf by leaf. */
export interface Differenza {
  readonly percorso: string;
  readonly prima: string | null;
  readonly dopo: string | null;
}

function foglie(albero: Albero | undefined, percorso: string, into: Map<string, string>): void {
  if (albero === undefined || albero === null) return;
  if (typeof albero === "string") {
    if (albero !== "") into.set(percorso, albero);
    return;
  }
  for (const [nome, figlio] of Object.entries(albero))
    foglie(figlio as Albero, percorso === "" ? nome : `${percorso}/${nome}`, into);
}

/** Every leaf that says something, in the order in which it was written. */
export function foglieDi(
  albero: Albero | undefined,
): readonly Readonly<{ percorso: string; valore: string }>[] {
  const found = new Map<string, string>();
  foglie(albero, "", found);
  return [...found].map(([percorso, valore]) => ({ percorso, valore }));
}

export function differenze(
  prima: Albero | undefined,
  dopo: Albero | undefined,
): readonly Differenza[] {
  const [before, after] = [new Map<string, string>(), new Map<string, string>()];
  foglie(prima, "", before);
  foglie(dopo, "", after);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((percorso) => ({
      percorso,
      prima: before.get(percorso) ?? null,
      dopo: after.get(percorso) ?? null,
    }))
    .filter((una) => una.prima !== una.dopo);
}
