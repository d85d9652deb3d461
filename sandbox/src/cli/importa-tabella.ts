import { basename } from "node:path";
import { parseArgs } from "node:util";
import { type Cliente, clienteDi, type OperazioniGefo } from "@staffetta/contracts";
import { createGefo } from "@staffetta/gefo";
import { createMinistero, migrations, bindPg as ministero } from "@staffetta/ministero";
import { MINISTERO } from "@staffetta/nodo";
import { fileEsiti } from "../importa/esiti.ts";
import {
  type CODICI,
  type COMUNICAZIONI,
  importaTabella,
  type TabellaImportata,
} from "../importa/tabelle.ts";
import { apriGefo, apriPorte, fileDi, regioneDi } from "./apri.ts";
import { type Archivi, openArchivi } from "./archivi.ts";

/** What every outcome is called, after a number. */
const PAROLE: Readonly<Record<string, string>> = {
  ...{ aggiunta: "aggiunte", aggiornata: "aggiornate", uguale: "già uguali" },
  ...{ accettata: "accettate", duplicata: "già note" },
  ...{ rifiutata: "rifiutate", saltata: "già fatte prima" },
};

const esempioDi = (
  comando: string,
  { colonne, facoltative }: Pick<TabellaImportata<never, never>, "colonne" | "facoltative">,
): string =>
  `${comando} file.csv\nColonne: ${colonne.join(", ")}; facoltative: ${facoltative.join(", ")}`;

interface Giro<Nodo, Esito extends string> {
  readonly file: string;
  readonly tabella: TabellaImportata<Nodo, Esito>;
  readonly apri: (archivi: Archivi) => Promise<Nodo>;
}

/** What the imports of tables share: the database, a bar, the outcome, what is beside the file. */
async function run<Nodo, Esito extends string>({ file, tabella, apri }: Giro<Nodo, Esito>) {
  const archivi = openArchivi();
  try {
    const conta = await importaTabella({
      ...{ file, nome: basename(file), tabella, nodo: await apri(archivi) },
      onProgress: (share) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(share * 100)} %`);
      },
    });
    const parole = Object.entries<number>(conta).map(([quale, n]) => `${n} ${PAROLE[quale]}`);
    console.log(`\n${parole.join(", ")}.`);
    console.log(`Riga per riga: ${fileEsiti(file)}`);
    if (conta.rifiutata > 0) process.exitCode = 1;
  } finally {
    await archivi.close();
  }
}

export async function importaNelMinistero(comando: string, tabella: typeof CODICI): Promise<void> {
  const file = fileDi(process.argv[2], esempioDi(comando, tabella));
  await run({
    ...{ file, tabella },
    apri: async (archivi) => {
      const porte = await apriPorte(archivi, MINISTERO, { migrations, bind: ministero });
      const { operazioni, implementazione } = createMinistero(porte, { regioni: [] });
      return clienteDi(operazioni, implementazione, { ruolo: "sistema", nome: "importazione" });
    },
  });
}

/** @param nome who is written as the author of what comes in */
export async function importaInGefo(
  comando: string,
  nome: string,
  tabella: typeof COMUNICAZIONI,
): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { regione: { type: "string", default: "10" } },
  });
  const file = fileDi(positionals[0], esempioDi(comando, tabella));
  const regione = regioneDi(values.regione);
  await run({
    ...{ file, tabella },
    apri: async (archivi): Promise<Cliente<OperazioniGefo>> => {
      const { porte, opzioni } = await apriGefo(archivi, regione);
      const { operazioni, implementazione } = createGefo(porte, opzioni);
      return clienteDi(operazioni, implementazione, { ruolo: "sistema", nome });
    },
  });
}
