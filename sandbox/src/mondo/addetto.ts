import type { Risposta } from "@staffetta/contracts";
import type { CodiceMisura, EsitoContatto } from "@staffetta/domain";
import type { Gefo } from "./federazione.ts";
import type { Vita } from "./giovane.ts";
import {
  comeAddetto,
  comeRegioneInGefo,
  DAY_MS,
  gefoDi,
  oraDi,
  prova,
  type Scena,
} from "./vita.ts";

interface Lavoro {
  readonly scena: Scena;
  readonly vita: Vita;
  readonly gefo: Gefo;
  readonly adesioneId: string;
  readonly addetto: ReturnType<typeof comeAddetto>;
}

/** The operatore calls, meets, takes in charge or does not; then delivers and reports the services. */
export function lavoraCaso(
  scena: Scena,
  vita: Vita,
  adesioneId: string,
  operatoreId: string,
): void {
  const gefo = gefoDi(scena, vita.regione);
  const lavoro = { scena, vita, gefo, adesioneId, addetto: comeAddetto(gefo, operatoreId) };
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

interface Servizio {
  readonly servizioId: string;
  readonly misura: CodiceMisura;
  readonly oreUnita: number;
  readonly breve: boolean;
}

function servi(lavoro: Lavoro, servizio: Servizio): void {
  const { scena, gefo, addetto, vita } = lavoro;
  const { percorso, regione } = vita;
  const { servizioId, oreUnita, breve } = servizio;
  const chiavi = Array.from({ length: 4 }, () => scena.random.uuid());
  const [avvio = "", fine = "", conto = "", verifica = ""] = chiavi;
  const passo = (azione: () => Promise<Risposta<unknown>>, days: number, poi: () => void): void =>
    after(lavoro, days, () => prova(scena, gefo, azione, poi));
  const abbandona = percorso.abbandona && !breve;
  const esito = abbandona ? "abbandonata" : "conclusa-con-contratto";
  const oreErogate = abbandona ? Math.floor(oreUnita / 2) : oreUnita;
  const verificato = (): void =>
    passo(
      () => {
        const desk = comeRegioneInGefo(gefo, regione);
        return desk.verificaRendicontazione({ chiave: verifica, servizioId });
      },
      scena.sorte.int(3, 40),
      () => undefined,
    );
  const rendicontato = (): void => {
    if (percorso.maiChiuso && !breve) return;
    passo(
      () => addetto.rendiconta({ chiave: conto, servizioId, oreErogate }),
      scena.sorte.int(1, 20),
      verificato,
    );
  };
  const concluso = (): void =>
    passo(
      () =>
        addetto.concludiServizio({ chiave: fine, servizioId, dataFine: oraDi(gefo).giorno, esito }),
      breve ? 1 : percorso.durataDays,
      rendicontato,
    );
  passo(
    () => addetto.avviaServizio({ chiave: avvio, servizioId, dataInizio: oraDi(gefo).giorno }),
    0,
    concluso,
  );
}
