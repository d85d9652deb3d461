import { createReadStream, existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { bindCoopPg, CONTRATTO_PREDEFINITO } from "@staffetta/cooperation";
import { type CodiceRegione, REGOLE_GEFO_2014 } from "@staffetta/domain";
import { bindPg, importaOperatoriWith, migrations } from "@staffetta/gefo";
import { CANALE_SVEGLIA, gefoDi } from "@staffetta/nodo";
import { antivirusDiProva, pgUnitOfWork, systemClock, systemRandom } from "@staffetta/platform";
import { parse } from "csv-parse";
import { openArchivi } from "./archivi.ts";

/** `npm run staffetta -- importa-operatori <file.csv> [--regione 10]`: the accredited list of a region. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { regione: { type: "string", default: "10" } },
});
const [file] = positionals;
if (file === undefined || !existsSync(file)) {
  console.error(
    file === undefined
      ? "Quale file? npm run staffetta -- importa-operatori operatori.csv"
      : `Il file ${file} non c'è. Controlla il percorso.`,
  );
  process.exit(2);
}
const regione = values.regione as CodiceRegione;
if (!/^(0[1-9]|1\d|2[01])$/.test(regione)) {
  console.error(`«${regione}» non è un codice di regione: serve un numero da 01 a 21.`);
  process.exit(2);
}

const archivi = openArchivi();
try {
  const { database, cipher } = await archivi.apri(gefoDi(regione), migrations);
  const [clock, random] = [systemClock, systemRandom];
  const uow = pgUnitOfWork(database, (sql) => {
    const coop = bindCoopPg(sql, {
      ...{ clock, random, cifra: cipher, canaleSveglia: CANALE_SVEGLIA },
      corsieDi: () => CONTRATTO_PREDEFINITO.corsie,
    });
    return { stores: bindPg(sql, coop), beforeCommit: coop.beforeCommit };
  });
  const coop = (): never => {
    throw new Error("L'importazione non guarda i flussi");
  };
  const importa = importaOperatoriWith(
    { clock, random, cipher, uow, coop },
    {
      ...{ regione, regole: REGOLE_GEFO_2014, operatori: [], stanziamentoCents: 0 },
      antivirus: antivirusDiProva,
    },
  );
  const conteggio = { nuovo: 0, aggiornato: 0, uguale: 0, rifiutato: 0 };
  const righe = createReadStream(file).pipe(
    parse({
      ...{ bom: true, columns: true, trim: true, skip_empty_lines: true },
      ...{ delimiter: [",", ";"], relax_column_count: true },
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
