import type { CodiceMisura, TipoComunicazione, TipoContratto } from "@staffetta/domain";
import type { Scena } from "./vita.ts";

/** A communication of an invented employer; the days are counted from the start of the service. */
export interface ComunicazioneFinta {
  readonly protocollo: string;
  readonly tipo: TipoComunicazione;
  readonly datore: string;
  readonly contratto: TipoContratto;
  readonly dal: number;
  readonly al: number | null;
  readonly precedente: string | null;
}

type Forma = "stabile" | "annuale" | "semestrale" | "prorogato";
const FORME: readonly (readonly [Forma, number])[] = [
  ["stabile", 30],
  ["annuale", 35],
  ["semestrale", 20],
  ["prorogato", 15],
];
const TIROCINIO_DAYS = 180;

/** The hire that proves a result; one in seven is short and reaches the threshold by an extension. */
export function comunicazioniDi(
  { sorte, random }: Scena,
  misura: CodiceMisura,
): readonly ComunicazioneFinta[] {
  const protocollo = random.uuid();
  const datore = `99${sorte.int(100_000_000, 999_999_999)}`;
  const una = (contratto: TipoContratto, al: number | null): ComunicazioneFinta => ({
    ...{ protocollo, tipo: "assunzione", datore, contratto, dal: 0, al, precedente: null },
  });
  if (misura === "5") return [una("tirocinio", TIROCINIO_DAYS)];
  switch (sorte.weighted(FORME)) {
    case "stabile":
      return [una("tempo-indeterminato", null)];
    case "annuale":
      return [una("tempo-determinato", 364)];
    case "semestrale":
      return [una("somministrazione", 183)];
    case "prorogato": {
      const prima = una("tempo-determinato", 89);
      const proroga = { ...prima, protocollo: random.uuid(), tipo: "proroga" } as const;
      return [prima, { ...proroga, dal: 90, al: 200, precedente: protocollo }];
    }
  }
}
