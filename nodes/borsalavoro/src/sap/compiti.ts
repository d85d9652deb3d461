import type { CompitoRow, Stores } from "../store.ts";

/** Code of a first insertion for which something is missing, and the kind of its task. */
export const SAP_DA_COMPLETARE = "servizicoap.sap-da-completare";
export const COMPITO_SAP = "sap-da-completare";

export async function compitiSapAperti(
  { compiti }: Pick<Stores, "compiti">,
  adesioni: readonly (string | null)[],
): Promise<readonly CompitoRow[]> {
  const tutti = await compiti.all();
  return tutti.filter(
    ({ tipo, chiuso, adesioneId }) =>
      tipo === COMPITO_SAP && !chiuso && adesioni.includes(adesioneId),
  );
}
