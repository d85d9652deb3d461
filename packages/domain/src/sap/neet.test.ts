import assert from "node:assert/strict";
import { test } from "node:test";
import { anagrafici, contesto, dopo, giorno, unaPolitica, unInvio } from "./fixtures.ts";
import { condizioniNeet } from "./neet.ts";
import type { InvioSap } from "./sap.ts";

const GIORNO = giorno("2026-03-02");
const con = (sezioni: InvioSap["sezioni"], politiche: InvioSap["politiche"] = []) =>
  condizioniNeet(
    dopo(null, unInvio({ sezioni: { ...anagrafici(), ...sezioni }, politiche }), contesto()),
    GIORNO,
  );
const lavoro = (datainizio: string, datafine: string | null) => ({
  esperienze: { esperienzalavoro: [{ datainizio, datafine }] },
});
const did = (evento: string) =>
  unaPolitica({
    ...{ tipoAttivita: "N00", dataProposta: giorno("2026-02-01"), durata: null },
    ...{ tipologiaDurata: null, dataInizio: giorno("2026-02-01") },
    ultimoEvento: { evento, data: giorno("2026-02-01"), descrizione: null },
  });

test("[S25] chi ha un lavoro in quel giorno non è disoccupato, qualunque cosa abbia dichiarato", () => {
  for (const fine of [null, "2026-03-02", "2026-12-31"])
    assert.equal(con(lavoro("2026-01-10", fine), [did("02")]).disoccupazione, false, `${fine}`);
});

test("[S25] finito il lavoro, o prima che cominci, resta ignoto finché una DID o lo stato non lo dicono", () => {
  for (const [dal, al] of [
    ["2025-01-10", "2026-03-01"],
    ["2026-03-03", null],
  ] as const) {
    assert.equal(con(lavoro(dal, al)).disoccupazione, null);
    assert.equal(con(lavoro(dal, al), [did("02")]).disoccupazione, true);
  }
  assert.equal(con({}, [did("08")]).disoccupazione, null, "una DID revocata non dice niente");
  for (const codstatooccupazionale of ["DI", "IN"])
    assert.equal(
      con({ amministrativi: { statoinanagrafe: { codstatooccupazionale } } }).disoccupazione,
      true,
    );
});

test("[S25] senza una SAP, o senza residenza, non si sa; all'estero non si risiede in Italia", () => {
  assert.deepEqual(condizioniNeet(null, GIORNO), { residenza: null, disoccupazione: null });
  assert.equal(con({}).residenza, null);
  const abita = (codcomune: string) =>
    con({ anagrafici: { ...(anagrafici().anagrafici as object), residenza: { codcomune } } });
  assert.equal(abita("L219").residenza, true);
  assert.equal(abita("Z330").residenza, false);
});
