import { z } from "zod";
import type { Problema } from "./problema.ts";

/** What an id of an operation names, as people call it. */
const COSE: Readonly<Record<string, string>> = {
  ...{ adesioneId: "Questa adesione", servizioId: "Questo servizio", personaId: "Questa persona" },
  ...{ appuntamentoId: "Questo appuntamento", notificaId: "Questa lettera" },
  ...{ documentoId: "Questo documento", allegatoId: "Questo file", richiestaId: "Questa domanda" },
  ...{ rendicontazioneId: "Questa rendicontazione", estrazioneId: "Questa estrazione" },
  ...{ operatoreId: "Questo operatore", filtroId: "Questo filtro", ordineId: "Questo ordine" },
  ...{ regione: "Questa regione", id: "Quello che cerchi" },
};
/** Where operatori work, an adesione is a case. */
const CASI = /^\/(caso|lavoro|agenda|posta|istruttoria)(\/|$)/;

interface Chiesta {
  readonly metodo: "GET" | "POST";
  readonly percorso: string;
  readonly ingresso: z.ZodType;
}

/** An id that must be there; one that may be left out narrows a list, and is a field like the others. */
const isRichiesto = ({ ingresso }: Chiesta, nome: string): boolean => {
  const schema = ingresso instanceof z.ZodObject ? ingresso.shape[nome] : undefined;
  return schema !== undefined && !z.safeParse(schema as z.ZodType, undefined).success;
};

/** The id that cannot be anybody's, if what is wrong with a request begins there. */
function idImpossibile(
  op: Chiesta,
  raw: unknown,
  issues: readonly z.core.$ZodIssue[],
): string | undefined {
  const isScritto = (nome: string): boolean =>
    typeof raw === "object" && raw !== null && !["", undefined].includes(raw[nome as keyof object]);
  return issues
    .filter(({ code, path }) => code === "invalid_format" && path.length === 1)
    .filter((issue) => op.metodo === "GET" || ("format" in issue && issue.format === "uuid"))
    .map(({ path }) => String(path[0]))
    .find((nome) => nome in COSE && isScritto(nome) && isRichiesto(op, nome));
}

/** An address that somebody has mistyped names nothing: 404, not a form to be put right. */
export function nonTrovato(
  op: Chiesta,
  raw: unknown,
  issues: readonly z.core.$ZodIssue[],
): Problema | null {
  const nome = idImpossibile(op, raw, issues);
  if (nome === undefined) return null;
  const isCaso = nome === "adesioneId" && CASI.test(op.percorso);
  return nonCe(isCaso ? "Questo caso" : (COSE[nome] ?? ""));
}

/** @param cosa what was looked for, with its article: "Questa adesione" */
export const nonCe = (cosa: string): Problema => ({
  type: "urn:staffetta:non-trovato",
  title: `${cosa} non c'è`,
  status: 404,
  detail: "L'indirizzo non porta a niente che tu possa aprire: forse ne manca un pezzo.",
  rimedio: "Torna alla pagina iniziale e cerca da lì, oppure copia di nuovo il link intero.",
});
