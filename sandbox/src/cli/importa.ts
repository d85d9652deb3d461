import { parseArgs } from "node:util";
import { bindPg, createBorsaLavoro, migrations, type Stores } from "@staffetta/borsalavoro";
import type { OperazioniBorsaLavoro } from "@staffetta/contracts";
import { type CodiceRegione, nomeRegione, REGOLE_ADESIONE_2014 } from "@staffetta/domain";
import { borsaLavoroDi, type ParteNodo } from "@staffetta/nodo";
import { fileEsiti } from "../importa/esiti.ts";
import { importa } from "../importa/importa.ts";
import { apriPorte, fileDi, regioneDi } from "./apri.ts";
import { openArchivi } from "./archivi.ts";

/** `npm run staffetta -- importa <file> [--regione 10]`: with Staffetta running, or without. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { regione: { type: "string" } },
});
const file = fileDi(positionals[0], "importa adesioni.csv");
/** The region of a row that names none. */
const REGIONE_PREDEFINITA = "10";
const CODICE_REGIONE = /^(0[1-9]|1\d|2[01])$/;
if (values.regione !== undefined) regioneDi(values.regione);

type Borsa = ParteNodo<Stores, OperazioniBorsaLavoro>;
const archivi = openArchivi();
const borse = new Map<string, Promise<Borsa | string>>();

async function apriBorsa(regione: CodiceRegione): Promise<Borsa | string> {
  const nodo = borsaLavoroDi(regione);
  if (archivi.accesa && !(await archivi.haNodo(nodo)))
    return `l'adesione è per ${nomeRegione(regione)} (${regione}), che non è fra le regioni in funzione`;
  const porte = await apriPorte(archivi, nodo, { migrations, bind: bindPg });
  return createBorsaLavoro(porte, { regione, regole: REGOLE_ADESIONE_2014 });
}

async function parteDi(scritta: string | null): Promise<Borsa | string> {
  const regione = scritta ?? values.regione ?? REGIONE_PREDEFINITA;
  if (!CODICE_REGIONE.test(regione)) return `«${regione}» non è un codice di regione`;
  if (values.regione !== undefined && regione !== values.regione)
    return `l'adesione è per un'altra regione (${regione}), qui si importa la ${values.regione}`;
  const nota = borse.get(regione) ?? apriBorsa(regione as CodiceRegione);
  borse.set(regione, nota);
  return nota;
}

const BAR_WIDTH = 30;
function draw(share: number, text: string): void {
  if (!process.stderr.isTTY) return;
  const done = Math.round(share * BAR_WIDTH);
  process.stderr.write(`\r${"█".repeat(done)}${"░".repeat(BAR_WIDTH - done)} ${text}`);
}

try {
  const conteggio = await importa({
    ...{ file, parteDi },
    onProgress: (share, { accettate, duplicate, rifiutate }) =>
      draw(share, `${accettate} accettate, ${duplicate} duplicate, ${rifiutate} rifiutate`),
  });
  const { accettate, duplicate, rifiutate, saltate } = conteggio;
  console.log(
    `\n${accettate} accettate, ${duplicate} duplicate, ${rifiutate} rifiutate, ${saltate} già fatte prima.`,
  );
  console.log(`Riga per riga: ${fileEsiti(file)}`);
  if (!archivi.accesa) console.log("I messaggi agli altri sistemi partono al prossimo npm start.");
} finally {
  await archivi.close();
}
