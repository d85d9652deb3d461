import type { CodiceMisura, EsitoContatto } from "@staffetta/domain";
import type { Vita } from "./giovane.ts";
import { type LavoroServizio, servi } from "./servizi.ts";
import { comeAddetto, DAY_MS, gefoDi, oraDi, prova, type Scena } from "./vita.ts";

type Lavoro = LavoroServizio;

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

function contatto(lavoro: Lavoro, esito: EsitoContatto, poi: () => void): void {
  const { scena, gefo, adesioneId, addetto } = lavoro;
  const chiave = scena.random.uuid();
  const azione = () =>
    addetto.registraContatto({ chiave, adesioneId, canale: "telefono", esito, ...oraDi(gefo) });
  prova(scena, gefo, azione, poi);
}

function convoca(lavoro: Lavoro): void {
  const { colloquioAfterDays, nonPresa } = lavoro.vita.percorso;
  contatto(lavoro, "convocato", () => {
    if (colloquioAfterDays !== null) after(lavoro, colloquioAfterDays, () => incontra(lavoro));
    else if (nonPresa === "mancata-presentazione")
      after(lavoro, 7, () =>
        contatto(lavoro, "mancata-presentazione", () => after(lavoro, 7, () => rinuncia(lavoro))),
      );
    else if (nonPresa !== null) after(lavoro, 10, () => rinuncia(lavoro));
  });
}

function rinuncia({ scena, gefo, adesioneId, addetto, vita }: Lavoro): void {
  const chiave = scena.random.uuid();
  const { nonPresa: motivo } = vita.percorso;
  prova(scena, gefo, () => addetto.nonPrendereInCarico({ chiave, adesioneId, motivo }));
}

function incontra(lavoro: Lavoro): void {
  const { patto, nonPresa } = lavoro.vita.percorso;
  contatto(lavoro, "colloquio", () => {
    if (patto !== null) after(lavoro, patto.afterDays, () => firma(lavoro, patto.fascia));
    else if (nonPresa !== null) after(lavoro, 3, () => rinuncia(lavoro));
  });
}

function firma(lavoro: Lavoro, fascia: number): void {
  const { scena, gefo, adesioneId, addetto } = lavoro;
  const chiave = scena.random.uuid();
  const azione = () =>
    addetto.firmaPatto({ chiave, adesioneId, dataPatto: oraDi(gefo).giorno, fascia });
  prova(scena, gefo, azione, () => after(lavoro, scena.sorte.int(0, 2), () => inviaDote(lavoro)));
}

const PRINCIPALI: readonly (readonly [CodiceMisura, number])[] = [
  ["5", 58],
  ["2-A", 13],
  ["3", 29],
];
const ORE: Readonly<Record<CodiceMisura, number>> = {
  ...{ "1-B": 2, "1-C": 6, "2-A": 40, "3": 1, "5": 1, "7-1": 20 },
};

function inviaDote(lavoro: Lavoro): void {
  const { scena, gefo, adesioneId, addetto, vita } = lavoro;
  const chiave = scena.random.uuid();
  const misura = scena.sorte.weighted(PRINCIPALI);
  const servizi = (["1-B", misura] as const).map((una) => ({ misura: una, oreUnita: ORE[una] }));
  prova(
    scena,
    gefo,
    () => addetto.inviaDote({ chiave, adesioneId, servizi }),
    () => {
      const { politicaAfterDays } = vita.percorso;
      if (politicaAfterDays !== null) after(lavoro, politicaAfterDays, () => avviaTutti(lavoro));
    },
  );
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
