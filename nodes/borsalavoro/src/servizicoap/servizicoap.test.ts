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

const invioDi = async (codiceFiscale: string, dataadesione: string, sap: string | null = null) => {
  const chi = { CodiceFiscale: codiceFiscale as never, dataadesione, Regione: "13" };
  const UtenteYG = { utente: { ...chi, IdentificativoSap: sap } };
  return (await parte.servizicoap?.gestori.invioUtenteYG?.({ UtenteYG }, CHI))?.Esito;
};
const trovate = async (codiceFiscale: string): Promise<readonly string[]> => {
  const esito = await desk().trovaPersona({ codiceFiscale, scopo: "prova" });
  assert.ok(esito.ok);
  return esito.valore.adesioni;
};

test("the SAP that the national portal names stays on the adesione, and a later message may bring it", async () => {
  const cf = "MCKNLT99L21D969P";
  assert.equal(await invioDi(cf, "2025-03-18"), "OK");
  const [adesioneId = ""] = await trovate(cf);
  const sap = async () => {
    const letti = await desk().datiSap({ adesioneId });
    assert.ok(letti.ok);
    return letti.valore;
  };
  assert.equal((await sap()).sap, null);
  assert.equal(await invioDi(cf, "2025-03-18", "ZZ12345678A"), "OK");
  const { sap: nota, comuneNascita, mancano } = await sap();
  assert.equal(nota?.identificativo, "ZZ12345678A");
  assert.equal(comuneNascita, "D969");
  assert.deepEqual(mancano, [
    ...["nome e cognome", "un telefono o un'e-mail"],
    "cittadinanza, luogo di nascita e domicilio",
  ]);
});

test("a provisional code is answered OK and waits; once the desk says who it is, it enters the register", async () => {
  const [cf, data] = ["12345678903", "2025-03-10"];
  assert.equal(await invioDi(cf, data, "ZZ12345678A"), "OK");
  assert.equal(await invioDi(cf, data), "OK");
  assert.deepEqual(await trovate(cf), []);
  const inAttesa = async () => {
    const lette = await desk().adesioniInAttesa({});
    assert.ok(lette.ok);
    return lette.valore.righe;
  };
  const [una, ...altre] = await inAttesa();
  assert.deepEqual([una?.codiceFiscale, altre.length], [cf, 0]);
  const chi = { id: una?.id, nome: "Amina", cognome: "Prova", sesso: "F" };
  const troppi = await desk().completaAdesione({ ...chi, dataNascita: "1980-01-01" });
  assert.ok(!troppi.ok && troppi.problema.type.endsWith("adesione.requisiti"));
  const entrata = await desk().completaAdesione({ ...chi, dataNascita: "2004-05-06" });
  assert.ok(entrata.ok);
  assert.deepEqual(await trovate(cf), [entrata.valore.adesioneId]);
  assert.deepEqual(await inAttesa(), []);
  assert.equal(await invioDi(cf, data), "OK");
  assert.equal((await trovate(cf)).length, 1);
  const letti = await desk().datiSap({ adesioneId: entrata.valore.adesioneId });
  assert.equal(letti.ok && letti.valore.sap?.identificativo, "ZZ12345678A");
});
