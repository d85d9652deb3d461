import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { CodiceRegione } from "@staffetta/domain";
import * as soap from "soap";
import { avviaFinto, type Finto } from "./finto.ts";
import { leggiStato } from "./stato.ts";

/** What a region may do to a stato, with the starting state written as people write it. */
const CF = "MCKNLT99L21D969P";
const folder = mkdtempSync(join(tmpdir(), "staffetta-stati-"));
let finto: Finto;
let client: soap.Client;
before(async () => {
  const file = join(folder, "stato.json");
  const una = { codiceFiscale: CF, dataAdesione: "2025-03-18", stato: "A" };
  const adesioni = [{ ...una, regione: 9, dataStato: null }];
  writeFileSync(file, JSON.stringify({ adesioni }));
  const dove = { ruolo: "ministero", regione: "13" as CodiceRegione, porta: 0 } as const;
  finto = await avviaFinto({ ...dove, stato: leggiStato(file) });
  client = await soap.createClientAsync(`${finto.indirizzo}?wsdl`);
});
after(async () => {
  await finto?.ferma();
  rmSync(folder, { recursive: true, force: true });
});

const dati = (resto = ""): string =>
  `<DatiStatoAdesione><CodiceFiscale>${CF}</CodiceFiscale><DataAdesione>2025-03-18</DataAdesione><RegioneAdesione>09</RegioneAdesione>${resto}</DatiStatoAdesione>`;
const chiama = async (operazione: string, resto?: string): Promise<Record<string, string>> => {
  const metodo = client[`${operazione}Async`];
  assert.ok(metodo, `il WSDL non ha ${operazione}`);
  const [risposta] = await metodo({ DatiStatoAdesione: dati(resto) });
  return risposta;
};
const aU = (quando: string): string =>
  `<StatoAdesione>U</StatoAdesione><DataStatoAdesione>${quando}</DataStatoAdesione>`;

test("la data di uno stato sta fra l'adesione e oggi, e un rifiuto non lascia traccia", async () => {
  for (const quando of ["2025-03-17", "2099-01-01"]) {
    const risposta = await chiama("setStatoAdesioneYG", aU(quando));
    assert.equal(risposta["Esito"], "KO", quando);
    assert.match(risposta["MessaggioErrore"] ?? "", /fra quella dell'adesione \(2025-03-18\)/);
  }
  assert.equal((await chiama("getStatoAdesioneYG"))["StatoAdesione"], "A");
  assert.equal((await chiama("setStatoAdesioneYG", aU("2025-03-18")))["Esito"], "OK");
  assert.equal((await chiama("getStatoAdesioneYG"))["StatoAdesione"], "U");
});

test("chi non ha l'età legge quanti anni aveva quel giorno, e quali servono", async () => {
  const casi = [
    ["TSTZRN12D57L219F", /il 2025-03-10 la persona ha 12 anni, si comincia a 15/],
    ["TSTZRN90D57L219Y", /il 2025-03-10 la persona ha 34 anni, si finisce il giorno prima dei 30/],
  ] as const;
  const aderisce = client["invioUtenteYGAsync"];
  assert.ok(aderisce);
  for (const [cf, atteso] of casi) {
    const UtenteYG = `<sezione0><utente><CodiceFiscale>${cf}</CodiceFiscale><dataadesione>2025-03-10</dataadesione><Regione>13</Regione></utente></sezione0>`;
    const [risposta] = await aderisce({ UtenteYG });
    assert.equal(risposta.Esito, "KO");
    assert.match(risposta.MessaggioErrore, atteso);
  }
});

test("gli schemi che il WSDL nomina si aprono dal loro indirizzo intero", async () => {
  const wsdl = await (await fetch(`${finto.indirizzo}?wsdl`)).text();
  const [, dove = ""] = /schemaLocation="([^"]+)"/.exec(wsdl) ?? [];
  assert.equal(dove, `${finto.indirizzo}?xsd=servizicoap.xsd`);
  assert.match(await (await fetch(dove)).text(), /name="risposta_getStatoAdesioneYG"/);
});

test("la regione parte anche con un codice provvisorio, e ne accoglie le notizie", async () => {
  const file = join(folder, "regione.json");
  const [noto, nuovo] = ["12345678903", "98765432103"];
  const adesioni = [{ codiceFiscale: noto, dataAdesione: "2025-03-10", regione: 13, stato: "P" }];
  writeFileSync(file, JSON.stringify({ adesioni }));
  const dove = { ruolo: "regione", regione: "13" as CodiceRegione, porta: 0 } as const;
  const regione = await avviaFinto({ ...dove, stato: leggiStato(file) });
  try {
    const suo = await soap.createClientAsync(`${regione.indirizzo}?wsdl`);
    const metodo = suo["invioUtenteYGAsync"];
    assert.ok(metodo);
    for (const cf of [noto, nuovo]) {
      const utente = `<sezione0><utente><CodiceFiscale>${cf}</CodiceFiscale><dataadesione>2025-03-10</dataadesione><Regione>13</Regione></utente></sezione0>`;
      const [{ Esito, MessaggioErrore }] = await metodo({ UtenteYG: utente });
      assert.equal(Esito, "OK", MessaggioErrore);
    }
  } finally {
    await regione.ferma();
  }
});
