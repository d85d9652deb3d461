import {
  annullaSap,
  type ConferisciDid,
  type ContestoSap,
  codiciUsati,
  conferisciDid,
  type DecisoSap,
  dayInRome,
  foglia,
  formaBase,
  type InvioSap,
  notificheDi,
  nuovoIdPolitica,
  nuovoIdSap,
  ok,
  REGIONE_NAZIONALE,
  type Result,
  type RifiutoDid,
  type RifiutoSap,
  refuse,
  riceviSap,
  type Sap,
  segnalaIgnoti,
} from "@staffetta/domain";
import { accoda, borsaLavoroDi } from "@staffetta/nodo";
import { adesso, type Contesto } from "../contesto.ts";
import type { PersonaRow, Stores } from "../store.ts";
import {
  ensurePersona,
  findPersona,
  leggiAttivaDi,
  leggiSap,
  type Provenienza,
  registraSap,
  type SapTenuta,
} from "./archivio.ts";

const MARGINE_IDENTIFICATIVI = 4;

/** Identifiers are drawn before the rules run: the rules ask for as many as they like. */
export async function contestoSap(
  ctx: Contesto,
  stores: Stores,
  regione: string | null,
  quanti: Readonly<{ sap: boolean; politiche: number }>,
): Promise<ContestoSap> {
  const { regoleSap: regole } = ctx;
  const prefisso = regione === null ? regole.prefisso.nazionale : regole.prefisso.regionale;
  const idSap = quanti.sap ? await unIdLibero(stores, prefisso) : null;
  const numeri = [
    ...(await stores.elenchiSap.nuoviNumeri(
      "politica",
      quanti.politiche === 0 ? 0 : quanti.politiche + MARGINE_IDENTIFICATIVI,
    )),
  ];
  return {
    at: adesso(ctx),
    regole,
    nuovoIdSap: () => {
      if (idSap === null) throw new Error("nessun identificativo di SAP è stato preparato");
      return idSap;
    },
    nuovoIdPolitica: (sap) => (politica) => {
      const numero = numeri.shift();
      if (numero === undefined) throw new Error("gli identificativi preparati sono finiti");
      const { ente, tipoAttivita, dataProposta } = politica;
      const di = { numero, idSap: sap, ente, tipoAttivita, dataProposta };
      return nuovoIdPolitica({ regione: regione ?? REGIONE_NAZIONALE, ...di });
    },
  };
}

async function unIdLibero(stores: Stores, prefisso: string) {
  for (;;) {
    const [numero = 0] = await stores.elenchiSap.nuoviNumeri("sap", 1);
    const id = nuovoIdSap(prefisso, numero);
    if ((await stores.sap.get(id)) === null) return id;
  }
}

type Esito = Result<Sap, RifiutoSap>;

/** invioSAP, in one transaction: the persons it touches are held until its end. */
export async function inviaSap(
  ctx: Contesto,
  stores: Stores,
  invio: InvioSap,
  da: Provenienza,
): Promise<Esito> {
  const held = await tieni(ctx, stores, invio);
  const catalogo = await ctx.catalogo(stores);
  const senzaId = invio.politiche.filter(({ identificativo }) => identificativo === null).length;
  const isNuova = held.perId === null && held.perCodiceFiscale === null;
  const regione = da.regione ?? ctx.regioneDiEnte(invio.ente);
  const quanti = { sap: isNuova && invio.id === null, politiche: senzaId };
  const contesto = await contestoSap(ctx, stores, regione, quanti);
  const note = {
    perId: held.perId?.sap ?? null,
    perCodiceFiscale: held.perCodiceFiscale?.sap ?? null,
  };
  const deciso = riceviSap(note, invio, contesto);
  if (!deciso.ok) return deciso;
  const prima = held.perId ?? (invio.id === null ? held.perCodiceFiscale : null);
  const persona = await personaDopo(ctx, stores, invio, prima, held.persona);
  if (persona === null) return refuse({ code: "sap.senza-codice-fiscale" });
  const giorno = dayInRome(contesto.at);
  const ignoti = segnalaIgnoti(codiciUsati(invio.sezioni, invio.politiche), catalogo, giorno);
  const cambio = { ...deciso.value, avvisi: [...deciso.value.avvisi, ...ignoti] };
  return ok(await compi(ctx, stores, { personaId: persona.id, prima, ...cambio }, da));
}

interface Tenute {
  readonly persona: PersonaRow | null;
  readonly perId: SapTenuta | null;
  readonly perCodiceFiscale: SapTenuta | null;
}

/** Locks the persons first, in one order, then reads: two messages about one person take turns. */
async function tieni(ctx: Contesto, stores: Stores, invio: InvioSap): Promise<Tenute> {
  const { id, codiceFiscale } = invio;
  const persona = codiceFiscale === null ? null : await findPersona(ctx, stores, codiceFiscale);
  const row = id === null ? null : await stores.sap.get(id);
  const ids = new Set([persona?.id, row?.personaId].filter((one) => one !== undefined));
  for (const one of [...ids].sort()) await stores.persone.lock(one);
  return {
    persona,
    perId: id === null ? null : await leggiSap(ctx, stores, id),
    perCodiceFiscale: persona === null ? null : await leggiAttivaDi(ctx, stores, persona.id),
  };
}

/** Who the SAP is about once the message has been applied. */
async function personaDopo(
  ctx: Contesto,
  stores: Stores,
  { codiceFiscale, sezioni }: InvioSap,
  prima: SapTenuta | null,
  persona: PersonaRow | null,
): Promise<PersonaRow | null> {
  const nota = prima === null ? null : await stores.persone.get(prima.row.personaId);
  if (codiceFiscale === null) return nota;
  const sesso = foglia(sezioni.anagrafici, "datipersonali", "sesso");
  const dataNascita = foglia(sezioni.anagrafici, "datipersonali", "datanascita");
  if (persona !== null) return persona;
  if (nota === null) return ensurePersona(ctx, stores, codiceFiscale, { sesso, dataNascita });
  // The code of a known person changes: she stays the same person, with her adesioni.
  const corretta: PersonaRow = {
    ...nota,
    cfDigest: ctx.cipher.digest(formaBase(codiceFiscale as never)),
    cfSigillato: ctx.cipher.seal(codiceFiscale),
    sesso: (sesso as PersonaRow["sesso"] | null) ?? nota.sesso,
    dataNascita: dataNascita ?? nota.dataNascita,
  };
  await stores.persone.put(corretta);
  return corretta;
}

/** Writes what was decided and tells who must know. */
export async function compi(
  ctx: Contesto,
  stores: Stores,
  cambio: Readonly<{ personaId: string; prima: SapTenuta | null } & DecisoSap>,
  da: Provenienza,
): Promise<Sap> {
  const dopo = await registraSap(ctx, stores, cambio, da);
  const { prima, eventi, personaId } = cambio;
  const sap = prima?.sap ?? null;
  for (const { motivo, ente } of notificheDi(sap, eventi, da.ente, da.fonte)) {
    const regione = regioneDi(ctx, prima, dopo.titolare === ente ? da : null, ente);
    if (regione === null || !ctx.regioni.some((una) => una === regione)) continue;
    accoda(stores.uscita, "notifica-sap.v1", {
      destinatario: borsaLavoroDi(regione as never),
      persona: personaId,
      corpo: { identificativoSap: dopo.id, motivo, at: adesso(ctx) },
    });
  }
  return dopo;
}

const regioneDi = (
  ctx: Contesto,
  prima: SapTenuta | null,
  da: Provenienza | null,
  ente: string,
): string | null =>
  (prima?.row.titolare === ente ? prima.row.regione : null) ??
  (da?.ente === ente ? da.regione : null) ??
  ctx.regioneDiEnte(ente);

/** annullaSAP: of the holder's region or, from the desk, of the Ministry. */
export async function chiudiSap(
  ctx: Contesto,
  stores: Stores,
  sapId: string,
  chi: Readonly<{ ministero: boolean; regione: string | null; scambioId: string | null }>,
): Promise<Esito> {
  const tenuta = await tieniSap(ctx, stores, sapId);
  if (tenuta === null) return refuse({ code: "sap.sconosciuta", id: sapId as never });
  const { row, sap } = tenuta;
  const isAltrui = !chi.ministero && chi.regione !== null && row.regione !== chi.regione;
  if (isAltrui) return refuse({ code: "sap.non-titolare", titolare: sap.titolare });
  const ente = chi.ministero ? null : sap.titolare;
  const deciso = annullaSap(sap, ente, adesso(ctx));
  if (!deciso.ok) return deciso;
  const canale = chi.ministero ? ("nodo" as const) : ("soap" as const);
  const da = { ente, regione: chi.regione, canale, scambioId: chi.scambioId };
  return ok(
    await compi(ctx, stores, { personaId: row.personaId, prima: tenuta, ...deciso.value }, da),
  );
}

async function tieniSap(ctx: Contesto, stores: Stores, sapId: string): Promise<SapTenuta | null> {
  const row = await stores.sap.get(sapId);
  if (row === null) return null;
  await stores.persone.lock(row.personaId);
  return leggiSap(ctx, stores, sapId);
}

/** A step of the DID of a person. */
export async function conferisci(
  ctx: Contesto,
  stores: Stores,
  codiceFiscale: string,
  comando: ConferisciDid,
  da: Provenienza,
): Promise<Result<Sap, RifiutoSap | RifiutoDid>> {
  const persona = await findPersona(ctx, stores, codiceFiscale);
  if (persona === null) return refuse({ code: "sap.sconosciuta", id: null });
  await stores.persone.lock(persona.id);
  const prima = await leggiAttivaDi(ctx, stores, persona.id);
  const contesto = await contestoSap(ctx, stores, da.regione, { sap: false, politiche: 1 });
  const deciso = conferisciDid(prima?.sap ?? null, comando, contesto);
  if (!deciso.ok) return deciso;
  return ok(await compi(ctx, stores, { personaId: persona.id, prima, ...deciso.value }, da));
}
