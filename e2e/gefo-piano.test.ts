import assert from "node:assert/strict";
import { after, test } from "node:test";
import { buona, gefoDiProva, semina, unCaso, unPatto } from "../nodes/gefo/src/fixtures.ts";
import { rendicontata } from "./ordinata.ts";
import { idRipetuti, pagineGefo } from "./pagine-gefo.ts";

/** The page of the plan: what it says of the draft is true of what will be signed. */
const gefo = await gefoDiProva();
const pagine = pagineGefo(gefo);
after(() => gefo.close());

const OP = "OP-0001";
const io = () => gefo.addetto(OP);
const CAMBIATO = /Hai cambiato qualcosa: salva la bozza prima di firmare/;
const riga = (i: number, misura: string, oreUnita: string) => ({
  ...{ [`righe.${i}.misura`]: misura, [`righe.${i}.oreUnita`]: oreUnita },
  [`righe.${i}.erogatoreId`]: "",
});

/** A case whose draft is saved: 8 hours of 1-C, worth 284 euro. */
async function conBozza(oreUnita = 8): Promise<string> {
  const { adesioneId } = await unCaso(gefo, OP);
  await unPatto(gefo, OP, adesioneId);
  await salva(adesioneId, 0, oreUnita);
  return adesioneId;
}
const salva = (adesioneId: string, version: number, oreUnita: number, misura = "1-C") =>
  buona(
    gefo.come(io()).salvaPiano({
      ...{ chiave: gefo.uuid(), adesioneId, version, righe: [{ misura, oreUnita }] },
    }),
  );
const chiedi = (adesioneId: string, campi: Readonly<Record<string, string>>) => {
  const query = new URLSearchParams({ azione: "calcola", version: "1", ...campi });
  return pagine.leggi(io(), `/casi/${adesioneId}/piano?${query}`);
};
/** Without the blank that does not break between a figure and its sign. */
const testoDi = (pagina: string): string => pagina.replaceAll("\u00a0", " ").replace(/\s+/g, " ");
const firmaDi = (pagina: string): string =>
  testoDi(pagina).split("Firma e invio</h2>")[1]?.split("</section>")[0] ?? "";

test("sopra la firma c'è il valore della bozza conservata, non di ciò che è scritto nei campi", async () => {
  const adesioneId = await conBozza();
  const ferma = await pagine.leggi(io(), `/casi/${adesioneId}/piano`);
  assert.match(firmaDi(ferma), /Bozza 1.*vale 284,00 €/);
  assert.match(ferma, /value="inviaDote"/);
  const rifatta = await chiedi(adesioneId, riga(0, "1-C", "1"));
  assert.match(testoDi(rifatta), /data-piano="valore">35,50 €/);
  assert.match(firmaDi(rifatta), /vale 284,00 €/);
  assert.doesNotMatch(firmaDi(rifatta), /35,50/);
  assert.match(rifatta, CAMBIATO);
  assert.doesNotMatch(rifatta, /value="inviaDote"/);
  const uguale = await chiedi(adesioneId, { ...riga(1, "1-C", "8"), ...riga(0, "", "1") });
  assert.match(uguale, /value="inviaDote"/);
});

test("dopo un conflitto fra due persone la firma dice la bozza dell'altra, e aspetta", async () => {
  const adesioneId = await conBozza();
  await salva(adesioneId, 1, 4);
  const mia = { azione: "salvaPiano", chiave: gefo.uuid(), version: "1", ...riga(0, "1-C", "2") };
  const { status, testo } = await pagine.invia(io(), `/casi/${adesioneId}/piano`, mia);
  assert.equal(status, 409);
  assert.match(firmaDi(testo), /Bozza 2.*vale 142,00 €/);
  assert.match(testo, CAMBIATO);
  assert.doesNotMatch(testo, /value="inviaDote"/);
});

test("chi ricalcola tiene la versione che ha letto: la bozza nata nel frattempo non si copre in silenzio", async () => {
  const adesioneId = await conBozza();
  await salva(adesioneId, 1, 4);
  const rifatta = await chiedi(adesioneId, riga(0, "1-C", "2"));
  const modulo = rifatta.split("data-regole=")[1] ?? "";
  assert.match(modulo, /name="version" value="1"/);
});

test("ore oltre il massimo: l'errore è accanto al campo, il valore non finge, la firma non c'è", async () => {
  const adesioneId = await conBozza();
  for (const ore of ["1000000000", "2001", "500", "0", "1,5", ""]) {
    const pagina = await chiedi(adesioneId, { ...riga(0, "", "1"), ...riga(1, "1-C", ore) });
    const campo = pagina.split('name="righe.1.oreUnita"')[1]?.split("</div>")[0] ?? "";
    assert.match(campo, /aria-invalid="true"/, ore);
    assert.match(campo, /id="campo-righe-1-oreUnita-errore"[^>]*>[^<]+</, ore);
    const somme = testoDi(pagina).split("Quanto vale</h2>")[1]?.split("</dl>")[0] ?? "";
    assert.match(somme, /data-piano="valore">(0,00 €|—)</, ore);
    assert.doesNotMatch(somme, /-\d/, ore);
    assert.doesNotMatch(pagina, /value="inviaDote"/, ore);
    assert.deepEqual(idRipetuti(pagina), []);
    for (const [, id] of pagina.matchAll(/<a href="#(campo-[^"]+)"/g))
      assert.ok(pagina.includes(`id="${id}"`), `#${id}`);
  }
});

test("una bozza oltre il massimo lo dice, e non offre la firma", async () => {
  const adesioneId = await conBozza();
  const { catalogo, massimaleCents } = await buona(gefo.come(io()).piano({ adesioneId }));
  const righe = catalogo.map(({ misura, unitaMax, importoMaxCents, tariffaCents }) => ({
    misura,
    oreUnita: Math.min(unitaMax, Math.floor(importoMaxCents / tariffaCents)),
  }));
  const bozza = { chiave: gefo.uuid(), adesioneId, version: 1, righe: righe.slice(0, 10) };
  await buona(gefo.come(io()).salvaPiano(bozza));
  const { calcolo } = await buona(gefo.come(io()).piano({ adesioneId }));
  assert.ok(calcolo.valoreCents > massimaleCents);
  const pagina = await pagine.leggi(io(), `/casi/${adesioneId}/piano`);
  assert.match(testoDi(pagina), /Il piano supera il massimo di [\d.]+,\d\d €/);
  assert.match(firmaDi(pagina), /Così non si può firmare/);
  assert.doesNotMatch(pagina, /value="inviaDote"/);
});

test("la dote che trova denaro aspetta la conferma; quella che non lo trova è in coda, e si dice solo questo", async () => {
  const [prima = "", seconda = "", terza = ""] = await semina(gefo, 3, OP);
  const invia = (adesioneId: string) =>
    pagine.invia(io(), `/casi/${adesioneId}/piano`, {
      ...{ azione: "inviaDote", chiave: gefo.uuid(), version: "1" },
    });
  const { avviso: bene } = await invia(prima);
  assert.match(bene ?? "", /aspettiamo la conferma del registro nazionale/);
  await buona(
    gefo.come(gefo.regione()).apriLinea({
      ...{ chiave: gefo.uuid(), avvisoId: "GG-2014", misura: "7-1", operatoreId: "" },
      ...{ importoCents: 1, atto: "D.d.u.o. 1/2015" },
    }),
  );
  const { avviso } = await invia(seconda);
  assert.match(avviso ?? "", /in coda per il denaro, con il numero 1/);
  assert.doesNotMatch(avviso ?? "", /conferma|Dote inviata/);
  await invia(terza);
  const pagina = await pagine.leggi(io(), `/casi/${terza}`);
  assert.match(pagina, /Prima di lei ce n&#39;è una\./);
});

test("una riga per servizio e una vuota; se ne aggiungono altre senza script e senza perdere ciò che è scritto", async () => {
  const adesioneId = await conBozza();
  const righe = (pagina: string) => pagina.match(/data-riga="/g)?.length;
  assert.equal(righe(await pagine.leggi(io(), `/casi/${adesioneId}/piano`)), 2);
  const scritte = { ...riga(0, "1-C", "3"), ...riga(1, "", "1") };
  const altra = await chiedi(adesioneId, { ...scritte, azione: "aggiungi" });
  assert.equal(righe(altra), 3);
  assert.match(altra, /name="righe.0.oreUnita"[^>]*/);
  assert.match(altra, /value="3"/);
  const dieci = await chiedi(adesioneId, { ...riga(9, "", "1"), azione: "aggiungi" });
  assert.equal(righe(dieci), 10);
  assert.doesNotMatch(dieci, /value="aggiungi"/);
});

test("il denaro ha sempre il punto delle migliaia, anche sotto le diecimila", async () => {
  const adesioneId = await conBozza();
  const pagina = await chiedi(adesioneId, riga(0, "2-A", "40"));
  assert.match(testoDi(pagina), /1\.600,00 €/);
  assert.doesNotMatch(pagina, /\d{4},\d\d/);
});

test("chi non può presentare una rendicontazione lo legge prima, e così chi ne ha una in verifica o niente da chiedere", async () => {
  const rendicontazioneId = await rendicontata(gefo, OP, 2);
  const desk = gefo.come(gefo.regione("Anna"));
  const { servizioId, controlli } = await buona(desk.rendicontazione({ rendicontazioneId }));
  const percorso = `/servizi/${servizioId}/conto`;
  const BOTTONE = /value="rendiconta"/;
  const guarda = async (chi = io()) => testoDi(await pagine.leggi(chi, percorso));
  assert.match(
    await guarda(gefo.addetto(OP, ["erogatore"])),
    /la presenta il rappresentante legale/,
  );
  assert.match(await guarda(), /la Regione sta verificando quella presentata/);
  for (const chi of [io(), gefo.addetto(OP, ["erogatore"])])
    assert.doesNotMatch(await guarda(chi), BOTTONE);
  const verifica = { chiave: gefo.uuid(), rendicontazioneId, controlli: Object.keys(controlli) };
  await buona(desk.verificaRendicontazione(verifica));
  const dopo = await guarda();
  assert.match(dopo, /non ci sono altre ore con tutte e due le firme/);
  assert.doesNotMatch(dopo, BOTTONE);
  const fine = { chiave: gefo.uuid(), servizioId, dataFine: gefo.oggi(), esito: "conclusa" };
  await buona(gefo.come(io()).concludiServizio(fine));
  assert.match(await guarda(), BOTTONE);
});
