import type {
  Implementazione,
  OperazioniBorsaLavoro,
  Risposta,
  Soggetto,
} from "@staffetta/contracts";
import {
  type EventoAdesione,
  type OperatoreId,
  type Result,
  regoleAdesione,
} from "@staffetta/domain";
import { identitaDi } from "@staffetta/nodo";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { findGiovane, lockGiovane, recapitiOf } from "../giovani.ts";
import { cercaOperatori } from "../operatori/operatori.ts";
import type { AdesioneRow, Stores } from "../store.ts";
import { lockAdesione, registraEventi } from "./registra-eventi.ts";
import { schedaDi } from "./scheda.ts";

type Mie = Pick<
  Implementazione<OperazioniBorsaLavoro>,
  "aderisci" | "mieAdesioni" | "operatori" | "scegliOperatore" | "annulla"
>;
export const FATTO = { ok: true, valore: { fatto: true } } as const;
const OPERATORE_SCONOSCIUTO = { code: "operatore.sconosciuto" } as const;

type Decide = (adesione: AdesioneRow) => Result<readonly EventoAdesione[], { code: string }>;

/** A command of the giovane on an adesione that must be his or hers; others' are as if they were not there. */
export async function decideMine(
  ctx: Contesto,
  soggetto: Soggetto,
  adesioneId: string,
  decide: Decide,
): Promise<Risposta<{ fatto: true }>> {
  return ctx.uow.transaction(async (stores) => {
    const me = await findGiovane(ctx, stores, identitaDi(soggetto).codiceFiscale);
    const held = await lockAdesione(stores, adesioneId);
    if (held === null || held.giovane.id !== me?.id)
      return ctx.problemi.rispondi({ code: "adesione.sconosciuta" });
    const deciso = decide(held.adesione);
    if (!deciso.ok) return ctx.problemi.rispondi(deciso.rifiuto);
    await registraEventi(ctx, stores, held.giovane, { prima: held.adesione, eventi: deciso.value });
    return FATTO;
  });
}

const isScegliibile = async (stores: Stores, id: OperatoreId | null): Promise<boolean> =>
  id === null || ((await stores.operatori.get(id))?.attivo ?? false);

const aderisciWith =
  (ctx: Contesto): Mie["aderisci"] =>
  (soggetto, { recapiti, operatoreId }) =>
    ctx.uow.transaction(async (stores) => {
      const anagrafica = identitaDi(soggetto);
      if (!(await isScegliibile(stores, operatoreId)))
        return ctx.problemi.rispondi(OPERATORE_SCONOSCIUTO);
      const giovane = await lockGiovane(ctx, stores, anagrafica, recapiti);
      const altre = await stores.adesioni.by("giovaneId", giovane.id);
      const id = ctx.random.uuid() as AdesioneRow["id"];
      const chi = { id, giovaneId: giovane.id as never, regione: ctx.regione };
      const quando = { dataAdesione: oggi(ctx), dataNascita: anagrafica.dataNascita };
      const comando = { ...chi, ...quando, canale: "regionale" } as const;
      const deciso = regoleAdesione.registra(comando, altre, ctx.regole, adesso(ctx));
      if (!deciso.ok) return ctx.problemi.rispondi(deciso.rifiuto);
      await stores.giovani.put(giovane);
      const nata = await registraEventi(ctx, stores, giovane, {
        prima: null,
        eventi: deciso.value,
      });
      if (nata !== null && operatoreId !== null) {
        const scelto = regoleAdesione.scegliOperatore(nata, operatoreId, adesso(ctx));
        if (!scelto.ok) return ctx.problemi.rispondi(scelto.rifiuto);
        await registraEventi(ctx, stores, giovane, { prima: nata, eventi: scelto.value });
      }
      return { ok: true, valore: { adesioneId: id } };
    });

const mieAdesioniWith =
  (ctx: Contesto): Mie["mieAdesioni"] =>
  (soggetto) =>
    ctx.uow.transaction(async (stores) => {
      const me = await findGiovane(ctx, stores, identitaDi(soggetto).codiceFiscale);
      if (me === null) return { ok: true, valore: { adesioni: [], letture: [], recapiti: null } };
      const mie = await stores.adesioni.by("giovaneId", me.id);
      const adesioni = [];
      for (const una of mie.toReversed()) adesioni.push(await schedaDi(ctx, stores, una));
      const letture = (await stores.letture.by("giovaneId", me.id)).toReversed();
      return {
        ok: true,
        valore: {
          adesioni,
          recapiti: recapitiOf(me),
          letture: letture.map(({ at, chi, ruolo, scopo }) => ({
            at: at as never,
            chi,
            ruolo,
            scopo,
          })),
        },
      };
    });

/** What a giovane does on the regional portal. */
export const operazioniGiovane = (ctx: Contesto): Mie => ({
  aderisci: aderisciWith(ctx),
  mieAdesioni: mieAdesioniWith(ctx),
  operatori: (_soggetto, { cerca }) =>
    ctx.uow.transaction(async (stores) => {
      const operatori = cercaOperatori(await stores.operatori.all(), cerca);
      return { ok: true, valore: { operatori } };
    }),
  scegliOperatore: async (soggetto, { adesioneId, operatoreId }) => {
    const noto = await ctx.uow.transaction((stores) => isScegliibile(stores, operatoreId));
    if (!noto) return ctx.problemi.rispondi(OPERATORE_SCONOSCIUTO);
    return decideMine(ctx, soggetto, adesioneId, (adesione) =>
      regoleAdesione.scegliOperatore(adesione, operatoreId, adesso(ctx)),
    );
  },
  annulla: (soggetto, { adesioneId }) =>
    decideMine(ctx, soggetto, adesioneId, (adesione) =>
      regoleAdesione.cambiaStato(adesione, { a: "D", chi: "giovane" }, adesso(ctx)),
    ),
});
