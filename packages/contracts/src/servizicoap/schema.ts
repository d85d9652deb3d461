/**
 * How the inner documents of the national services are described: once, as data. From one description
 * come the TypeScript type (inferred), the decoder, the encoder and the XSD. The names of the properties
 * are those of the wire.
 */

/** What a reader of XML gives; the platform's one has this shape. */
export interface NodoXml {
  readonly name: string;
  readonly ns: string;
  readonly attributes: readonly Readonly<{ name: string; ns: string; value: string }>[];
  readonly children: readonly NodoXml[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Why a text is not a value of its type. */
export class Difetto {
  readonly codice: string;
  readonly descrizione: string;
  constructor(codice: string, descrizione: string) {
    this.codice = codice;
    this.descrizione = descrizione;
  }
}

/** What the rules of a type may need from outside. */
export interface Giorno {
  /** Civil day in Rome. */
  readonly oggi: string;
}

export interface Semplice<T> {
  readonly genere: "semplice";
  /** Name in the XSD: built in (`xs:date`) or declared by `xsd`. */
  readonly nome: string;
  /** Its declaration, without the `name`; null when it is built in. */
  readonly xsd: string | null;
  readonly leggi: (testo: string, giorno: Giorno) => T | Difetto;
  scrivi(valore: T): string;
}

export interface Gruppo<T> {
  readonly genere: "gruppo";
  readonly campi: Readonly<Record<string, Campo>>;
  /** Any order on input: where the real order is not known. */
  readonly libero: boolean;
  /** Elements that nobody has described are kept as they are, in `altro`. */
  readonly aperto: boolean;
  /** Only for the type. */
  readonly tipo?: T;
}

/** An element whose content nobody has described: its XML, as it came. */
export interface Grezzo {
  readonly genere: "grezzo";
}

export type TipoXml = Semplice<unknown> | Gruppo<unknown> | Grezzo;
export type Volte = "uno" | "forse" | "molti";

export interface Campo<T = unknown, V extends Volte = Volte> {
  readonly tipo: TipoXml;
  readonly volte: V;
  /** Other names under which it may arrive. */
  readonly alias: readonly string[];
  /** Only for the type. */
  readonly valore?: T;
}

type ValoreDi<C> =
  C extends Campo<infer T, infer V>
    ? V extends "uno"
      ? T
      : V extends "forse"
        ? T | null
        : readonly T[]
    : never;
export type Valori<C extends Readonly<Record<string, Campo>>> = {
  readonly [K in keyof C]: ValoreDi<C[K]>;
};

type Tipato<T> = Semplice<T> | Gruppo<T> | (T extends string ? Grezzo : never);

const campo = <T, V extends Volte>(
  tipo: Tipato<T>,
  volte: V,
  alias: readonly string[],
): Campo<T, V> => ({ tipo: tipo as TipoXml, volte, alias });

export const uno = <T>(tipo: Tipato<T>, ...alias: string[]): Campo<T, "uno"> =>
  campo(tipo, "uno", alias);
export const forse = <T>(tipo: Tipato<T>, ...alias: string[]): Campo<T, "forse"> =>
  campo(tipo, "forse", alias);
export const molti = <T>(tipo: Tipato<T>, ...alias: string[]): Campo<T, "molti"> =>
  campo(tipo, "molti", alias);

export const gruppo = <C extends Readonly<Record<string, Campo>>>(campi: C): Gruppo<Valori<C>> => ({
  ...{ genere: "gruppo", campi, libero: false, aperto: false },
});
export const gruppoLibero = <C extends Readonly<Record<string, Campo>>>(
  campi: C,
): Gruppo<Valori<C>> => ({ genere: "gruppo", campi, libero: true, aperto: false });

/** The XML of each element that nobody has described, in the order in which they came. */
export interface Altro {
  readonly altro: readonly string[];
}
export const gruppoAperto = <C extends Readonly<Record<string, Campo>>>(
  campi: C,
): Gruppo<Valori<C> & Altro> => ({ genere: "gruppo", campi, libero: false, aperto: true });

export const GREZZO: Grezzo = { genere: "grezzo" };

export interface Documento<T> {
  /** Name of the root element. */
  readonly radice: string;
  readonly gruppo: Gruppo<T>;
}
export type Valore<D> = D extends Documento<infer T> ? T : never;

export const documento = <T>(radice: string, tipo: Gruppo<T>): Documento<T> => ({
  radice,
  gruppo: tipo,
});
