export * from "./busta-spdci.ts";
export * from "./controlla.ts";
export * from "./costruisci.ts";
export * from "./digest.ts";
export * from "./esamina.ts";
export * from "./jws.ts";
export * from "./rifiuti.ts";
