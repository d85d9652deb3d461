import { REGOLE_GEFO_2014 } from "@staffetta/domain";
import { readConfig, runNodo } from "@staffetta/nodo";
import { type Antivirus, antivirusAssente, antivirusDiProva, clamd } from "@staffetta/platform";
import { montaGefo, portaDi, renderGuasto } from "@staffetta/web";
import { bindPg, createGefo, migrations, operatoriDiEsempio } from "./index.ts";

const config = readConfig(process.env);
const { regione } = config;
if (regione === null) throw new Error("STAFFETTA_REGIONE: Gefo è di una regione");
const operatori = config.sviluppo ? operatoriDiEsempio(regione) : [];

/** Fifty million euro: the example notice of development. */
const STANZIAMENTO_CENTS = 50_000_000_00;

function antivirusDi({ clamd: indirizzo, sviluppo }: typeof config): Antivirus {
  if (indirizzo !== null) return clamd(indirizzo);
  return sviluppo ? antivirusDiProva : antivirusAssente;
}

await runNodo(config, {
  titolo: "Gefo",
  migrations,
  bind: bindPg,
  create: (porte) =>
    createGefo(porte, {
      ...{ regione, regole: REGOLE_GEFO_2014, operatori, antivirus: antivirusDi(config) },
      stanziamentoCents: config.sviluppo ? STANZIAMENTO_CENTS : 0,
    }),
  montaPagine: (app, parte, pagine) => montaGefo(portaDi(app, parte, pagine), regione, operatori),
  renderGuasto: renderGuasto("Gefo"),
});
