import type { TipoContratto } from "../pacchetto/regole-rendiconto.ts";
import { addDays, type CivilDate, daysBetween } from "../time.ts";

export const TIPI_COMUNICAZIONE = {
  assunzione: "assunzione",
  proroga: "proroga",
  trasformazione: "trasformazione",
  cessazione: "cessazione",
} as const;
export type TipoComunicazione = keyof typeof TIPI_COMUNICAZIONE;

/** A mandatory communication (Comunicazione Obbligatoria) about one person, as the employer sent it. */
export interface Comunicazione {
  /** Number that the national system gave it. */
  readonly protocollo: string;
  readonly tipo: TipoComunicazione;
  readonly datore: string;
  readonly contratto: TipoContratto;
  /** First day of the relation, of the extension, of the change; last day for a cessazione. */
  readonly dal: CivilDate;
  /** Expected last day; null = without end. */
  readonly al: CivilDate | null;
  /** The communication that this one continues. */
  readonly precedente: string | null;
  /** The employer has asked a hiring bonus for the same contract. */
  readonly bonusRichiesto: boolean;
}

/** Contracts of one person with one employer that follow one another. */
export interface Catena {
  readonly datore: string;
  /** In the order of time; the first is the hire. */
  readonly comunicazioni: readonly Comunicazione[];
  readonly dal: CivilDate;
  /** Null = without end. */
  readonly al: CivilDate | null;
  /** As it ends: a transformation counts for what it has become. */
  readonly contratto: TipoContratto;
  /** Days covered by a contract, the gaps left out; null = without end. */
  readonly durataDays: number | null;
  readonly bonusRichiesto: boolean;
}

/** Without a last day. */
const SEMPRE = "9999-12-31" as CivilDate;
const fineDi = ({ al }: Pick<Comunicazione, "al">): CivilDate => al ?? SEMPRE;

function giorniCoperti(periodi: readonly Readonly<{ dal: CivilDate; al: CivilDate }>[]): number {
  let days = 0;
  let coveredTo: CivilDate | null = null;
  for (const { dal, al } of [...periodi].sort((a, b) => (a.dal < b.dal ? -1 : 1))) {
    const from: CivilDate = coveredTo !== null && coveredTo >= dal ? addDays(coveredTo, 1) : dal;
    if (from <= al) days += daysBetween(from, al) + 1;
    if (coveredTo === null || al > coveredTo) coveredTo = al;
  }
  return days;
}

function chiudi(catena: readonly Comunicazione[]): Catena | null {
  const cessata = catena
    .filter(({ tipo }) => tipo === "cessazione")
    .map(({ dal }) => dal)
    .sort()
    .at(0);
  const rapporti = catena.filter(({ tipo }) => tipo !== "cessazione");
  const [prima] = rapporti;
  const ultima = rapporti.at(-1);
  if (!prima || !ultima) return null;
  const limite = cessata ?? SEMPRE;
  const periodi = rapporti
    .map((una) => ({ dal: una.dal, al: fineDi(una) < limite ? fineDi(una) : limite }))
    .filter(({ dal, al }) => dal <= al);
  const al = periodi.reduce((last, uno) => (uno.al > last ? uno.al : last), prima.dal);
  const aperta = al === SEMPRE;
  return {
    datore: prima.datore,
    comunicazioni: catena,
    dal: prima.dal,
    al: aperta ? null : al,
    contratto: ultima.contratto,
    durataDays: aperta ? null : giorniCoperti(periodi),
    bonusRichiesto: catena.some(({ bonusRichiesto }) => bonusRichiesto),
  };
}

/**
 * Puts the communications of one person into chains: an extension or transformation continues what it
 * names; so does a new hire by the same employer within the tolerated gap.
 * @source DOMAIN §7 row 27
 */
export function catene(
  comunicazioni: readonly Comunicazione[],
  interruzioneDaysMax: number,
): readonly Catena[] {
  const ordered = [...comunicazioni].sort((a, b) =>
    `${a.dal} ${a.protocollo}` < `${b.dal} ${b.protocollo}` ? -1 : 1,
  );
  const groups: Comunicazione[][] = [];
  for (const una of ordered) {
    const mia = groups.find((group) => continua(group, una, interruzioneDaysMax));
    if (mia) mia.push(una);
    else groups.push([una]);
  }
  return groups.map(chiudi).filter((una) => una !== null);
}

function continua(
  group: readonly Comunicazione[],
  una: Comunicazione,
  interruzioneDaysMax: number,
): boolean {
  if (group[0]?.datore !== una.datore) return false;
  if (una.precedente !== null && group.some(({ protocollo }) => protocollo === una.precedente))
    return true;
  const chiusa = chiudi(group);
  if (!chiusa) return false;
  if (una.tipo === "cessazione") return chiusa.al === null || una.dal <= chiusa.al;
  return chiusa.al === null || una.dal <= addDays(chiusa.al, interruzioneDaysMax + 1);
}
