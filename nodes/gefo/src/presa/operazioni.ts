import type { Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import {
  type Instant,
  RELAZIONI_TUTELA,
  type RegoleGefo,
  regoleCaso,
  regoleFascicolo,
} from "@staffetta/domain";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { type Comando, esegui, FATTO, isMio } from "../casi/comando.ts";
import { personaOf } from "../casi/persona.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { checkFermo } from "../operatori/ente.ts";
import { chiFirma, conservaDocumento, preparaDocumento } from "./documenti.ts";
import { type ChiFirma, firmanti, pattoDi } from "./modelli.ts";
import type { ProfilazioneRow } from "./tabelle.ts";
import type { TutelaLetta } from "./tutele.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  | "verificaIdentita"
  | "verificaRequisiti"
  | "registraTutela"
  | "confermaMaggiorenne"
  | "cambiaResidenza"
  | "firmaPatto"
  | "nonPrendereInCarico"
  | "registraControdeduzioni"
  | "archiviaPreavviso"
>;
type Modulo = Readonly<{ chiave: string; adesioneId: string }>;

/** A command whose only effect is its evento. */
const semplice = (
  ctx: Contesto,
  soggetto: Soggetto,
  { chiave, adesioneId }: Modulo,
  decide: Comando<typeof FATTO>["decide"],
) => esegui(ctx, soggetto, { chiave, adesioneId, valore: FATTO, decide });

export interface Lettura {
  readonly riga: CasoRow;
  readonly regole: RegoleGefo;
  readonly chi: ChiFirma;
  readonly profilazione: ProfilazioneRow | null;
}

/** What a document is made of, read before the command; null = no such case for this person. */
export const leggiPerFirma = (
  ctx: Contesto,
  soggetto: Soggetto,
  adesioneId: string,
): Promise<Lettura | null> =>
  ctx.uow.transaction(async (stores) => {
    const riga = await stores.casi.get(adesioneId);
    if (riga === null || !isMio(riga, soggetto)) return null;
    const { profilata } = riga.caso;
    return {
      riga,
      regole: await regoleDelCaso(ctx, stores, riga.caso),
      chi: await chiFirma(ctx, stores, riga, soggetto),
      profilazione: profilata === null ? null : await stores.profilazioni.get(profilata.id),
    };
  });

const SCONOSCIUTO = { code: "caso.sconosciuto" } as const;

const firmaPattoWith =
  (ctx: Contesto): Ops["firmaPatto"] =>
  async (soggetto, { chiave, adesioneId, dataPatto, firmaTutore }) => {
    const letto = await leggiPerFirma(ctx, soggetto, adesioneId);
    if (letto === null) return ctx.problemi.rispondi(SCONOSCIUTO);
    const { riga, regole, chi, profilazione } = letto;
    const { dataNascita } = chi.giovane;
    const decidi = (caso: CasoRow["caso"], documentoId: string) => {
      const comando = { data: dataPatto, documentoId, dataNascita };
      return regoleCaso.firmaPatto(caso, comando, regole, adesso(ctx));
    };
    const prova = decidi(riga.caso, "");
    const requisiti = riga.caso.requisiti.findLast(({ on }) => on <= dataPatto);
    // Refused, or done already with this key: the command itself answers.
    if (!prova.ok || requisiti === undefined || profilazione === null)
      return esegui(ctx, soggetto, {
        ...{ chiave, adesioneId, valore: { documentoId: chiave } },
        decide: ({ caso }) => decidi(caso, ""),
      });
    if (chi.tutori.length > 0 && firmaTutore === undefined)
      return ctx.problemi.rispondi({ code: "tutela.firma-manca" });
    const modello = pattoDi({
      ...{ chi, on: dataPatto, at: adesso(ctx), metodo: ctx.firma.metodo },
      ...{ regole, requisiti, profilazione },
    });
    const documento = await preparaDocumento(ctx, modello, {
      ...{ tipo: "patto", chi: chi.addetto, firmanti: firmanti(chi) },
    });
    return esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: { documentoId: documento.id } },
      decide: ({ caso }) => decidi(caso, documento.id),
      conserva: (stores, { caso }) => conservaDocumento(ctx, stores, caso, documento),
    });
  };

const tutelaWith =
  (ctx: Contesto): Ops["registraTutela"] =>
  (soggetto, { chiave, adesioneId, relazione, secondo, ...persona }) => {
    const scelto = secondo === "" ? null : secondo;
    const letta: TutelaLetta = {
      ...persona,
      qualita: RELAZIONI_TUTELA[relazione],
      consenso: scelto === "consenso",
    };
    return esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: FATTO },
      decide: (riga) => {
        const { dataNascita } = personaOf(ctx, riga).anagrafica;
        const tutela = { relazione, secondo: scelto, dataNascitaTutore: persona.dataNascita };
        if (scelto === "consenso" && persona.nomeSecondo === "")
          return { ok: false, rifiuto: { code: "tutela.nome-secondo-manca" } };
        return regoleFascicolo.registraTutela(riga.caso, tutela, dataNascita, adesso(ctx));
      },
      conserva: (stores) => {
        const sigillata = ctx.cipher.seal(JSON.stringify(letta));
        return stores.tutele.put({ adesioneId, sigillata });
      },
    });
  };

const archiviaWith =
  (ctx: Contesto): Ops["archiviaPreavviso"] =>
  (soggetto, modulo) =>
    semplice(ctx, soggetto, modulo, ({ caso }) => {
      // Who decides is who may leave it: the operatore its own NON presa, the Region a decadenza.
      const mio = soggetto.ruolo === "regione" ? "decadenza" : "non-presa";
      const { preavviso } = caso;
      if (preavviso !== null && preavviso.tipo !== mio)
        return {
          ok: false,
          rifiuto: { code: "preavviso.altro-procedimento", tipo: preavviso.tipo },
        };
      return regoleFascicolo.archiviaPreavviso(caso, modulo.motivazione, adesso(ctx));
    });

const verifiche = (ctx: Contesto) =>
  ({
    verificaIdentita: (soggetto, { dataVerifica: on, documento, scadenza, ...modulo }) =>
      semplice(ctx, soggetto, modulo, ({ caso }) => {
        const verifica = { on, documento, scadeOn: scadenza };
        return regoleFascicolo.verificaIdentita(caso, verifica, adesso(ctx));
      }),
    verificaRequisiti: (soggetto, { dataVerifica: on, attivita, prove, ...modulo }) =>
      esegui(ctx, soggetto, {
        ...modulo,
        valore: (evento) => ({
          esito: evento.tipo === "requisiti-verificati" ? evento.verifica.esito : "negativo",
        }),
        decide: ({ caso }, regole) => {
          const verifica = { on, attivita, prove };
          return regoleFascicolo.verificaRequisiti(caso, verifica, regole, adesso(ctx));
        },
      }),
    cambiaResidenza: (soggetto, { provincia, ...modulo }) =>
      semplice(ctx, soggetto, modulo, ({ caso }) =>
        regoleFascicolo.cambiaResidenza(caso, provincia, adesso(ctx)),
      ),
    confermaMaggiorenne: (soggetto, modulo) =>
      semplice(ctx, soggetto, modulo, ({ caso }) =>
        regoleFascicolo.confermaMaggiorenne(caso, adesso(ctx)),
      ),
  }) satisfies Partial<Ops>;

/** Checks, patto, notices: taken in charge, or not. */
export const operazioniPresa = (ctx: Contesto): Ops => ({
  ...verifiche(ctx),
  registraTutela: tutelaWith(ctx),
  firmaPatto: firmaPattoWith(ctx),
  archiviaPreavviso: archiviaWith(ctx),
  nonPrendereInCarico: (soggetto, { motivo, nota, ...modulo }) =>
    semplice(ctx, soggetto, modulo, async ({ caso, operatoreId }, regole, stores) => {
      const lecito = motivo === "irreperibile" ? await checkFermo(stores, operatoreId) : null;
      if (lecito?.ok === false) return lecito;
      const contatti = (await stores.contatti.by("adesioneId", caso.adesioneId))
        .filter((uno) => uno.operatoreId === operatoreId)
        .map(({ at, canale, esito }) => ({ at: at as Instant, canale, esito }));
      const comando = { motivo, nota, contatti };
      return regoleCaso.nonPrendereInCarico(caso, comando, regole, adesso(ctx));
    }),
  registraControdeduzioni: (soggetto, { testo, ...modulo }) =>
    semplice(ctx, soggetto, modulo, ({ caso }) =>
      regoleFascicolo.registraControdeduzioni(caso, testo, adesso(ctx)),
    ),
});
