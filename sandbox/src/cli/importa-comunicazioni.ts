import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { bindCoopPg, CONTRATTO_PREDEFINITO } from "@staffetta/cooperation";
import { type CodiceRegione, REGOLE_GEFO_2014 } from "@staffetta/domain";
import { bindPg, createGefo, migrations } from "@staffetta/gefo";
import { CANALE_SVEGLIA, gefoDi } from "@staffetta/nodo";
import { antivirusDiProva, pgUnitOfWork, systemClock, systemRandom } from "@staffetta/platform";
import { importaComunicazioni } from "../importa/comunicazioni.ts";
import { openArchivi } from "./archivi.ts";

/** `npm run staffetta -- importa-comunicazioni <file.csv> [--regione 10]`: what proves the results. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { regione: { type: "string", default: "10" } },
});
const [file] = positionals;
if (file === undefined || !existsSync(file)) {
  console.error(
    file === undefined
      ? "Quale file? npm run staffetta -- importa-comunicazioni comunicazioni.csv"
      : `Il file ${file} non c'è. Controlla il percorso.`,
  );
  process.exit(2);
}
const regione = values.regione as CodiceRegione;
if (!/^(0[1-9]|1\d|2[01])$/.test(regione)) {
  console.error(`«${regione}» non è un codice di regione: serve un numero da 01 a 21.`);
  process.exit(2);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
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
  const parte = createGefo(
    { clock, random, cipher, uow, coop },
    {
      ...{ regione, regole: REGOLE_GEFO_2014, operatori: [], stanziamentoCents: 0 },
      antivirus: antivirusDiProva,
    },
  );
  const esiti = `${file}.esiti.csv`;
  writeFileSync(esiti, "riga;esito;motivo\n");
  const conteggio = { accettata: 0, duplicata: 0, rifiutata: 0 };
  for await (const { riga, esito, motivo } of importaComunicazioni(file, parte)) {
    conteggio[esito]++;
    appendFileSync(esiti, `${riga};${esito};${quoted(motivo)}\n`);
  }
  const { accettata, duplicata, rifiutata } = conteggio;
  console.log(`${accettata} accettate, ${duplicata} già note, ${rifiutata} rifiutate.`);
  console.log(`Riga per riga: ${esiti}`);
  if (rifiutata > 0) process.exitCode = 1;
} finally {
  await archivi.close();
}
