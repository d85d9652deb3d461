export { caricaDemo, isVuoto, type OpzioniDemo } from "./demo/demo.ts";
