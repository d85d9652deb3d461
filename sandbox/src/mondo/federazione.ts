import * as borsaLavoro from "@staffetta/borsalavoro";
import * as cliclavoro from "@staffetta/cliclavoro";
import type {
  Operazioni,
  OperazioniBorsaLavoro,
  OperazioniCliclavoro,
  OperazioniGefo,
  OperazioniMinistero,
} from "@staffetta/contracts";
import {
  CONTRATTO_PREDEFINITO,
  type Cooperazione,
  type CoopStores,
  createCooperazione,
  type Firma,
  firmaSimulata,
} from "@staffetta/cooperation";
import { type CodiceRegione, REGOLE_ADESIONE_2014, REGOLE_GEFO_2014 } from "@staffetta/domain";
import * as gefo from "@staffetta/gefo";
import * as ministero from "@staffetta/ministero";
import {
  borsaLavoroDi,
  CLICLAVORO,
  gefoDi,
  MINISTERO,
  type ParteNodo,
  type PorteNodo,
} from "@staffetta/nodo";
import {
  antivirusDiProva,
  type Clock,
  type Random,
  type StampaPdf,
  seededRandom,
  type UnitOfWork,
} from "@staffetta/platform";
import { createCorsieri } from "./corsieri.ts";
import { Crollo, type Guasti } from "./guasti.ts";
import type { Legami, Magazzino } from "./magazzino.ts";
import { orologioDi, type Tempo } from "./tempo.ts";

/** One node of a simulated federation. */
export interface NodoSimulato<Stores extends CoopStores = CoopStores> {
  readonly nome: string;
  readonly uow: UnitOfWork<Stores>;
  coop(): Cooperazione;
  /** This node's own idea of now. */
  now(): string;
  /** Its process has died. */
  crolla(): void;
}

export interface NodoDi<Stores extends CoopStores, Ops extends Operazioni>
  extends NodoSimulato<Stores> {
  readonly parte: ParteNodo<Stores, Ops>;
}

export type Cliclavoro = NodoDi<cliclavoro.Stores, OperazioniCliclavoro>;
export type Ministero = NodoDi<ministero.Stores, OperazioniMinistero>;
export type BorsaLavoro = NodoDi<borsaLavoro.Stores, OperazioniBorsaLavoro>;
export type Gefo = NodoDi<gefo.Stores, OperazioniGefo>;

export interface Federazione {
  readonly cliclavoro: Cliclavoro;
  readonly ministero: Ministero;
  readonly borse: ReadonlyMap<CodiceRegione, BorsaLavoro>;
  readonly gefi: ReadonlyMap<CodiceRegione, Gefo>;
  readonly nodi: readonly NodoSimulato[];
}

export interface OpzioniFederazione {
  readonly seed: string;
  readonly tempo: Tempo;
  readonly guasti: Guasti;
  readonly magazzino: Magazzino;
  readonly regioni: readonly CodiceRegione[];
  readonly stanziamentoCents: number;
  /** Real signatures for a federation that real nodes will take over; absent = the cheap twin. */
  readonly firmaDi?: (nodo: string, clock: Clock, random: Random) => Firma;
  /** Real documents, for a federation that people will look at; absent = quick bytes. */
  readonly stampa?: StampaPdf;
  /** Lanes between two nodes; a few are enough to disorder a simulated world. */
  readonly corsie?: number;
}

/** Partners of each node: the national pair knows every region, a region knows its own four. */
const partnerDi = (nodo: string, regioni: readonly CodiceRegione[]): readonly string[] => {
  if (nodo === CLICLAVORO || nodo === MINISTERO) return regioni.map(borsaLavoroDi);
  const regione = regioni.find((una) => nodo.endsWith(una)) ?? ("" as CodiceRegione);
  if (nodo === gefoDi(regione)) return [borsaLavoroDi(regione)];
  return [CLICLAVORO, MINISTERO, gefoDi(regione)];
};

const CORSIE_SIMULATE = 2;

export async function createFederazione(opzioni: OpzioniFederazione): Promise<Federazione> {
  const { seed, tempo, guasti, magazzino, regioni, stanziamentoCents } = opzioni;
  const nodi: NodoSimulato[] = [];
  const corsie = opzioni.corsie ?? CORSIE_SIMULATE;
  const corsieri = createCorsieri({ tempo, guasti });

  const apri = async <Stores extends CoopStores, Ops extends Operazioni>(
    nome: string,
    legami: Legami<Stores>,
    create: (porte: PorteNodo<Stores>) => ParteNodo<Stores, Ops>,
  ): Promise<NodoDi<Stores, Ops>> => {
    const clock = orologioDi(tempo, () => guasti.skewMs(nome));
    const random = seededRandom(`${seed}/${nome}`, clock);
    const cipher = magazzino.cipherDi(nome);
    const plain = await magazzino.apri(nome, legami, {
      ...{ clock, random, corsieDi: () => corsie },
      onAccodati: (scritti) => corsieri.sveglia(nome, scritti),
    });
    const uow = guasti.insidia(nome, plain);
    const coop = (): Cooperazione => corsieri.coopDi(nome);
    const parte = create({ clock, random, cipher, uow, coop });
    const partner = partnerDi(nome, regioni);
    corsieri.aggiungi(nome, partner, () =>
      createCooperazione<Stores>({
        ...{ nodo: nome, clock, random, uow, trasporto: corsieri.trasporto },
        firma:
          opzioni.firmaDi?.(nome, clock, random) ?? firmaSimulata({ nodo: nome, clock, random }),
        partner: partner.map((uno) => ({
          ...{ ...CONTRATTO_PREDEFINITO, nome: uno, indirizzo: "", corsie },
          attesaMassimaMs: 10 * 60_000,
        })),
        handlers: guasti.inceppa(nome, parte.handlers),
        ...(parte.suEsito === undefined ? {} : { suEsito: parte.suEsito }),
      }),
    );
    const crolla = (): void => corsieri.crolla(nome);
    const nodo = { nome, uow, parte, coop, crolla, now: clock.now };
    nodi.push(nodo as unknown as NodoSimulato);
    return nodo;
  };

  const portali = regioni.map((codice) => ({ codice, portale: `http://${borsaLavoroDi(codice)}` }));
  const national = await apri(CLICLAVORO, cliclavoro, (porte) =>
    cliclavoro.createCliclavoro(porte, { regole: REGOLE_ADESIONE_2014, regioni: portali }),
  );
  const ministry = await apri(MINISTERO, ministero, (porte) =>
    ministero.createMinistero(porte, { regioni }),
  );
  const borse = new Map<CodiceRegione, BorsaLavoro>();
  const gefi = new Map<CodiceRegione, Gefo>();
  for (const regione of regioni) {
    borse.set(
      regione,
      await apri(borsaLavoroDi(regione), borsaLavoro, (porte) =>
        borsaLavoro.createBorsaLavoro(porte, { regione, regole: REGOLE_ADESIONE_2014 }),
      ),
    );
    const operatori = gefo.operatoriDiEsempio(regione);
    gefi.set(
      regione,
      await apri(gefoDi(regione), gefo, (porte) =>
        gefo.createGefo(porte, {
          ...{ regione, regole: REGOLE_GEFO_2014, operatori, stanziamentoCents },
          antivirus: antivirusDiProva,
          profilazione: gefo.profilazioneSimulata,
          ...{ durc: gefo.durcSimulato(), iban: gefo.ibanSimulato },
          stampa: opzioni.stampa ?? stampaVeloce,
        }),
      ),
    );
  }
  for (const una of gefi.values()) await startAgain(una);
  return { cliclavoro: national, ministero: ministry, borse, gefi, nodi };
}

/** Real pages take a tenth of a second each: thousands of simulated lives print this instead. */
const stampaVeloce: StampaPdf = async ({ titolo, at }) => Buffer.from(`${titolo} ${at}`);

/** A node that dies while it starts is started again. */
async function startAgain({ parte }: Gefo): Promise<void> {
  for (;;)
    try {
      await parte.allAvvio?.();
      return;
    } catch (error) {
      if (!(error instanceof Crollo)) throw error;
    }
}
