import { REGOLE_ADESIONE_2014 } from "@staffetta/domain";
import { readConfig, runNodo } from "@staffetta/nodo";
import { montaBorsaLavoro, portaDi, renderGuasto } from "@staffetta/web";
import { bindPg, createBorsaLavoro, migrations } from "./index.ts";

const config = readConfig(process.env);
const { regione } = config;
if (regione === null) throw new Error("STAFFETTA_REGIONE: Borsa Lavoro è di una regione");

await runNodo(config, {
  migrations,
  bind: bindPg,
  create: (porte) => createBorsaLavoro(porte, { regione, regole: REGOLE_ADESIONE_2014 }),
  montaPagine: (app, parte, pagine) => montaBorsaLavoro(portaDi(app, parte, pagine), regione),
  renderGuasto: renderGuasto("Borsa Lavoro"),
});
