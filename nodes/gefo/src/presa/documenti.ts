import type { Soggetto } from "@staffetta/contracts";
import { type Caso, dayInRome, type Instant } from "@staffetta/domain";
import { accoda, borsaLavoroDi, nomeDi } from "@staffetta/nodo";
import type { DocumentoPdf } from "@staffetta/platform";
import { personaOf } from "../casi/persona.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { improntaDi } from "./firma.ts";
import type { ChiFirma, Firmante } from "./modelli.ts";
import type { DocumentoRow } from "./tabelle.ts";
import { type TutelaLetta, tutelaOf } from "./tutele.ts";

export const TITOLI: Readonly<Record<DocumentoRow["tipo"], string>> = {
  patto: "Patto di servizio",
  dru: "Dichiarazione Riassuntiva Unica",
  rinuncia: "Rinuncia alla dote",
};

/** Made outside the transaction: printing takes longer than a lock should be held. */
export async function preparaDocumento(
  ctx: Contesto,
  modello: DocumentoPdf,
  {
    tipo,
    chi,
    firmanti,
  }: Readonly<{
    tipo: DocumentoRow["tipo"];
    chi: string;
    firmanti: readonly Firmante[];
  }>,
): Promise<Omit<DocumentoRow, "adesioneId" | "operatoreId">> {
  const bytes = await ctx.stampa(modello);
  return {
    ...{ id: ctx.random.uuid(), tipo, chi, at: adesso(ctx), sha256: improntaDi(bytes) },
    firme: await ctx.firma.firma(bytes, firmanti),
    sigillato: ctx.cipher.sealBytes(bytes),
  };
}

/** With the evento that it proves; the giovane is told that it can be read. */
export async function conservaDocumento(
  ctx: Contesto,
  stores: Stores,
  { adesioneId, operatoreId }: Pick<Caso, "adesioneId" | "operatoreId">,
  documento: Omit<DocumentoRow, "adesioneId" | "operatoreId">,
): Promise<void> {
  await stores.documenti.insert({ ...documento, adesioneId, operatoreId });
  accoda(stores.uscita, "documento.v1", {
    destinatario: borsaLavoroDi(ctx.regione),
    persona: adesioneId,
    corpo: {
      ...{ documentoId: documento.id, adesioneId, titolo: TITOLI[documento.tipo] },
      at: documento.at as Instant,
    },
  });
}

/** Giovane, guardians when there is a need of them, operatore, and who holds the pen. */
export async function chiFirma(
  ctx: Contesto,
  stores: Stores,
  riga: CasoRow,
  soggetto: Soggetto,
): Promise<ChiFirma> {
  const operatore = await stores.operatori.get(riga.operatoreId);
  if (operatore === null) throw new Error(`manca l'operatore ${riga.operatoreId}`);
  const { anagrafica: giovane } = personaOf(ctx, riga);
  const oggi = dayInRome(adesso(ctx));
  const { tutela } = riga.caso;
  const serve = tutela !== null && oggi < tutela.maggiorenneOn;
  const letta = serve ? await tutelaOf(ctx, stores, riga.adesioneId) : null;
  return { giovane, operatore, addetto: nomeDi(soggetto), tutori: tutoriDi(letta) };
}

const tutoriDi = (letta: TutelaLetta | null): readonly Firmante[] => {
  if (letta === null) return [];
  const primo = { chi: `${letta.nome} ${letta.cognome}`, qualita: letta.qualita };
  const secondo = { chi: letta.nomeSecondo, qualita: "l'altro genitore" };
  return letta.nomeSecondo === "" || !letta.consenso ? [primo] : [primo, secondo];
};
