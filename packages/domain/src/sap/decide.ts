import { concorda, formaBase, normalizzaCodiceFiscale } from "../codice-fiscale/codice-fiscale.ts";
import type { RegoleSap } from "../pacchetto/regole-sap.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type CivilDate, dayInRome, type Instant } from "../time.ts";
import { isPassoDid, statoDid } from "./did.ts";
import { fondiPolitiche, type NuovoId } from "./fusione.ts";
import type { CodiceEnte, IdSap } from "./identificativi.ts";
import { DID, type PoliticaSap, PRESA_150, PRESA_IN_CARICO } from "./politica.ts";
import type { AvvisoSap, RifiutoSap } from "./rifiuto.ts";
import type { EventoSap, InvioSap, Sap, Sezioni } from "./sap.ts";
import { conProfiling, foglia, isVuota, sezioniDiverse } from "./sezioni.ts";

/** The eventi to record (none: nothing has changed) and what the desk should look at. */
export interface DecisoSap {
  readonly eventi: readonly EventoSap[];
  readonly avvisi: readonly AvvisoSap[];
}
type Deciso = Result<DecisoSap, RifiutoSap>;

export interface Note {
  /** The SAP with the identifier of the message, whatever its state. */
  readonly perId: Sap | null;
  /** The active SAP of the codice fiscale of the message. */
  readonly perCodiceFiscale: Sap | null;
}

export interface ContestoSap {
  readonly at: Instant;
  readonly regole: RegoleSap;
  readonly nuovoIdSap: () => IdSap;
  readonly nuovoIdPolitica: (sap: IdSap) => NuovoId;
}

/** A SAP sent by a body: first insertion, update, change of codice fiscale. */
export function riceviSap(note: Note, invio: InvioSap, ctx: ContestoSap): Deciso {
  const deciso = decidi(note, invio, ctx);
  const avvisi = deciso.ok && deciso.value.eventi.length > 0 ? dalFuturo(invio, ctx.at) : [];
  return deciso.ok ? ok({ ...deciso.value, avvisi: [...deciso.value.avvisi, ...avvisi] }) : deciso;
}

/** No facet forbids it, so it is kept; but nobody has updated anything tomorrow. */
const dalFuturo = ({ dataUltimoAgg }: InvioSap, at: Instant): readonly AvvisoSap[] =>
  dataUltimoAgg > dayInRome(at) ? [{ code: "invio.nel-futuro", data: dataUltimoAgg }] : [];

function decidi(note: Note, invio: InvioSap, ctx: ContestoSap): Deciso {
  const guasto = controllaInvio(invio, ctx.regole);
  if (guasto !== null) return refuse(guasto);
  const sap = note.perId ?? (invio.id === null ? note.perCodiceFiscale : null);
  if (sap === null) return inserisci(note, invio, ctx);
  if (sap.stato !== "01") return refuse({ code: "sap.non-attiva", id: sap.id, stato: sap.stato });
  const cf = controllaCodiceFiscale(sap, note, invio);
  if (cf !== null) return refuse(cf);
  const isPrima = invio.tipoVariazione === "01";
  if (sap.provvisoria && isPrima && invio.codiceFiscale !== null) return conferma(sap, invio, ctx);
  const deciso = aggiorna(sap, invio, ctx);
  if (!isPrima) return deciso;
  if (invio.id === null && (!deciso.ok || deciso.value.eventi.length > 0))
    return refuse({ code: "sap.gia-presente", id: sap.id, titolare: sap.titolare });
  if (!deciso.ok) return deciso;
  if (deciso.value.eventi.length === 0) return deciso;
  const avviso: AvvisoSap = { code: "variazione.diversa", inviata: "01", applicata: "02" };
  return ok({ ...deciso.value, avvisi: [...deciso.value.avvisi, avviso] });
}

function controllaInvio(invio: InvioSap, regole: RegoleSap): RifiutoSap | null {
  const { codiceFiscale, sezioni, politiche } = invio;
  if (codiceFiscale !== null) {
    const cf = controllaPersona(codiceFiscale, sezioni, regole);
    if (cf !== null) return cf;
  }
  const ids = politiche.flatMap(({ identificativo }) => identificativo ?? []);
  const ripetuta = ids.find((id, i) => ids.indexOf(id) !== i);
  if (ripetuta !== undefined) return { code: "sap.politica-ripetuta", identificativo: ripetuta };
  const storta = politiche.find(
    ({ dataInizio, dataFine }) => dataFine !== null && dataInizio !== null && dataFine < dataInizio,
  );
  if (storta === undefined) return null;
  const { tipoAttivita, dataProposta } = storta;
  return { code: "sap.date-politica", tipoAttivita, dataProposta };
}

const PERSONALI = "datipersonali";

function controllaPersona(
  codiceFiscale: string,
  { anagrafici }: Sezioni,
  regole: RegoleSap,
): RifiutoSap | null {
  const letto = normalizzaCodiceFiscale(codiceFiscale);
  if (!letto.ok) return { code: "sap.codice-fiscale-non-valido", perche: letto.rifiuto.messaggio };
  const sesso = foglia(anagrafici, PERSONALI, "sesso") as "F" | "M" | null;
  const dataNascita = foglia(anagrafici, PERSONALI, "datanascita") as CivilDate | null;
  if (!regole.controllaCodiceFiscale || sesso === null || dataNascita === null) return null;
  return concorda(letto.value, { sesso, dataNascita }) ? null : { code: "sap.anagrafica-diversa" };
}

function inserisci(note: Note, invio: InvioSap, ctx: ContestoSap): Deciso {
  const { codiceFiscale, ente, dataUltimoAgg, sezioni } = invio;
  if (invio.tipoVariazione !== "01") return refuse({ code: "sap.sconosciuta", id: invio.id });
  const altra = note.perCodiceFiscale;
  if (altra !== null)
    return refuse({ code: "sap.gia-presente", id: altra.id, titolare: altra.titolare });
  // The identifier of a SAP is the Ministry's to give: one that nobody knows is not a new one.
  if (invio.id !== null) return refuse({ code: "sap.sconosciuta", id: invio.id });
  if (codiceFiscale === null) return refuse({ code: "sap.senza-codice-fiscale" });
  const assenti = senzaRecapiti(sezioni);
  if (assenti.length > 0 && ctx.regole.primoSenzaRecapiti === "rifiuta")
    return refuse({ code: "sap.senza-recapiti" });
  const id = ctx.nuovoIdSap();
  const { at } = ctx;
  const nata = { tipo: "sap-inserita", at, id, codiceFiscale, titolare: ente } as const;
  const { aggiunte, avvisi } = fondiPolitiche([], invio.politiche, ente, ctx.nuovoIdPolitica(id));
  return ok({
    eventi: [
      { ...nata, dataUltimoAgg, sezioni, provvisoria: false },
      ...eventiDi(aggiunte, [], ente, at),
    ],
    avvisi: [...avvisi, ...assenti],
  });
}

/** The SAP that this node had made becomes the sender's; its policies stay. */
function conferma(sap: Sap, invio: InvioSap, ctx: ContestoSap): Deciso {
  const deciso = aggiorna({ ...sap, titolare: invio.ente }, invio, ctx);
  if (!deciso.ok) return deciso;
  const confermata = { tipo: "sap-confermata", at: ctx.at, titolare: invio.ente } as const;
  return ok({ ...deciso.value, eventi: [confermata, ...deciso.value.eventi] });
}

/**
 * The provisional SAP of who adhered through our own messages and has none: what they say of the person.
 */
export function provvisoria(
  { codiceFiscale, ente, dataUltimoAgg, sezioni }: ProvvisoriaSap,
  ctx: ContestoSap,
): readonly EventoSap[] {
  const { at } = ctx;
  const nata = { tipo: "sap-inserita", at, id: ctx.nuovoIdSap(), codiceFiscale } as const;
  return [{ ...nata, titolare: ente, dataUltimoAgg, sezioni, provvisoria: true }];
}
export type ProvvisoriaSap = Pick<InvioSap, "ente" | "dataUltimoAgg" | "sezioni"> &
  Readonly<{ codiceFiscale: string }>;

/** Another code is a change only when the message says so, and nobody else has it. */
function controllaCodiceFiscale(
  sap: Sap,
  { perCodiceFiscale: altra }: Note,
  { codiceFiscale, tipoVariazione, ente }: InvioSap,
): RifiutoSap | null {
  if (codiceFiscale === null || stessaPersona(codiceFiscale, sap.codiceFiscale)) return null;
  if (tipoVariazione !== "05") return { code: "sap.codice-fiscale-diverso", id: sap.id };
  if (ente !== sap.titolare) return { code: "sap.non-titolare", titolare: sap.titolare };
  if (altra === null || altra.id === sap.id) return null;
  return { code: "sap.codice-fiscale-occupato", id: altra.id };
}

const stessaPersona = (a: string, b: string): boolean =>
  formaBase(a as never) === formaBase(b as never);

function aggiorna(sap: Sap, invio: InvioSap, ctx: ContestoSap): Deciso {
  const { ente, dataUltimoAgg, codiceFiscale } = invio;
  const { at } = ctx;
  const fuse = fondiPolitiche(sap.politiche, invio.politiche, ente, ctx.nuovoIdPolitica(sap.id));
  const presa = presaPerTrasferimento(sap, fuse.aggiunte, ente);
  const isTitolare = ente === sap.titolare || presa !== null;
  const sezioni = sezioniDi(sap, invio, isTitolare, ctx.regole);
  if (!sezioni.ok) return sezioni;
  const did = conDidAmmesse(sap, fuse.aggiornate);
  const eventi: EventoSap[] = [];
  if (presa !== null)
    eventi.push({
      tipo: "titolare-cambiato",
      at,
      da: sap.titolare,
      a: ente,
      presaId: presa.identificativo,
    });
  if (codiceFiscale !== null && !stessaPersona(codiceFiscale, sap.codiceFiscale))
    eventi.push({
      tipo: "codice-fiscale-cambiato",
      at,
      da: sap.codiceFiscale,
      a: codiceFiscale,
      ente,
    });
  const { diverse, avvisi } = sezioni.value;
  if (Object.keys(diverse).length > 0)
    eventi.push({ tipo: "sezioni-aggiornate", at, ente, dataUltimoAgg, sezioni: diverse });
  eventi.push(...eventiDi(fuse.aggiunte, did.aggiornate, ente, at));
  return ok({ eventi, avvisi: [...avvisi, ...fuse.avvisi, ...did.avvisi] });
}

/** A02 with project 05, promoted by who sends: the person has moved, and the SAP with her. */
function presaPerTrasferimento(
  sap: Sap,
  aggiunte: readonly PoliticaSap[],
  ente: CodiceEnte,
): PoliticaSap | null {
  if (ente === sap.titolare) return null;
  const found = aggiunte.find(
    (una) =>
      una.tipoAttivita === PRESA_IN_CARICO && una.progetto === PRESA_150 && una.ente === ente,
  );
  return found ?? null;
}

function sezioniDi(
  sap: Sap,
  { sezioni }: InvioSap,
  isTitolare: boolean,
  regole: RegoleSap,
): Result<Readonly<{ diverse: Sezioni; avvisi: readonly AvvisoSap[] }>, RifiutoSap> {
  if (!isTitolare) {
    const piene = Object.entries(sezioni).filter(([, albero]) => !isVuota(albero));
    const nomi = sezioniDiverse(sap.sezioni, Object.fromEntries(piene));
    if (nomi.length === 0) return ok({ diverse: {}, avvisi: [] });
    const { titolare } = sap;
    if (regole.sezioniDiAltri === "rifiuta")
      return refuse({ code: "sap.sezioni-di-altro-titolare", titolare, sezioni: nomi });
    return ok({ diverse: {}, avvisi: [{ code: "sezioni.ignorate", sezioni: nomi }] });
  }
  const { sezioni: tenute, conservato } = conProfiling(sap.sezioni, sezioni);
  const nomi = sezioniDiverse(sap.sezioni, tenute);
  const diverse = Object.fromEntries(nomi.map((nome) => [nome, tenute[nome]])) as Sezioni;
  const avvisi: AvvisoSap[] = conservato ? [{ code: "profiling.conservato" }] : [];
  return ok({ diverse, avvisi: [...avvisi, ...senzaRecapiti(diverse)] });
}

const RECAPITI = ["telefono", "cellulare", "email"] as const;

function senzaRecapiti({ anagrafici }: Sezioni): readonly AvvisoSap[] {
  if (anagrafici === undefined || isVuota(anagrafici)) return [];
  const some = RECAPITI.some((nome) => foglia(anagrafici, "recapiti", nome) !== null);
  return some ? [] : [{ code: "recapiti.assenti" }];
}

/** A DID that the life cycle does not allow to move stays where it is. */
function conDidAmmesse(
  sap: Sap,
  aggiornate: readonly PoliticaSap[],
): Readonly<{ aggiornate: readonly PoliticaSap[]; avvisi: readonly AvvisoSap[] }> {
  const avvisi: AvvisoSap[] = [];
  const ammesse = aggiornate.filter((dopo) => {
    const prima = sap.politiche.find(({ identificativo: id }) => id === dopo.identificativo);
    if (dopo.tipoAttivita !== DID || prima === undefined) return true;
    const [da, a] = [statoDid(prima), statoDid(dopo)];
    if (isPassoDid(da, a)) return true;
    avvisi.push({ code: "did.passo-non-ammesso", identificativo: dopo.identificativo, da, a });
    return false;
  });
  return { aggiornate: ammesse, avvisi };
}

function eventiDi(
  aggiunte: readonly PoliticaSap[],
  aggiornate: readonly PoliticaSap[],
  ente: CodiceEnte,
  at: Instant,
): readonly EventoSap[] {
  return [
    ...aggiunte.map((politica) => ({ tipo: "politica-aggiunta", at, politica }) as const),
    ...aggiornate.map((politica) => ({ tipo: "politica-aggiornata", at, politica, ente }) as const),
  ];
}

/**
 * annullaSAP: the holder burns it; from the desk (`ente` null) the Ministry does. Asking twice is once.
 * @param stato which of the two final states; what tells them apart is not known
 */
export function annullaSap(
  sap: Sap | null,
  ente: CodiceEnte | null,
  at: Instant,
  stato: "02" | "03" = "02",
): Deciso {
  if (sap === null) return refuse({ code: "sap.sconosciuta", id: null });
  if (ente !== null && ente !== sap.titolare)
    return refuse({ code: "sap.non-titolare", titolare: sap.titolare });
  if (sap.stato !== "01") return ok({ eventi: [], avvisi: [] });
  return ok({ eventi: [{ tipo: "sap-chiusa", at, stato, ente }], avvisi: [] });
}
