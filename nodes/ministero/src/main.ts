import type { CodiceRegione } from "@staffetta/domain";
import { isBorsaLavoro, readConfig, regioneDi, runNodo } from "@staffetta/nodo";
import { montaMinistero, portaDi, renderGuasto } from "@staffetta/web";
import { bindPg, createMinistero, migrations } from "./index.ts";

const config = readConfig(process.env);
const regioni = config.partner
  .filter(({ nome }) => isBorsaLavoro(nome))
  .map(({ nome }) => regioneDi(nome) as CodiceRegione);

const { STAFFETTA_SAP_CHIAMATE_AL_GIORNO: limite } = process.env;
const chiamate = limite === undefined ? {} : { chiamateMax: Number(limite) };

await runNodo(config, {
  migrations,
  bind: bindPg,
  create: (porte) => createMinistero(porte, { regioni, ...chiamate }),
  montaPagine: (app, parte, pagine) => montaMinistero(portaDi(app, parte, pagine)),
  renderGuasto: renderGuasto("Monitoraggio nazionale"),
});
