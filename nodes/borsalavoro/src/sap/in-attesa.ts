import type { Implementazione, OperazioniSapRegione } from "@staffetta/contracts";
import type { CivilDate, CodiceFiscale } from "@staffetta/domain";
import { FATTO } from "../adesione/operazioni.ts";
import { apriCompito } from "../compiti/compiti.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { digestOf, lockGiovane, RECAPITI_IGNOTI } from "../giovani.ts";
import { registraNazionale } from "../servizicoap/registra.ts";
import type { Stores } from "../store.ts";
import type { AdesioneInAttesaRow } from "./tabelle.ts";

type Ops = Pick<
  Implementazione<OperazioniSapRegione>,
  "adesioniInAttesa" | "completaAdesione" | "scartaAdesione"
>;

const COMPITO = "adesione-in-attesa";

export interface DaTenere {
  readonly codiceFiscale: CodiceFiscale;
  readonly dataAdesione: CivilDate;
  readonly identificativoSap: string | null;
}

/**
 * A provisional code says no birthday, and without one nothing can be decided. What the Ministry has told
 * is kept, and answered OK: who the person is, the desk can find out; the Ministry can't be asked.
 */
export async function tieniInAttesa(
  ctx: Contesto,
  stores: Stores,
  { codiceFiscale, dataAdesione, identificativoSap }: DaTenere,
): Promise<void> {
  const cfDigest = digestOf(ctx, codiceFiscale);
  const sue = await stores.inAttesa.by("cfDigest", cfDigest);
  if (sue.some((una) => una.dataAdesione === dataAdesione)) return;
  await stores.inAttesa.insert({
    ...{ id: ctx.random.uuid(), at: adesso(ctx), cfDigest, dataAdesione, identificativoSap },
    ...{ cfSigillato: ctx.cipher.seal(codiceFiscale), motivo: null, chiusa: false },
  });
  await apriCompito(ctx, stores, {
    tipo: COMPITO,
    titolo: "Un'adesione dal portale nazionale aspetta di sapere chi è la persona",
    causa: "Il codice fiscale è provvisorio: non dice né la data di nascita né il sesso.",
    prossimoPasso: "Aprila in «Adesioni in attesa», nella pagina iniziale, e completa i dati.",
    adesioneId: null,
  });
}

/** The tasks say nothing of whom they are about: one for each that still waits. */
async function chiudiUnCompito(stores: Stores): Promise<void> {
  const [uno] = (await stores.compiti.all()).filter(
    ({ tipo, chiuso }) => tipo === COMPITO && !chiuso,
  );
  if (uno !== undefined) await stores.compiti.put({ ...uno, chiuso: true });
}

const inAttesa = async (stores: Stores, id: string): Promise<AdesioneInAttesaRow | null> => {
  const riga = await stores.inAttesa.lock(id);
  return riga === null || riga.chiusa ? null : riga;
};

export const operazioniInAttesa = (ctx: Contesto): Ops => ({
  adesioniInAttesa: () =>
    ctx.uow.transaction(async (stores) => {
      const aperte = (await stores.inAttesa.all()).filter(({ chiusa }) => !chiusa);
      const righe = aperte.map(({ id, at, cfSigillato, dataAdesione }) => ({
        ...{ id, at, dataAdesione, codiceFiscale: ctx.cipher.open(cfSigillato) },
      }));
      return { ok: true, valore: { righe: righe as never } };
    }),
  completaAdesione: (_soggetto, { id, ...chi }) =>
    ctx.uow.transaction(async (stores) => {
      const riga = await inAttesa(stores, id);
      if (riga === null) return ctx.problemi.rispondi({ code: "attesa.sconosciuta" });
      const codiceFiscale = ctx.cipher.open(riga.cfSigillato) as CodiceFiscale;
      const anagrafica = { ...chi, codiceFiscale };
      const giovane = await lockGiovane(ctx, stores, anagrafica, RECAPITI_IGNOTI);
      const { dataAdesione, identificativoSap } = riga;
      const quale = { dataAdesione: dataAdesione as CivilDate, identificativoSap };
      const nata = await registraNazionale(ctx, stores, giovane, quale);
      if (!nata.ok) return ctx.problemi.rispondi(nata.rifiuto);
      await stores.inAttesa.put({ ...riga, chiusa: true });
      await chiudiUnCompito(stores);
      return { ok: true, valore: { adesioneId: nata.value } };
    }),
  scartaAdesione: (_soggetto, { id, motivo }) =>
    ctx.uow.transaction(async (stores) => {
      const riga = await inAttesa(stores, id);
      if (riga === null) return ctx.problemi.rispondi({ code: "attesa.sconosciuta" });
      await stores.inAttesa.put({ ...riga, motivo, chiusa: true });
      await chiudiUnCompito(stores);
      return FATTO;
    }),
});
