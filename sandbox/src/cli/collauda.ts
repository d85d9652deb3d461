import { parseArgs } from "node:util";
import { collauda, resoconto, trovaRegione } from "../collauda/collauda.ts";

/** `npm run staffetta -- collauda <url> --ruolo ministero|regione [--utente --password] [--tutto]` */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    ruolo: { type: "string" },
    regione: { type: "string" },
    utente: { type: "string" },
    password: { type: "string", default: "" },
    tutto: { type: "boolean", default: false },
  },
});
const [url] = positionals;
const { ruolo, utente, password } = values;
if (url === undefined || (ruolo !== "ministero" && ruolo !== "regione")) {
  console.error(
    "npm run staffetta -- collauda <url> --ruolo ministero|regione [--regione 13] [--utente u --password p] [--tutto]",
  );
  process.exit(2);
}
const credenziali = utente === undefined ? null : { nome: utente, password };
const detta =
  values.regione ?? (ruolo === "regione" ? await trovaRegione({ url, credenziali }) : "10");
if (detta === null) {
  console.error(`${url} non accoglie adesioni di nessuna regione: quale è? Dillo con --regione.`);
  process.exit(1);
}
const esiti = await collauda({ url, ruolo, credenziali, regione: detta.padStart(2, "0") });
console.log(resoconto(esiti, values.tutto));
process.exitCode = esiti.every(({ difetto }) => difetto === null) ? 0 : 1;
