import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import {
  anteprimaDi,
  type CivilDate,
  cambiaCifre,
  checkLontano,
  cifreDi,
  type RegoleGefo,
  type Result,
  versioneAl,
} from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { FATTO } from "../casi/comando.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { unaVolta } from "../una-volta.ts";
import type { VersioneRegoleRow } from "./tabelle.ts";
import { casiAperti, operazioniVita } from "./vita.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  | "avvisi"
  | "creaAvviso"
  | "anteprimaChiusura"
  | "chiudiAvviso"
  | "regole"
  | "anteprimaRegole"
  | "salvaRegole"
>;

interface Cambio {
  readonly avvisoId: string;
  readonly numero: number;
  readonly validaDal: CivilDate;
  readonly cifre: Readonly<Record<string, number>>;
}
type Rifiuto = Readonly<{ code: string }>;

const ultima = (versioni: readonly VersioneRegoleRow[]): VersioneRegoleRow | undefined =>
  versioni.toSorted((a, b) => b.numero - a.numero)[0];

/** The rules that would be: over the version in force on that day, and only if nobody has come in between. */
async function proposta(
  ctx: Contesto,
  stores: Stores,
  { avvisoId, numero, validaDal, cifre }: Cambio,
): Promise<
  Result<Readonly<{ vecchie: RegoleGefo; nuove: RegoleGefo; prossimo: number }>, Rifiuto>
> {
  const versioni = await stores.versioniRegole.by("avvisoId", avvisoId);
  const base = versioneAl(versioni, validaDal);
  const recente = ultima(versioni);
  if (base === undefined || recente === undefined)
    return { ok: false, rifiuto: { code: "avviso.sconosciuto" } };
  if (recente.numero !== numero)
    return { ok: false, rifiuto: { code: "regole.cambiate", chi: recente.chi } as Rifiuto };
  if (validaDal < oggi(ctx)) return { ok: false, rifiuto: { code: "regole.nel-passato" } };
  const lontano = checkLontano(validaDal, "validaDal", oggi(ctx));
  if (!lontano.ok) return lontano;
  const nuove = cambiaCifre(base.regole, cifre);
  if (!nuove.ok) return nuove;
  return { ok: true, value: { vecchie: base.regole, nuove: nuove.value, prossimo: numero + 1 } };
}

async function anteprimaOf(
  ctx: Contesto,
  stores: Stores,
  { vecchie, nuove }: Readonly<{ vecchie: RegoleGefo; nuove: RegoleGefo }>,
) {
  const casi = await casiAperti(stores);
  const prima = new Map(cifreDi(vecchie).map(({ percorso, valore }) => [percorso, valore]));
  const cambiano = cifreDi(nuove)
    .filter(({ percorso, valore }) => prima.get(percorso) !== valore)
    .map(({ percorso, valore }) => ({ percorso, prima: prima.get(percorso) ?? 0, dopo: valore }));
  return { cambiano, ...anteprimaDi(casi, { vecchie, nuove, oggi: oggi(ctx) }) };
}

const regoleWith =
  (ctx: Contesto): Ops["regole"] =>
  (_soggetto, { avvisoId, giorno }) =>
    ctx.uow.transaction(async (stores) => {
      const avviso = await stores.avvisi.get(avvisoId);
      const versioni = await stores.versioniRegole.by("avvisoId", avvisoId);
      const al = giorno === "" ? oggi(ctx) : giorno;
      const versione = versioneAl(versioni, al);
      if (avviso === null || versione === undefined)
        return ctx.problemi.rispondi({ code: "avviso.sconosciuto" });
      const elenco = versioni
        .toSorted((a, b) => b.numero - a.numero)
        .map(({ numero, validaDal, atto, motivo, at, chi }) => ({
          ...{ numero, validaDal, atto, motivo, at, chi },
        }));
      const valore = {
        ...{ avvisoId, titolo: avviso.titolo, numero: ultima(versioni)?.numero ?? 0 },
        ...{ cifre: [...cifreDi(versione.regole)], versioni: elenco },
      };
      return { ok: true, valore: valore as never };
    });

/** The rules as data: read, tried, and written as a further version. */
export const operazioniAvvisi = (ctx: Contesto): Ops => ({
  ...operazioniVita(ctx),
  regole: regoleWith(ctx),
  anteprimaRegole: (_soggetto, cambio) =>
    ctx.uow.transaction(async (stores) => {
      const esito = await proposta(ctx, stores, cambio);
      if (!esito.ok) return ctx.problemi.rispondi(esito.rifiuto);
      return { ok: true, valore: await anteprimaOf(ctx, stores, esito.value) };
    }),
  salvaRegole: (soggetto, { chiave, atto, motivo, ...cambio }) =>
    unaVolta(ctx, chiave, async (stores) => {
      await stores.avvisi.lock(cambio.avvisoId);
      const esito = await proposta(ctx, stores, cambio);
      if (!esito.ok) return ctx.problemi.rispondi(esito.rifiuto);
      const { nuove: regole, prossimo: numero } = esito.value;
      const { avvisoId, validaDal } = cambio;
      await stores.versioniRegole.insert({
        ...{ id: `${avvisoId}/${numero}`, avvisoId, numero, validaDal, regole },
        ...{ atto, motivo, at: adesso(ctx), chi: nomeDi(soggetto) },
      });
      return { ok: true, valore: FATTO };
    }),
});
