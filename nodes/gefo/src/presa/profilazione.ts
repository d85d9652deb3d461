import type { Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import {
  ageOn,
  classeDi,
  type Instant,
  type Profilazione,
  regoleCaso,
  regoleFascicolo,
} from "@staffetta/domain";
import { accoda, autoreDi, borsaLavoroDi, nomeDi } from "@staffetta/nodo";
import { esegui, FATTO, isMio } from "../casi/comando.ts";
import { personaOf } from "../casi/persona.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { parolaDegliInput } from "./parole.ts";
import type { DatiProfilazione, ProfilazioneRow } from "./tabelle.ts";
import { termineDi } from "./termini.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "profila" | "proponiClasse" | "confermaClasse">;
type Risposta = NonNullable<DatiProfilazione["risposta"]>;

const rowOf = (
  ctx: Contesto,
  soggetto: Soggetto,
  adesioneId: string,
  { esito, dati }: Pick<ProfilazioneRow, "esito" | "dati">,
): ProfilazioneRow => ({
  ...{ id: ctx.random.uuid(), adesioneId, at: adesso(ctx), chi: nomeDi(soggetto), esito },
  dati: { ...dati, chiId: autoreDi(soggetto).id },
});

const isSua = ({ chi, dati: { chiId } }: ProfilazioneRow, soggetto: Soggetto): boolean =>
  chiId === undefined ? chi === nomeDi(soggetto) : chiId === autoreDi(soggetto).id;

const toProfilazione = ({ id, at, chi, esito, dati }: ProfilazioneRow): Profilazione => ({
  ...{ id, simulata: dati.simulata, richiestaAt: at as Instant, richiestaDa: chi },
  origine: esito === "deroga" ? "deroga" : "servizio",
  input: dati.input,
  risposta: dati.risposta as Risposta,
});

/** The record, and what the giovane must be able to see of it. */
async function conserva(ctx: Contesto, stores: Stores, row: ProfilazioneRow): Promise<void> {
  await stores.profilazioni.insert(row);
  const { classe, metodo, validoDal } = row.dati.risposta as Risposta;
  accoda(stores.uscita, "profilazione.v1", {
    destinatario: borsaLavoroDi(ctx.regione),
    persona: row.adesioneId,
    corpo: {
      ...{ profilazioneId: row.id, adesioneId: row.adesioneId as never, classe, metodo, validoDal },
      ...{ simulata: row.dati.simulata, input: parolaDegliInput(row.dati.input) },
      at: row.at as Instant,
    },
  });
}

const profilaWith =
  (ctx: Contesto): Ops["profila"] =>
  async (soggetto, { chiave, adesioneId, ...dichiarati }) => {
    const riga = await ctx.uow.transaction((stores) => stores.casi.get(adesioneId));
    if (riga === null || !isMio(riga, soggetto))
      return ctx.problemi.rispondi({ code: "caso.sconosciuto" });
    const aperto = regoleCaso.checkPasso(riga.caso, "profila");
    if (!aperto.ok) return ctx.problemi.rispondi(aperto.rifiuto);
    // Age and gender are the registry's: nobody types them.
    const { dataNascita, sesso } = personaOf(ctx, riga).anagrafica;
    const input = { ...dichiarati, etaYears: ageOn(dataNascita, oggi(ctx)), sesso };
    const dati = { input, simulata: ctx.profilazione.simulato, motivazione: null };
    // Outside any transaction: the service may be slow.
    const risposta = await ctx.profilazione.chiedi(input, ctx).catch(() => null);
    if (risposta === null) {
      const guasto = { esito: "guasto", dati: { ...dati, risposta } } as const;
      await ctx.uow.transaction((stores) =>
        stores.profilazioni.insert(rowOf(ctx, soggetto, adesioneId, guasto)),
      );
      return ctx.problemi.rispondi({ code: "profilazione.servizio-fermo" });
    }
    const row = rowOf(ctx, soggetto, adesioneId, {
      ...{ esito: "risposta", dati: { ...dati, risposta } },
    });
    const { classe, metodo } = risposta;
    return esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: { classe, metodo, simulata: dati.simulata } },
      decide: ({ caso }) =>
        regoleFascicolo.profila(caso, classeDi(toProfilazione(row)), adesso(ctx)),
      conserva: (stores) => conserva(ctx, stores, row),
    });
  };

/** Of two written in the same millisecond, the one that follows from the other is the later. */
const SEGUITO = ["risposta", "guasto", "proposta", "deroga"] as const;
const dopo = (a: ProfilazioneRow, b: ProfilazioneRow): number =>
  a.at === b.at ? SEGUITO.indexOf(a.esito) - SEGUITO.indexOf(b.esito) : a.at < b.at ? -1 : 1;

const ultima = async (stores: Stores, adesioneId: string): Promise<ProfilazioneRow | undefined> =>
  (await stores.profilazioni.by("adesioneId", adesioneId)).toSorted(dopo).at(-1);

const DEROGA = "deroga della Regione, servizio non disponibile";

/** First of the two persons: only when the last request to the service has failed. */
const proponiWith =
  (ctx: Contesto): Ops["proponiClasse"] =>
  (soggetto, { chiave, adesioneId, classe, motivazione }) =>
    ctx.uow.transaction(async (stores) => {
      const riga = await stores.casi.lock(adesioneId);
      if (riga === null) return ctx.problemi.rispondi({ code: "caso.sconosciuto" });
      if ((await stores.chiavi.get(chiave)) !== null) return { ok: true, valore: FATTO };
      const aperto = regoleCaso.checkPasso(riga.caso, "profila");
      if (!aperto.ok) return ctx.problemi.rispondi(aperto.rifiuto);
      const guasto = await ultima(stores, adesioneId);
      if (guasto?.esito !== "guasto")
        return ctx.problemi.rispondi({ code: "profilazione.servizio-funziona" });
      const id = ctx.random.uuid();
      const risposta = {
        ...{ servizioId: id, metodo: DEROGA, indice: 0, classe, validoDal: oggi(ctx) },
      };
      const dati = { ...guasto.dati, simulata: false, risposta, motivazione };
      const row = rowOf(ctx, soggetto, adesioneId, { esito: "proposta", dati });
      await stores.profilazioni.insert(row);
      await stores.termini.put(termineDi(adesioneId, "classe", oggi(ctx)));
      await stores.chiavi.insert({ chiave, at: adesso(ctx), risposta: FATTO });
      return { ok: true, valore: FATTO };
    });

/** Second person: never the first. */
const confermaWith =
  (ctx: Contesto): Ops["confermaClasse"] =>
  async (soggetto, { chiave, adesioneId }) => {
    const proposta = await ctx.uow.transaction((stores) => ultima(stores, adesioneId));
    if (proposta?.esito !== "proposta")
      return ctx.problemi.rispondi({ code: "profilazione.niente-da-confermare" });
    if (isSua(proposta, soggetto))
      return ctx.problemi.rispondi({ code: "profilazione.stessa-persona" });
    const row = rowOf(ctx, soggetto, adesioneId, { esito: "deroga", dati: proposta.dati });
    const { classe } = proposta.dati.risposta as Risposta;
    return esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: { classe } },
      decide: ({ caso }) =>
        regoleFascicolo.profila(caso, classeDi(toProfilazione(row)), adesso(ctx)),
      conserva: async (stores) => {
        await conserva(ctx, stores, row);
        await stores.termini.put(termineDi(adesioneId, "classe", null));
      },
    });
  };

/** The class of help: asked to a service, kept for ever, never typed by one person alone. */
export const operazioniProfilazione = (ctx: Contesto): Ops => ({
  profila: profilaWith(ctx),
  proponiClasse: proponiWith(ctx),
  confermaClasse: confermaWith(ctx),
});
