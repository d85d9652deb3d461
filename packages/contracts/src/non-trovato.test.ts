import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { esegui, type Operazione, type Operazioni } from "./operazione.ts";
import { operazioniBorsaLavoro } from "./operazioni/borsalavoro.ts";
import { operazioniCliclavoro } from "./operazioni/cliclavoro.ts";
import { SOGGETTI } from "./operazioni/fixtures.ts";
import { operazioniGefo } from "./operazioni/gefo/index.ts";
import { operazioniMinistero } from "./operazioni/ministero.ts";

const NODI: readonly Operazioni[] = [
  operazioniGefo,
  operazioniBorsaLavoro,
  operazioniCliclavoro,
  operazioniMinistero,
];
const mai = () => Promise.reject(new Error("non doveva arrivare fin qui"));
const chiPuo = ({ ruoli, funzioni = [] }: Operazione) =>
  Object.entries(SOGGETTI).find(
    ([nome, { ruolo }]) =>
      ruoli.includes(ruolo) &&
      (nome === ruolo || funzioni.length === 0 || funzioni.includes(nome as "legale")),
  )?.[1] ?? { ruolo: "anonimo" as const };

const chiedi = async (op: Operazione, ingresso: object) => {
  const esito = await esegui(op, mai, chiPuo(op), ingresso);
  return esito.ok ? assert.fail(op.id) : esito.problema;
};

/** The one thing that an operation looks up by an address that somebody can mistype. */
const chiaveDi = (op: Operazione): string | undefined => {
  const { shape } = op.ingresso as z.ZodObject;
  return Object.keys(shape ?? {}).find(
    (nome) => /Id$/.test(nome) && !z.safeParse(shape[nome] as z.ZodType, undefined).success,
  );
};

test("un indirizzo scritto male, su qualunque nodo, dice che la cosa non c'è e che cosa fare: 404", async () => {
  let provate = 0;
  for (const op of NODI.flatMap((nodo) => Object.values(nodo)).filter(
    ({ metodo }) => metodo === "GET",
  )) {
    const chiave = chiaveDi(op);
    if (chiave === undefined || chiave === "avvisoId") continue;
    const problema = await chiedi(op, { [chiave]: "xyz" });
    assert.equal(problema.status, 404, op.id);
    assert.match(problema.title, /^Quest.+ non c'è$/, op.id);
    assert.ok((problema.rimedio ?? "").length > 0, op.id);
    provate++;
  }
  assert.ok(provate > 15);
});

test("al posto di un caso si legge caso, e un campo del modulo lasciato vuoto resta un campo", async () => {
  const { storico } = operazioniMinistero;
  assert.equal((await chiedi(storico, { regione: "99" })).title, "Questa regione non c'è");
  const { apriScambio } = operazioniBorsaLavoro;
  const scambio = await chiedi(apriScambio, { id: "xyz", scopo: "verifica" });
  assert.equal(scambio.title, "Quello che cerchi non c'è");
  const { caso, registraContatto, assegnaOperatore } = operazioniGefo;
  assert.equal((await chiedi(caso, { adesioneId: "1" })).title, "Questo caso non c'è");
  assert.equal((await chiedi(registraContatto, { adesioneId: "1" })).status, 404);
  const adesioneId = "01890000-0000-7000-8000-000000000001";
  const vuoto = await chiedi(assegnaOperatore, { adesioneId, operatoreId: "" });
  assert.equal(vuoto.status, 400);
  assert.equal((await chiedi(caso, {})).status, 400);
});
