import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { AdesioneId } from "@staffetta/domain";
import {
  unPatto as firmaIlPatto,
  type GefoDiProva,
  gefoDiProva,
  inviaPiano,
  semina,
  unCaso,
} from "../fixtures.ts";

/** The ledger on the real server: what the rules say, the database holds by itself. */
let gefo: GefoDiProva;
before(async () => {
  gefo = await gefoDiProva();
});
after(() => gefo.close());

const OPERATORE = "OP-0001";
const ATTO = "D.d.u.o. 1/2014";
const io = () => gefo.come(gefo.addetto(OPERATORE));
const desk = () => gefo.come(gefo.regione());
const must = <T>(risposta: Readonly<{ ok: true; valore: T }> | Readonly<{ ok: false }>): T => {
  assert.ok(risposta.ok, JSON.stringify(risposta));
  return risposta.valore;
};

async function unPatto(operatoreId = OPERATORE): Promise<AdesioneId> {
  const { adesioneId } = await unCaso(gefo, operatoreId);
  await firmaIlPatto(gefo, operatoreId, adesioneId);
  return adesioneId;
}

/** So many euro in measure 2-A, at 40 € an hour. */
const invia = async (adesioneId: string, euro: number, operatoreId = OPERATORE) =>
  must(await inviaPiano(gefo, operatoreId, adesioneId, [{ misura: "2-A", oreUnita: euro / 40 }]));
const apri = async (misura: string, euro: number, operatoreId = "") =>
  must(
    await desk().apriLinea({
      ...{ chiave: gefo.uuid(), avvisoId: "GG-2014", misura, operatoreId },
      ...{ importoCents: euro * 100, atto: ATTO },
    }),
  );
const linea = async (id: string) =>
  must(await desk().bilancio({})).linee.find((una) => una.id === id) ?? assert.fail(id);
const chiudi = (adesioneId: string) =>
  gefo.ricevi("notizia-adesione.v1", {
    ...{ adesioneId, stato: "D", notizia: "chiusa" },
    at: `${gefo.oggi()}T09:00:00.000Z`,
  });
test("[D3] una linea ha quanto le è stato assegnato, e il padre quello che non ha dato", async () => {
  const avviso = await linea("GG-2014");
  await apri("2-A", 10_000);
  await apri("2-A", 3_200, "OP-0002");
  const [misura, soglia, dopo] = [
    await linea("GG-2014/2-A"),
    await linea("GG-2014/2-A/OP-0002"),
    await linea("GG-2014"),
  ];
  assert.deepEqual([misura.assegnato, misura.disponibile], [10_000_00, 6_800_00]);
  assert.equal(soglia.assegnato, 3_200_00);
  assert.equal(dopo.disponibile, avviso.disponibile - 10_000_00);
  assert.equal(dopo.assegnato, avviso.assegnato);
  const troppo = await desk().spostaDenaro({
    ...{ chiave: gefo.uuid(), da: "GG-2014/2-A", a: "GG-2014/2-A/OP-0002" },
    ...{ importoCents: 6_800_01, atto: ATTO },
  });
  assert.ok(!troppo.ok && troppo.problema.type === "urn:staffetta:linea.senza-denaro");
  assert.deepEqual(
    troppo.problema.errori?.map(({ campo }) => campo),
    ["importoCents"],
  );
  // To who sits at the Region's desk: neither of a dote nor of the names of the ledger.
  assert.match(troppo.problema.detail, /6\.800,00/);
  assert.doesNotMatch(JSON.stringify(troppo.problema), /dote,|«|la Regione/);
});

test("[D7] chi non trova denaro prende un numero; chi chiede meno passa; il denaro che torna va in ordine", async () => {
  const casi = [];
  for (let i = 0; i < 5; i++) casi.push(await unPatto("OP-0002"));
  const [a = "", b = "", c = "", d = "", e = ""] = casi;
  assert.equal((await invia(a, 2_400, "OP-0002")).numeroInCoda, null);
  assert.equal((await invia(b, 1_600, "OP-0002")).numeroInCoda, 1);
  assert.equal((await invia(c, 1_200, "OP-0002")).numeroInCoda, 2);
  assert.equal((await invia(d, 800, "OP-0002")).numeroInCoda, null);
  assert.equal((await invia(e, 800, "OP-0002")).numeroInCoda, 3);
  const lettere = await gefo.sqlDiretto(
    "SELECT count(*)::int AS n FROM notifica WHERE chiave LIKE 'coda/%'",
  );
  assert.deepEqual(lettere, [{ n: 3 }]);
  await chiudi(a);
  for (const { nome, esegui } of gefo.parte.lavori ?? [])
    if (nome === "coda del denaro") await esegui();
  const nodo = gefo.come(gefo.addetto("OP-0002"));
  const coda = async (adesioneId: string) => must(await nodo.caso({ adesioneId })).coda;
  assert.equal(await coda(b), null);
  assert.deepEqual(await coda(c), { numero: 2, davanti: 0 });
  assert.equal(await coda(e), null);
  assert.equal(must(await nodo.caso({ adesioneId: b })).dote?.protocollo.startsWith("GG-"), true);
  must(await nodo.lasciaCoda({ chiave: gefo.uuid(), adesioneId: c }));
  assert.equal(must(await nodo.caso({ adesioneId: c })).vista, "dote-da-inviare");
  assert.equal(must(await desk().bilancio({})).coda.doti, 0);
});

test("[D7] il denaro sostituito da un'altra linea serve subito chi aspettava", async () => {
  const adesioneId = await unPatto("OP-0002");
  assert.equal((await invia(adesioneId, 2_000, "OP-0002")).numeroInCoda, 4);
  must(
    await desk().spostaDenaro({
      ...{ chiave: gefo.uuid(), da: "GG-2014/2-A", a: "GG-2014/2-A/OP-0002" },
      ...{ importoCents: 2_000_00, atto: ATTO },
    }),
  );
  const caso = must(await gefo.come(gefo.addetto("OP-0002")).caso({ adesioneId }));
  assert.deepEqual([caso.coda, caso.vista], [null, "in-conferma"]);
});

test("[D8] la parte a processo e quella a risultato restano separate", async () => {
  const adesioneId = await unPatto();
  const servizi = [
    { misura: "1-B", oreUnita: 2 },
    { misura: "5", oreUnita: 1 },
  ];
  must(await inviaPiano(gefo, OPERATORE, adesioneId, servizi));
  const { somme } = must(await io().bilancio({}));
  const di = (misura: string) => somme.find((una) => una.misura === misura);
  assert.deepEqual([di("1-B")?.parte, di("1-B")?.prenotato], ["processo", 68_00]);
  assert.deepEqual([di("5")?.parte, di("5")?.prenotato], ["risultato", di("5")?.previsto]);
  assert.ok(somme.every(({ operatoreId }) => operatoreId === OPERATORE));
  assert.ok(must(await io().bilancio({})).linee.every(({ id }) => id.endsWith(OPERATORE)));
});

test("[D1] una scrittura che non quadra, o cambiata dopo, il database la rifiuta da sé", async () => {
  const nata = `INSERT INTO scrittura (id, at, causale, atto, chi)
    VALUES ('00000000-0000-4000-8000-000000000001', now(), 'prova', 'prova', 'prova');`;
  const movimento = `INSERT INTO movimento (id, scrittura_id, linea, conto, importo_cents)
    VALUES (gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'GG-2014', 'disponibile', 1);`;
  await assert.rejects(gefo.sqlDiretto(nata + movimento), /non quadra/);
  await assert.rejects(gefo.sqlDiretto("DELETE FROM movimento"), /non si cambia/);
  await assert.rejects(gefo.sqlDiretto("UPDATE scrittura SET causale = 'x'"), /non si cambia/);
});

test("[D2] [D4] un saldo cambia solo con una scrittura, e non va sotto zero", async () => {
  await assert.rejects(
    gefo.sqlDiretto("UPDATE saldo SET saldo_cents = 1"),
    /solo con una scrittura/,
  );
  await assert.rejects(
    gefo.sqlDiretto("UPDATE voce SET ammesso_cents = 1"),
    /solo con una scrittura/,
  );
  const scrivi = `INSERT INTO scrittura (id, at, causale, atto, chi)
    VALUES ('00000000-0000-4000-8000-000000000002', now(), 'prova', 'prova', 'prova');
    INSERT INTO movimento (id, scrittura_id, linea, conto, importo_cents) VALUES
    (gen_random_uuid(), '00000000-0000-4000-8000-000000000002', 'GG-2014', 'pagato', -1),
    (gen_random_uuid(), '00000000-0000-4000-8000-000000000002', 'GG-2014', 'ammesso', 1)`;
  await assert.rejects(gefo.sqlDiretto(scrivi), /saldo_non_negativo/);
  const sommati =
    await gefo.sqlDiretto(`SELECT count(*)::int AS diversi FROM saldo s WHERE saldo_cents <>
    (SELECT coalesce(sum(importo_cents), 0) FROM movimento m WHERE m.linea = s.linea AND m.conto = s.conto)`);
  assert.deepEqual(sommati, [{ diversi: 0 }]);
});

test("[D5] un servizio che costa non inizia se il suo denaro non è impegnato, chiunque lo scriva", async () => {
  const adesioneId = await unPatto();
  await invia(adesioneId, 400);
  const avvia = `UPDATE servizio SET stato = 'avviato' WHERE adesione_id = '${adesioneId}'`;
  await assert.rejects(gefo.sqlDiretto(avvia), /senza denaro impegnato/);
});

test("[D6] mille richieste insieme sugli ultimi 10.000 euro: entra quello che ci sta, il resto ha un numero", async (t) => {
  await apri("7-1", 10_000);
  const adesioni = await semina(gefo, 1_000, OPERATORE);
  const inizio = performance.now();
  const esiti = await Promise.all(
    adesioni.map((adesioneId) =>
      io().inviaDote({
        ...{ chiave: gefo.uuid(), adesioneId, version: 1 },
      }),
    ),
  );
  const durataMs = performance.now() - inizio;
  const numeri = esiti.map((esito) => must(esito).numeroInCoda);
  assert.equal(numeri.filter((uno) => uno === null).length, 10_000 / 200);
  const inCoda = numeri.filter((uno) => uno !== null).sort((x, y) => x - y);
  const primo = inCoda[0] ?? 0;
  assert.deepEqual(
    inCoda,
    Array.from({ length: 950 }, (_, i) => primo + i),
  );
  const { disponibile, prenotato, assegnato } = await linea("GG-2014/7-1");
  assert.deepEqual([disponibile, prenotato, assegnato], [0, 10_000_00, 10_000_00]);
  t.diagnostic(`mille richieste in ${Math.round(durataMs)} ms`);
});
