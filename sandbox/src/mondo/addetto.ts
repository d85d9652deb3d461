import type { CanaleContatto, EsitoContatto } from "@staffetta/domain";
import type { Vita } from "./giovane.ts";
import { type Lavoro, prendiInCarico, verificaAncora } from "./presa.ts";
import { servi } from "./servizi.ts";
import { comeAddetto, DAY_MS, gefoDi, oraDi, prova, type Scena } from "./vita.ts";

/** The operatore calls, meets, takes in charge or does not; then delivers and reports the services. */
export function lavoraCaso(
  scena: Scena,
  vita: Vita,
  adesioneId: string,
  operatoreId: string,
): void {
  const gefo = gefoDi(scena, vita.regione);
  const addetto = comeAddetto(gefo, operatoreId);
  const lavoro = { scena, vita, gefo, adesioneId, operatoreId, addetto };
  const { convocatoAfterDays } = vita.percorso;
  if (convocatoAfterDays === null) return;
  scena.tempo.after(convocatoAfterDays * DAY_MS, async () => convoca(lavoro));
}

const after = ({ scena }: Lavoro, days: number, work: () => void): void =>
  scena.tempo.after(days * DAY_MS, async () => work());

type Come = readonly [esito: EsitoContatto, canale?: CanaleContatto];

function contatto(lavoro: Lavoro, [esito, canale = "telefono"]: Come, poi: () => void): void {
  const { scena, gefo, adesioneId, addetto } = lavoro;
  const chiave = scena.random.uuid();
  const azione = () =>
    addetto.registraContatto({ chiave, adesioneId, canale, esito, ...oraDi(gefo) });
  prova(scena, gefo, azione, poi);
}

function convoca(lavoro: Lavoro): void {
  const { colloquioAfterDays, nonPresa } = lavoro.vita.percorso;
  contatto(lavoro, ["convocato"], () => {
    if (colloquioAfterDays !== null) after(lavoro, colloquioAfterDays, () => incontra(lavoro));
    else if (nonPresa === "mancata-presentazione")
      insiste(lavoro, [["mancata-presentazione"], ["convocato", "email"]]);
    else if (nonPresa === "irreperibile")
      insiste(lavoro, [["nessuna-risposta", "email"], ["nessuna-risposta"]]);
    else if (nonPresa !== null) after(lavoro, 10, () => rinuncia(lavoro));
  });
}

/** What the plan of contacts wants before somebody is given up, a week at a time. */
function insiste(lavoro: Lavoro, [prima, ...poi]: readonly Come[]): void {
  after(lavoro, 7, () =>
    prima === undefined ? rinuncia(lavoro) : contatto(lavoro, prima, () => insiste(lavoro, poi)),
  );
}

const DOPO_PREAVVISO_DAYS = 11;

/** Where the notice wants the giovane warned first, the same words are said again after the term. */
function rinuncia(lavoro: Lavoro): void {
  const { scena, gefo, adesioneId, addetto, vita } = lavoro;
  const { nonPresa: motivo } = vita.percorso;
  const dice = (poi: () => void): void => {
    const chiave = scena.random.uuid();
    prova(scena, gefo, () => addetto.nonPrendereInCarico({ chiave, adesioneId, motivo }), poi);
  };
  dice(() => {
    if (motivo === "requisiti-mancanti")
      after(lavoro, DOPO_PREAVVISO_DAYS, () => dice(() => undefined));
  });
}

function incontra(lavoro: Lavoro): void {
  const { patto, nonPresa } = lavoro.vita.percorso;
  contatto(lavoro, ["colloquio"], () => {
    if (patto !== null)
      after(lavoro, patto.afterDays, () =>
        prendiInCarico(lavoro, patto.profilo, () => {
          const { politicaAfterDays } = lavoro.vita.percorso;
          if (politicaAfterDays !== null)
            after(lavoro, politicaAfterDays, () =>
              verificaAncora(lavoro, () => avviaTutti(lavoro)),
            );
        }),
      );
    else if (nonPresa !== null) after(lavoro, 3, () => rinuncia(lavoro));
  });
}

/** The ids of the services are the node's: they are read from the case, as a person would. */
function avviaTutti(lavoro: Lavoro): void {
  const { scena, gefo, adesioneId, addetto } = lavoro;
  prova(
    scena,
    gefo,
    () => addetto.caso({ adesioneId }),
    ({ dote }) => {
      for (const { servizioId, misura, oreUnita } of dote?.servizi ?? [])
        servi(lavoro, { servizioId, misura, oreUnita, breve: misura === "1-B" });
    },
  );
}
