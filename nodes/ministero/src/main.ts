import type { CodiceRegione } from "@staffetta/domain";
import { isBorsaLavoro, readChiavi, readConfig, regioneDi, runNodo } from "@staffetta/nodo";
import { montaMinistero, portaDi, renderGuasto } from "@staffetta/web";
import { bindPg, ConfigSpdci, createMinistero, migrations } from "./index.ts";

const config = readConfig(process.env);
const regioni = config.partner
  .filter(({ nome }) => isBorsaLavoro(nome))
  .map(({ nome }) => regioneDi(nome) as CodiceRegione);

const { STAFFETTA_SAP_CHIAMATE_AL_GIORNO: limite } = process.env;
const chiamate = limite === undefined ? {} : { chiamateMax: Number(limite) };

const { STAFFETTA_SPDCI: spdciJson } = process.env;
const { propria, chiaviDi } = readChiavi(config.chiavi, config.nodo);
const spdci =
  spdciJson === undefined
    ? {}
    : { spdci: { config: ConfigSpdci.parse(JSON.parse(spdciJson)), propria, chiaviDi } };

await runNodo(config, {
  migrations,
  bind: bindPg,
  create: (porte) => createMinistero(porte, { regioni, ...chiamate, ...spdci }),
  montaPagine: (app, parte, pagine) => montaMinistero(portaDi(app, parte, pagine)),
  renderGuasto: renderGuasto("Monitoraggio nazionale"),
});
