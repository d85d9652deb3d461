import {
  type Implementazione,
  type operazioniNotificheFallite,
  servizicoap,
} from "@staffetta/contracts";
import { leggiDocumento } from "@staffetta/nodo";
import { type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { CODICI_FALLITA, type NotificaFallitaRow } from "./fallite.ts";
import { applicaNotifica, type Impedimento } from "./notifica.ts";

type Ops = Implementazione<typeof operazioniNotificheFallite>;

const SCONOSCIUTA = { code: "notifica.sconosciuta" } as const;
const isRiprovabile = ({ codice, operazione }: NotificaFallitaRow): boolean =>
  operazione === "notificaCambioStatoAdesioneYG" && codice !== "XML";

/** The desk of what the Ministry said and could not be done: look, try again, close. */
export const operazioniFallite = (ctx: Contesto): Ops => ({
  notificheFallite: () =>
    ctx.uow.transaction(async (stores) => {
      const aperte = (await stores.notificheFallite.all()).filter(({ chiusa }) => !chiusa);
      const righe = aperte.toReversed().map((una) => {
        const { chiusa: _, documentoSigillato: __, scambioId: ___, ...resto } = una;
        return {
          ...resto,
          significato: CODICI_FALLITA[una.codice],
          riprovabile: isRiprovabile(una),
        };
      });
      return { ok: true, valore: { righe } as never };
    }),
  riprovaNotifica: (_soggetto, { id }) =>
    ctx.uow.transaction(async (stores) => {
      const riga = await stores.notificheFallite.lock(id);
      if (riga === null || riga.chiusa || !isRiprovabile(riga))
        return ctx.problemi.rispondi(SCONOSCIUTA);
      const impedimento = await riapplica(ctx, stores, riga);
      const dopo = { ...riga, tentativi: riga.tentativi + 1, chiusa: impedimento === null };
      await stores.notificheFallite.put({ ...dopo, ...impedimento });
      return {
        ok: true,
        valore: { applicata: impedimento === null, causa: impedimento?.causa ?? "" },
      };
    }),
  chiudiNotifica: (_soggetto, { id }) =>
    ctx.uow.transaction(async (stores) => {
      const riga = await stores.notificheFallite.lock(id);
      if (riga === null || riga.chiusa) return ctx.problemi.rispondi(SCONOSCIUTA);
      await stores.notificheFallite.put({ ...riga, chiusa: true });
      return { ok: true, valore: { fatto: true } };
    }),
});

async function riapplica(
  ctx: Contesto,
  stores: Stores,
  riga: NotificaFallitaRow,
): Promise<Impedimento> {
  const documento = ctx.cipher.open(riga.documentoSigillato);
  const letto = leggiDocumento(servizicoap.DATI_STATO_NOTIFICA, documento, { oggi: oggi(ctx) });
  if (!letto.ok) return { codice: "E", causa: servizicoap.testoAnomalie(letto.anomalie) };
  return applicaNotifica(ctx, stores, letto.valore);
}
