import {
  addDays,
  fineDote,
  regoleDote,
  regoleFascicolo,
  scadenzaContatto,
} from "@staffetta/domain";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { registraEvento } from "../casi/registra-evento.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { notifica } from "../notifiche/notifica.ts";
import type { Stores } from "../store.ts";
import { giorno } from "./modelli.ts";
import { termineDi } from "./termini.ts";

/** What the calendar itself does to a case, once a day: ends of doti, eighteenth birthdays. */

const CHI = "Gefo, lavoro notturno";
const LOTTO = 200;

/** Tells that the end is near, and sets the next day to look; after the last day gives up what was planned. */
async function scadenza(ctx: Contesto, stores: Stores, riga: CasoRow): Promise<void> {
  const { caso, adesioneId } = riga;
  const regole = await regoleDelCaso(ctx, stores, caso);
  const evento = regoleDote.scadiDote(caso, regole, adesso(ctx));
  if (evento !== null) {
    const avviso = "La dote è finita: i servizi che erano solo previsti non si faranno più.";
    await registraEvento(ctx, stores, { prima: riga, evento }, { chi: CHI, avviso });
    return;
  }
  if (caso.dote === null) return;
  const today = oggi(ctx);
  const fine = fineDote(caso.dote, regole);
  const prossimi = regole.presa.scadenza.avvisiDays
    .map((days) => addDays(fine, -days))
    .concat(addDays(fine, 1))
    .filter((day) => day > today)
    .toSorted();
  await stores.termini.put(termineDi(adesioneId, "scadenza", prossimi[0] ?? null));
  const avviso = `La dote finisce il ${giorno(fine)}: restano servizi da iniziare.`;
  await stores.casi.put({ ...riga, avviso });
}

async function maggioreEta(ctx: Contesto, stores: Stores, riga: CasoRow): Promise<void> {
  const regole = await regoleDelCaso(ctx, stores, riga.caso);
  const evento = regoleFascicolo.avanzaTutela(riga.caso, regole, adesso(ctx));
  if (evento === null) return;
  const on = giorno(riga.caso.tutela?.maggiorenneOn ?? oggi(ctx));
  const avviso =
    evento.tipo === "tutela-avanzata" && evento.stato === "avvisata"
      ? `Diventa maggiorenne il ${on}: da quel giorno firma da solo, fissa un incontro.`
      : `È maggiorenne dal ${on}: deve confermare di persona patto e informativa.`;
  await registraEvento(ctx, stores, { prima: riga, evento }, { chi: CHI, avviso });
}

/** Nobody has convened the giovane in time: he may choose somebody else, and the Region sees it. Once. */
async function convocazione(ctx: Contesto, stores: Stores, riga: CasoRow): Promise<void> {
  const { caso, adesioneId } = riga;
  if (caso.stato !== "da-convocare") return;
  const regole = await regoleDelCaso(ctx, stores, caso);
  const il = scadenzaContatto(caso, regole);
  const termine = termineDi(adesioneId, "convocazione", il);
  if (il >= oggi(ctx)) return stores.termini.put(termine);
  await stores.termini.put({ ...termine, tipo: "non-convocato" });
  const avviso = `Il giovane andava convocato entro il ${giorno(il)}: la Regione lo sa, e lui può scegliere un altro operatore.`;
  await stores.casi.put({ ...riga, avviso });
  await notifica(ctx, stores, riga, {
    ...{ chiave: `non-convocato/${adesioneId}/${caso.assegnatoAt}`, modello: "non-convocato" },
    dati: { giorni: String(regole.termini.convocazioneDays) },
  });
}

const AZIONI = { scadenza, convocazione, "maggiore-eta": maggioreEta } as const;

async function esegui(ctx: Contesto, tipo: keyof typeof AZIONI): Promise<void> {
  for (let dopo = ""; ; ) {
    const righe = await ctx.uow.transaction((stores) =>
      stores.elenchi.presa.terminiFinoA(tipo, oggi(ctx), dopo, LOTTO),
    );
    // One case, one transaction: a person at the desk waits for nobody else's case.
    for (const { adesioneId } of righe)
      await ctx.uow.transaction(async (stores) => {
        const riga = await stores.casi.lock(adesioneId);
        if (riga !== null) await AZIONI[tipo](ctx, stores, riga);
      });
    const ultimo = righe.at(-1);
    if (ultimo === undefined || righe.length < LOTTO) return;
    dopo = ultimo.id;
  }
}

export const lavoroScadenze = (ctx: Contesto) => ({
  nome: "scadenze delle doti, maggiore età e convocazioni mancate",
  cron: "20 2 * * *",
  esegui: async () => {
    await esegui(ctx, "scadenza");
    await esegui(ctx, "maggiore-eta");
    await esegui(ctx, "convocazione");
  },
});
