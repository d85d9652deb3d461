import type { Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import {
  type Caso,
  checkAperto,
  checkNuovaDote,
  type DoteId,
  dayInRome,
  type OperatoreId,
  ok,
  regoleCaso,
  regoleDote,
  type ServizioId,
} from "@staffetta/domain";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { esegui, FATTO, isMio } from "../casi/comando.ts";
import { personaOf } from "../casi/registra-evento.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { accoda } from "../denaro/coda.ts";
import { notifica } from "../notifiche/notifica.ts";
import { abilitazioneDi, enteDi } from "../operatori/ente.ts";
import { nomiOf } from "../operatori/nomi.ts";
import { chiFirma, conservaDocumento, preparaDocumento } from "../presa/documenti.ts";
import { druDi, firmanti, rinunciaDi } from "../presa/modelli.ts";
import { leggiPerFirma } from "../presa/operazioni.ts";
import type { Stores } from "../store.ts";
import { operazioniPiano } from "./piano.ts";
import { prossimoProtocollo } from "./protocollo.ts";
import type { PianoRow } from "./tabelle.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  | "piano"
  | "calcolaPiano"
  | "salvaPiano"
  | "inviaDote"
  | "lasciaCoda"
  | "rinunciaDote"
  | "sospendiDote"
  | "riprendiDote"
>;

const SCONOSCIUTO = { code: "caso.sconosciuto" } as const;

const chiesti = (ctx: Contesto, bozza: PianoRow) =>
  bozza.righe.map(({ misura, oreUnita, erogatoreId }) => ({
    ...{ id: ctx.random.uuid() as ServizioId, misura, oreUnita },
    erogatoreId: erogatoreId as OperatoreId | null,
  }));

/** The draft as it was read, or the refusal when somebody has changed it since. */
function checkBozza(bozza: PianoRow | null, version: number, { operatoreId }: CasoRow) {
  if (bozza?.operatoreId !== operatoreId)
    return { ok: false, rifiuto: { code: "dote.senza-servizi" } } as const;
  if (bozza.version === version) return ok(bozza);
  const fatti = { version: bozza.version, chi: bozza.aggiornatoDa, differenze: "" };
  return { ok: false, rifiuto: { code: "piano.cambiato", ...fatti } } as const;
}

const decidiInvio = (ctx: Contesto, riga: CasoRow, bozza: PianoRow, doteId: DoteId) => ({
  ...{ id: doteId, protocollo: "", servizi: chiesti(ctx, bozza) },
  dataNascita: personaOf(ctx, riga).anagrafica.dataNascita,
});

const leggiBozza = (ctx: Contesto, soggetto: Soggetto, adesioneId: string) =>
  ctx.uow.transaction(async (stores) => {
    const riga = await stores.casi.get(adesioneId);
    if (riga === null || !isMio(riga, soggetto)) return null;
    return {
      riga,
      bozza: await stores.piani.get(adesioneId),
      regole: await regoleDelCaso(ctx, stores, riga.caso),
      chi: await chiFirma(ctx, stores, riga, soggetto),
      nomi: await nomiOf(stores),
    };
  });

/** What must hold beside the case: a notice is open, and this operatore may begin these measures. */
async function checkInvio(stores: Stores, operatoreId: string, caso: Caso, { righe }: PianoRow) {
  const aperto = checkAperto(await stores.avvisi.all(), caso.dataAdesione);
  if (!aperto.ok) return aperto;
  const abilitazione = abilitazioneDi(await enteDi(stores, operatoreId));
  return checkNuovaDote(
    abilitazione,
    righe.map(({ misura }) => misura),
  );
}

/**
 * The legal representative signs the DRU and sends the dote. The document is printed before the command,
 * from the draft of that version; the number is taken last, inside it.
 */
const inviaWith =
  (ctx: Contesto): Ops["inviaDote"] =>
  async (soggetto, { chiave, adesioneId, version }) => {
    const letto = await leggiBozza(ctx, soggetto, adesioneId);
    if (letto === null) return ctx.problemi.rispondi(SCONOSCIUTO);
    const doteId = ctx.random.uuid() as DoteId;
    const { riga, regole, chi, nomi } = letto;
    const { patto } = riga.caso;
    const vuoto = { doteId, protocollo: "", numeroInCoda: null as number | null };
    const bozza = checkBozza(letto.bozza, version, riga);
    const prova = bozza.ok
      ? regoleCaso.inviaDote(
          riga.caso,
          decidiInvio(ctx, riga, bozza.value, doteId),
          regole,
          adesso(ctx),
        )
      : bozza;
    if (!prova.ok || !bozza.ok || patto === null)
      return esegui(ctx, soggetto, {
        ...{ chiave, adesioneId, valore: { ...vuoto, documentoId: chiave } },
        // A key that was used already has its answer; otherwise this is why not.
        decide: () => (prova.ok ? { ok: false, rifiuto: SCONOSCIUTO } : prova),
      });
    const righe = bozza.value.righe.map((una) => ({
      ...una,
      erogatore: nomi.get(una.erogatoreId ?? riga.operatoreId) ?? chi.operatore.denominazione,
    }));
    const modello = druDi({
      ...{ chi, on: dayInRome(adesso(ctx)), at: adesso(ctx), metodo: ctx.firma.metodo, regole },
      ...{ fascia: patto.fascia, dataPatto: patto.data, righe, version },
    });
    const legale = { chi: chi.addetto, qualita: "legale rappresentante o delegato" };
    const documento = await preparaDocumento(ctx, modello, {
      ...{ tipo: "dru", chi: chi.addetto, firmanti: [legale] },
    });
    return esegui(ctx, soggetto, {
      ...{ chiave, adesioneId },
      valore: (evento) => ({
        doteId,
        protocollo: evento.tipo === "dote-inviata" ? evento.dote.protocollo : "",
        documentoId: documento.id,
        numeroInCoda: null as number | null,
      }),
      verifica: (stores, { operatoreId, caso }) =>
        checkInvio(stores, operatoreId, caso, bozza.value),
      senzaDenaro: async (stores, riga_, evento) => {
        const { numero, ...accodata } = await accoda(ctx, stores, riga_, evento);
        await notifica(ctx, stores, riga_, {
          ...{ chiave: `coda/${doteId}`, modello: "avviso" },
          dati: {
            titolo: `la tua dote ha il numero ${numero}`,
            messaggio: `il denaro per la tua dote non basta per tutti, adesso. La tua ha il numero ${numero} nella coda: parte da sola quando tocca a lei, e te lo scriviamo. Non devi fare niente.`,
          },
        });
        const protocollo = evento.tipo === "dote-inviata" ? evento.dote.protocollo : "";
        const valore = { doteId, protocollo, documentoId: documento.id, numeroInCoda: numero };
        return { ...accodata, valore };
      },
      decide: async (riga_, regoleOra, stores) => {
        const ora = checkBozza(await stores.piani.lock(adesioneId), version, riga_);
        if (!ora.ok) return ora;
        const comando = decidiInvio(ctx, riga_, ora.value, doteId);
        const deciso = regoleCaso.inviaDote(riga_.caso, comando, regoleOra, adesso(ctx));
        if (!deciso.ok) return deciso;
        const protocollo = await prossimoProtocollo(ctx, stores, riga_, doteId);
        return regoleCaso.inviaDote(riga_.caso, { ...comando, protocollo }, regoleOra, adesso(ctx));
      },
      conserva: (stores, { caso }) => conservaDocumento(ctx, stores, caso, documento),
    });
  };

const rinunciaWith =
  (ctx: Contesto): Ops["rinunciaDote"] =>
  async (soggetto, { chiave, adesioneId, dataRinuncia: on, nota, perCambio: cambio }) => {
    const letto = await leggiPerFirma(ctx, soggetto, adesioneId);
    if (letto === null) return ctx.problemi.rispondi(SCONOSCIUTO);
    const { riga, chi } = letto;
    const perCambio = cambio !== undefined;
    const comando = (documentoId: string) => ({ on, nota, documentoId, perCambio });
    const prova = regoleDote.rinunciaDote(riga.caso, comando(""), adesso(ctx));
    if (!prova.ok || riga.caso.dote === null)
      return esegui(ctx, soggetto, {
        ...{ chiave, adesioneId, valore: { documentoId: chiave } },
        decide: ({ caso }) => regoleDote.rinunciaDote(caso, comando(""), adesso(ctx)),
      });
    const { protocollo } = riga.caso.dote;
    const modello = rinunciaDi({
      ...{ chi, on, at: adesso(ctx), metodo: ctx.firma.metodo, protocollo, nota, perCambio },
    });
    const documento = await preparaDocumento(ctx, modello, {
      ...{ tipo: "rinuncia", chi: chi.addetto, firmanti: firmanti(chi) },
    });
    return esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: { documentoId: documento.id } },
      decide: ({ caso }) => regoleDote.rinunciaDote(caso, comando(documento.id), adesso(ctx)),
      conserva: (stores, { caso }) => conservaDocumento(ctx, stores, caso, documento),
    });
  };

/** The plan of services, its sending, and what may happen to a dote at the operatore's desk. */
export const operazioniDote = (ctx: Contesto): Ops => ({
  ...operazioniPiano(ctx),
  inviaDote: inviaWith(ctx),
  rinunciaDote: rinunciaWith(ctx),
  lasciaCoda: (soggetto, { chiave, adesioneId }) =>
    esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: FATTO },
      decide: ({ caso }) => regoleCaso.lasciaCoda(caso, adesso(ctx)),
    }),
  sospendiDote: (soggetto, { chiave, adesioneId, dal, motivo }) =>
    esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: FATTO },
      decide: ({ caso }, regole) =>
        regoleDote.sospendiDote(caso, { dal, motivo }, regole, adesso(ctx)),
    }),
  riprendiDote: (soggetto, { chiave, adesioneId, al }) =>
    esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: FATTO },
      decide: ({ caso }, regole) => regoleDote.riprendiDote(caso, al, regole, adesso(ctx)),
    }),
});
