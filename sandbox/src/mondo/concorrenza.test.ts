import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { clienteDi, type Soggetto } from "@staffetta/contracts";
import type { CivilDate, CodiceRegione } from "@staffetta/domain";
import { seededRandom } from "@staffetta/platform";
import { type TestDatabase, testDatabase } from "@staffetta/platform/test-postgres";
import { sorteDi } from "../popolazione/caso.ts";
import { unGiovane } from "../popolazione/giovane.ts";
import { createFederazione, type Federazione } from "./federazione.ts";
import { createGuasti } from "./guasti.ts";
import { suPostgres } from "./magazzino.ts";
import { createTempo, type Tempo } from "./tempo.ts";

/** Many windows at once on the real server: what must happen once happens once. */
const LOMBARDIA = "10" as CodiceRegione;
const DOTE_CENTS = 40 * 4000;
const databases: TestDatabase[] = [];
let tempo: Tempo;
let federazione: Federazione;
const magazzino = suPostgres({
  urlDi: async () => {
    const database = await testDatabase({ sets: [] });
    databases.push(database);
    return database.url;
  },
  chiaveDi: () => new Uint8Array(32).fill(9),
  poolMax: 12,
});

before(async () => {
  tempo = createTempo(Date.parse("2014-11-03T09:00:00Z"));
  const nodi = ["cliclavoro", "ministero", "borsalavoro-10", "gefo-10"];
  federazione = await createFederazione({
    ...{ seed: "concorrenza", tempo, magazzino, regioni: [LOMBARDIA] },
    guasti: createGuasti({ random: seededRandom(1), tempo, nodi, attivi: [] }),
    stanziamentoCents: DOTE_CENTS,
  });
  await tempo.runDry(10_000);
});
after(async () => {
  await magazzino.close();
  for (const database of databases) await database.close();
});

const sorte = sorteDi(seededRandom("concorrenza"));
const unaPersona = (n: number) => unGiovane(sorte, "2014-11-03" as CivilDate, n);
type Persona = ReturnType<typeof unaPersona>;

function portale({ anagrafica }: Persona) {
  const borsa = federazione.borse.get(LOMBARDIA);
  assert.ok(borsa);
  const soggetto: Soggetto = { ruolo: "giovane", nome: anagrafica.nome, identita: anagrafica };
  return clienteDi(borsa.parte.operazioni, borsa.parte.implementazione, soggetto);
}
const informativaLetta = true;
const OPERATORE = "OP-0001";

test("[A2] venti finestre che aderiscono insieme fanno una adesione sola, e diciannove spiegazioni", async () => {
  const persona = unaPersona(1);
  const { recapiti } = persona;
  const esiti = await Promise.all(
    Array.from({ length: 20 }, () => portale(persona).aderisci({ recapiti, informativaLetta })),
  );
  assert.equal(esiti.filter(({ ok }) => ok).length, 1);
  for (const esito of esiti)
    if (!esito.ok) assert.equal(esito.problema.type, "urn:staffetta:adesione.gia-aperta");
});

/** A case with its patto signed, ready for its dote. */
async function unPatto(n: number): Promise<string> {
  const persona = unaPersona(n);
  const { recapiti } = persona;
  const esito = await portale(persona).aderisci({
    recapiti,
    informativaLetta,
    operatoreId: OPERATORE,
  });
  assert.ok(esito.ok);
  await tempo.runDry(10_000);
  const { adesioneId } = esito.valore;
  const io = addetto();
  const chiave = (): string => crypto.randomUUID();
  const quando = { giorno: "2014-11-03", ora: "10:00", canale: "telefono" };
  for (const come of ["convocato", "colloquio"])
    assert.ok(
      (await io.registraContatto({ chiave: chiave(), adesioneId, esito: come, ...quando })).ok,
    );
  const dataVerifica = "2014-11-03";
  const base = () => ({ chiave: chiave(), adesioneId });
  const carta = { documento: "carta-identita", scadenza: "2020-01-01" };
  const inputs = { titolo: "diploma", condizione: "disoccupato", presenza: "nato" };
  for (const passo of [
    () => io.verificaIdentita({ ...base(), ...carta, dataVerifica }),
    () => io.verificaRequisiti({ ...base(), dataVerifica, prove: ["dichiarazione-445"] }),
    () => io.profila({ ...base(), ...inputs, provincia: "MI" }),
    () => io.firmaPatto({ ...base(), dataPatto: dataVerifica, firmaGiovane: true }),
    () => io.salvaPiano({ ...base(), version: 0, righe: servizi }),
  ]) {
    const esito = await passo();
    assert.ok(esito.ok, JSON.stringify(esito));
  }
  return adesioneId;
}
function addetto() {
  const gefo = federazione.gefi.get(LOMBARDIA);
  assert.ok(gefo);
  const soggetto: Soggetto = {
    ...{ ruolo: "addetto", id: "addetto", nome: "Addetto", operatoreId: OPERATORE as never },
    funzioni: ["sportello", "legale"],
  };
  return clienteDi(gefo.parte.operazioni, gefo.parte.implementazione, soggetto);
}
const servizi = [{ misura: "2-A", oreUnita: 40 }];

test("[G3] due doti inviate insieme per gli stessi ultimi euro: una li prende, l'altra ha il numero 1", async () => {
  const casi = [await unPatto(2), await unPatto(3)];
  const esiti = await Promise.all(
    casi.map((adesioneId) =>
      addetto().inviaDote({ chiave: crypto.randomUUID(), adesioneId, version: 1 }),
    ),
  );
  const numeri = esiti.map((esito) => {
    assert.ok(esito.ok, JSON.stringify(esito));
    return esito.valore.numeroInCoda;
  });
  assert.deepEqual(numeri.toSorted(), [1, null]);
  const inCoda = casi[numeri.indexOf(1)] ?? "";
  const caso = await addetto().caso({ adesioneId: inCoda });
  assert.ok(caso.ok);
  assert.deepEqual(caso.valore.coda, { numero: 1, davanti: 0 });
});

test("lo stesso modulo inviato dieci volte insieme fa la cosa una volta e risponde sempre uguale", async () => {
  const persona = unaPersona(4);
  const { recapiti } = persona;
  const nata = await portale(persona).aderisci({
    recapiti,
    informativaLetta,
    operatoreId: OPERATORE,
  });
  assert.ok(nata.ok);
  await tempo.runDry(10_000);
  const modulo = {
    ...{ chiave: crypto.randomUUID(), adesioneId: nata.valore.adesioneId, esito: "convocato" },
    ...{ giorno: "2014-11-03", ora: "10:00", canale: "sms" },
  };
  const esiti = await Promise.all(
    Array.from({ length: 10 }, () => addetto().registraContatto(modulo)),
  );
  assert.ok(esiti.every(({ ok }) => ok));
  const caso = await addetto().caso({ adesioneId: nata.valore.adesioneId });
  assert.ok(caso.ok);
  assert.equal(caso.valore.contatti.length, 1);
});
