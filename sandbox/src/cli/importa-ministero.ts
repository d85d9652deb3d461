import { existsSync } from "node:fs";
import { basename } from "node:path";
import { clienteDi } from "@staffetta/contracts";
import { bindCoopPg, CONTRATTO_PREDEFINITO } from "@staffetta/cooperation";
import { bindPg, createMinistero, migrations } from "@staffetta/ministero";
import { CANALE_SVEGLIA, MINISTERO } from "@staffetta/nodo";
import { pgUnitOfWork, systemClock, systemRandom } from "@staffetta/platform";
import { fileEsiti } from "../importa/esiti.ts";
import { importaTabella, type TABELLE, type TabellaImportata } from "../importa/tabelle.ts";
import { openArchivi } from "./archivi.ts";

/** What `importa-codici` and `importa-politiche-passive` share: the Ministry's database, a bar, the outcome. */
export async function runImporta(
  comando: string,
  tabella: (typeof TABELLE)[keyof typeof TABELLE],
): Promise<void> {
  const [, , file] = process.argv;
  if (file === undefined || !existsSync(file)) {
    const { colonne, facoltative }: TabellaImportata = tabella;
    console.error(
      file === undefined
        ? `Quale file? npm run staffetta -- ${comando} file.csv\nColonne: ${colonne.join(", ")}; facoltative: ${facoltative.join(", ")}`
        : `Il file ${file} non c'è. Controlla il percorso.`,
    );
    process.exit(2);
  }
  const archivi = openArchivi();
  try {
    const { database, cipher } = await archivi.apri(MINISTERO, migrations);
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
    const parte = createMinistero({ clock, random, cipher, uow, coop }, { regioni: [] });
    const nodo = clienteDi(parte.operazioni, parte.implementazione, {
      ...{ ruolo: "sistema", nome: "importazione" },
    });
    const conta = await importaTabella({
      ...{ file, nome: basename(file), tabella, nodo },
      onProgress: (share) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(share * 100)} %`);
      },
    });
    const { aggiunta, aggiornata, uguale, rifiutata, saltata } = conta;
    console.log(
      `\n${aggiunta} aggiunte, ${aggiornata} aggiornate, ${uguale} già uguali, ${rifiutata} rifiutate, ${saltata} già fatte prima.`,
    );
    console.log(`Riga per riga: ${fileEsiti(file)}`);
  } finally {
    await archivi.close();
  }
}
