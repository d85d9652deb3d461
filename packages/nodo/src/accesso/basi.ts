import type { Config } from "../config.ts";

/** Public addresses of this node: the one that others know, and those of this machine. */
export const basiDi = (config: Config): readonly string[] => {
  const pubblico = config.indirizzi[config.nodo]?.replace(/\/$/, "");
  const locali = [`http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`];
  return [...new Set([...(pubblico === undefined ? [] : [pubblico]), ...locali])];
};

/** Values of `aud` that mean this node. */
export const audDi = (config: Config): readonly string[] => {
  const { aud } = config.accessi;
  return aud.length > 0 ? aud : basiDi(config).map((base) => `${base}/api/v1`);
};
