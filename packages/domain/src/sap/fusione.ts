import type { CodiceEnte, IdPolitica } from "./identificativi.ts";
import {
  chiaveNaturale,
  DID,
  ORIENTAMENTO,
  type PoliticaInviata,
  type PoliticaSap,
  PRESA_IN_CARICO,
} from "./politica.ts";
import type { AvvisoSap } from "./rifiuto.ts";

/**
 * Section 6 is merged, never replaced: who doesn't name a policy doesn't take it away. A policy is changed
 * only by its promoter or by who sent it first; what others say about it is put aside, with a warning.
 */
export interface Fusa {
  readonly aggiunte: readonly PoliticaSap[];
  readonly aggiornate: readonly PoliticaSap[];
  readonly avvisi: readonly AvvisoSap[];
}

export type NuovoId = (politica: PoliticaInviata) => IdPolitica;

export function fondiPolitiche(
  note: readonly PoliticaSap[],
  inviate: readonly PoliticaInviata[],
  ente: CodiceEnte,
  nuovoId: NuovoId,
): Fusa {
  const trova = cercatore(note, inviate);
  const aggiunte: PoliticaSap[] = [];
  const aggiornate: PoliticaSap[] = [];
  const avvisi: AvvisoSap[] = [];
  const libero = soloLiberi(note, inviate, nuovoId);
  for (const inviata of [...inviate].sort(ordine)) {
    const nota = trova(inviata);
    if (nota === undefined) {
      const identificativo = inviata.identificativo ?? libero(inviata);
      const nuova = { ...inviata, identificativo, inviataDa: ente };
      aggiunte.push(conPresa(nuova, [...note, ...aggiunte]));
      continue;
    }
    const { dopo, avviso } = aggiorna(nota, inviata, ente);
    if (avviso !== null) avvisi.push(avviso);
    if (dopo !== null) aggiornate.push(dopo);
  }
  return { aggiunte, aggiornate, avvisi };
}

/** A02 first, because the others may belong to it; then who has an identifier, because it is sure. */
const ordine = (a: PoliticaInviata, b: PoliticaInviata): number =>
  Number(b.tipoAttivita === PRESA_IN_CARICO) - Number(a.tipoAttivita === PRESA_IN_CARICO) ||
  Number(a.identificativo === null) - Number(b.identificativo === null);

/** What others have made up may be what we would make: then we make another. */
function soloLiberi(
  note: readonly PoliticaSap[],
  inviate: readonly PoliticaInviata[],
  nuovoId: NuovoId,
): NuovoId {
  const used = new Set([...note, ...inviate].map(({ identificativo }) => identificativo));
  return (politica) => {
    let id = nuovoId(politica);
    while (used.has(id)) id = nuovoId(politica);
    used.add(id);
    return id;
  };
}

/**
 * By identifier; without one, by natural key. Each known policy answers once, and first to who calls it by
 * its identifier: it may be about to change its key.
 */
function cercatore(note: readonly PoliticaSap[], inviate: readonly PoliticaInviata[]) {
  const perId = new Map(note.map((una) => [una.identificativo, una]));
  const perChiave = new Map<string, PoliticaSap[]>();
  for (const una of note) {
    const chiave = chiaveNaturale(una);
    perChiave.set(chiave, [...(perChiave.get(chiave) ?? []), una]);
  }
  const taken = new Set(inviate.flatMap(({ identificativo }) => identificativo ?? []));
  const take = (una: PoliticaSap | undefined): PoliticaSap | undefined => {
    if (una !== undefined) taken.add(una.identificativo);
    return una;
  };
  return (inviata: PoliticaInviata): PoliticaSap | undefined => {
    const { identificativo } = inviata;
    if (identificativo !== null) return take(perId.get(identificativo));
    const candidates = perChiave.get(chiaveNaturale(inviata)) ?? [];
    return take(candidates.find((una) => !taken.has(una.identificativo)));
  };
}

const stessoNumero = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Number(a) === Number(b));

const CAMPI = [
  ...(["tipoAttivita", "titolo", "dataProposta", "dataInizio", "dataFine", "durata"] as const),
  ...(["tipologiaDurata", "descrizione", "progetto", "ente"] as const),
];

const stessoEvento = (a: PoliticaInviata["ultimoEvento"], b: typeof a): boolean =>
  a?.evento === b?.evento && a?.data === b?.data && a?.descrizione === b?.descrizione;

const uguali = (nota: PoliticaSap, dopo: PoliticaSap): boolean =>
  CAMPI.every((campo) => nota[campo] === dopo[campo]) &&
  stessoNumero(nota.indiceProfiling, dopo.indiceProfiling) &&
  nota.presaInCarico === dopo.presaInCarico &&
  stessoEvento(nota.ultimoEvento, dopo.ultimoEvento);

/** What a message leaves out of a known policy is kept: identifier, profiling, presa in carico, evento. */
function aggiorna(
  nota: PoliticaSap,
  inviata: PoliticaInviata,
  ente: CodiceEnte,
): Readonly<{ dopo: PoliticaSap | null; avviso: AvvisoSap | null }> {
  const vecchio =
    inviata.ultimoEvento !== null &&
    nota.ultimoEvento !== null &&
    inviata.ultimoEvento.data < nota.ultimoEvento.data;
  const dopo: PoliticaSap = {
    ...inviata,
    identificativo: nota.identificativo,
    inviataDa: nota.inviataDa,
    indiceProfiling: inviata.indiceProfiling ?? nota.indiceProfiling,
    presaInCarico: inviata.presaInCarico ?? nota.presaInCarico,
    ultimoEvento: vecchio ? nota.ultimoEvento : (inviata.ultimoEvento ?? nota.ultimoEvento),
  };
  if (uguali(nota, dopo)) return { dopo: null, avviso: null };
  const { identificativo } = nota;
  if (nota.ente !== ente && nota.inviataDa !== ente)
    return {
      dopo: null,
      avviso: { code: "politica.di-altro-ente", identificativo, ente: nota.ente },
    };
  const avviso = vecchio ? ({ code: "politica.evento-vecchio", identificativo } as const) : null;
  return { dopo, avviso };
}

/** A new policy without a presa in carico takes the last A02 of its project proposed no later than it. */
function conPresa(nuova: PoliticaSap, note: readonly PoliticaSap[]): PoliticaSap {
  if (nuova.presaInCarico !== null || nuova.tipoAttivita === DID) return nuova;
  if (nuova.tipoAttivita === PRESA_IN_CARICO)
    return { ...nuova, presaInCarico: nuova.identificativo };
  if (nuova.tipoAttivita === ORIENTAMENTO) return nuova;
  const prese = note.filter(
    ({ tipoAttivita, progetto, dataProposta }) =>
      tipoAttivita === PRESA_IN_CARICO &&
      progetto === nuova.progetto &&
      dataProposta <= nuova.dataProposta,
  );
  const presa = prese.reduce<PoliticaSap | null>(
    (last, una) => (last === null || una.dataProposta >= last.dataProposta ? una : last),
    null,
  );
  return { ...nuova, presaInCarico: presa?.identificativo ?? null };
}
