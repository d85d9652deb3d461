import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Soggetto } from "@staffetta/contracts";
import { gefoDiProva, unCaso } from "../nodes/gefo/src/fixtures.ts";
import { type PagineGefo, pagineGefo } from "./pagine-gefo.ts";

const gefo = await gefoDiProva();
const pagine = pagineGefo(gefo);
after(() => gefo.close());

const OP = "OP-0001";
const MAI = "01890000-0000-7000-8000-00000000ffff";

test("un indirizzo scritto male, o di una cosa che non c'è, porta a una pagina che lo dice: 404", async () => {
  const addetto = gefo.addetto(OP);
  const desk = gefo.regione();
  const chi: readonly (readonly [Soggetto, readonly string[]])[] = [
    [addetto, ["/casi/*", "/casi/*/fascicolo", "/casi/*/piano", "/casi/*/appuntamento"]],
    [addetto, ["/servizi/*/conto", "/servizi/*/registro", "/servizi/*/indennita", "/posta/*"]],
    [addetto, ["/liquidazione/*", "/allegati/*", "/documenti/*", "/agenda/ics/*"]],
    [desk, ["/rendicontazioni/*", "/liquidazione/*", "/estrazioni/*", "/operatori/*", "/avvisi/*"]],
  ];
  for (const [soggetto, percorsi] of chi)
    for (const percorso of percorsi)
      for (const id of ["xyz", "1", MAI, "%F0%9F%98%80"]) {
        const indirizzo = percorso.replace("*", id);
        const { status, testo } = await pagine.apri(soggetto, indirizzo);
        assert.equal(status, 404, indirizzo);
        assert.doesNotMatch(testo, /Alcuni dati/, indirizzo);
        assert.match(testo, /<strong>Che cosa fare:<\/strong>/, indirizzo);
      }
  assert.match(await pagine.leggi(addetto, "/casi/xyz"), /<h1>Questo caso non c&#39;è<\/h1>/);
});

test("un modulo mandato a un caso che non c'è lo dice, senza segnare campi", async () => {
  for (const id of ["1", MAI]) {
    const campi = { azione: "firmaPatto", chiave: gefo.uuid() };
    const { status, testo } = await pagine.invia(gefo.addetto(OP), `/casi/${id}/fascicolo`, campi);
    assert.equal(status, 404, id);
    assert.match(testo, /Questo caso non c&#39;è/);
  }
});

test("cercare un segno non mostra tutti: mostra nessuno, e dice come si cerca", async () => {
  await unCaso(gefo, OP);
  const io = gefo.addetto(OP);
  const casi = (testo: string) => testo.match(/href="\/casi\//g)?.length ?? 0;
  assert.ok(casi(await pagine.leggi(io, "/lavoro")) > 0);
  for (const segno of ["%", "_", "\\", "😀", "*", "'", "a%"]) {
    const { status, testo } = await pagine.apri(io, `/lavoro?nome=${encodeURIComponent(segno)}`);
    assert.equal(status, 200, segno);
    assert.equal(casi(testo), 0, segno);
    assert.match(testo, /Nessuno si chiama così/, segno);
    const { vai } = await pagine.invia(io, "/lavoro/cerca", { cerca: segno });
    assert.match(vai ?? "", /^\/lavoro\?nome=/, segno);
  }
});

/** One of each, as the desk would see them: a test of a slice has no flows of its own. */
const QUADRI = {
  flussi: {
    ...{ nodo: "gefo-10", at: "2014-11-03T09:00:00.000Z" },
    partner: [
      {
        ...{ nome: "borsalavoro-10", circuito: "chiuso", inPausa: false },
        ...{ prossimoTentativoAt: null, etaSeconds: null },
      },
    ],
    fermi: [
      {
        ...{ id: "1", partner: "borsalavoro-10", tipo: "adesione.v1", corsia: 1, progressivo: 1 },
        ...{ at: "2014-11-03T09:00:00.000Z", tentativi: 3, errore: "guasto" },
        ...{ stato: "in quarantena", prossimoTentativoAt: null },
      },
    ],
    ...{ corsie: [], rifiuti: [], nonPortati: [], allarmi: [] },
  },
  collegamento: {
    ...{ nodo: "gefo-10", kid: "gefo-10", aud: [], sistemi: [], revocate: [], richiami: [] },
    partner: [{ nome: "borsalavoro-10", indirizzo: "http://localhost" }],
  },
};

function conFlussi(): PagineGefo {
  const mostra = (valore: object) => async () => ({ ok: true, valore });
  const implementazione = {
    ...gefo.parte.implementazione,
    flussi: mostra(QUADRI.flussi),
    collegamento: mostra(QUADRI.collegamento),
  } as typeof gefo.parte.implementazione;
  return pagineGefo({ ...gefo, parte: { ...gefo.parte, implementazione } });
}

const COMANDI = ["/flussi/pausa", "/flussi/riprova", "/collegamento/revoca"];

test("chi controlla e chi guarda le cifre legge i flussi e non li comanda; il revisore non li apre", async () => {
  const pagine = conFlussi();
  for (const funzione of ["controllo", "monitoraggio"] as const) {
    const chi = gefo.regione("Carla", funzione);
    for (const percorso of ["/flussi", "/collegamento"]) {
      const { status, testo } = await pagine.apri(chi, percorso);
      assert.equal(status, 200, percorso);
      assert.equal(testo.match(/<form[^>]*action="(?!\/esci)/), null, percorso);
      assert.match(testo, /Può farla: istruttoria/, percorso);
    }
    const revoca = { kid: "gefo-10", motivo: "prova" };
    assert.equal((await pagine.invia(chi, "/collegamento/revoca", revoca)).status, 403);
    const pausa = { partner: "borsalavoro-10", inPausa: "true" };
    assert.equal((await pagine.invia(chi, "/flussi/pausa", pausa)).status, 403);
    assert.equal((await pagine.invia(chi, "/flussi/riprova", { id: "1" })).status, 403);
  }
  const loro = [await pagine.leggi(gefo.regione(), "/flussi")];
  loro.push(await pagine.leggi(gefo.regione(), "/collegamento"));
  for (const comando of COMANDI) assert.ok(loro.join("").includes(`action="${comando}"`), comando);
  const revisore = {
    ...{ ruolo: "revisore", id: "r", nome: "Revisore", regione: "10" },
    ...{ dal: "2014-01-01", al: "2099-01-01" },
  } as unknown as Soggetto;
  for (const comando of ["/flussi", "/collegamento", "/collegamento/voucher"])
    assert.equal((await pagine.apri(revisore, comando)).status, 403, comando);
  for (const comando of COMANDI)
    assert.equal((await pagine.invia(revisore, comando, {})).status, 403, comando);
});
