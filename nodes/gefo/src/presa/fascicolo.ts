import type { Fascicolo, Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import {
  type Caso,
  type CivilDate,
  DOCUMENTI_IDENTITA,
  maggiorenneOn,
  PROVE_REQUISITI,
  RELAZIONI_TUTELA,
  type RegoleGefo,
  regoleCaso,
  SECONDO_GENITORE,
} from "@staffetta/domain";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { isMio } from "../casi/comando.ts";
import { annotaLettura } from "../casi/letture.ts";
import { personaOf } from "../casi/persona.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { TITOLI } from "./documenti.ts";
import { parolaDegliInput, parolaDi } from "./parole.ts";
import { motivoDi } from "./racconta.ts";
import type { DocumentoRow, ProfilazioneRow } from "./tabelle.ts";
import { tutelaOf } from "./tutele.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "fascicolo" | "documento">;
type Vista = Fascicolo;

/** The Region, its auditors, and the operatore of the case. */
const vede = (riga: CasoRow, soggetto: Soggetto): boolean =>
  soggetto.ruolo === "revisore" || isMio(riga, soggetto);

const profilazioneDi = (
  { id, at, chi, esito, dati }: ProfilazioneRow,
  caso: Caso,
): Vista["profilazioni"][number] => ({
  ...{ id, at: at as never, chi, esito, valida: caso.profilata?.id === id },
  ...{ simulata: dati.simulata, input: parolaDegliInput(dati.input) },
  classe: dati.risposta?.classe ?? null,
  metodo: dati.risposta?.metodo ?? "nessuna risposta",
  indice: esito === "risposta" ? (dati.risposta?.indice ?? null) : null,
  validoDal: dati.risposta?.validoDal ?? null,
});

const documentoDi = ({ id, tipo, at, chi, sha256, firme }: DocumentoRow) => ({
  ...{ documentoId: id, titolo: TITOLI[tipo], at: at as never, chi, sha256 },
  firme: firme.map((una) => ({ chi: una.chi, qualita: una.qualita, at: una.at as never })),
});

/** A further operatore needs the patto; the other papers stay with who made them. */
const visibile = (soggetto: Soggetto, { operatoreId, tipo }: DocumentoRow): boolean =>
  soggetto.ruolo !== "addetto" || tipo === "patto" || soggetto.operatoreId === operatoreId;

async function tutelaIn(ctx: Contesto, stores: Stores, caso: Caso): Promise<Vista["tutela"]> {
  const { tutela } = caso;
  const letta = await tutelaOf(ctx, stores, caso.adesioneId);
  if (tutela === null || letta === null) return null;
  return {
    relazione: RELAZIONI_TUTELA[tutela.relazione],
    chi: `${letta.nome} ${letta.cognome}`,
    secondo: tutela.secondo === null ? null : SECONDO_GENITORE[tutela.secondo],
    ...{ maggiorenneOn: tutela.maggiorenneOn, stato: tutela.stato },
  };
}

function mancaAlPatto(ctx: Contesto, riga: CasoRow, regole: RegoleGefo): string | null {
  const { dataNascita } = personaOf(ctx, riga).anagrafica;
  const data = oggi(ctx);
  const pronto = regoleCaso.checkPatto(riga.caso, { data, dataNascita }, regole);
  if (pronto.ok) return null;
  const { code, ...fatti } = pronto.rifiuto;
  const { title, rimedio } = ctx.problemi.traduci(code, fatti);
  return `${title}. ${rimedio}`;
}

const requisitiDi = (
  { requisiti }: Caso,
  { presa }: RegoleGefo,
): Pick<Vista, "requisiti" | "attivitaPossibili" | "validitaDays"> => ({
  requisiti: requisiti.toReversed().map(({ on, esito, attivita, prove }) => ({
    ...{ on, esito },
    attivita: attivita.map((una) => presa.requisiti.attivita[una]?.etichetta ?? una),
    prove: prove.map((una) => PROVE_REQUISITI[una]),
  })),
  attivitaPossibili: Object.entries(presa.requisiti.attivita).map(([codice, una]) => ({
    codice,
    ...una,
  })),
  validitaDays: presa.requisiti.validitaDays,
});

async function storiaDi(stores: Stores, soggetto: Soggetto, adesioneId: string) {
  const eventi = (await stores.eventi.by("adesioneId", adesioneId)).toSorted(
    (a, b) => b.version - a.version,
  );
  // An operatore who comes after another does not see what that one wrote.
  const inizio = eventi.findIndex(({ evento }) => evento.tipo === "operatore-cambiato");
  const mie = soggetto.ruolo === "addetto" && inizio >= 0 ? eventi.slice(0, inizio + 1) : eventi;
  return mie.map(({ at, notoAt, chi, evento }) => ({
    ...{ at: at as never, notoAt: notoAt as never, chi, titolo: parolaDi(evento) },
  }));
}

async function fascicoloDi(
  ctx: Contesto,
  stores: Stores,
  soggetto: Soggetto,
  riga: CasoRow,
): Promise<Vista> {
  const { caso, adesioneId } = riga;
  const regole = await regoleDelCaso(ctx, stores, caso);
  const { dataNascita } = personaOf(ctx, riga).anagrafica;
  const { identita, preavviso } = caso;
  const profilazioni = await stores.profilazioni.by("adesioneId", adesioneId);
  const documenti = await stores.documenti.by("adesioneId", adesioneId);
  const recenti = <T extends { readonly at: string }>(rows: readonly T[]): readonly T[] =>
    rows.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return {
    adesioneId: caso.adesioneId,
    minorenne: maggiorenneOn(dataNascita as CivilDate) > oggi(ctx),
    identita: identita && { ...identita, documento: DOCUMENTI_IDENTITA[identita.documento] },
    ...requisitiDi(caso, regole),
    profilazioni: recenti(profilazioni).map((row) => profilazioneDi(row, caso)),
    tutela: await tutelaIn(ctx, stores, caso),
    preavviso: preavviso && {
      ...{ tipo: preavviso.tipo, motivo: motivoDi(preavviso), nota: preavviso.nota },
      ...{ at: preavviso.at, entro: preavviso.entro },
      controdeduzioni: preavviso.controdeduzioni,
    },
    mancaAlPatto: caso.patto === null ? mancaAlPatto(ctx, riga, regole) : null,
    documenti: recenti(documenti)
      .filter((row) => visibile(soggetto, row))
      .map(documentoDi),
    storia: await storiaDi(stores, soggetto, adesioneId),
    daVerificare: [...regole.presa.daVerificare],
  };
}

const DOCUMENTO_SCONOSCIUTO = { code: "documento.sconosciuto" } as const;

/** The giovane reads his or her own papers; everybody else those of the cases they see. */
function puoLeggere(ctx: Contesto, soggetto: Soggetto, riga: CasoRow, row: DocumentoRow): boolean {
  if (soggetto.ruolo !== "giovane") return vede(riga, soggetto) && visibile(soggetto, row);
  return personaOf(ctx, riga).anagrafica.codiceFiscale === soggetto.identita.codiceFiscale;
}

/** The individual folder, and its papers. Every reading is written down. */
export const operazioniFascicolo = (ctx: Contesto): Ops => ({
  fascicolo: (soggetto, { adesioneId }) =>
    ctx.uow.transaction(async (stores) => {
      const riga = await stores.casi.get(adesioneId);
      if (riga === null || !vede(riga, soggetto))
        return ctx.problemi.rispondi({ code: "caso.sconosciuto" });
      await annotaLettura(ctx, stores, soggetto, adesioneId, "fascicolo");
      return { ok: true, valore: await fascicoloDi(ctx, stores, soggetto, riga) };
    }),
  documento: (soggetto, { documentoId }) =>
    ctx.uow.transaction(async (stores) => {
      const row = await stores.documenti.get(documentoId);
      const riga = row === null ? null : await stores.casi.get(row.adesioneId);
      if (row === null || riga === null || !puoLeggere(ctx, soggetto, riga, row))
        return ctx.problemi.rispondi(DOCUMENTO_SCONOSCIUTO);
      const { adesioneId, tipo, sigillato } = row;
      await annotaLettura(ctx, stores, soggetto, adesioneId, "documento");
      const contenuto = ctx.cipher.openBytes(sigillato);
      const nome = `${TITOLI[tipo].toLowerCase().replaceAll(" ", "-")}.pdf`;
      return { ok: true, valore: { nome, tipo: "application/pdf", contenuto } };
    }),
});
