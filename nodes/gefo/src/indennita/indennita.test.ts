import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { buona, conDote, type GefoDiProva, gefoDiProva } from "../fixtures.ts";

const OP = "OP-0001";
let gefo: GefoDiProva;
before(async () => {
  gefo = await gefoDiProva();
});
after(() => gefo.close());

const io = (operatoreId = OP) => gefo.come(gefo.addetto(operatoreId));
const desk = () => gefo.come(gefo.regione());
const tesoreria = () => gefo.come({ ruolo: "sistema", nome: "chi paga" });
const codiceDi = (risposta: Readonly<{ ok: boolean; problema?: Readonly<{ type: string }> }>) =>
  risposta.ok ? "ok" : (risposta.problema?.type ?? "").replace("urn:staffetta:", "");

async function tirocinio() {
  const { adesioneId, servizi } = await conDote(gefo, OP, [{ misura: "5", oreUnita: 1 }]);
  const servizioId = servizi[0] ?? "";
  const dataInizio = gefo.oggi();
  await buona(io().avviaServizio({ chiave: gefo.uuid(), servizioId, dataInizio }));
  return { adesioneId, servizioId };
}

test("dalla presenza al pagamento: mese per mese, una volta sola, e il giovane lo viene a sapere", async () => {
  const { servizioId } = await tirocinio();
  const presenza = { servizioId, mese: "2014-11", orePreviste: 120, orePresenti: 100 };
  const presto = await io().dichiaraPresenza({ chiave: gefo.uuid(), ...presenza });
  assert.equal(codiceDi(presto), "indennita.mese-non-finito");
  gefo.avanza(35);
  const anno = await io().dichiaraPresenza({ chiave: gefo.uuid(), ...presenza, mese: "2013-11" });
  assert.equal(codiceDi(anno), "indennita.mese-fuori");
  const altrui = await io("OP-0002").dichiaraPresenza({ chiave: gefo.uuid(), ...presenza });
  assert.equal(codiceDi(altrui), "servizio.sconosciuto");
  const troppe = await io().dichiaraPresenza({
    chiave: gefo.uuid(),
    ...presenza,
    orePresenti: 121,
  });
  assert.equal(codiceDi(troppe), "indennita.ore-non-valide");
  const vuote = { ...presenza, orePresenti: "" as never };
  const senzaOre = await io().dichiaraPresenza({ chiave: gefo.uuid(), ...vuote });
  assert.ok(!senzaOre.ok && senzaOre.problema.errori?.[0]?.campo === "orePresenti");
  const chiave = gefo.uuid();
  for (let i = 0; i < 2; i++) await buona(io().dichiaraPresenza({ chiave, ...presenza }));
  const { mesi, aperti } = await buona(io().indennitaServizio({ servizioId }));
  assert.deepEqual(
    mesi.map(({ stato, importoCents }) => [stato, importoCents]),
    [["dichiarata", 400_00]],
  );
  assert.deepEqual(aperti, ["2014-11"]);
  const { daInviare } = await buona(desk().indennita({}));
  assert.equal(daInviare, 1);
  const invio = gefo.uuid();
  const { lotto } = await buona(desk().inviaIndennita({ chiave: invio }));
  assert.equal((await buona(desk().inviaIndennita({ chiave: invio }))).lotto, lotto);
  const vuoto = await desk().inviaIndennita({ chiave: gefo.uuid() });
  assert.equal(codiceDi(vuoto), "indennita.niente-da-inviare");
  const tardi = await io().dichiaraPresenza({ chiave: gefo.uuid(), ...presenza, orePresenti: 0 });
  assert.equal(codiceDi(tardi), "indennita.passo-non-aperto");
  const { contenuto } = await buona(desk().indennitaCsv({ lotto }));
  assert.match(new TextDecoder().decode(contenuto), /2014-11;400,00/);
  const riferimento = `${servizioId}/2014-11`;
  const respinta = { riferimento, esito: "respinta", data: gefo.oggi(), motivo: "conto chiuso" };
  await buona(tesoreria().registraIndennita(respinta));
  await buona(desk().inviaIndennita({ chiave: gefo.uuid() }));
  const pagata = { riferimento, esito: "pagata", data: gefo.oggi() };
  const sbagliata = await tesoreria().registraIndennita({ ...pagata, data: "2013-12-08" });
  assert.equal(codiceDi(sbagliata), "indennita.data-non-valida");
  assert.equal((await buona(tesoreria().registraIndennita(pagata))).esito, "accettata");
  assert.equal((await buona(tesoreria().registraIndennita(pagata))).esito, "duplicata");
  const ignoto = await tesoreria().registraIndennita({ ...pagata, riferimento: "x" });
  assert.equal(codiceDi(ignoto), "indennita.sconosciuta");
});

test("sotto la presenza minima il mese non è dovuto, e l'operatore può correggersi", async () => {
  const { servizioId } = await tirocinio();
  gefo.avanza(35);
  const mese = (await buona(io().indennitaServizio({ servizioId }))).aperti[0];
  const dichiara = (orePresenti: number) =>
    io().dichiaraPresenza({ chiave: gefo.uuid(), servizioId, mese, orePreviste: 100, orePresenti });
  await buona(dichiara(69));
  const prima = await buona(io().indennitaServizio({ servizioId }));
  assert.deepEqual([prima.mesi[0]?.stato, prima.mesi[0]?.importoCents], ["non-dovuta", 0]);
  await buona(dichiara(70));
  const dopo = await buona(io().indennitaServizio({ servizioId }));
  assert.equal(dopo.mesi[0]?.stato, "dichiarata");
});
