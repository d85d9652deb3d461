import type { Corpo } from "@staffetta/contracts";
import type { Esito, MessaggioInviato, SuEsito } from "@staffetta/cooperation";
import { regoleAdesione } from "@staffetta/domain";
import { CLICLAVORO, NON_PORTATO } from "@staffetta/nodo";
import { apriCompito } from "../compiti/compiti.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { COMPITO_SAP, compitiSapAperti, SAP_DA_COMPLETARE } from "../sap/compiti.ts";
import { annotaFallita } from "../servizicoap/fallite.ts";
import type { Stores } from "../store.ts";
import { lockAdesione, registraEventi } from "./registra-eventi.ts";

/** What the others answered to our messages: the receipt of P confirms or corrects, a refusal becomes a compito. */
const TIPI = [
  "adesione.v1",
  "adesione-registrata.v1",
  "adesione-operatore.v1",
  "scelta-operatore.v1",
  "notizia-adesione.v1",
  "presa-in-carico-confermata.v1",
  "politica.v1",
  "monitoraggio-giornaliero.v1",
] as const;

/** Every body but that of the daily figures names its adesione. */
const adesioneIdOf = (corpo: string): string | null =>
  (JSON.parse(corpo) as { adesioneId?: string }).adesioneId ?? null;

async function compitoDaRifiuto(
  ctx: Contesto,
  stores: Stores,
  inviato: MessaggioInviato,
  esito: Esito,
): Promise<void> {
  if (esito.esito !== "rifiutato") return;
  // Nobody can put it right, and it would be said for each adesione: the page of the flussi shows it.
  if (esito.codice === NON_PORTATO) return;
  const { title, detail, rimedio } = ctx.problemi.traduci(esito.codice, esito.fatti);
  const adesioneId = adesioneIdOf(inviato.corpo);
  const isSap = esito.codice === SAP_DA_COMPLETARE;
  if (isSap && (await compitiSapAperti(stores, [adesioneId])).length > 0) return;
  await apriCompito(ctx, stores, {
    tipo: isSap ? COMPITO_SAP : "messaggio-rifiutato",
    titolo: `${inviato.destinatario} ha rifiutato un messaggio: ${title}`,
    causa: detail,
    prossimoPasso: rimedio ?? "Guarda la causa nella pagina dei flussi.",
    adesioneId: adesioneId as never,
  });
}

/** The automatic close after a presa in carico elsewhere was refused: the Ministry's words, for the desk. */
async function annotaRifiuto(
  ctx: Contesto,
  stores: Stores,
  { id, corpo }: MessaggioInviato,
  esito: Esito,
): Promise<void> {
  if (esito.esito !== "rifiutato") return;
  const adesione = await stores.adesioni.get(adesioneIdOf(corpo) ?? "");
  await annotaFallita(ctx, stores, {
    ...{ codice: "EM", operazione: "setStatoAdesioneYG", scambioId: id, stato: "N" },
    ...{ documento: corpo, causa: ctx.problemi.traduci(esito.codice, esito.fatti).detail },
    ...{ regione: ctx.regione, dataAdesione: adesione?.dataAdesione ?? "" },
  });
}

async function onEsitoStato(
  ctx: Contesto,
  stores: Stores,
  inviato: MessaggioInviato,
  esito: Esito,
): Promise<void> {
  const { adesioneId, a } = JSON.parse(inviato.corpo) as Corpo<"stato-adesione.v1">;
  if (inviato.destinatario !== CLICLAVORO || a !== "P") {
    await compitoDaRifiuto(ctx, stores, inviato, esito);
    if (a === "N") await annotaRifiuto(ctx, stores, inviato, esito);
    return;
  }
  const held = await lockAdesione(stores, adesioneId);
  if (held === null) throw new Error(`Ricevuta per l'adesione ${adesioneId}, che non c'è`);
  const { adesione, giovane } = held;
  const deciso =
    esito.esito === "applicato"
      ? regoleAdesione.confermaPresa(adesione, adesso(ctx))
      : regoleAdesione.rettificaPresa(adesione, esito.codice, adesso(ctx));
  if (!deciso.ok) throw new Error(`Ricevuta di P fuori posto: ${JSON.stringify(deciso.rifiuto)}`);
  await registraEventi(ctx, stores, giovane, { prima: adesione, eventi: deciso.value });
  await compitoDaRifiuto(ctx, stores, inviato, esito);
}

export function esitiAttesi(ctx: Contesto): Readonly<Record<string, SuEsito<Stores>>> {
  const plain: SuEsito<Stores> = (stores, inviato, esito) =>
    compitoDaRifiuto(ctx, stores, inviato, esito);
  return {
    ...Object.fromEntries(TIPI.map((tipo) => [tipo, plain])),
    "stato-adesione.v1": (stores, inviato, esito) => onEsitoStato(ctx, stores, inviato, esito),
  };
}
