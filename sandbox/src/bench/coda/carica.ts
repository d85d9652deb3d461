import type { Database } from "@staffetta/platform";

/** The largest of Italy's regions has about as many. */
export const OPERATORI = 200;
const COLLEGHI = 5;

/** How many cases, and among how many operatori they are shared. */
export interface Carico {
  readonly cases: number;
  readonly operatori: number;
}

const operatore = (i: string, operatori: number): string =>
  `'OP-' || lpad((1 + ${i} % ${operatori})::text, 4, '0')`;
const id = (i: string): string => `('00000000-0000-7000-8000-' || lpad(${i}::text, 12, '0'))::uuid`;

const COGNOMI = [
  ...["Vallechiara", "Roccaverde", "Fontelunga", "Montefreddo", "D'Amìco", "De Gasperi", "Rossi"],
  ...["Bianchi", "Ferrari", "Esposito", "Ricci", "Marino", "Greco", "Bruno", "Gallo", "Conti"],
  ...["Costa", "Giordano", "Mancini", "Rizzo", "Lombardi", "Moretti", "Barbieri", "Fontana"],
];
const NOMI = ["Giulia", "Matteo", "Amina", "Pietro", "Zoë", "Nicolò", "Sara", "Luca", "Chiara"];

const pick = (list: readonly string[], i: string): string =>
  `(ARRAY[${list.map((one) => `'${one.replaceAll("'", "''")}'`).join(",")}])[(1 + ${i} % ${list.length})::int]`;

/** Six cases in ten are over; the others are spread over the steps as in a programme at full speed. */
const vista = (
  operatori: number,
): string => `(ARRAY['conclusi','conclusi','conclusi','conclusi','conclusi','conclusi','da-convocare',
  'da-incontrare','servizi-in-corso',
  CASE (i / 10) % 4 WHEN 0 THEN 'patto-da-firmare' WHEN 1 THEN 'dote-da-inviare'
    WHEN 2 THEN 'servizi-da-avviare' ELSE 'da-rendicontare' END])[1 + (i / ${operatori}) % 10]`;

const caricaOperatori = (operatori: number): string => `
  INSERT INTO operatore (id, denominazione, comune, indirizzo, telefono, attivo)
  SELECT ${operatore("i", operatori)}, 'Operatore ' || i, 'Milano', 'via di prova ' || i, '02 555' || i, true
    FROM generate_series(0, ${operatori - 1}) AS i ON CONFLICT DO NOTHING`;

const persone = (operatori: number): string => `
  SELECT i, ${id("i")} AS id, ${operatore("i", operatori)} AS operatore, ${vista(operatori)} AS vista,
         ${pick(COGNOMI, "(i::bigint * 7919)")} || ' ' || (i % 977) AS cognome, ${pick(NOMI, "(i::bigint * 31)")} AS nome,
         date '2026-01-01' + ((i::bigint * 13) % 400)::int AS giorno
    FROM generate_series(0, $1 - 1) AS i`;

const caricaCasi = (operatori: number): string => `
  INSERT INTO caso (adesione_id, operatore_id, nome, cognome, persona_sigillata, stato, vista, entro,
                    caso)
  SELECT id, operatore, nome, cognome, repeat(md5(i::text), 12), 'da-convocare', vista,
         CASE WHEN vista <> 'conclusi' THEN giorno END,
         jsonb_build_object('adesioneId', id, 'operatoreId', operatore, 'dataAdesione', giorno - 60,
           'stato', 'da-convocare', 'tentativi', 0, 'version', 1, 'dote', null, 'patto', null)
    FROM (${persone(operatori)}) AS p`;

const caricaCoda = (operatori: number): string => `
  INSERT INTO coda (adesione_id, operatore_id, vista, aperto, entro, data_adesione, cognome, nome,
                    ricerca, cf_digest, fascia, minore_fino, sede, assegnatario, ultimo_contatto,
                    mosso_on, chiudere_dal, chiudere_entro, chiudere_motivo)
  SELECT id, operatore, vista, vista <> 'conclusi',
         CASE WHEN vista = 'conclusi' THEN date '9999-12-31' ELSE giorno END, giorno - 60, cognome, nome,
         translate(lower(cognome || ' ' || nome), 'ìëò''', 'ieo'),
         md5('a' || i) || md5('b' || i), CASE WHEN i % 3 = 0 THEN 1 + i % 4 END,
         CASE WHEN i % 17 = 0 THEN date '2027-06-01' END, 'S' || i % 3,
         CASE WHEN i % 6 < ${COLLEGHI} THEN 'Collega ' || i % ${COLLEGHI} END, null,
         giorno, CASE WHEN vista = 'servizi-in-corso' THEN giorno + 1 END,
         CASE WHEN vista = 'servizi-in-corso' THEN giorno + 31 END,
         CASE WHEN vista = 'servizi-in-corso' THEN 'dote-finita' END
    FROM (${persone(operatori)}) AS p`;

interface Indice {
  readonly nome: string;
  readonly testo: string;
}

const INDICI = `
  SELECT indexname AS nome, indexdef AS testo FROM pg_indexes
   WHERE tablename = 'coda' AND indexname <> 'coda_pkey'`;

/** Cases made by the server itself, indexes built afterwards: a million in about a minute. */
export async function carica({ pool, sql }: Database, { cases, operatori }: Carico): Promise<void> {
  const indici = await sql.query<Indice>("bench-indici", INDICI);
  for (const { nome } of indici) await pool.query(`DROP INDEX ${nome}`);
  await pool.query(caricaOperatori(operatori));
  await pool.query(caricaCasi(operatori), [cases]);
  await pool.query(caricaCoda(operatori), [cases]);
  for (const { testo } of indici) await pool.query(testo);
  await pool.query("VACUUM ANALYZE");
}

export const idDi = (i: number): string => `00000000-0000-7000-8000-${String(i).padStart(12, "0")}`;
