import type { Legami } from "../apri.ts";

/** The next number of a register; whoever asks holds the register until the end of the transaction. */
export interface ElenchiDote {
  prossimoNumero(registro: string): Promise<number>;
}

const PROSSIMO = `
  INSERT INTO protocollo (registro, ultimo) VALUES ($1, 1)
  ON CONFLICT (registro) DO UPDATE SET ultimo = protocollo.ultimo + 1
  RETURNING ultimo`;

export const elenchiDote: Legami<ElenchiDote> = {
  pg: (sql) => ({
    prossimoNumero: async (registro) => {
      const [row] = await sql.query<{ ultimo: number }>("gefo-protocollo", PROSSIMO, [registro]);
      if (row === undefined) throw new Error(`il registro ${registro} non dà numeri`);
      return row.ultimo;
    },
  }),
  memory: (tx) => ({
    prossimoNumero: async (registro) => {
      const table = tx.table<{ registro: string; ultimo: number }>("protocollo");
      const ultimo = (table.get(registro)?.ultimo ?? 0) + 1;
      table.set(registro, { registro, ultimo });
      return ultimo;
    },
  }),
};
