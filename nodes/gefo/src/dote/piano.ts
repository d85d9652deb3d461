import type { Implementazione, OperazioniGefo, Piano, Soggetto } from "@staffetta/contracts";
import {
  type CodiceMisura,
  calcolaPiano,
  candidateDi,
  euro,
  MISURE,
  misurePer,
  type OperatoreId,
  type ProblemaRiga,
  type RegoleGefo,
  regoleCaso,
} from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { avvisoDel, regoleDelCaso } from "../avvisi/regole.ts";
import { isMio } from "../casi/comando.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { differenze, type Voce } from "../differenze.ts";
import { nomiOf } from "../operatori/nomi.ts";
import type { Stores } from "../store.ts";
import type { PianoRow, RigaPianoRow } from "./tabelle.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "piano" | "calcolaPiano" | "salvaPiano">;
type RigaChiesta = Readonly<{
  misura: CodiceMisura;
  oreUnita: number;
  erogatoreId?: OperatoreId | "" | null | undefined;
}>;

/** What is wrong with a line, in words; the page's own script says the same. */
function parola(problema: ProblemaRiga | null): string | null {
  switch (problema?.code) {
    case undefined:
      return null;
    case "ore-non-valide":
      return "Scrivi un numero intero, almeno 1.";
    case "ore-oltre-massimo":
      return `L'avviso ammette al massimo ${problema.oreMax}.`;
    case "importo-oltre-massimo":
      return `L'importo supera il massimo di ${euro(problema.importoMaxCents)}.`;
    case "misura-ripetuta":
      return "Questa misura c'è già: lasciala una volta sola.";
    case "misura-sconosciuta":
      return "L'avviso non prevede questa misura.";
  }
}

function calcoloDi(
  righe: readonly Pick<RigaPianoRow, "misura" | "oreUnita">[],
  caso: CasoRow["caso"],
  regole: RegoleGefo,
): Piano["calcolo"] {
  const massimaleCents = regoleCaso.massimaleCents(caso, regole);
  const { righe: calcolate, ...somme } = calcolaPiano(righe, {
    ...{ misure: misurePer(caso.patto?.fascia ?? 1, regole), massimaleCents },
  });
  return {
    ...somme,
    righe: calcolate.map(({ importoCents, problema }) => ({
      ...{ importoCents, problema: parola(problema) },
    })),
  };
}

/** What the line that would pay a measure for this operatore may still promise. */
async function disponibileDi(stores: Stores, candidate: readonly string[]): Promise<number> {
  for (const id of candidate) {
    if ((await stores.linee.get(id)) === null) continue;
    return (await stores.saldi.get(`${id}|disponibile`))?.saldoCents ?? 0;
  }
  return 0;
}

async function catalogoDi(
  stores: Stores,
  avvisoId: string,
  { operatoreId, caso }: CasoRow,
  regole: RegoleGefo,
): Promise<Piano["catalogo"]> {
  const catalogo: Piano["catalogo"] = [];
  for (const [codice, regola] of Object.entries(misurePer(caso.patto?.fascia ?? 1, regole))) {
    const misura = codice as CodiceMisura;
    const { unita, tariffaCents, unitaMax, importoMaxCents } = regola;
    const candidate = candidateDi(avvisoId, misura, operatoreId as OperatoreId);
    catalogo.push({
      ...{ misura, etichetta: MISURE[misura].etichetta, unita, tariffaCents, unitaMax },
      ...{ importoMaxCents, disponibileCents: await disponibileDi(stores, candidate) },
    });
  }
  return catalogo;
}

async function pianoDi(ctx: Contesto, stores: Stores, riga: CasoRow): Promise<Piano> {
  const { caso, adesioneId } = riga;
  const regole = await regoleDelCaso(ctx, stores, caso);
  const bozza = await stores.piani.get(adesioneId);
  const righe = bozza?.operatoreId === riga.operatoreId ? bozza.righe : [];
  const { id: avvisoId } = await avvisoDel(stores, caso.dataAdesione);
  const operatori = (await stores.operatori.all()).filter(({ attivo }) => attivo);
  return {
    ...{ adesioneId: caso.adesioneId, version: bozza?.version ?? 0 },
    aggiornatoAt: (bozza?.aggiornatoAt ?? null) as Piano["aggiornatoAt"],
    aggiornatoDa: bozza?.aggiornatoDa ?? null,
    fascia: caso.patto?.fascia ?? null,
    righe: righe.map((una) => ({ ...una, erogatoreId: una.erogatoreId as OperatoreId | null })),
    catalogo: await catalogoDi(stores, avvisoId, riga, regole),
    massimaleCents: regoleCaso.massimaleCents(caso, regole),
    disponibileCents: await disponibileDi(stores, [avvisoId]),
    calcolo: calcoloDi(righe, caso, regole),
    erogatori: operatori.map(({ id, denominazione }) => ({ id: id as OperatoreId, denominazione })),
    daVerificare: ["misure", "massimaliFasciaCents"].some((una) =>
      regole.daVerificare.includes(una),
    ),
  };
}

const normale = ({ misura, oreUnita, erogatoreId }: RigaChiesta): RigaPianoRow => ({
  ...{ misura, oreUnita, erogatoreId: erogatoreId || null },
});

/** The services of a draft, by their place in it. */
const vociDi = (
  righe: readonly RigaPianoRow[],
  nomi: ReadonlyMap<string, string>,
): readonly Voce[] =>
  righe.map(({ misura, oreUnita, erogatoreId }, i) => ({
    nome: `Servizio ${i + 1}`,
    campi: {
      ...{ misura: MISURE[misura].etichetta, quantità: String(oreUnita) },
      "chi lo eroga": erogatoreId === null ? "" : (nomi.get(erogatoreId) ?? erogatoreId),
    },
  }));

const perCaso =
  (ctx: Contesto, soggetto: Soggetto, adesioneId: string) =>
  <T>(usa: (stores: Stores, riga: CasoRow) => Promise<T>): Promise<T | null> =>
    ctx.uow.transaction(async (stores) => {
      const riga = await stores.casi.lock(adesioneId);
      return riga === null || !isMio(riga, soggetto) ? null : usa(stores, riga);
    });

const SCONOSCIUTO = { code: "caso.sconosciuto" } as const;

async function conflitto(ctx: Contesto, stores: Stores, salvata: PianoRow, mie: RigaPianoRow[]) {
  const nomi = await nomiOf(stores);
  const { version, aggiornatoDa } = salvata;
  return ctx.problemi.rispondi({
    code: "piano.cambiato",
    ...{
      version,
      chi: aggiornatoDa,
      differenze: differenze(vociDi(salvata.righe, nomi), vociDi(mie, nomi)),
    },
  } as { code: string });
}

const salvaWith =
  (ctx: Contesto): Ops["salvaPiano"] =>
  async (soggetto, { chiave, adesioneId, version, righe }) => {
    const esito = await perCaso(
      ctx,
      soggetto,
      adesioneId,
    )(async (stores, riga) => {
      const fatto = await stores.chiavi.get(chiave);
      if (fatto !== null)
        return { ok: true, valore: fatto.risposta as { version: number } } as const;
      const aperto = regoleCaso.checkPasso(riga.caso, "inviaDote");
      if (!aperto.ok) return ctx.problemi.rispondi(aperto.rifiuto);
      const salvata = await stores.piani.lock(adesioneId);
      const mie = righe.map(normale);
      if (salvata !== null && salvata.version !== version)
        return conflitto(ctx, stores, salvata, mie);
      const valore = { version: (salvata?.version ?? 0) + 1 };
      await stores.piani.put({
        ...{ adesioneId, operatoreId: riga.operatoreId, righe: mie, ...valore },
        ...{ aggiornatoAt: adesso(ctx), aggiornatoDa: nomeDi(soggetto) },
      });
      await stores.chiavi.insert({ chiave, at: adesso(ctx), risposta: valore });
      return { ok: true, valore } as const;
    });
    return esito ?? ctx.problemi.rispondi(SCONOSCIUTO);
  };

/** The draft of a dote: kept here with its version until it is sent. */
export const operazioniPiano = (ctx: Contesto): Ops => ({
  piano: async (soggetto, { adesioneId }) => {
    const letto = await perCaso(
      ctx,
      soggetto,
      adesioneId,
    )((stores, riga) => pianoDi(ctx, stores, riga));
    return letto === null ? ctx.problemi.rispondi(SCONOSCIUTO) : { ok: true, valore: letto };
  },
  calcolaPiano: async (soggetto, { adesioneId, righe }) => {
    const valore = await perCaso(
      ctx,
      soggetto,
      adesioneId,
    )(async (stores, { caso }) => calcoloDi(righe, caso, await regoleDelCaso(ctx, stores, caso)));
    return valore === null ? ctx.problemi.rispondi(SCONOSCIUTO) : { ok: true, valore };
  },
  salvaPiano: salvaWith(ctx),
});
