import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CONTI, type Conto, registra, SALDI_VUOTI, type Saldi, scrittura } from "./libro.ts";

const somma = (saldi: Saldi): number => Object.values(saldi).reduce((sum, one) => sum + one, 0);
const conto = fc.constantFrom(...(Object.keys(CONTI) as Conto[]));

test("qualunque movimento, i saldi sommano a zero e nessun conto promette quello che non ha", () => {
  const movimento = fc.tuple(conto, conto, fc.integer({ min: 1, max: 50_000_00 }));
  fc.assert(
    fc.property(fc.array(movimento, { maxLength: 60 }), (movimenti) => {
      let saldi: Saldi = SALDI_VUOTI;
      for (const [da, a, cents] of movimenti) {
        if (da === a) continue;
        const esito = registra(saldi, scrittura("rilascio", { [da]: -cents, [a]: cents }));
        if (!esito.ok) {
          assert.equal(esito.rifiuto.code, "denaro.insufficiente");
          continue;
        }
        saldi = esito.value;
        assert.equal(somma(saldi), 0);
        for (const [nome, saldo] of Object.entries(saldi))
          if (nome !== "stanziamento") assert.ok(saldo >= 0, nome);
      }
    }),
  );
});

test("una scrittura che non quadra, o in frazioni di centesimo, è un difetto del programma e si ferma lì", () => {
  assert.throws(() => scrittura("impegno", { prenotato: -100, impegnato: 99 }));
  assert.throws(() => scrittura("impegno", { prenotato: -0.5, impegnato: 0.5 }));
});

test("l'ultimo euro si prenota una volta sola", () => {
  const iniziale = registra(
    SALDI_VUOTI,
    scrittura("stanziamento", { stanziamento: -100, disponibile: 100 }),
  );
  assert.ok(iniziale.ok);
  const prenota = scrittura("prenotazione", { disponibile: -100, prenotato: 100 });
  const prima = registra(iniziale.value, prenota);
  assert.ok(prima.ok);
  const seconda = registra(prima.value, prenota);
  assert.deepEqual(!seconda.ok && seconda.rifiuto, {
    ...{ code: "denaro.insufficiente", conto: "disponibile", saldoCents: 0, richiestoCents: 100 },
  });
});
