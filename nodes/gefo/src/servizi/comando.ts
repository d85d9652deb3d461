import type { Risposta, Soggetto } from "@staffetta/contracts";
import type { ServizioId } from "@staffetta/domain";
import { type Comando, esegui, FATTO } from "../casi/comando.ts";
import type { Contesto } from "../contesto.ts";

type SuServizio = Omit<Comando<typeof FATTO>, "adesioneId" | "valore"> & {
  readonly servizioId: ServizioId;
};

/** A command on a service finds its case first. */
export async function eseguiSuServizio(
  ctx: Contesto,
  soggetto: Soggetto,
  { servizioId, ...comando }: SuServizio,
): Promise<Risposta<typeof FATTO>> {
  const servizio = await ctx.uow.transaction((stores) => stores.servizi.get(servizioId));
  if (servizio === null) return ctx.problemi.rispondi({ code: "caso.sconosciuto" });
  const { adesioneId } = servizio;
  return esegui(ctx, soggetto, { ...comando, adesioneId, valore: FATTO });
}
