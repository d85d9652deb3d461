import {
  type Ammessi,
  ammette,
  type CasoGefo,
  type Funzione,
  type OperazioniGefo,
  operazioniGefo,
  type Soggetto,
} from "@staffetta/contracts";
import {
  azioniDi,
  fineDote,
  MISURE,
  type OperatoreId,
  type RegoleGefo,
  residuoCents,
  STATI_CASO,
  STATI_DOTE,
} from "@staffetta/domain";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { pianoDi } from "../contatti/piano.ts";
import { type Contesto, oggi } from "../contesto.ts";
import { postoInCoda } from "../denaro/coda.ts";
import { nomiOf } from "../operatori/nomi.ts";
import type { Stores } from "../store.ts";
import { personaOf } from "./registra-evento.ts";
import type { CasoRow } from "./tabelle.ts";

type Dote = NonNullable<CasoRow["caso"]["dote"]>;

const doteDi = (
  dote: Dote,
  regole: RegoleGefo,
  nomi: ReadonlyMap<string, string>,
  mio: string,
) => ({
  scadeOn: fineDote(dote, regole),
  conclusione: dote.conclusione,
  chiusura: dote.chiusura && {
    ...{ motivo: dote.chiusura.motivo, on: dote.chiusura.on, nota: dote.chiusura.nota },
  },
  doteId: dote.id,
  stato: STATI_DOTE[dote.stato],
  protocollo: dote.protocollo,
  inviataAt: dote.inviataAt,
  valoreCents: dote.valoreCents,
  residuoCents: residuoCents(dote),
  servizi: dote.servizi.map((servizio) => ({
    servizioId: servizio.id,
    misura: servizio.misura,
    etichetta: MISURE[servizio.misura].etichetta,
    stato: servizio.stato,
    erogatore: {
      id: (servizio.erogatoreId ?? mio) as OperatoreId,
      denominazione: nomi.get(servizio.erogatoreId ?? mio) ?? mio,
    },
    oreUnita: servizio.oreUnita,
    importoCents: servizio.importoCents,
    dataInizio: servizio.dataInizio,
    dataFine: servizio.dataFine,
    esito: servizio.esito,
    rendicontatoCents: servizio.rendicontatoCents,
    ammessoCents: servizio.ammessoCents,
    motivoTaglio: servizio.motivoTaglio,
  })),
});

const CHI_FA: Readonly<Record<Funzione, string>> = {
  ...{ sportello: "lo sportello", legale: "il rappresentante legale", erogatore: "l'erogatore" },
  ...{ istruttoria: "la Regione", controllo: "la Regione", monitoraggio: "la Regione" },
};

/** Whose task this is, when it is not of who looks; null = it is. */
function compitoDiAltri(nome: string, soggetto: Soggetto): string | null {
  const operazione: Ammessi | undefined = operazioniGefo[nome as keyof OperazioniGefo];
  if (operazione === undefined || ammette(operazione, soggetto)) return null;
  const chi = new Set((operazione.funzioni ?? []).map((una) => CHI_FA[una]));
  return chi.size === 0
    ? "Lo fa la Regione."
    : `Non è fra i tuoi compiti: lo fa ${[...chi].join(" o ")}.`;
}

/** A door that is closed for this person or at this step says why. */
function azioniIn(ctx: Contesto, { caso }: CasoRow, soggetto: Soggetto): CasoGefo["azioni"] {
  const entries = Object.entries(azioniDi(caso)).map(([nome, rifiuto]) => {
    const altri = compitoDiAltri(nome, soggetto);
    if (altri !== null) return [nome, { ammessa: false, perche: altri }];
    if (rifiuto === null) return [nome, { ammessa: true, perche: null }];
    const { code, ...fatti } = rifiuto;
    return [nome, { ammessa: false, perche: ctx.problemi.traduci(code, fatti).detail }];
  });
  return Object.fromEntries(entries);
}

/** A case as its addetto sees it. Contacts made by an operatore of before stay with that operatore. */
export async function schedaDi(
  ctx: Contesto,
  stores: Stores,
  riga: CasoRow,
  soggetto: Soggetto,
): Promise<CasoGefo> {
  const { caso, vista, entro, operatoreId, avviso } = riga;
  const operatore = await stores.operatori.get(operatoreId);
  const regole = await regoleDelCaso(ctx, stores, caso);
  const nomi = await nomiOf(stores);
  const contatti = (await stores.contatti.by("adesioneId", riga.adesioneId))
    .filter((contatto) => contatto.operatoreId === operatoreId)
    .map(({ id: contattoId, at, canale, esito, nota, addetto, prova, assenza }) => ({
      ...{ contattoId, at: at as never, canale, esito, nota, addetto, prova, assenza },
    }))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return {
    adesioneId: caso.adesioneId,
    ...personaOf(ctx, riga),
    dataAdesione: caso.dataAdesione,
    operatore: { id: caso.operatoreId, denominazione: operatore?.denominazione ?? operatoreId },
    stato: STATI_CASO[caso.stato],
    vista,
    statoAdesione: caso.statoAdesione,
    entro: entro as CasoGefo["entro"],
    oltreTermine: entro !== null && entro < oggi(ctx),
    contatti,
    piano: await pianoDi(ctx, stores, caso, contatti, regole),
    patto: caso.patto && {
      ...{ data: caso.patto.data, fascia: caso.patto.fascia, documentoId: caso.patto.documentoId },
    },
    dote: caso.dote === null ? null : doteDi(caso.dote, regole, nomi, operatoreId),
    coda: await postoInCoda(stores, riga),
    nonPresa: caso.nonPresa,
    avviso,
    azioni: azioniIn(ctx, riga, soggetto),
  };
}
