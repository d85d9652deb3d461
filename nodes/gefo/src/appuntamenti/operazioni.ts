import type { Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import {
  addDays,
  addMs,
  type CivilDate,
  checkChiusuraSede,
  checkConvocabile,
  dayInRome,
  type EsitoContatto,
  giustificabileEntro,
  instantInRome,
  ok,
  type Result,
  refuse,
  regoleCaso,
} from "@staffetta/domain";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { FATTO } from "../casi/comando.ts";
import { registraEvento } from "../casi/registra-evento.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { addettoDi } from "../lavoro/chi.ts";
import { type EsitoRiga, lockMia } from "../lavoro/insieme.ts";
import { unoAllaVolta } from "../lavoro/uno-alla-volta.ts";
import { notifica } from "../notifiche/notifica.ts";
import { checkFermo } from "../operatori/ente.ts";
import type { Stores } from "../store.ts";
import { apertoDi, chiudi } from "./chiudi.ts";
import { type Rifiuto, tutto, unaVolta } from "./esegui.ts";
import { lockCalendario, prendiPosto, segnaSede, serviAttesa, turniLiberi } from "./fissa.ts";
import { lettureAppuntamenti } from "./letture.ts";
import { quandoDi } from "./parole.ts";
import { spostaPosto } from "./sposta.ts";
import type { AppuntamentoRow } from "./tabelle.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  | "agenda"
  | "turniLiberi"
  | "appuntamentoIcs"
  | "fissaAppuntamento"
  | "spostaAppuntamento"
  | "annullaAppuntamento"
  | "registraPresenza"
  | "mettiInAttesa"
  | "convocaCasi"
  | "chiudiSede"
>;
async function casoMio(
  stores: Stores,
  operatoreId: string,
  adesioneId: string,
): Promise<CasoRow | null> {
  const caso = await stores.casi.lock(adesioneId);
  return caso?.operatoreId === operatoreId ? caso : null;
}

const SCONOSCIUTO = refuse({ code: "appuntamento.sconosciuto" });
const CASO_SCONOSCIUTO = refuse({ code: "caso.sconosciuto" });

/** A case that this operatore may convene: it waits for its interview, and nobody has stopped the operatore. */
async function daConvocare(
  stores: Stores,
  operatoreId: string,
  adesioneId: string,
): Promise<Result<CasoRow, Rifiuto>> {
  const caso = await casoMio(stores, operatoreId, adesioneId);
  if (caso === null) return CASO_SCONOSCIUTO;
  const lecito = await checkFermo(stores, operatoreId);
  if (!lecito.ok) return lecito;
  const convocabile = checkConvocabile(caso.caso);
  return convocabile.ok ? ok(caso) : convocabile;
}

/** The appointment and its case, held in the order in which everybody holds them: the case first. */
async function mio(
  stores: Stores,
  operatoreId: string,
  id: string,
): Promise<Readonly<{ row: AppuntamentoRow; caso: CasoRow }> | null> {
  const letto = await stores.appuntamenti.get(id);
  if (letto?.operatoreId !== operatoreId) return null;
  const caso = await casoMio(stores, operatoreId, letto.adesioneId);
  const row = await stores.appuntamenti.lock(id);
  return row === null || caso === null ? null : { row, caso };
}

/** What happened at the appointment is a contact of the case, when the case is still open to one. */
async function contatto(
  ctx: Contesto,
  stores: Stores,
  { row, caso }: Readonly<{ row: AppuntamentoRow; caso: CasoRow }>,
  esito: EsitoContatto,
  chi: string,
): Promise<Result<null, Rifiuto>> {
  const deciso = regoleCaso.registraContatto(caso.caso, { esito, at: row.inizio }, adesso(ctx));
  if (!deciso.ok) return ok(null);
  const prova = `Appuntamento ${row.id}`;
  const circostanze = {
    chi,
    contatto: { id: ctx.random.uuid(), canale: "sportello", nota: "", prova },
  } as const;
  const storia = { prima: caso, evento: deciso.value };
  const scritto = await registraEvento(ctx, stores, storia, circostanze);
  return scritto.ok ? ok(null) : scritto;
}

const VENUTO = {
  si: { poi: "ER", esito: "colloquio" },
  no: { poi: "NP", esito: "mancata-presentazione" },
} as const;

const presenzaWith =
  (ctx: Contesto): Ops["registraPresenza"] =>
  (soggetto, { chiave, appuntamentoId, venuto }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const { operatoreId, chi } = addettoDi(ctx, soggetto);
      const trovato = await mio(stores, operatoreId, appuntamentoId);
      if (trovato === null) return SCONOSCIUTO;
      const { poi, esito } = VENUTO[venuto];
      const chiuso = await chiudi(ctx, stores, trovato.row, { poi, motivo: null, rimedio: null });
      if (!chiuso.ok) return chiuso;
      if (poi === "NP") await scriviAssenza(ctx, stores, trovato);
      const scritto = await contatto(ctx, stores, trovato, esito, chi);
      return scritto.ok ? ok(FATTO) : scritto;
    });

async function scriviAssenza(
  ctx: Contesto,
  stores: Stores,
  { row, caso }: Readonly<{ row: AppuntamentoRow; caso: CasoRow }>,
): Promise<void> {
  const { contatti } = await regoleDelCaso(ctx, stores, caso.caso);
  const entro = giustificabileEntro(dayInRome(row.inizio), contatti);
  await notifica(ctx, stores, caso, {
    ...{ chiave: `${row.id}/assente`, modello: "mancata-presentazione" },
    dati: { quando: quandoDi(row.inizio), entro: entro.split("-").reverse().join("/") },
  });
}

const cambiaWith = (ctx: Contesto): Pick<Ops, "spostaAppuntamento" | "annullaAppuntamento"> => ({
  spostaAppuntamento: (soggetto, { chiave, appuntamentoId, inizio, motivo }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const { operatoreId, chi } = addettoDi(ctx, soggetto);
      const trovato = await mio(stores, operatoreId, appuntamentoId);
      if (trovato === null) return SCONOSCIUTO;
      const { sede } = trovato.row;
      return spostaPosto(ctx, stores, trovato, { sede, inizio, motivo, chi });
    }),
  annullaAppuntamento: (soggetto, { chiave, appuntamentoId, chi: daChi, motivo }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const { operatoreId } = addettoDi(ctx, soggetto);
      const trovato = await mio(stores, operatoreId, appuntamentoId);
      if (trovato === null) return SCONOSCIUTO;
      const rimedio = "chiamaci: fissiamo un altro giorno.";
      const poi = daChi === "giovane" ? "DC" : "DI";
      const chiuso = await chiudi(ctx, stores, trovato.row, { poi, motivo, rimedio });
      if (!chiuso.ok) return chiuso;
      await serviAttesa(ctx, stores, trovato.row.sede);
      return ok(FATTO);
    }),
});

const fissaWith = (ctx: Contesto): Pick<Ops, "fissaAppuntamento" | "mettiInAttesa"> => ({
  fissaAppuntamento: (soggetto, { chiave, adesioneId, sede, inizio }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const { operatoreId, chi } = addettoDi(ctx, soggetto);
      const trovato = await daConvocare(stores, operatoreId, adesioneId);
      if (!trovato.ok) return trovato;
      const comando = { caso: trovato.value, sede, inizio, chi, modello: "convocazione" } as const;
      const preso = await prendiPosto(ctx, stores, comando);
      return preso.ok ? ok({ appuntamentoId: preso.value.id }) : preso;
    }),
  mettiInAttesa: (soggetto, { adesioneId, sede }) =>
    tutto(ctx, async (stores) => {
      const { operatoreId } = addettoDi(ctx, soggetto);
      const trovato = await daConvocare(stores, operatoreId, adesioneId);
      if (!trovato.ok) return trovato;
      if ((await lockCalendario(stores, operatoreId, sede)) === null)
        return refuse({ code: "calendario.sconosciuto" });
      const aperto = await apertoDi(stores, adesioneId);
      if (aperto !== null)
        return refuse({ ...{ code: "appuntamento.gia-fissato", inizio: aperto.inizio } });
      if ((await stores.attesePosto.get(adesioneId)) === null)
        await stores.attesePosto.insert({ adesioneId, operatoreId, sede, at: adesso(ctx) });
      await segnaSede(stores, adesioneId, sede);
      await serviAttesa(ctx, stores, sede);
      return ok(FATTO);
    }),
});

interface Insieme {
  readonly chiave: string;
  readonly sede: string;
  readonly dal: string;
}

async function convocaUno(
  ctx: Contesto,
  soggetto: Soggetto,
  adesioneId: string,
  { chiave, sede, dal }: Insieme,
): Promise<EsitoRiga> {
  const { operatoreId, chi } = addettoDi(ctx, soggetto);
  let persona = "—";
  const esito = await unaVolta(ctx, chiave, async (stores) => {
    const caso = await casoMio(stores, operatoreId, adesioneId);
    if (caso === null || (await lockMia(stores, operatoreId, adesioneId)) === null)
      return CASO_SCONOSCIUTO;
    persona = `${caso.cognome} ${caso.nome}`;
    const lecito = await checkFermo(stores, operatoreId);
    if (!lecito.ok) return lecito;
    const calendario = await lockCalendario(stores, operatoreId, sede);
    if (calendario === null) return refuse({ code: "calendario.sconosciuto" });
    const [turno] = await turniLiberi(ctx, stores, calendario, dal, 1);
    if (turno === undefined) return refuse({ code: "appuntamento.nessun-posto" });
    const { inizio } = turno;
    const comando = { caso, sede, inizio, chi, modello: "convocazione" } as const;
    const preso = await prendiPosto(ctx, stores, comando);
    return preso.ok ? ok({ persona, detto: `Convocato ${quandoDi(inizio)}.` }) : preso;
  });
  if (esito.ok) return { adesioneId, fatto: true, ...esito.valore };
  return { adesioneId, persona, fatto: false, detto: esito.problema.detail };
}

const convocaWith =
  (ctx: Contesto): Ops["convocaCasi"] =>
  (soggetto, { sede, dal, ...insieme }) =>
    unoAllaVolta(ctx, insieme, (adesioneId, chiave) =>
      convocaUno(ctx, soggetto, adesioneId, { chiave, sede, dal }),
    );

/** Whoever was booked in those days is told why and waits for the first place, in the order of before. */
const chiudiSedeWith =
  (ctx: Contesto): Ops["chiudiSede"] =>
  (soggetto, { sede, dal, al, motivo }) =>
    tutto(ctx, async (stores) => {
      const { operatoreId } = addettoDi(ctx, soggetto);
      const calendario = await lockCalendario(stores, operatoreId, sede);
      if (calendario === null) return refuse({ code: "calendario.sconosciuto" });
      const date = checkChiusuraSede({ dal, al }, oggi(ctx));
      if (!date.ok) return date;
      const chiusure = [...calendario.chiusure, { dal, al, motivo }];
      await stores.calendari.put({ ...calendario, chiusure, version: calendario.version + 1 });
      const inizio = instantInRome(dal, "00:00");
      const fine = instantInRome(addDays(al as CivilDate, 1), "00:00");
      const coperti = await stores.elenchi.appuntamenti.fissati(sede, inizio, fine);
      const rimedio = "ti diamo noi il primo posto libero e ti scriviamo.";
      for (const [i, row] of coperti.entries()) {
        const chiuso = await chiudi(ctx, stores, row, { poi: "DI", motivo, rimedio });
        if (!chiuso.ok) return chiuso;
        const at = addMs(adesso(ctx), i);
        await stores.attesePosto.put({ adesioneId: row.adesioneId, operatoreId, sede, at });
      }
      await serviAttesa(ctx, stores, sede);
      return ok({ annullati: coperti.length });
    });

/** Who comes when. */
export const operazioniAppuntamenti = (ctx: Contesto): Ops => ({
  ...lettureAppuntamenti(ctx),
  ...fissaWith(ctx),
  ...cambiaWith(ctx),
  registraPresenza: presenzaWith(ctx),
  convocaCasi: convocaWith(ctx),
  chiudiSede: chiudiSedeWith(ctx),
});
