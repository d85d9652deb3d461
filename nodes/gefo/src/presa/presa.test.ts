import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkRuolo, operazioniGefo, type Soggetto } from "@staffetta/contracts";
import { type CivilDate, REGOLE_GEFO_2014 } from "@staffetta/domain";
import {
  colloquio,
  type GefoDiProva,
  gefoDiProva,
  inviaPiano,
  unCaso,
  unPatto,
  verifiche,
} from "../fixtures.ts";
import { profilazioneSimulata } from "./servizio-profilazione.ts";

/** The presa in carico and the dote on the real server. */
let gefo: GefoDiProva;
let servizioFermo = false;
const REGOLE = {
  ...REGOLE_GEFO_2014,
  presa: { ...REGOLE_GEFO_2014.presa, ammissione: "sportello" },
} as const;
before(async () => {
  gefo = await gefoDiProva({
    regole: REGOLE,
    profilazione: {
      simulato: true,
      chiedi: async (input, quando) => {
        if (servizioFermo) throw new Error("fermo");
        return profilazioneSimulata.chiedi(input, quando);
      },
    },
  });
});
after(() => gefo.close());

const OP = "OP-0001";
const io = () => gefo.come(gefo.addetto(OP));
const desk = (nome = "Anna") => gefo.come(gefo.regione(nome));
type Esito<T> =
  | Readonly<{ ok: true; valore: T }>
  | Readonly<{ ok: false; problema: { type: string } }>;
const must = <T>(esito: Esito<T>): T => {
  assert.ok(esito.ok, JSON.stringify(esito));
  return esito.valore;
};
const codice = (esito: Esito<unknown>): string =>
  esito.ok ? "ok" : esito.problema.type.replace("urn:staffetta:", "");
const base = (adesioneId: string) => ({ chiave: gefo.uuid(), adesioneId });
const PIANO = [{ misura: "2-A", oreUnita: 40 }];

async function nuovo(): Promise<string> {
  const { adesioneId } = await unCaso(gefo, OP);
  return adesioneId;
}
const conferma = (adesioneId: string) =>
  gefo.ricevi("notizia-adesione.v1", {
    ...{ adesioneId, stato: "P", notizia: "presa-confermata" },
    at: `${gefo.oggi()}T10:00:00.000Z`,
  });

/** Who may ask what: each command of presa and dote, for each function. */
const CHI: Readonly<Record<string, readonly string[]>> = {
  verificaIdentita: ["sportello"],
  verificaRequisiti: ["sportello"],
  registraTutela: ["sportello"],
  confermaMaggiorenne: ["sportello"],
  cambiaResidenza: ["sportello"],
  profila: ["sportello"],
  proponiClasse: ["istruttoria"],
  confermaClasse: ["istruttoria", "controllo"],
  firmaPatto: ["sportello"],
  nonPrendereInCarico: ["sportello"],
  registraControdeduzioni: ["sportello"],
  archiviaPreavviso: ["sportello", "istruttoria"],
  salvaPiano: ["sportello"],
  inviaDote: ["legale"],
  lasciaCoda: ["legale"],
  rinunciaDote: ["sportello", "legale"],
  sospendiDote: ["legale"],
  riprendiDote: ["legale"],
  avviaDecadenza: ["legale", "istruttoria"],
  decidiDecadenza: ["istruttoria"],
  ammettiDote: ["istruttoria"],
  nonAmmettereDote: ["istruttoria"],
  revocaDote: ["istruttoria"],
  assegnaOperatore: ["istruttoria"],
};

test("ogni comando di presa e dote lo fa solo chi ne ha la funzione; chi controlla non decide e chi legge non cambia", () => {
  const tutti: Readonly<Record<string, Soggetto>> = {
    sportello: gefo.addetto(OP, ["sportello"]),
    legale: gefo.addetto(OP, ["legale"]),
    erogatore: gefo.addetto(OP, ["erogatore"]),
    istruttoria: gefo.regione("A", "istruttoria"),
    controllo: gefo.regione("B", "controllo"),
    monitoraggio: gefo.regione("C", "monitoraggio"),
    anonimo: { ruolo: "anonimo" },
    revisore: {
      ...{ ruolo: "revisore", id: "revisore", nome: "R", regione: "10" as never },
      ...{ dal: "2014-01-01" as CivilDate, al: "2020-01-01" as CivilDate },
    },
  };
  for (const [nome, ammessi] of Object.entries(CHI))
    for (const [chi, soggetto] of Object.entries(tutti)) {
      const op = operazioniGefo[nome as keyof typeof operazioniGefo];
      assert.equal(checkRuolo(op, soggetto) === null, ammessi.includes(chi), `${nome} ${chi}`);
    }
});

test("il patto firmato è un documento per sempre: si scarica, lo legge il giovane e nessun altro", async () => {
  const adesioneId = await nuovo();
  await unPatto(gefo, OP, adesioneId);
  const fascicolo = must(await io().fascicolo({ adesioneId }));
  const [patto] = fascicolo.documenti;
  assert.ok(patto);
  assert.deepEqual(patto.firme.map(({ qualita }) => qualita)[0], "il giovane");
  const file = must(await io().documento({ documentoId: patto.documentoId }));
  assert.equal(file.nome, "patto-di-servizio.pdf");
  const caso = must(await io().caso({ adesioneId }));
  const giovane = (identita: object) =>
    gefo.come({ ruolo: "giovane", nome: "G", identita: identita as never });
  const suo = await giovane(caso.anagrafica).documento({ documentoId: patto.documentoId });
  assert.ok(suo.ok);
  const altro = { ...caso.anagrafica, codiceFiscale: "RSSMRA80A01H501U" };
  const altrui = await giovane(altro).documento({ documentoId: patto.documentoId });
  assert.equal(codice(altrui), "documento.sconosciuto");
  const vicino = gefo.come(gefo.addetto("OP-0002"));
  assert.equal(codice(await vicino.fascicolo({ adesioneId })), "caso.sconosciuto");
  await assert.rejects(gefo.sqlDiretto("UPDATE documento SET chi = 'altri'"), /non si cambia/);
  await assert.rejects(gefo.sqlDiretto("DELETE FROM profilazione"), /non si cambia/);
});

test("a servizio fermo la classe la danno due persone diverse della Regione, e solo allora", async () => {
  const adesioneId = await nuovo();
  await colloquio(gefo, OP, adesioneId);
  const dati = { titolo: "diploma", condizione: "studente", presenza: "nato", provincia: "MI" };
  const proposta = () =>
    desk("Anna").proponiClasse({
      ...{ ...base(adesioneId), classe: 3, motivazione: "servizio fermo da due giorni" },
    });
  assert.equal(codice(await proposta()), "profilazione.servizio-funziona");
  servizioFermo = true;
  assert.equal(
    codice(await io().profila({ ...base(adesioneId), ...dati })),
    "profilazione.servizio-fermo",
  );
  servizioFermo = false;
  must(await proposta());
  const stessa = await desk("Anna").confermaClasse(base(adesioneId));
  assert.equal(codice(stessa), "profilazione.stessa-persona");
  const conNome = gefo.come({ ...gefo.regione("Anna"), nome: "Anna Maria" } as never);
  const diNuovo = await conNome.confermaClasse(base(adesioneId));
  assert.equal(codice(diNuovo), "profilazione.stessa-persona");
  const omonima = gefo.come({ ...gefo.regione("Bruno"), nome: "Anna" } as never);
  assert.equal(must(await omonima.confermaClasse(base(adesioneId))).classe, 3);
  const { profilazioni } = must(await io().fascicolo({ adesioneId }));
  assert.deepEqual(profilazioni.map(({ esito }) => esito).sort(), ["deroga", "guasto", "proposta"]);
  assert.equal(profilazioni.find(({ valida }) => valida)?.esito, "deroga");
});

test("due persone sulla stessa bozza: la seconda sa chi l'ha cambiata e che cosa, riga per riga", async () => {
  const adesioneId = await nuovo();
  await unPatto(gefo, OP, adesioneId);
  const salva = (oreUnita: number, version: number) =>
    io().salvaPiano({ ...base(adesioneId), version, righe: [{ misura: "2-A", oreUnita }] });
  assert.equal(must(await salva(40, 0)).version, 1);
  const seconda = await salva(50, 0);
  assert.ok(!seconda.ok);
  assert.equal(codice(seconda), "piano.cambiato");
  assert.match(
    seconda.problema.detail,
    /Servizio 1, quantità: adesso c.è «40», tu hai scritto «50»/,
  );
  assert.equal(must(await salva(50, 1)).version, 2);
});

test("i protocolli di un anno non hanno salti né doppioni, anche se molti inviano insieme e alcuni sono rifiutati", async () => {
  const casi: string[] = [];
  for (let i = 0; i < 6; i++) {
    const adesioneId = await nuovo();
    await unPatto(gefo, OP, adesioneId);
    casi.push(adesioneId);
  }
  const esiti = await Promise.all(
    casi.map((adesioneId, i) =>
      inviaPiano(gefo, OP, adesioneId, i % 3 === 0 ? [{ misura: "2-A", oreUnita: 2000 }] : PIANO),
    ),
  );
  assert.equal(esiti.filter(({ ok }) => ok).length, 4);
  const rows = await gefo.sqlDiretto("SELECT numero FROM protocollo_dote ORDER BY numero");
  const numeri = (rows as { numero: number }[]).map(({ numero }) => Number(numero));
  assert.deepEqual(
    numeri,
    numeri.map((_, i) => i + 1),
  );
});

test("una dote in verifica la ammette lo sportello; sospesa e ripresa si sposta, con la rinuncia si chiude", async () => {
  const adesioneId = await nuovo();
  await unPatto(gefo, OP, adesioneId);
  must(await inviaPiano(gefo, OP, adesioneId, PIANO));
  await conferma(adesioneId);
  const inVerifica = must(await desk().istruttoria({}));
  assert.ok(inVerifica.verifiche.some((una) => una.adesioneId === adesioneId));
  must(await desk().ammettiDote(base(adesioneId)));
  const prima = must(await io().caso({ adesioneId })).dote?.scadeOn ?? "";
  must(await io().sospendiDote({ ...base(adesioneId), dal: gefo.oggi(), motivo: "salute" }));
  gefo.avanza(5);
  must(await io().riprendiDote({ ...base(adesioneId), al: gefo.oggi() }));
  const dopo = must(await io().caso({ adesioneId })).dote?.scadeOn ?? "";
  assert.equal((Date.parse(dopo) - Date.parse(prima)) / 86_400_000, 5);
  const rinuncia = { dataRinuncia: gefo.oggi(), firmaGiovane: true, perCambio: true };
  must(await io().rinunciaDote({ ...base(adesioneId), ...rinuncia }));
  const { cambi } = must(await desk().istruttoria({}));
  assert.ok(cambi.some((uno) => uno.adesioneId === adesioneId));
  must(await desk().assegnaOperatore({ ...base(adesioneId), operatoreId: "OP-0002" }));
  const nuovoOperatore = gefo.come(gefo.addetto("OP-0002"));
  assert.match(must(await nuovoOperatore.caso({ adesioneId })).stato, /patto firmato/);
  must(await inviaPiano(gefo, "OP-0002", adesioneId, PIANO));
  assert.match(must(await nuovoOperatore.caso({ adesioneId })).dote?.stato ?? "", /in verifica/);
});

test("il lavoro della notte avvisa prima della fine della dote, poi libera ciò che era solo previsto", async () => {
  const adesioneId = await nuovo();
  await unPatto(gefo, OP, adesioneId);
  must(await inviaPiano(gefo, OP, adesioneId, PIANO));
  await conferma(adesioneId);
  must(await desk().ammettiDote(base(adesioneId)));
  const notte = async () => {
    const lavoro = gefo.parte.lavori?.find(({ nome }) => nome.startsWith("scadenze"));
    await lavoro?.esegui();
    return must(await io().caso({ adesioneId }));
  };
  assert.equal((await notte()).avviso, null);
  const scade = must(await io().caso({ adesioneId })).dote?.scadeOn ?? "";
  const mancano = Math.round((Date.parse(scade) - Date.parse(gefo.oggi())) / 86_400_000);
  gefo.avanza(mancano - 20);
  assert.match((await notte()).avviso ?? "", /La dote finisce il/);
  gefo.avanza(21);
  const finita = await notte();
  assert.deepEqual(
    finita.dote?.servizi.map(({ stato }) => stato),
    ["non-erogato"],
  );
  assert.equal(finita.dote?.stato, "conclusa");
});

test("un modulo inviato due volte fa la cosa una volta: un documento, un evento, la stessa risposta", async () => {
  const adesioneId = await nuovo();
  await colloquio(gefo, OP, adesioneId);
  await verifiche(gefo, OP, adesioneId);
  const modulo = { ...base(adesioneId), dataPatto: gefo.oggi(), firmaGiovane: true };
  const [una, due] = [await io().firmaPatto(modulo), await io().firmaPatto(modulo)];
  assert.deepEqual(must(una), must(due));
  assert.equal(must(await io().fascicolo({ adesioneId })).documenti.length, 1);
});
