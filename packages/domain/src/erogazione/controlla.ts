import type { RegoleRendiconto } from "../pacchetto/regole-rendiconto.ts";
import { type CivilDate, dayInRome, type Instant, timeInRome } from "../time.ts";
import { isFestivo } from "./festivi.ts";
import {
  minutiDi,
  minutiTotali,
  type Ora,
  type RigaRegistro,
  siSovrappongono,
  type Tratto,
} from "./registro.ts";

/** A place or a person that may be used in a span of days. */
export interface Abilitato {
  readonly id: string;
  readonly nome: string;
  readonly dal: CivilDate;
  /** Null = still. */
  readonly al: CivilDate | null;
}

/** The other line, as whoever reads a refusal must be able to find it. */
export interface AltraRiga extends Tratto {
  readonly servizioId: string;
  /** "giovane": he or she is elsewhere; "professionista": the professional is. */
  readonly chi: "giovane" | "professionista";
}

export type RifiutoRiga =
  | Readonly<{ code: "registro.orario-rovesciato"; campo: "alle"; dalle: Ora; alle: Ora }>
  | Readonly<{ code: "registro.nel-futuro"; campo: "giorno"; giorno: CivilDate; oggi: CivilDate }>
  | Readonly<{
      code: "registro.non-ancora-finita";
      campo: "alle";
      giorno: CivilDate;
      alle: Ora;
      ora: Ora;
    }>
  | Readonly<{
      code: "registro.prima-della-dote";
      campo: "dalle";
      giorno: CivilDate;
      dalle: Ora;
      ora: Ora;
    }>
  | Readonly<{
      code: "registro.anno-sbagliato";
      campo: "giorno";
      giorno: CivilDate;
      dal: CivilDate;
      al: CivilDate;
    }>
  | Readonly<{
      code: "registro.fuori-periodo";
      campo: "giorno";
      giorno: CivilDate;
      dal: CivilDate;
      al: CivilDate;
    }>
  | Readonly<{ code: "registro.sede-non-accreditata"; campo: "sedeId"; giorno: CivilDate } & Nome>
  | Readonly<
      {
        code: "registro.professionista-non-disponibile";
        campo: "professionistaId";
        giorno: CivilDate;
      } & Nome
    >
  | Readonly<{ code: "registro.sovrapposta"; campo: "dalle"; altra: AltraRiga }>
  | Readonly<{
      code: "registro.troppe-ore";
      campo: "alle";
      giorno: CivilDate;
      minuti: number;
      minutiMax: number;
      altra: Tratto | null;
    }>;
type Nome = Readonly<{ nome: string | null; dal: CivilDate | null; al: CivilDate | null }>;

export type AvvisoRiga = Readonly<{ code: "registro.giorno-festivo"; giorno: CivilDate }>;

export interface ContestoRegistro {
  readonly adesso: Instant;
  /** When the money of the dote was committed: nothing is delivered before it. */
  readonly impegnataAt: Instant;
  /** Days in which this service may be delivered: from its start to its end, within the dote. */
  readonly periodo: Readonly<{ dal: CivilDate; al: CivilDate }>;
  readonly sedi: readonly Abilitato[];
  readonly professionisti: readonly Abilitato[];
  /** Lines of the same giovane or of the same professional, in any dote, on the days concerned. */
  readonly altre: readonly RigaRegistro[];
  readonly regole: RegoleRendiconto["registro"];
}

export interface EsitoRiga {
  readonly rifiuti: readonly RifiutoRiga[];
  readonly avvisi: readonly AvvisoRiga[];
}

const vale = ({ dal, al }: Abilitato, giorno: CivilDate): boolean =>
  dal <= giorno && (al === null || giorno <= al);

function checkGiorno({ giorno }: RigaRegistro, contesto: ContestoRegistro): RifiutoRiga | null {
  const { periodo } = contesto;
  const oggi = dayInRome(contesto.adesso);
  const { dal, al } = periodo;
  const campo = "giorno";
  const inPeriodo = giorno >= dal && giorno <= al;
  if (inPeriodo && giorno > oggi) return { code: "registro.nel-futuro", campo, giorno, oggi };
  if (inPeriodo) return null;
  const years = [Number(dal.slice(0, 4)), Number(al.slice(0, 4))];
  const wrongYear = years.some((year) => {
    const meant = `${year}${giorno.slice(4)}`;
    return !giorno.startsWith(String(year)) && meant >= dal && meant <= al;
  });
  if (wrongYear) return { code: "registro.anno-sbagliato", campo, giorno, dal, al };
  return { code: "registro.fuori-periodo", campo, giorno, dal, al };
}

/** On a clock in Rome, the line is over, and had not begun before the money was there. */
function checkOrologio(
  { giorno, dalle, alle }: RigaRegistro,
  { adesso, impegnataAt }: ContestoRegistro,
): RifiutoRiga | null {
  const inizio = timeInRome(impegnataAt);
  if (giorno === dayInRome(impegnataAt) && dalle < inizio)
    return { code: "registro.prima-della-dote", campo: "dalle", giorno, dalle, ora: inizio };
  const ora = timeInRome(adesso);
  return giorno === dayInRome(adesso) && alle > ora
    ? { code: "registro.non-ancora-finita", campo: "alle", giorno, alle, ora }
    : null;
}

const nomeDi = (uno: Abilitato | undefined): Nome =>
  uno ? { nome: uno.nome, dal: uno.dal, al: uno.al } : { nome: null, dal: null, al: null };

function checkChi(riga: RigaRegistro, contesto: ContestoRegistro): readonly RifiutoRiga[] {
  const { giorno, sedeId, professionistaId } = riga;
  const sede = contesto.sedi.find(({ id }) => id === sedeId);
  const professionista = contesto.professionisti.find(({ id }) => id === professionistaId);
  const rifiuti: RifiutoRiga[] = [];
  if (!sede || !vale(sede, giorno))
    rifiuti.push({
      ...{ code: "registro.sede-non-accreditata", campo: "sedeId", giorno },
      ...nomeDi(sede),
    });
  if (!professionista || !vale(professionista, giorno))
    rifiuti.push({
      ...{ code: "registro.professionista-non-disponibile", campo: "professionistaId", giorno },
      ...nomeDi(professionista),
    });
  return rifiuti;
}

/** Many giovani in one room are one lesson: same measure, place, hours and teacher. */
const stessaLezione = (a: RigaRegistro, b: RigaRegistro, regole: ContestoRegistro["regole"]) =>
  regole.misureDiGruppo.includes(a.misura) &&
  a.misura === b.misura &&
  a.sedeId === b.sedeId &&
  a.dalle === b.dalle &&
  a.alle === b.alle;

function checkSovrapposta(riga: RigaRegistro, contesto: ContestoRegistro): RifiutoRiga | null {
  for (const altra of contesto.altre) {
    if (altra.id === riga.id || !siSovrappongono(riga, altra)) continue;
    const { servizioId, giorno, dalle, alle } = altra;
    const where = { servizioId, giorno, dalle, alle };
    const campo = "dalle";
    if (altra.persona === riga.persona)
      return { code: "registro.sovrapposta", campo, altra: { ...where, chi: "giovane" } };
    if (altra.professionistaId !== riga.professionistaId) continue;
    if (stessaLezione(riga, altra, contesto.regole)) continue;
    return { code: "registro.sovrapposta", campo, altra: { ...where, chi: "professionista" } };
  }
  return null;
}

function checkOre(riga: RigaRegistro, contesto: ContestoRegistro): RifiutoRiga | null {
  const { giorno, persona, id } = riga;
  const [prima = null, ...resto] = contesto.altre.filter(
    (altra) => altra.giorno === giorno && altra.persona === persona && altra.id !== id,
  );
  const minuti = minutiTotali([riga, ...(prima ? [prima, ...resto] : [])]);
  const { minutiGiornoMax: minutiMax } = contesto.regole;
  if (minuti <= minutiMax) return null;
  const altra = prima && { giorno: prima.giorno, dalle: prima.dalle, alle: prima.alle };
  return { code: "registro.troppe-ore", campo: "alle", giorno, minuti, minutiMax, altra };
}

/**
 * Everything that is wrong with a line, field by field; a refusal for an overlap names the other line.
 * A holiday is only a warning.
 * @source DOMAIN §3.4, 5; §7 row 43
 */
export function controllaRiga(riga: RigaRegistro, contesto: ContestoRegistro): EsitoRiga {
  const { dalle, alle, giorno } = riga;
  const avvisi: readonly AvvisoRiga[] = isFestivo(giorno)
    ? [{ code: "registro.giorno-festivo", giorno }]
    : [];
  if (minutiDi(riga) <= 0)
    return {
      rifiuti: [{ code: "registro.orario-rovesciato", campo: "alle", dalle, alle }],
      avvisi,
    };
  const uno = [
    checkGiorno(riga, contesto),
    checkOrologio(riga, contesto),
    checkSovrapposta(riga, contesto),
    checkOre(riga, contesto),
  ].filter((rifiuto) => rifiuto !== null);
  return { rifiuti: [...uno, ...checkChi(riga, contesto)], avvisi };
}

/** Lines of one form, each seen beside the others that come before it. */
export function controllaRighe(
  righe: readonly RigaRegistro[],
  contesto: ContestoRegistro,
): readonly EsitoRiga[] {
  const scritte = [...contesto.altre];
  return righe.map((riga) => {
    const esito = controllaRiga(riga, { ...contesto, altre: scritte });
    if (esito.rifiuti.length === 0) scritte.push(riga);
    return esito;
  });
}
