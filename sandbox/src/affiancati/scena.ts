import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import * as borsaLavoro from "@staffetta/borsalavoro";
import * as cliclavoro from "@staffetta/cliclavoro";
import { clienteDi, type Soggetto } from "@staffetta/contracts";
import { COOP_MIGRATIONS } from "@staffetta/cooperation";
import { type CivilDate, type CodiceRegione, REGOLE_ADESIONE_2014 } from "@staffetta/domain";
import * as ministero from "@staffetta/ministero";
import {
  avviaNodo,
  ensureChiavi,
  type ParteNodo,
  type PorteNodo,
  readConfig,
} from "@staffetta/nodo";
import { freePort, seededRandom } from "@staffetta/platform";
import { type TestDatabase, testDatabase } from "@staffetta/platform/test-postgres";
import { sorteDi } from "../popolazione/caso.ts";
import { unGiovane } from "../popolazione/giovane.ts";

/**
 * One region on the national SOAP services and one on the native binding, side by side against the same
 * register: the same story told through each leaves the same state.
 */
export const [SOAP, NATIVA] = ["13", "10"] as const;
export type Regione = typeof SOAP | typeof NATIVA;
export interface Acceso {
  readonly porte: PorteNodo<never>;
  readonly parte: ParteNodo<never, never>;
}
const folder = mkdtempSync(join(tmpdir(), "staffetta-affiancati-"));
const databases: TestDatabase[] = [];
const chiusure: (() => Promise<void>)[] = [];
export const borse = new Map<Regione, Acceso>();
export let registro: Acceso;
export let banca: Acceso;

export interface Nodo {
  readonly nodo: string;
  readonly porta: number;
  readonly partner: readonly object[];
}

export async function accendi(
  { nodo, porta, partner }: Nodo,
  migrations: typeof cliclavoro.migrations,
  quale: Readonly<{ bind: unknown; create: (porte: never) => unknown; regione?: string }>,
): Promise<Acceso> {
  const database = await testDatabase({ sets: [COOP_MIGRATIONS, migrations] });
  databases.push(database);
  const config = readConfig({
    ...{
      STAFFETTA_DATABASE_URL: database.url,
      STAFFETTA_PORT: String(porta),
      STAFFETTA_NODO: nodo,
    },
    ...{
      STAFFETTA_PARTNER: JSON.stringify(partner),
      STAFFETTA_CHIAVI: folder,
      STAFFETTA_SVILUPPO: "1",
    },
    ...{ STAFFETTA_INDIRIZZI: "{}" },
    ...(quale.regione === undefined ? {} : { STAFFETTA_REGIONE: quale.regione }),
  });
  let acceso: Acceso | null = null;
  const running = await avviaNodo(config, {
    ...{ titolo: nodo, migrations, bind: quale.bind as never, renderGuasto: () => "" },
    create: (porte) => {
      const parte = quale.create(porte as never) as never;
      acceso = { porte: porte as never, parte };
      return parte;
    },
    montaPagine: () => undefined,
  });
  chiusure.push(() => running.close());
  return acceso as unknown as Acceso;
}

before(async () => {
  chmodSync(folder, 0o711);
  const nodi = ["cliclavoro", "ministero", `borsalavoro-${SOAP}`, `borsalavoro-${NATIVA}`];
  for (const nodo of nodi) ensureChiavi(folder, nodo);
  const porte = [await freePort(), await freePort(), await freePort(), await freePort()];
  const [nazionale = 0, soap = 0, nativa = 0, sap = 0] = porte;
  const a = (porta: number, percorso = ""): string => `http://127.0.0.1:${porta}${percorso}`;
  const regole = REGOLE_ADESIONE_2014;
  const regioni = [SOAP, NATIVA].map((codice) => ({
    codice: codice as CodiceRegione,
    portale: "",
  }));
  registro = await accendi(
    {
      ...{ nodo: "cliclavoro", porta: nazionale },
      partner: [
        { nome: `borsalavoro-${SOAP}`, indirizzo: a(soap, "/servizicoap"), legame: "servizicoap" },
        { nome: `borsalavoro-${NATIVA}`, indirizzo: a(nativa) },
      ],
    },
    cliclavoro.migrations,
    { bind: cliclavoro.bindPg, create: (p) => cliclavoro.createCliclavoro(p, { regole, regioni }) },
  );
  banca = await accendi(
    {
      nodo: "ministero",
      porta: sap,
      partner: [{ nome: `borsalavoro-${NATIVA}`, indirizzo: a(nativa) }],
    },
    ministero.migrations,
    {
      bind: ministero.bindPg,
      create: (p) =>
        ministero.createMinistero(p, { regioni: [SOAP, NATIVA] as unknown as CodiceRegione[] }),
    },
  );
  const partnerDi = {
    [SOAP]: [
      { nome: "cliclavoro", indirizzo: a(nazionale, "/servizicoap"), legame: "servizicoap" },
      { nome: "ministero", indirizzo: a(sap, "/servizicoap"), legame: "servizicoap" },
    ],
    [NATIVA]: [
      { nome: "cliclavoro", indirizzo: a(nazionale) },
      { nome: "ministero", indirizzo: a(sap) },
    ],
  };
  for (const [regione, porta] of [
    [SOAP, soap],
    [NATIVA, nativa],
  ] as const)
    borse.set(
      regione,
      await accendi(
        {
          nodo: `borsalavoro-${regione}`,
          porta,
          partner: partnerDi[regione],
        },
        borsaLavoro.migrations,
        {
          ...{ bind: borsaLavoro.bindPg, regione },
          create: (p) =>
            borsaLavoro.createBorsaLavoro(p, { regione: regione as CodiceRegione, regole }),
        },
      ),
    );
  for (const borsa of borse.values())
    await applica(borsa, "operatore.v1", {
      ...{ operatoreId: "OP-0001", denominazione: "Ente di prova", comune: "Torino" },
      ...{
        indirizzo: "via Roma 1",
        telefono: "011000000",
        attivo: true,
        at: new Date().toISOString(),
      },
    });
});
after(async () => {
  await Promise.all(chiusure.map((chiudi) => chiudi()));
  for (const database of databases) await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A message from Gefo, as if it had arrived. */
export async function applica(
  { porte, parte }: Acceso,
  tipo: string,
  corpo: object,
): Promise<void> {
  const regione = [...borse].find(([, { porte: sue }]) => sue === porte)?.[0] ?? "";
  const busta = {
    id: crypto.randomUUID(),
    persona: "p",
    corsia: 0,
    progressivo: 1,
    accodatoAt: "",
  };
  const mittente = `gefo-${regione}`;
  const esito = await porte.uow.transaction((stores) => {
    const handler = parte.handlers[tipo];
    assert.ok(handler);
    return handler(stores, { ...busta, mittente, tipo, corpo: JSON.stringify(corpo) });
  });
  assert.deepEqual(esito, { esito: "applicato" });
}

export const sorte = sorteDi(seededRandom("affiancati"));
export const oggi = new Date().toISOString().slice(0, 10) as CivilDate;
export let contatore = 0;
export const persona = () => unGiovane(sorte, oggi, ++contatore);
export type Persona = ReturnType<typeof persona>;
export type Portale = Record<
  string,
  (ingresso: unknown) => Promise<{ ok: boolean; valore?: unknown }>
>;

export function portale({ parte }: Acceso, { anagrafica }: Persona): Portale {
  const soggetto: Soggetto = { ruolo: "giovane", nome: anagrafica.nome, identita: anagrafica };
  return clienteDi(parte.operazioni, parte.implementazione, soggetto) as unknown as Portale;
}
export const borsa = (regione: Regione): Acceso => borse.get(regione) as Acceso;

export async function chiedi(
  sistema: Acceso,
  chi: Persona,
  operazione: string,
  ingresso: object = {},
): Promise<unknown> {
  const esito = await portale(sistema, chi)[operazione]?.(ingresso);
  assert.ok(esito?.ok, JSON.stringify(esito));
  return esito.valore;
}
export interface Adesione {
  readonly adesioneId: string;
  readonly regione: string;
  readonly stato: string;
  readonly inConferma: boolean;
  readonly dataAdesione: string;
}
export const adesioni = async (sistema: Acceso, chi: Persona): Promise<readonly Adesione[]> =>
  ((await chiedi(sistema, chi, "mieAdesioni")) as { adesioni: Adesione[] }).adesioni;
/** "13 P, 10 N": what a system says of a person. */
export const racconto = async (sistema: Acceso, chi: Persona): Promise<string> =>
  (await adesioni(sistema, chi))
    .map(({ regione, stato, inConferma }) => `${regione} ${stato}${inConferma ? "?" : ""}`)
    .sort()
    .join(", ");

export async function aspetta(sistema: Acceso, chi: Persona, atteso: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if ((await racconto(sistema, chi)) === atteso) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.equal(await racconto(sistema, chi), atteso);
}

export const aderisci = (regione: Regione, chi: Persona, operatoreId: string | null = null) =>
  chiedi(borsa(regione), chi, "aderisci", {
    recapiti: chi.recapiti,
    informativaLetta: true,
    operatoreId,
  });
export const prendi = async (regione: Regione, chi: Persona): Promise<void> => {
  const [sua] = await adesioni(borsa(regione), chi);
  const doteInviataAt = new Date().toISOString();
  const quale = {
    adesioneId: sua?.adesioneId,
    operatoreId: "OP-0001",
    doteId: crypto.randomUUID(),
  };
  await applica(borsa(regione), "presa-in-carico.v1", {
    ...quale,
    fascia: 2,
    dataPatto: oggi,
    doteInviataAt,
  });
};
