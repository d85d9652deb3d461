import type { DoteId, ServizioId } from "../ids.ts";
import { type Fascia, type RegoleGefo, tariffaDi } from "../pacchetto/regole-gefo.ts";
import type { CodiceMisura } from "../politica-attiva/misure.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { Instant } from "../time.ts";
import { type Servizio, STATI_SERVIZIO_FINALI } from "./servizio.ts";

/**
 * The life of a dote. It is born sent (there is no draft on the node): its money is reserved at once,
 * committed when the national register confirms the presa in carico.
 * @source DOMAIN §3.4, 3
 */
export const STATI_DOTE = {
  "in-coda": "in coda: aspetta il denaro",
  inviata: "inviata, in attesa di conferma",
  assegnata: "assegnata: il denaro è impegnato",
  conclusa: "conclusa",
  annullata: "annullata prima della conferma",
  decaduta: "chiusa prima della fine",
} as const;
export type StatoDote = keyof typeof STATI_DOTE;

export interface Dote {
  readonly id: DoteId;
  readonly stato: StatoDote;
  readonly protocollo: string;
  readonly inviataAt: Instant;
  readonly fascia: Fascia;
  readonly valoreCents: number;
  readonly servizi: readonly Servizio[];
}

/** What the addetto asks for: a measure and how much of it. `id` comes from the caller's chance. */
export interface ServizioChiesto {
  readonly id: ServizioId;
  readonly misura: CodiceMisura;
  readonly oreUnita: number;
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
  | Readonly<{
      code: "dote.massimale-superato";
      fascia: Fascia;
      valoreCents: number;
      massimaleCents: number;
    }>;

function pianifica(
  chiesto: ServizioChiesto,
  fascia: Fascia,
  regole: RegoleGefo,
): Result<Servizio, RifiutoDote> {
  const { id, misura, oreUnita } = chiesto;
  const { unitaMax, importoMaxCents } = regole.misure[misura];
  const tariffaCents = tariffaDi(regole.misure[misura], fascia);
  if (!Number.isSafeInteger(oreUnita) || oreUnita < 1)
    return refuse({ code: "dote.ore-non-valide", misura, oreUnita });
  if (oreUnita > unitaMax)
    return refuse({ code: "dote.ore-oltre-massimo", misura, oreUnita, oreMax: unitaMax });
  const importoCents = oreUnita * tariffaCents;
  if (importoCents > importoMaxCents)
    return refuse({ code: "dote.importo-oltre-massimo", misura, importoCents, importoMaxCents });
  const vuoto = { dataInizio: null, dataFine: null, esito: null, oreErogate: null };
  const conti = { rendicontatoCents: null, rendicontatoAt: null, ammessoCents: null };
  const servizio = {
    id,
    misura,
    stato: "pianificato",
    oreUnita,
    tariffaCents,
    importoCents,
  } as const;
  return ok({ ...servizio, ...vuoto, ...conti, motivoTaglio: null });
}

/**
 * The services of a new dote with their amounts, or the first cap that they break.
 * @source DOMAIN §3.4, 2
 */
export function componiServizi(
  chiesti: readonly ServizioChiesto[],
  fascia: Fascia,
  regole: RegoleGefo,
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
  const massimaleCents = regole.massimaliFasciaCents[fascia];
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
