import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { type CodiceRegione, nomeRegione, REGIONI } from "@staffetta/domain";
import { seguiChiAvvia } from "../finto/custode.ts";
import { avviaFinto } from "../finto/finto.ts";
import { leggiStato, STATO_VUOTO } from "../finto/stato.ts";

/** `npm run staffetta -- finto ministero|regione --regione 13 --stato stato.json --porta 9000` */
const USO =
  "npm run staffetta -- finto ministero|regione [--regione 13] [--stato stato.json] [--porta 9000]";
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    regione: { type: "string", default: "10" },
    stato: { type: "string" },
    porta: { type: "string", default: "0" },
  },
});
const [ruolo] = positionals;
const porta = Number(values.porta);
const regione = values.regione.padStart(2, "0");

function esci(testo: string): never {
  console.error(`${testo}\n${USO}`);
  process.exit(2);
}
if (ruolo !== "ministero" && ruolo !== "regione") esci("Quale ruolo: ministero o regione?");
if (!Number.isInteger(porta) || porta < 0 || porta > 65_535)
  esci(`«${values.porta}» non è una porta.`);
if (REGIONI[regione] === undefined) esci(`La regione ${values.regione} non c'è: da 01 a 21.`);
if (values.stato !== undefined && !existsSync(values.stato))
  esci(`Il file ${values.stato} non c'è.`);

const stato = values.stato === undefined ? STATO_VUOTO : leggiStato(values.stato);
const finto = await avviaFinto({
  ...{ ruolo: ruolo as "ministero" | "regione", regione: regione as CodiceRegione, porta, stato },
}).catch((error: NodeJS.ErrnoException) => {
  if (error.code === "EADDRINUSE") return esci(`La porta ${porta} è già occupata.`);
  throw error;
});
let closing = false;
const ferma = (): void => {
  if (closing) return;
  closing = true;
  void finto.ferma().finally(() => process.exit(0));
};
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, ferma);
seguiChiAvvia(ferma);
const chi =
  ruolo === "ministero" ? "Il finto ministero" : `La finta regione ${nomeRegione(regione)}`;
console.log(
  `${chi} è pronta: POST ${finto.indirizzo} (contratto: ${finto.indirizzo}?wsdl)`.replace(
    "ministero è pronta",
    "ministero è pronto",
  ),
);
