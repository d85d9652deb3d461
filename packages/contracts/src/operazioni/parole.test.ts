import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { type Operazioni, problemaDiForma } from "../operazione.ts";
import { operazioniBorsaLavoro } from "./borsalavoro.ts";
import { operazioniCliclavoro } from "./cliclavoro.ts";
import { operazioniGefo } from "./gefo/index.ts";
import { operazioniMinistero } from "./ministero.ts";

/** What people read when a form is wrong: never a word of the library, whatever is sent to whatever field. */
const NODI: Readonly<Record<string, Operazioni>> = {
  gefo: operazioniGefo,
  borsalavoro: operazioniBorsaLavoro,
  cliclavoro: operazioniCliclavoro,
  ministero: operazioniMinistero,
};
const LIBRERIA =
  /\b(?:(input|attes[oaie]|ricevut[oi]|string(a|he)?|nan|null|undefined|infinity|enum|opzion[ei]|reg(ex|exp)|pattern|union|vettore|array|object|boolean|number|uuid|iso|json|valor[ei])\b|^troppo (grande|piccolo))|[<>=]{2}|[<>]\d/i;
const INGLESE =
  /\b(the|must|should|too|invalid|valid|expected|received|required|value|unrecognized|key|keys|be|of|to|is|not|at least|at most|greater|less)\b/i;

const LUNGO = "x".repeat(20_000);
const SBAGLIATI: readonly unknown[] = [
  ...[undefined, null, "", "   ", "x", LUNGO, "2014-02-30", "30/02/2014", "0026-01-01", "12,5x"],
  ...[Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, 0, 1e15, 1e300, true, false, "on", "no"],
  ...[[], ["x"], [null], Array.from({ length: 2_000 }, () => "x"), {}, { estraneo: 1 }],
  ...[new Date(Number.NaN), new Uint8Array(0), "00000000-0000-0000-0000-00000000000g", "€ 1.0.0"],
];

type Schema = z.core.$ZodType;

/** A transform is given only what was good before it. */
function isSchema(una: unknown): una is Schema {
  const { _zod = {} } = (una ?? {}) as { _zod?: { run?: unknown; def?: { type: string } } };
  return _zod.run !== undefined && _zod.def?.type !== "transform";
}

/** The schemas of which a schema is made: fields, elements, both ends of a pipe, each of a union. */
function dentro({ _zod: { def } }: Schema): Schema[] {
  const { shape = {}, checks: _, ...resto } = def as unknown as Record<string, unknown>;
  const parti = [...Object.values(shape as object), ...Object.values(resto).flat()];
  return parti.filter(isSchema);
}

function tutti(schema: Schema, visti = new Set<Schema>()): Set<Schema> {
  if (visti.has(schema)) return visti;
  visti.add(schema);
  for (const una of dentro(schema)) tutti(una, visti);
  return visti;
}

/** Everything that a schema says of what is not good for it. */
function dettoDa(schema: Schema): string[] {
  return SBAGLIATI.flatMap((sbagliato) => {
    const esito = z.safeParse(schema, sbagliato);
    if (esito.success) return [];
    return (problemaDiForma(esito.error.issues).errori ?? []).map(({ messaggio }) => messaggio);
  });
}

const campiDi = (schema: Schema): string[] =>
  Object.keys((schema as { shape?: object }).shape ?? {});

/** An object whose fields are all the same wrong thing, one wrong thing after the other. */
function dettoDeiCampi(schema: Schema): string[] {
  const campi = campiDi(schema);
  return SBAGLIATI.flatMap((sbagliato) => {
    const esito = z.safeParse(schema, {
      ...Object.fromEntries(campi.map((campo) => [campo, sbagliato])),
      estraneo: sbagliato,
    });
    assert.ok(!esito.success, "an unknown key is refused");
    return (problemaDiForma(esito.error.issues).errori ?? []).map(({ messaggio }) => messaggio);
  });
}

for (const [nodo, operazioni] of Object.entries(NODI))
  test(`nessun campo di ${nodo} risponde con parole della libreria o in inglese`, () => {
    let quanti = 0;
    const detti = new Map<string, string>();
    for (const { id, ingresso } of Object.values(operazioni)) {
      for (const schema of tutti(ingresso))
        for (const detto of dettoDa(schema)) {
          quanti += 1;
          detti.set(detto, id);
        }
      if ("shape" in ingresso) for (const detto of dettoDeiCampi(ingresso)) detti.set(detto, id);
    }
    assert.ok(quanti > 500, `${nodo}: only ${quanti} refusals were tried`);
    const brutti = [...detti]
      .filter(([detto]) => LIBRERIA.test(detto) || INGLESE.test(detto) || !/^\p{Lu}/u.test(detto))
      .map(([detto, id]) => `${id}: ${detto.slice(0, 200)}`);
    assert.deepEqual(brutti, []);
  });

const dettoIn = (schema: z.ZodType, value: unknown): string | undefined =>
  schema.safeParse(value).error?.issues[0]?.message;

test("di ogni difetto si dice che cosa fare, secondo che cosa serviva", () => {
  const detti: readonly (readonly [z.ZodType, unknown, string])[] = [
    [z.string(), undefined, "Questo campo serve: compilalo"],
    [z.string().trim().min(1), "  ", "Questo campo serve: compilalo"],
    [z.string().min(3), "ab", "Servono almeno 3 caratteri: ne hai scritti 2"],
    [z.string().max(200), "x".repeat(230), "Al massimo 200 caratteri: ne hai scritti 230"],
    [z.coerce.number(), "dodici", "Scrivi un numero, per esempio 12"],
    [z.coerce.number().int(), "dodici", "Scrivi un numero intero, per esempio 12"],
    [z.int(), 1.5, "Scrivi un numero intero, per esempio 12"],
    [z.int().min(1), 0, "Scrivi un numero da 1 in su"],
    [z.number().max(60_000), 60_001, "Scrivi un numero che non superi 60.000"],
    [z.enum(["a", "b"]), "c", "Scegli una delle voci dell'elenco"],
    [z.union([z.literal(1), z.literal(2)]), 9, "Scegli una delle voci dell'elenco"],
    [z.stringbool().or(z.boolean()), "forse", "Scegli sì o no"],
    [z.literal("on"), "off", "Per continuare, metti la spunta"],
    [z.iso.date(), "3 novembre", "Scrivi la data come anno-mese-giorno, per esempio 2014-11-03"],
    [z.array(z.string()).min(1), [], "Scegli almeno una voce"],
    [z.array(z.string()).max(2), ["a", "b", "c"], "Al massimo 2 voci: ne hai messe 3"],
    [z.strictObject({}), { nota: 1 }, "Qui non servono «nota»: togli quello che è in più"],
    [z.uuid(), "", "Scegli una delle voci dell'elenco"],
    [z.string().min(3, "Scrivi il motivo"), "", "Scrivi il motivo"],
  ];
  for (const [schema, value, messaggio] of detti) assert.equal(dettoIn(schema, value), messaggio);
});
