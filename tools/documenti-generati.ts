import { API, documentoAsyncApi, documentoOpenApi, spdci } from "@staffetta/contracts";
import { generaCliente } from "./cliente/genera.ts";

/** Every document that is made from the contracts and kept in the repository: path → text. */
export function documentiGenerati(): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  const json = (path: string, value: unknown): void => {
    out.set(path, `${JSON.stringify(value, null, 2)}\n`);
  };
  const facce = [...API, { descrizione: spdci.DESCRIZIONE_SPDCI, rotte: spdci.ROTTE_SPDCI }];
  for (const { descrizione, rotte } of facce) {
    const { nome } = descrizione;
    const client = generaCliente(nome, documentoOpenApi(descrizione, rotte, { versione: "3.1.0" }));
    out.set(`packages/contracts/client/generati/${nome}.ts`, client);
    for (const [sigla, versione] of [
      ["3.0", "3.0.3"],
      ["3.1", "3.1.0"],
    ] as const)
      json(
        `packages/contracts/openapi/${nome}-${sigla}.json`,
        documentoOpenApi(descrizione, rotte, { versione }),
      );
  }
  json("packages/contracts/asyncapi/flussi.json", documentoAsyncApi());
  return out;
}
