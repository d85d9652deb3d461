export {
  type Antivirus,
  antivirusAssente,
  antivirusDiProva,
  EICAR,
} from "./antivirus/antivirus.ts";
export { clamd } from "./antivirus/clamd.ts";
export { type Cipher, createCipher } from "./cipher.ts";
export { seededRandom, systemClock, systemRandom } from "./clock.ts";
export { condividi } from "./condividi.ts";
export { type Database, openDatabase, pgUnitOfWork } from "./database.ts";
export { type Cella, csv, type Foglio, innocua, xlsx } from "./fogli/foglio.ts";
export { freePort } from "./free-port.ts";
export { BODY_BYTES_MAX, createApp, serve } from "./http/app.ts";
export {
  CorpoTroppoGrande,
  type FileRicevuto,
  leggiMultipart,
  testateFile,
} from "./http/corpo.ts";
export type { Guasto } from "./http/guasti.ts";
export type { PortaDiretta } from "./http/porta.ts";
export { createSessioni, type Sessioni } from "./http/sessioni.ts";
export { type MemoryDatabase, memoryDatabase, memoryUnitOfWork } from "./memory.ts";
export { type MigrationSet, migrate } from "./migrate.ts";
export { type OpzioniIo, vettoreIo } from "./notifiche/io.ts";
export type { Allegato, EsitoVettore, Lettera, Vettore } from "./notifiche/ports.ts";
export { vettoreDiProva } from "./notifiche/prova.ts";
export { type OpzioniSms, vettoreSms } from "./notifiche/sms.ts";
export { type OpzioniSmtp, vettoreSmtp } from "./notifiche/smtp.ts";
export type {
  BloccoPdf,
  ColonnaPdf,
  DocumentoPdf,
  FirmaPdf,
  StampaPdf,
} from "./pdf/documento.ts";
export { stampaPdf } from "./pdf/pigra.ts";
export type {
  Bound,
  Clock,
  MemoryTable,
  MemoryTx,
  Random,
  RowKind,
  SqlClient,
  UnitOfWork,
} from "./ports.ts";
export { type Cluster, startCluster } from "./postgres/cluster.ts";
export { flagsDiNode } from "./processo.ts";
export { type Righe, righeMemory, righePg, type Tabella } from "./tabella.ts";
export * from "./xml/index.ts";
