import type { ServizioId } from "../ids.ts";
import type { CivilDate } from "../time.ts";
import type { Incarico } from "./incarico.ts";

/**
 * A partial report leaves the service open; the final one closes it; what was cut may be shown once more,
 * with new evidence.
 */
export const TIPI_RENDICONTO = {
  parziale: "parziale",
  finale: "finale",
  ripresentazione: "ripresentazione di quanto tagliato",
} as const;
export type TipoRendiconto = keyof typeof TIPI_RENDICONTO;

interface DiRendicontazione {
  readonly servizioId: ServizioId;
  readonly rendicontazioneId: string;
}

/** What happens to a service after its start: delivery, reporting, payment. */
export type FattoErogazione =
  | Readonly<{
      tipo: "servizio-variato";
      servizioId: ServizioId;
      dal: CivilDate;
      incarico: Incarico;
      motivo: string;
    }>
  | (DiRendicontazione &
      Readonly<{
        tipo: "servizio-rendicontato";
        rendiconto: TipoRendiconto;
        oreErogate: number;
        richiestoCents: number;
      }>)
  | (DiRendicontazione &
      Readonly<{
        tipo: "rendicontazione-verificata";
        rendiconto: TipoRendiconto;
        ammessoCents: number;
        motivoTaglio: string | null;
        /** What was cut may be shown again: its money stays committed. */
        ripresentabile: boolean;
        /** Last day for it, counted from the final report. */
        ripresentabileEntro: CivilDate | null;
      }>)
  /** Nobody has shown new evidence in time, or the operatore has given up: the money is free again. */
  | Readonly<{ tipo: "taglio-definitivo"; servizioId: ServizioId }>
  /** A control has found that less is due; before the payment. */
  | (DiRendicontazione & Readonly<{ tipo: "importo-decurtato"; importoCents: number }>)
  | (DiRendicontazione & Readonly<{ tipo: "pagamento-ordinato"; importoCents: number }>)
  /** The bank has given the money back. */
  | (DiRendicontazione & Readonly<{ tipo: "pagamento-stornato"; importoCents: number }>)
  | (DiRendicontazione & Readonly<{ tipo: "pagamento-eseguito"; importoCents: number }>)
  | (DiRendicontazione & Readonly<{ tipo: "importo-recuperato"; importoCents: number }>);
export type TipoErogazione = FattoErogazione["tipo"];
