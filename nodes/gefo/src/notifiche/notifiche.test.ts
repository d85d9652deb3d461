import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Risposta } from "@staffetta/contracts";
import { createProblemi } from "@staffetta/nodo";
import type { EsitoVettore, Lettera } from "@staffetta/platform";
import { createCipher } from "@staffetta/platform";
import type { Contesto } from "../contesto.ts";
import { type GefoDiProva, gefoDiProva, unCaso } from "../fixtures.ts";
import { TESTI } from "../testi.ts";
import { notifica } from "./notifica.ts";

const MIO = "OP-0001";
const uscite: Lettera[] = [];
let risponde: EsitoVettore["esito"] = "inviata";
let gefo: GefoDiProva;

const must = <T>(risposta: Risposta<T>): T => {
  assert.ok(risposta.ok, JSON.stringify(risposta));
  return risposta.valore;
};

before(async () => {
  const invia = async (lettera: Lettera): Promise<EsitoVettore> => {
    uscite.push(lettera);
    return { esito: risponde, risposta: "risposta del vettore" };
  };
  gefo = await gefoDiProva({ vettori: { email: { nome: "finto", invia } } });
});
after(() => gefo.close());

/** What the slices have, for a test that writes as they do. */
const ctx = (): Contesto =>
  ({
    ...{ uow: gefo.uow, problemi: createProblemi(TESTI), random: { uuid: gefo.uuid } },
    clock: { now: () => `${gefo.oggi()}T09:00:00.000Z` },
    cipher: createCipher(new Uint8Array(32).fill(7)),
  }) as unknown as Contesto;

const DATI = { titolo: "prova", messaggio: "leggi qui" };

const scrive = (adesioneId: string, chiave: string, fallisce = false) =>
  gefo.uow.transaction(async (stores) => {
    const caso = await stores.casi.get(adesioneId);
    assert.ok(caso);
    await notifica(ctx(), stores, caso, { chiave, modello: "avviso", dati: DATI });
    if (fallisce) throw new Error("il fatto non è avvenuto");
  });

const invia = () => gefo.lavora("posta in uscita");

test("N2: la stessa chiave è la stessa lettera, e una lettera inviata non riparte", async () => {
  const { adesioneId } = await unCaso(gefo, MIO);
  await scrive(adesioneId, "k1");
  await scrive(adesioneId, "k1");
  await Promise.all([invia(), invia(), invia()]);
  await invia();
  assert.equal(uscite.length, 1);
  assert.equal(uscite[0]?.a, "giulia@esempio.it");
  assert.match(uscite[0]?.testo ?? "", /Ciao Giulia[\s\S]*leggi qui[\s\S]*Officina Lavoro Navigli/);
});

test("se il fatto non avviene la lettera non parte", async () => {
  const { adesioneId } = await unCaso(gefo, MIO);
  const prima = uscite.length;
  await assert.rejects(scrive(adesioneId, "k2", true));
  await invia();
  assert.equal(uscite.length, prima);
});

test("un guasto si ritenta più tardi, un rifiuto si vede, un rimbalzo arriva anche dopo", async () => {
  const io = gefo.come(gefo.addetto(MIO));
  const { adesioneId } = await unCaso(gefo, MIO);
  risponde = "guasto";
  await scrive(adesioneId, "k3");
  await invia();
  const stato = async () => {
    const [una] = must(await io.posta({ adesioneId })).lettere;
    assert.ok(una);
    return una;
  };
  assert.deepEqual([(await stato()).stato, (await stato()).tentativi], ["in-attesa", 1]);
  const tentate = uscite.length;
  await invia();
  assert.equal(uscite.length, tentate);
  risponde = "inviata";
  gefo.avanza(1);
  await invia();
  assert.equal((await stato()).stato, "inviata");
  const { notificaId } = await stato();
  const postino = gefo.come({ ruolo: "sistema", nome: "posta" });
  must(await postino.registraRimbalzo({ notificaId, motivo: "casella inesistente" }));
  assert.deepEqual(
    [(await stato()).stato, (await stato()).risposta],
    ["respinta", "casella inesistente"],
  );
});

test("chi non vuole promemoria e chi vuole l'app IO sono ascoltati; i dati restano sigillati", async () => {
  const io = gefo.come(gefo.addetto(MIO));
  const { adesioneId } = await unCaso(gefo, MIO);
  must(await io.preferenzeNotifiche({ adesioneId, canale: "io", senzaPromemoria: "on" }));
  await gefo.uow.transaction(async (stores) => {
    const caso = await stores.casi.get(adesioneId);
    assert.ok(caso);
    const dati = { quando: "domani", dove: "qui" };
    await notifica(ctx(), stores, caso, { chiave: "k4", modello: "promemoria", dati });
    await notifica(ctx(), stores, caso, { chiave: "k5", modello: "avviso", dati: DATI });
  });
  const { lettere } = must(await io.posta({ adesioneId }));
  assert.deepEqual(lettere.map(({ stato, canale }) => `${stato} ${canale}`).sort(), [
    "esclusa io",
    "in-attesa io",
  ]);
  const rows = await gefo.uow.transaction((stores) => stores.notifiche.all());
  assert.doesNotMatch(JSON.stringify(rows), /Giulia|esempio\.it|leggi qui/);
});

test("una lettera la legge solo l'operatore che l'ha scritta, e la lettura resta annotata", async () => {
  const io = gefo.come(gefo.addetto(MIO));
  const [una] = must(await io.posta({})).lettere;
  assert.ok(una);
  const intera = must(await io.lettera({ notificaId: una.notificaId }));
  assert.match(intera.oggetto, /Garanzia Giovani/);
  const altrui = await gefo.come(gefo.addetto("OP-0002")).lettera({ notificaId: una.notificaId });
  assert.ok(!altrui.ok && altrui.problema.status === 404);
  assert.equal(must(await gefo.come(gefo.addetto("OP-0002")).posta({})).lettere.length, 0);
});
