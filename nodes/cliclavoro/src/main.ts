import { type CodiceRegione, REGOLE_ADESIONE_2014 } from "@staffetta/domain";
import { isBorsaLavoro, readConfig, regioneDi, runNodo } from "@staffetta/nodo";
import { montaCliclavoro, portaDi, renderGuasto } from "@staffetta/web";
import { bindPg, createCliclavoro, migrations } from "./index.ts";

const config = readConfig(process.env);
const regioni = config.partner
  .filter(({ nome }) => isBorsaLavoro(nome))
  .map(({ nome }) => ({
    codice: regioneDi(nome) as CodiceRegione,
    portale: config.indirizzi[nome] ?? "",
  }));

await runNodo(config, {
  titolo: "Cliclavoro",
  migrations,
  bind: bindPg,
  create: (porte) => createCliclavoro(porte, { regole: REGOLE_ADESIONE_2014, regioni }),
  montaPagine: (app, parte, pagine) => montaCliclavoro(portaDi(app, parte, pagine)),
  renderGuasto: renderGuasto("Cliclavoro"),
});
