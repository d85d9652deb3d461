import {
  dayInRome,
  enteDiOperatore,
  enteDiRegione,
  evolveSap,
  type IdPolitica,
  type Instant,
  type InvioSap,
  type PoliticaInviata,
  politicaDaMisura,
  politicaDaPresa,
  riceviSap,
  sapProvvisoria,
} from "@staffetta/domain";
import type { Contesto } from "../contesto.ts";
import type { AdesioneRow, PersonaRow, PoliticaRow, PresaRow, Stores } from "../store.ts";
import { leggiAttivaDi, type Provenienza, registraSap, type SapTenuta } from "./archivio.ts";
import { compi, contestoSap } from "./riceve.ts";

/** F5 leaves the same SAP as the national SOAP: the same functions, another way in. */
const provenienza = (ctx: Contesto, regione: string): Provenienza => ({
  ente: enteDiRegione(ctx.regoleSap, regione),
  regione,
  canale: "modi",
  scambioId: null,
});

/** The active SAP of a person, made here when nobody has sent one. The person's row is held. */
export async function ensureSap(
  ctx: Contesto,
  stores: Stores,
  { id: personaId, sesso, dataNascita, cfSigillato }: PersonaRow,
  { regione, at }: Readonly<{ regione: string; at: Instant }>,
): Promise<SapTenuta> {
  await stores.persone.lock(personaId);
  const known = await leggiAttivaDi(ctx, stores, personaId);
  if (known !== null) return known;
  const codiceFiscale = ctx.cipher.open(cfSigillato);
  const contesto = await contestoSap(ctx, stores, regione, { sap: true, politiche: 0 });
  const datipersonali = { codicefiscale: codiceFiscale, sesso, datanascita: dataNascita };
  const eventi = sapProvvisoria(
    {
      ...{ codiceFiscale, ente: enteDiRegione(ctx.regoleSap, regione) },
      ...{ dataUltimoAgg: dayInRome(at), sezioni: { anagrafici: { datipersonali } } },
    },
    contesto,
  );
  const da = { ...provenienza(ctx, regione), canale: "nodo" as const };
  await registraSap(ctx, stores, { personaId, prima: null, eventi, avvisi: [] }, da);
  const made = await leggiAttivaDi(ctx, stores, personaId);
  if (made === null) throw new Error(`la SAP ${evolveSap(null, eventi).id} non è stata scritta`);
  return made;
}

/** Adds or updates one policy of the SAP of an adesione; gives the identifier that it has there. */
async function portaInSap(
  ctx: Contesto,
  stores: Stores,
  { personaId, regione }: AdesioneRow,
  politica: PoliticaInviata,
  at: Instant,
): Promise<IdPolitica> {
  const persona = await stores.persone.get(personaId);
  if (persona === null) throw new Error(`la persona ${personaId} non c'è`);
  const prima = await ensureSap(ctx, stores, persona, { regione, at });
  const contesto = await contestoSap(ctx, stores, regione, { sap: false, politiche: 1 });
  const identificativo =
    politica.identificativo ?? contesto.nuovoIdPolitica(prima.sap.id)(politica);
  const da = provenienza(ctx, regione);
  const invio: InvioSap = {
    id: prima.sap.id,
    ente: enteDiRegione(ctx.regoleSap, regione),
    tipoVariazione: "02",
    dataUltimoAgg: dayInRome(at),
    codiceFiscale: null,
    sezioni: {},
    politiche: [{ ...politica, identificativo }],
  };
  const deciso = riceviSap({ perId: prima.sap, perCodiceFiscale: null }, invio, contesto);
  // What these messages carry has been checked by the contract: a refusal would be a fault of ours.
  if (!deciso.ok) throw new Error(`la SAP non accoglie la politica: ${deciso.rifiuto.code}`);
  await compi(ctx, stores, { personaId, prima, ...deciso.value }, da);
  return identificativo;
}

export function presaInSap(
  ctx: Contesto,
  stores: Stores,
  adesione: AdesioneRow,
  presa: Omit<PresaRow, "identificativo">,
  nota: PresaRow | null,
): Promise<IdPolitica> {
  const { operatoreId, dataPatto, fascia, at } = presa;
  const ente = enteDiOperatore(ctx.regoleSap, adesione.regione, operatoreId);
  const politica = politicaDaPresa({ ente, dataPatto: dataPatto as never, fascia });
  const identificativo = (nota?.identificativo ?? null) as IdPolitica | null;
  return portaInSap(ctx, stores, adesione, { ...politica, identificativo }, at as Instant);
}

export async function misuraInSap(
  ctx: Contesto,
  stores: Stores,
  adesione: AdesioneRow,
  { misura, dataInizio, dataFine, esito }: Omit<PoliticaRow, "identificativo">,
  { nota, at }: Readonly<{ nota: PoliticaRow | null; at: Instant }>,
): Promise<IdPolitica> {
  const prese = await stores.prese.by("adesioneId", adesione.id);
  const last = prese.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  const { regione } = adesione;
  const ente =
    last === undefined
      ? enteDiRegione(ctx.regoleSap, regione)
      : enteDiOperatore(ctx.regoleSap, regione, last.operatoreId);
  const politica = politicaDaMisura(
    { ente, misura, dataInizio: dataInizio as never, dataFine: dataFine as never, esito },
    ctx.regoleSap,
  );
  const identificativo = (nota?.identificativo ?? null) as IdPolitica | null;
  return portaInSap(ctx, stores, adesione, { ...politica, identificativo }, at);
}
