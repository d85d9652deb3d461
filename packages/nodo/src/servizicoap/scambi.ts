import type { Implementazione, operazioniScambi, Problema } from "@staffetta/contracts";
import type { CoopStores } from "@staffetta/cooperation";
import type { PorteNodo } from "../parte.ts";
import { nomeDi } from "../soggetti.ts";
import { impagina } from "./impagina.ts";

type Ops = Implementazione<ReturnType<typeof operazioniScambi>>;

const PAGINA_ROWS = 25;
const NON_C_E: Problema = {
  type: "urn:staffetta:scambio-sconosciuto",
  title: "Questo scambio non c'è più",
  status: 404,
  detail: "Gli scambi si conservano per un tempo, poi si cancellano.",
  rimedio: "Torna all'elenco degli scambi.",
};

const leggibile = (bytes: Uint8Array) => ({
  impaginata: impagina(bytes),
  grezza: Buffer.from(bytes).toString("utf8"),
});

/** The desk of the SOAP exchanges; opening one is written down with its purpose. */
export function scambiDi<Stores extends CoopStores>({
  uow,
  clock,
  random,
}: PorteNodo<Stores>): Ops {
  return {
    scambi: (_soggetto, { dopo, ...filtro }) =>
      uow.transaction(async ({ coop }) => {
        const cerca = { ...filtro, dopo: dopo === "" ? null : dopo, limit: PAGINA_ROWS + 1 };
        const found = await coop.scambi.list(cerca);
        const righe = found.slice(0, PAGINA_ROWS);
        const next = found.length > PAGINA_ROWS ? (righe.at(-1)?.id ?? null) : null;
        return { ok: true, valore: { righe, dopo: next } as never };
      }),
    apriScambio: (soggetto, { id, scopo }) =>
      uow.transaction(async ({ coop }) => {
        const trovato = await coop.scambi.find(id);
        if (trovato === null) return { ok: false, problema: NON_C_E };
        const { richiesta, risposta, ...scambio } = trovato;
        const chi = { scambioId: id, at: clock.now(), chi: nomeDi(soggetto), scopo };
        await coop.scambi.annotaLettura({ id: random.uuid(), ...chi });
        const letture = await coop.scambi.listLetture(id);
        const sue = letture.map(({ scambioId: _, ...una }) => una);
        const valore = {
          richiesta: leggibile(richiesta),
          risposta: leggibile(risposta),
          letture: sue,
        };
        return { ok: true, valore: { scambio, ...valore } as never };
      }),
  };
}

/** Every night: what is older than its retention is forgotten. */
export const dimenticaScambi = async <Stores extends CoopStores>(
  { uow, clock }: Pick<PorteNodo<Stores>, "clock" | "uow">,
  conservazioneDays: number,
): Promise<void> => {
  const prima = new Date(Date.parse(clock.now()) - conservazioneDays * 86_400_000).toISOString();
  await uow.transaction(({ coop }) => coop.scambi.forget(prima));
};
