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

const utenti = config.servizicoap?.utenti ?? [];
const isUtente = (nome: string, password: string): boolean =>
  utenti.length === 0 || utenti.some((uno) => uno.nome === nome && uno.password === password);

await runNodo(config, {
  migrations,
  bind: bindPg,
  create: (porte) => createCliclavoro(porte, { regole: REGOLE_ADESIONE_2014, regioni, isUtente }),
  montaPagine: (app, parte, pagine) => montaCliclavoro(portaDi(app, parte, pagine)),
  renderGuasto: renderGuasto("Cliclavoro"),
});
