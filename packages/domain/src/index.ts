export type * from "./ids.ts";
export { ok, type Result, refuse } from "./result.ts";
export * from "./time.ts";
