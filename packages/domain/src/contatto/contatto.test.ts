import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cambiaCifre, cifreDi } from "../avviso/cifre-regole.ts";
import { REGOLE_GEFO_2014 as REGOLE } from "../pacchetto/regole-gefo.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { CanaleContatto, EsitoContatto } from "../presa-in-carico/contatto.ts";
import * as decide from "../presa-in-carico/decide.ts";
import { evolveCaso } from "../presa-in-carico/evolve.ts";
import { alPasso, must, NATO, nuovo } from "../presa-in-carico/fixtures.ts";
import { addDays, addMs, type CivilDate, dayInRome, type Instant } from "../time.ts";
import { assenzeContate, MOTIVI_ASSENZA, type MotivoAssenza } from "./assenza.ts";
import { giustificaAssenza } from "./giustifica.ts";
import { prossimoContatto, scadenzaContatto, type Tentativo } from "./piano.ts";

const DAY_MS = 86_400_000;
const dopo = (days: number): Instant => addMs(NATO.at, days * DAY_MS);
const il = (days: number): CivilDate => dayInRome(dopo(days));

interface Storia {
  readonly caso: Caso;
  readonly contatti: readonly Tentativo[];
}
const inizio = (): Storia => ({ caso: nuovo(), contatti: [] });
function segue(
  { caso, contatti }: Storia,
  days: number,
  esito: EsitoContatto,
  canale: CanaleContatto = "telefono",
): Storia {
  const at = dopo(days);
  const deciso = decide.registraContatto(caso, { esito, at }, at);
  return { caso: must(caso, deciso), contatti: [...contatti, { at, canale, esito }] };
}
const proponi = (storia: Storia, days: number, appuntamento: Instant | null = null) =>
  prossimoContatto({ ...storia, appuntamento }, REGOLE, il(days));
const giustifica = (caso: Caso, motivo: MotivoAssenza, days: number) =>
  giustificaAssenza(caso, motivo, REGOLE.contatti, dopo(days));

test("il piano: tre tentativi su due canali, poi la convocazione scritta, poi la conclusione", () => {
  let storia = inizio();
  assert.deepEqual(proponi(storia, 0), {
    ...{ passo: "tentativo", entro: il(7), oltreTermine: false, tentativi: 0, tentativiMin: 3 },
    canali: ["telefono", "email", "sms", "lettera"],
  });
  assert.equal(proponi(storia, 8)?.oltreTermine, true);
  for (const days of [1, 3, 5]) storia = segue(storia, days, "nessuna-risposta");
  // Three on one channel are not enough: another one is asked for.
  const altro = proponi(storia, 5);
  assert.deepEqual([altro?.passo, altro?.entro], ["tentativo", il(12)]);
  assert.ok(!altro?.canali.includes("telefono"));
  storia = segue(storia, 6, "nessuna-risposta", "sms");
  assert.equal(proponi(storia, 6)?.passo, "convocazione");
  storia = segue(storia, 8, "convocato", "lettera");
  const aspetta = proponi(storia, 8);
  assert.deepEqual([aspetta?.passo, aspetta?.entro], ["incontro", il(18)]);
  assert.equal(proponi(storia, 19)?.passo, "conclusione");
});

test("[C7] chi non si trova, o non viene, si lascia solo dopo i tentativi del piano: ogni storia, la stessa cifra", () => {
  const { tentativiMin, canaliMin } = REGOLE.contatti;
  const chiude = (storia: Storia, motivo: "irreperibile" | "mancata-presentazione") =>
    decide.nonPrendereInCarico(
      storia.caso,
      { motivo, nota: "", contatti: storia.contatti },
      REGOLE,
      dopo(40),
    );
  for (const canali of [["telefono"], ["telefono", "email"]] as const)
    for (let quanti = 1; quanti <= 4; quanti++) {
      let storia = inizio();
      for (let i = 0; i < quanti; i++)
        storia = segue(storia, i, "convocato", canali[i % canali.length] ?? "telefono");
      const irreperibile = chiude(storia, "irreperibile");
      const usati = Math.min(quanti, canali.length);
      const chi = `${quanti} su ${usati}`;
      assert.equal(irreperibile.ok, quanti >= tentativiMin && usati >= canaliMin, chi);
      if (!irreperibile.ok)
        assert.deepEqual(irreperibile.rifiuto, {
          ...{ code: "non-presa.pochi-tentativi", motivo: "irreperibile", tentativi: quanti },
          ...{ tentativiMin, canali: usati, canaliMin },
        });
      assert.equal(chiude(storia, "mancata-presentazione").ok, quanti >= tentativiMin, chi);
    }
});

test("chi ha un appuntamento è ricordato due giorni prima, poi incontrato", () => {
  const storia = segue(inizio(), 1, "convocato", "email");
  const giorno = dopo(9);
  assert.equal(proponi(storia, 3, giorno)?.passo, "incontro");
  assert.deepEqual(
    [proponi(storia, 7, giorno)?.passo, proponi(storia, 7, giorno)?.entro],
    ["promemoria", il(9)],
  );
  const ricordato = segue(storia, 7, "raggiunto", "sms");
  assert.equal(proponi(ricordato, 8, giorno)?.passo, "incontro");
});

const MOSSE = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 6 }),
    esito: fc.constantFrom<EsitoContatto>(
      ...(["convocato", "raggiunto", "nessuna-risposta", "mancata-presentazione"] as const),
    ),
    canale: fc.constantFrom<CanaleContatto>("telefono", "email", "sms", "sportello", "lettera"),
    giustifica: fc.boolean(),
  }),
  { maxLength: 12 },
);

type Mossa = (typeof MOSSE extends fc.Arbitrary<(infer M)[]> ? M : never) & object;

/** What an operatore may have done: what the rules refuse is left out. */
function vissuta(mosse: readonly Mossa[]): Readonly<{ storia: Storia; days: number }> {
  let storia = inizio();
  let days = 0;
  for (const mossa of mosse) {
    days += mossa.days;
    if (mossa.esito === "mancata-presentazione" && storia.caso.convocatoOn === null) continue;
    storia = segue(storia, days, mossa.esito, mossa.canale);
    const deciso = mossa.giustifica ? giustifica(storia.caso, "salute", days) : null;
    if (deciso?.ok) storia = { ...storia, caso: evolveCaso(storia.caso, deciso.value) };
  }
  return { storia, days };
}

test("[C6] il termine per convocare conta dall'adesione; chi riceve il caso tardi ha i giorni del primo tentativo", () => {
  const { convocazioneDays } = REGOLE.termini;
  const { primoDays } = REGOLE.contatti;
  const dataAdesione = "2014-11-03" as CivilDate;
  const scade = (assegnatoDays: number): CivilDate => {
    const assegnatoAt = `${addDays(dataAdesione, assegnatoDays)}T09:00:00.000Z` as Instant;
    return scadenzaContatto({ dataAdesione, assegnatoAt }, REGOLE);
  };
  const termine = addDays(dataAdesione, convocazioneDays);
  for (const days of [0, 16, convocazioneDays - primoDays]) assert.equal(scade(days), termine);
  for (const days of [convocazioneDays - 1, convocazioneDays, 90])
    assert.equal(scade(days), addDays(dataAdesione, days + primoDays));
});

test("[C1] [C2] [C3] qualunque storia di contatti ha un passo, nessuna finisce presto né oltre la scadenza", () => {
  fc.assert(
    fc.property(MOSSE, fc.integer({ min: 0, max: 90 }), (mosse, ancora) => {
      const { storia, days } = vissuta(mosse);
      const prossimo = proponi(storia, days + ancora);
      assert.ok(prossimo !== null);
      const { passo, entro, tentativi } = prossimo;
      if (storia.caso.stato === "da-convocare")
        assert.ok(entro <= scadenzaContatto(storia.caso, REGOLE));
      if (passo !== "conclusione") return;
      const canali = new Set(storia.contatti.map(({ canale }) => canale));
      assert.ok(tentativi >= REGOLE.contatti.tentativiMin);
      assert.ok(canali.size >= REGOLE.contatti.canaliMin);
    }),
  );
  for (const stato of ["colloquio", "patto", "confermata", "chiuso"] as const)
    assert.equal(proponi({ caso: alPasso(stato), contatti: [] }, 0), null, stato);
});

test("[C4] un'assenza giustificata non conta, si convoca di nuovo, e da sola non chiude il caso", () => {
  let storia = segue(segue(inizio(), 1, "convocato"), 4, "mancata-presentazione", "sportello");
  assert.deepEqual(
    [proponi(storia, 4)?.passo, proponi(storia, 4)?.entro, proponi(storia, 4)?.tentativi],
    ["assenza", il(14), 2],
  );
  const scusata = must(storia.caso, giustifica(storia.caso, "salute", 6));
  storia = { ...storia, caso: scusata };
  assert.equal(assenzeContate(scusata), 0);
  const poi = proponi(storia, 6);
  assert.deepEqual([poi?.passo, poi?.entro, poi?.tentativi], ["nuova-convocazione", il(16), 1]);
  const chiude = ({ contatti }: Storia) =>
    ({ motivo: "mancata-presentazione", nota: "", contatti }) as const;
  const rifiutata = decide.nonPrendereInCarico(scusata, chiude(storia), REGOLE, dopo(20));
  assert.equal(rifiutata.ok ? "" : rifiutata.rifiuto.code, "non-presa.nessuna-assenza");
  storia = segue(segue(storia, 8, "convocato"), 12, "mancata-presentazione", "sportello");
  assert.ok(decide.nonPrendereInCarico(storia.caso, chiude(storia), REGOLE, dopo(30)).ok);
});

test("[C5] un'assenza si giustifica una volta, per un motivo del pacchetto, entro i suoi giorni", () => {
  const { caso } = segue(segue(inizio(), 1, "convocato"), 4, "mancata-presentazione");
  const codice = (deciso: ReturnType<typeof giustifica>) => (deciso.ok ? "" : deciso.rifiuto.code);
  for (const motivo of Object.keys(MOTIVI_ASSENZA) as MotivoAssenza[])
    for (const days of [4, 14, 15])
      assert.equal(giustifica(caso, motivo, days).ok, days <= 14, `${motivo} dopo ${days}`);
  assert.equal(codice(giustifica(caso, "salute", 15)), "assenza.fuori-tempo");
  const senza = { ...REGOLE.contatti, assenza: { ...REGOLE.contatti.assenza, motivi: [] } };
  const rifiutata = giustificaAssenza(caso, "salute", senza, dopo(5));
  assert.equal(codice(rifiutata), "assenza.motivo-non-previsto");
  const scusata = must(caso, giustifica(caso, "salute", 5));
  assert.equal(codice(giustifica(scusata, "salute", 5)), "assenza.nessuna");
  assert.equal(codice(giustifica(nuovo(), "salute", 5)), "caso.passo-non-aperto");
});

test("le cifre del piano sono regole dell'avviso, si cambiano e dicono di essere da verificare", () => {
  const dubbie = cifreDi(REGOLE).filter(({ percorso }) => percorso.startsWith("contatti."));
  const certe = dubbie.filter(({ daVerificare }) => !daVerificare);
  assert.deepEqual(
    certe.map(({ percorso }) => percorso),
    [],
  );
  const nuove = cambiaCifre(REGOLE, { "contatti.primoDays": 3 });
  assert.ok(nuove.ok);
  const situazione = { ...inizio(), appuntamento: null };
  assert.equal(prossimoContatto(situazione, nuove.value, il(0))?.entro, addDays(il(0), 3));
});
