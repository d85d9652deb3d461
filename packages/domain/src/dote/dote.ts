import type { DoteId, OperatoreId, ServizioId } from "../ids.ts";
import { type Fascia, type RegoleGefo, tariffaDi } from "../pacchetto/regole-gefo.ts";
import type { MotivoSospensione } from "../pacchetto/regole-presa.ts";
import type { CodiceMisura } from "../politica-attiva/misure.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { CivilDate, Instant } from "../time.ts";
import { calcolaRiga, type ProblemaRiga, type RegolaRiga } from "./piano.ts";
import { type Servizio, STATI_SERVIZIO_FINALI } from "./servizio.ts";

/**
 * The life of a dote, after the draft (a plan, which is not a dote yet). Sent, its money is reserved;
 * committed when the national register confirms the presa in carico and, where the notice wants it, the
 * Region's desk admits it. Liquidation belongs to the money paid: see `liquidazione`.
 * @source DOMAIN §3.4, 3
 */
export const STATI_DOTE = {
  "in-coda": "in coda: aspetta il denaro",
  inviata: "inviata, in attesa di conferma",
  "in-verifica": "in verifica alla Regione",
  "non-ammessa": "non ammessa dalla Regione",
  assegnata: "assegnata: il denaro è impegnato",
  avviata: "avviata: il denaro è impegnato",
  sospesa: "sospesa",
  conclusa: "conclusa",
  rendicontata: "rendicontata",
  "in-liquidazione": "in liquidazione",
  liquidata: "liquidata",
  rinunciata: "chiusa per rinuncia",
  decaduta: "decaduta",
  revocata: "revocata dalla Regione",
  annullata: "annullata prima della conferma",
} as const;
export type StatoDote = keyof typeof STATI_DOTE;

/** Why a dote ended before its end. */
export interface ChiusuraDote {
  readonly come: "rinunciata" | "decaduta" | "revocata";
  readonly motivo: string;
  readonly nota: string;
  readonly on: CivilDate;
  /** The signed act, in the fascicolo. */
  readonly documentoId: string | null;
}

export interface Sospensione {
  readonly dal: CivilDate;
  readonly al: CivilDate | null;
  readonly motivo: MotivoSospensione;
}

export interface Dote {
  readonly id: DoteId;
  readonly stato: StatoDote;
  readonly protocollo: string;
  readonly inviataAt: Instant;
  readonly fascia: Fascia;
  readonly valoreCents: number;
  readonly servizi: readonly Servizio[];
  readonly sospensioni: readonly Sospensione[];
  /** How it ended by itself: with a contract, or at its natural end. */
  readonly conclusione: "naturale" | "risultato" | null;
  readonly chiusura: ChiusuraDote | null;
}

/** What the addetto asks for: a measure and how much of it. `id` comes from the caller's chance. */
export interface ServizioChiesto {
  readonly id: ServizioId;
  readonly misura: CodiceMisura;
  readonly oreUnita: number;
  /** Who will deliver it; absent = the operatore of the case. */
  readonly erogatoreId?: OperatoreId | null;
}

export type RifiutoDote =
  | Readonly<{ code: "dote.senza-servizi" }>
  | Readonly<{ code: "dote.misura-ripetuta"; misura: CodiceMisura }>
  | Readonly<{ code: "dote.ore-non-valide"; misura: CodiceMisura; oreUnita: number }>
  | Readonly<{
      code: "dote.ore-oltre-massimo";
      misura: CodiceMisura;
      oreUnita: number;
      oreMax: number;
    }>
  | Readonly<{
      code: "dote.importo-oltre-massimo";
      misura: CodiceMisura;
      importoCents: number;
      importoMaxCents: number;
    }>
  | Readonly<{ code: "dote.eta-misura"; misura: CodiceMisura; etaYears: number; minYears: number }>
  | Readonly<{
      code: "dote.massimale-superato";
      fascia: Fascia;
      valoreCents: number;
      massimaleCents: number;
    }>;

/** The measures with the rates of a band: what the arithmetic of a plan works on. */
export const misurePer = (
  fascia: Fascia,
  { misure }: RegoleGefo,
): Readonly<Record<CodiceMisura, RegolaRiga>> =>
  Object.fromEntries(
    Object.entries(misure).map(([codice, regola]) => [
      codice,
      { ...regola, tariffaCents: tariffaDi(regola, fascia) },
    ]),
  ) as unknown as Record<CodiceMisura, RegolaRiga>;

function pianifica(
  chiesto: ServizioChiesto,
  fascia: Fascia,
  regole: RegoleGefo,
): Result<Servizio, RifiutoDote> {
  const { id, misura, oreUnita, erogatoreId = null } = chiesto;
  const regola = misurePer(fascia, regole)[misura];
  const { tariffaCents } = regola;
  const { importoCents, problema } = calcolaRiga(chiesto, regola);
  if (problema) return refuse(rifiutoDi(misura, oreUnita, problema));
  const vuoto = { dataInizio: null, dataFine: null, esito: null, oreErogate: null };
  const conti = { rendicontatoCents: null, rendicontatoAt: null, ammessoCents: null };
  const chi = { id, misura, stato: "pianificato", erogatoreId } as const;
  return ok({
    ...chi,
    oreUnita,
    tariffaCents,
    importoCents,
    ...vuoto,
    ...conti,
    motivoTaglio: null,
  });
}

function rifiutoDi(misura: CodiceMisura, oreUnita: number, problema: ProblemaRiga): RifiutoDote {
  switch (problema.code) {
    case "ore-oltre-massimo":
      return { code: "dote.ore-oltre-massimo", misura, oreUnita, oreMax: problema.oreMax };
    case "importo-oltre-massimo": {
      const { importoCents, importoMaxCents } = problema;
      return { code: "dote.importo-oltre-massimo", misura, importoCents, importoMaxCents };
    }
    case "misura-ripetuta":
      return { code: "dote.misura-ripetuta", misura };
    case "ore-non-valide":
    case "misura-sconosciuta":
      return { code: "dote.ore-non-valide", misura, oreUnita };
  }
}

/**
 * The services of a new dote with their amounts, or the first cap that they break.
 * @source DOMAIN §3.4, 2
 */
export function componiServizi(
  chiesti: readonly ServizioChiesto[],
  fascia: Fascia,
  regole: RegoleGefo,
  massimaleCents: number = regole.massimaliFasciaCents[fascia],
): Result<readonly Servizio[], RifiutoDote> {
  if (chiesti.length === 0) return refuse({ code: "dote.senza-servizi" });
  const servizi: Servizio[] = [];
  for (const chiesto of chiesti) {
    const { misura } = chiesto;
    if (servizi.some((altro) => altro.misura === misura))
      return refuse({ code: "dote.misura-ripetuta", misura });
    const esito = pianifica(chiesto, fascia, regole);
    if (!esito.ok) return esito;
    servizi.push(esito.value);
  }
  const valoreCents = totaleCents(servizi);
  if (valoreCents > massimaleCents)
    return refuse({ code: "dote.massimale-superato", fascia, valoreCents, massimaleCents });
  return ok(servizi);
}

/** Planned value of some services. */
export const totaleCents = (servizi: readonly Servizio[]): number =>
  servizi.reduce((somma, { importoCents }) => somma + importoCents, 0);

/** Planned value of the services to which something can still happen. */
export const residuoCents = ({ stato, servizi }: Dote): number =>
  stato === "annullata"
    ? 0
    : totaleCents(servizi.filter((servizio) => !STATI_SERVIZIO_FINALI.has(servizio.stato)));

export const findServizio = (dote: Dote | null, id: ServizioId): Servizio | undefined =>
  dote?.servizi.find((servizio) => servizio.id === id);

/** True when every other service of the dote is final: this one ends the path. */
export const chiudeIlPercorso = (dote: Dote, id: ServizioId): boolean =>
  dote.servizi.every((altro) => altro.id === id || STATI_SERVIZIO_FINALI.has(altro.stato));

/** True when nothing more can happen to any service of the dote. */
export const doteFinita = ({ servizi }: Dote): boolean =>
  servizi.every(({ stato }) => STATI_SERVIZIO_FINALI.has(stato));
