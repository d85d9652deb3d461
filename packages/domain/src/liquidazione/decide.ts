import type { RegoleLiquidazione } from "../pacchetto/regole-rendiconto.ts";
import { ok, type Result, refuse } from "../result.ts";
import { addDays, type CivilDate, dayInRome, type Instant } from "../time.ts";
import { normalizzaIban, type RifiutoIban } from "./iban.ts";
import {
  type Durc,
  type Richiesta,
  type StatoRichiesta,
  totaleCents,
  type VoceRichiesta,
} from "./richiesta.ts";

/** In which states each command is open. The rows of SPEC.md, table 1. */
export const RICHIESTE_APERTE = {
  approvaRichiesta: ["presentata"],
  respingiRichiesta: ["presentata"],
  estraiCampione: ["approvata"],
  registraControllo: ["in-controllo"],
  ordinaPagamento: ["pagabile"],
  confermaPagamento: ["ordinata"],
  stornaPagamento: ["ordinata"],
  correggiIban: ["insoluta"],
  recuperaImporto: ["pagata"],
} as const satisfies Record<string, readonly StatoRichiesta[]>;
export type ComandoRichiesta = keyof typeof RICHIESTE_APERTE;

export type RifiutoLiquidazione =
  | RifiutoIban
  | RifiutoDurc
  | Readonly<{
      code: "liquidazione.passo-non-aperto";
      stato: StatoRichiesta;
      serve: readonly StatoRichiesta[];
    }>
  | Readonly<{ code: "liquidazione.nessuna-voce" }>
  | Readonly<{ code: "liquidazione.sotto-il-minimo"; totaleCents: number; importoMinCents: number }>
  | Readonly<{ code: "liquidazione.troppo-presto"; dal: CivilDate }>
  | Readonly<{
      code: "liquidazione.controlli-incompleti";
      campo: "controlli";
      mancano: readonly string[];
    }>
  | Readonly<{ code: "liquidazione.stessa-persona"; chi: string; compiti: CompitiSeparati }>
  | Readonly<{ code: "liquidazione.motivo-mancante"; campo: "motivo" }>
  | Readonly<{
      code: "liquidazione.oltre-l-importo";
      campo: string;
      importoCents: number;
      massimoCents: number;
    }>
  | Readonly<{
      code: "liquidazione.importo-diverso";
      campo: "importoCents";
      importoCents: number;
      attesoCents: number;
    }>
  | Readonly<{
      code: "liquidazione.data-non-valida";
      campo: "data";
      data: CivilDate;
      dal: CivilDate;
      al: CivilDate;
    }>;

/** Which two duties would have been of one person. */
export type CompitiSeparati = "approvare-e-ordinare" | "ammettere-e-controllare";

export type RifiutoDurc = Readonly<{
  code: "durc.non-regolare" | "durc.scaduto";
  esito: Durc["esito"];
  scadenza: CivilDate;
}>;

type Deciso = Result<Richiesta, RifiutoLiquidazione>;

function aperta(richiesta: Richiesta, comando: ComandoRichiesta): Deciso {
  const serve: readonly StatoRichiesta[] = RICHIESTE_APERTE[comando];
  if (serve.includes(richiesta.stato)) return ok(richiesta);
  return refuse({ code: "liquidazione.passo-non-aperto", stato: richiesta.stato, serve });
}

const con = (richiesta: Richiesta, cambi: Partial<Richiesta>): Deciso =>
  ok({ ...richiesta, ...cambi, version: richiesta.version + 1 });

export function checkDurc({ esito, scadenza }: Durc, oggi: CivilDate): Result<null, RifiutoDurc> {
  if (esito !== "regolare") return refuse({ code: "durc.non-regolare", esito, scadenza });
  if (scadenza < oggi) return refuse({ code: "durc.scaduto", esito, scadenza });
  return ok(null);
}

export type NuovaRichiesta = Pick<
  Richiesta,
  "id" | "numero" | "operatoreId" | "voci" | "iban" | "presentataDa"
>;

/** The legal representative asks to be paid for what was admitted. */
export function presentaRichiesta(
  nuova: NuovaRichiesta,
  ultimaAt: Instant | null,
  regole: RegoleLiquidazione,
  adesso: Instant,
): Deciso {
  const iban = normalizzaIban(nuova.iban);
  if (!iban.ok) return iban;
  if (nuova.voci.length === 0) return refuse({ code: "liquidazione.nessuna-voce" });
  const totale = totaleCents(nuova);
  const { importoMinCents, intervalloDays } = regole;
  if (totale < importoMinCents)
    return refuse({ code: "liquidazione.sotto-il-minimo", totaleCents: totale, importoMinCents });
  const dal = ultimaAt && addDays(dayInRome(ultimaAt), intervalloDays);
  if (dal !== null && dayInRome(adesso) < dal)
    return refuse({ code: "liquidazione.troppo-presto", dal });
  return ok({
    ...{ ...nuova, iban: iban.value, stato: "presentata", presentataAt: adesso },
    ...{ approvataDa: null, controllataDa: null, ordinataDa: null, ordineId: null },
    ...{ ordinataOn: null, pagataOn: null, motivo: null, version: 1 },
  });
}

/** The desk has looked at everything, and the contributions are paid. */
export function approvaRichiesta(
  richiesta: Richiesta,
  { chi, controlli, durc }: Readonly<{ chi: string; controlli: readonly string[]; durc: Durc }>,
  regole: RegoleLiquidazione,
  oggi: CivilDate,
): Deciso {
  const open = aperta(richiesta, "approvaRichiesta");
  if (!open.ok) return open;
  const mancano = Object.keys(regole.controlli).filter((uno) => !controlli.includes(uno));
  if (mancano.length > 0)
    return refuse({ code: "liquidazione.controlli-incompleti", campo: "controlli", mancano });
  const regolare = checkDurc(durc, oggi);
  if (!regolare.ok) return regolare;
  return con(richiesta, { stato: "approvata", approvataDa: chi });
}

export function respingiRichiesta(richiesta: Richiesta, motivo: string): Deciso {
  const open = aperta(richiesta, "respingiRichiesta");
  if (!open.ok) return open;
  if (motivo.trim() === "")
    return refuse({ code: "liquidazione.motivo-mancante", campo: "motivo" });
  return con(richiesta, { stato: "respinta", motivo: motivo.trim() });
}

export function applicaEstrazione(richiesta: Richiesta, estratta: boolean): Deciso {
  const open = aperta(richiesta, "estraiCampione");
  return open.ok ? con(richiesta, { stato: estratta ? "in-controllo" : "pagabile" }) : open;
}

/** Who has approved, or admitted one of its reports, does not control it. */
export function checkSegregazione(
  { approvataDa, voci }: Richiesta,
  chi: string,
): Result<null, RifiutoLiquidazione> {
  const stessa = approvataDa === chi || voci.some(({ ammessaDa }) => ammessaDa === chi);
  const compiti = "ammettere-e-controllare";
  return stessa ? refuse({ code: "liquidazione.stessa-persona", chi, compiti }) : ok(null);
}

export interface Decurtazione {
  readonly rendicontazioneId: string;
  readonly importoCents: number;
}

function decurta(
  voci: readonly VoceRichiesta[],
  decurtazioni: readonly Decurtazione[],
): Result<readonly VoceRichiesta[], RifiutoLiquidazione> {
  const dopo = new Map(voci.map((voce) => [voce.rendicontazioneId, voce]));
  for (const [i, { rendicontazioneId, importoCents }] of decurtazioni.entries()) {
    const voce = dopo.get(rendicontazioneId);
    const massimoCents = voce?.importoCents ?? 0;
    if (!voce || importoCents < 0 || importoCents > massimoCents)
      return refuse({
        ...{ code: "liquidazione.oltre-l-importo", campo: `decurtazioni.${i}.importoCents` },
        ...{ importoCents, massimoCents },
      });
    dopo.set(rendicontazioneId, { ...voce, importoCents: massimoCents - importoCents });
  }
  return ok([...dopo.values()]);
}

/** The outcome of a control on the spot; what is not due is taken away before the payment. */
export function registraControllo(
  richiesta: Richiesta,
  { chi, decurtazioni }: Readonly<{ chi: string; decurtazioni: readonly Decurtazione[] }>,
): Deciso {
  const open = aperta(richiesta, "registraControllo");
  if (!open.ok) return open;
  const altri = checkSegregazione(richiesta, chi);
  if (!altri.ok) return altri;
  const voci = decurta(richiesta.voci, decurtazioni);
  if (!voci.ok) return voci;
  const vuota = totaleCents({ voci: voci.value }) === 0;
  const dopo = vuota
    ? ({ stato: "respinta", motivo: "il controllo non ha trovato nulla da pagare" } as const)
    : ({ stato: "pagabile" } as const);
  return con(richiesta, { ...dopo, voci: voci.value, controllataDa: chi });
}

/** Money leaves when two persons have looked: who approved does not order. */
export function ordinaPagamento(
  richiesta: Richiesta,
  { chi, ordineId, durc }: Readonly<{ chi: string; ordineId: string; durc: Durc }>,
  oggi: CivilDate,
): Deciso {
  const open = aperta(richiesta, "ordinaPagamento");
  if (!open.ok) return open;
  const compiti = "approvare-e-ordinare";
  if (richiesta.approvataDa === chi)
    return refuse({ code: "liquidazione.stessa-persona", chi, compiti });
  const regolare = checkDurc(durc, oggi);
  if (!regolare.ok) return regolare;
  return con(richiesta, { stato: "ordinata", ordinataDa: chi, ordineId, ordinataOn: oggi });
}

/** What the treasury says it has paid: all that was ordered, or it is something else. */
export interface Pagamento {
  readonly data: CivilDate;
  readonly importoCents: number;
}

/** A payment, or its return: of the whole order, after it, not in the future. */
function checkPagamento(
  richiesta: Richiesta,
  comando: "confermaPagamento" | "stornaPagamento",
  { data, importoCents }: Pagamento,
  oggi: CivilDate,
): Deciso {
  const open = aperta(richiesta, comando);
  if (!open.ok) return open;
  const dal = richiesta.ordinataOn ?? oggi;
  if (data < dal || data > oggi)
    return refuse({ code: "liquidazione.data-non-valida", campo: "data", data, dal, al: oggi });
  const attesoCents = totaleCents(richiesta);
  const campo = "importoCents";
  return importoCents === attesoCents
    ? open
    : refuse({ code: "liquidazione.importo-diverso", campo, importoCents, attesoCents });
}

export function confermaPagamento(
  richiesta: Richiesta,
  pagamento: Pagamento,
  oggi: CivilDate,
): Deciso {
  const valido = checkPagamento(richiesta, "confermaPagamento", pagamento, oggi);
  return valido.ok ? con(richiesta, { stato: "pagata", pagataOn: pagamento.data }) : valido;
}

/** The bank has given the money back. */
export function stornaPagamento(
  richiesta: Richiesta,
  { motivo, ...pagamento }: Pagamento & Readonly<{ motivo: string }>,
  oggi: CivilDate,
): Deciso {
  const valido = checkPagamento(richiesta, "stornaPagamento", pagamento, oggi);
  if (!valido.ok) return valido;
  if (motivo.trim() === "")
    return refuse({ code: "liquidazione.motivo-mancante", campo: "motivo" });
  const ordine = { ordinataDa: null, ordineId: null, ordinataOn: null };
  return con(richiesta, { stato: "insoluta", motivo: motivo.trim(), ...ordine });
}

export function correggiIban(richiesta: Richiesta, text: string): Deciso {
  const open = aperta(richiesta, "correggiIban");
  if (!open.ok) return open;
  const iban = normalizzaIban(text);
  if (!iban.ok) return iban;
  return con(richiesta, { stato: "pagabile", iban: iban.value, motivo: null });
}

/** After the payment: what was irregular is asked back, never more than what was paid. */
export function recuperaImporto(
  richiesta: Richiesta,
  {
    rendicontazioneId,
    importoCents,
    motivo,
    chi,
  }: Decurtazione & Readonly<{ motivo: string; chi: string }>,
): Deciso {
  const open = aperta(richiesta, "recuperaImporto");
  if (!open.ok) return open;
  const altri = checkSegregazione(richiesta, chi);
  if (!altri.ok) return altri;
  if (motivo.trim() === "")
    return refuse({ code: "liquidazione.motivo-mancante", campo: "motivo" });
  const voce = richiesta.voci.find((una) => una.rendicontazioneId === rendicontazioneId);
  const massimoCents = voce ? voce.importoCents - voce.recuperatoCents : 0;
  if (!voce || importoCents <= 0 || importoCents > massimoCents)
    return refuse({
      ...{ code: "liquidazione.oltre-l-importo", campo: "importoCents" },
      ...{ importoCents, massimoCents },
    });
  const voci = richiesta.voci.map((una) =>
    una === voce ? { ...una, recuperatoCents: una.recuperatoCents + importoCents } : una,
  );
  return con(richiesta, { voci });
}
