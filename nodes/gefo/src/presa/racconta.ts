import {
  type Caso,
  type EventoCaso,
  fineDote,
  MOTIVI_DECADENZA,
  MOTIVI_NON_PRESA,
  type Preavviso,
  type RegoleGefo,
} from "@staffetta/domain";
import { accoda, borsaLavoroDi } from "@staffetta/nodo";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";

interface Passo {
  readonly prima: Caso | null;
  readonly caso: Caso;
  readonly evento: EventoCaso;
  readonly regole: RegoleGefo;
}

export const motivoDi = (preavviso: Preavviso): string =>
  preavviso.tipo === "non-presa"
    ? MOTIVI_NON_PRESA[preavviso.motivo]
    : MOTIVI_DECADENZA[preavviso.motivo];

/** What the giovane reads on the portal about dote and notices; the region decides what follows. */
export function raccontaPercorso(ctx: Contesto, stores: Stores, passo: Passo): void {
  const { adesioneId } = passo.caso;
  const busta = { destinatario: borsaLavoroDi(ctx.regione), persona: adesioneId };
  raccontaDote(stores, passo, busta);
  raccontaPreavviso(ctx, stores, passo, busta);
  const { evento, caso } = passo;
  if (evento.tipo === "dote-chiusa" && !evento.perCambio && caso.dote !== null) {
    const { come, motivo } = evento.chiusura;
    const corpo = { doteId: caso.dote.id, adesioneId, come, motivo, at: evento.at };
    accoda(stores.uscita, "dote-chiusa.v1", { ...busta, corpo });
  }
  if (evento.tipo === "percorso-chiuso") {
    const abbandonato = evento.esito === "abbandonata";
    accoda(stores.uscita, "percorso-concluso.v1", {
      ...{ ...busta, corpo: { adesioneId, abbandonato, at: evento.at } },
    });
  }
  if (evento.tipo === "operatore-assegnato") {
    const corpo = { adesioneId, operatoreId: evento.operatoreId, at: evento.at };
    accoda(stores.uscita, "operatore-assegnato.v1", { ...busta, corpo });
  }
}

type Busta = Readonly<{ destinatario: ReturnType<typeof borsaLavoroDi>; persona: string }>;

function raccontaDote(stores: Stores, { prima, caso, evento, regole }: Passo, busta: Busta): void {
  const { dote, adesioneId } = caso;
  if (dote === null) return;
  const scadeOn = fineDote(dote, regole);
  const vecchia = prima?.dote ?? null;
  const uguale =
    vecchia?.id === dote.id &&
    vecchia.stato === dote.stato &&
    fineDote(vecchia, regole) === scadeOn;
  if (uguale) return;
  const { id: doteId, protocollo, stato, valoreCents } = dote;
  const corpo = { doteId, adesioneId, protocollo, stato, valoreCents, scadeOn, at: evento.at };
  const numeroInCoda = evento.tipo === "dote-accodata" ? { numeroInCoda: evento.numero } : {};
  const chiusa = evento.tipo === "dote-chiusa" && evento.perCambio;
  const perCambio = chiusa ? ({ perCambio: true } as const) : {};
  accoda(stores.uscita, "dote.v1", {
    ...busta,
    corpo: { ...corpo, ...numeroInCoda, ...perCambio },
  });
}

function raccontaPreavviso(
  ctx: Contesto,
  stores: Stores,
  { prima, caso }: Passo,
  busta: Busta,
): void {
  const [vecchio, nuovo] = [prima?.preavviso ?? null, caso.preavviso];
  const preavviso = nuovo ?? vecchio;
  if (preavviso === null || (vecchio === null) === (nuovo === null)) return;
  const { tipo, entro } = preavviso;
  const corpo = { tipo, motivo: motivoDi(preavviso), entro, aperto: nuovo !== null };
  accoda(stores.uscita, "preavviso.v1", {
    ...busta,
    corpo: { adesioneId: caso.adesioneId, ...corpo, at: adesso(ctx) },
  });
}
