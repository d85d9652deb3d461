export { caricaDemo, isVuoto, type OpzioniDemo } from "./demo/demo.ts";
export { scriviStorie } from "./racconto/manuale.ts";
