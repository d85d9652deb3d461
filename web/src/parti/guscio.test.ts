import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problema } from "@staffetta/contracts";
import { gruppo, spunta, testo, VUOTO } from "./campi.ts";
import { mostraProblema } from "./guscio.ts";
import { html } from "./html.ts";
import { cella } from "./righe.ts";

const problema = (
  errori: Problema["errori"],
  detail = "Controlla i campi segnalati.",
): Problema => ({
  ...{ type: "urn:staffetta:prova", title: "Non va", status: 400, detail, errori },
});
const quante = (pagina: string, parole: string): number => pagina.split(parole).length - 1;

const MODULO = html`${testo(VUOTO, { nome: "data", etichetta: "Quando è successo" })}
  ${testo(VUOTO, { nome: "recapiti.email", etichetta: html`E-mail <em>tua</em>` })}
  ${cella(VUOTO, { nome: "tagli.1.euro", campo: "tagli.1.importoCents", etichetta: "Taglio in euro, riga 2" })}
  ${gruppo(VUOTO, { nome: "controlli", etichetta: "I controlli" }, html``)}
  ${spunta(VUOTO, { nome: "letta", etichetta: `Ho letto ${"molto ".repeat(20)}` })}`;
const sopra = (uno: Problema): string => String(mostraProblema(uno, MODULO));

test("un rifiuto che conosce il suo campo è detto una volta, con la porta per arrivarci", () => {
  const parole = "La data viene prima del patto.";
  const pagina = sopra(problema([{ campo: "data", messaggio: parole }], parole));
  assert.equal(quante(pagina, parole), 1);
  assert.ok(pagina.includes(`<a href="#campo-data">Quando è successo: ${parole}</a>`), pagina);
});

test("di un campo con due difetti si dice il primo, come accanto al campo", () => {
  const pagina = sopra(
    problema([
      { campo: "data", messaggio: "Primo difetto" },
      { campo: "data", messaggio: "Secondo difetto" },
    ]),
  );
  assert.equal(quante(pagina, "<li>"), 1);
  assert.ok(pagina.includes("Primo difetto") && pagina.includes("Controlla i campi segnalati."));
});

test("ogni porta dice di quale campo parla, con le parole della pagina", () => {
  const pagina = sopra(
    problema(
      ["recapiti.email", "tagli.1.importoCents", "controlli", "letta"].map((campo) => ({
        ...{ campo, messaggio: "Questo campo serve: compilalo" },
      })),
    ),
  );
  assert.match(pagina, /href="#campo-recapiti-email">E-mail tua: Questo/);
  assert.match(pagina, /href="#campo-tagli-1-importoCents">Taglio in euro, riga 2: Questo/);
  assert.match(pagina, /href="#campo-controlli">I controlli: Questo/);
  assert.match(pagina, /href="#campo-letta">Questo/);
});

test("una porta non va mai dove non c'è niente: va a ciò che contiene il campo, o non c'è", () => {
  const pagina = sopra(
    problema([
      { campo: "controlli.3", messaggio: "Troppo lungo" },
      { campo: "chiave", messaggio: "Ricarica la pagina <b>" },
      { campo: "", messaggio: "Togli quello che è in più" },
    ]),
  );
  assert.match(pagina, /href="#campo-controlli">I controlli: Troppo lungo/);
  assert.match(pagina, /<li>Ricarica la pagina &lt;b&gt;<\/li>/);
  assert.match(pagina, /<li>Togli quello/);
  assert.equal(
    quante(String(mostraProblema(problema([{ campo: "data", messaggio: "X" }]))), "href"),
    0,
  );
});
