import { type EventoCaso, perStatoAdesione } from "@staffetta/domain";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { apertoDi, chiudi } from "./chiudi.ts";

const MOTIVI: Partial<
  Readonly<Record<EventoCaso["tipo"], readonly [motivo: string, rimedio: string]>>
> = {
  "operatore-cambiato": ["hai scelto un altro operatore", "ti chiamerà il nuovo operatore."],
  "non-preso-in-carico": [
    "questo operatore non ti prende in carico",
    "leggi la lettera che te lo spiega.",
  ],
  "adesione-chiusa": ["la tua adesione è chiusa", "guarda sul portale della Regione perché."],
  "presa-rifiutata": ["un'altra regione ti ha preso in carico prima", "ti segue quella regione."],
};

/** He was met: a first interview still to come is needed by nobody. */
async function liberaPrimoColloquio(ctx: Contesto, stores: Stores, adesioneId: string) {
  await stores.elenchi.appuntamenti.togliAttesa(adesioneId);
  const aperto = await apertoDi(stores, adesioneId);
  if (aperto === null) return;
  const futuro = aperto.inizio > adesso(ctx);
  const motivo = "non serve più: il colloquio c'è già stato";
  const rimedio = "non serve fare niente.";
  await chiudi(ctx, stores, aperto, {
    ...(futuro ? { poi: "DI", motivo, rimedio } : { poi: "ER", motivo: null, rimedio: null }),
  } as const);
}

/** What happens to a case happens to its appointment; SPEC.md of the appointment, table 2. */
export async function segueIlCaso(
  ctx: Contesto,
  stores: Stores,
  { adesioneId, caso }: CasoRow,
  evento: EventoCaso,
): Promise<void> {
  const { tipo } = evento;
  if (tipo === "giovane-contattato" && evento.esito === "colloquio")
    return liberaPrimoColloquio(ctx, stores, adesioneId);
  const spiegato = MOTIVI[tipo];
  if (spiegato === undefined && tipo !== "presa-confermata" && tipo !== "stato-aggiornato") return;
  await stores.elenchi.appuntamenti.togliAttesa(adesioneId);
  const aperto = await apertoDi(stores, adesioneId);
  if (aperto === null) return;
  const now = adesso(ctx);
  const perStato = perStatoAdesione(aperto, caso.statoAdesione, now);
  const poi = perStato ?? (spiegato === undefined ? null : "DI");
  if (poi === null || poi === "DE") return;
  const [motivo, rimedio] = spiegato ?? ["la presa in carico è fatta", "non serve fare niente."];
  const futuro = aperto.inizio > now;
  await chiudi(ctx, stores, aperto, { poi, motivo, rimedio: futuro ? rimedio : null });
}
