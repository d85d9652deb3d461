import type { servizicoap } from "@staffetta/contracts";
import { findTransizione, regoleAdesione, STATI_APERTI, STATI_IN_CARICO } from "@staffetta/domain";
import { registraEventi } from "../adesione/registra-eventi.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { findGiovane } from "../giovani.ts";
import type { AdesioneRow, GiovaneRow, Stores } from "../store.ts";
import type { CodiceFallita } from "./fallite.ts";

type Notifica = servizicoap.DatiStatoNotifica;
/** What stood in its way; null = applied, or nothing was left to do. */
export type Impedimento = Readonly<{ codice: CodiceFallita; causa: string }> | null;

const nonPresente: Impedimento = {
  codice: "NP",
  causa: "Qui non c'è nessuna adesione di questa persona.",
};
const incongruo = (causa: string): Impedimento => ({ codice: "ST", causa });

/**
 * A change of stato told by the Ministry, of an adesione of this region or of another. The region stays
 * the only one that decides the stati of its own: it moves them only as its own table allows.
 * @source WIRE, §3.3 and §4.3
 */
export async function applicaNotifica(
  ctx: Contesto,
  stores: Stores,
  notifica: Notifica,
): Promise<Impedimento> {
  const giovane = await findGiovane(ctx, stores, notifica.CodiceFiscale);
  if (giovane === null) return nonPresente;
  await stores.giovani.lock(giovane.id);
  const nostre = await stores.adesioni.by("giovaneId", giovane.id);
  if (nostre.length === 0) return nonPresente;
  return notifica.RegioneAdesione === ctx.regione
    ? suNostra(ctx, stores, { giovane, nostre, notifica })
    : suAltrui(ctx, stores, { giovane, nostre, notifica });
}

interface Caso {
  readonly giovane: GiovaneRow;
  readonly nostre: readonly AdesioneRow[];
  readonly notifica: Notifica;
}

/** Another region has come first: our adesione, if it still waits, closes with N. */
async function suAltrui(
  ctx: Contesto,
  stores: Stores,
  { giovane, nostre, notifica }: Caso,
): Promise<Impedimento> {
  const { StatoAdesione: stato, RegioneAdesione } = notifica;
  if (!STATI_IN_CARICO.has(stato)) return null;
  const aperta = nostre.find((una) => STATI_APERTI.has(una.stato));
  if (aperta === undefined) return null;
  if (aperta.stato !== "A")
    return incongruo(
      `Qui la persona è già presa in carico (${aperta.stato}): decide il registro nazionale.`,
    );
  const motivo = `regione-${RegioneAdesione}`;
  return muovi(ctx, stores, giovane, { id: aperta.id, a: "N", motivo });
}

async function suNostra(
  ctx: Contesto,
  stores: Stores,
  { giovane, nostre, notifica }: Caso,
): Promise<Impedimento> {
  const { DataAdesione, StatoAdesione: a } = notifica;
  const nostra = nostre.find(({ dataAdesione }) => dataAdesione === DataAdesione);
  if (nostra === undefined)
    return {
      codice: "NP",
      causa: `Qui non c'è un'adesione di questa persona del ${DataAdesione}.`,
    };
  if (nostra.stato === a) return null;
  // A presa in carico has an operatore and a dote: it can't be born from a letter alone.
  if (STATI_IN_CARICO.has(a))
    return incongruo(
      `Il Ministero dice ${a}, qui è ${nostra.stato}: serve una presa in carico con la sua dote.`,
    );
  return muovi(ctx, stores, giovane, { id: nostra.id, a, motivo: "notifica-ministero" });
}

async function muovi(
  ctx: Contesto,
  stores: Stores,
  giovane: GiovaneRow,
  { id, a, motivo }: Readonly<{ id: string; a: AdesioneRow["stato"]; motivo: string }>,
): Promise<Impedimento> {
  const adesione = await stores.adesioni.lock(id);
  if (adesione === null) throw new Error(`L'adesione ${id} non c'è più`);
  const passo = { da: adesione.stato, a, rettifica: false, giorno: oggi(ctx) };
  const [chi] = findTransizione(passo)?.chi ?? [];
  const aperte = await stores.adesioni.by("giovaneId", giovane.id);
  const altraAperta = a === "A" && regoleAdesione.apertaFra(aperte) !== null;
  if (chi === undefined || altraAperta)
    return incongruo(`Da ${adesione.stato} a ${a} non si può andare.`);
  const deciso = regoleAdesione.cambiaStato(adesione, { a, chi, motivo }, adesso(ctx));
  if (!deciso.ok)
    return incongruo(ctx.problemi.traduci(deciso.rifiuto.code, deciso.rifiuto).detail);
  await registraEventi(ctx, stores, giovane, { prima: adesione, eventi: deciso.value });
  return null;
}
