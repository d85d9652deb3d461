import type { Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";

/** Who acts for a minor, as it is kept: sealed. */
export interface TutelaLetta {
  readonly nome: string;
  readonly cognome: string;
  readonly dataNascita: string;
  readonly qualita: string;
  /** The second parent signs too. */
  readonly consenso: boolean;
  readonly nomeSecondo: string;
}

export async function tutelaOf(
  { cipher }: Contesto,
  { tutele }: Pick<Stores, "tutele">,
  adesioneId: string,
): Promise<TutelaLetta | null> {
  const riga = await tutele.get(adesioneId);
  return riga === null ? null : (JSON.parse(cipher.open(riga.sigillata)) as TutelaLetta);
}
