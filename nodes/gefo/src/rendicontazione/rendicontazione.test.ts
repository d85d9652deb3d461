import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { buona, conDote, type GefoDiProva, gefoDiProva } from "../fixtures.ts";

let gefo: GefoDiProva;
before(async () => {
  gefo = await gefoDiProva();
});
after(() => gefo.close());

const OP = "OP-0001";
const PDF = new TextEncoder().encode("%PDF-1.7 prova");
const chiave = (): string => gefo.uuid();
const addetto = (operatoreId = OP) => gefo.come(gefo.addetto(operatoreId));
const desk = (nome = "Istruttoria") => gefo.come(gefo.regione(nome));
const codiceDi = (risposta: Readonly<{ ok: boolean; problema?: Readonly<{ type: string }> }>) =>
  risposta.ok ? "ok" : (risposta.problema?.type ?? "").replace("urn:staffetta:", "");

async function avviato(misura: string, oreUnita: number) {
  // The professional of one test is free on the day of the next.
  gefo.avanza(1);
  const { adesioneId, servizi } = await conDote(gefo, OP, [{ misura, oreUnita }]);
  const servizioId = servizi[0] ?? "";
  const dataInizio = gefo.oggi();
  await buona(addetto().avviaServizio({ chiave: chiave(), servizioId, dataInizio }));
  return { adesioneId, servizioId, dataInizio };
}

async function scrivi(servizioId: string, righe: readonly (readonly [string, string, string])[]) {
  const testo = ["giorno;dalle;alle", ...righe.map((riga) => riga.join(";"))].join("\n");
  const file = { nome: "registro.csv", contenuto: new TextEncoder().encode(testo) };
  return buona(addetto().importaRegistro({ chiave: chiave(), servizioId, file }));
}

async function firma(servizioId: string, dal: string, al = dal) {
  for (const chi of ["giovane", "professionista"])
    await buona(addetto().firmaRegistro({ chiave: chiave(), servizioId, dal, al, chi }));
}

async function verifica(servizioId: string, taglioCents = 0) {
  const { rendicontazioni } = await buona(addetto().rendicontazioniServizio({ servizioId }));
  const una = rendicontazioni.find(({ stato }) => stato === "presentata");
  assert.ok(una);
  const { rendicontazioneId } = una;
  const { controlli } = await buona(desk().rendicontazione({ rendicontazioneId }));
  const riferimento = una.voci[0]?.riferimento ?? "";
  const taglio = { riferimento, importoCents: taglioCents, motivo: "firma-mancante" };
  return desk().verificaRendicontazione({
    ...{ chiave: chiave(), rendicontazioneId, controlli: Object.keys(controlli) },
    tagli: taglioCents > 0 ? [taglio] : [],
  });
}

const stato = async (adesioneId: string) => {
  const { dote } = await buona(addetto().caso({ adesioneId }));
  return dote?.servizi[0];
};
const saldi = () =>
  gefo
    .sqlDiretto("SELECT conto, sum(saldo_cents)::int AS cents FROM saldo GROUP BY conto")
    .then((rows) =>
      Object.fromEntries(
        (rows as { conto: string; cents: number }[]).map((r) => [r.conto, r.cents]),
      ),
    );

test("il CSV del registro: ogni riga ha il suo esito, e lo stesso file due volte non raddoppia", async () => {
  const { servizioId, dataInizio } = await avviato("1-C", 8);
  const righe = [
    [dataInizio, "9:00", "10:30"],
    [dataInizio.split("-").reverse().join("/"), "11:00", "12:00"],
    [dataInizio, "11:30", "12:30"],
    [dataInizio, "25:00", "26:00"],
    [dataInizio.replace("2014", "2013"), "09:00", "10:00"],
    ["2014-02-30", "09:00", "10:00"],
  ] as const;
  const { scritte, righe: esiti } = await scrivi(servizioId, righe);
  assert.equal(scritte, 2);
  assert.deepEqual(
    esiti.map(({ esito }) => esito),
    [...["scritta", "scritta", "rifiutata", "rifiutata", "rifiutata", "rifiutata"]],
  );
  assert.match(esiti[2]?.motivo ?? "", /già altrove: .* dalle 11:00 alle 12:00/);
  assert.match(esiti[3]?.motivo ?? "", /ventiquattro/);
  assert.match(esiti[4]?.motivo ?? "", /anno sbagliato/);
  const ancora = await scrivi(servizioId, righe);
  assert.deepEqual([ancora.scritte, ancora.righe[0]?.esito], [0, "gia-presente"]);
});

test("la settimana si salva intera o per niente; chi salva dopo un altro viene avvisato", async () => {
  const { servizioId, dataInizio } = await avviato("1-C", 8);
  gefo.avanza(1);
  const io = addetto();
  const letto = await buona(io.registro({ servizioId }));
  const { lunedi, impronta, sedeId, professionistaId } = letto;
  const riga = { giorno: dataInizio, dalle: "14:00", alle: "16:00", sedeId, professionistaId };
  const settimana = { servizioId, lunedi, impronta };
  const male = await io.salvaSettimana({
    ...{
      chiave: chiave(),
      ...settimana,
      righe: [riga, { ...riga, dalle: "15:00", alle: "17:00" }],
    },
  });
  assert.equal(codiceDi(male), "registro.sovrapposta");
  assert.equal(male.ok ? "" : male.problema.errori?.[0]?.campo, "righe.1.dalle");
  assert.equal((await buona(io.registro({ servizioId }))).righe.length, 0);
  const bene = { chiave: chiave(), ...settimana, righe: [riga] };
  assert.equal((await buona(io.salvaSettimana(bene))).scritte, 1);
  assert.equal((await buona(io.salvaSettimana(bene))).scritte, 1);
  const tardi = await io.salvaSettimana({ ...bene, chiave: chiave() });
  assert.equal(codiceDi(tardi), "registro.cambiato");
});

test("[E7] una riga firmata cambia solo dopo aver tolto le firme, una rendicontata mai", async () => {
  const { servizioId, dataInizio } = await avviato("1-C", 8);
  await scrivi(servizioId, [[dataInizio, "09:00", "10:00"]]);
  await firma(servizioId, dataInizio);
  const io = addetto();
  const letto = await buona(io.registro({ servizioId }));
  const settimana = { servizioId, lunedi: letto.lunedi, impronta: letto.impronta, righe: [] };
  await buona(io.salvaSettimana({ chiave: chiave(), ...settimana }));
  assert.equal((await buona(io.registro({ servizioId }))).righe.length, 1);
  const periodo = { servizioId, dal: dataInizio, al: dataInizio };
  assert.equal((await buona(io.riapriRegistro({ chiave: chiave(), ...periodo }))).riaperte, 1);
  await firma(servizioId, dataInizio);
  await buona(io.rendiconta({ chiave: chiave(), servizioId, tipo: "parziale" }));
  assert.equal((await buona(io.riapriRegistro({ chiave: chiave(), ...periodo }))).riaperte, 0);
  const { righe } = await buona(io.registro({ servizioId }));
  assert.deepEqual(
    righe.map(({ bloccata }) => bloccata),
    [true],
  );
});

test("[E8] una variazione resta nella storia e non cambia l'inizio; dopo la fine è rifiutata", async () => {
  const { adesioneId, servizioId, dataInizio } = await avviato("1-C", 8);
  const io = addetto();
  const altra = { servizioId, dal: dataInizio, professionistaId: `${OP}/2`, motivo: "malattia" };
  await buona(io.variaServizio({ chiave: chiave(), ...altra }));
  const registro = await buona(io.registro({ servizioId }));
  assert.equal(registro.professionistaId, `${OP}/2`);
  assert.deepEqual(
    registro.variazioni.map(({ motivo }) => motivo),
    ["inizio", "malattia"],
  );
  assert.equal((await stato(adesioneId))?.dataInizio, dataInizio);
  const nessuna = await io.variaServizio({ chiave: chiave(), ...altra });
  assert.equal(codiceDi(nessuna), "incarico.niente-cambia");
  const ignoto = { ...altra, professionistaId: "nessuno" };
  const rifiutata = await io.variaServizio({ chiave: chiave(), ...ignoto });
  assert.equal(codiceDi(rifiutata), "incarico.professionista-non-disponibile");
  assert.equal(rifiutata.ok ? "" : rifiutata.problema.errori?.[0]?.campo, "professionistaId");
  const fine = { servizioId, dataFine: dataInizio, esito: "conclusa" };
  await buona(io.concludiServizio({ chiave: chiave(), ...fine }));
  const tardi = await io.variaServizio({ chiave: chiave(), ...altra, professionistaId: "" });
  assert.equal(codiceDi(tardi), "servizio.passo-non-aperto");
});

test("chi eroga nella dote di un altro scrive il registro del suo servizio, con le sue sedi, e nient'altro", async () => {
  gefo.avanza(1);
  const righe = [{ misura: "1-C", oreUnita: 2, erogatoreId: "OP-0002" }];
  const { adesioneId, servizi } = await conDote(gefo, OP, righe);
  const servizioId = servizi[0] ?? "";
  const giorno = gefo.oggi();
  await buona(addetto().avviaServizio({ chiave: chiave(), servizioId, dataInizio: giorno }));
  const suo = gefo.come(gefo.addetto("OP-0002", ["erogatore"]));
  const { righe: affidati } = await buona(suo.serviziAffidati({}));
  assert.deepEqual(
    affidati.map((uno) => uno.servizioId),
    [servizioId],
  );
  const csv = new TextEncoder().encode(`giorno;dalle;alle\n${giorno};09:00;11:00`);
  const file = { nome: "registro.csv", contenuto: csv };
  const { scritte } = await buona(suo.importaRegistro({ chiave: chiave(), servizioId, file }));
  assert.equal(scritte, 1);
  const letto = await buona(suo.registro({ servizioId }));
  assert.equal(letto.delCaso, false);
  assert.match(letto.righe[0]?.sedeId ?? "", /^OP-0002\//);
  const periodo = { servizioId, dal: giorno, al: giorno, chi: "giovane" };
  assert.equal((await buona(suo.firmaRegistro({ chiave: chiave(), ...periodo }))).firmate, 1);
  const intero = gefo.come(gefo.addetto("OP-0002"));
  for (const chiuso of [
    await intero.caso({ adesioneId }),
    await intero.rendicontazioniServizio({ servizioId }),
    await intero.rendiconta({ chiave: chiave(), servizioId, tipo: "parziale" }),
    await intero.concludiServizio({
      ...{ chiave: chiave(), servizioId, dataFine: giorno, esito: "conclusa" },
    }),
  ])
    assert.match(codiceDi(chiuso), /sconosciuto$/);
  const terzo = gefo.come(gefo.addetto("OP-0003", ["erogatore"]));
  assert.equal(codiceDi(await terzo.registro({ servizioId })), "servizio.sconosciuto");
  assert.equal((await buona(terzo.serviziAffidati({}))).righe.length, 0);
});

test("[R8] parziale, finale con un taglio, ripresentazione: la consegna F4 parte una volta sola", async () => {
  const { adesioneId, servizioId, dataInizio } = await avviato("1-C", 4);
  const io = addetto();
  await scrivi(servizioId, [[dataInizio, "09:00", "11:00"]]);
  await firma(servizioId, dataInizio);
  await buona(io.rendiconta({ chiave: chiave(), servizioId, tipo: "parziale" }));
  const doppia = await io.rendiconta({ chiave: chiave(), servizioId, tipo: "parziale" });
  assert.equal(codiceDi(doppia), "rendicontazione.in-verifica");
  await buona(verifica(servizioId));
  await scrivi(servizioId, [[dataInizio, "14:00", "16:00"]]);
  await firma(servizioId, dataInizio);
  const fine = { servizioId, dataFine: gefo.oggi(), esito: "conclusa" };
  await buona(io.concludiServizio({ chiave: chiave(), ...fine }));
  await buona(io.rendiconta({ chiave: chiave(), servizioId }));
  const prima = await saldi();
  await buona(verifica(servizioId, 1_000));
  const dopo = await saldi();
  assert.equal((dopo["impegnato"] ?? 0) - (prima["impegnato"] ?? 0), 1_000);
  assert.equal((await stato(adesioneId))?.stato, "tagliato");
  const senza = await io.rendiconta({ chiave: chiave(), servizioId, tipo: "ripresentazione" });
  assert.equal(codiceDi(senza), "rendicontazione.prova-mancante");
  const file = { nome: "firma.pdf", contenuto: PDF };
  gefo.avanza(1);
  const prova = { adesioneId, servizioId, titolo: "Foglio firmato", file };
  await buona(io.caricaAllegato({ chiave: chiave(), ...prova }));
  await buona(io.rendiconta({ chiave: chiave(), servizioId, tipo: "ripresentazione" }));
  await buona(verifica(servizioId));
  const servizio = await stato(adesioneId);
  assert.deepEqual([servizio?.stato, servizio?.ammessoCents], ["ammesso", 4 * 3550]);
  const basta = await io.rendiconta({ chiave: chiave(), servizioId, tipo: "ripresentazione" });
  assert.equal(codiceDi(basta), "servizio.passo-non-aperto");
  const eventi = await gefo.uow.transaction(({ eventi: tutti }) =>
    tutti.by("adesioneId", adesioneId),
  );
  const consegne = eventi.filter(
    ({ evento }) => evento.tipo === "rendicontazione-verificata" && evento.rendiconto === "finale",
  );
  assert.equal(consegne.length, 1);
});

test("i controlli fatti restano scritti con le parole di allora e con il documento su cui sono stati fatti", async () => {
  const uno = await avviato("1-C", 1);
  const altro = await avviato("1-C", 1);
  const carica = async ({ adesioneId, servizioId }: typeof uno) => {
    const prova = { adesioneId, servizioId, titolo: "Foglio firmato" };
    const file = { nome: "foglio.pdf", contenuto: PDF };
    return buona(addetto().caricaAllegato({ chiave: chiave(), ...prova, file }));
  };
  const [suo, nonSuo] = [await carica(uno), await carica(altro)];
  await scrivi(uno.servizioId, [[uno.dataInizio, "09:00", "10:00"]]);
  await firma(uno.servizioId, uno.dataInizio);
  const { servizioId } = uno;
  await buona(addetto().rendiconta({ chiave: chiave(), servizioId, tipo: "parziale" }));
  const { rendicontazioni } = await buona(addetto().rendicontazioniServizio({ servizioId }));
  const { rendicontazioneId = "", controlli = {} } = rendicontazioni[0] ?? {};
  const ammetti = (allegatoId: string) =>
    desk().verificaRendicontazione({
      ...{ chiave: chiave(), rendicontazioneId, controlli: Object.keys(controlli) },
      prove: [{ controllo: "firme", allegatoId }],
    });
  const rifiutata = await ammetti(nonSuo.allegatoId);
  assert.equal(codiceDi(rifiutata), "rendicontazione.prova-non-sua");
  assert.equal(rifiutata.ok ? "" : rifiutata.problema.errori?.[0]?.campo, "prove.firme");
  await buona(ammetti(suo.allegatoId));
  const { controlliFatti } = await buona(desk().rendicontazione({ rendicontazioneId }));
  assert.equal(controlliFatti.length, Object.keys(controlli).length);
  assert.deepEqual(
    controlliFatti.filter(({ documento }) => documento !== null),
    [
      {
        parole: controlli["firme"],
        documento: { allegatoId: suo.allegatoId, titolo: "Foglio firmato" },
      },
    ],
  );
  await assert.rejects(gefo.sqlDiretto("DELETE FROM controllo_fatto"), /non si cambia/);
});

test("un taglio che nessuno ripresenta in tempo diventa definitivo, e il suo denaro torna disponibile", async () => {
  const { adesioneId, servizioId, dataInizio } = await avviato("1-C", 2);
  const io = addetto();
  await scrivi(servizioId, [[dataInizio, "09:00", "11:00"]]);
  await firma(servizioId, dataInizio);
  const fine = { servizioId, dataFine: dataInizio, esito: "conclusa" };
  await buona(io.concludiServizio({ chiave: chiave(), ...fine }));
  await buona(io.rendiconta({ chiave: chiave(), servizioId }));
  await buona(verifica(servizioId, 500));
  const prima = await saldi();
  gefo.avanza(30);
  await gefo.lavora("tagli-definitivi");
  assert.equal((await saldi())["disponibile"], prima["disponibile"]);
  gefo.avanza(1);
  await gefo.lavora("tagli-definitivi");
  await gefo.lavora("tagli-definitivi");
  assert.equal((await saldi())["disponibile"], (prima["disponibile"] ?? 0) + 500);
  assert.equal((await stato(adesioneId))?.stato, "tagliato");
  const tardi = await io.rendiconta({ chiave: chiave(), servizioId, tipo: "ripresentazione" });
  assert.equal(codiceDi(tardi), "rendicontazione.niente-da-ripresentare");
});

test("un risultato si paga con la comunicazione del contratto, una volta sola", async () => {
  const { adesioneId, servizioId, dataInizio } = await avviato("3", 1);
  const io = addetto();
  const fine = { servizioId, dataFine: dataInizio, esito: "conclusa-con-contratto" };
  await buona(io.concludiServizio({ chiave: chiave(), ...fine }));
  const senza = await io.rendiconta({ chiave: chiave(), servizioId });
  assert.equal(codiceDi(senza), "risultato.nessuna-comunicazione");
  const { anagrafica } = await buona(io.caso({ adesioneId }));
  const sistema = gefo.come({ ruolo: "sistema", nome: "importazione" });
  const una = {
    ...{ protocollo: "CO-2014-1", codiceFiscale: anagrafica.codiceFiscale, tipo: "assunzione" },
    ...{ datore: "99000000001", contratto: "tempo-indeterminato", dal: dataInizio, al: "" },
  };
  assert.equal((await buona(sistema.importaComunicazione(una))).esito, "accettata");
  assert.equal((await buona(sistema.importaComunicazione(una))).esito, "duplicata");
  const diversa = await sistema.importaComunicazione({ ...una, datore: "99000000002" });
  assert.equal(codiceDi(diversa), "comunicazione.diversa");
  await buona(io.rendiconta({ chiave: chiave(), servizioId }));
  const { rendicontazioni } = await buona(io.rendicontazioniServizio({ servizioId }));
  assert.deepEqual(rendicontazioni[0]?.voci[0]?.riferimento, "CO-2014-1");
});

test("chi può rendicontare e chi può verificare: ogni ruolo e ogni funzione", async () => {
  const { servizioId } = await avviato("1-C", 4);
  const rendicontazioneId = gefo.uuid();
  const base = gefo.addetto(OP);
  const regione = gefo.regione();
  assert.ok(base.ruolo === "addetto" && regione.ruolo === "regione");
  const soggetti = [
    [{ ...base, funzioni: ["sportello"] }, true, false, false],
    [{ ...base, funzioni: ["erogatore"] }, true, false, false],
    [{ ...base, funzioni: ["legale"] }, false, true, false],
    [{ ...regione, funzione: "istruttoria" }, false, false, true],
    [{ ...regione, funzione: "controllo" }, false, false, false],
    [{ ...regione, funzione: "monitoraggio" }, false, false, false],
    [{ ruolo: "sistema", nome: "notte" }, false, false, false],
    [{ ruolo: "anonimo" }, false, false, false],
  ] as const;
  for (const [soggetto, scrive, presenta, ammette] of soggetti) {
    const io = gefo.come(soggetto as never);
    const periodo = { servizioId, dal: gefo.oggi(), al: gefo.oggi(), chi: "giovane" };
    const esiti = [
      await io.firmaRegistro({ chiave: chiave(), ...periodo }),
      await io.rendiconta({ chiave: chiave(), servizioId, tipo: "parziale" }),
      await io.verificaRendicontazione({ chiave: chiave(), rendicontazioneId }),
    ];
    const chiuse = esiti.map((esito) => codiceDi(esito) !== "accesso-non-consentito");
    assert.deepEqual(chiuse, [scrive, presenta, ammette], JSON.stringify(soggetto));
  }
});
