import { servizicoap } from "@staffetta/contracts";
import {
  type CivilDate,
  nascitaNelCodice,
  regoleAdesione,
  STATI_APERTI,
  type StatoAdesione,
} from "@staffetta/domain";
import { registraEventi } from "../adesione/registra-eventi.ts";
import { apriCompito } from "../compiti/compiti.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { findGiovane, lockGiovane, recapitiOf } from "../giovani.ts";
import type { GiovaneRow, Stores } from "../store.ts";

const { ko, okEsito } = servizicoap;
type Gestore = NonNullable<servizicoap.GestoriServizicoap["invioUtenteYG"]>;
type Utente = servizicoap.UtenteYG["utente"];
type Esito = Awaited<ReturnType<Gestore>>;

const OPERAZIONE = "invioUtenteYG";
const ALTRA_REGIONE = "L'adesione è di un'altra regione.";
const SENZA_NASCITA = "Il codice fiscale provvisorio non dice la data di nascita.";
const DA_COMPLETARE = {
  tipo: "recapiti-mancanti",
  titolo: "Mancano nome o recapiti di una persona arrivata dal portale nazionale",
  causa: "Il documento nazionale porta solo il codice fiscale, la data e la regione.",
  prossimoPasso: "Apri la scheda e completa nome e recapiti: il compito si chiude da solo.",
} as const;
const MANCANTI = { email: "da-completare@esempio.invalid", telefono: "000000" } as const;

/** F1 on the national wire: an adesione taken by the national portal. The same key twice is one adesione. */
export const invioUtenteWith =
  (ctx: Contesto): Gestore =>
  async ({ UtenteYG: { utente } }) => {
    if (utente.Regione !== ctx.regione) return ko(OPERAZIONE, ALTRA_REGIONE);
    return ctx.uow.transaction(async (stores) => {
      const giovane = await giovaneDi(ctx, stores, utente);
      if (giovane === null) return ko(OPERAZIONE, SENZA_NASCITA);
      const altre = await stores.adesioni.by("giovaneId", giovane.riga.id);
      const stessa = altre.find(({ dataAdesione }) => dataAdesione === utente.dataadesione);
      if (stessa === undefined) return registra(ctx, stores, giovane, utente);
      return STATI_APERTI.has(stessa.stato)
        ? okEsito(OPERAZIONE)
        : riapri(ctx, stores, { giovane: giovane.riga, id: stessa.id });
    });
  };

interface Trovato {
  readonly riga: GiovaneRow;
  readonly nota: boolean;
}

async function giovaneDi(
  ctx: Contesto,
  stores: Stores,
  { CodiceFiscale: codiceFiscale, dataadesione }: Utente,
): Promise<Trovato | null> {
  const nota = await findGiovane(ctx, stores, codiceFiscale);
  const nato = nota ?? nascitaNelCodice(codiceFiscale, dataadesione as CivilDate);
  if (nato === null) return null;
  const { dataNascita, sesso } = nato;
  const nome = { nome: "Da completare", cognome: "Da completare" };
  const anagrafica = { codiceFiscale, dataNascita: dataNascita as CivilDate, sesso, ...nome };
  const recapiti = nota === null ? MANCANTI : recapitiOf(nota);
  return { riga: await lockGiovane(ctx, stores, anagrafica, recapiti), nota: nota !== null };
}

async function registra(
  ctx: Contesto,
  stores: Stores,
  { riga, nota }: Trovato,
  { dataadesione }: Utente,
): Promise<Esito> {
  const altre = await stores.adesioni.by("giovaneId", riga.id);
  const id = ctx.random.uuid() as never;
  const chi = { id, giovaneId: riga.id as never, regione: ctx.regione, canale: "nazionale" };
  const quando = {
    dataAdesione: dataadesione as CivilDate,
    dataNascita: riga.dataNascita as CivilDate,
  };
  const comando = { ...chi, ...quando } as const;
  const deciso = regoleAdesione.registra(comando as never, altre, ctx.regole, adesso(ctx));
  if (!deciso.ok) {
    const { code, ...fatti } = deciso.rifiuto;
    return ko(OPERAZIONE, ctx.problemi.traduci(code, fatti).title);
  }
  await stores.giovani.put(riga);
  await registraEventi(ctx, stores, riga, { prima: null, eventi: deciso.value });
  if (!nota) await apriCompito(ctx, stores, { ...DA_COMPLETARE, adesioneId: id });
  return okEsito(OPERAZIONE);
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
