import assert from "node:assert/strict";
import { test } from "node:test";
import { conImportate, creaCatalogo, type Voce } from "../codici/lista.ts";
import { LISTE } from "../codici/liste.ts";
import { REGOLE_SAP } from "../pacchetto/regole-sap.ts";
import { codiciUsati, controllaInUscita, segnalaIgnoti } from "./codici.ts";
import { incoerenze } from "./coerenza.ts";
import { conferisciDid, ultimaDid } from "./conferisci-did.ts";
import {
  enteDiOperatore,
  enteDiRegione,
  politicaDaMisura,
  politicaDaPresa,
  regioneDiEnte,
} from "./da-flussi.ts";
import { riceviSap } from "./decide.ts";
import { AZIONI_DID, PASSI_DID, passaDid, STATI_DID, type StatoDid, statoDid } from "./did.ts";
import {
  anagrafici,
  CPI,
  contesto,
  dopo,
  giorno,
  nota,
  OGGI,
  OPERATORE,
  unaPolitica,
  unaPresa,
  unInvio,
} from "./fixtures.ts";
import { ENTE_NAZIONALE, type IdPolitica } from "./identificativi.ts";
import { notificheDi } from "./notifiche.ts";
import { esitoDi, type PoliticaInviata, type PoliticaSap } from "./politica.ts";
import { evolveSap, type Sap } from "./sap.ts";

const MAPPA = REGOLE_SAP.esitoDiEvento;
const STATI: readonly (StatoDid | null)[] = [null, ...(Object.keys(STATI_DID) as StatoDid[])];

/** The life of the DID written a second time, by hand: action → from which states. */
const LEGGE: Readonly<Record<string, string>> = {
  ...{ inserisci: "- A R", conferma: "I S", sospendi: "C", revoca: "C S", annulla: "I" },
};

test("[S13] ogni casella della DID, stato per stato e azione per azione, dice quello che dice la legge", () => {
  let ammesse = 0;
  for (const stato of STATI)
    for (const azione of AZIONI_DID) {
      const expected = (LEGGE[azione] ?? "").split(" ").includes(stato ?? "-");
      const esito = passaDid(stato, azione);
      assert.equal(esito.ok, expected, `${stato} ${azione}`);
      if (esito.ok) {
        ammesse++;
        const { evento, a } = esito.value;
        const ultimoEvento = { evento, data: OGGI, descrizione: null };
        assert.equal(statoDid({ ultimoEvento }), a);
      }
    }
  assert.equal(ammesse, 9);
});

test("[S13] la DID fatta dal Ministero nasce, si conferma, si sospende, si revoca, e il titolare lo sa", () => {
  const ctx = contesto();
  let sap = dopo(null, unInvio(), ctx);
  const motivi: string[] = [];
  for (const azione of ["inserisci", "conferma", "sospendi", "revoca"] as const) {
    const deciso = conferisciDid(sap, { azione, giorno: OGGI, ente: ENTE_NAZIONALE }, ctx);
    assert.ok(deciso.ok);
    motivi.push(...notificheDi(sap, deciso.value.eventi, null).map(({ motivo }) => motivo));
    sap = evolveSap(sap, deciso.value.eventi);
    const did = ultimaDid(sap.politiche);
    assert.equal(did?.titolo, did?.identificativo);
    assert.equal(did && statoDid(did), PASSI_DID[azione].a);
  }
  assert.deepEqual(motivi, ["08", "10", "12", "11"]);
  assert.equal(sap.politiche.length, 1);
  const ancora = conferisciDid(sap, { azione: "conferma", giorno: OGGI, ente: CPI }, ctx);
  assert.ok(!ancora.ok && ancora.rifiuto.code === "did.passo-non-ammesso");
  assert.ok(!conferisciDid(null, { azione: "inserisci", giorno: OGGI, ente: CPI }, ctx).ok);
  const riserva = conferisciDid(sap, { azione: "inserisci", giorno: OGGI, ente: CPI }, ctx);
  assert.ok(riserva.ok);
  const { eventi } = riserva.value;
  assert.deepEqual(
    (["O", "R", "N"] as const).map((fonte) => notificheDi(sap, eventi, null, fonte)[0]?.motivo),
    ["08", "14", "15"],
  );
});

const did = (evento: string): PoliticaInviata =>
  unaPolitica({ tipoAttivita: "N00", ultimoEvento: { evento, data: OGGI, descrizione: null } });

test("[S13] un passo non ammesso che arriva in una SAP lascia la DID dov'era, con un avviso", () => {
  const ctx = contesto();
  const sap: Sap = dopo(null, unInvio({ politiche: [did("08")] }), ctx);
  const invio = unInvio({ id: sap.id, tipoVariazione: "02", politiche: [did("02")], sezioni: {} });
  const deciso = riceviSap(nota(sap), invio, ctx);
  assert.ok(deciso.ok);
  assert.deepEqual(deciso.value.eventi, []);
  assert.deepEqual(
    deciso.value.avvisi.map(({ code }) => code),
    ["did.passo-non-ammesso"],
  );
});

const date = (proposta: string, inizio: string | null, fine: string | null) => ({
  ...{ ultimoEvento: null, dataProposta: giorno(proposta) },
  ...{ dataInizio: inizio as never, dataFine: fine as never },
});

test("[S15] senza evento parlano le date", () => {
  const casi = [
    [date("2026-01-01", "2026-01-01", "2026-01-01"), "RIF"],
    [date("2026-01-01", "2026-01-02", "2026-03-02"), "FC"],
    [date("2026-01-01", "2026-01-02", "2026-03-03"), "AVV"],
    [date("2026-01-01", "2026-03-02", null), "AVV"],
    [date("2026-01-01", "2026-03-03", "2026-04-01"), "PRO"],
    [date("2026-01-01", null, null), "PRO"],
    [date("2026-01-02", "2026-01-01", null), null],
    [date("2026-01-01", "2026-01-05", "2026-01-04"), null],
  ] as const;
  for (const [politica, atteso] of casi) assert.equal(esitoDi(politica, OGGI, MAPPA), atteso);
});

test("[S15] con l'evento parla la tabella, per tutti e quindici; 13 e 14 tornano alle date", () => {
  const attesi = "PRO AVV RIF RIF INT RIF INT NA AVV FC FC INT AVV AVV INT".split(" ");
  for (const [i, atteso] of attesi.entries()) {
    const evento = String(i + 1).padStart(2, "0");
    const politica = unaPolitica({ ultimoEvento: { evento, data: OGGI, descrizione: null } });
    assert.equal(esitoDi(politica, OGGI, MAPPA), atteso, evento);
  }
});

test("[S18] un codice sconosciuto entra e si segnala una volta; non esce", () => {
  const catalogo = creaCatalogo(LISTE);
  const politiche = [unaPolitica({ tipoAttivita: "Q77" }), unaPolitica({ tipoAttivita: "Q77" })];
  const usati = codiciUsati(anagrafici(), politiche);
  assert.deepEqual(segnalaIgnoti(usati, catalogo, OGGI), [
    {
      ...{ code: "codice.sconosciuto", lista: "tipo-attivita", codice: "Q77" },
      percorso: "politiche",
    },
  ]);
  assert.ok(!controllaInUscita(usati, catalogo, OGGI).ok);
  assert.ok(controllaInUscita(codiciUsati(anagrafici(), [unaPresa()]), catalogo, OGGI).ok);
});

test("[S18] una voce importata vale nelle sue date e sta sopra quella di partenza; una lista vuota non giudica", () => {
  const voce: Voce = {
    ...{ codice: "Q77", descrizione: "prova", prova: "importata" },
    ...{ dal: giorno("2026-01-01"), al: giorno("2026-01-31") },
  };
  const liste = conImportate(LISTE, [{ id: "tipo-attivita", nome: "", voci: [voce] }]);
  const catalogo = creaCatalogo(liste);
  assert.equal(catalogo.valuta("tipo-attivita", "Q77", giorno("2026-01-31")), "noto");
  assert.equal(catalogo.valuta("tipo-attivita", "Q77", giorno("2026-02-01")), "non-in-vigore");
  assert.equal(catalogo.valuta("tipo-attivita", "A02", OGGI), "noto");
  assert.equal(catalogo.valuta("comune", "B354", OGGI), "lista-assente");
  assert.equal(catalogo.descrivi("tipo-attivita", "Q77"), "prova");
});

let n = 0;
const sap = (parte: Partial<PoliticaInviata>): PoliticaSap => ({
  ...unaPolitica(parte),
  identificativo: `13${String(++n).padStart(8, "0")}A` as IdPolitica,
  inviataDa: CPI,
});
const con = (evento: string, parte: Partial<PoliticaInviata> = {}) =>
  sap({ ...parte, ultimoEvento: { evento, data: OGGI, descrizione: null } });
const presa = (evento: string) => con(evento, { tipoAttivita: "A02", indiceProfiling: "2" });

test("[S20] le politiche che sostengono uno stato non danno avvisi; le altre dicono che cosa manca", () => {
  const A01 = con("05", { tipoAttivita: "A01" });
  const buone = {
    P: [presa("10"), con("01"), A01, con("08")],
    T: [presa("10"), con("02")],
    F: [presa("10"), con("10")],
    R: [presa("10"), con("04")],
    X: [presa("04")],
    C: [A01],
    A: [],
  } as const;
  for (const [stato, politiche] of Object.entries(buone))
    assert.deepEqual(incoerenze(stato as "P", politiche, OGGI, MAPPA), [], stato);
  const cattive = {
    ...{ P: [con("02")], T: [presa("10"), con("05")], F: [presa("10"), con("01")] },
    ...{ R: [presa("10"), con("02")], X: [presa("10"), con("02")], C: [presa("10")] },
  };
  for (const [stato, politiche] of Object.entries(cattive))
    assert.notDeepEqual(incoerenze(stato as "P", politiche, OGGI, MAPPA), [], stato);
});

test("[S21] la presa in carico dei nostri flussi entra conclusa; la misura una politica con il suo evento", () => {
  const ente = enteDiOperatore(REGOLE_SAP, "13", "OP-0007");
  assert.equal(ente, OPERATORE);
  assert.equal(enteDiRegione(REGOLE_SAP, "13"), CPI);
  assert.equal(regioneDiEnte(REGOLE_SAP, ente), "13");
  assert.equal(regioneDiEnte(REGOLE_SAP, "Q999S000001"), null);
  const a02 = politicaDaPresa({ ente, dataPatto: giorno("2026-01-20"), fascia: 3 });
  assert.deepEqual(
    [a02.tipoAttivita, a02.progetto, a02.indiceProfiling, esitoDi(a02, OGGI, MAPPA)],
    ["A02", "02", "3", "FC"],
  );
  const chi = { ente, misura: "5", dataInizio: giorno("2026-02-01") };
  const esiti = [
    [null, null, "AVV"],
    ["2026-03-01", "conclusa", "FC"],
    ["2026-03-01", "conclusa-con-contratto", "FC"],
    ["2026-03-01", "abbandonata", "INT"],
  ] as const;
  for (const [dataFine, esito, atteso] of esiti) {
    const politica = politicaDaMisura({ ...chi, dataFine: dataFine as never, esito }, REGOLE_SAP);
    assert.equal(politica.tipoAttivita, "C06");
    assert.equal(esitoDi(politica, OGGI, MAPPA), atteso);
  }
});
