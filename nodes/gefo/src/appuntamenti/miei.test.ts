import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Risposta } from "@staffetta/contracts";
import { type GefoDiProva, gefoDiProva, unCaso } from "../fixtures.ts";

let gefo: GefoDiProva;
const must = <T>(risposta: Risposta<T>): T => {
  assert.ok(risposta.ok, JSON.stringify(risposta));
  return risposta.valore;
};
const codice = (risposta: Risposta<unknown>): string =>
  risposta.ok ? "fatto" : (risposta.problema.type.split(":").at(-1) ?? "");
const sportello = (operatoreId: string) => gefo.come(gefo.addetto(operatoreId));

/** The giovane of a new case, as the sign-in knows him. */
async function unGiovane(operatoreId: string) {
  const { adesioneId } = await unCaso(gefo, operatoreId);
  const { anagrafica } = must(await sportello(operatoreId).caso({ adesioneId }));
  const nodo = gefo.come({ ruolo: "giovane", nome: "G", identita: anagrafica as never });
  const miei = async () => must(await nodo.mieiAppuntamenti({}));
  return { adesioneId, nodo, miei, anagrafica };
}
type Giovane = Awaited<ReturnType<typeof unGiovane>>;

async function fissato({ nodo, miei }: Giovane, quale = 0) {
  const [sede] = (await miei()).sedi;
  const inizio = sede?.turni[quale]?.inizio;
  const comando = { chiave: gefo.uuid(), sede: sede?.sede, inizio };
  return { ...must(await nodo.fissaDaMe(comando)), comando };
}

before(async () => {
  gefo = await gefoDiProva();
});
after(() => gefo.close());

test("[P8] il giovane vede i turni del suo operatore, ne prende uno, e lo sportello lo trova in agenda", async () => {
  const giovane = await unGiovane("OP-0001");
  const prima = await giovane.miei();
  assert.equal(prima.puoFissare, true);
  assert.ok((prima.sedi[0]?.turni.length ?? 0) > 1);
  const { appuntamentoId, comando } = await fissato(giovane);
  assert.equal(must(await giovane.nodo.fissaDaMe(comando)).appuntamentoId, appuntamentoId);
  const dopo = await giovane.miei();
  assert.equal(dopo.puoFissare, false);
  assert.deepEqual(
    dopo.appuntamenti.map(({ stato }) => stato),
    ["DE"],
  );
  const agenda = must(await sportello("OP-0001").agenda({ adesioneId: giovane.adesioneId }));
  assert.equal(agenda.appuntamenti[0]?.appuntamentoId, appuntamentoId);
  const caso = must(await sportello("OP-0001").caso({ adesioneId: giovane.adesioneId }));
  assert.equal(caso.contatti[0]?.addetto, "il giovane");
  const { contenuto } = must(await giovane.nodo.mioAppuntamentoIcs({ appuntamentoId }));
  assert.match(Buffer.from(contenuto).toString(), /BEGIN:VEVENT/);
});

test("[P8] sposta e annulla da sé; il posto lasciato torna libero e resta scritto chi ha annullato", async () => {
  const giovane = await unGiovane("OP-0002");
  const { appuntamentoId } = await fissato(giovane);
  const [sede] = (await giovane.miei()).sedi;
  const altro = { sede: sede?.sede, inizio: sede?.turni[3]?.inizio };
  const mosso = { chiave: gefo.uuid(), appuntamentoId, ...altro };
  const nuovo = must(await giovane.nodo.spostaDaMe(mosso));
  const annulla = { chiave: gefo.uuid(), appuntamentoId: nuovo.appuntamentoId };
  assert.equal(
    codice(await giovane.nodo.annullaDaMe({ ...annulla, motivo: "" })),
    "dati-non-validi",
  );
  must(await giovane.nodo.annullaDaMe({ ...annulla, motivo: "ho un esame" }));
  const { appuntamenti, puoFissare } = await giovane.miei();
  assert.deepEqual(appuntamenti.map(({ stato }) => stato).sort(), ["DC", "SP"]);
  assert.equal(puoFissare, true);
});

test("[P8] di un altro non si vede e non si tocca niente, e due giovani non prendono lo stesso posto", async () => {
  const uno = await unGiovane("OP-0003");
  const due = await unGiovane("OP-0003");
  const { appuntamentoId, comando } = await fissato(uno);
  const chiave = gefo.uuid();
  const { sede, inizio } = comando;
  assert.deepEqual((await due.miei()).appuntamenti, []);
  const esiti = [
    await due.nodo.mioAppuntamentoIcs({ appuntamentoId }),
    await due.nodo.spostaDaMe({ chiave, appuntamentoId, sede, inizio }),
    await due.nodo.annullaDaMe({ chiave: gefo.uuid(), appuntamentoId, motivo: "prova" }),
  ];
  assert.deepEqual(esiti.map(codice), Array(3).fill("appuntamento.sconosciuto"));
  const liberi = (await due.miei()).sedi[0]?.turni.find((turno) => turno.inizio === inizio);
  if (liberi === undefined) {
    const stesso = await due.nodo.fissaDaMe({ chiave: gefo.uuid(), sede, inizio });
    assert.equal(codice(stesso), "appuntamento.pieno");
  }
});

test("[P7] chi non ha un caso aperto non prende posti, e a incontro cominciato non si cambia più", async () => {
  const giovane = await unGiovane("OP-0004");
  const nessuno = { ...giovane.anagrafica, codiceFiscale: "RSSMRA80A01H501U" };
  const estraneo = gefo.come({ ruolo: "giovane", nome: "E", identita: nessuno as never });
  const vuoto = must(await estraneo.mieiAppuntamenti({}));
  assert.deepEqual([vuoto.operatore, vuoto.puoFissare, vuoto.sedi], [null, false, []]);
  const { appuntamentoId, comando } = await fissato(giovane);
  const stesso = { ...comando, chiave: gefo.uuid() };
  assert.equal(codice(await estraneo.fissaDaMe(stesso)), "appuntamento.non-serve");
  gefo.avanza(10);
  const annulla = { chiave: gefo.uuid(), appuntamentoId, motivo: "non vengo" };
  assert.equal(codice(await giovane.nodo.annullaDaMe(annulla)), "appuntamento.gia-cominciato");
});
