import { createReadStream } from "node:fs";
import { parseArgs } from "node:util";
import { importaOperatoriWith } from "@staffetta/gefo";
import { parse } from "csv-parse";
import { separatoreDi } from "../importa/csv.ts";
import { apriGefo, fileDi, regioneDi } from "./apri.ts";
import { openArchivi } from "./archivi.ts";

/** `npm run staffetta -- importa-operatori <file.csv> [--regione 10]`: the accredited list of a region. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { regione: { type: "string", default: "10" } },
});
const file = fileDi(positionals[0], "importa-operatori operatori.csv");
const regione = regioneDi(values.regione);

const archivi = openArchivi();
try {
  const { porte, opzioni } = await apriGefo(archivi, regione);
  const importa = importaOperatoriWith(porte, opzioni);
  const conteggio = { nuovo: 0, aggiornato: 0, uguale: 0, rifiutato: 0 };
  const righe = createReadStream(file).pipe(
    parse({
      ...{ bom: true, columns: true, trim: true, skip_empty_lines: true },
      ...{ delimiter: separatoreDi(file), relax_column_count: true },
    }),
  );
  let numero = 1;
  for await (const record of righe as AsyncIterable<Record<string, string>>) {
    numero++;
    const riga = await importa(record);
    conteggio[riga.esito]++;
    if (riga.esito === "rifiutato") console.log(`riga ${numero}: ${riga.perche}`);
  }
  const { nuovo, aggiornato, uguale, rifiutato } = conteggio;
  console.log(
    `${nuovo} nuovi, ${aggiornato} aggiornati, ${uguale} già uguali, ${rifiutato} rifiutati.`,
  );
  if (!archivi.accesa) console.log("Borsa Lavoro lo saprà al prossimo npm start.");
  if (rifiutato > 0) process.exitCode = 1;
} finally {
  await archivi.close();
}
