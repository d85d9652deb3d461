import { isCivilDate } from "@staffetta/domain";
import { parse } from "csv-parse/sync";
import type { RigaRegistroRow } from "./tabelle.ts";

/** A row of a CSV as it was read: a line of the register, or why it is none. */
export type RigaCsv = Readonly<{ riga: number }> &
  (
    | Readonly<{
        letta: Pick<RigaRegistroRow, "giorno" | "dalle" | "alle"> &
          Readonly<{ sede: string; professionista: string }>;
      }>
    | Readonly<{ motivo: string }>
  );

const ORA = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
const ITALIANA = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** "3/11/2014" and "2014-11-03" are the same day. */
function giornoDi(text: string): string {
  const found = ITALIANA.exec(text);
  if (!found) return text;
  const [, day = "", month = "", year = ""] = found;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function oraDi(text: string): string | null {
  const found = ORA.exec(text);
  return found ? `${(found[1] ?? "").padStart(2, "0")}:${found[2]}` : null;
}

function leggiRiga(record: Readonly<Record<string, string>>, riga: number): RigaCsv {
  const manca = ["giorno", "dalle", "alle"].filter((campo) => !record[campo]);
  if (manca.length > 0) return { riga, motivo: `manca ${manca.join(", ")}` };
  const giorno = giornoDi(record["giorno"] ?? "");
  if (!isCivilDate(giorno)) return { riga, motivo: `il giorno «${record["giorno"]}» non esiste` };
  const dalle = oraDi(record["dalle"] ?? "");
  const alle = oraDi(record["alle"] ?? "");
  if (dalle === null || alle === null)
    return { riga, motivo: "l'ora si scrive come 10:30, e un giorno ne ha ventiquattro" };
  const { sede = "", professionista = "" } = record;
  return { riga, letta: { giorno, dalle, alle, sede, professionista } };
}

const RIGHE_MAX = 2_000;

/** Comma or semicolon, as the first line says: the other one is text. Columns giorno, dalle, alle and, when they differ, sede and professionista. */
export function leggiCsv(contenuto: Uint8Array): readonly RigaCsv[] {
  const text = new TextDecoder("utf-8").decode(contenuto);
  const [intestazione = ""] = text.split("\n", 1);
  const delimiter = intestazione.includes(";") ? ";" : ",";
  const records = parse(text, {
    ...{ bom: true, columns: true, trim: true, skip_empty_lines: true },
    ...{ delimiter, relax_column_count: true, to: RIGHE_MAX },
  }) as Record<string, string>[];
  return records.map((record, i) => leggiRiga(record, i + 1));
}
