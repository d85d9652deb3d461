import type { CivilDate, Instant } from "../time.ts";
import type { CodiceEnte, IdPolitica, IdSap } from "./identificativi.ts";
import type { PoliticaInviata, PoliticaSap } from "./politica.ts";

/**
 * The Scheda Anagrafico-Professionale of a person: her record in the national Banca dati. Sections 1–5 are
 * trees with the names of the wire, because the rules only carry them (null = not there); section 6, the policies, is theirs.
 * @source WIRE §2.6
 */
export type Albero = string | null | readonly Albero[] | { readonly [nome: string]: Albero };

export const SEZIONI_SAP = {
  anagrafici: "1. Dati anagrafici",
  amministrativi: "2. Dati amministrativi",
  esperienze: "4. Esperienze di lavoro",
  istruzione: "5.1 Livelli di istruzione",
  allegato: "5. Studi, formazione e conoscenze",
} as const;
export type NomeSezione = keyof typeof SEZIONI_SAP;
export type Sezioni = Readonly<Partial<Record<NomeSezione, Albero>>>;

/** State of a SAP. Which of 02 and 03 is "burnt" and which "annulled" is not known. @source WIRE §5.7 */
export const STATI_SAP = {
  "01": "attiva",
  "02": "annullata",
  "03": "bruciata",
  "04": "titolarità persa",
} as const;
export type StatoSap = keyof typeof STATI_SAP;

export const TIPI_VARIAZIONE = {
  "01": "primo inserimento",
  "02": "aggiornamento",
  "05": "cambio di codice fiscale",
} as const;
export type TipoVariazione = keyof typeof TIPI_VARIAZIONE;

export interface Sap {
  readonly id: IdSap;
  readonly codiceFiscale: string;
  readonly titolare: CodiceEnte;
  /** Bodies that held it before, oldest first: for them its state is 04. */
  readonly exTitolari: readonly CodiceEnte[];
  readonly stato: Exclude<StatoSap, "04">;
  /** Made by this node for who adhered without one: the first insertion of a body takes its place. */
  readonly provvisoria: boolean;
  /** Grows by one at each change; the first is 1. */
  readonly versione: number;
  readonly dataUltimoAgg: CivilDate;
  readonly tipoVariazione: TipoVariazione;
  readonly sezioni: Sezioni;
  readonly politiche: readonly PoliticaSap[];
}

/** What a body sends: section 0, the sections it has, the policies; null or absent = not sent. */
export interface InvioSap {
  readonly id: IdSap | null;
  readonly ente: CodiceEnte;
  readonly tipoVariazione: TipoVariazione;
  readonly dataUltimoAgg: CivilDate;
  readonly codiceFiscale: string | null;
  readonly sezioni: Sezioni;
  readonly politiche: readonly PoliticaInviata[];
}

/** What can happen to a SAP. */
export type EventoSap = Readonly<{ at: Instant }> &
  (
    | Readonly<{
        tipo: "sap-inserita";
        id: IdSap;
        codiceFiscale: string;
        titolare: CodiceEnte;
        dataUltimoAgg: CivilDate;
        sezioni: Sezioni;
        provvisoria: boolean;
      }>
    | Readonly<{ tipo: "sap-confermata"; titolare: CodiceEnte }>
    | Readonly<{
        tipo: "sezioni-aggiornate";
        ente: CodiceEnte;
        dataUltimoAgg: CivilDate;
        sezioni: Sezioni;
      }>
    | Readonly<{ tipo: "codice-fiscale-cambiato"; da: string; a: string; ente: CodiceEnte }>
    | Readonly<{ tipo: "politica-aggiunta"; politica: PoliticaSap }>
    | Readonly<{ tipo: "politica-aggiornata"; politica: PoliticaSap; ente: CodiceEnte }>
    | Readonly<{ tipo: "titolare-cambiato"; da: CodiceEnte; a: CodiceEnte; presaId: IdPolitica }>
    | Readonly<{ tipo: "sap-chiusa"; stato: "02" | "03"; ente: CodiceEnte | null }>
  );

const VARIAZIONE_DI: Readonly<Partial<Record<EventoSap["tipo"], TipoVariazione>>> = {
  "sap-inserita": "01",
  "sap-confermata": "01",
  "codice-fiscale-cambiato": "05",
};

/** The SAP after the eventi of one message: one version more, however many they are. Never refuses. */
export function evolveSap(sap: Sap | null, eventi: readonly EventoSap[]): Sap {
  let after = sap;
  for (const evento of eventi) after = applica(after, evento);
  if (after === null) throw new Error("una SAP non può cominciare senza inserimento");
  if (eventi.length === 0) return after;
  const tipi = eventi.flatMap(({ tipo }) => VARIAZIONE_DI[tipo] ?? []);
  return { ...after, versione: (sap?.versione ?? 0) + 1, tipoVariazione: tipi[0] ?? "02" };
}

function applica(sap: Sap | null, evento: EventoSap): Sap {
  if (evento.tipo === "sap-inserita") {
    const { id, codiceFiscale, titolare, dataUltimoAgg, sezioni, provvisoria } = evento;
    const chi = { id, codiceFiscale, titolare, exTitolari: [], stato: "01" } as const;
    const vuota = { versione: 0, tipoVariazione: "01", politiche: [] } as const;
    return { ...chi, ...vuota, dataUltimoAgg, sezioni, provvisoria };
  }
  if (sap === null) throw new Error(`una SAP non può cominciare con ${evento.tipo}`);
  switch (evento.tipo) {
    case "sap-confermata":
      return { ...sap, titolare: evento.titolare, provvisoria: false };
    case "sezioni-aggiornate": {
      const sezioni = { ...sap.sezioni, ...evento.sezioni };
      return { ...sap, sezioni, dataUltimoAgg: evento.dataUltimoAgg };
    }
    case "codice-fiscale-cambiato":
      return { ...sap, codiceFiscale: evento.a };
    case "politica-aggiunta":
      return { ...sap, politiche: [...sap.politiche, evento.politica] };
    case "politica-aggiornata": {
      const { politica } = evento;
      const isSame = (una: PoliticaSap): boolean => una.identificativo === politica.identificativo;
      return { ...sap, politiche: sap.politiche.map((una) => (isSame(una) ? politica : una)) };
    }
    case "titolare-cambiato":
      return { ...sap, titolare: evento.a, exTitolari: [...sap.exTitolari, evento.da] };
    case "sap-chiusa":
      return { ...sap, stato: evento.stato };
  }
}

/** The state that a body sees: who has lost a SAP sees it as lost. */
export const statoPer = (sap: Pick<Sap, "stato" | "titolare" | "exTitolari">, ente: string) =>
  sap.stato === "01" && sap.titolare !== ente && sap.exTitolari.some((uno) => uno === ente)
    ? ("04" as const)
    : sap.stato;
