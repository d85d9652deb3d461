import { checkServizio } from "../dote/decide.ts";
import type { Servizio } from "../dote/servizio.ts";
import type { ServizioId } from "../ids.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { EventoCaso } from "../presa-in-carico/evento.ts";
import type { RifiutoCaso } from "../presa-in-carico/rifiuto.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { Instant } from "../time.ts";

type Deciso = Result<EventoCaso, RifiutoCaso>;

/**
 * What a delivered service may ask for: by the hour, the hours at the tariff frozen in the dote; by
 * result, the whole amount when the outcome is one that the notice pays, otherwise nothing.
 * @source DOMAIN §3.4, 5
 */
export function richiestoCents(servizio: Servizio, oreErogate: number, regole: RegoleGefo): number {
  const { unita, esitiPagati } = regole.misure[servizio.misura];
  if (unita === "ora") return Math.min(oreErogate * servizio.tariffaCents, servizio.importoCents);
  const pagato = servizio.esito !== null && (esitiPagati ?? []).includes(servizio.esito);
  return pagato ? servizio.importoCents : 0;
}

export interface Rendiconta {
  readonly servizioId: ServizioId;
  readonly oreErogate: number;
}

/** The operatore reports a service that has ended. Hours beyond the plan are refused, not cut. */
export function rendiconta(
  caso: Caso,
  { servizioId, oreErogate }: Rendiconta,
  regole: RegoleGefo,
  adesso: Instant,
): Deciso {
  const trovato = checkServizio(caso, servizioId, "erogato");
  if (!trovato.ok) return trovato;
  const { servizio } = trovato.value;
  const { oreUnita, misura } = servizio;
  if (regole.misure[misura].unita === "ora" && oreErogate > oreUnita)
    return refuse({ code: "rendicontazione.ore-oltre-piano", oreErogate, oreUnita });
  const richiesto = richiestoCents(servizio, oreErogate, regole);
  const conto = { servizioId, oreErogate, richiestoCents: richiesto };
  return ok({ tipo: "servizio-rendicontato", at: adesso, ...conto });
}

export interface VerificaRendicontazione {
  readonly servizioId: ServizioId;
  readonly taglioCents: number;
  readonly motivoTaglio: string;
}

/** The region admits what was reported, whole or with a cut that has its reason. */
export function verificaRendicontazione(
  caso: Caso,
  { servizioId, taglioCents, motivoTaglio }: VerificaRendicontazione,
  adesso: Instant,
): Deciso {
  const trovato = checkServizio(caso, servizioId, "rendicontato");
  if (!trovato.ok) return trovato;
  const richiesto = trovato.value.servizio.rendicontatoCents ?? 0;
  if (taglioCents > richiesto) {
    const fatti = { taglioCents, richiestoCents: richiesto };
    return refuse({ code: "rendicontazione.taglio-oltre-importo", ...fatti });
  }
  const motivo = motivoTaglio.trim();
  if (taglioCents > 0 && motivo === "")
    return refuse({ code: "rendicontazione.taglio-senza-motivo" });
  const conto = { servizioId, ammessoCents: richiesto - taglioCents };
  const motivato = taglioCents > 0 ? motivo : null;
  return ok({ tipo: "rendicontazione-verificata", at: adesso, ...conto, motivoTaglio: motivato });
}
