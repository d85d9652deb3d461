export { API, type ApiDelNodo, apiDelNodo } from "./api.ts";
export {
  type Contatto,
  type DescrizioneApi,
  documentoOpenApi,
  type Rotta,
  type ServerApi,
} from "./documento.ts";
export type { Forma, VersioneOpenApi } from "./forme.ts";
