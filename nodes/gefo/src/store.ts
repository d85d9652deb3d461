import type { BoundCoop, CoopStores } from "@staffetta/cooperation";
import { type MemoryTx, righeMemory, righePg, type SqlClient } from "@staffetta/platform";
import { type TabelleAllegati, tabelleAllegati } from "./allegati/tabelle.ts";
import {
  elenchiAppuntamenti,
  type TabelleAppuntamenti,
  tabelleAppuntamenti,
} from "./appuntamenti/tabelle.ts";
import type { Legami, Open } from "./apri.ts";
import { type TabelleAvvisi, tabelleAvvisi } from "./avvisi/tabelle.ts";
import { elenchiCasi } from "./casi/letture.ts";
import { type TabelleCasi, tabelleCasi } from "./casi/tabelle.ts";
import { type TabelleComunicazioni, tabelleComunicazioni } from "./comunicazioni/tabelle.ts";
import { type TabelleContatti, tabelleContatti } from "./contatti/tabelle.ts";
import { elenchiDenaro } from "./denaro/elenchi.ts";
import { type TabelleDenaro, tabelleDenaro } from "./denaro/tabelle.ts";
import { elenchiDote } from "./dote/elenchi.ts";
import { type TabelleDote, tabelleDote } from "./dote/tabelle.ts";
import { type TabelleIndennita, tabelleIndennita } from "./indennita/tabelle.ts";
import { elenchiLavoro } from "./lavoro/elenchi.ts";
import { type TabelleLavoro, tabelleLavoro } from "./lavoro/tabelle.ts";
import { elenchiLiquidazione } from "./liquidazione/elenchi.ts";
import { type TabelleLiquidazione, tabelleLiquidazione } from "./liquidazione/tabelle.ts";
import { elenchiNotifiche, type TabelleNotifiche, tabelleNotifiche } from "./notifiche/tabelle.ts";
import { elenchiOperatori } from "./operatori/elenchi.ts";
import { type TabelleOperatori, tabelleOperatori } from "./operatori/tabelle.ts";
import { elenchiPresa } from "./presa/elenchi.ts";
import { type TabellePresa, tabellePresa } from "./presa/tabelle.ts";
import { elenchiRegistro } from "./registro/elenchi.ts";
import { type TabelleRegistro, tabelleRegistro } from "./registro/tabelle.ts";
import { elenchiRendicontazione } from "./rendicontazione/elenchi.ts";
import { type TabelleRendicontazione, tabelleRendicontazione } from "./rendicontazione/tabelle.ts";
import { type TabelleServizi, tabelleServizi } from "./servizi/tabelle.ts";

/** The lists of each slice, under the slice's name. */
const ELENCHI = {
  appuntamenti: elenchiAppuntamenti,
  casi: elenchiCasi,
  denaro: elenchiDenaro,
  dote: elenchiDote,
  lavoro: elenchiLavoro,
  liquidazione: elenchiLiquidazione,
  notifiche: elenchiNotifiche,
  operatori: elenchiOperatori,
  registro: elenchiRegistro,
  presa: elenchiPresa,
  rendicontazione: elenchiRendicontazione,
} as const;
type Elenchi = {
  readonly [K in keyof typeof ELENCHI]: (typeof ELENCHI)[K] extends Legami<infer E> ? E : never;
};

export interface Stores
  extends CoopStores,
    TabelleAllegati,
    TabelleAppuntamenti,
    TabelleAvvisi,
    TabelleCasi,
    TabelleComunicazioni,
    TabelleContatti,
    TabelleDenaro,
    TabelleIndennita,
    TabelleLavoro,
    TabelleLiquidazione,
    TabelleNotifiche,
    TabelleDote,
    TabelleOperatori,
    TabelleRegistro,
    TabelleRendicontazione,
    TabellePresa,
    TabelleServizi {
  readonly elenchi: Elenchi;
}

const compose = (open: Open, coop: BoundCoop, elenchi: Elenchi): Stores => ({
  ...{ coop: coop.coop, uscita: coop.uscita, savepoint: coop.savepoint },
  ...tabelleAllegati(open),
  ...tabelleAppuntamenti(open),
  ...tabelleAvvisi(open),
  ...tabelleCasi(open),
  ...tabelleComunicazioni(open),
  ...tabelleContatti(open),
  ...tabelleDenaro(open),
  ...tabelleIndennita(open),
  ...tabelleLavoro(open),
  ...tabelleLiquidazione(open),
  ...tabelleNotifiche(open),
  ...tabelleDote(open),
  ...tabelleOperatori(open),
  ...tabelleRegistro(open),
  ...tabelleRendicontazione(open),
  ...tabellePresa(open),
  ...tabelleServizi(open),
  elenchi,
});

const bindElenchi = (bind: (legami: Legami<unknown>) => unknown): Elenchi =>
  Object.fromEntries(
    Object.entries(ELENCHI).map(([slice, legami]) => [slice, bind(legami)]),
  ) as Elenchi;

export const bindPg = (sql: SqlClient, coop: BoundCoop): Stores =>
  compose(
    (tabella) => righePg(sql, tabella),
    coop,
    bindElenchi(({ pg }) => pg(sql)),
  );

export const bindMemory = (tx: MemoryTx, coop: BoundCoop): Stores =>
  compose(
    (tabella) => righeMemory(tx, tabella),
    coop,
    bindElenchi(({ memory }) => memory(tx)),
  );
