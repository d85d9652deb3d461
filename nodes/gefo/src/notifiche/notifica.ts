import {
  type CanaleNotifica,
  creaNotifica,
  type DatiNotifica,
  type Instant,
  type ModelloNotifica,
  REGOLE_NOTIFICHE,
  scrivi,
} from "@staffetta/domain";
import type { Allegato, Lettera } from "@staffetta/platform";
import { type Persona, personaOf } from "../casi/persona.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { NotificaRow } from "./tabelle.ts";

/** Filled from the case itself. */
type Noti = "nome" | "operatore" | "telefono";

export interface RichiestaNotifica<M extends ModelloNotifica> {
  /** Says what this letter is about: asked again with the same key, nothing is written again. */
  readonly chiave: string;
  readonly modello: M;
  readonly dati: Omit<DatiNotifica<M>, Noti>;
  /** Absent = as the person prefers, by e-mail when nothing was said. */
  readonly canale?: CanaleNotifica;
  /** Not before this instant: a reminder. */
  readonly dal?: Instant;
  readonly allegati?: readonly Allegato[];
}

const INDIRIZZI: Readonly<Record<CanaleNotifica, (persona: Persona) => string>> = {
  email: ({ recapiti }) => recapiti.email,
  sms: ({ recapiti }) => recapiti.telefono,
  io: ({ anagrafica }) => anagrafica.codiceFiscale,
};

/**
 * Writes a letter to the person of a case, in the caller's transaction: it leaves after the commit, or
 * never if there is none. The one way to write to people.
 */
export async function notifica<M extends ModelloNotifica>(
  ctx: Contesto,
  stores: Stores,
  caso: CasoRow,
  richiesta: RichiestaNotifica<M>,
): Promise<NotificaRow> {
  const { chiave, modello, dati, dal, allegati = [] } = richiesta;
  const [known] = await stores.notifiche.by("chiave", chiave);
  if (known !== undefined) return known;
  const { adesioneId, operatoreId } = caso;
  const operatore = await stores.operatori.get(operatoreId);
  const preferenza = await stores.preferenze.get(adesioneId);
  const persona = personaOf(ctx, caso);
  const canale = richiesta.canale ?? preferenza?.canale ?? "email";
  const noti = {
    nome: persona.anagrafica.nome,
    operatore: operatore?.denominazione ?? operatoreId,
    telefono: operatore?.telefono ?? "",
  };
  const id = ctx.random.uuid();
  const scritta = scrivi(modello, { ...dati, ...noti } as unknown as DatiNotifica<M>);
  const lettera: Lettera = { id, a: INDIRIZZI[canale](persona), ...scritta, allegati };
  const una = creaNotifica(
    {
      ...{ id, chiave, modello, canale, senzaPromemoria: preferenza?.senzaPromemoria ?? false },
      ...(dal === undefined ? {} : { dal }),
    },
    REGOLE_NOTIFICHE,
    adesso(ctx),
  );
  const letteraSigillata = ctx.cipher.seal(JSON.stringify(lettera));
  const row: NotificaRow = { ...una, adesioneId, operatoreId, letteraSigillata };
  await stores.notifiche.insert(row);
  return row;
}

export const letteraOf = ({ cipher }: Contesto, { letteraSigillata }: NotificaRow): Lettera =>
  JSON.parse(cipher.open(letteraSigillata)) as Lettera;
