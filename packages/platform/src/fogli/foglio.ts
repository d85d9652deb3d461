/** A table to be opened with a spreadsheet. */
export interface Foglio {
  readonly titolo: string;
  readonly colonne: readonly string[];
  readonly righe: readonly (readonly Cella[])[];
}
export type Cella = string | number | null;

/**
 * A cell that begins like a formula is executed by a spreadsheet: what people typed is made harmless
 * with an apostrophe. Blanks before the sign are skipped by some programs, hence here too.
 */
export const innocua = (testo: string): string =>
  /^[\s\u00a0]*[=+\-@\t\r|%]/.test(testo) ? `'${testo}` : testo;

const quota = (cella: Cella): string => {
  if (cella === null) return "";
  if (typeof cella === "number") return String(cella).replace(".", ",");
  const testo = innocua(cella);
  return /[";\r\n]/.test(testo) ? `"${testo.replaceAll('"', '""')}"` : testo;
};

const BOM = "\uFEFF";

/** As an Italian spreadsheet expects: semicolons, decimal commas, and the mark that says UTF-8. */
export const csv = ({ colonne, righe }: Foglio): Uint8Array =>
  Buffer.from(
    BOM + [colonne, ...righe].map((riga) => `${riga.map(quota).join(";")}\r\n`).join(""),
    "utf8",
  );

/** In Excel's own format text is text: nothing is executed, nothing needs an apostrophe. */
export async function xlsx({ titolo, colonne, righe }: Foglio): Promise<Uint8Array> {
  // Loaded with the first sheet: most processes never write one.
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const testa = colonne.map((value) => ({ value, fontWeight: "bold" as const }));
  const corpo = righe.map((riga) =>
    riga.map((value) => (value === null ? null : { value, type: typeOf(value) })),
  );
  const columns = colonne.map(() => ({ width: 20 }));
  const foglio = writeXlsxFile(
    [testa, ...corpo] as never,
    {
      sheet: titolo.slice(0, 31),
      columns,
      stickyRowsCount: 1,
    } as never,
  );
  return new Uint8Array(await (foglio as unknown as { toBuffer(): Promise<Buffer> }).toBuffer());
}

const typeOf = (value: string | number) => (typeof value === "number" ? Number : String);
