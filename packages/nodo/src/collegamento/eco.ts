import { type Cooperazione, type Firma, problemaPorta } from "@staffetta/cooperation";
import type { Clock } from "@staffetta/platform";
import type { RichiestaRest } from "../accesso/fornitore.ts";
import type { RispostaNodo, RottaNodo } from "../rest/porta.ts";

/** A signed question that changes nothing: it proves address, keys, clocks and histories at once. */
export const PERCORSO_ECO = "/cooperazione/v1/eco";

export interface CorsiaEco {
  readonly corsia: number;
  readonly segno: number;
  readonly testa: string;
}
export interface CorpoEco {
  readonly v: 1;
  readonly mittente: string;
  readonly eco: string;
  readonly at: string;
  /** Up to where whoever answers holds the flusso of whoever asks. */
  readonly corsie: readonly CorsiaEco[];
}

export interface PorteEco {
  readonly nodo: string;
  readonly partner: readonly Readonly<{ nome: string }>[];
  readonly firma: Firma;
  readonly clock: Clock;
  readonly coop: () => Cooperazione;
  readonly onRifiuto: (mittente: string, codice: string, dettaglio: string) => Promise<void>;
}

function readDomanda(body: string): Readonly<{ mittente: string; eco: string }> | null {
  try {
    const { v, mittente, eco } = JSON.parse(body) as Record<string, unknown>;
    const right = v === 1 && typeof mittente === "string" && typeof eco === "string";
    return right && mittente.length <= 60 && eco.length <= 100 ? { mittente, eco } : null;
  } catch {
    return null;
  }
}

export function rottaEco(porte: PorteEco): RottaNodo {
  const refuse = async (
    mittente: string,
    codice: Parameters<typeof problemaPorta>[0],
    dettaglio: string,
  ): Promise<RispostaNodo> => {
    await porte.onRifiuto(mittente, codice, dettaglio);
    const { status, body } = problemaPorta(codice, { dettaglio });
    return { status, body, headers: { "content-type": "application/problem+json" } };
  };
  return {
    metodo: "POST",
    percorso: PERCORSO_ECO,
    rispondi: async ({ body, headers }: RichiestaRest) => {
      const domanda = readDomanda(body);
      if (domanda === null) return refuse("", "lotto-illeggibile", "la domanda non si legge");
      const { mittente, eco } = domanda;
      if (!porte.partner.some(({ nome }) => nome === mittente))
        return refuse(mittente, "nodo-sconosciuto", mittente);
      const firma = await porte.firma.verifica(body, headers, mittente);
      if (!firma.ok) return refuse(mittente, firma.codice, firma.dettaglio);
      const { corsie } = await porte.coop().quadro();
      const sue = corsie
        .filter(({ partner, verso }) => partner === mittente && verso === "entrata")
        .map(({ corsia, ultimoProgressivo: segno, testa }) => ({ corsia, segno, testa }));
      const risposta: CorpoEco = {
        ...{ v: 1, mittente: porte.nodo, eco, at: porte.clock.now(), corsie: sue },
      };
      const text = JSON.stringify(risposta);
      const signed = await porte.firma.firma(text, mittente);
      return {
        status: 200,
        body: text,
        headers: { "content-type": "application/json", ...signed },
      };
    },
  };
}
