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
import { carica, idDi } from "./coda/carica.ts";
import { CLIENTI } from "./coda/carico.ts";
import { apriPagine, misuraPagine } from "./coda/in-pagina.ts";
import { apri, controlla, misuraDatabase } from "./coda/nel-database.ts";
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

async function unaMisura(posto: PostoBanco, cases: number, seconds: number) {
  const { say, folder } = posto;
  const url = await posto.nuovoUrl();
  const chiavi = join(folder, "chiavi");
  ensureChiavi(chiavi, NODO);
  const cipher = createCipher(readChiavi(chiavi, NODO).dati);
  const database = openDatabase({ url, poolMax: CLIENTI });
  await migrate(database, [COOP_MIGRATIONS, migrations]);
  const startedAt = performance.now();
  say(`lista: ${cases} casi…`);
  await carica(database, cases);
  const loadSeconds = round((performance.now() - startedAt) / 1000, 1);
  await database.sql.query(
    "bench-conosciuto",
    "UPDATE coda SET cf_digest = $1 WHERE adesione_id = $2",
    [cipher.digest(formaBase(CONOSCIUTO.codiceFiscale)), CONOSCIUTO.adesioneId],
  );
  const digestDi = (i: number): string =>
    i === 0 ? cipher.digest(formaBase(CONOSCIUTO.codiceFiscale)) : `${md5(`a${i}`)}${md5(`b${i}`)}`;
  const uow = apri(database, cipher);
  say("lista: nel database…");
  const queue = await misuraDatabase(uow, { cases, digestDi }, seconds);
  await controlla(database, uow, cases);
  say("lista: come pagina…");
  const pagine = await apriPagine(url, chiavi);
  const page = await misuraPagine(pagine, seconds, CONOSCIUTO);
  await pagine.close();
  await database.close();
  return { queue, page, loadSeconds };
}

const ratioOf = (
  grande: Readonly<Record<string, { p50Ms: number }>>,
  piccolo: Readonly<Record<string, { p50Ms: number }>>,
) =>
  Object.fromEntries(
    Object.entries(grande).map(([nome, { p50Ms }]) => [
      nome,
      round(p50Ms / (piccolo[nome]?.p50Ms ?? Number.NaN), 2),
    ]),
  );

/** `npm run bench -- queue`: the list of work at a million cases, and at ten thousand beside it. */
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
  const piccolo = await unaMisura(posto, Math.min(PICCOLO, cases), seconds);
  const grande = await unaMisura(posto, cases, seconds);
  return {
    ...{ cases, clients: CLIENTI, queue: grande.queue, page: grande.page },
    loadSeconds: grande.loadSeconds,
    small: { cases: Math.min(PICCOLO, cases), queue: piccolo.queue, page: piccolo.page },
    ratios: {
      queue: ratioOf(grande.queue, piccolo.queue),
      page: ratioOf(grande.page, piccolo.page),
    },
  };
};
