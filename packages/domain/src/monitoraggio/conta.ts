import type { StatoAdesione } from "../adesione/adesione.ts";
import { STATI_APERTI } from "../adesione/transizioni.ts";
import { type CivilDate, daysBetween, type Instant } from "../time.ts";
import type { FattoContato } from "./fatti.ts";

/**
 * The five figures of the deck as a pure fold of the facts: as of a civil day, as known at an instant.
 * The same (giorno, notoAt) gives the same answer for ever, whatever is learned later.
 * @source DECK-2014, "Monitoraggio nazionale del programma"; DOMAIN §5.2
 */
export const DEFINIZIONI_CIFRE = "staffetta-cifre/1";

export interface Domanda {
  readonly giorno: CivilDate;
  readonly notoAt: Instant;
  /** After so many days without a presa in carico a giovane waits beyond the term. */
  readonly attesaDaysMax: number;
}

interface Persona {
  adesioni: Map<string, StatoAdesione>;
  canaliRegionali: Set<string>;
  primaAdesione: CivilDate;
  ultimaAdesione: CivilDate;
  operatore: boolean;
  contatti: Set<"convocati" | "raggiunti" | "colloquiati">;
  fascia: number | null;
  chiusura: StatoAdesione | null;
}

const CONTATTI_IMPLICATI = {
  convocato: ["convocati"],
  raggiunto: ["convocati", "raggiunti"],
  "nessuna-risposta": ["convocati"],
  colloquio: ["convocati", "raggiunti", "colloquiati"],
  "mancata-presentazione": ["convocati"],
} as const;

const CANCELLATI: ReadonlySet<StatoAdesione> = new Set<StatoAdesione>(["C", "D", "N", "U", "X"]);

function nuova(giorno: CivilDate): Persona {
  return {
    adesioni: new Map(),
    canaliRegionali: new Set(),
    primaAdesione: giorno,
    ultimaAdesione: giorno,
    operatore: false,
    contatti: new Set(),
    fascia: null,
    chiusura: null,
  };
}

function aggiungi(persona: Persona, { adesioneId, giorno, fatto }: FattoContato): void {
  switch (fatto.tipo) {
    case "adesione":
      persona.adesioni.set(adesioneId, "A");
      if (fatto.canale === "regionale") persona.canaliRegionali.add(adesioneId);
      persona.ultimaAdesione = giorno;
      return;
    case "operatore":
      persona.operatore = true;
      return;
    case "contatto":
      for (const grado of CONTATTI_IMPLICATI[fatto.esito]) persona.contatti.add(grado);
      return;
    case "presa":
      persona.fascia = fatto.fascia;
      return;
    case "stato":
      persona.adesioni.set(adesioneId, fatto.a);
      if (!STATI_APERTI.has(fatto.a)) persona.chiusura = fatto.a;
      return;
    case "non-presa":
    case "politica":
      return;
  }
}

const isAperta = (persona: Persona): boolean =>
  [...persona.adesioni.values()].some((stato) => STATI_APERTI.has(stato));
const isAlNetto = (persona: Persona): boolean =>
  [...persona.adesioni.values()].some((stato) => !CANCELLATI.has(stato));

/** Each person without a presa in carico falls in exactly one part of D4. */
function parteNonPresi(persona: Persona, { giorno, attesaDaysMax }: Domanda) {
  if (!isAperta(persona)) return "chiusi" as const;
  if (persona.contatti.has("colloquiati")) return "colloquioSenzaPatto" as const;
  if (!persona.operatore) return "senzaOperatore" as const;
  return daysBetween(persona.ultimaAdesione, giorno) <= attesaDaysMax
    ? ("inAttesaEntroTermine" as const)
    : ("inAttesaOltreTermine" as const);
}

/** @param fatti in any order; only those that happened by `giorno` and were known at `notoAt` count */
export function conta(fatti: Iterable<FattoContato>, domanda: Domanda) {
  const noti = [...fatti]
    .filter(({ giorno, notoAt }) => giorno <= domanda.giorno && notoAt <= domanda.notoAt)
    .sort((x, y) => compareText(x.notoAt, y.notoAt) || x.ordine - y.ordine);
  const persone = new Map<string, Persona>();
  const politiche = new Map<string, { persona: string; misura: string }>();
  let nelGiorno = 0;
  for (const contato of noti) {
    const { fatto, persona: chi, giorno } = contato;
    const persona = persone.get(chi) ?? nuova(giorno);
    persone.set(chi, persona);
    aggiungi(persona, contato);
    if (fatto.tipo === "politica")
      politiche.set(fatto.politicaId, { persona: chi, misura: fatto.misura });
    if (fatto.tipo === "adesione" && fatto.canale === "regionale" && giorno === domanda.giorno)
      nelGiorno++;
  }
  return componi([...persone.values()], [...politiche.values()], nelGiorno, domanda);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const quanti = <T>(list: readonly T[], test: (item: T) => boolean): number =>
  list.filter(test).length;
function perChiave(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys.toSorted()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function componi(
  persone: readonly Persona[],
  politiche: readonly { persona: string; misura: string }[],
  nelGiorno: number,
  domanda: Domanda,
) {
  const regionali = persone.filter(({ canaliRegionali }) => canaliRegionali.size > 0);
  const adesioniRegionali = regionali.flatMap((persona) =>
    [...persona.canaliRegionali].map((id) => persona.adesioni.get(id) ?? "A"),
  );
  const presi = persone.filter(({ fascia }) => fascia !== null);
  const nonPresi = persone.filter(({ fascia }) => fascia === null);
  const parti = nonPresi.map((persona) => parteNonPresi(persona, domanda));
  const chiusi = nonPresi.filter((persona) => !isAperta(persona));
  const parte = (nome: (typeof parti)[number]): number => quanti(parti, (una) => una === nome);
  const contattati = (grado: "convocati" | "raggiunti" | "colloquiati"): number =>
    quanti(persone, ({ contatti }) => contatti.has(grado));
  return {
    adesioniCanaleRegionale: {
      adesioni: adesioniRegionali.length,
      persone: regionali.length,
      alNetto: quanti(adesioniRegionali, (stato) => !CANCELLATI.has(stato)),
      nelGiorno,
    },
    giovaniContattati: {
      convocati: contattati("convocati"),
      raggiunti: contattati("raggiunti"),
      colloquiati: contattati("colloquiati"),
      conOperatore: quanti(persone, ({ operatore }) => operatore),
    },
    presiInCarico: {
      persone: presi.length,
      alNetto: quanti(presi, isAlNetto),
      perFascia: perChiave(presi.map(({ fascia }) => String(fascia))),
    },
    nonPresiInCarico: {
      senzaOperatore: parte("senzaOperatore"),
      inAttesaEntroTermine: parte("inAttesaEntroTermine"),
      inAttesaOltreTermine: parte("inAttesaOltreTermine"),
      colloquioSenzaPatto: parte("colloquioSenzaPatto"),
      chiusiSenzaPresa: perChiave(chiusi.map(({ chiusura }) => chiusura ?? "C")),
      totale: nonPresi.length,
    },
    politicheAttivate: {
      politiche: politiche.length,
      persone: new Set(politiche.map(({ persona }) => persona)).size,
      perMisura: perChiave(politiche.map(({ misura }) => misura)),
    },
  };
}
