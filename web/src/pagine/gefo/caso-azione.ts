import type { CasoGefo } from "@staffetta/contracts";
import type { Compilato } from "../../parti/campi.ts";
import type { Html } from "../../parti/html.ts";
import { modulo } from "./modulo.ts";

export interface Modulo {
  readonly caso: CasoGefo;
  readonly compilato: Compilato;
  readonly chiave: string;
  readonly oggi: string;
  readonly ora: string;
  /** Whether who looks may open the page of this operation. */
  readonly apre: (operazione: "fascicolo" | "piano") => boolean;
}

/** The form of the next step is open: the addetto came for it. A grave one never is. */
function isProssima({ piano }: CasoGefo, nome: string): boolean {
  if (piano === null || piano.passo === "conclusione") return false;
  return nome === (piano.passo === "assenza" ? "giustificaAssenza" : "registraContatto");
}

/** The form of an action on the case, or the reason why it is closed. */
export function azione(
  { caso, compilato, chiave }: Modulo,
  quale: Readonly<{ nome: string; titolo: string; bottone: string; grave?: boolean }>,
  campi: (compilato: Compilato) => Html,
): Html {
  const { nome, ...resto } = quale;
  const { ammessa, perche } = caso.azioni[nome] ?? { ammessa: false, perche: null };
  return modulo(
    { action: `/casi/${caso.adesioneId}`, compilato, chiave },
    {
      ...{ ...resto, azione: nome, prossima: isProssima(caso, nome) },
      perche: ammessa ? null : (perche ?? "Non adesso."),
    },
    campi,
  );
}
