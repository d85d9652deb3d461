import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, test } from "node:test";
import type { Soggetto } from "@staffetta/contracts";
import { buona, conDote, gefoDiProva, unCaso, unPatto } from "../nodes/gefo/src/fixtures.ts";
import { approvata, rendicontata } from "./ordinata.ts";
import { idRipetuti, pagineGefo } from "./pagine-gefo.ts";

const gefo = await gefoDiProva();
const pagine = pagineGefo(gefo);
after(() => gefo.close());

const OP = "OP-0001";

test("nessuna pagina con più moduli ha due campi con lo stesso id, nemmeno quando uno è rifiutato", async () => {
  const desk = gefo.regione();
  for (const percorso of ["/bilancio", `/operatori/${OP}`, "/regole"])
    assert.deepEqual(idRipetuti(await pagine.leggi(desk, percorso)), [], percorso);
  const rifiutato = await pagine.invia(desk, "/bilancio", {
    ...{ azione: "apriLinea", chiave: gefo.uuid(), avvisoId: "GG-2014", misura: "1-C" },
    ...{ operatoreId: "", importoCents: "-5", atto: "" },
  });
  assert.equal(rifiutato.status, 400);
  assert.deepEqual(idRipetuti(rifiutato.testo), []);
  // Each message at the top leads to the field that it is about.
  for (const [, id] of rifiutato.testo.matchAll(/<a href="#(campo-[^"]+)"/g))
    assert.match(rifiutato.testo, new RegExp(`<input[^>]*id="${id}"[^>]*aria-invalid`));
  assert.match(
    rifiutato.testo,
    /Non può essere negativo: scrivi l&#39;importo senza il segno meno/,
  );
});

test("chi prova una regola o una data che non va legge quale campo, con la porta per arrivarci", async () => {
  const desk = gefo.regione();
  const regole = await pagine.leggi(desk, "/regole");
  const nome = /name="(c:[^"]+)"/.exec(regole)?.[1] ?? "";
  const cifra = new URLSearchParams({ prova: "1", avvisoId: "GG-2014", [nome]: "-3" });
  const provata = await pagine.leggi(desk, `/regole?${cifra}`);
  const id = `campo-${nome.replaceAll(":", "-")}`;
  assert.match(provata, new RegExp(`<a href="#${id}">[^<]*Non può essere negativo</a>`));
  assert.match(provata, new RegExp(`id="${id}"[^>]*aria-invalid`));
  const data = await pagine.leggi(desk, "/avvisi/GG-2014?al=2015-02-30");
  assert.match(data, /<a href="#campo-al">[^<]*Questa data non esiste nel calendario<\/a>/);
});

test("sulle pagine di un caso ogni campo ha un id solo, qualunque sia il passo del percorso", async () => {
  const addetto = gefo.addetto(OP);
  const nuovo = await unCaso(gefo, OP);
  const conPatto = await unCaso(gefo, OP);
  await unPatto(gefo, OP, conPatto.adesioneId);
  const dote = await conDote(gefo, OP, [{ misura: "1-C", oreUnita: 2 }]);
  for (const [passo, { adesioneId }] of Object.entries({ nuovo, conPatto, dote }))
    for (const pagina of ["", "/fascicolo", "/piano", "/appuntamento"]) {
      const testo = await pagine.leggi(addetto, `/casi/${adesioneId}${pagina}`);
      assert.deepEqual(idRipetuti(testo), [], `${passo}${pagina}`);
    }
});

const CONTROLLI = ["firme", "date", "prove", "doppio"];
const tutti = (controlli: readonly string[]) =>
  Object.fromEntries(controlli.map((uno) => [`controllo.${uno}`, "on"]));

test("un taglio che non va è segnato sulla sua riga, anche quando quelle prima sono vuote", async () => {
  const id = await rendicontata(gefo, OP, 2);
  const desk = gefo.regione();
  const percorso = `/rendicontazioni/${id}`;
  const vuota = await pagine.leggi(desk, percorso);
  const riferimenti = [...vuota.matchAll(/name="tagli\.\d\.riferimento" value="([^"]+)"/g)];
  const base = {
    ...{ chiave: gefo.uuid(), ...tutti(CONTROLLI) },
    ...Object.fromEntries(
      riferimenti.flatMap(([, riferimento = ""], i) => [
        [`tagli.${i}.riferimento`, riferimento],
        [`tagli.${i}.euro`, ""],
        [`tagli.${i}.motivo`, i === 1 ? "firma-mancante" : ""],
        [`tagli.${i}.nota`, ""],
      ]),
    ),
  };
  for (const [importo, parole] of [
    ["-3", "Non può essere negativo"],
    ["dieci", "Scrivi un importo in euro"],
    ["99", "Il taglio supera l"],
  ] as const) {
    const { testo } = await pagine.invia(desk, percorso, { ...base, "tagli.1.euro": importo });
    assert.match(testo, new RegExp(`value="${importo}" aria-invalid="true"`), importo);
    assert.match(testo, /href="#campo-tagli-1-importoCents"/, importo);
    assert.ok(testo.includes(parole), importo);
  }
  // Nobody has chosen the motive: none is chosen, and its absence is told on its row.
  assert.doesNotMatch(vuota, /<option[^>]*selected/);
  const senza = await pagine.invia(desk, percorso, {
    ...{ ...base, "tagli.1.euro": "1", "tagli.1.motivo": "" },
  });
  assert.match(senza.testo, /href="#campo-tagli-1-motivo">Scegli il motivo del taglio/);
  assert.match(senza.testo, /<select[^>]*id="campo-tagli-1-motivo"[^>]*aria-invalid="true"/);
  const senzaEuro = await pagine.invia(desk, percorso, { ...base, "tagli.1.euro": "" });
  assert.match(senzaEuro.testo, /href="#campo-tagli-1-importoCents"/);
});

test("la data sbagliata di un servizio è segnata sul suo campo, che tiene ciò che è stato scritto", async () => {
  const righe = ["1-C", "1-B"].map((misura) => ({ misura, oreUnita: 1 }));
  const { adesioneId, servizi } = await conDote(gefo, OP, righe);
  const io = gefo.addetto(OP);
  const percorso = `/casi/${adesioneId}`;
  const passo = (azione: string, servizioId = "", altri: object = {}) =>
    pagine.invia(io, percorso, { azione, chiave: gefo.uuid(), servizioId, ...altri });
  const anno = gefo.oggi().replace("2014", "2013");
  const prova = async (
    esito: Promise<Readonly<{ testo: string }>>,
    campo: string,
    data: string,
  ) => {
    const { testo } = await esito;
    assert.deepEqual(idRipetuti(testo), []);
    const input = new RegExp(`<input[^>]*value="${data}"[^>]*id="campo-${campo}"[^>]*aria-invalid`);
    assert.match(testo.replaceAll("\n", " "), input);
    assert.match(testo, new RegExp(`href="#campo-${campo}"`));
  };
  await prova(passo("avviaServizio", servizi[1], { dataInizio: anno }), "dataInizio", anno);
  await passo("avviaServizio", servizi[1], { dataInizio: gefo.oggi() });
  const fine = { dataFine: anno, esito: "conclusa" };
  await prova(passo("concludiServizio", servizi[1], fine), "dataFine", anno);
  const { testo } = await passo("concludiServizio", servizi[1], { ...fine, esito: "abbandonata" });
  assert.match(testo, /<option value="abbandonata" selected>/);
  const oggi = { dataFine: gefo.oggi(), esito: "" };
  const senza = await passo("concludiServizio", servizi[1], oggi);
  assert.match(senza.testo, /href="#campo-esito">Com&#39;è finito: Scegli com&#39;è finito/);
  assert.match(senza.testo, /<select[^>]*id="campo-esito"[^>]*aria-invalid="true"/);
});

test("chi torna indietro e invia di nuovo non fa la cosa due volte, e se ha cambiato qualcosa lo sa", async () => {
  const { adesioneId } = await unCaso(gefo, OP);
  const io = gefo.addetto(OP);
  const percorso = `/casi/${adesioneId}`;
  const chiave = gefo.uuid();
  const contatto = {
    ...{ azione: "registraContatto", esito: "convocato", canale: "telefono" },
    ...{ giorno: gefo.oggi(), ora: "00:00", nota: "alle dieci", prova: "" },
  };
  const volte = async (nota: string) => (await pagine.leggi(io, percorso)).split(nota).length - 1;
  const { cookie } = await pagine.invia(io, percorso, { ...contatto, chiave });
  // The page asked anew has another key; the words are those.
  const ancora = await pagine.invia(io, percorso, { ...contatto, chiave: gefo.uuid() }, cookie);
  assert.equal(ancora.status, 303);
  assert.equal(await volte("alle dieci"), 1);
  // The page shown as it was has the key of then.
  const altro = { ...contatto, chiave, nota: "alle undici" };
  const cambiato = await pagine.invia(io, percorso, altro, cookie);
  assert.equal(cambiato.status, 409);
  assert.match(cambiato.testo, /l&#39;avevi già inviato/);
  assert.match(cambiato.testo, /alle undici/);
  assert.equal(await volte("alle undici"), 0);
  const secondo = { ...altro, chiave: gefo.uuid() };
  assert.equal((await pagine.invia(io, percorso, secondo, cookie)).status, 303);
  assert.equal(await volte("alle undici"), 1);
});

test("la data nell'anno sbagliato è segnata accanto al suo campo, anche con l'anno di due cifre", async () => {
  const { adesioneId } = await unCaso(gefo, OP);
  const io = gefo.addetto(OP);
  const base = { azione: "registraContatto", esito: "convocato", canale: "telefono", ora: "08:00" };
  for (const giorno of ["2004-11-03", "2034-11-03", "0014-11-03"]) {
    const campi = { ...base, chiave: gefo.uuid(), giorno };
    const { testo } = await pagine.invia(io, `/casi/${adesioneId}`, campi);
    const input = new RegExp(`<input[^>]*value="${giorno}"[^>]*id="campo-giorno"[^>]*aria-invalid`);
    assert.match(testo.replaceAll("\n", " "), input);
    if (giorno.startsWith("0")) assert.match(testo, /anno con quattro cifre/);
  }
  const va = { ...base, chiave: gefo.uuid(), giorno: gefo.oggi(), ora: "00:00" };
  assert.equal((await pagine.invia(io, `/casi/${adesioneId}`, va)).status, 303);
  const identita = { azione: "verificaIdentita", documento: "passaporto", chiave: gefo.uuid() };
  for (const [dataVerifica, scadenza, campo] of [
    ["2004-11-03", "2024-01-01", "dataVerifica"],
    [gefo.oggi(), "2014-01-01", "scadenza"],
    [gefo.oggi(), "2030-01-01", "scadenza"],
    [gefo.oggi(), "2930-01-01", "scadenza"],
  ] as const) {
    const { testo } = await pagine.invia(io, `/casi/${adesioneId}/fascicolo`, {
      ...{ ...identita, dataVerifica, scadenza },
    });
    assert.match(testo, new RegExp(`href="#campo-${campo}"`));
  }
});

test("lo sportello scrive la bozza e il legale la firma: ciascuno trova il suo bottone e non quello dell'altro", async () => {
  const { adesioneId } = await unCaso(gefo, OP);
  await unPatto(gefo, OP, adesioneId);
  const percorso = `/casi/${adesioneId}/piano`;
  const sportello = gefo.addetto(OP, ["sportello"]);
  const base = {
    azione: "salvaPiano",
    version: "0",
    "righe.0.misura": "",
    "righe.0.oreUnita": "1",
  };
  const riga = { "righe.1.misura": "1-C", "righe.1.erogatoreId": "" };
  const male = await pagine.invia(sportello, percorso, {
    ...{ ...base, ...riga, chiave: gefo.uuid(), "righe.1.oreUnita": "-5" },
  });
  // The row of the page, not the first one that was sent.
  assert.match(male.testo, /href="#campo-righe-1-oreUnita"/);
  const bene = { ...base, ...riga, chiave: gefo.uuid(), "righe.1.oreUnita": "2" };
  assert.equal((await pagine.invia(sportello, percorso, bene)).status, 303);
  const sua = await pagine.leggi(sportello, percorso);
  assert.match(sua, /value="salvaPiano"/);
  assert.doesNotMatch(sua, /value="inviaDote"/);
  const legale = await pagine.leggi(gefo.addetto(OP, ["legale"]), percorso);
  assert.match(legale, /value="inviaDote"/);
  assert.doesNotMatch(legale, /value="salvaPiano"/);
});

const ufficio = (nome: string) => gefo.regione(nome);
const controllo = () => gefo.regione("Carla", "controllo");
const IBAN = "IT60 X054 2811 1010 0000 0123 456";

/** A form of a page, with what it carries hidden. */
async function compila(
  chi: Soggetto,
  percorso: string,
  azione: string,
  campi: Readonly<Record<string, string>>,
) {
  const pagina = await pagine.leggi(chi, percorso);
  assert.deepEqual(idRipetuti(pagina), [], percorso);
  const modulo = pagina.split("<form ").find((uno) => uno.includes(`value="${azione}"`)) ?? "";
  assert.ok(modulo !== "", `${azione} non c'è su ${percorso}`);
  const nascosti = modulo.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  const base = Object.fromEntries([...nascosti].map(([, nome, valore]) => [nome, valore ?? ""]));
  const esito = await pagine.invia(chi, percorso, { ...base, ...campi });
  assert.deepEqual(idRipetuti(esito.testo), [], percorso);
  // Each message at the top leads to something that is on the page.
  for (const [, id] of esito.testo.matchAll(/<a href="#(campo-[^"]+)"/g))
    assert.ok(esito.testo.includes(`id="${id}"`), `${azione}: #${id}`);
  return esito;
}

test("le pagine della liquidazione: ogni rifiuto al suo posto, e dalla domanda al recupero senza script", async () => {
  const legale = gefo.addetto(OP, ["legale"]);
  const id = await rendicontata(gefo, OP, 2);
  await pagine.invia(ufficio("Anna"), `/rendicontazioni/${id}`, {
    ...{ chiave: gefo.uuid(), ...tutti(CONTROLLI) },
  });
  const male = await compila(legale, "/liquidazione", "salvaIban", {
    iban: `${IBAN.slice(0, -1)}7`,
  });
  assert.match(male.testo, /una cifra è sbagliata o due sono scambiate/);
  assert.match(male.testo, new RegExp(`value="${IBAN.slice(0, -1)}7"`));
  const bene = await compila(legale, "/liquidazione", "salvaIban", { iban: IBAN });
  assert.equal(bene.vai, "/liquidazione");
  const vuota = await compila(legale, "/liquidazione", "presentaRichiesta", {});
  assert.match(vuota.testo, /Scegli almeno un servizio/);
  const { vai } = await compila(legale, "/liquidazione", "presentaRichiesta", { "voce.0": id });
  const domanda = vai ?? "";
  const incompleta = await compila(ufficio("Anna"), domanda, "approvaRichiesta", {});
  assert.match(incompleta.testo, /ne mancano 3/);
  const richiestaId = domanda.split("/").at(-1) ?? "";
  const { controlli } = await buona(gefo.come(ufficio("Anna")).richiestaPagamento({ richiestaId }));
  await compila(ufficio("Anna"), domanda, "approvaRichiesta", tutti(Object.keys(controlli)));
  const estratta = await pagine.invia(controllo(), "/estrazioni", { chiave: gefo.uuid() });
  assert.match(estratta.vai ?? "", /^\/estrazioni\//);
  const breve = await compila(controllo(), domanda, "registraControllo", {
    ...{ nota: "ok", "decurtazioni.0.euro": "-2" },
  });
  assert.match(breve.testo, /Non può essere negativo/);
  assert.match(breve.testo, /almeno 10 caratteri/);
  const nota = "mancava una firma";
  await compila(controllo(), domanda, "registraControllo", { nota, "decurtazioni.0.euro": "1" });
  const stessa = await compila(ufficio("Anna"), domanda, "ordinaPagamento", {});
  assert.match(stessa.testo, /l&#39;ordine lo firma un&#39;altra persona/);
  await compila(ufficio("Bruno"), domanda, "ordinaPagamento", {});
  const csv = await pagine.leggi(ufficio("Bruno"), "/liquidazione/ordini.csv");
  assert.match(csv, /;70,00;/);
  const pagato = { riferimento: "CRO-0001", esito: "pagato", importoCents: "70,00" };
  const anno = await compila(ufficio("Bruno"), domanda, "registraPagamento", {
    ...{ ...pagato, data: "2013-11-04" },
  });
  assert.match(anno.testo, /soprattutto l&#39;anno/);
  await compila(ufficio("Bruno"), domanda, "registraPagamento", { ...pagato, data: gefo.oggi() });
  const indietro = { rendicontazioneId: id, importoCents: "70,01", motivo: "ore mai fatte" };
  const troppo = await compila(controllo(), domanda, "recuperaImporto", indietro);
  assert.match(troppo.testo, /il massimo è 70,00/);
  await compila(controllo(), domanda, "recuperaImporto", { ...indietro, importoCents: "5" });
  const letta = await pagine.leggi(legale, domanda);
  for (const parola of ["pagata", "simulato, non ufficiale", "importo da restituire", "5,00"])
    assert.ok(letta.includes(parola), parola);
});

test("chi copia le righe pubblicate in un terminale trova le stesse domande estratte", async () => {
  for (let i = 0; i < 3; i++) await approvata(gefo, OP);
  const { vai } = await pagine.invia(controllo(), "/estrazioni", { chiave: gefo.uuid() });
  const pagina = await pagine.leggi(gefo.addetto("OP-0002"), vai ?? "");
  const righe = /<pre[^>]*><code>([\s\S]+?)<\/code>/.exec(pagina)?.[1] ?? "";
  const script = righe.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  const uscite = execFileSync("bash", ["-c", script], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((riga) => riga.split(" ")[1]);
  const estrazioneId = (vai ?? "").split("/").at(-1);
  const { elenco } = await buona(gefo.come(controllo()).estrazione({ estrazioneId }));
  const estratte = elenco.filter(({ estratta }) => estratta).map(({ numero }) => numero);
  assert.deepEqual(uscite, estratte);
  assert.equal(estratte.length, 1);
});

test("chi guarda soltanto apre le pagine che gli spettano, e non ha moduli", async () => {
  const base = gefo.regione();
  const revisore = {
    ...{ ruolo: "revisore", id: "r", nome: "Revisore", regione: "10" },
    ...{ dal: "2014-01-01", al: "2099-01-01" },
  } as unknown as Soggetto;
  for (const percorso of ["/liquidazione", "/estrazioni", "/non-pagate"]) {
    const pagina = await pagine.leggi(revisore, percorso);
    assert.match(pagina, /<h1>/);
    assert.equal(pagina.match(/<form[^>]*action="(?!\/esci)/), null, percorso);
  }
  const guarda = { ...base, funzione: "monitoraggio" } as Soggetto;
  const cifre = await pagine.leggi(guarda, "/non-pagate");
  assert.match(cifre, /Per operatore e per età/);
  assert.doesNotMatch(cifre, /href="\/(rendicontazioni|liquidazione)\//);
  assert.match(await pagine.leggi(guarda, "/liquidazione"), /spetta a un&#39;altra funzione/);
});
