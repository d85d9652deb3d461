import type { Rendicontazione } from "@staffetta/contracts";
import type { Result } from "@staffetta/domain";
import type { Stores } from "../store.ts";
import type { RendicontazioneRow } from "./tabelle.ts";

/** A file on which the desk has looked at one of its checks. */
export interface ProvaDelControllo {
  readonly controllo: string;
  readonly allegatoId: string;
}
type Rifiuto = Readonly<{ code: string; campo: string }>;

/** Each file is of the case that is being verified, and goes with a check that there is. */
export async function checkProve(
  stores: Stores,
  { adesioneId, servizioId }: RendicontazioneRow,
  prove: readonly ProvaDelControllo[],
  controlli: Readonly<Record<string, string>>,
): Promise<Result<null, Rifiuto>> {
  for (const { controllo, allegatoId } of prove) {
    const allegato = await stores.allegati.get(allegatoId);
    const suo = allegato?.adesioneId === adesioneId;
    const diServizio = allegato?.servizioId === null || allegato?.servizioId === servizioId;
    if (suo && diServizio && controllo in controlli) continue;
    const campo = `prove.${controllo}`;
    return { ok: false, rifiuto: { code: "rendicontazione.prova-non-sua", campo } };
  }
  return { ok: true, value: null };
}

/** Kept with the words of today: those of the notice may change tomorrow. */
export async function conservaControlli(
  stores: Stores,
  rendicontazioneId: string,
  controlli: Readonly<Record<string, string>>,
  prove: readonly ProvaDelControllo[],
): Promise<void> {
  for (const [controllo, parole] of Object.entries(controlli)) {
    const prova = prove.find((una) => una.controllo === controllo);
    await stores.controlliFatti.insert({
      ...{ id: `${rendicontazioneId}/${controllo}`, rendicontazioneId, controllo, parole },
      allegatoId: prova?.allegatoId ?? null,
    });
  }
}

export async function controlliFattiDi(
  stores: Stores,
  rendicontazioneId: string,
): Promise<Rendicontazione["controlliFatti"]> {
  const fatti = [];
  for (const { parole, allegatoId } of await stores.controlliFatti.by(
    "rendicontazioneId",
    rendicontazioneId,
  )) {
    const allegato = allegatoId === null ? null : await stores.allegati.get(allegatoId);
    const documento = allegato && { allegatoId: allegato.id, titolo: allegato.titolo };
    fatti.push({ parole, documento });
  }
  return fatti;
}
