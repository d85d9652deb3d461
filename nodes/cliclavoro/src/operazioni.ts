import type { Implementazione, OperazioniCliclavoro } from "@staffetta/contracts";
import { nomeRegione, STATI_IN_CARICO, valutaRequisiti } from "@staffetta/domain";
import { accoda, borsaLavoroDi, identitaDi, readCursore, writeCursore } from "@staffetta/nodo";
import { adesso, type Contesto, oggi } from "./contesto.ts";
import type { RigaNazionale } from "./elenco.ts";
import { findPersona, lockPersona } from "./persone.ts";
import { saveAdesione, tellAltre } from "./registro.ts";
import { schedaDi } from "./scheda.ts";
import type { AdesioneRow, Stores } from "./store.ts";

type Ops = Pick<
  Implementazione<OperazioniCliclavoro>,
  "regioni" | "aderisci" | "mieAdesioni" | "chiediAnnullamento" | "registroNazionale"
>;
const FATTO = { ok: true, valore: { fatto: true } } as const;

type Rifiuto = Readonly<{ code: string }> & Readonly<Record<string, unknown>>;

/** Why this person can't adhere to this region now; null = nothing stands in the way. */
function checkAltre(altre: readonly AdesioneRow[], regione: string): Rifiuto | null {
  const aperta = altre.find((una) => una.regione === regione && "APT".includes(una.stato));
  if (aperta !== undefined)
    return { code: "adesione.gia-aperta", adesioneId: aperta.id, stato: aperta.stato };
  const presa = altre.find(({ stato }) => STATI_IN_CARICO.has(stato));
  if (presa === undefined) return null;
  return { code: "adesione.presa-in-carico-altrove", regionePresa: presa.regione };
}

const aderisciWith =
  (ctx: Contesto): Ops["aderisci"] =>
  (soggetto, { regione, recapiti }) =>
    ctx.uow.transaction(async (stores) => {
      const anagrafica = identitaDi(soggetto);
      if (!ctx.regioni.some(({ codice }) => codice === regione))
        return ctx.problemi.rispondi({ code: "regione.non-servita" });
      const regole = valutaRequisiti(anagrafica.dataNascita, oggi(ctx), ctx.regole);
      if (regole.some(({ rispettata }) => !rispettata))
        return ctx.problemi.rispondi({ code: "adesione.requisiti", ...{ regole } });
      const persona = await lockPersona(ctx, stores, anagrafica, recapiti);
      const rifiuto = checkAltre(await stores.adesioni.by("personaId", persona.id), regione);
      if (rifiuto !== null) return ctx.problemi.rispondi(rifiuto);
      await stores.persone.put(persona);
      const at = adesso(ctx);
      const nuova: AdesioneRow = {
        ...{ id: ctx.random.uuid() as never, personaId: persona.id, regione, canale: "nazionale" },
        ...{ dataAdesione: oggi(ctx), stato: "A", statoAt: at, operatore: null, version: 1 },
        ...{ consegna: "in-attesa", annullamento: "nessuno" },
      };
      await saveAdesione(ctx, stores, nuova, { tipo: "registrata", da: null, motivo: null, at });
      const chi = { adesioneId: nuova.id, anagrafica, recapiti, regione };
      const quando = { canale: "nazionale", dataAdesione: oggi(ctx), at } as const;
      accoda(stores.uscita, "adesione.v1", {
        destinatario: borsaLavoroDi(regione),
        persona: persona.id,
        corpo: { ...chi, ...quando },
      });
      await tellAltre(ctx, stores, nuova);
      return { ok: true, valore: { adesioneId: nuova.id } };
    });

async function schedeDi(ctx: Contesto, stores: Stores, personaId: string) {
  const schede = [];
  for (const una of (await stores.adesioni.by("personaId", personaId)).toReversed())
    schede.push(schedaDi(ctx, una, await stores.eventi.by("adesioneId", una.id)));
  return schede;
}

const chiediWith =
  (ctx: Contesto): Ops["chiediAnnullamento"] =>
  (soggetto, { adesioneId }) =>
    ctx.uow.transaction(async (stores) => {
      const me = await findPersona(ctx, stores, identitaDi(soggetto).codiceFiscale);
      const adesione = await stores.adesioni.lock(adesioneId);
      if (adesione === null || adesione.personaId !== me?.id)
        return ctx.problemi.rispondi({ code: "adesione.sconosciuta" });
      const { stato, regione, personaId } = adesione;
      if (stato !== "A") {
        const code = "adesione.transizione-non-ammessa";
        return ctx.problemi.rispondi({ code, ...{ stato, a: "D" } });
      }
      // Asked twice is asked once.
      if (adesione.annullamento === "chiesto") return FATTO;
      await stores.adesioni.put({ ...adesione, annullamento: "chiesto" });
      accoda(stores.uscita, "richiesta-annullamento.v1", {
        destinatario: borsaLavoroDi(regione),
        persona: personaId,
        corpo: { richiestaId: ctx.random.uuid(), adesioneId, at: adesso(ctx) },
      });
      return FATTO;
    });

const PAGINA_ROWS = 25;
const cursorOf = ({ dataAdesione: giorno, adesioneId: id }: RigaNazionale): string =>
  writeCursore({ giorno, id });

const registroWith =
  (ctx: Contesto): Ops["registroNazionale"] =>
  (_soggetto, { regione, stato, dopo }) =>
    ctx.uow.transaction(async (stores) => {
      const filtro = { regione, stato, dopo: readCursore(dopo), limit: PAGINA_ROWS + 1 };
      const found = await stores.elenco.list(filtro);
      const righe = found.slice(0, PAGINA_ROWS);
      const last = found.length > PAGINA_ROWS ? righe.at(-1) : undefined;
      const perRegioneStato = await stores.elenco.countByRegioneStato();
      const next = last === undefined ? null : cursorOf(last);
      return { ok: true, valore: { righe, dopo: next, perRegioneStato } as never };
    });

export const operazioni = (ctx: Contesto): Ops => ({
  regioni: async () => {
    const regioni = ctx.regioni.map((una) => ({ ...una, nome: nomeRegione(una.codice) }));
    return { ok: true, valore: { regioni } };
  },
  aderisci: aderisciWith(ctx),
  mieAdesioni: (soggetto) =>
    ctx.uow.transaction(async (stores) => {
      const me = await findPersona(ctx, stores, identitaDi(soggetto).codiceFiscale);
      const adesioni = me === null ? [] : await schedeDi(ctx, stores, me.id);
      return { ok: true, valore: { adesioni } };
    }),
  chiediAnnullamento: chiediWith(ctx),
  registroNazionale: registroWith(ctx),
});
