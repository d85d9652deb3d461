import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { conCifraDiControllo, REGOLE_GEFO_2014 } from "@staffetta/domain";
import { antivirusDiProva } from "@staffetta/platform";
import { conDote, type GefoDiProva, gefoDiProva, inviaPiano, semina, unCaso } from "../fixtures.ts";
import { importaOperatoriWith } from "./importa.ts";

let gefo: GefoDiProva;
before(async () => {
  gefo = await gefoDiProva();
});
after(() => gefo.close());

const desk = () => gefo.come(gefo.regione());
const legale = (operatoreId: string) => gefo.come(gefo.addetto(operatoreId, ["legale"]));
const must = <T>(risposta: Readonly<{ ok: true; valore: T }> | Readonly<{ ok: false }>): T => {
  assert.ok(risposta.ok, JSON.stringify(risposta));
  return risposta.valore;
};
const tipo = (risposta: unknown): string =>
  (risposta as { problema?: { type: string } }).problema?.type.replace("urn:staffetta:", "") ??
  "ok";
const servizi = [{ misura: "1-C", oreUnita: 2 }];
const invia = (operatoreId: string, adesioneId: string) =>
  inviaPiano(gefo, operatoreId, adesioneId, servizi);
function cambia(operatoreId: string, a: string) {
  gefo.avanza(1);
  return desk().cambiaAccreditamento({
    ...{ chiave: gefo.uuid(), operatoreId, a, data: gefo.oggi() },
    ...{ atto: "D.d.s. 12/2014", motivo: "verifica in sede" },
  });
}

test("[O1] [O2] un operatore sospeso non invia doti, riabilitato sì; ogni passo resta nella storia", async () => {
  const [uno = "", due = ""] = await semina(gefo, 2, "OP-0003");
  must(await invia("OP-0003", uno));
  must(await cambia("OP-0003", "sospeso"));
  assert.equal(tipo(await invia("OP-0003", due)), "operatore.non-accreditato");
  must(await cambia("OP-0003", "accreditato"));
  must(await invia("OP-0003", due));
  must(await cambia("OP-0003", "revocato"));
  assert.equal(tipo(await cambia("OP-0003", "accreditato")), "operatore.passo-non-aperto");
  const { storia } = must(await desk().operatore({ operatoreId: "OP-0003" }));
  assert.deepEqual(
    storia.map(({ a }) => a),
    ["accreditato", "sospeso", "accreditato", "revocato"],
  );
  await assert.rejects(gefo.sqlDiretto("DELETE FROM accreditamento"), /non si cambia/);
});

test("[O6] chi aspettava un operatore fermato si vede, e la Regione gli ridà la scelta", async () => {
  const { adesioneId } = await unCaso(gefo, "OP-0004");
  const ridai = () => desk().ridaiScelta({ chiave: gefo.uuid(), adesioneId });
  assert.equal(tipo(await ridai()), "operatore.in-regola");
  must(await cambia("OP-0004", "sospeso"));
  const prima = must(await desk().operatore({ operatoreId: "OP-0004" }));
  assert.deepEqual(
    prima.daRidare.map((uno) => uno.adesioneId),
    [adesioneId],
  );
  must(await ridai());
  assert.deepEqual(must(await desk().operatore({ operatoreId: "OP-0004" })).daRidare, []);
  const sue = must(await gefo.come(gefo.addetto("OP-0004")).operatore({ operatoreId: "OP-0004" }));
  assert.deepEqual(sue.daRidare, []);
});

test("[O6] chi è fermato non convoca nessuno e non dice irreperibile nessuno", async () => {
  const { adesioneId } = await unCaso(gefo, "OP-0010");
  const io = gefo.come(gefo.addetto("OP-0010"));
  const [turno] = must(await io.turniLiberi({ sede: "OP-0010" })).turni;
  must(await cambia("OP-0010", "sospeso"));
  const posto = { adesioneId, sede: "OP-0010" };
  const fissa = { ...posto, chiave: gefo.uuid(), inizio: turno?.inizio };
  const chiude = { chiave: gefo.uuid(), adesioneId, motivo: "irreperibile" };
  for (const esito of [
    await io.fissaAppuntamento(fissa),
    await io.mettiInAttesa(posto),
    await io.nonPrendereInCarico(chiude),
  ])
    assert.equal(tipo(esito), "operatore.non-accreditato");
  const insieme = { chiave: gefo.uuid(), adesioni: [adesioneId], sede: "OP-0010" };
  assert.equal(must(await io.convocaCasi(insieme)).fatti, 0);
});

test("[O6] si propone solo un operatore che può lavorare, e chi ha una dote cambia dopo che è chiusa", async () => {
  const { adesioneId: nuovo } = await unCaso(gefo, "OP-0009");
  const { adesioneId: inCarico } = await conDote(gefo, "OP-0009", servizi);
  const chiudi = () =>
    desk().chiudiPerFermo({ chiave: gefo.uuid(), adesioneId: inCarico, motivazione: "revocato" });
  assert.equal(tipo(await chiudi()), "operatore.in-regola");
  must(await cambia("OP-0009", "revocato"));
  const { daRidare } = must(await desk().operatore({ operatoreId: "OP-0009" }));
  assert.deepEqual(
    new Map(daRidare.map(({ adesioneId, azione }) => [adesioneId as string, azione])),
    new Map<string, string>([
      [nuovo, "ridaiScelta"],
      [inCarico, "chiudiPerFermo"],
    ]),
  );
  const guarda = gefo.come(gefo.regione("Guarda", "monitoraggio"));
  assert.deepEqual(must(await guarda.operatore({ operatoreId: "OP-0009" })).daRidare, []);
  const ridai = (propostoId: string) =>
    desk().ridaiScelta({ chiave: gefo.uuid(), adesioneId: nuovo, propostoId });
  assert.equal(tipo(await ridai("OP-0009")), "operatore.non-proponibile");
  must(await ridai("OP-0005"));
  must(await chiudi());
  const { cambi, fermati } = must(await desk().istruttoria({}));
  assert.ok(cambi.some(({ adesioneId }) => adesioneId === inCarico));
  assert.ok(!fermati.some(({ operatoreId }) => operatoreId === "OP-0009"));
});

test("[O5] di due che cambiano gli stessi dati il secondo sa quali, e non li copre", async () => {
  const { dati, version } = must(await legale("OP-0005").operatore({ operatoreId: "OP-0005" }));
  const salva = (firmatario: string) =>
    legale("OP-0005").salvaOperatore({
      ...{ chiave: gefo.uuid(), operatoreId: "OP-0005", version },
      dati: { ...dati, firmatario },
    });
  must(await salva("Ada Prima"));
  const secondo = await salva("Zoe Seconda");
  assert.equal(tipo(secondo), "operatore.cambiato");
  assert.ok(!secondo.ok && /firmatario/.test(secondo.problema.detail));
  const dopo = must(await legale("OP-0005").operatore({ operatoreId: "OP-0005" }));
  assert.equal(dopo.dati.firmatario, "Ada Prima");
  const altrui = await legale("OP-0006").operatore({ operatoreId: "OP-0005" });
  assert.equal(tipo(altrui), "operatore.sconosciuto");
});

test("[O3] [O4] l'elenco da CSV entra una volta sola, rifiuta le cifre sbagliate, e l'Atto si firma dopo", async () => {
  const clock = { now: () => `${gefo.oggi()}T10:00:00.000Z` };
  const porte = { clock, random: { uuid: gefo.uuid }, uow: gefo.uow } as never;
  const importa = importaOperatoriWith(porte, {
    ...{ regione: "10" as never, regole: REGOLE_GEFO_2014, operatori: [] },
    ...{ stanziamentoCents: 0, antivirus: antivirusDiProva },
  });
  const partitaIva = conCifraDiControllo("1234567890");
  const riga = {
    ...{ codice: "OP-0900", denominazione: "Ente di prova", comune: "Lodi", telefono: "" },
    ...{ indirizzo: "via Prova 1", codiceFiscale: partitaIva, partitaIva, firmatario: "" },
    ...{ misure: "1-C 2-A", atto: "D.d.s. 1/2014" },
  };
  assert.deepEqual(await importa(riga), { esito: "nuovo" });
  assert.deepEqual(await importa(riga), { esito: "uguale" });
  assert.deepEqual(await importa({ ...riga, indirizzo: "via Altra 2" }), { esito: "aggiornato" });
  const storta = await importa({
    ...riga,
    codice: "OP-0901",
    partitaIva: `${partitaIva.slice(0, 10)}x`,
  });
  assert.equal(storta.esito, "rifiutato");
  const [adesioneId = ""] = await semina(gefo, 1, "OP-0900");
  assert.equal(tipo(await invia("OP-0900", adesioneId)), "operatore.senza-atto");
  const firma = () => legale("OP-0900").firmaAttoAdesione({ chiave: gefo.uuid() });
  assert.equal(tipo(await firma()), "operatore.dati-mancanti");
  const { dati, version } = must(await legale("OP-0900").operatore({ operatoreId: "OP-0900" }));
  must(
    await legale("OP-0900").salvaOperatore({
      ...{ chiave: gefo.uuid(), operatoreId: "OP-0900", version },
      dati: { ...dati, firmatario: "Ada Prima" },
    }),
  );
  must(await firma());
  assert.equal(tipo(await firma()), "operatore.gia-firmato");
  must(await invia("OP-0900", adesioneId));
  await assert.rejects(gefo.sqlDiretto("UPDATE ente SET atto_at = now()"), /una volta sola/);
});

test("un revisore legge solo nel suo periodo, e ogni lettura resta scritta", async () => {
  const revisore = (al: string) =>
    gefo.come({
      ...{ ruolo: "revisore", id: "revisore", nome: "Revisore", regione: "10" as never },
      ...{ dal: "2014-01-01" as never, al: al as never },
    });
  must(await revisore("2014-12-31").bilancio({}));
  assert.equal(tipo(await revisore("2014-06-30").bilancio({})), "revisione.fuori-periodo");
  assert.equal(tipo(await revisore("2014-12-31").stanzia({})), "accesso-non-consentito");
  const [lette] = await gefo.sqlDiretto("SELECT count(*)::int AS n FROM lettura_revisore");
  assert.deepEqual(lette, { n: 1 });
});

test("[O7] i giorni di una sede li scrive la Regione; fuori da quei giorni non si comincia un servizio", async () => {
  const operatoreId = "OP-0007";
  const leggi = async () => must(await desk().operatore({ operatoreId }));
  const { adesioneId, servizi: doti } = await conDote(gefo, operatoreId, servizi);
  const { dati, version } = await leggi();
  const [sede] = dati.sedi;
  assert.ok(sede && adesioneId);
  const chiusa = { ...sede, al: gefo.oggi() };
  const nuova = { comune: "Lodi", indirizzo: "via Nuova 9" };
  const salva = (chi: ReturnType<typeof desk>, base: number, sedi: readonly object[]) =>
    chi.salvaOperatore({
      ...{ chiave: gefo.uuid(), operatoreId, version: base },
      dati: { ...dati, sedi },
    });
  must(await salva(desk(), version, [chiusa]));
  must(await salva(legale(operatoreId), version + 1, [{ ...sede, al: "2099-12-31" }, nuova]));
  const dopo = (await leggi()).dati.sedi;
  assert.deepEqual(dopo, [chiusa, { ...nuova, dal: gefo.oggi(), al: "" }]);
  const storta = { ...sede, dal: "2014-12-01", al: "2014-11-01" };
  const rifiuto = await salva(desk(), version + 2, [storta]);
  assert.equal(rifiuto.ok ? "" : rifiuto.problema.errori?.[0]?.campo, "dati.sedi.0.al");
  gefo.avanza(1);
  const avvia = (indirizzo: string, comune: string) =>
    gefo.come(gefo.addetto(operatoreId)).avviaServizio({
      ...{ chiave: gefo.uuid(), servizioId: doti[0], dataInizio: gefo.oggi() },
      sedeId: `${operatoreId}/${indirizzo}, ${comune}`,
    });
  assert.equal(tipo(await avvia(sede.indirizzo, sede.comune)), "incarico.sede-non-accreditata");
  must(await avvia(nuova.indirizzo, nuova.comune));
});
