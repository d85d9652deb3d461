import { servizicoap } from "@staffetta/contracts";
import {
  type CivilDate,
  nascitaNelCodice,
  regoleAdesione,
  STATI_APERTI,
  type StatoAdesione,
} from "@staffetta/domain";
import { registraEventi } from "../adesione/registra-eventi.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { findGiovane, lockGiovane, NOME_IGNOTO, RECAPITI_IGNOTI, recapitiOf } from "../giovani.ts";
import { annotaSap } from "../sap/dati.ts";
import { tieniInAttesa } from "../sap/in-attesa.ts";
import type { GiovaneRow, Stores } from "../store.ts";
import { registraNazionale } from "./registra.ts";

const { ko, okEsito } = servizicoap;
type Gestore = NonNullable<servizicoap.GestoriServizicoap["invioUtenteYG"]>;
type Utente = servizicoap.UtenteYG["utente"];
type Esito = Awaited<ReturnType<Gestore>>;

const OPERAZIONE = "invioUtenteYG";
const ALTRA_REGIONE = "L'adesione è di un'altra regione.";

/** F1 on the national wire: an adesione taken by the national portal. The same key twice is one adesione. */
export const invioUtenteWith =
  (ctx: Contesto): Gestore =>
  async ({ UtenteYG: { utente } }) => {
    if (utente.Regione !== ctx.regione) return ko(OPERAZIONE, ALTRA_REGIONE);
    return ctx.uow.transaction(async (stores) => {
      const giovane = await giovaneDi(ctx, stores, utente);
      if (giovane === null) return attendi(ctx, stores, utente);
      const altre = await stores.adesioni.by("giovaneId", giovane.id);
      const stessa = altre.find(({ dataAdesione }) => dataAdesione === utente.dataadesione);
      if (stessa === undefined) return registra(ctx, stores, giovane, utente);
      await annota(ctx, stores, stessa.id, utente);
      return STATI_APERTI.has(stessa.stato)
        ? okEsito(OPERAZIONE)
        : riapri(ctx, stores, { giovane, id: stessa.id });
    });
  };

async function attendi(ctx: Contesto, stores: Stores, utente: Utente): Promise<Esito> {
  const { CodiceFiscale: codiceFiscale, IdentificativoSap: identificativoSap } = utente;
  const dataAdesione = utente.dataadesione as CivilDate;
  await tieniInAttesa(ctx, stores, { codiceFiscale, dataAdesione, identificativoSap });
  return okEsito(OPERAZIONE);
}

/** The SAP that a second message brings, when the first had none. */
async function annota(
  ctx: Contesto,
  stores: Stores,
  adesioneId: string,
  { IdentificativoSap: identificativo }: Utente,
): Promise<void> {
  if (identificativo !== null)
    await annotaSap(ctx, stores, adesioneId, { identificativo, fonte: "portale-nazionale" });
}

async function giovaneDi(
  ctx: Contesto,
  stores: Stores,
  { CodiceFiscale: codiceFiscale, dataadesione }: Utente,
): Promise<GiovaneRow | null> {
  const nota = await findGiovane(ctx, stores, codiceFiscale);
  const nato = nota ?? nascitaNelCodice(codiceFiscale, dataadesione as CivilDate);
  if (nato === null) return null;
  const { dataNascita, sesso } = nato;
  const chi = { codiceFiscale, dataNascita: dataNascita as CivilDate, sesso, ...NOME_IGNOTO };
  return lockGiovane(ctx, stores, chi, nota === null ? RECAPITI_IGNOTI : recapitiOf(nota));
}

async function registra(
  ctx: Contesto,
  stores: Stores,
  riga: GiovaneRow,
  { dataadesione, IdentificativoSap: identificativoSap }: Utente,
): Promise<Esito> {
  const quale = { dataAdesione: dataadesione as CivilDate, identificativoSap };
  const nata = await registraNazionale(ctx, stores, riga, quale);
  if (nata.ok) return okEsito(OPERAZIONE);
  const { code, ...fatti } = nata.rifiuto;
  return ko(OPERAZIONE, ctx.problemi.traduci(code, fatti).title);
}

/** The old date on a closed adesione: it is opened again. */
async function riapri(
  ctx: Contesto,
  stores: Stores,
  { giovane, id }: Readonly<{ giovane: GiovaneRow; id: string }>,
): Promise<Esito> {
  const adesione = await stores.adesioni.lock(id);
  if (adesione === null) throw new Error(`L'adesione ${id} non c'è più`);
  const altre = await stores.adesioni.by("giovaneId", giovane.id);
  const aperta = regoleAdesione.apertaFra(altre);
  const cambio = {
    a: "A" as StatoAdesione,
    chi: "regione",
    motivo: "ripristino-nazionale",
  } as const;
  const deciso =
    aperta === null
      ? regoleAdesione.cambiaStato(adesione, cambio, adesso(ctx))
      : ({ ok: false, rifiuto: aperta } as const);
  if (!deciso.ok) {
    const { code, ...fatti } = deciso.rifiuto;
    return ko(OPERAZIONE, ctx.problemi.traduci(code, fatti).title);
  }
  await registraEventi(ctx, stores, giovane, { prima: adesione, eventi: deciso.value });
  return okEsito(OPERAZIONE);
}
