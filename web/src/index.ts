export { montaBorsaLavoro } from "./borsalavoro.ts";
export { montaCliclavoro } from "./cliclavoro.ts";
export { montaGefo } from "./gefo.ts";
export { renderGuasto } from "./guasto.ts";
export { montaInizio } from "./inizio.ts";
export { montaMinistero } from "./ministero.ts";
export { portaDi } from "./porta.ts";
export type { Porta } from "./sito.ts";
