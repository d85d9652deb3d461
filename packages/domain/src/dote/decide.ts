import type { ServizioId } from "../ids.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import type { EsitoPolitica } from "../politica-attiva/misure.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { EventoCaso } from "../presa-in-carico/evento.ts";
import { checkData } from "../presa-in-carico/regole-date.ts";
import type { RifiutoCaso } from "../presa-in-carico/rifiuto.ts";
import { checkConferma } from "../presa-in-carico/tutela.ts";
import { checkRequisiti } from "../presa-in-carico/verifica.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type CivilDate, dayInRome, type Instant } from "../time.ts";
import { type Dote, findServizio } from "./dote.ts";

import type { Servizio, StatoServizio } from "./servizio.ts";
import { fineDote } from "./vita.ts";

/** The commands of the addetto on the services of a confirmed dote. */

type Deciso = Result<EventoCaso, RifiutoCaso>;

/** The service in the state that the command needs. Nobody starts one whose money is not committed. */
export function checkServizio(
  caso: Caso,
  id: ServizioId,
  serve: StatoServizio,
): Result<Readonly<{ dote: Dote; servizio: Servizio }>, RifiutoCaso> {
  const { dote, stato } = caso;
  const servizio = findServizio(dote, id);
  if (!dote || !servizio) return refuse({ code: "servizio.sconosciuto" });
  if (dote.stato === "inviata" || dote.stato === "in-coda")
    return refuse({ code: "servizio.presa-non-confermata", stato });
  if (dote.stato === "in-verifica") return refuse({ code: "dote.in-verifica" });
  if (dote.stato === "annullata") return refuse({ code: "servizio.dote-chiusa" });
  if (servizio.stato !== serve)
    return refuse({ code: "servizio.passo-non-aperto", stato: servizio.stato, serve });
  return ok({ dote, servizio });
}

export interface AvviaServizio {
  readonly servizioId: ServizioId;
  readonly dataInizio: CivilDate;
}

/**
 * A service starts between the sending of the dote and its end, and only while the giovane is known to be
 * still a NEET; who has become eighteen has confirmed in person.
 */
export function avviaServizio(
  caso: Caso,
  { servizioId, dataInizio }: AvviaServizio,
  regole: RegoleGefo,
  adesso: Instant,
): Deciso {
  const trovato = checkServizio(caso, servizioId, "pianificato");
  if (!trovato.ok) return trovato;
  const { dote } = trovato.value;
  if (dote.stato === "sospesa") return refuse({ code: "dote.sospesa" });
  const data = checkData(dataInizio, dayInRome(dote.inviataAt), dayInRome(adesso), "dataInizio");
  if (!data.ok) return data;
  const fine = fineDote(dote, regole);
  if (dataInizio > fine)
    return refuse({
      ...{ code: "servizio.oltre-la-dote", campo: "dataInizio" },
      ...{ data: dataInizio, fineDote: fine },
    });
  const requisiti = checkRequisiti(caso.requisiti, dataInizio, regole.presa.requisiti);
  if (!requisiti.ok) return requisiti;
  const tutela = checkConferma(caso.tutela, dataInizio);
  if (!tutela.ok) return tutela;
  return ok({ tipo: "servizio-avviato", at: adesso, servizioId, dataInizio });
}

export interface ConcludiServizio {
  readonly servizioId: ServizioId;
  readonly dataFine: CivilDate;
  readonly esito: EsitoPolitica;
}

/** The end of a service; when the giovane gives up, the pack may give up what was only planned. */
export function concludiServizio(
  caso: Caso,
  { servizioId, dataFine, esito }: ConcludiServizio,
  regole: RegoleGefo,
  adesso: Instant,
): Deciso {
  const trovato = checkServizio(caso, servizioId, "avviato");
  if (!trovato.ok) return trovato;
  const { dote, servizio } = trovato.value;
  const data = checkData(dataFine, servizio.dataInizio ?? dataFine, dayInRome(adesso), "dataFine");
  if (!data.ok) return data;
  const rinuncia = esito === "abbandonata" && regole.abbandonoChiudePianificati;
  const pianificati = dote.servizi.filter(({ stato }) => stato === "pianificato");
  const rinunciati = rinuncia ? pianificati.map(({ id }) => id) : [];
  const fine = { servizioId, dataFine, esito, rinunciati };
  return ok({ tipo: "servizio-concluso", at: adesso, ...fine });
}
