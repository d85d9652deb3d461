import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { OperatoreId, ServizioId } from "../ids.ts";
import { REGOLE_RENDICONTO_2014 } from "../pacchetto/regole-rendiconto.ts";
import { addDays, type CivilDate, type Instant } from "../time.ts";
import { estrai, quantiEstratti } from "./campione.ts";
import * as decide from "./decide.ts";
import { FASCE_ETA, fasciaEtaDi } from "./eta.ts";
import { mostraIban, normalizzaIban } from "./iban.ts";
import { type Durc, type Richiesta, STATI_RICHIESTA, type StatoRichiesta } from "./richiesta.ts";

const REGOLE = REGOLE_RENDICONTO_2014.liquidazione;
const OGGI = "2015-03-02" as CivilDate;
const ORA = "2015-03-02T09:00:00.000Z" as Instant;
const IBAN = "IT60X0542811101000000123456";
const DURC: Durc = { esito: "regolare", numero: "1", scadenza: OGGI, simulato: true };
const CONTROLLI = Object.keys(REGOLE.controlli);

const una = (stato: StatoRichiesta, parti: Partial<Richiesta> = {}): Richiesta => ({
  ...{ id: "q", numero: "1", operatoreId: "OP-0001" as OperatoreId, stato, iban: IBAN },
  voci: [
    {
      ...{ rendicontazioneId: "r", servizioId: "s" as ServizioId, adesioneId: "a" },
      ...{ importoCents: 1_000, recuperatoCents: 0, ammessaDa: "Anna" },
    },
  ],
  ...{ presentataAt: ORA, presentataDa: "Legale", approvataDa: "Bruno", controllataDa: null },
  ...{ ordinataDa: null, ordineId: null, ordinataOn: OGGI, pagataOn: null, motivo: null },
  ...{ version: 3, ...parti },
});
const recupero = { rendicontazioneId: "r", importoCents: 10, motivo: "firma falsa", chi: "Carla" };
const ORDINE = { chi: "Dario", ordineId: "ordine" };
const PAGATO = { data: OGGI, importoCents: 1_000 };
const COMANDI: Readonly<
  Record<decide.ComandoRichiesta, (r: Richiesta) => ReturnType<typeof decide.respingiRichiesta>>
> = {
  approvaRichiesta: (r) =>
    decide.approvaRichiesta(r, { chi: "Bruno", controlli: CONTROLLI, durc: DURC }, REGOLE, OGGI),
  respingiRichiesta: (r) => decide.respingiRichiesta(r, "manca la firma"),
  estraiCampione: (r) => decide.applicaEstrazione(r, true),
  registraControllo: (r) => decide.registraControllo(r, { chi: "Carla", decurtazioni: [] }),
  ordinaPagamento: (r) => decide.ordinaPagamento(r, { ...ORDINE, durc: DURC }, OGGI),
  confermaPagamento: (r) => decide.confermaPagamento(r, PAGATO, OGGI),
  stornaPagamento: (r) => decide.stornaPagamento(r, { ...PAGATO, motivo: "conto chiuso" }, OGGI),
  correggiIban: (r) => decide.correggiIban(r, IBAN),
  recuperaImporto: (r) => decide.recuperaImporto(r, recupero),
};
const codice = (esito: Readonly<{ ok: boolean; rifiuto?: Readonly<{ code: string }> }>): string =>
  esito.ok ? "ok" : (esito.rifiuto?.code ?? "");

test("[Q1] ogni comando in ogni stato: aperto dove dice la tabella, altrove rifiutato con i suoi fatti", () => {
  for (const stato of Object.keys(STATI_RICHIESTA) as StatoRichiesta[])
    for (const [comando, fai] of Object.entries(COMANDI)) {
      const aperti: readonly StatoRichiesta[] =
        decide.RICHIESTE_APERTE[comando as decide.ComandoRichiesta];
      const esito = fai(una(stato));
      assert.equal(esito.ok, aperti.includes(stato), `${comando} ${stato}: ${codice(esito)}`);
      if (esito.ok) assert.equal(esito.value.version, 4);
      else assert.equal(esito.rifiuto.code, "liquidazione.passo-non-aperto");
    }
});

test("[Q2] chi ha approvato o ammesso non controlla e non recupera", () => {
  for (const chi of ["Anna", "Bruno"]) {
    const controllo = decide.registraControllo(una("in-controllo"), { chi, decurtazioni: [] });
    assert.equal(codice(controllo), "liquidazione.stessa-persona");
    const preso = decide.recuperaImporto(una("pagata"), { ...recupero, chi });
    assert.equal(codice(preso), "liquidazione.stessa-persona");
  }
});

test("[Q8] chi ha approvato non ordina; chi ha ammesso può approvare e ordinare", () => {
  const ordina = (chi: string) =>
    codice(decide.ordinaPagamento(una("pagabile"), { ...ORDINE, chi, durc: DURC }, OGGI));
  assert.equal(ordina("Bruno"), "liquidazione.stessa-persona");
  assert.equal(ordina("Anna"), "ok");
  const approva = { chi: "Anna", controlli: CONTROLLI, durc: DURC };
  assert.equal(codice(decide.approvaRichiesta(una("presentata"), approva, REGOLE, OGGI)), "ok");
});

test("[Q9] un pagamento vale per intero, fra il giorno dell'ordine e oggi", () => {
  const conferma = (parti: object) =>
    codice(decide.confermaPagamento(una("ordinata"), { ...PAGATO, ...parti }, OGGI));
  assert.equal(conferma({}), "ok");
  assert.equal(conferma({ importoCents: 999 }), "liquidazione.importo-diverso");
  assert.equal(conferma({ data: addDays(OGGI, 1) }), "liquidazione.data-non-valida");
  assert.equal(conferma({ data: "2014-03-02" }), "liquidazione.data-non-valida");
  const storna = (data: CivilDate, motivo: string) =>
    codice(decide.stornaPagamento(una("ordinata"), { ...PAGATO, data, motivo }, OGGI));
  assert.equal(storna(addDays(OGGI, -1), "conto chiuso"), "liquidazione.data-non-valida");
  assert.equal(storna(OGGI, " "), "liquidazione.motivo-mancante");
});

test("[Q3] controlli e DURC: manca uno, non si approva e non si ordina", () => {
  const approva = (controlli: readonly string[], durc: Durc): string =>
    codice(decide.approvaRichiesta(una("presentata"), { chi: "B", controlli, durc }, REGOLE, OGGI));
  assert.equal(approva(CONTROLLI.slice(1), DURC), "liquidazione.controlli-incompleti");
  const scaduto = { ...DURC, scadenza: addDays(OGGI, -1) };
  assert.equal(approva(CONTROLLI, scaduto), "durc.scaduto");
  assert.equal(approva(CONTROLLI, { ...DURC, esito: "in-verifica" }), "durc.non-regolare");
  const ordine = decide.ordinaPagamento(una("pagabile"), { ...ORDINE, durc: scaduto }, OGGI);
  assert.equal(codice(ordine), "durc.scaduto");
});

/** Any function will do for the law: this one spreads letters well enough. */
const impronta = (text: string): string => {
  let hash = 2_166_136_261;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  return (hash >>> 0).toString(16).padStart(8, "0") + text;
};

test("[Q4] il campione si rifà dal seme e dall'elenco, in qualunque ordine; [Q5] e ne ha quanti deve", () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 80 });
  fc.assert(
    fc.property(ids, fc.string(), (elenco, seme) => {
      const estratti = (tutti: readonly string[]): string[] =>
        estrai(tutti, seme, REGOLE.campione, impronta)
          .ordinati.filter(({ estratto }) => estratto)
          .map(({ id }) => id);
      assert.deepEqual(estratti(elenco), estratti(elenco.toReversed()));
      assert.equal(estratti(elenco).length, quantiEstratti(elenco.length, REGOLE.campione));
    }),
  );
  const regole = { quotaPercent: 10, minimo: 3, massimo: 5 };
  assert.deepEqual(
    [0, 2, 11, 40, 41, 900].map((n) => quantiEstratti(n, regole)),
    [0, 2, 3, 4, 5, 5],
  );
});

test("[Q6] un IBAN con una cifra sbagliata o due scambiate è rifiutato", () => {
  assert.deepEqual(normalizzaIban(" it60 x054 2811 1010 0000 0123 456 "), {
    ok: true,
    value: IBAN,
  });
  assert.equal(mostraIban(IBAN), "IT60 X054 2811 1010 0000 0123 456");
  assert.equal(codice(normalizzaIban("DE89370400440532013000")), "ok");
  assert.equal(codice(normalizzaIban(IBAN.slice(0, -1))), "iban.lunghezza");
  assert.equal(codice(normalizzaIban("ciao")), "iban.forma");
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 26 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digit = Number(IBAN[at]);
      if (Number.isNaN(digit)) return;
      const wrong = IBAN.slice(0, at) + ((digit + by) % 10) + IBAN.slice(at + 1);
      assert.equal(codice(normalizzaIban(wrong)), "iban.controllo");
      const next = IBAN[at + 1] ?? "";
      if (next === "" || next === IBAN[at]) return;
      const swapped = IBAN.slice(0, at) + next + IBAN[at] + IBAN.slice(at + 2);
      assert.equal(codice(normalizzaIban(swapped)), "iban.controllo");
    }),
  );
});

test("[Q7] un controllo non toglie più dell'importo, un recupero non chiede più del pagato", () => {
  const controlla = (importoCents: number) =>
    decide.registraControllo(una("in-controllo"), {
      ...{ chi: "Carla", decurtazioni: [{ rendicontazioneId: "r", importoCents }] },
    });
  assert.equal(codice(controlla(1_001)), "liquidazione.oltre-l-importo");
  assert.equal(codice(controlla(-1)), "liquidazione.oltre-l-importo");
  const tutto = controlla(1_000);
  assert.equal(tutto.ok && tutto.value.stato, "respinta");
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 700 }), { maxLength: 12 }), (importi) => {
      let richiesta = una("pagata");
      for (const importoCents of importi) {
        const esito = decide.recuperaImporto(richiesta, { ...recupero, importoCents });
        if (esito.ok) richiesta = esito.value;
      }
      assert.ok((richiesta.voci[0]?.recuperatoCents ?? 0) <= 1_000);
    }),
  );
});

test("una domanda vuota, troppo piccola, troppo presto o con un IBAN sbagliato è rifiutata", () => {
  const regole = { ...REGOLE, importoMinCents: 1_000, intervalloDays: 30 };
  const { stato: _, ...base } = una("presentata");
  const chiedi = (parti: object, ultimaAt: Instant | null = null): string =>
    codice(decide.presentaRichiesta({ ...base, ...parti }, ultimaAt, regole, ORA));
  assert.equal(chiedi({}), "ok");
  assert.equal(chiedi({ voci: [] }), "liquidazione.nessuna-voce");
  const poco = base.voci.map((voce) => ({ ...voce, importoCents: 999 }));
  assert.equal(chiedi({ voci: poco }), "liquidazione.sotto-il-minimo");
  assert.equal(chiedi({}, ORA), "liquidazione.troppo-presto");
  assert.equal(chiedi({ iban: IBAN.replace("60", "61") }), "iban.controllo");
});

test("l'età di ciò che non è pagato cade in una fascia sola", () => {
  const dopo = (days: number) => fasciaEtaDi(OGGI, addDays(OGGI, days));
  assert.deepEqual([0, 30, 31, 60, 61, 90, 91, 900].map(dopo), [
    ...["0-30", "0-30", "31-60", "31-60", "61-90", "61-90", "oltre-90", "oltre-90"],
  ]);
  assert.equal(Object.keys(FASCE_ETA).length, 4);
});
