import {
  type AvvisoSap,
  type CodiceEnte,
  type EventoSap,
  evolveSap,
  type FonteDid,
  formaBase,
  nascitaNelCodice,
  normalizzaCodiceFiscale,
  type PoliticaSap,
  type Sap,
  statoDid,
} from "@staffetta/domain";
import { adesso, type Contesto } from "../contesto.ts";
import type { PersonaRow, Stores } from "../store.ts";
import type { CanaleSap, SapRow } from "./store.ts";

/** A SAP with the row that holds it. */
export interface SapTenuta {
  readonly row: SapRow;
  readonly sap: Sap;
}

const idVersione = (sapId: string, versione: number): string => `${sapId}/${versione}`;
export const idPolitica = (sapId: string, identificativo: string): string =>
  `${sapId}/${identificativo}`;

/** The SAP as it was at a version. */
export async function leggiVersione(
  ctx: Contesto,
  stores: Stores,
  sapId: string,
  versione: number,
): Promise<Sap | null> {
  const row = await stores.versioni.get(idVersione(sapId, versione));
  return row === null ? null : (JSON.parse(ctx.cipher.open(row.corpoSigillato)) as Sap);
}

async function conCorpo(ctx: Contesto, stores: Stores, row: SapRow): Promise<SapTenuta> {
  const sap = await leggiVersione(ctx, stores, row.id, row.versione);
  if (sap === null) throw new Error(`la SAP ${row.id} non ha la versione ${row.versione}`);
  return { row, sap };
}

export async function leggiSap(
  ctx: Contesto,
  stores: Stores,
  sapId: string,
): Promise<SapTenuta | null> {
  const row = await stores.sap.get(sapId);
  return row === null ? null : conCorpo(ctx, stores, row);
}

/** The active SAP of a person or, when there is none, the one that was active last. */
export async function leggiSapDi(
  ctx: Contesto,
  stores: Stores,
  personaId: string,
): Promise<SapTenuta | null> {
  const rows = await stores.sap.by("personaId", personaId);
  const recent = rows.toSorted((a, b) => (a.aggiornataAt < b.aggiornataAt ? 1 : -1));
  const row = recent.find(({ stato }) => stato === "01") ?? recent[0];
  return row === undefined ? null : conCorpo(ctx, stores, row);
}

export async function leggiAttivaDi(
  ctx: Contesto,
  stores: Stores,
  personaId: string,
): Promise<SapTenuta | null> {
  const found = await leggiSapDi(ctx, stores, personaId);
  return found?.row.stato === "01" ? found : null;
}

export async function findPersona(
  ctx: Contesto,
  stores: Stores,
  codiceFiscale: string,
): Promise<PersonaRow | null> {
  const digest = ctx.cipher.digest(formaBase(codiceFiscale as never));
  const [found] = await stores.persone.by("cfDigest", digest);
  return found ?? null;
}

/** The row of a person, made of what the codice fiscale says when nobody says more. */
export async function ensurePersona(
  ctx: Contesto,
  stores: Stores,
  codiceFiscale: string,
  detto: Readonly<{ sesso: string | null; dataNascita: string | null }>,
): Promise<PersonaRow | null> {
  const known = await findPersona(ctx, stores, codiceFiscale);
  if (known !== null) return known;
  const nata = nataDi(codiceFiscale, adesso(ctx).slice(0, 10));
  const sesso = detto.sesso ?? nata?.sesso;
  const dataNascita = detto.dataNascita ?? nata?.dataNascita;
  if (sesso === undefined || dataNascita === undefined) return null;
  const row: PersonaRow = {
    id: ctx.random.uuid(),
    cfDigest: ctx.cipher.digest(formaBase(codiceFiscale as never)),
    cfSigillato: ctx.cipher.seal(codiceFiscale),
    sesso: sesso as PersonaRow["sesso"],
    dataNascita,
  };
  await stores.persone.insert(row);
  return row;
}

function nataDi(codiceFiscale: string, giorno: string) {
  const letto = normalizzaCodiceFiscale(codiceFiscale);
  return letto.ok ? nascitaNelCodice(letto.value, giorno as never) : null;
}

/** Whose message it is, and how it came. */
export interface Provenienza {
  readonly ente: CodiceEnte | null;
  readonly regione: string | null;
  readonly canale: CanaleSap;
  readonly scambioId: string | null;
  readonly fonte?: FonteDid;
}

export interface Registrazione {
  readonly personaId: string;
  readonly prima: SapTenuta | null;
  readonly eventi: readonly EventoSap[];
  readonly avvisi: readonly AvvisoSap[];
}

/** Row, version, policies with their eventi, DID and segnalazioni: all in the transaction of the message. */
export async function registraSap(
  ctx: Contesto,
  stores: Stores,
  { personaId, prima, eventi, avvisi }: Registrazione,
  da: Provenienza,
): Promise<Sap> {
  const dopo = evolveSap(prima?.sap ?? null, eventi);
  if (eventi.length > 0) {
    await saveTestata(ctx, stores, { personaId, prima, dopo, eventi }, da);
    for (const evento of eventi)
      if (evento.tipo === "politica-aggiunta" || evento.tipo === "politica-aggiornata")
        await savePolitica(ctx, stores, { sapId: dopo.id, prima, politica: evento.politica }, da);
  }
  for (const { code, ...fatti } of eventi.length > 0 ? avvisi : nuovi(avvisi))
    await stores.segnalazioni.insert({
      ...{ id: ctx.random.uuid(), sapId: dopo.id, versione: dopo.versione, at: adesso(ctx) },
      ...{ ente: da.ente, codice: code, fatti },
    });
  return dopo;
}

/** A message that changes nothing and is sent again must not say again that a code is unknown. */
const nuovi = (avvisi: readonly AvvisoSap[]): readonly AvvisoSap[] =>
  avvisi.filter(({ code }) => code !== "codice.sconosciuto");

async function saveTestata(
  ctx: Contesto,
  stores: Stores,
  cambio: Omit<Registrazione, "avvisi"> & Readonly<{ dopo: Sap }>,
  { ente, regione, canale, scambioId }: Provenienza,
): Promise<void> {
  const { personaId, prima, dopo, eventi } = cambio;
  const at = adesso(ctx);
  const passata = eventi.some(({ tipo }) => tipo === "titolare-cambiato");
  const isDelTitolare = ente === dopo.titolare;
  const nota = passata ? null : (prima?.row.regione ?? null);
  const row: SapRow = {
    ...{ id: dopo.id, personaId, titolare: dopo.titolare, stato: dopo.stato },
    regione: (isDelTitolare ? regione : null) ?? nota ?? ctx.regioneDiEnte(dopo.titolare),
    exTitolari: passata
      ? [
          ...(prima?.row.exTitolari ?? []),
          { ente: prima?.row.titolare ?? "", regione: prima?.row.regione ?? null },
        ]
      : (prima?.row.exTitolari ?? []),
    ...{ provvisoria: dopo.provvisoria, versione: dopo.versione, aggiornataAt: at },
  };
  await stores.sap.put(row);
  await stores.versioni.insert({
    ...{ id: idVersione(dopo.id, dopo.versione), sapId: dopo.id, versione: dopo.versione, at },
    ...{ ente, canale, scambioId, tipoVariazione: dopo.tipoVariazione },
    corpoSigillato: ctx.cipher.seal(JSON.stringify(dopo)),
  });
}

interface PoliticaDaSalvare {
  readonly sapId: string;
  readonly prima: SapTenuta | null;
  readonly politica: PoliticaSap;
}

async function savePolitica(
  ctx: Contesto,
  stores: Stores,
  { sapId, prima, politica }: PoliticaDaSalvare,
  { ente: causa, fonte = "O" }: Provenienza,
): Promise<void> {
  const { identificativo, tipoAttivita, progetto, ente, inviataDa, dataProposta } = politica;
  const id = idPolitica(sapId, identificativo);
  await stores.politicheSap.put({
    ...{ id, sapId, identificativo, tipoAttivita, progetto, ente, inviataDa, dataProposta },
  });
  const nota = prima?.sap.politiche.find((una) => una.identificativo === identificativo);
  const { ultimoEvento } = politica;
  const at = adesso(ctx);
  const before = nota?.ultimoEvento ?? null;
  if (
    ultimoEvento !== null &&
    (ultimoEvento.evento !== before?.evento || ultimoEvento.data !== before.data)
  )
    await stores.eventiPolitica.insert({
      ...{ id: ctx.random.uuid(), sapId, politicaId: id, ...ultimoEvento, ente: causa, at },
    });
  if (tipoAttivita !== "N00") return;
  const known = await stores.did.get(id);
  await stores.did.put({
    ...{ id, sapId, stato: statoDid(politica), fonte: known?.fonte ?? fonte },
    ...{ giorno: politica.dataProposta, aggiornataAt: at },
  });
}
