import { createHash } from "node:crypto";
import {
  type Abilitazione,
  type CodiceMisura,
  checkNonFermato,
  conCifraDiControllo,
  type Instant,
  MISURE,
} from "@staffetta/domain";
import { adesso, type Contesto, oggi as oggiIn } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { EnteRow, OperatoreRow, Validita } from "./tabelle.ts";

export const abilitazioneDi = ({ stato, attoAt, misure }: EnteRow): Abilitazione => ({
  ...{ stato, misure },
  attoAt: attoAt as Instant | null,
});

/** What the act says, word for word: its digest is what was signed. */
const testoAtto = ({ operatoreId, codiceFiscale, firmatario, misure }: EnteRow): string =>
  `Atto di Adesione Unico. L'operatore ${operatoreId} (${codiceFiscale}), per mezzo di ${firmatario}, ` +
  `accetta le regole dell'avviso per le misure ${misure.join(", ")}.`;

/**
 * The port of the signature. In development the digest of the text with the name of who signs; a
 * qualified signature takes its place where the law asks for one.
 */
export const firmaSemplice = (ente: EnteRow, chi: string, at: string) => ({
  attoAt: at,
  attoChi: chi,
  attoSha256: createHash("sha256")
    .update(`${testoAtto(ente)}\n${chi}\n${at}`)
    .digest("hex"),
});

export async function enteDi(stores: Stores, operatoreId: string): Promise<EnteRow> {
  const ente = await stores.enti.get(operatoreId);
  if (ente === null) throw new Error(`l'operatore ${operatoreId} non ha i suoi dati`);
  return ente;
}

const SEMPRE: Validita = { dal: "", al: "" };

/** The days of what is already there stay; what an operatore adds by itself holds from that day. */
const tieni = <T extends Validita>(
  nuovi: readonly T[],
  noti: readonly T[],
  stesso: (uno: T, altro: T) => boolean,
  oggi: string,
): T[] =>
  nuovi.map((uno) => {
    const noto = noti.find((altro) => stesso(uno, altro));
    return { ...uno, dal: noto?.dal ?? oggi, al: noto?.al ?? "" };
  });

/** Only the Region says from when to when a place or a person is accredited. */
export const conValidita = <D extends Pick<EnteRow, "sedi" | "professionisti">>(
  ente: EnteRow,
  dati: D,
  oggi: string,
): D => ({
  ...dati,
  sedi: tieni(
    dati.sedi,
    ente.sedi,
    (una, altra) => una.indirizzo === altra.indirizzo && una.comune === altra.comune,
    oggi,
  ),
  professionisti: tieni(
    dati.professionisti,
    ente.professionisti,
    (uno, altro) => uno.nome === altro.nome,
    oggi,
  ),
});

export interface DatiIniziali {
  readonly codiceFiscale: string;
  readonly partitaIva: string;
  readonly firmatario: string;
  readonly misure: readonly CodiceMisura[];
  readonly atto: string;
}

/** A body that the accredited list names for the first time. */
export async function accredita(
  ctx: Contesto,
  stores: Stores,
  { id: operatoreId, comune, indirizzo, attivo }: OperatoreRow,
  { codiceFiscale, partitaIva, firmatario, misure, atto }: DatiIniziali,
): Promise<EnteRow> {
  const stato = attivo ? "accreditato" : "sospeso";
  const ente: EnteRow = {
    ...{ operatoreId, stato, codiceFiscale, partitaIva, firmatario, misure },
    ...{ sedi: [{ comune, indirizzo, ...SEMPRE }], professionisti: [], version: 1 },
    ...{ attoAt: null, attoChi: null, attoSha256: null },
  };
  await stores.enti.insert(ente);
  await stores.accreditamenti.insert({
    ...{ id: ctx.random.uuid(), operatoreId, da: null, a: stato, atto },
    ...{ motivo: "elenco degli accreditati", data: oggiIn(ctx) },
    ...{ at: adesso(ctx), chi: "Gefo" },
  });
  return ente;
}

/** An invented body of development: complete, and its act signed, so that it can work at once. */
export async function accreditaEsempio(
  ctx: Contesto,
  stores: Stores,
  operatore: OperatoreRow,
): Promise<void> {
  const numero = operatore.id.slice(3).padStart(7, "0");
  const partitaIva = conCifraDiControllo(`${numero}015`);
  const ente = await accredita(ctx, stores, operatore, {
    ...{ codiceFiscale: partitaIva, partitaIva, firmatario: "Rappresentante di esempio" },
    misure: Object.keys(MISURE) as CodiceMisura[],
    atto: "elenco di esempio",
  });
  await stores.enti.put({ ...ente, ...firmaSemplice(ente, "Esempio", adesso(ctx)), version: 2 });
}

/** Refuses who the Region has stopped; a body that is not on the register yet has no act against it. */
export async function checkFermo(
  { enti }: Pick<Stores, "enti">,
  operatoreId: string,
): Promise<ReturnType<typeof checkNonFermato>> {
  return checkNonFermato((await enti.get(operatoreId))?.stato ?? "accreditato");
}
