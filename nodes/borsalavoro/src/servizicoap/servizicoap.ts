import { servizicoap } from "@staffetta/contracts";
import { MOTIVI_NOTIFICA, type MotivoNotifica } from "@staffetta/domain";
import type { Servizicoap } from "@staffetta/nodo";
import { apriCompito } from "../compiti/compiti.ts";
import type { Contesto } from "../contesto.ts";
import { annotaFallita } from "./fallite.ts";
import { invioUtenteWith } from "./invio-utente.ts";
import { applicaNotifica } from "./notifica.ts";

const { codifica, DATI_STATO_NOTIFICA, ko, okEsito } = servizicoap;
type Gestori = servizicoap.GestoriServizicoap;

/** Answered OK even when it can't be applied: the Ministry could do nothing about it, our desk can. */
const notificaWith =
  (ctx: Contesto): NonNullable<Gestori["notificaCambioStatoAdesioneYG"]> =>
  ({ DatiStatoAdesione: notifica }, { scambioId }) =>
    ctx.uow.transaction(async (stores) => {
      const impedimento = await applicaNotifica(ctx, stores, notifica);
      if (impedimento !== null)
        await annotaFallita(ctx, stores, {
          ...{ ...impedimento, operazione: "notificaCambioStatoAdesioneYG", scambioId },
          ...{ documento: codifica(DATI_STATO_NOTIFICA, notifica), stato: notifica.StatoAdesione },
          ...{ regione: notifica.RegioneAdesione, dataAdesione: notifica.DataAdesione },
        });
      return okEsito("notificaCambioStatoAdesioneYG");
    });

/** A reason that nobody has described is kept, and said as it came. */
const notificaSapWith =
  (ctx: Contesto): NonNullable<Gestori["notificaSAP"]> =>
  ({ CodiceSAP, MotivoNotifica: motivo }) =>
    ctx.uow.transaction(async (stores) => {
      const detto =
        MOTIVI_NOTIFICA[motivo as MotivoNotifica] ?? `motivo ${motivo.slice(0, 20)}, non previsto`;
      await apriCompito(ctx, stores, {
        tipo: "notifica-sap",
        titolo: `La SAP ${CodiceSAP} è cambiata: ${detto}`,
        causa: "Lo ha comunicato la Banca dati delle politiche attive e passive.",
        prossimoPasso: "Chiedi la SAP al Ministero e aggiorna la copia della Regione.",
        adesioneId: null,
      });
      return okEsito("notificaSAP");
    });

/** What the region answers to the Ministry. @source WIRE, §3.3 */
export const servizicoapWith = (ctx: Contesto): Servizicoap => ({
  operazioni: [
    ...(["invioUtenteYG", "checkUtenteYG", "notificaCambioStatoAdesioneYG"] as const),
    "notificaSAP",
  ],
  gestori: {
    invioUtenteYG: invioUtenteWith(ctx),
    checkUtenteYG: async () =>
      ko("checkUtenteYG", "Operazione non supportata dalla Regione: si chiede al Ministero."),
    notificaCambioStatoAdesioneYG: notificaWith(ctx),
    notificaSAP: notificaSapWith(ctx),
  },
  errori: "testo",
  suAnomalie: async (operazione, anomalie, { testo, chi: { scambioId } }) => {
    if (operazione !== "notificaCambioStatoAdesioneYG") return;
    const malformato = anomalie.some(({ codice }) => codice === "S001");
    await ctx.uow.transaction((stores) =>
      annotaFallita(ctx, stores, {
        ...{ codice: malformato ? "XML" : "E", operazione, scambioId, documento: testo },
        ...{ causa: servizicoap.testoAnomalie(anomalie), regione: "", dataAdesione: "", stato: "" },
      }),
    );
  },
});
