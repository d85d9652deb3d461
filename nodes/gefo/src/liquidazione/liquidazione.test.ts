import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { buona } from "../fixtures.ts";
import {
  ALTRO_IBAN,
  addetto,
  ammesso,
  approva,
  CENTS,
  campiDi,
  chiave,
  codiceDi,
  conConto,
  controllo,
  desk,
  domanda,
  durcDiProva,
  gefo,
  IBAN,
  leggi,
  notizia,
  OP,
  ordinata,
  saldi,
  servizio,
  su,
  tesoreria,
} from "./fixtures.ts";

test("dalla domanda al pagamento: due casi in una domanda, e ogni cifra torna", async () => {
  const uno = await ammesso();
  const due = await ammesso();
  await conConto();
  const { righe, totaleCents } = await buona(addetto().pagabili({}));
  assert.deepEqual([righe.length, totaleCents], [2, 2 * CENTS]);
  const prima = await saldi();
  const { richiestaId, numero } = await domanda([uno.rendicontazioneId, due.rendicontazioneId]);
  assert.match(numero, /^LIQ-10-2014-\d{6}$/);
  assert.equal((await buona(addetto().pagabili({}))).righe.length, 0);
  const { ordineId } = await ordinata(richiestaId);
  assert.equal((await saldi())["pagato"], prima["pagato"]);
  const una = notizia(ordineId, 2 * CENTS);
  assert.equal((await buona(tesoreria().registraPagamento(una))).esito, "accettata");
  assert.equal((await buona(tesoreria().registraPagamento(una))).esito, "duplicata");
  const dopo = await saldi();
  assert.equal((dopo["pagato"] ?? 0) - (prima["pagato"] ?? 0), 2 * CENTS);
  assert.equal((prima["ammesso"] ?? 0) - (dopo["ammesso"] ?? 0), 2 * CENTS);
  for (const { adesioneId } of [uno, due])
    assert.equal((await servizio(adesioneId))?.stato, "liquidato");
  const letta = await leggi(richiestaId);
  assert.deepEqual([letta.stato, letta.pagataOn], ["pagata", gefo.oggi()]);
  assert.equal(letta.passi.length, letta.version);
  assert.ok(letta.durc.every(({ simulato, servizio: nome }) => simulato && /simulato/.test(nome)));
});

test("una domanda inviata due volte è una; i servizi presi non si chiedono in un'altra, né da altri", async () => {
  const { rendicontazioneId } = await ammesso();
  await conConto();
  const una = { chiave: chiave(), rendicontazioni: [rendicontazioneId] };
  const insieme = await Promise.all([
    ...[addetto().presentaRichiesta(una), addetto().presentaRichiesta(una)],
  ]);
  assert.deepEqual(insieme[0], insieme[1]);
  const ancora = await addetto().presentaRichiesta({ ...una, chiave: chiave() });
  assert.equal(codiceDi(ancora), "liquidazione.voce-non-pagabile");
  const { rendicontazioneId: sua } = await ammesso();
  await conConto("OP-0002");
  const altrui = await addetto("OP-0002").presentaRichiesta({
    ...{ chiave: chiave(), rendicontazioni: [sua] },
  });
  assert.equal(codiceDi(altrui), "liquidazione.voce-non-pagabile");
  const { richiestaId } = (await buona(Promise.resolve(insieme[0] as never))) as {
    richiestaId: string;
  };
  const spia = await addetto("OP-0002").richiestaPagamento({ richiestaId });
  assert.equal(codiceDi(spia), "liquidazione.sconosciuta");
  const due = await addetto().presentaRichiesta({ chiave: chiave(), rendicontazioni: [sua] });
  assert.ok(due.ok);
});

test("due domande insieme per gli stessi servizi: una sola li prende; due notizie insieme pagano una volta", async () => {
  const uno = await ammesso();
  const due = await ammesso();
  await conConto();
  const chiedi = (...ids: readonly string[]) =>
    addetto().presentaRichiesta({ chiave: chiave(), rendicontazioni: ids });
  const insieme = await Promise.all([
    chiedi(uno.rendicontazioneId, due.rendicontazioneId),
    chiedi(due.rendicontazioneId, uno.rendicontazioneId),
    chiedi(due.rendicontazioneId),
  ]);
  const prese = insieme.filter((esito) => esito.ok);
  assert.ok(prese.length >= 1);
  const voci = (await gefo.sqlDiretto(`SELECT rendicontazione_id FROM voce_richiesta
    WHERE rendicontazione_id IN ('${uno.rendicontazioneId}', '${due.rendicontazioneId}')`)) as {
    rendicontazione_id: string;
  }[];
  assert.equal(new Set(voci.map((voce) => voce.rendicontazione_id)).size, voci.length);
  const [prima] = prese;
  assert.ok(prima?.ok);
  const { richiestaId } = prima.valore;
  const { ordineId } = await ordinata(richiestaId);
  const { totaleCents } = await leggi(richiestaId);
  const allora = await saldi();
  const una = notizia(ordineId, totaleCents);
  const notizie = [una, una, { ...una, riferimento: "CRO-ALTRO" }];
  const esiti = await Promise.all(notizie.map((quale) => tesoreria().registraPagamento(quale)));
  assert.ok(esiti.some(({ ok }) => ok));
  const dopo = await saldi();
  assert.equal((dopo["pagato"] ?? 0) - (allora["pagato"] ?? 0), totaleCents);
});

test("chi respinge dice perché, e i servizi si possono chiedere di nuovo", async () => {
  const { rendicontazioneId } = await ammesso();
  const { richiestaId } = await domanda([rendicontazioneId]);
  const vuoto = await desk().respingiRichiesta({ ...(await su(richiestaId)), motivo: " " });
  assert.deepEqual(campiDi(vuoto), ["motivo"]);
  const motivo = "manca la firma del legale";
  await buona(desk().respingiRichiesta({ ...(await su(richiestaId)), motivo }));
  assert.equal((await leggi(richiestaId)).motivo, motivo);
  assert.ok((await domanda([rendicontazioneId])).richiestaId !== richiestaId);
});

test("senza DURC regolare non si approva; fermo non cambia nulla; ogni risposta resta scritta", async () => {
  const { rendicontazioneId } = await ammesso();
  const { richiestaId } = await domanda([rendicontazioneId]);
  durcDiProva.irregolare = true;
  assert.equal(codiceDi(await approva(richiestaId)), "durc.non-regolare");
  durcDiProva.irregolare = false;
  durcDiProva.fermo = true;
  assert.equal(codiceDi(await approva(richiestaId)), "durc.servizio-fermo");
  durcDiProva.fermo = false;
  const senza = await desk().approvaRichiesta({ ...(await su(richiestaId)), controlli: [] });
  assert.equal(codiceDi(senza), "liquidazione.controlli-incompleti");
  await buona(approva(richiestaId));
  const { durc } = await leggi(richiestaId);
  assert.deepEqual(durc.map(({ esito }) => esito).sort(), ["irregolare", "regolare"]);
  await buona(controllo().estraiCampione({ chiave: chiave() }));
});

test("il campione si rifà con il seme e l'elenco pubblicati; una domanda è estratta una volta sola", async () => {
  const domande = [];
  for (let i = 0; i < 3; i++) domande.push(await domanda([(await ammesso()).rendicontazioneId]));
  for (const { richiestaId } of domande) await buona(approva(richiestaId));
  const { estrazioneId, estratte } = await buona(controllo().estraiCampione({ chiave: chiave() }));
  assert.equal(estratte, 2);
  const { seme, elenco } = await buona(addetto("OP-0002").estrazione({ estrazioneId }));
  const rifatto = domande
    .map(({ numero }) => ({
      numero,
      impronta: createHash("sha256").update(`${seme}/${numero}`).digest("hex"),
    }))
    .sort((a, b) => (a.impronta < b.impronta ? -1 : 1))
    .map((una, i) => ({ ...una, estratta: i < 2 }));
  assert.deepEqual(elenco, rifatto);
  const vuota = await controllo().estraiCampione({ chiave: chiave() });
  assert.equal(codiceDi(vuota), "liquidazione.niente-da-estrarre");
  await assert.rejects(gefo.sqlDiretto("UPDATE estrazione SET seme = 'x'"), /non si cambia/);
  await assert.rejects(gefo.sqlDiretto("DELETE FROM estratta"), /non si cambia/);
});

test("un controllo toglie prima di pagare, mai oltre l'importo, e il denaro tolto torna disponibile", async () => {
  const { adesioneId, rendicontazioneId } = await ammesso();
  const { richiestaId } = await domanda([rendicontazioneId]);
  await buona(approva(richiestaId));
  await buona(controllo().estraiCampione({ chiave: chiave() }));
  const nota = "una firma non è della persona";
  const togli = async (importoCents: number, chi = "Carla") =>
    controllo(chi).registraControllo({
      ...{ ...(await su(richiestaId)), nota },
      decurtazioni: [{ rendicontazioneId, importoCents }],
    });
  const troppo = await togli(CENTS + 1);
  assert.deepEqual(
    [codiceDi(troppo), campiDi(troppo)],
    ["liquidazione.oltre-l-importo", ["decurtazioni.0.importoCents"]],
  );
  assert.deepEqual(campiDi(await togli(-1)), ["decurtazioni.0.importoCents"]);
  const prima = await saldi();
  await buona(togli(550));
  const dopo = await saldi();
  assert.equal((dopo["disponibile"] ?? 0) - (prima["disponibile"] ?? 0), 550);
  assert.equal((await servizio(adesioneId))?.stato, "tagliato");
  const { ordineId } = await buona(desk("Bruno").ordinaPagamento(await su(richiestaId)));
  const intero = await tesoreria().registraPagamento(notizia(ordineId, CENTS));
  assert.deepEqual(
    [codiceDi(intero), campiDi(intero)],
    ["liquidazione.importo-diverso", ["importoCents"]],
  );
  await buona(tesoreria().registraPagamento(notizia(ordineId, CENTS - 550)));
  assert.equal((await servizio(adesioneId))?.stato, "liquidato");
});

test("persone diverse: chi ha approvato non ordina, chi ha ammesso o approvato non controlla e non recupera", async () => {
  const { rendicontazioneId } = await ammesso(OP, "Anna");
  const { richiestaId } = await domanda([rendicontazioneId]);
  await buona(approva(richiestaId, "Bruno"));
  await buona(controllo().estraiCampione({ chiave: chiave() }));
  const come = (chi: string) =>
    gefo.come({ ...gefo.regione(chi, "controllo"), id: `istruttoria/${chi}` } as never);
  const nota = "visti i registri in sede";
  for (const chi of ["Anna", "Bruno"]) {
    const suo = await come(chi).registraControllo({ ...(await su(richiestaId)), nota });
    assert.equal(codiceDi(suo), "liquidazione.stessa-persona");
  }
  await buona(controllo("Anna").registraControllo({ ...(await su(richiestaId)), nota }));
  const sua = await desk("Bruno").ordinaPagamento(await su(richiestaId));
  assert.equal(codiceDi(sua), "liquidazione.stessa-persona");
  const { ordineId } = await buona(desk("Anna").ordinaPagamento(await su(richiestaId)));
  await buona(tesoreria().registraPagamento(notizia(ordineId, CENTS)));
  const recupero = { rendicontazioneId, importoCents: 50, motivo: "ore mai fatte" };
  const suo = await come("Bruno").recuperaImporto({ ...(await su(richiestaId)), ...recupero });
  assert.equal(codiceDi(suo), "liquidazione.stessa-persona");
  const prima = await saldi();
  await buona(controllo().recuperaImporto({ ...(await su(richiestaId)), ...recupero }));
  const dopo = await saldi();
  assert.equal((dopo["recuperato"] ?? 0) - (prima["recuperato"] ?? 0), 50);
  const oltre = { ...recupero, importoCents: CENTS };
  const troppo = await controllo().recuperaImporto({ ...(await su(richiestaId)), ...oltre });
  assert.deepEqual(
    [codiceDi(troppo), campiDi(troppo)],
    ["liquidazione.oltre-l-importo", ["importoCents"]],
  );
});

test("un pagamento respinto dalla banca aspetta un altro conto; date e ordini sbagliati sono rifiutati", async () => {
  const { rendicontazioneId } = await ammesso();
  const { richiestaId } = await domanda([rendicontazioneId]);
  const { ordineId } = await ordinata(richiestaId);
  const io = tesoreria();
  const anno = await io.registraPagamento(notizia(ordineId, CENTS, { data: "2013-12-01" }));
  assert.deepEqual([codiceDi(anno), campiDi(anno)], ["liquidazione.data-non-valida", ["data"]]);
  const nessuno = await io.registraPagamento(notizia("ORD-99", CENTS));
  assert.equal(codiceDi(nessuno), "liquidazione.ordine-sconosciuto");
  const storno = notizia(ordineId, CENTS, { esito: "stornato" });
  assert.deepEqual(campiDi(await io.registraPagamento(storno)), ["motivo"]);
  await buona(io.registraPagamento({ ...storno, motivo: "conto chiuso" }));
  const diversa = await io.registraPagamento({ ...storno, motivo: "altro" });
  assert.equal(codiceDi(diversa), "liquidazione.riferimento-diverso");
  const male = { ...(await su(richiestaId)), iban: IBAN.replace("60", "61") };
  const sbagliato = await addetto().correggiIbanRichiesta(male);
  assert.deepEqual(campiDi(sbagliato), ["iban"]);
  await buona(addetto().correggiIbanRichiesta({ ...(await su(richiestaId)), iban: ALTRO_IBAN }));
  const { conto } = await buona(addetto().ibanOperatore({ operatoreId: OP }));
  assert.equal(conto?.iban, ALTRO_IBAN);
  const secondo = await buona(desk("Bruno").ordinaPagamento(await su(richiestaId)));
  assert.notEqual(secondo.ordineId, ordineId);
  await buona(io.registraPagamento(notizia(secondo.ordineId, CENTS)));
  assert.equal((await leggi(richiestaId)).stato, "pagata");
});

test("il conto: cifre di controllo, conto di altri, chi salva dopo un altro", async () => {
  const io = addetto("OP-0003");
  const salva = (iban: string, version: number) =>
    io.salvaIban({ chiave: chiave(), version, iban });
  const sbagliato = await salva("IT61 X054 2811 1010 0000 0123 456", 0);
  assert.equal(sbagliato.ok ? "" : sbagliato.problema.errori?.[0]?.campo, "iban");
  assert.match(sbagliato.ok ? "" : (sbagliato.problema.errori?.[0]?.messaggio ?? ""), /sbagliata/);
  const altrui = await salva("IT57X0542811101000000123999", 0);
  assert.ok(["iban.non-risulta", "dati-non-validi"].includes(codiceDi(altrui)));
  const mancante = await io.presentaRichiesta({
    ...{ chiave: chiave(), rendicontazioni: [gefo.uuid()] },
  });
  assert.equal(codiceDi(mancante), "liquidazione.senza-iban");
  await buona(salva(IBAN, 0));
  assert.equal(codiceDi(await salva(ALTRO_IBAN, 0)), "iban.cambiato");
});

test("chi guarda una pagina vecchia viene avvisato, e non decide su ciò che non ha visto", async () => {
  const { rendicontazioneId } = await ammesso();
  const { richiestaId } = await domanda([rendicontazioneId]);
  const vecchia = await su(richiestaId);
  await buona(desk().respingiRichiesta({ ...(await su(richiestaId)), motivo: "da rifare" }));
  const tardi = await desk("Bruno").respingiRichiesta({ ...vecchia, motivo: "da rifare" });
  assert.equal(codiceDi(tardi), "liquidazione.cambiata");
  assert.match(tardi.ok ? "" : tardi.problema.detail, /Anna/);
});

test("l'età di ogni giustificativo non pagato: l'operatore vede i suoi, la Regione tutti", async () => {
  const { rendicontazioneId } = await ammesso("OP-0004");
  gefo.avanza(45);
  const { righe, somme } = await buona(addetto("OP-0004").nonPagate({}));
  assert.deepEqual(
    righe.map((una) => [una.rendicontazioneId, una.fascia, una.giorni, una.dove]),
    [[rendicontazioneId, "31-60", 45, "ammessa, da chiedere"]],
  );
  assert.deepEqual(
    somme.map((una) => [una.fascia, una.quante, una.importoCents]),
    [["31-60", 1, CENTS]],
  );
  const tutte = await buona(desk().nonPagate({}));
  const cents = tutte.righe.reduce((sum, { importoCents }) => sum + importoCents, 0);
  assert.equal(
    tutte.somme.reduce((sum, { importoCents }) => sum + importoCents, 0),
    cents,
  );
  assert.ok(tutte.righe.length > righe.length);
  const altro = await buona(addetto("OP-0005").nonPagate({ operatoreId: "OP-0004" }));
  assert.equal(altro.righe.length, 0);
});

test("gli ordini in CSV: una riga per ordine non confermato, e nessuna formula", async () => {
  const { rendicontazioneId } = await ammesso();
  const { richiestaId, numero } = await domanda([rendicontazioneId]);
  const { ordineId } = await ordinata(richiestaId);
  const { contenuto } = await buona(desk().ordiniCsv({}));
  const righe = new TextDecoder().decode(contenuto).trim().split("\r\n");
  const sua = righe.find((riga) => riga.includes(ordineId));
  assert.match(sua ?? "", new RegExp(`;35,50;Garanzia Giovani, domanda ${numero}$`));
});

test("il database non lascia pagare chi non è stato ordinato, né recuperare più del pagato", async () => {
  const { rendicontazioneId } = await ammesso();
  const { richiestaId } = await domanda([rendicontazioneId]);
  const dove = `WHERE id = '${richiestaId}'`;
  const prova = (sql: string) => assert.rejects(gefo.sqlDiretto(sql), { code: "23514" }, sql);
  await prova(`UPDATE richiesta_pagamento SET stato = 'pagata', pagata_on = now() ${dove}`);
  await prova(`UPDATE richiesta_pagamento SET stato = 'approvata' ${dove}`);
  await prova(`UPDATE voce_richiesta SET recuperato_cents = importo_cents + 1
                WHERE richiesta_id = '${richiestaId}'`);
  await prova(`UPDATE rendicontazione SET richiesta_id = NULL, pagata_on = now()
                WHERE id = '${rendicontazioneId}'`);
  await buona(approva(richiestaId, "Bruno"));
  await prova(`UPDATE richiesta_pagamento SET controllata_da = approvata_da ${dove}`);
  await buona(controllo().estraiCampione({ chiave: chiave() }));
});

/** Who may take each step and from which states: role, action, state. */
