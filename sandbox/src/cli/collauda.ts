import { parseArgs } from "node:util";
import { collauda, resoconto } from "../collauda/collauda.ts";

/** `npm run staffetta -- collauda <url> --ruolo ministero|regione [--utente --password] [--tutto]` */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    ruolo: { type: "string" },
    regione: { type: "string", default: "10" },
    utente: { type: "string" },
    password: { type: "string", default: "" },
    tutto: { type: "boolean", default: false },
  },
});
const [url] = positionals;
const { ruolo, utente, password, regione } = values;
if (url === undefined || (ruolo !== "ministero" && ruolo !== "regione")) {
  console.error(
    "npm run staffetta -- collauda <url> --ruolo ministero|regione [--regione 13] [--utente u --password p] [--tutto]",
  );
  process.exit(2);
}
const credenziali = utente === undefined ? null : { nome: utente, password };
const esiti = await collauda({ url, ruolo, credenziali, regione: regione.padStart(2, "0") });
console.log(resoconto(esiti, values.tutto));
process.exitCode = esiti.every(({ difetto }) => difetto === null) ? 0 : 1;
