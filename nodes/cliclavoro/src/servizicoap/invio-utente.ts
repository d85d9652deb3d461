import { servizicoap } from "@staffetta/contracts";
import {
  type CivilDate,
  findTransizione,
  nomeRegione,
  STATI_ADESIONE,
  STATI_APERTI,
  STATI_IN_CARICO,
  valutaRequisiti,
} from "@staffetta/domain";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { saveAdesione, tellAltre } from "../registro.ts";
import type { AdesioneRow, PersonaRow, Stores } from "../store.ts";
import { adesioniIn, istanteDel, lockPersonaDi, puoScrivere, REGIONE_NON_SUA } from "./registro.ts";

const { ko, koAnomalie, okEsito } = servizicoap;
type Gestore = NonNullable<servizicoap.GestoriServizicoap["invioUtenteYG"]>;
type Risposta = Awaited<ReturnType<Gestore>>;
const OPERAZIONE = "invioUtenteYG";

/** An adesione taken by a region enters the register; a closed one of that day is opened again. */
export const invioUtenteWith =
  (ctx: Contesto): Gestore =>
  async ({ UtenteYG: { utente } }, chi) => {
    const { CodiceFiscale, dataadesione, Regione } = utente;
    if (!puoScrivere(chi, Regione)) return ko(OPERAZIONE, REGIONE_NON_SUA);
    const dataAdesione = dataadesione as CivilDate;
    return ctx.uow.transaction(async (stores) => {
      const persona = await lockPersonaDi(ctx, stores, CodiceFiscale, dataAdesione);
      const sue = await adesioniIn(stores, persona.id, Regione);
      const stessa = sue.find((una) => una.dataAdesione === dataAdesione);
      if (stessa !== undefined && STATI_APERTI.has(stessa.stato))
        return koAnomalie(OPERAZIONE, [servizicoap.anomalia("P000")]);
      const rifiuto =
        checkRequisiti(ctx, persona, dataAdesione) ??
        (await checkAltre(stores, persona.id, Regione));
      if (rifiuto !== null) return ko(OPERAZIONE, rifiuto);
      if (stessa !== undefined) return ripristina(ctx, stores, stessa);
      await stores.persone.put(persona);
      await registra(ctx, stores, persona, { Regione, dataAdesione });
      return okEsito(OPERAZIONE);
    });
  };

/** A provisional code says no birthday: then nothing can be verified here. */
function checkRequisiti(
  ctx: Contesto,
  { dataNascita }: PersonaRow,
  dataAdesione: CivilDate,
): string | null {
  if (dataNascita === null) return null;
  const regole = valutaRequisiti(dataNascita as CivilDate, dataAdesione, ctx.regole);
  const mancata = regole.find(({ rispettata }) => !rispettata);
  if (mancata === undefined) return null;
  const { regola, fatti } = mancata;
  const ammessi =
    regola === "eta-minima"
      ? `si comincia a ${fatti.limiteYears}`
      : `si finisce il giorno prima dei ${fatti.limiteYears + 1}`;
  return `Requisiti non rispettati: il ${dataAdesione} la persona ha ${fatti.etaYears} anni, ${ammessi}.`;
}

async function checkAltre(
  stores: Stores,
  personaId: string,
  regione: string,
): Promise<string | null> {
  const tutte = await stores.adesioni.by("personaId", personaId);
  const aperta = tutte.find((una) => una.regione === regione && STATI_APERTI.has(una.stato));
  if (aperta !== undefined)
    return `Esiste già un'adesione aperta del ${aperta.dataAdesione} (${STATI_ADESIONE[aperta.stato]}).`;
  const presa = tutte.find(({ stato }) => STATI_IN_CARICO.has(stato));
  if (presa === undefined) return null;
  return `La persona è già presa in carico: ${nomeRegione(presa.regione)}.`;
}

async function registra(
  ctx: Contesto,
  stores: Stores,
  persona: PersonaRow,
  { Regione, dataAdesione }: Readonly<{ Regione: string; dataAdesione: CivilDate }>,
): Promise<void> {
  const at = istanteDel(dataAdesione);
  const nuova: AdesioneRow = {
    ...{ id: ctx.random.uuid() as never, personaId: persona.id, regione: Regione as never },
    ...{ canale: "regionale", dataAdesione, stato: "A", statoAt: at, operatore: null, version: 1 },
    ...{ consegna: "accolta", annullamento: "nessuno" },
  };
  await saveAdesione(ctx, stores, nuova, { tipo: "registrata", da: null, motivo: null, at });
  await tellAltre(ctx, stores, nuova);
}

async function ripristina(ctx: Contesto, stores: Stores, chiusa: AdesioneRow): Promise<Risposta> {
  const { stato: da } = chiusa;
  if (findTransizione({ da, a: "A", rettifica: false, giorno: oggi(ctx) }) === undefined)
    return ko(OPERAZIONE, `Un'adesione nello stato ${da} non si può riaprire.`);
  const at = adesso(ctx);
  const dopo = { ...chiusa, stato: "A", statoAt: at, version: chiusa.version + 1 } as const;
  await saveAdesione(ctx, stores, dopo, { tipo: "stato", da, motivo: "ripristino", at });
  await tellAltre(ctx, stores, dopo);
  return okEsito(OPERAZIONE);
}
