import { avviaServizio, concludiServizio } from "../dote/decide.ts";
import type { AdesioneId, DoteId, OperatoreId, ServizioId } from "../ids.ts";
import { REGOLE_GEFO_2014 as REGOLE, type RegoleGefo } from "../pacchetto/regole-gefo.ts";
import type { CivilDate, Instant } from "../time.ts";
import type { Caso, StatoCaso } from "./caso.ts";
import type { EsitoContatto } from "./contatto.ts";
import * as decide from "./decide.ts";
import * as fascicolo from "./decide-verifiche.ts";
import type { EventoCaso } from "./evento.ts";
import { evolveCaso } from "./evolve.ts";
import * as notizie from "./notizie.ts";

/** Cases at each of their steps, for tests. */
export const ORA = "2014-11-20T10:00:00.000Z" as Instant;
export const OGGI = "2014-11-20" as CivilDate;
export const OPERATORE = "OP-0001" as OperatoreId;
export const ALTRO = "OP-0002" as OperatoreId;
export const SERVIZIO = "s-1" as ServizioId;
export const ADESIONE = "a-1" as AdesioneId;
/** Twenty years old on that day. */
export const NASCITA = "1994-05-14" as CivilDate;
export const DOTE = {
  id: "d-1" as DoteId,
  protocollo: "GG",
  dataNascita: NASCITA,
  servizi: [{ id: SERVIZIO, misura: "2-A", oreUnita: 40 }],
} as const;
export const NATO = {
  adesioneId: ADESIONE,
  operatoreId: OPERATORE,
  dataAdesione: "2014-11-03" as CivilDate,
  at: ORA,
};
export const PATTO = { data: OGGI, documentoId: "doc-1", dataNascita: NASCITA };
export const PROFILATA = { id: "p-1", classe: 2, validoDal: OGGI, provincia: "MI" } as const;

export type Deciso =
  | Readonly<{ ok: true; value: EventoCaso }>
  | Readonly<{ ok: false; rifiuto: Readonly<{ code: string }> }>;
export const must = (caso: Caso, deciso: Deciso): Caso => {
  if (!deciso.ok) throw new Error(JSON.stringify(deciso));
  return evolveCaso(caso, deciso.value);
};
export const nuovo = (): Caso => evolveCaso(null, { tipo: "caso-assegnato", ...NATO });
export const contatto = (caso: Caso, esito: EsitoContatto): Caso =>
  must(caso, decide.registraContatto(caso, { esito, at: ORA }, ORA));

export const verifica = (attivita: readonly string[] = [], on: CivilDate = OGGI) =>
  ({ on, attivita, prove: ["dichiarazione-445"] }) as const;

/** Identity and requisites checked, class known: only the patto is missing. */
export function conVerifiche(caso: Caso): Caso {
  const carta = { on: OGGI, documento: "carta-identita", scadeOn: "2020-01-01" as CivilDate };
  const visto = must(caso, fascicolo.verificaIdentita(caso, carta as never, ORA));
  const neet = must(visto, fascicolo.verificaRequisiti(visto, verifica(), REGOLE, ORA));
  return must(neet, fascicolo.profila(neet, PROFILATA, ORA));
}

/** A case at each of its steps, reached by the commands that lead there. */
export function alPasso(stato: StatoCaso, regole: RegoleGefo = REGOLE): Caso {
  const convocato = contatto(nuovo(), "convocato");
  const colloquio = conVerifiche(contatto(convocato, "colloquio"));
  const patto = must(colloquio, decide.firmaPatto(colloquio, PATTO, REGOLE, ORA));
  const inviata = must(patto, decide.inviaDote(patto, DOTE, REGOLE, ORA));
  const casi: Readonly<Record<StatoCaso, () => Caso>> = {
    "da-convocare": nuovo,
    convocato: () => convocato,
    colloquio: () => colloquio,
    patto: () => patto,
    "in-coda": () => {
      if (inviata.dote === null) throw new Error("manca la dote");
      return evolveCaso(patto, decide.accodaDote(inviata.dote, 7, ORA));
    },
    "dote-inviata": () => inviata,
    confermata: () => conferma(inviata, regole),
    "non-presa": () =>
      must(
        convocato,
        decide.nonPrendereInCarico(
          convocato,
          { motivo: "rifiuto-del-giovane", nota: "", contatti: [] },
          REGOLE,
          ORA,
        ),
      ),
    chiuso: () => evolveCaso(convocato, { tipo: "adesione-chiusa", at: ORA, stato: "D" }),
  };
  return casi[stato]();
}

export function conferma(caso: Caso, regole: RegoleGefo = REGOLE): Caso {
  const evento = notizie.confermaPresa(caso, ORA, regole);
  if (!evento) throw new Error("non aspetta una conferma");
  return evolveCaso(caso, evento);
}

export const avvia = (caso: Caso, dataInizio: CivilDate = OGGI) =>
  avviaServizio(caso, { servizioId: SERVIZIO, dataInizio }, REGOLE, ORA);

/** The only service of the dote, on a day that may be later than today. */
export const avviaIl = (caso: Caso, giorno: CivilDate, adesso: Instant): Deciso =>
  avviaServizio(caso, { servizioId: SERVIZIO, dataInizio: giorno }, REGOLE, adesso);

export function erogato(): Caso {
  const confermata = alPasso("confermata");
  const avviato = must(confermata, avvia(confermata));
  const fine = { servizioId: SERVIZIO, dataFine: OGGI, esito: "conclusa" } as const;
  return must(avviato, concludiServizio(avviato, fine, REGOLE, ORA));
}
