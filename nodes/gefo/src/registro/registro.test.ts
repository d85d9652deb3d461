import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Soggetto } from "@staffetta/contracts";
import { addDays } from "@staffetta/domain";
import { buona, conDote, type GefoDiProva, gefoDiProva } from "../fixtures.ts";

const OP = "OP-0001";
let gefo: GefoDiProva;
before(async () => {
  gefo = await gefoDiProva();
});
after(() => gefo.close());

const persona = (nome: string): Soggetto =>
  ({ ...gefo.addetto(OP), id: nome.toLowerCase(), nome }) as Soggetto;

/** A service that runs since today, and the week as two people have read it. */
async function aperto() {
  const { servizi } = await conDote(gefo, OP, [{ misura: "1-C", oreUnita: 8 }]);
  const [servizioId = ""] = servizi;
  const anna = gefo.come(persona("Anna"));
  const dataInizio = gefo.oggi();
  await buona(anna.avviaServizio({ chiave: gefo.uuid(), servizioId, dataInizio }));
  gefo.avanza(4);
  const salva = async (chi: string, righe: readonly object[], impronta: string, lunedi: string) =>
    gefo.come(persona(chi)).salvaSettimana({
      ...{ chiave: gefo.uuid(), servizioId, lunedi, impronta },
      righe,
    });
  const letta = () =>
    anna.registro({ servizioId, lunedi: "" }).then((uno) => {
      assert.ok(uno.ok);
      return uno.valore;
    });
  return { servizioId, dataInizio, salva, letta };
}

test("chi salva dopo un altro sa chi è stato e ogni campo che è cambiato, e solo quelli", async () => {
  const { dataInizio, salva, letta } = await aperto();
  const prima = await letta();
  const [uno, due] = prima.professionisti;
  assert.ok(uno && due);
  const base = { dalle: "10:00", alle: "11:00", sedeId: prima.sedeId, professionistaId: uno.id };
  const lunedi = { ...base, giorno: dataInizio };
  const martedi = { ...base, giorno: addDays(dataInizio, 1) };
  await buona(salva("Anna", [lunedi, martedi], prima.impronta, prima.lunedi));
  const insieme = await letta();
  // Anna moves the first line; Bruno, who read the same page, changes the second.
  await buona(
    salva(
      "Anna",
      [{ ...lunedi, alle: "12:00", professionistaId: due.id }, martedi],
      insieme.impronta,
      insieme.lunedi,
    ),
  );
  const sua = [lunedi, { ...martedi, dalle: "10:30" }];
  const rifiuto = await salva("Bruno", sua, insieme.impronta, insieme.lunedi);
  assert.ok(!rifiuto.ok);
  const { detail } = rifiuto.problema;
  assert.match(detail, /^Anna /);
  assert.match(detail, /riga 1, alle: adesso c'è «12:00», tu hai scritto «11:00»/);
  assert.ok(
    detail.includes(`professionista: adesso c'è «${due.nome}», tu hai scritto «${uno.nome}»`),
  );
  assert.doesNotMatch(detail, /«10:30»/);
  // Told what changed, Bruno decides; nothing of his was lost.
  const ora = await letta();
  await buona(salva("Bruno", sua, ora.impronta, ora.lunedi));
});

test("una riga tolta o firmata da un altro si dice anch'essa", async () => {
  const { servizioId, dataInizio, salva, letta } = await aperto();
  const prima = await letta();
  const base = { sedeId: prima.sedeId, professionistaId: prima.professionistaId };
  const una = { ...base, giorno: dataInizio, dalle: "14:00", alle: "15:00" };
  const altra = { ...base, giorno: addDays(dataInizio, 2), dalle: "14:00", alle: "15:00" };
  await buona(salva("Anna", [una, altra], prima.impronta, prima.lunedi));
  const insieme = await letta();
  await buona(salva("Anna", [una], insieme.impronta, insieme.lunedi));
  const tolta = await salva("Bruno", [una, altra], insieme.impronta, insieme.lunedi);
  assert.match(
    tolta.ok ? "" : tolta.problema.detail,
    /adesso non c'è niente, tu hai scritto «14:00, 15:00/,
  );
  const dopo = await letta();
  const periodo = { servizioId, dal: dataInizio, al: dataInizio, chi: "giovane" };
  await buona(gefo.come(persona("Carla")).firmaRegistro({ chiave: gefo.uuid(), ...periodo }));
  const firmata = await salva("Bruno", [una], dopo.impronta, dopo.lunedi);
  assert.match(
    firmata.ok ? "" : firmata.problema.detail,
    /^Carla .*dalle 14:00 alle 15:00: firmata/,
  );
});
