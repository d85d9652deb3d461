import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bindPg, createBorsaLavoro, migrations } from "@staffetta/borsalavoro";
import { COOP_MIGRATIONS } from "@staffetta/cooperation";
import {
  asserzioneClient,
  type ChiaveModi,
  moduloToken,
  provaDpop,
} from "@staffetta/cooperation/modi";
import { type CodiceRegione, REGOLE_ADESIONE_2014 } from "@staffetta/domain";
import { avviaNodo, ensureChiavi, readConfig } from "@staffetta/nodo";
import { freePort, systemRandom } from "@staffetta/platform";
import { testDatabase } from "@staffetta/platform/test-postgres";
import { avviaPdnd, type PdndFinta } from "./pdnd.ts";

/** A real Borsa Lavoro on a real port, with a PDND beside it and a client for each way of asking. */
export const CLIENT = "11111111-1111-4111-8111-111111111111";
export const SISTEMA_DIRETTO = "regione-13";

export interface BancoModi {
  readonly api: string;
  readonly indirizzo: string;
  readonly pdnd: PdndFinta;
  readonly client: ChiaveModi;
  readonly diretta: ChiaveModi;
  /** Problem codes of the alarms on the desk, newest first. */
  allarmi(): Promise<readonly string[]>;
  chiaviDi(nome: string, kid: string, key: KeyObject | null): void;
  close(): Promise<void>;
}

const FINALITA = ["semplice", "singolo", "dpop", "integrita", "audit1", "audit2"] as const;
export type Finalita = (typeof FINALITA)[number];

const LETTURA = ["cifre", "ricalcola-cifre", "revoca-chiave", "collegamento"];

function sistemi(richiami: readonly string[]) {
  const base = { ruolo: "regione", regione: "10", funzione: "istruttoria", operazioni: LETTURA };
  const modi: Readonly<Record<Finalita, object>> = {
    semplice: { richiami },
    singolo: { usoSingolo: true },
    dpop: { dpop: true },
    integrita: { integrita: true, richiami },
    audit1: { audit: "AUDIT_REST_01" },
    audit2: { audit: "AUDIT_REST_02" },
  };
  return [
    ...FINALITA.map((nome) => ({
      ...{ fiducia: "pdnd", clientId: CLIENT, purposeId: nome, nome: `osservatorio-${nome}` },
      ...base,
      ...modi[nome],
    })),
    {
      ...{ fiducia: "diretta", nome: SISTEMA_DIRETTO, usoSingolo: true, ...base, richiami },
      operazioni: ["*"],
    },
  ];
}

export interface OpzioniBancoModi {
  readonly richiami?: readonly string[];
  readonly limiti?: Readonly<{ richieste: number; finestraS: number }>;
  readonly conservaS?: number;
  /** Who may ask, instead of one system for each pattern. */
  readonly sistemi?: readonly unknown[];
}

export async function apriBancoModi(opzioni: OpzioniBancoModi = {}): Promise<BancoModi> {
  const folder = mkdtempSync(join(tmpdir(), "staffetta-modi-"));
  const pubbliche = join(folder, "pubbliche");
  mkdirSync(pubbliche, { recursive: true });
  ensureChiavi(folder, "borsalavoro-10");
  const pdnd = await avviaPdnd();
  const port = await freePort();
  const indirizzo = `http://localhost:${port}`;
  const database = await testDatabase({ sets: [COOP_MIGRATIONS, migrations] });
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const chiaviDi = (nome: string, kid: string, key: KeyObject | null): void => {
    const file = join(pubbliche, `${nome}.${kid}.pem`);
    if (key === null) rmSync(file);
    else writeFileSync(file, key.export({ type: "spki", format: "pem" }));
  };
  chiaviDi(SISTEMA_DIRETTO, "diretta-1", ec.publicKey);
  const finalita = Object.fromEntries(FINALITA.map((nome) => [nome, `${indirizzo}/api/v1`]));
  pdnd.registra({ clientId: CLIENT, finalita, chiavi: new Map([["client-1", rsa.publicKey]]) });
  const accessi = {
    pdnd: {
      ...{ emittente: pdnd.emittente, jwks: pdnd.jwks, chiaviClient: pdnd.chiaviClient },
      conservaS: opzioni.conservaS ?? 0,
    },
    sistemi: opzioni.sistemi ?? sistemi(opzioni.richiami ?? []),
    ...(opzioni.limiti === undefined ? {} : { limiti: opzioni.limiti }),
  };
  const config = readConfig({
    STAFFETTA_DATABASE_URL: database.url,
    STAFFETTA_PORT: String(port),
    STAFFETTA_NODO: "borsalavoro-10",
    STAFFETTA_REGIONE: "10",
    STAFFETTA_PARTNER: "[]",
    STAFFETTA_CHIAVI: folder,
    STAFFETTA_INDIRIZZI: JSON.stringify({ "borsalavoro-10": indirizzo }),
    STAFFETTA_ACCESSI: JSON.stringify(accessi),
  });
  const nodo = await avviaNodo(config, {
    ...{ migrations, bind: bindPg, montaPagine: () => undefined, renderGuasto: () => "" },
    create: (porte) =>
      createBorsaLavoro(porte, { regione: "10" as CodiceRegione, regole: REGOLE_ADESIONE_2014 }),
  });
  return {
    ...{ api: `${indirizzo}/api/v1`, indirizzo, pdnd, chiaviDi },
    client: { kid: "client-1", chiave: rsa.privateKey },
    diretta: { kid: "diretta-1", chiave: ec.privateKey },
    allarmi: async () => {
      const rows = await database.db.sql.query<{ codice: string }>(
        "allarmi",
        "SELECT codice FROM coop_allarme ORDER BY numero DESC",
      );
      return rows.map(({ codice }) => codice);
    },
    close: async () => {
      await nodo.close();
      await database.close();
      await pdnd.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const momento = () => ({
  now: Math.floor(Date.now() / 1000),
  jti: systemRandom.uuid(),
});

/** Asks the mock PDND for a voucher, as a consumer does. */
export async function chiediVoucher(
  { pdnd, client }: Pick<BancoModi, "pdnd" | "client">,
  purposeId: string,
  extra: Readonly<{ traccia?: string; dpop?: KeyObject }> = {},
): Promise<Readonly<{ status: number; token: string; tipo: string; tipoErrore: string }>> {
  const chi = { clientId: CLIENT, purposeId, aud: pdnd.aud };
  const asserzione = asserzioneClient(client, chi, momento(), extra.traccia);
  const prova =
    extra.dpop === undefined
      ? {}
      : { dpop: provaDpop(extra.dpop, { htm: "POST", htu: pdnd.token }, momento()) };
  const answer = await fetch(pdnd.token, {
    ...{ method: "POST", body: moduloToken(CLIENT, asserzione), headers: prova },
  });
  const body = (await answer.json()) as Record<string, string>;
  return {
    ...{ status: answer.status, token: body["access_token"] ?? "" },
    ...{ tipo: body["token_type"] ?? "", tipoErrore: body["type"] ?? "" },
  };
}
