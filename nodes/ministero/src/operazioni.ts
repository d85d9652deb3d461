import {
  type Implementazione,
  type OperazioniMinistero,
  SCOPI_LETTURA,
} from "@staffetta/contracts";
import { nomeRegione } from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { adesso, type Contesto } from "./contesto.ts";
import { findPersona } from "./sap/archivio.ts";
import type { AdesioneRow, IstantaneaRow, Stores } from "./store.ts";

type Ops = Pick<
  Implementazione<OperazioniMinistero>,
  "cifre" | "storico" | "trovaPersona" | "persona"
>;

const byEdizione = (a: IstantaneaRow, b: IstantaneaRow): number => b.edizione - a.edizione;

async function cifreOf(stores: Stores, regione: string, giorno: string) {
  const edizioni = (await stores.istantanee.by("giorno", giorno))
    .filter((one) => one.regione === regione)
    .sort(byEdizione);
  const [last] = edizioni;
  return {
    regione,
    nome: nomeRegione(regione),
    snapshot: last?.corpo ?? null,
    ricevutoAt: last?.ricevutoAt ?? null,
    edizioni: edizioni.length,
    riscontro: await stores.riscontri.of(regione, giorno),
  };
}

async function storiaOf(stores: Stores, { id, ...adesione }: AdesioneRow) {
  const stati = await stores.stati.by("adesioneId", id);
  const prese = await stores.prese.by("adesioneId", id);
  const politiche = await stores.politiche.by("adesioneId", id);
  const { regione, dataAdesione, stato } = adesione;
  return {
    ...{ adesioneId: id, regione, dataAdesione, stato },
    stati: stati
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ stato, at, motivo }) => ({ stato, at, motivo })),
    prese: prese.map(({ at, dataPatto, fascia, operatoreId }) => ({
      ...{ at, dataPatto, fascia, operatoreId },
    })),
    politiche: politiche.map(({ id: politicaId, misura, dataInizio, dataFine, esito }) => ({
      ...{ politicaId, misura, dataInizio, dataFine, esito },
    })),
  };
}

const personaWith =
  (ctx: Contesto): Ops["persona"] =>
  (soggetto, { personaId, scopo }) =>
    ctx.uow.transaction(async (stores) => {
      const persona = await stores.persone.get(personaId);
      if (persona === null) return ctx.problemi.rispondi({ code: "persona.sconosciuta" });
      const chi = nomeDi(soggetto);
      const id = ctx.random.uuid();
      await stores.letture.insert({ id, personaId, at: adesso(ctx), chi, scopo });
      const adesioni = [];
      for (const una of await stores.adesioni.by("personaId", personaId))
        adesioni.push(await storiaOf(stores, una));
      const { sesso, dataNascita } = persona;
      return { ok: true, valore: { personaId, sesso, dataNascita, adesioni } as never };
    });

export const operazioni = (ctx: Contesto): Ops => ({
  cifre: (_soggetto, { regione, giorno }) =>
    ctx.uow.transaction(async (stores) => {
      const giorni = await stores.riscontri.giorni();
      const chosen = giorno === "" ? (giorni[0] ?? null) : giorno;
      const asked = ctx.regioni.filter((codice) => regione === "" || codice === regione);
      const regioni = [];
      if (chosen !== null)
        for (const codice of asked) regioni.push(await cifreOf(stores, codice, chosen));
      return { ok: true, valore: { giorno: chosen, giorni, regioni } as never };
    }),
  storico: (_soggetto, { regione }) =>
    ctx.uow.transaction(async (stores) => {
      const last = new Map<string, IstantaneaRow>();
      const rows = await stores.istantanee.by("regione", regione);
      for (const row of rows.toSorted((a, b) => a.edizione - b.edizione)) last.set(row.giorno, row);
      const serie = [...last.values()].sort((a, b) => (a.giorno < b.giorno ? 1 : -1));
      return { ok: true, valore: { serie: serie.map(({ corpo }) => corpo) } };
    }),
  trovaPersona: (soggetto, { codiceFiscale, scopo }) =>
    ctx.uow.transaction(async (stores) => {
      const found = await findPersona(ctx, stores, codiceFiscale);
      if (found !== null)
        await stores.letture.insert({
          ...{ id: ctx.random.uuid(), personaId: found.id, at: adesso(ctx), chi: nomeDi(soggetto) },
          scopo: `ricerca: ${SCOPI_LETTURA[scopo]}`,
        });
      return { ok: true, valore: { personaId: found?.id ?? null } };
    }),
  persona: personaWith(ctx),
});
