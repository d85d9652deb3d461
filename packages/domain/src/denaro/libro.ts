import type { ServizioId } from "../ids.ts";
import { ok, type Result, refuse } from "../result.ts";

/**
 * Double-entry ledger, in integer cents. Each scrittura moves money between the conti of a linea (see
 * linea.ts) and sums to zero; no conto but `stanziamento` may go below zero, hence nothing is promised
 * twice. The invariants are those of SPEC.md.
 *
 * `stanziamento` (what the programme gave, negative) → `disponibile` → `prenotato` (a dote is sent) →
 * `impegnato` (the presa in carico is confirmed) → `rendicontato` (reported) → `ammesso` (verified) →
 * `pagato` → `recuperato` (asked back after the payment).
 * @source DOMAIN §3.4, 1
 */
export const CONTI = {
  stanziamento: "stanziamento dell'avviso",
  disponibile: "disponibile",
  prenotato: "prenotato dalle doti inviate",
  impegnato: "impegnato dalle doti confermate",
  rendicontato: "rendicontato, in verifica",
  ammesso: "ammesso",
  pagato: "pagato",
  recuperato: "recuperato",
} as const;
export type Conto = keyof typeof CONTI;

export type Saldi = Readonly<Record<Conto, number>>;

export interface Riga {
  readonly conto: Conto;
  readonly importoCents: number;
}

export type Causale =
  | "stanziamento"
  | "assegnazione"
  | "sostituzione"
  | "prenotazione"
  | "impegno"
  | "rilascio"
  | "rendicontazione"
  | "verifica"
  | "pagamento"
  | "recupero";

export interface Scrittura {
  readonly causale: Causale;
  /** Whose money it is; null when money moves between lines and no service is in it. */
  readonly servizioId: ServizioId | null;
  readonly righe: readonly Riga[];
}

export type RifiutoDenaro = Readonly<{
  code: "denaro.insufficiente";
  conto: Conto;
  saldoCents: number;
  richiestoCents: number;
}>;

export const SALDI_VUOTI: Saldi = {
  stanziamento: 0,
  disponibile: 0,
  prenotato: 0,
  impegnato: 0,
  rendicontato: 0,
  ammesso: 0,
  pagato: 0,
  recuperato: 0,
};

/** A scrittura; lines of zero are left out. Throws when the lines do not sum to zero: a bug. */
export function scrittura(
  causale: Causale,
  movimenti: Partial<Saldi>,
  servizioId: ServizioId | null = null,
): Scrittura {
  const righe = Object.entries(movimenti)
    .map(([conto, importoCents]) => ({ conto: conto as Conto, importoCents }))
    .filter(({ importoCents }) => importoCents !== 0);
  const somma = righe.reduce((totale, { importoCents }) => totale + importoCents, 0);
  if (somma !== 0 || righe.some(({ importoCents }) => !Number.isSafeInteger(importoCents)))
    throw new Error(`scrittura "${causale}" che non quadra: ${JSON.stringify(movimenti)}`);
  return { causale, servizioId, righe };
}

/** The balances after a scrittura, or the conto that can't bear it. */
export function registra(saldi: Saldi, { righe }: Scrittura): Result<Saldi, RifiutoDenaro> {
  const dopo = { ...saldi };
  for (const { conto, importoCents } of righe) {
    dopo[conto] += importoCents;
    if (conto === "stanziamento" || dopo[conto] >= 0) continue;
    const fatti = { conto, saldoCents: saldi[conto], richiestoCents: -importoCents };
    return refuse({ code: "denaro.insufficiente", ...fatti });
  }
  return ok(dopo);
}
