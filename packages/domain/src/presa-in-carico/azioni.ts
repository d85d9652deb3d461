import type { RifiutoAppuntamento } from "../appuntamento/appuntamento.ts";
import { checkConvocabile } from "../appuntamento/da-se.ts";
import { type ComandoDote, checkDote, DOTI_APERTE } from "../dote/decide-vita.ts";
import type { StatoServizio } from "../dote/servizio.ts";
import type { Result } from "../result.ts";
import type { Caso } from "./caso.ts";
import { checkPasso, PASSI_APERTI } from "./decide.ts";
import type { RifiutoCaso } from "./rifiuto.ts";

const SERVE = {
  avviaServizio: "pianificato",
  concludiServizio: "avviato",
  rendiconta: "erogato",
} as const satisfies Record<string, StatoServizio>;

type Passo = keyof typeof PASSI_APERTI;
const PASSI = Object.keys(PASSI_APERTI) as Passo[];
const DELLA_DOTE = Object.keys(DOTI_APERTE) as ComandoDote[];

/** The draft is open as long as it may be sent: who writes it is not who signs it. */
export type AzioneCaso =
  | "salvaPiano"
  | "fissaAppuntamento"
  | Passo
  | ComandoDote
  | keyof typeof SERVE;

const perche = (esito: Result<unknown, RifiutoCaso>): RifiutoCaso | null =>
  esito.ok ? null : esito.rifiuto;

/** Every action on a case, with the refusal that closes it now; null = open. */
export function azioniDi(
  caso: Caso,
): Readonly<Record<AzioneCaso, RifiutoCaso | RifiutoAppuntamento | null>> {
  const passi = PASSI.map((nome) => [nome, perche(checkPasso(caso, nome))]);
  const dote = DELLA_DOTE.map((nome) => [nome, perche(checkDote(caso, nome))]);
  const servizi = Object.entries(SERVE).map(([nome, serve]) => [nome, servizioChiuso(caso, serve)]);
  const bozza = ["salvaPiano", perche(checkPasso(caso, "inviaDote"))];
  const convoca = checkConvocabile(caso);
  const posto = ["fissaAppuntamento", convoca.ok ? null : convoca.rifiuto];
  return Object.fromEntries([...passi, bozza, posto, ...dote, ...servizi]);
}

function servizioChiuso({ dote, stato }: Caso, serve: StatoServizio): RifiutoCaso | null {
  if (!dote) return { code: "caso.passo-non-aperto", stato, serve: ["confermata"] };
  if (dote.stato === "inviata" || dote.stato === "in-coda")
    return { code: "servizio.presa-non-confermata", stato };
  if (dote.stato === "in-verifica") return { code: "dote.in-verifica" };
  if (dote.stato === "sospesa" && serve === "pianificato") return { code: "dote.sospesa" };
  if (dote.stato === "annullata") return { code: "servizio.dote-chiusa" };
  if (dote.servizi.some((servizio) => servizio.stato === serve)) return null;
  return { code: "servizio.nessuno", serve };
}
