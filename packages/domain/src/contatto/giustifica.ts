import type { RegoleContatti } from "../pacchetto/regole-contatti.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import { checkPasso } from "../presa-in-carico/decide.ts";
import type { EventoCaso } from "../presa-in-carico/evento.ts";
import type { RifiutoCaso } from "../presa-in-carico/rifiuto.ts";
import { ok, type Result, refuse } from "../result.ts";
import { dayInRome, type Instant } from "../time.ts";
import { assenzaAperta, giustificabileEntro, type MotivoAssenza } from "./assenza.ts";

/** The latest absence, for a reason of the pack, within its days: from then on it does not count. */
export function giustificaAssenza(
  caso: Caso,
  motivo: MotivoAssenza,
  regole: RegoleContatti,
  adesso: Instant,
): Result<EventoCaso, RifiutoCaso> {
  const aperto = checkPasso(caso, "giustificaAssenza");
  if (!aperto.ok) return aperto;
  const assenza = assenzaAperta(caso);
  if (assenza === null) return refuse({ code: "assenza.nessuna" });
  if (!regole.assenza.motivi.includes(motivo))
    return refuse({ code: "assenza.motivo-non-previsto", motivo });
  const { on } = assenza;
  const entro = giustificabileEntro(on, regole);
  if (dayInRome(adesso) > entro) return refuse({ code: "assenza.fuori-tempo", on, entro });
  return ok({ tipo: "assenza-giustificata", at: adesso, on, motivo });
}
