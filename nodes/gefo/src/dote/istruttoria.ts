import type { Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import { type CivilDate, regoleDote } from "@staffetta/domain";
import { type Comando, esegui, FATTO } from "../casi/comando.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { nomiOf } from "../operatori/nomi.ts";
import { daRidareDi } from "../operatori/scheda.ts";
import { motivoDi } from "../presa/racconta.ts";
import type { TermineRow, TipoTermine } from "../presa/tabelle.ts";
import type { Stores } from "../store.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  | "istruttoria"
  | "ammettiDote"
  | "nonAmmettereDote"
  | "avviaDecadenza"
  | "decidiDecadenza"
  | "revocaDote"
  | "assegnaOperatore"
>;
type Modulo = Readonly<{ chiave: string; adesioneId: string }>;

const ELENCO_MAX = 200;

const comando = (
  ctx: Contesto,
  soggetto: Soggetto,
  { chiave, adesioneId }: Modulo,
  decide: Comando<typeof FATTO>["decide"],
) => esegui(ctx, soggetto, { chiave, adesioneId, valore: FATTO, decide });

function dettaglioDi({ caso }: CasoRow, tipo: TipoTermine): string {
  if (tipo === "decadenza" && caso.preavviso !== null) {
    const { controdeduzioni } = caso.preavviso;
    const risposta = controdeduzioni === null ? "nessuna risposta" : controdeduzioni.testo;
    return `${motivoDi(caso.preavviso)}. Risposta del giovane: ${risposta}`;
  }
  if (tipo === "classe") return "Servizio di profilazione fermo: classe proposta";
  if (tipo === "non-convocato" || tipo === "convocazione")
    return caso.tentativi === 0 ? "Nessun tentativo registrato" : `Tentativi: ${caso.tentativi}`;
  if (tipo !== "cambio") return "DRU firmata";
  return caso.dote?.chiusura?.come === "revocata"
    ? "L'operatore è fermato: la Regione ha chiuso la dote"
    : "Ha rinunciato per continuare con un altro operatore";
}

async function rigaDi(ctx: Contesto, stores: Stores, termine: TermineRow) {
  const riga = await stores.casi.get(termine.adesioneId);
  if (riga === null) throw new Error(`manca il caso ${termine.adesioneId}`);
  const { preavviso, dote, adesioneId } = riga.caso;
  return {
    ...{ adesioneId, persona: `${riga.cognome} ${riga.nome}`, operatore: riga.operatoreId },
    protocollo: dote?.protocollo ?? "",
    dal: termine.il as CivilDate,
    dettaglio: dettaglioDi(riga, termine.tipo),
    decidibile:
      preavviso === null || preavviso.controdeduzioni !== null || preavviso.entro < oggi(ctx),
  };
}

/** Whom the stopped operatori leave behind, with what the desk may do. */
async function fermatiDi(ctx: Contesto, stores: Stores, nomi: ReadonlyMap<string, string>) {
  const righe = [];
  const enti = await stores.enti.all();
  for (const { operatoreId, stato } of enti) {
    if (stato === "accreditato") continue;
    for (const { adesioneId, nome, cognome, perche } of await daRidareDi(stores, operatoreId))
      righe.push({
        ...{ adesioneId, persona: `${cognome} ${nome}`, protocollo: "", dal: oggi(ctx) },
        ...{ operatore: nomi.get(operatoreId) ?? operatoreId, operatoreId, dettaglio: perche },
        decidibile: true,
      });
  }
  return righe.slice(0, ELENCO_MAX);
}

const istruttoriaWith =
  (ctx: Contesto): Ops["istruttoria"] =>
  () =>
    ctx.uow.transaction(async (stores) => {
      const nomi = await nomiOf(stores);
      /** @param prima only those whose day is before this one */
      const di = async (tipo: TipoTermine, prima?: CivilDate) => {
        const righe = [];
        for (const termine of await stores.elenchi.presa.inAttesa(tipo, ELENCO_MAX)) {
          if (prima !== undefined && (termine.il ?? prima) >= prima) break;
          const riga = await rigaDi(ctx, stores, termine);
          righe.push({ ...riga, operatore: nomi.get(riga.operatore) ?? riga.operatore });
        }
        return righe;
      };
      const valore = {
        verifiche: await di("verifica"),
        decadenze: await di("decadenza"),
        classi: await di("classe"),
        cambi: await di("cambio"),
        fermati: await fermatiDi(ctx, stores, nomi),
        // Those of whom the night has told, and those whose day has passed since.
        nonConvocati: [...(await di("non-convocato")), ...(await di("convocazione", oggi(ctx)))],
      };
      return { ok: true, valore: valore as never };
    });

/** The Region's desk on a dote: admits, forfeits, withdraws, entrusts to another operatore. */
export const operazioniIstruttoria = (ctx: Contesto): Ops => ({
  istruttoria: istruttoriaWith(ctx),
  ammettiDote: (soggetto, modulo) =>
    comando(ctx, soggetto, modulo, ({ caso }) => regoleDote.ammettiDote(caso, adesso(ctx))),
  nonAmmettereDote: (soggetto, { motivazione, ...modulo }) =>
    comando(ctx, soggetto, modulo, ({ caso }) =>
      regoleDote.nonAmmettereDote(caso, motivazione, adesso(ctx)),
    ),
  avviaDecadenza: (soggetto, { motivo, nota, ...modulo }) =>
    comando(ctx, soggetto, modulo, ({ caso }, regole) =>
      regoleDote.avviaDecadenza(caso, { motivo, nota }, regole, adesso(ctx)),
    ),
  decidiDecadenza: (soggetto, { motivazione, ...modulo }) =>
    comando(ctx, soggetto, modulo, ({ caso }) =>
      regoleDote.decidiDecadenza(caso, motivazione, adesso(ctx)),
    ),
  revocaDote: (soggetto, { motivazione, ...modulo }) =>
    comando(ctx, soggetto, modulo, ({ caso }) =>
      regoleDote.revocaDote(caso, motivazione, adesso(ctx)),
    ),
  assegnaOperatore: (soggetto, { operatoreId, ...modulo }) =>
    comando(ctx, soggetto, modulo, async ({ caso }, _, stores) => {
      const operatore = await stores.operatori.get(operatoreId);
      if (operatore === null || !operatore.attivo)
        return { ok: false, rifiuto: { code: "operatore.sconosciuto" } };
      return regoleDote.assegnaOperatore(caso, operatoreId, adesso(ctx));
    }),
});
