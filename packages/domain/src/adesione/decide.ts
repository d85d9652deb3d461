import type { AdesioneId, CodiceRegione, GiovaneId, OperatoreId } from "../ids.ts";
import type { RegoleAdesione } from "../pacchetto/regole-adesione.ts";
import type { MotivoNonPresa } from "../presa-in-carico/contatto.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type CivilDate, dayInRome, type Instant } from "../time.ts";
import type { Adesione, Canale, StatoAdesione } from "./adesione.ts";
import type { EventoAdesione } from "./evolve.ts";
import { type RegolaValutata, valutaRequisiti } from "./requisiti.ts";
import { type Autorita, findTransizione, STATI_APERTI, STATI_IN_CARICO } from "./transizioni.ts";

/**
 * The decisions about an adesione, all taken by the node of the region that holds it. Each answers with
 * the eventi to record or with a refusal that carries its facts. See SPEC.md for the races.
 */
export type RifiutoAdesione =
  | Readonly<{ code: "adesione.requisiti"; regole: readonly RegolaValutata[] }>
  | Readonly<{ code: "adesione.gia-aperta"; adesioneId: AdesioneId; stato: StatoAdesione }>
  | Readonly<{
      code: "adesione.transizione-non-ammessa";
      stato: StatoAdesione;
      a: StatoAdesione;
      chi: Autorita;
    }>
  | Readonly<{ code: "adesione.operatore-non-modificabile"; stato: StatoAdesione }>
  | Readonly<{ code: "adesione.operatore-gia-scelto"; operatoreId: OperatoreId }>
  | Readonly<{
      code: "adesione.operatore-diverso";
      operatoreId: OperatoreId | null;
      chiede: OperatoreId;
    }>
  | Readonly<{ code: "adesione.non-in-conferma"; stato: StatoAdesione }>
  | Readonly<{ code: "adesione.in-conferma"; a: StatoAdesione }>
  | Readonly<{ code: "adesione.politica-senza-presa"; stato: StatoAdesione }>;

type Decisi = Result<readonly EventoAdesione[], RifiutoAdesione>;

export interface Registra {
  readonly id: AdesioneId;
  readonly giovaneId: GiovaneId;
  readonly regione: CodiceRegione;
  readonly canale: Canale;
  readonly dataNascita: CivilDate;
  readonly dataAdesione: CivilDate;
}

/** @param altre adesioni of the same person in the same region, whatever their stato */
export function registra(
  comando: Registra,
  altre: readonly Adesione[],
  regole: RegoleAdesione,
  at: Instant,
): Decisi {
  const valutate = valutaRequisiti(comando.dataNascita, comando.dataAdesione, regole);
  if (valutate.some(({ rispettata }) => !rispettata))
    return refuse({ code: "adesione.requisiti", regole: valutate });
  const aperta = apertaFra(altre);
  if (aperta) return refuse(aperta);
  const { dataNascita: _, ...chi } = comando;
  const etaYears = valutate[0]?.fatti.etaYears ?? 0;
  return ok([{ tipo: "adesione-registrata", at, ...chi, etaYears }]);
}

/** In one region a person has at most one open adesione: the refusal that names it, or null. */
export function apertaFra(adesioni: readonly Adesione[]): RifiutoAdesione | null {
  const aperta = adesioni.find(({ stato }) => STATI_APERTI.has(stato));
  if (!aperta) return null;
  return { code: "adesione.gia-aperta", adesioneId: aperta.id, stato: aperta.stato };
}

/** The giovane may choose and change the operatore for as long as nobody has taken him or her in charge. */
export function scegliOperatore(adesione: Adesione, operatoreId: OperatoreId, at: Instant): Decisi {
  if (adesione.stato !== "A")
    return refuse({ code: "adesione.operatore-non-modificabile", stato: adesione.stato });
  if (adesione.operatoreId === operatoreId)
    return refuse({ code: "adesione.operatore-gia-scelto", operatoreId });
  return ok([{ tipo: "operatore-scelto", at, operatoreId, precedenteId: adesione.operatoreId }]);
}

interface Cambio {
  readonly a: StatoAdesione;
  readonly chi: Autorita;
  readonly motivo?: string | null;
  readonly rettifica?: boolean;
}

/** Any change of stato goes through the table; while P waits for its receipt nothing else may move. */
export function cambiaStato(adesione: Adesione, cambio: Cambio, at: Instant): Decisi {
  const { a, chi, motivo = null, rettifica = false } = cambio;
  const da = adesione.stato;
  if (adesione.inConferma && !rettifica) return refuse({ code: "adesione.in-conferma", a });
  const row = findTransizione({ da, a, rettifica, giorno: dayInRome(at) });
  if (!row?.chi.includes(chi))
    return refuse({ code: "adesione.transizione-non-ammessa", stato: da, a, chi });
  return ok([{ tipo: "stato-cambiato", at, da, a, motivo, rettifica }]);
}

/** P, provisional until the national register's receipt. */
export function prendiInCarico(adesione: Adesione, operatoreId: OperatoreId, at: Instant): Decisi {
  if (adesione.operatoreId !== operatoreId) {
    const { operatoreId: scelto } = adesione;
    return refuse({ code: "adesione.operatore-diverso", operatoreId: scelto, chiede: operatoreId });
  }
  return cambiaStato(adesione, { a: "P", chi: "operatore" }, at);
}

/** The receipt of P: applied. */
export function confermaPresa(adesione: Adesione, at: Instant): Decisi {
  if (!adesione.inConferma)
    return refuse({ code: "adesione.non-in-conferma", stato: adesione.stato });
  return ok([{ tipo: "presa-confermata", at }]);
}

/** The receipt of P: refused, another region came first. Back to A by a recorded rettifica, then N. */
export function rettificaPresa(adesione: Adesione, motivo: string, at: Instant): Decisi {
  if (!adesione.inConferma)
    return refuse({ code: "adesione.non-in-conferma", stato: adesione.stato });
  return ok([
    { tipo: "stato-cambiato", at, da: "P", a: "A", motivo, rettifica: true },
    { tipo: "stato-cambiato", at, da: "A", a: "N", motivo, rettifica: false },
  ]);
}

/** A politica attiva has started. The first makes T; later ones change nothing. */
export function avviaPolitica(adesione: Adesione, at: Instant): Decisi {
  if (adesione.stato === "T") return ok([]);
  if (adesione.stato !== "P")
    return refuse({ code: "adesione.politica-senza-presa", stato: adesione.stato });
  return cambiaStato(adesione, { a: "T", chi: "operatore" }, at);
}

/** The last politica of the dote is over: F, or R when the giovane left it. */
export function concludiPercorso(adesione: Adesione, abbandonata: boolean, at: Instant): Decisi {
  return cambiaStato(adesione, { a: abbandonata ? "R" : "F", chi: "operatore" }, at);
}

/**
 * Where a NON presa in carico leads is data of the pack. When it leads nowhere the adesione stays active
 * without an operatore, and it is the giovane's turn again: nobody waits for somebody who has given up.
 */
export function nonPresa(
  adesione: Adesione,
  motivo: MotivoNonPresa,
  regole: RegoleAdesione,
  at: Instant,
): Decisi {
  const a = regole.statoNonPresa[motivo];
  if (a !== null) return cambiaStato(adesione, { a, chi: "operatore", motivo }, at);
  if (adesione.stato !== "A")
    return refuse({ code: "adesione.operatore-non-modificabile", stato: adesione.stato });
  return ok([{ tipo: "operatore-rinunciato", at, operatoreId: adesione.operatoreId, motivo }]);
}

/**
 * The dote ended before its end, by waiver or by a decision: the stato that follows is data of the pack.
 * A path that is over already stays as it is.
 */
export function chiudiDote(
  adesione: Adesione,
  { come, motivo }: Readonly<{ come: keyof RegoleAdesione["statoDoteChiusa"]; motivo: string }>,
  regole: RegoleAdesione,
  at: Instant,
): Decisi {
  const a = regole.statoDoteChiusa[come];
  if (a === null || !STATI_IN_CARICO.has(adesione.stato)) return ok([]);
  return cambiaStato(adesione, { a, chi: "regione", motivo }, at);
}

/** After a dote that is over the person, still in charge, goes on with another operatore. */
export function assegnaDopoDote(adesione: Adesione, operatoreId: OperatoreId, at: Instant): Decisi {
  if (!STATI_IN_CARICO.has(adesione.stato))
    return refuse({ code: "adesione.operatore-non-modificabile", stato: adesione.stato });
  if (adesione.operatoreId === operatoreId) return ok([]);
  return ok([{ tipo: "operatore-scelto", at, operatoreId, precedenteId: adesione.operatoreId }]);
}
