import type { MemoryTx } from "@staffetta/platform";
import type { LetturaScambio, Scambio, ScambioIntero, ScambiStore } from "./scambi.ts";

/** The twin of the PostgreSQL store. */
export function scambiMemory(tx: MemoryTx): ScambiStore {
  const rows = tx.table<ScambioIntero>("coop_scambio");
  const letture = tx.table<LetturaScambio>("coop_lettura_scambio");
  const visti = tx.table<Readonly<{ chiave: string; scadeAt: string }>>("coop_soap_visto");
  const fermi = tx.table<string>("coop_soap_fermo");
  const NUOVO = {
    operazione: "",
    regione: "",
    stato: 0,
    esito: "in corso",
    codici: [],
    durataMs: 0,
  };
  return {
    apri: async (scambio) => {
      const { richiesta } = scambio;
      const bytes = { richiesta, risposta: new Uint8Array(), richiestaBytes: richiesta.byteLength };
      rows.set(scambio.id, { ...scambio, ...NUOVO, ...bytes });
    },
    chiudi: async (id, fine) => {
      const row = rows.get(id);
      if (row !== undefined) rows.set(id, { ...row, ...fine });
    },
    list: async ({ operazione, esito, verso, dopo, limit }) =>
      [...rows.values()]
        .filter((row) => operazione === "" || row.operazione === operazione)
        .filter((row) => esito === "" || row.esito === esito)
        .filter((row) => verso === "" || row.verso === verso)
        .filter((row) => dopo === null || row.id < dopo)
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit)
        .map(({ richiesta: _, risposta: __, ...row }): Scambio => row),
    find: async (id) => rows.get(id) ?? null,
    annotaLettura: async ({ id, ...lettura }) => letture.set(id, lettura),
    listLetture: async (scambioId) =>
      [...letture.values()].filter((una) => una.scambioId === scambioId).toReversed(),
    forget: async (prima) => {
      const old = [...rows.values()].filter(({ at }) => at < prima);
      for (const { id } of old) rows.delete(id);
      return old.length;
    },
    claim: async (chiave, scadeAt, adesso) => {
      for (const { chiave: key, scadeAt: end } of [...visti.values()])
        if (end < adesso) visti.delete(key);
      if (visti.get(chiave) !== undefined) return false;
      visti.set(chiave, { chiave, scadeAt });
      return true;
    },
    ferma: async (chiave, riapreAt) => fermi.set(chiave, riapreAt),
    fermaFino: async (chiave) => fermi.get(chiave) ?? null,
  };
}
