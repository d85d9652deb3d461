import type { StatoServizio } from "../dote/servizio.ts";
import type { Caso } from "./caso.ts";
import { checkPasso } from "./decide.ts";
import type { RifiutoCaso } from "./rifiuto.ts";

const SERVE = {
  avviaServizio: "pianificato",
  concludiServizio: "avviato",
  rendiconta: "erogato",
} as const satisfies Record<string, StatoServizio>;

const PASSI = [
  ...(["registraContatto", "firmaPatto", "inviaDote"] as const),
  ...(["lasciaCoda", "nonPrendereInCarico"] as const),
] as const;

export type AzioneCaso = (typeof PASSI)[number] | keyof typeof SERVE;

/** Every action of the addetto, with the refusal that closes it now; null = open. */
export function azioniDi(caso: Caso): Readonly<Record<AzioneCaso, RifiutoCaso | null>> {
  const passo = (comando: (typeof PASSI)[number]) => {
    const esito = checkPasso(caso, comando);
    return esito.ok ? null : esito.rifiuto;
  };
  return {
    registraContatto: passo("registraContatto"),
    firmaPatto: passo("firmaPatto"),
    inviaDote: passo("inviaDote"),
    lasciaCoda: passo("lasciaCoda"),
    nonPrendereInCarico: passo("nonPrendereInCarico"),
    avviaServizio: servizioChiuso(caso, SERVE.avviaServizio),
    concludiServizio: servizioChiuso(caso, SERVE.concludiServizio),
    rendiconta: servizioChiuso(caso, SERVE.rendiconta),
  };
}

function servizioChiuso({ dote, stato }: Caso, serve: StatoServizio): RifiutoCaso | null {
  if (!dote) return { code: "caso.passo-non-aperto", stato, serve: ["confermata"] };
  if (dote.stato === "inviata" || dote.stato === "in-coda")
    return { code: "servizio.presa-non-confermata", stato };
  if (dote.stato === "annullata") return { code: "servizio.dote-chiusa" };
  if (dote.servizi.some((servizio) => servizio.stato === serve)) return null;
  return { code: "servizio.nessuno", serve };
}
