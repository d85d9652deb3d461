import { existsSync } from "node:fs";
import { bindCoopPg, CONTRATTO_PREDEFINITO } from "@staffetta/cooperation";
import { type CodiceRegione, REGOLE_GEFO_2014 } from "@staffetta/domain";
import { bindPg, migrations, type OpzioniGefo, type Stores } from "@staffetta/gefo";
import { CANALE_SVEGLIA, gefoDi, type PorteNodo } from "@staffetta/nodo";
import {
  antivirusDiProva,
  type MigrationSet,
  pgUnitOfWork,
  type SqlClient,
  systemClock,
  systemRandom,
} from "@staffetta/platform";
import type { Archivi } from "./archivi.ts";

/** Says what is wrong with the command, and leaves. */
function basta(testo: string): never {
  console.error(testo);
  process.exit(2);
}

/** The file of a command, that is there. */
export function fileDi(file: string | undefined, esempio: string): string {
  if (file === undefined) return basta(`Quale file? npm run staffetta -- ${esempio}`);
  return existsSync(file) ? file : basta(`Il file ${file} non c'è. Controlla il percorso.`);
}

export function regioneDi(testo: string): CodiceRegione {
  return /^(0[1-9]|1\d|2[01])$/.test(testo)
    ? (testo as CodiceRegione)
    : basta(`«${testo}» non è un codice di regione: serve un numero da 01 a 21.`);
}

type Bind<S> = (sql: SqlClient, coop: ReturnType<typeof bindCoopPg>) => S;

/** What a node asks of the world, on its own database: all but the flows, which a command does not look at. */
export async function apriPorte<S>(
  archivi: Archivi,
  nodo: string,
  { migrations: set, bind }: Readonly<{ migrations: MigrationSet; bind: Bind<S> }>,
): Promise<PorteNodo<S>> {
  const { database, cipher } = await archivi.apri(nodo, set);
  const [clock, random] = [systemClock, systemRandom];
  const uow = pgUnitOfWork(database, (sql) => {
    const coop = bindCoopPg(sql, {
      ...{ clock, random, cifra: cipher, canaleSveglia: CANALE_SVEGLIA },
      corsieDi: () => CONTRATTO_PREDEFINITO.corsie,
    });
    return { stores: bind(sql, coop), beforeCommit: coop.beforeCommit };
  });
  const coop = (): never => {
    throw new Error("L'importazione non guarda i flussi");
  };
  return { clock, random, cipher, uow, coop };
}

/** The Gefo of a region, as the commands that bring it data open it. */
export async function apriGefo(
  archivi: Archivi,
  regione: CodiceRegione,
): Promise<Readonly<{ porte: PorteNodo<Stores>; opzioni: OpzioniGefo }>> {
  const porte = await apriPorte(archivi, gefoDi(regione), { migrations, bind: bindPg });
  const dati = { regione, regole: REGOLE_GEFO_2014, operatori: [], stanziamentoCents: 0 };
  return { porte, opzioni: { ...dati, antivirus: antivirusDiProva } };
}
