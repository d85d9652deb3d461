import type { Anagrafica } from "@staffetta/contracts";
import {
  type CivilDate,
  type CodiceFiscale,
  daCapo,
  daChiudereDi,
  dayInRome,
  formaBase,
  type Instant,
  minoreFinoA,
  nomePerRicerca,
  SENZA_TERMINE,
} from "@staffetta/domain";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { personaOf } from "../casi/persona.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { CodaRow } from "./tabelle.ts";

/** One person has one digest, whichever form of the codice fiscale is shown. */
export const digestDi = ({ cipher }: Contesto, codiceFiscale: CodiceFiscale): string =>
  cipher.digest(formaBase(codiceFiscale));

type Identita = Pick<CodaRow, "cognome" | "nome" | "ricerca" | "cfDigest" | "minoreFino">;

const identitaOf = (ctx: Contesto, chi: Anagrafica, dataAdesione: CivilDate): Identita => ({
  cognome: chi.cognome,
  nome: chi.nome,
  ricerca: nomePerRicerca(chi.cognome, chi.nome),
  cfDigest: digestDi(ctx, chi.codiceFiscale),
  minoreFino: minoreFinoA(chi.dataNascita, dataAdesione),
});

const LIBERA = { ...daCapo, segno: null } as const;

type Chiusura = Pick<CodaRow, "mossoOn" | "chiudereDal" | "chiudereEntro" | "chiudereMotivo">;

/** When the path is to be closed, if nothing more is written about it after that day. */
async function chiusuraDi(
  ctx: Contesto,
  stores: Stores,
  { caso }: CasoRow,
  mossoOn: CivilDate,
): Promise<Chiusura> {
  const regole = await regoleDelCaso(ctx, stores, caso);
  const da = daChiudereDi(caso, mossoOn, regole);
  const { dal = null, entro = null, motivo = null } = da ?? {};
  return { mossoOn, chiudereDal: dal, chiudereEntro: entro, chiudereMotivo: motivo };
}

const ultimo = (a: CivilDate, b: CivilDate | null): CivilDate => (b !== null && b > a ? b : a);

export interface Novita {
  readonly persona: () => Readonly<{ anagrafica: Anagrafica }>;
  /** The case is new, or its person has changed; otherwise what the list knows is kept. */
  readonly cambiata: boolean;
  /** Day of the fact that is being written; null = nothing happened to the case itself. */
  readonly mossoOn: CivilDate | null;
}

/** Keeps the list true to the case, in the transaction that changes it. */
export async function segnaInCoda(
  ctx: Contesto,
  stores: Stores,
  riga: CasoRow,
  { persona, cambiata, mossoOn }: Novita,
): Promise<void> {
  const { adesioneId, operatoreId, vista, ultimoContatto, caso } = riga;
  const { dataAdesione } = caso;
  const prima = await stores.coda.lock(adesioneId);
  const identita =
    prima === null || cambiata ? identitaOf(ctx, persona().anagrafica, dataAdesione) : {};
  const mani = prima === null || prima.operatoreId !== operatoreId ? LIBERA : {};
  const mosso = ultimo(mossoOn ?? prima?.mossoOn ?? dataAdesione, prima?.mossoOn ?? null);
  await stores.coda.put({
    ...(prima as CodaRow),
    ...identita,
    ...mani,
    ...{ adesioneId, operatoreId, vista, ultimoContatto, dataAdesione },
    aperto: vista !== "conclusi",
    entro: (riga.entro ?? SENZA_TERMINE) as CivilDate,
    fascia: caso.patto?.fascia ?? null,
    ...(await chiusuraDi(ctx, stores, riga, mosso)),
  });
}

/** Something was written about this case that is no fact of the case itself: a line of a register. */
export async function segnaMosso(ctx: Contesto, stores: Stores, riga: CasoRow): Promise<void> {
  const voce = await stores.coda.lock(riga.adesioneId);
  if (voce === null) return;
  const mosso = ultimo(oggi(ctx), voce.mossoOn);
  await stores.coda.put({ ...voce, ...(await chiusuraDi(ctx, stores, riga, mosso)) });
}

/** A row that is missing, or that was written before closings were known: from the history of its case. */
export async function segnaDaCapo(
  ctx: Contesto,
  stores: Stores,
  adesioneId: string,
): Promise<void> {
  const riga = await stores.casi.lock(adesioneId);
  if (riga === null) return;
  const eventi = await stores.eventi.by("adesioneId", adesioneId);
  const giorni = eventi.map(({ at }) => dayInRome(at as Instant));
  const mossoOn = giorni.reduce(ultimo, riga.caso.dataAdesione);
  const persona = () => personaOf(ctx, riga);
  await segnaInCoda(ctx, stores, riga, { persona, cambiata: true, mossoOn });
}
