import type { PortaDiretta } from "@staffetta/platform";
import { PERCORSO_LOTTI } from "./lotto.ts";
import type { RichiestaFirmata, RispostaFirmata } from "./ports.ts";

const HEADERS = ["digest", "agid-jwt-signature", "authorization"] as const;

/** Who says to be writing: believed only after the signature has been checked with that partner's key. */
function mittenteOf(body: string): string {
  try {
    const line = JSON.parse(body.slice(0, body.indexOf("\n"))) as { mittente?: unknown } | null;
    return typeof line?.mittente === "string" ? line.mittente.slice(0, 60) : "";
  } catch {
    return "";
  }
}

/** POST /cooperazione/v1/lotti */
export const portaDeiLotti = (
  nodo: string,
  ricevi: (richiesta: RichiestaFirmata) => Promise<RispostaFirmata>,
  limiti: Pick<PortaDiretta, "bytesMax" | "onFault">,
): PortaDiretta => ({
  ...limiti,
  path: PERCORSO_LOTTI,
  rispondi: (given, body) => {
    const headers: Record<string, string> = {};
    for (const name of HEADERS) {
      const value = given[name];
      if (typeof value === "string") headers[name] = value;
    }
    return ricevi({ mittente: mittenteOf(body), destinatario: nodo, headers, body });
  },
});
