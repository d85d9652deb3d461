import assert from "node:assert/strict";
import { test } from "node:test";
import { clienteDi, type Soggetto } from "@staffetta/contracts";
import type { CivilDate, CodiceRegione } from "@staffetta/domain";
import { seededRandom } from "@staffetta/platform";
import { sorteDi } from "../popolazione/caso.ts";
import { unGiovane } from "../popolazione/giovane.ts";
import { createFederazione } from "./federazione.ts";
import { createGuasti } from "./guasti.ts";
import { inMemoria } from "./magazzino.ts";
import { createTempo } from "./tempo.ts";
import { comeAddetto, comeGiovane, comeGiovaneNazionale } from "./vita.ts";

/** What every desk shows after the unhappy turns of one adesione. */
const LOMBARDIA = "10" as CodiceRegione;
const OPERATORE = "OP-0001";
const HOUR_MS = 3_600_000;

async function scena() {
  const tempo = createTempo(Date.parse("2014-11-03T09:00:00Z"));
  const nodi = ["cliclavoro", "ministero", "borsalavoro-10", "gefo-10"];
  const federazione = await createFederazione({
    ...{ seed: "ripresa", tempo, magazzino: inMemoria(), regioni: [LOMBARDIA] },
    stanziamentoCents: 100_000_00,
    guasti: createGuasti({ random: seededRandom(1), tempo, nodi, attivi: [] }),
  });
  await tempo.runDry(10_000);
  const borsa = federazione.borse.get(LOMBARDIA);
  const gefo = federazione.gefi.get(LOMBARDIA);
  assert.ok(borsa && gefo);
  const persona = unGiovane(sorteDi(seededRandom("ripresa")), "2014-11-03" as CivilDate, 1);
  const { anagrafica, recapiti } = persona;
  const giovane = comeGiovane(borsa, anagrafica);
  const nata = await giovane.aderisci({ recapiti, informativaLetta: true, operatoreId: OPERATORE });
  assert.ok(nata.ok);
  await tempo.runDry(10_000);
  const sportello: Soggetto = {
    ...{ ruolo: "regione", id: "sportello", nome: "Sportello", regione: LOMBARDIA },
    funzione: "istruttoria",
  };
  const { operazioni, implementazione } = borsa.parte;
  const passa = async (): Promise<void> => {
    tempo.after(HOUR_MS, async () => undefined);
    await tempo.runDry(10_000);
  };
  return {
    ...{ passa, giovane, anagrafica, adesioneId: nata.valore.adesioneId },
    addetto: comeAddetto(gefo, OPERATORE),
    regione: clienteDi(operazioni, implementazione, sportello),
    nazionale: comeGiovaneNazionale(federazione.cliclavoro, anagrafica),
  };
}

const QUANDO = { canale: "telefono", giorno: "2014-11-03", ora: "10:00" };
const chiave = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

test("una adesione chiusa per sbaglio e riaperta torna sulla scrivania dell'operatore", async () => {
  const { passa, addetto, regione, adesioneId } = await scena();
  const contatto = { ...QUANDO, adesioneId, chiave: chiave(1), esito: "convocato" };
  assert.ok((await addetto.registraContatto(contatto)).ok);
  await passa();
  assert.ok((await regione.chiudi({ adesioneId, stato: "C", motivo: "requisiti" })).ok);
  await passa();
  const chiuso = await addetto.caso({ adesioneId });
  assert.ok(chiuso.ok && chiuso.valore.stato === "chiuso", JSON.stringify(chiuso));
  assert.ok((await regione.ripristina({ adesioneId, motivo: "errore nostro" })).ok);
  await passa();
  const riaperto = await addetto.caso({ adesioneId });
  assert.ok(riaperto.ok);
  assert.deepEqual(
    [riaperto.valore.vista, riaperto.valore.statoAdesione],
    ["da-convocare", "A"],
    "il caso riparte",
  );
});

test("quando l'operatore rinuncia, nessun portale mostra più quell'operatore", async () => {
  const { passa, addetto, nazionale, giovane, adesioneId } = await scena();
  const contatto = { ...QUANDO, adesioneId, esito: "nessuna-risposta" };
  for (const [i, canale] of ["telefono", "telefono", "email"].entries())
    assert.ok((await addetto.registraContatto({ ...contatto, canale, chiave: chiave(3 + i) })).ok);
  const prima = await nazionale.mieAdesioni({});
  assert.ok(prima.ok && prima.valore.adesioni[0]?.operatore, JSON.stringify(prima));
  const rinuncia = { chiave: chiave(2), adesioneId, motivo: "irreperibile" };
  assert.ok((await addetto.nonPrendereInCarico(rinuncia)).ok);
  await passa();
  const mie = await giovane.mieAdesioni({});
  const dopo = await nazionale.mieAdesioni({});
  assert.ok(mie.ok && dopo.ok);
  assert.deepEqual(
    [mie.valore.adesioni[0]?.operatore, dopo.valore.adesioni[0]?.operatore],
    [null, null],
  );
});

test("nome e recapiti corretti allo sportello arrivano all'operatore che deve chiamare", async () => {
  const { passa, addetto, regione, giovane, adesioneId } = await scena();
  const recapiti = { email: "nuova@esempio.it", telefono: "333 0000001" };
  const dati = { adesioneId, nome: "Ada", cognome: "Corretti", recapiti };
  assert.ok((await regione.correggiPersona({ ...dati, motivo: "ha telefonato" })).ok);
  await passa();
  const caso = await addetto.caso({ adesioneId });
  assert.ok(caso.ok);
  const { anagrafica, recapiti: noti } = caso.valore;
  assert.deepEqual([anagrafica.nome, anagrafica.cognome, noti], ["Ada", "Corretti", recapiti]);
  const ultimi = { email: "mia@esempio.it", telefono: "333 0000002" };
  assert.ok((await giovane.aggiornaRecapiti({ recapiti: ultimi })).ok);
  await passa();
  const poi = await addetto.caso({ adesioneId });
  assert.ok(poi.ok);
  assert.deepEqual(poi.valore.recapiti, ultimi);
  const mie = await giovane.mieAdesioni({});
  assert.ok(mie.ok);
  assert.ok(
    mie.valore.letture.some(({ scopo }) => scopo.includes("ha telefonato")),
    "la persona legge chi ha corretto e perché",
  );
});
