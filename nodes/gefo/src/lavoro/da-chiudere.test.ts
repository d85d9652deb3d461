import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Soggetto } from "@staffetta/contracts";
import { addDays, REGOLE_GEFO_2014 } from "@staffetta/domain";
import { buona, conDote, type GefoDiProva, gefoDiProva } from "../fixtures.ts";

const [MIO, ALTRUI] = ["OP-0001", "OP-0002"] as const;
const { fermoDays, chiusuraDays } = REGOLE_GEFO_2014.termini;
let gefo: GefoDiProva;
let io: Soggetto;
let sportello: Soggetto;

before(async () => {
  gefo = await gefoDiProva();
  io = gefo.addetto(MIO, ["sportello"]);
  sportello = gefo.regione();
});
after(() => gefo.close());

/** In T since today: one service of eighty hours, begun. */
async function inCorso(operatoreId: string) {
  const { adesioneId, servizi } = await conDote(gefo, operatoreId, [
    { misura: "2-A", oreUnita: 40 },
  ]);
  const [servizioId = ""] = servizi;
  const addetto = gefo.come(gefo.addetto(operatoreId));
  const dataInizio = gefo.oggi();
  await buona(addetto.avviaServizio({ chiave: gefo.uuid(), servizioId, dataInizio }));
  const at = `${dataInizio}T10:00:00.000Z`;
  await gefo.ricevi("notizia-adesione.v1", { adesioneId, stato: "T", notizia: "aggiornata", at });
  return { adesioneId, servizioId };
}

const chiusi = async (chi: Soggetto) => {
  const { righe, perRitaglio } = await buona(gefo.come(chi).lavoro({ vista: "da-chiudere" }));
  assert.equal(perRitaglio["da-chiudere"]?.casi, righe.length);
  return righe;
};
const chiudi = (chi: Soggetto, adesioni: readonly string[], chiave = gefo.uuid(), altro = {}) =>
  gefo.come(chi).chiudiPercorsi({ chiave, adesioni, esito: "conclusa", ...altro });
const inUscita = async (): Promise<readonly Record<string, unknown>[]> => {
  const righe = await gefo.sqlDiretto(
    "SELECT corpo FROM coop_uscita WHERE tipo = 'percorso-concluso.v1'",
  );
  return righe.map((riga) => JSON.parse((riga as { corpo: string }).corpo));
};

test("un percorso fermo compare da chiudere con motivo e termine, a chi lo ha e alla Regione, e non prima", async () => {
  const { adesioneId } = await inCorso(MIO);
  const dal = addDays(gefo.oggi(), fermoDays + 1);
  gefo.avanza(fermoDays);
  assert.deepEqual(await chiusi(io), []);
  gefo.avanza(1);
  const [riga, ...altre] = await chiusi(io);
  assert.deepEqual(altre, []);
  assert.deepEqual(
    [riga?.adesioneId, riga?.daChiudere],
    [adesioneId, { motivo: "fermo", dal, entro: addDays(dal, chiusuraDays), oltreTermine: false }],
  );
  const { righe } = await buona(gefo.come(sportello).percorsiDaChiudere({}));
  assert.deepEqual(
    righe.map(({ adesioneId: id, motivo }) => [id, motivo]),
    [[adesioneId, "fermo"]],
  );
  assert.deepEqual(
    (await buona(gefo.come(sportello).percorsiDaChiudere({ operatoreId: ALTRUI }))).righe,
    [],
  );
  const { operatori } = await buona(gefo.come(sportello).codeOperatori({}));
  assert.equal(operatori.find(({ operatoreId }) => operatoreId === MIO)?.daChiudere, 1);
  assert.deepEqual(await chiusi(gefo.addetto(ALTRUI)), []);
});

test("una riga di registro è una novità: il percorso non è fermo", async () => {
  const [riga] = await chiusi(io);
  const caso = await buona(gefo.come(io).caso({ adesioneId: riga?.adesioneId }));
  const [servizio] = caso.dote?.servizi ?? [];
  const csv = `giorno,dalle,alle\n${servizio?.dataInizio},09:00,11:00`;
  const file = { nome: "r.csv", contenuto: new TextEncoder().encode(csv) };
  const servizioId = servizio?.servizioId;
  const { scritte } = await buona(
    gefo.come(io).importaRegistro({ chiave: gefo.uuid(), servizioId, file }),
  );
  assert.equal(scritte, 1);
  assert.deepEqual(await chiusi(io), []);
  gefo.avanza(fermoDays + 1);
  assert.equal((await chiusi(io)).length, 1);
});

test("si chiude dalla lista, una volta: il servizio è concluso, la Regione lo sa, i conti restano", async () => {
  const [riga] = await chiusi(io);
  const adesioneId = riga?.adesioneId ?? "";
  const altrui = await chiudi(gefo.addetto(ALTRUI), [adesioneId]);
  assert.deepEqual(altrui.ok && [altrui.valore.fatti, altrui.valore.righe[0]?.persona], [0, "—"]);
  const futura = await chiudi(io, [adesioneId], gefo.uuid(), { dataFine: addDays(gefo.oggi(), 1) });
  assert.equal(futura.ok && futura.valore.fatti, 0);
  const chiave = gefo.uuid();
  const fatta = await buona(chiudi(io, [adesioneId], chiave));
  assert.deepEqual(await buona(chiudi(io, [adesioneId], chiave)), fatta);
  assert.equal(fatta.fatti, 1);
  const { dote, vista } = await buona(gefo.come(io).caso({ adesioneId }));
  assert.deepEqual(
    dote?.servizi.map(({ stato, dataFine }) => [stato, dataFine]),
    [["erogato", gefo.oggi()]],
  );
  assert.equal(vista, "da-rendicontare");
  assert.deepEqual(await chiusi(io), []);
  const [messaggio, ...altri] = await inUscita();
  assert.deepEqual(
    [messaggio?.["adesioneId"], messaggio?.["abbandonato"], altri.length],
    [...[adesioneId, false, 0]],
  );
  const at = `${gefo.oggi()}T10:00:00.000Z`;
  await gefo.ricevi("notizia-adesione.v1", { adesioneId, stato: "F", notizia: "chiusa", at });
  const dopo = await buona(gefo.come(io).caso({ adesioneId }));
  assert.deepEqual([dopo.vista, dopo.dote?.stato], ["da-rendicontare", "conclusa"]);
});

test("chi non è da chiudere è rifiutato e sa da quando lo sarà; la Regione chiude di tutti", async () => {
  const { adesioneId } = await inCorso(ALTRUI);
  const presto = await buona(chiudi(sportello, [adesioneId]));
  assert.match(presto.righe[0]?.detto ?? "", /Sarà da chiudere dal/);
  gefo.avanza(fermoDays + 1);
  const vietato = await chiudi(gefo.regione("Guarda", "monitoraggio"), [adesioneId]);
  assert.ok(!vietato.ok && vietato.problema.status === 403);
  assert.equal((await buona(chiudi(sportello, [adesioneId]))).fatti, 1);
});

test("i casi di prima entrano nella lista di notte, con l'ultimo fatto della loro storia", async () => {
  const { adesioneId } = await inCorso(MIO);
  gefo.avanza(fermoDays + 1);
  await gefo.sqlDiretto(
    `UPDATE coda SET mosso_on = NULL, chiudere_dal = NULL, chiudere_entro = NULL, chiudere_motivo = NULL
      WHERE adesione_id = '${adesioneId}'`,
  );
  assert.deepEqual(await chiusi(io), []);
  await gefo.lavora("percorsi da chiudere, per i casi di prima");
  assert.deepEqual(
    (await chiusi(io)).map((riga) => riga.adesioneId),
    [adesioneId],
  );
});
