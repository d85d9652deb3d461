import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { clienteDi, type servizicoap } from "@staffetta/contracts";
import { bindCoopPg, COOP_MIGRATIONS } from "@staffetta/cooperation";
import { type CodiceRegione, REGOLE_ADESIONE_2014 } from "@staffetta/domain";
import { createCipher, pgUnitOfWork, systemClock, systemRandom } from "@staffetta/platform";
import { type TestDatabase, testDatabase } from "@staffetta/platform/test-postgres";
import { bindPg, createBorsaLavoro, migrations } from "../index.ts";

/** What the Ministry says and can't be done here is answered OK, kept, tried again, closed. */
let database: TestDatabase;
let parte: ReturnType<typeof createBorsaLavoro>;
before(async () => {
  database = await testDatabase({ sets: [COOP_MIGRATIONS, migrations] });
  const cipher = createCipher(new Uint8Array(32).fill(3));
  const [clock, random] = [systemClock, systemRandom];
  const uow = pgUnitOfWork(database.db, (sql) => {
    const coop = bindCoopPg(sql, { clock, random, corsieDi: () => 1, cifra: cipher });
    return { stores: bindPg(sql, coop), beforeCommit: coop.beforeCommit };
  });
  const coop = (): never => {
    throw new Error("senza flussi");
  };
  const opzioni = { regione: "13" as CodiceRegione, regole: REGOLE_ADESIONE_2014 };
  parte = createBorsaLavoro({ clock, random, cipher, uow, coop }, opzioni);
});
after(() => database.close());

const CHI = { utente: null, regione: null, scambioId: "s" };
const CF = "TSTZRN03D57L219H" as never;
const invia = async (dataadesione: string): Promise<string> => {
  const utente = { CodiceFiscale: CF, dataadesione, IdentificativoSap: null, Regione: "13" };
  return (
    (await parte.servizicoap?.gestori.invioUtenteYG?.({ UtenteYG: { utente } }, CHI))?.Esito ?? ""
  );
};
const notifica = async (regione: string, stato: string): Promise<string> => {
  const dati = { CodiceFiscale: CF, DataAdesione: "2025-03-10", RegioneAdesione: regione };
  const DatiStatoAdesione = { ...dati, StatoAdesione: stato, DataStatoAdesione: "2025-04-09" };
  const richiesta = { DatiStatoAdesione: DatiStatoAdesione as servizicoap.DatiStatoNotifica };
  return (
    (await parte.servizicoap?.gestori.notificaCambioStatoAdesioneYG?.(richiesta, CHI))?.Esito ?? ""
  );
};
const desk = () =>
  clienteDi(parte.operazioni, parte.implementazione, {
    ...{
      ruolo: "regione",
      id: "sportello",
      nome: "Sportello",
      funzione: "istruttoria",
      regione: "13" as CodiceRegione,
    },
  });
const aperte = async () => {
  const letto = await desk().notificheFallite({});
  assert.ok(letto.ok);
  return letto.valore.righe;
};

test("a notification about somebody unknown is NP; tried again once the adesione is there, it is applied", async () => {
  assert.equal(await notifica("08", "P"), "OK");
  const [np] = await aperte();
  assert.deepEqual([np?.codice, np?.riprovabile, np?.tentativi], ["NP", true, 0]);
  const presto = await desk().riprovaNotifica({ id: np?.id });
  assert.deepEqual(presto.ok && presto.valore.applicata, false);
  assert.equal(await invia("2025-03-10"), "OK");
  const dopo = await desk().riprovaNotifica({ id: np?.id });
  assert.deepEqual(dopo.ok && dopo.valore.applicata, true);
  assert.deepEqual(await aperte(), []);
  // Ours has closed with N: the same adesione sent again is opened again, once.
  assert.equal(await notifica("13", "N"), "OK");
  assert.deepEqual(await aperte(), []);
});

test("a P for our own adesione is ST: a presa in carico needs its dote; the desk may close it", async () => {
  assert.equal(await notifica("13", "P"), "OK");
  const [st] = await aperte();
  assert.equal(st?.codice, "ST");
  assert.ok((await desk().chiudiNotifica({ id: st?.id })).ok);
  assert.ok(!(await desk().chiudiNotifica({ id: st?.id })).ok);
  assert.deepEqual(await aperte(), []);
});

test("the old date on a closed adesione opens it again; the same message twice leaves one adesione", async () => {
  assert.equal(await invia("2025-03-10"), "OK");
  assert.equal(await invia("2025-03-10"), "OK");
  assert.equal(await invia("2025-05-05"), "KO");
});
