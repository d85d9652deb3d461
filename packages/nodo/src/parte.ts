import type { Implementazione, Operazioni, Soggetto } from "@staffetta/contracts";
import type {
  BoundCoop,
  Cooperazione,
  CoopStores,
  Handler,
  Richiamo,
  SuEsito,
} from "@staffetta/cooperation";
import type {
  Cipher,
  Clock,
  Guasto,
  MigrationSet,
  Random,
  Sessioni,
  SqlClient,
  UnitOfWork,
} from "@staffetta/platform";
import type { Hono } from "hono";
import type { Collegamento } from "./collegamento/collegamento.ts";
import type { Config } from "./config.ts";
import type { RottaNodo } from "./rest/porta.ts";
import type { DaSpedire } from "./richiami/richiami.ts";
import type { InParoleNazionali } from "./servizicoap/legame.ts";
import type { Servizicoap } from "./servizicoap/smista.ts";

/** What a node is, without I/O of its own. `create` of each node returns it. */
export interface ParteNodo<Stores extends CoopStores, Ops extends Operazioni> {
  readonly handlers: Readonly<Record<string, Handler<Stores>>>;
  readonly suEsito?: Readonly<Record<string, SuEsito<Stores>>>;
  readonly operazioni: Ops;
  readonly implementazione: Implementazione<Ops>;
  /** Done at every start, before the doors open; repeating it changes nothing. */
  readonly allAvvio?: () => Promise<void>;
  /** What it answers as one of the national SOAP services. */
  readonly servizicoap?: Servizicoap;
  /** How it speaks to a partner whose contract names that binding. */
  readonly inParole?: InParoleNazionali;
  /** Civil time of Rome. */
  readonly lavori?: readonly Readonly<{
    nome: string;
    cron: string;
    esegui: () => Promise<void>;
  }>[];
  /** Other faces on the same HTTP door; only the Ministry's has one. */
  readonly rotte?: readonly RottaNodo[];
  /** Seals a notice for that face at the moment of leaving. */
  readonly firmaSpdci?: (richiamo: Richiamo) => DaSpedire;
}

export interface PorteNodo<Stores> {
  readonly clock: Clock;
  readonly random: Random;
  readonly cipher: Cipher;
  readonly uow: UnitOfWork<Stores>;
  /** Known once the node has started. */
  readonly coop: () => Cooperazione;
  /** Binding of the contract with a partner; absent: the native one with all. */
  readonly legameDi?: (partner: string) => string;
  /** Absent where there is no network: the simulator, the import. */
  readonly collegamento?: () => Collegamento;
}

export interface Pagine {
  readonly sessioni: Sessioni<Soggetto>;
  readonly config: Config;
}

export interface DescrizioneNodo<Stores extends CoopStores, Ops extends Operazioni> {
  readonly migrations: MigrationSet;
  readonly bind: (sql: SqlClient, coop: BoundCoop) => Stores;
  readonly create: (porte: PorteNodo<Stores>) => ParteNodo<Stores, Ops>;
  readonly montaPagine: (app: Hono, nodo: ParteNodo<Stores, Ops>, pagine: Pagine) => void;
  readonly renderGuasto: (guasto: Guasto) => string;
}
