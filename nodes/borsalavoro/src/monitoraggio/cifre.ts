import { createHash } from "node:crypto";
import type {
  Implementazione,
  MonitoraggioGiornalieroV1,
  OperazioniBorsaLavoro,
} from "@staffetta/contracts";
import { addDays, type CivilDate, conta, DEFINIZIONI_CIFRE, type Instant } from "@staffetta/domain";
import { accoda, MINISTERO } from "@staffetta/nodo";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";

type Cifre = Pick<Implementazione<OperazioniBorsaLavoro>, "cifre" | "inviaCifre">;

/** The messages of the figures are a person to nobody: one lane key of their own keeps them in order. */
const PERSONA_MONITORAGGIO = "monitoraggio";
const RIFIUTI_MAX = 1_000;

/** The hash covers the figures and everything said about them, in the order of the contract. */
export const sha256Of = (corpo: Omit<MonitoraggioGiornalieroV1, "sha256">): string =>
  createHash("sha256").update(JSON.stringify(corpo)).digest("hex");

async function completezzaOf({ coop }: Stores): Promise<MonitoraggioGiornalieroV1["completezza"]> {
  const fermi = await coop.listFermi();
  const rifiuti = await coop.listRifiuti(RIFIUTI_MAX);
  const entrate = await coop.listEntrate();
  const quarantena = fermi.filter(({ stato }) => stato === "in quarantena").length;
  return {
    inAttesa: fermi.length - quarantena,
    inQuarantena: quarantena,
    rifiutati: rifiuti.filter(({ verso }) => verso === "entrata").length,
    ultimoFattoAt: (entrate
      .flatMap(({ ultimoAt }) => ultimoAt ?? [])
      .sort()
      .at(-1) ?? null) as Instant | null,
  };
}

/** The figures of a day as they would be sent now. */
export async function fotografa(
  ctx: Contesto,
  stores: Stores,
  giorno: CivilDate,
  notoAt: Instant = adesso(ctx),
): Promise<MonitoraggioGiornalieroV1> {
  const attesaDaysMax = ctx.regole.termini.contattoDays;
  const cifre = conta(await stores.fatti.all(), { giorno, notoAt, attesaDaysMax });
  const edizioni = await stores.istantanee.by("giorno", giorno);
  const corpo = {
    ...{ regione: ctx.regione, giorno, notoAt, edizione: edizioni.length + 1 },
    ...{ definizioni: DEFINIZIONI_CIFRE, cifre, completezza: await completezzaOf(stores) },
  };
  return { ...corpo, sha256: sha256Of(corpo) };
}

async function invia(
  ctx: Contesto,
  stores: Stores,
  giorno: CivilDate,
): Promise<MonitoraggioGiornalieroV1> {
  const corpo = await fotografa(ctx, stores, giorno);
  const { edizione } = corpo;
  await stores.istantanee.insert({ id: `${giorno}/${edizione}`, giorno, edizione, corpo });
  accoda(stores.uscita, "monitoraggio-giornaliero.v1", {
    destinatario: MINISTERO,
    persona: PERSONA_MONITORAGGIO,
    corpo,
  });
  return corpo;
}

/** F6 by schedule: yesterday's figures, once; also at a start that comes after a missed midnight. */
export const inviaCifreDiIeri = (ctx: Contesto): Promise<void> =>
  ctx.uow.transaction(async (stores) => {
    const ieri = addDays(oggi(ctx), -1);
    if ((await stores.istantanee.by("giorno", ieri)).length === 0) await invia(ctx, stores, ieri);
  });

const STORICO_MAX = 30;

export const operazioniCifre = (ctx: Contesto): Cifre => ({
  cifre: (_soggetto, { giorno = oggi(ctx), notoAt }) =>
    ctx.uow.transaction(async (stores) => {
      const anteprima = await fotografa(ctx, stores, giorno, notoAt);
      const inviate = (await stores.istantanee.all()).map(({ corpo }) => corpo);
      return {
        ok: true,
        valore: { anteprima, inviate: inviate.toReversed().slice(0, STORICO_MAX) },
      };
    }),
  inviaCifre: (_soggetto, { giorno }) =>
    ctx.uow.transaction(async (stores) => {
      if (giorno > oggi(ctx))
        return ctx.problemi.rispondi({ code: "cifre.giorno-futuro", ...{ giorno } });
      const { edizione, sha256 } = await invia(ctx, stores, giorno);
      return { ok: true, valore: { edizione, sha256 } };
    }),
});
