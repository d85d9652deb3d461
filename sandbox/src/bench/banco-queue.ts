import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { COOP_MIGRATIONS } from "@staffetta/cooperation";
import { type CivilDate, componiCodiceFiscale, formaBase } from "@staffetta/domain";
import { migrations } from "@staffetta/gefo";
import { ensureChiavi, readChiavi } from "@staffetta/nodo";
import { createCipher, migrate, openDatabase } from "@staffetta/platform";
import type { Banco, PostoBanco } from "./banco.ts";
import { type Carico, carica, idDi, OPERATORI } from "./coda/carica.ts";
import { CLIENTI, type Misura } from "./coda/carico.ts";
import { apriPagine, misuraPagine } from "./coda/in-pagina.ts";
import { apri, conta, controlla, misuraDatabase } from "./coda/nel-database.ts";
import { round } from "./statistica.ts";

const NODO = "gefo-10";
const PICCOLO = 10_000;
const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

/** A person whom the node can find by codice fiscale: the first case of the first operatore. */
const CONOSCIUTO = {
  adesioneId: idDi(0),
  codiceFiscale: componiCodiceFiscale({
    ...{ nome: "Giulia", cognome: "Vallechiara", sesso: "F", luogo: "Z999" },
    dataNascita: "2004-05-14" as CivilDate,
  }),
};

async function unaMisura(posto: PostoBanco, carico: Carico, seconds: number) {
  const { say, folder } = posto;
  const url = await posto.nuovoUrl();
  const chiavi = join(folder, "chiavi");
  ensureChiavi(chiavi, NODO);
  const cipher = createCipher(readChiavi(chiavi, NODO).dati);
  const database = openDatabase({ url, poolMax: CLIENTI });
  await migrate(database, [COOP_MIGRATIONS, migrations]);
  const startedAt = performance.now();
  say(`lista: ${carico.cases} casi di ${carico.operatori} operatori…`);
  await carica(database, carico);
  const uow = apri(database, cipher);
  await conta(uow);
  const loadSeconds = round((performance.now() - startedAt) / 1000, 1);
  await database.sql.query(
    "bench-conosciuto",
    "UPDATE coda SET cf_digest = $1 WHERE adesione_id = $2",
    [cipher.digest(formaBase(CONOSCIUTO.codiceFiscale)), CONOSCIUTO.adesioneId],
  );
  const digestDi = (i: number): string =>
    i === 0 ? cipher.digest(formaBase(CONOSCIUTO.codiceFiscale)) : `${md5(`a${i}`)}${md5(`b${i}`)}`;
  const caricati = { ...carico, digestDi };
  say("lista: nel database…");
  const queue = await misuraDatabase(uow, caricati, seconds);
  await controlla(database, uow, caricati);
  say("lista: come pagina…");
  const pagine = await apriPagine(url, chiavi);
  const page = await misuraPagine(pagine, seconds, { ...CONOSCIUTO, ...carico });
  await pagine.close();
  await database.close();
  return { ...carico, queue, page, loadSeconds };
}

type Misurato = Awaited<ReturnType<typeof unaMisura>>;

const ratioOf = (grande: Misurato, piccolo: Misurato, parte: "queue" | "page") =>
  Object.fromEntries(
    Object.entries<Misura>(grande[parte]).map(([nome, { p50Ms }]) => {
      const base = (piccolo[parte] as Readonly<Record<string, Misura>>)[nome];
      return [nome, round(p50Ms / (base?.p50Ms ?? Number.NaN), 2)];
    }),
  );

const ratios = (grande: Misurato, piccolo: Misurato) => ({
  queue: ratioOf(grande, piccolo, "queue"),
  page: ratioOf(grande, piccolo, "page"),
});

/**
 * `npm run bench -- queue`: the list of work at a million cases, and at ten thousand beside it, twice:
 * among as many operatori, whose pages are then almost empty, and among so few that their pages are as
 * full as those of the million.
 */
export const banco: Banco = async (posto) => {
  const { values } = parseArgs({
    args: [...posto.argomenti],
    options: {
      json: { type: "boolean", default: false },
      cases: { type: "string", default: "1000000" },
      seconds: { type: "string", default: "4" },
    },
  });
  const [cases, seconds] = [Number(values.cases), Number(values.seconds)];
  assert.ok(cases >= 1_000 && seconds > 0);
  const small = Math.min(PICCOLO, cases);
  const operatori = Math.max(1, Math.round((OPERATORI * small) / cases));
  const rado = await unaMisura(posto, { cases: small, operatori: OPERATORI }, seconds);
  const pieno = await unaMisura(posto, { cases: small, operatori }, seconds);
  const grande = await unaMisura(posto, { cases, operatori: OPERATORI }, seconds);
  return {
    ...{ clients: CLIENTI, ...grande, small: rado, smallFull: pieno },
    ...{ ratios: ratios(grande, rado), ratiosFullPages: ratios(grande, pieno) },
  };
};
