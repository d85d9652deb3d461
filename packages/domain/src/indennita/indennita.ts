import type { RegoleRendiconto } from "../pacchetto/regole-rendiconto.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { CivilDate } from "../time.ts";

/** The allowance of a trainee, month by month. It is paid by another body: here is how far it has come. */
export const STATI_INDENNITA = {
  dichiarata: "presenza comunicata, da inviare a chi paga",
  "non-dovuta": "non dovuta: la presenza è sotto il minimo",
  inviata: "inviata a chi paga",
  pagata: "pagata",
  respinta: "respinta da chi paga, da inviare di nuovo",
} as const;
export type StatoIndennita = keyof typeof STATI_INDENNITA;

export interface MeseIndennita {
  /** "2014-11" */
  readonly mese: string;
  readonly orePreviste: number;
  readonly orePresenti: number;
  readonly importoCents: number;
  readonly stato: StatoIndennita;
  readonly inviataOn: CivilDate | null;
  readonly pagataOn: CivilDate | null;
  /** Why who pays has refused. */
  readonly motivo: string | null;
}

export type RifiutoIndennita =
  | Readonly<{ code: "indennita.non-tirocinio" }>
  | Readonly<{
      code: "indennita.mese-fuori";
      campo: "mese";
      mese: string;
      dal: string;
      al: string;
    }>
  | Readonly<{ code: "indennita.mese-non-finito"; campo: "mese"; mese: string }>
  | Readonly<{ code: "indennita.ore-non-valide"; campo: "orePresenti"; orePreviste: number }>
  | Readonly<{ code: "indennita.oltre-i-mesi"; campo: "mese"; mesiMax: number }>
  | Readonly<{ code: "indennita.passo-non-aperto"; stato: StatoIndennita }>
  | Readonly<{ code: "indennita.motivo-mancante"; campo: "motivo" }>
  | Readonly<{
      code: "indennita.data-non-valida";
      campo: "data";
      data: CivilDate;
      dal: CivilDate;
      al: CivilDate;
    }>;
type Deciso = Result<MeseIndennita, RifiutoIndennita>;
type Regole = RegoleRendiconto["indennita"];

const MONTH_CHARS = 7;
export const meseDi = (giorno: CivilDate): string => giorno.slice(0, MONTH_CHARS);

/** The service that it goes with; `dataInizio` null = it has not begun. */
export interface Tirocinio {
  readonly misura: string;
  readonly dataInizio: CivilDate | null;
  readonly dataFine: CivilDate | null;
}

export interface Presenza {
  readonly mese: string;
  readonly orePreviste: number;
  readonly orePresenti: number;
}

const MISURA_TIROCINIO = "5";
const PERCENT = 100;
/** What the operatore may still correct. */
const APERTI: ReadonlySet<StatoIndennita> = new Set<StatoIndennita>([
  ...(["dichiarata", "non-dovuta", "respinta"] as const),
]);

function checkMese(
  { misura, dataInizio, dataFine }: Tirocinio,
  mese: string,
  oggi: CivilDate,
): Result<null, RifiutoIndennita> {
  if (misura !== MISURA_TIROCINIO || dataInizio === null)
    return refuse({ code: "indennita.non-tirocinio" });
  const [dal, al] = [meseDi(dataInizio), meseDi(dataFine ?? oggi)];
  if (mese < dal || mese > al)
    return refuse({ code: "indennita.mese-fuori", campo: "mese", mese, dal, al });
  const finito = mese < meseDi(oggi) || (dataFine !== null && mese === meseDi(dataFine));
  return finito ? ok(null) : refuse({ code: "indennita.mese-non-finito", campo: "mese", mese });
}

/** How much the giovane was there: enough, and the month is due. Said again until it is sent. */
export function dichiaraMese(
  tirocinio: Tirocinio,
  noti: readonly MeseIndennita[],
  { mese, orePreviste, orePresenti }: Presenza,
  regole: Regole,
  oggi: CivilDate,
): Deciso {
  const valido = checkMese(tirocinio, mese, oggi);
  if (!valido.ok) return valido;
  const prima = noti.find((uno) => uno.mese === mese);
  if (prima && !APERTI.has(prima.stato))
    return refuse({ code: "indennita.passo-non-aperto", stato: prima.stato });
  if (orePreviste <= 0 || orePresenti < 0 || orePresenti > orePreviste)
    return refuse({ code: "indennita.ore-non-valide", campo: "orePresenti", orePreviste });
  const dovuta = orePresenti * PERCENT >= orePreviste * regole.presenzaMinPercent;
  const altri = noti.filter((uno) => uno.mese !== mese && uno.importoCents > 0).length;
  const { mesiMax } = regole;
  if (dovuta && altri >= mesiMax)
    return refuse({ code: "indennita.oltre-i-mesi", campo: "mese", mesiMax });
  return ok({
    ...{ mese, orePreviste, orePresenti, inviataOn: null, pagataOn: null, motivo: null },
    importoCents: dovuta ? regole.importoMeseCents : 0,
    stato: dovuta ? "dichiarata" : "non-dovuta",
  });
}

/** The Region tells who pays; what was refused is told again. */
export function inviaMese(mese: MeseIndennita, oggi: CivilDate): Deciso {
  if (mese.stato !== "dichiarata" && mese.stato !== "respinta")
    return refuse({ code: "indennita.passo-non-aperto", stato: mese.stato });
  return ok({ ...mese, stato: "inviata", inviataOn: oggi, motivo: null });
}

export interface EsitoPagamento {
  readonly esito: "pagata" | "respinta";
  readonly data: CivilDate;
  readonly motivo: string;
}

/** What who pays has answered. */
export function chiudiMese(
  mese: MeseIndennita,
  { esito, data, motivo }: EsitoPagamento,
  oggi: CivilDate,
): Deciso {
  if (mese.stato !== "inviata")
    return refuse({ code: "indennita.passo-non-aperto", stato: mese.stato });
  const dal = mese.inviataOn ?? oggi;
  if (data < dal || data > oggi)
    return refuse({ code: "indennita.data-non-valida", campo: "data", data, dal, al: oggi });
  if (esito === "pagata") return ok({ ...mese, stato: "pagata", pagataOn: data });
  return motivo.trim() === ""
    ? refuse({ code: "indennita.motivo-mancante", campo: "motivo" })
    : ok({ ...mese, stato: "respinta", motivo: motivo.trim() });
}
