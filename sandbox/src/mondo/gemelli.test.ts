import assert from "node:assert/strict";
import { test } from "node:test";
import { clienteDi, type Soggetto, VISTE_LAVORO } from "@staffetta/contracts";
import { type CivilDate, type CodiceRegione, STATI_RICHIESTA } from "@staffetta/domain";
import { type TestDatabase, testDatabase } from "@staffetta/platform/test-postgres";
import type { Federazione } from "./federazione.ts";
import { TIPI_GUASTO } from "./guasti.ts";
import { inMemoria, type Magazzino, suPostgres } from "./magazzino.ts";
import { simula } from "./simula.ts";

/** The same seed on the twin and on the real server is the same world: what every desk shows is equal. */
const LOMBARDIA = "10" as CodiceRegione;
const regione: Soggetto = {
  ...{ ruolo: "regione", id: "sportello", nome: "Sportello", regione: LOMBARDIA },
  funzione: "istruttoria",
};
const ministero: Soggetto = { ruolo: "ministero", nome: "Monitoraggio" };
const addetto = (operatoreId: string): Soggetto => ({
  ...{ ruolo: "addetto", id: operatoreId, nome: "Addetto", operatoreId: operatoreId as never },
  funzioni: ["sportello", "legale"],
});

const must = <T>(risposta: Readonly<{ ok: true; valore: T }> | Readonly<{ ok: false }>): T => {
  assert.ok(risposta.ok, JSON.stringify(risposta));
  return risposta.valore;
};

async function guardaGefo({ gefi }: Federazione): Promise<unknown[]> {
  const gefo = gefi.get(LOMBARDIA);
  assert.ok(gefo);
  const { operazioni, implementazione } = gefo.parte;
  const desk = clienteDi(operazioni, implementazione, regione);
  const seen: unknown[] = [must(await desk.bilancio({})), must(await desk.rendicontazioni({}))];
  const { righe } = must(await desk.richiestePagamento({}));
  seen.push(righe, must(await desk.nonPagate({})), must(await desk.estrazioni({})));
  for (const stato of Object.keys(STATI_RICHIESTA))
    seen.push(must(await desk.richiestePagamento({ stato })));
  for (const { richiestaId } of righe)
    seen.push(must(await desk.richiestaPagamento({ richiestaId })));
  const { operatori } = must(await desk.operatori({}));
  seen.push(operatori, must(await desk.codeOperatori({})));
  for (const { id } of operatori) {
    const io = clienteDi(operazioni, implementazione, addetto(id));
    seen.push(must(await io.pagabili({})), must(await io.nonPagate({})));
    for (const vista of ["", ...Object.keys(VISTE_LAVORO)])
      seen.push(must(await io.lavoro({ vista })));
    for (const filtro of [{ nome: "ROC" }, { nome: "%" }, { minori: "si" }, { fascia: "2" }])
      seen.push(must(await io.lavoro(filtro)));
    for (const filtro of [
      { vista: "da-chiudere" },
      { assegnatario: "senza", entroIl: "2014-12-31" },
    ])
      seen.push(must(await io.lavoro(filtro)));
    for (const { adesioneId } of must(await io.lavoro({})).righe)
      seen.push(must(await io.caso({ adesioneId })));
  }
  return seen;
}

async function guardaBorsa({ borse }: Federazione): Promise<unknown[]> {
  const borsa = borse.get(LOMBARDIA);
  assert.ok(borsa);
  const desk = clienteDi(borsa.parte.operazioni, borsa.parte.implementazione, regione);
  const seen: unknown[] = [must(await desk.cifre({})), must(await desk.compiti({}))];
  for (const filtro of [{}, { stato: "P" }, { cognome: "val" }, { cognome: "_" }])
    for (let dopo: string | null = ""; dopo !== null; ) {
      const pagina: { righe: readonly { adesioneId: string }[]; dopo: string | null } = must(
        await desk.registro({ ...filtro, dopo }),
      );
      seen.push(pagina);
      ({ dopo } = pagina);
    }
  const { righe } = must(await desk.registro({}));
  for (const { adesioneId } of righe.slice(0, 10))
    seen.push(must(await desk.scheda({ adesioneId })));
  return seen;
}

async function guardaNazionali({ cliclavoro, ministero: centro }: Federazione): Promise<unknown[]> {
  const registro = clienteDi(
    cliclavoro.parte.operazioni,
    cliclavoro.parte.implementazione,
    ministero,
  );
  const banca = clienteDi(centro.parte.operazioni, centro.parte.implementazione, ministero);
  const seen: unknown[] = [
    must(await banca.cifre({})),
    must(await banca.storico({ regione: "10" })),
    must(await banca.segnalazioniSap({})),
  ];
  const persone = await centro.uow.transaction((stores) => stores.persone.all());
  for (const { id: personaId } of persone.slice(0, 10)) {
    const lettura = { personaId, scopo: "controllo" };
    const letta = must(await banca.sapPersona(lettura));
    seen.push(letta);
    const a = letta.sap?.versione ?? 1;
    seen.push(must(await banca.differenzeSap({ ...lettura, da: 1, a })));
  }
  for (let dopo: string | null = ""; dopo !== null; ) {
    const pagina: { dopo: string | null } = must(await registro.registroNazionale({ dopo }));
    seen.push(pagina);
    ({ dopo } = pagina);
  }
  return seen;
}

async function unMondo(magazzino: Magazzino, faults: typeof TIPI_GUASTO | readonly []) {
  const seen: unknown[] = [];
  const { violations, messages } = await simula({
    ...{
      seed: 11,
      youths: 45,
      days: 70,
      faults,
      regioni: [LOMBARDIA],
      magazzino,
      cifreEveryDays: 10,
    },
    da: "2014-11-03" as CivilDate,
    allaFine: async (federazione) => {
      seen.push(...(await guardaGefo(federazione)), ...(await guardaBorsa(federazione)));
      seen.push(...(await guardaNazionali(federazione)));
    },
  });
  return { violations, messages, seen };
}

async function conPostgres<T>(work: (magazzino: Magazzino) => Promise<T>): Promise<T> {
  const opened: TestDatabase[] = [];
  const magazzino = suPostgres({
    urlDi: async () => {
      const database = await testDatabase({ sets: [] });
      opened.push(database);
      return database.url;
    },
    chiaveDi: () => new Uint8Array(32).fill(7),
  });
  try {
    return await work(magazzino);
  } finally {
    await magazzino.close();
    for (const database of opened) await database.close();
  }
}

test("lo stesso mondo in memoria e su PostgreSQL mostra le stesse cose su ogni scrivania", async () => {
  const memoria = await unMondo(inMemoria(), []);
  const postgres = await conPostgres((magazzino) => unMondo(magazzino, []));
  assert.equal(postgres.messages, memoria.messages);
  assert.ok(memoria.seen.length > 60);
  assert.deepEqual(postgres.seen, memoria.seen);
});

test("con tutti i guasti, anche su PostgreSQL le promesse tengono", async () => {
  const { violations, messages } = await conPostgres((magazzino) =>
    unMondo(magazzino, TIPI_GUASTO),
  );
  assert.deepEqual(violations, []);
  assert.ok(messages > 300);
});
