import {
  type Albero,
  type CivilDate,
  type CodiceEnte,
  DID,
  type EventoPolitica,
  foglia,
  type IdPolitica,
  type IdSap,
  type InvioSap,
  isVuota,
  type PoliticaInviata,
  PRESA_IN_CARICO,
  profilingInUscita,
  type Sap,
  type Sezioni,
  TIPI_VARIAZIONE,
  type TipoVariazione,
} from "@staffetta/domain";
import { type Anomalia, anomalia } from "./anomalie.ts";
import type { Lavoratore, ListaDid, Politica } from "./sap.ts";

/** The document of the wire as the SAP of the rules, and back: the only place that knows both. */
type Letto<T> =
  | Readonly<{ ok: true; valore: T }>
  | Readonly<{ ok: false; anomalie: readonly Anomalia[] }>;

const PERCORSO_VARIAZIONE = "lavoratore/datiinvio/tipovariazione";

/** What a body sends. A variation that the national list does not have is an anomaly. */
export function inInvio(documento: Lavoratore): Letto<InvioSap> {
  const { datiinvio, datianagrafici, politiche_attive_lst, politiche_attive } = documento;
  const { tipovariazione, identificativosap, codiceentetit, dataultimoagg } = datiinvio;
  if (!Object.hasOwn(TIPI_VARIAZIONE, tipovariazione)) {
    const detto = `tipovariazione: serve uno fra ${Object.keys(TIPI_VARIAZIONE).join(", ")}`;
    return { ok: false, anomalie: [anomalia("S011", detto, PERCORSO_VARIAZIONE)] };
  }
  const politiche = [...(politiche_attive_lst?.politiche_attive ?? []), ...politiche_attive];
  return {
    ok: true,
    valore: {
      id: identificativosap as IdSap | null,
      ente: codiceentetit as CodiceEnte,
      tipoVariazione: tipovariazione as TipoVariazione,
      dataUltimoAgg: dataultimoagg as CivilDate,
      codiceFiscale: datianagrafici?.datipersonali.codicefiscale ?? null,
      sezioni: sezioniDi(documento),
      politiche: politiche.map(inPolitica),
    },
  };
}

const VUOTO = /^<([A-Za-z_][\w.-]*)(?:\/>|>\s*<\/\1>)$/;

function sezioniDi(documento: Lavoratore): Sezioni {
  const { livelliistruzione_lst: livelli } = documento;
  const istruzione = livelli !== null && VUOTO.test(livelli) ? "" : livelli;
  const tutte: Readonly<Record<keyof Sezioni, unknown>> = {
    anagrafici: documento.datianagrafici,
    amministrativi: documento.datiamministrativi,
    esperienze: documento.esperienzelavoro_lst,
    istruzione,
    allegato: documento.allegato,
  };
  const presenti = Object.entries(tutte).filter(([, albero]) => albero !== null);
  return Object.fromEntries(presenti) as Sezioni;
}

const numeroDi = (testo: string | null): number | null => (testo === null ? null : Number(testo));

function inPolitica(politica: Politica): PoliticaInviata {
  const { ultimo_evento: evento } = politica;
  const ultimoEvento: EventoPolitica | null =
    evento === null
      ? null
      : {
          evento: evento.evento,
          data: evento.data_evento as CivilDate,
          descrizione: evento.descrizione_evento,
        };
  return {
    identificativo: politica.identificativo_politica as IdPolitica | null,
    tipoAttivita: politica.tipo_attivita,
    titolo: politica.titolo_denominazione,
    dataProposta: politica.data_proposta as CivilDate,
    dataInizio: politica.data as CivilDate | null,
    dataFine: politica.data_fine as CivilDate | null,
    durata: numeroDi(politica.durata),
    tipologiaDurata: politica.tipologia_durata,
    descrizione: politica.descrizione,
    progetto: politica.titolo_progetto,
    ente: politica.codice_ente_promotore as CodiceEnte,
    indiceProfiling: politica.indice_profiling,
    presaInCarico: politica.identificativo_presa_in_carico as IdPolitica | null,
    ultimoEvento,
  };
}

function daPolitica(politica: PoliticaInviata): Politica {
  const { ultimoEvento, durata } = politica;
  return {
    tipo_attivita: politica.tipoAttivita,
    titolo_denominazione: politica.titolo,
    data_proposta: politica.dataProposta,
    data: politica.dataInizio,
    data_fine: politica.dataFine,
    durata: durata === null ? null : String(durata),
    tipologia_durata: politica.tipologiaDurata as Politica["tipologia_durata"],
    descrizione: politica.descrizione,
    titolo_progetto: politica.progetto,
    codice_ente_promotore: politica.ente,
    identificativo_politica: politica.identificativo,
    indice_profiling: profilingInUscita(politica.indiceProfiling),
    identificativo_presa_in_carico: politica.presaInCarico,
    ultimo_evento:
      ultimoEvento === null
        ? null
        : {
            evento: ultimoEvento.evento,
            data_evento: ultimoEvento.data,
            descrizione_evento: ultimoEvento.descrizione,
          },
  };
}

const vistaDi = (sezione: Albero | undefined): never =>
  (sezione === undefined || sezione === "" ? null : sezione) as never;

/** The whole SAP, policies of every body included, as SAP 2.0. */
export function daSap(sap: Sap): Lavoratore {
  const { anagrafici, amministrativi, esperienze, istruzione, allegato } = sap.sezioni;
  const nata = foglia(anagrafici, "datipersonali", "datanascita");
  return {
    datiinvio: {
      dataultimoagg: sap.dataUltimoAgg,
      identificativosap: sap.id,
      codiceentetit: sap.titolare,
      tipovariazione: sap.tipoVariazione,
      datadinascita: nata,
    },
    // A SAP that this node has made has no name and no domicile: a section cut in half is worse than none.
    datianagrafici: isCompleta(anagrafici) ? vistaDi(anagrafici) : null,
    datiamministrativi: vistaDi(amministrativi),
    esperienzelavoro_lst: vistaDi(esperienze),
    livelliistruzione_lst: vistaDi(istruzione),
    allegato: vistaDi(allegato),
    politiche_attive_lst:
      sap.politiche.length === 0 ? null : { politiche_attive: sap.politiche.map(daPolitica) },
    politiche_attive: [],
  };
}

/** Sections 0 and 6: all that a body may send of a SAP that another holds. @source WIRE §4.4 */
export const daInvioPolitiche = (
  invio: Pick<InvioSap, "id" | "ente" | "dataUltimoAgg" | "politiche">,
): Lavoratore => ({
  datiinvio: {
    ...{ dataultimoagg: invio.dataUltimoAgg, identificativosap: invio.id },
    ...{ codiceentetit: invio.ente, tipovariazione: "02", datadinascita: null },
  },
  ...{ datianagrafici: null, datiamministrativi: null, esperienzelavoro_lst: null },
  ...{ livelliistruzione_lst: null, allegato: null, politiche_attive: [] },
  politiche_attive_lst: { politiche_attive: invio.politiche.map(daPolitica) },
});

/** There, and empty: Rev005 wants them in a first insertion. @source WIRE §1.5 */
const VUOTE = {
  datiamministrativi: { altro: [] } as never,
  esperienzelavoro_lst: { esperienzalavoro: [] },
  livelliistruzione_lst: "<livelliistruzione_lst/>",
  allegato: { altro: [] } as never,
} as const;

/** A first insertion by the body that will hold the SAP: the person, and what she has begun. */
export const daPrimoInserimento = (
  invio: Pick<InvioSap, "ente" | "dataUltimoAgg" | "politiche" | "sezioni">,
): Lavoratore => ({
  ...daInvioPolitiche({ ...invio, id: null }),
  ...VUOTE,
  datiinvio: {
    ...{ dataultimoagg: invio.dataUltimoAgg, identificativosap: null },
    ...{ codiceentetit: invio.ente, tipovariazione: "01" },
    datadinascita: foglia(invio.sezioni.anagrafici, "datipersonali", "datanascita"),
  },
  datianagrafici: vistaDi(invio.sezioni.anagrafici),
});

const isCompleta = (anagrafici: Albero | undefined): boolean =>
  anagrafici !== undefined &&
  !isVuota(anagrafici) &&
  foglia(anagrafici, "datipersonali", "cognome") !== null &&
  foglia(anagrafici, "domicilio", "codcomune") !== null;

const STATO = "statoinanagrafe";

/** The DID of a person and what takes her in charge. @source WIRE §2.7 */
export function daSapListaDid(sap: Sap): ListaDid {
  const { amministrativi } = sap.sezioni;
  const di = (tipo: string): Politica[] =>
    sap.politiche.filter(({ tipoAttivita }) => tipoAttivita === tipo).map(daPolitica);
  return {
    codicefiscale: sap.codiceFiscale as ListaDid["codicefiscale"],
    codiceentetit: sap.titolare,
    dataultimoagg: sap.dataUltimoAgg,
    indiceprofiling: profilingInUscita(foglia(amministrativi, STATO, "indiceprofiling")),
    dataevento: foglia(amministrativi, STATO, "dataevento"),
    disponibilita: foglia(amministrativi, STATO, "disponibilita"),
    N00: di(DID),
    A02: di(PRESA_IN_CARICO),
  };
}
