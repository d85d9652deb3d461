export * from "./anomalie.ts";
export { codifica } from "./codifica.ts";
export { type Decodificato, decodifica } from "./decodifica.ts";
export * from "./documenti.ts";
export * from "./gestori.ts";
export * from "./operazioni.ts";
export * from "./sap.ts";
export * from "./scheda.ts";
export {
  Difetto,
  type Documento,
  type Giorno,
  type NodoXml,
  type Semplice,
  type TipoXml,
  type Valore,
} from "./schema.ts";
export { xmlText } from "./testo.ts";
export { wsdl, xsdEsterno } from "./wsdl.ts";
export { DOCUMENTI, xsdInterni } from "./xsd.ts";
