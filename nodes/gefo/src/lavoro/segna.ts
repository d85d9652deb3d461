import type { Anagrafica } from "@staffetta/contracts";
import {
  type CivilDate,
  type CodiceFiscale,
  daCapo,
  formaBase,
  minoreFinoA,
  nomePerRicerca,
  SENZA_TERMINE,
} from "@staffetta/domain";
import type { CasoRow } from "../casi/tabelle.ts";
import type { Contesto } from "../contesto.ts";
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

/**
 * Keeps the list true to the case, in the transaction that changes it.
 * @param persona when the case is new or its person has changed; otherwise what the list knows is kept
 */
export async function segnaInCoda(
  ctx: Contesto,
  stores: Stores,
  riga: CasoRow,
  persona: () => Readonly<{ anagrafica: Anagrafica }>,
  cambiata: boolean,
): Promise<void> {
  const { adesioneId, operatoreId, vista, ultimoContatto, caso } = riga;
  const { dataAdesione } = caso;
  const prima = await stores.coda.lock(adesioneId);
  const identita =
    prima === null || cambiata ? identitaOf(ctx, persona().anagrafica, dataAdesione) : {};
  const mani = prima === null || prima.operatoreId !== operatoreId ? LIBERA : {};
  await stores.coda.put({
    ...(prima as CodaRow),
    ...identita,
    ...mani,
    ...{ adesioneId, operatoreId, vista, ultimoContatto, dataAdesione },
    aperto: vista !== "conclusi",
    entro: (riga.entro ?? SENZA_TERMINE) as CivilDate,
    fascia: caso.patto?.fascia ?? null,
  });
}
