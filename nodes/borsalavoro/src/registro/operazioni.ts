import type { Implementazione, OperazioniBorsaLavoro, Soggetto } from "@staffetta/contracts";
import { daysBetween, regoleAdesione, type StatoAdesione } from "@staffetta/domain";
import { nomeDi, readCursore, writeCursore } from "@staffetta/nodo";
import { FATTO } from "../adesione/operazioni.ts";
import { lockAdesione, registraEventi } from "../adesione/registra-eventi.ts";
import { schedaDi } from "../adesione/scheda.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { anagraficaOf, findGiovane, recapitiOf } from "../giovani.ts";
import type { Stores } from "../store.ts";
import type { RigaElenco } from "./elenco.ts";

type Registro = Pick<
  Implementazione<OperazioniBorsaLavoro>,
  "registro" | "trovaPersona" | "scheda" | "chiudi" | "ripristina" | "compiti" | "chiudiCompito"
>;

const PAGINA_ROWS = 25;
const CONSEGNE_MAX = 50;

const cursorOf = ({ dataAdesione: giorno, adesioneId: id }: RigaElenco): string =>
  writeCursore({ giorno, id });

const registroWith =
  (ctx: Contesto): Registro["registro"] =>
  (_soggetto, { stato, cognome, dopo }) =>
    ctx.uow.transaction(async (stores) => {
      const filtro = { stato, cognome, dopo: readCursore(dopo), limit: PAGINA_ROWS + 1 };
      const found = await stores.registro.list(filtro);
      const shown = found.slice(0, PAGINA_ROWS);
      const last = found.length > PAGINA_ROWS ? shown.at(-1) : undefined;
      const operatori = new Map((await stores.operatori.all()).map((one) => [one.id, one]));
      const today = oggi(ctx);
      const righe = shown.map(({ operatoreId, ...riga }) => ({
        ...riga,
        operatore:
          operatoreId === null ? null : (operatori.get(operatoreId)?.denominazione ?? operatoreId),
        attesaDays: riga.stato === "A" ? daysBetween(riga.dataAdesione as never, today) : null,
      }));
      const perStato = await stores.registro.countByStato();
      const valore = { righe, dopo: last === undefined ? null : cursorOf(last), perStato };
      return { ok: true, valore: valore as never };
    });

export const annotaLettura = (
  ctx: Contesto,
  stores: Stores,
  soggetto: Soggetto,
  lettura: Readonly<{ giovaneId: string; scopo: string }>,
): Promise<void> =>
  stores.letture.insert({
    id: ctx.random.uuid(),
    at: adesso(ctx),
    chi: nomeDi(soggetto),
    ruolo: soggetto.ruolo,
    ...lettura,
  });

const schedaWith =
  (ctx: Contesto): Registro["scheda"] =>
  (soggetto, { adesioneId, scopo }) =>
    ctx.uow.transaction(async (stores) => {
      const adesione = await stores.adesioni.get(adesioneId);
      const giovane = adesione === null ? null : await stores.giovani.get(adesione.giovaneId);
      if (adesione === null || giovane === null)
        return ctx.problemi.rispondi({ code: "adesione.sconosciuta" });
      await annotaLettura(ctx, stores, soggetto, { giovaneId: giovane.id, scopo });
      const eventi = await stores.eventi.by("adesioneId", adesioneId);
      const consegne = await stores.coop.listConsegne(giovane.id, CONSEGNE_MAX);
      const valore = {
        scheda: await schedaDi(ctx, stores, adesione),
        anagrafica: anagraficaOf(ctx, giovane),
        recapiti: recapitiOf(giovane),
        eventi: eventi
          .map(({ id: _, adesioneId: __, ...evento }) => evento)
          .sort((a, b) => b.version - a.version),
        consegne,
      };
      return { ok: true, valore: valore as never };
    });

/** A change made at the desk of the region, always with its reason. */
const cambiaWith =
  (ctx: Contesto) =>
  (adesioneId: string, a: StatoAdesione, motivo: string): ReturnType<Registro["chiudi"]> =>
    ctx.uow.transaction(async (stores) => {
      const held = await lockAdesione(stores, adesioneId);
      if (held === null) return ctx.problemi.rispondi({ code: "adesione.sconosciuta" });
      const { adesione, giovane } = held;
      if (a === "A") {
        const aperta = regoleAdesione.apertaFra(await stores.adesioni.by("giovaneId", giovane.id));
        if (aperta !== null) return ctx.problemi.rispondi(aperta);
      }
      const deciso = regoleAdesione.cambiaStato(
        adesione,
        { a, chi: "regione", motivo },
        adesso(ctx),
      );
      if (!deciso.ok) return ctx.problemi.rispondi(deciso.rifiuto);
      await registraEventi(ctx, stores, giovane, { prima: adesione, eventi: deciso.value });
      return FATTO;
    });

/** The desk of the region. */
export function operazioniRegistro(ctx: Contesto): Registro {
  const cambia = cambiaWith(ctx);
  return {
    registro: registroWith(ctx),
    trovaPersona: (soggetto, { codiceFiscale, scopo }) =>
      ctx.uow.transaction(async (stores) => {
        const giovane = await findGiovane(ctx, stores, codiceFiscale);
        if (giovane === null) return { ok: true, valore: { adesioni: [] } };
        await annotaLettura(ctx, stores, soggetto, { giovaneId: giovane.id, scopo });
        const adesioni = await stores.adesioni.by("giovaneId", giovane.id);
        return { ok: true, valore: { adesioni: adesioni.map(({ id }) => id) } };
      }),
    scheda: schedaWith(ctx),
    chiudi: (_soggetto, { adesioneId, stato, motivo }) => cambia(adesioneId, stato, motivo),
    ripristina: (_soggetto, { adesioneId, motivo }) => cambia(adesioneId, "A", motivo),
    compiti: () =>
      ctx.uow.transaction(async (stores) => {
        const compiti = (await stores.compiti.all()).filter(({ chiuso }) => !chiuso);
        return { ok: true, valore: { compiti: compiti.toReversed() as never } };
      }),
    chiudiCompito: (_soggetto, { id }) =>
      ctx.uow.transaction(async (stores) => {
        const compito = await stores.compiti.lock(id);
        if (compito === null) return ctx.problemi.rispondi({ code: "compito.sconosciuto" });
        await stores.compiti.put({ ...compito, chiuso: true });
        return FATTO;
      }),
  };
}
