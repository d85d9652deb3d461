import * as borsaLavoro from "@staffetta/borsalavoro";
import * as cliclavoro from "@staffetta/cliclavoro";
import {
  type BoundCoop,
  bindCoopPg,
  CONTRATTO_PREDEFINITO,
  type CoopStores,
} from "@staffetta/cooperation";
import {
  type AdesioneId,
  type CivilDate,
  formaBase,
  type Instant,
  instantInRome,
  isCivilDate,
  nascitaNelCodice,
} from "@staffetta/domain";
import * as ministero from "@staffetta/ministero";
import { type PorteNodo, readChiavi } from "@staffetta/nodo";
import {
  type Cipher,
  createCipher,
  openDatabase,
  pgUnitOfWork,
  type Random,
  type SqlClient,
  systemClock,
  systemRandom,
} from "@staffetta/platform";
import type { StatoIniziale } from "./stato.ts";

type Iniziale = StatoIniziale["adesioni"][number];

/** Where a node keeps its truth, for who writes it before the node starts. */
export interface Sede {
  readonly databaseUrl: string;
  readonly chiavi: string;
  readonly nodo: string;
}

const istanteDi = ({ dataStato, dataAdesione }: Iniziale): Instant => {
  const giorno = dataStato ?? dataAdesione;
  return isCivilDate(giorno)
    ? instantInRome(giorno, "00:00")
    : (new Date(giorno).toISOString() as Instant);
};

/** The person of a row, as the national wire knows it: the code, and what the code says. */
function personaDi(cipher: Cipher, random: Random, { codiceFiscale, dataAdesione }: Iniziale) {
  const nato = nascitaNelCodice(codiceFiscale, dataAdesione as CivilDate);
  return {
    id: random.uuid(),
    cfDigest: cipher.digest(formaBase(codiceFiscale)),
    cfSigillato: cipher.seal(codiceFiscale),
    ...{ dataNascita: nato?.dataNascita ?? null, sesso: nato?.sesso ?? null },
    ...{ nome: "Da completare", cognome: "Da completare" },
    ...{ email: "da-completare@esempio.invalid", telefono: "000000" },
  };
}

/** The ports of a node that has not started: enough to write its tables as it would. */
async function withPorte<Stores extends CoopStores>(
  { databaseUrl, chiavi, nodo }: Sede,
  bind: (sql: SqlClient, coop: BoundCoop) => Stores,
  work: (porte: PorteNodo<Stores>) => Promise<void>,
): Promise<void> {
  const cipher = createCipher(readChiavi(chiavi, nodo).dati);
  const database = openDatabase({ url: databaseUrl, poolMax: 1 });
  const [clock, random] = [systemClock, systemRandom];
  const corsieDi = (): number => CONTRATTO_PREDEFINITO.corsie;
  const uow = pgUnitOfWork(database, (sql) => {
    const coop = bindCoopPg(sql, { clock, random, corsieDi, cifra: cipher });
    return { stores: bind(sql, coop), beforeCommit: coop.beforeCommit };
  });
  const coop = (): never => {
    throw new Error("Il nodo non è ancora avviato");
  };
  try {
    await work({ clock, random, cipher, uow, coop });
  } finally {
    await database.close();
  }
}

const withStores = <Stores extends CoopStores>(
  sede: Sede,
  bind: (sql: SqlClient, coop: BoundCoop) => Stores,
  work: (stores: Stores, cipher: Cipher) => Promise<void>,
): Promise<void> =>
  withPorte(sede, bind, ({ uow, cipher }) => uow.transaction((stores) => work(stores, cipher)));

const eventoDi = (id: AdesioneId, { stato }: Iniziale, at: Instant) => ({
  ...{ id: `${id}/1`, adesioneId: id, version: 1, da: null, a: stato, motivo: null },
  ...{ at, notoAt: systemClock.now() },
});

export const caricaCliclavoro = (
  sede: Sede,
  adesioni: readonly Iniziale[],
  random: Random = systemRandom,
): Promise<void> =>
  withStores(sede, cliclavoro.bindPg, async (stores, cipher) => {
    for (const una of adesioni) {
      const persona = personaDi(cipher, random, una);
      const [nota] = await stores.persone.by("cfDigest", persona.cfDigest);
      if (nota === undefined) await stores.persone.insert(persona);
      const { regione, dataAdesione, stato } = una;
      const [id, statoAt] = [random.uuid() as AdesioneId, istanteDi(una)];
      await stores.adesioni.insert({
        ...{ id, personaId: nota?.id ?? persona.id, regione, canale: "regionale", dataAdesione },
        ...{ stato, statoAt, operatore: null, version: 1 },
        ...{ consegna: "accolta", annullamento: "nessuno" },
      });
      await stores.eventi.insert({ ...eventoDi(id, una, statoAt), tipo: "registrata" });
    }
  });

/** A provisional code says no birthday: the node keeps it aside until somebody does. */
const inAttesa = (
  random: Random,
  { cfDigest, cfSigillato }: ReturnType<typeof personaDi>,
  una: Iniziale,
) => ({
  ...{ id: random.uuid(), at: istanteDi(una), cfDigest, cfSigillato },
  ...{ dataAdesione: una.dataAdesione, identificativoSap: null, motivo: null, chiusa: false },
});

/** Only those of its own region: a regional system holds no others. */
export const caricaBorsaLavoro = (
  sede: Sede,
  adesioni: readonly Iniziale[],
  random: Random = systemRandom,
): Promise<void> =>
  withStores(sede, borsaLavoro.bindPg, async (stores, cipher) => {
    for (const una of adesioni) {
      const persona = personaDi(cipher, random, una);
      const { dataNascita, sesso } = persona;
      if (dataNascita === null || sesso === null) {
        await stores.inAttesa.insert(inAttesa(random, persona, una));
        continue;
      }
      const [nota] = await stores.giovani.by("cfDigest", persona.cfDigest);
      if (nota === undefined) await stores.giovani.insert({ ...persona, dataNascita, sesso });
      const { regione, dataAdesione, stato } = una;
      const [id, statoAt] = [random.uuid() as AdesioneId, istanteDi(una)];
      await stores.adesioni.insert({
        ...{ id, giovaneId: (nota?.id ?? persona.id) as never, regione, canale: "regionale" },
        ...{ dataAdesione, stato, statoAt, operatoreId: null, inConferma: false, version: 1 },
        contattato: false,
      });
      await stores.eventi.insert({ ...eventoDi(id, una, statoAt), tipo: "adesione-registrata" });
    }
  });

export const caricaMinistero = (
  sede: Sede,
  sap: StatoIniziale["sap"],
  opzioni: ministero.OpzioniMinistero,
): Promise<void> =>
  withPorte(sede, ministero.bindPg, (porte) => ministero.caricaSapIniziali(porte, opzioni, sap));
