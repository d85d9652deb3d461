import type { Anomalia, CodiceAnomalia } from "./anomalie.ts";
import { CODICI_ANOMALIA } from "./anomalie.ts";
import {
  type Campo,
  Difetto,
  type Documento,
  type Giorno,
  type Gruppo,
  type NodoXml,
  type TipoXml,
} from "./schema.ts";

export type Decodificato<T> =
  | Readonly<{ ok: true; valore: T }>
  | Readonly<{ ok: false; anomalie: readonly Anomalia[] }>;

/** A document with a thousand defects is not told all of them. */
const ANOMALIE_MAX = 50;
const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const XSI_AMMESSI: ReadonlySet<string> = new Set(["schemaLocation", "noNamespaceSchemaLocation"]);

/** Position of each name in its group, aliases included: made once a group. */
interface Indice {
  readonly nomi: readonly string[];
  readonly campi: readonly Campo[];
  readonly posizioni: ReadonlyMap<string, number>;
}
const indici = new WeakMap<Gruppo<unknown>, Indice>();

function indiceDi(gruppo: Gruppo<unknown>): Indice {
  const known = indici.get(gruppo);
  if (known !== undefined) return known;
  const nomi = Object.keys(gruppo.campi);
  const campi = Object.values(gruppo.campi);
  const posizioni = new Map<string, number>();
  campi.forEach((campo, i) => {
    for (const nome of [nomi[i] ?? "", ...campo.alias]) posizioni.set(nome, i);
  });
  const made = { nomi, campi, posizioni };
  indici.set(gruppo, made);
  return made;
}

/** Nothing has been seen yet: every property is there, in one order, so that all values have one shape. */
function vuoto({ nomi, campi }: Indice): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (let i = 0; i < campi.length; i++)
    out[nomi[i] as string] = campi[i]?.volte === "molti" ? [] : null;
  return out;
}

class Decodifica {
  readonly sorgente: string;
  readonly giorno: Giorno;
  readonly anomalie: Anomalia[] = [];
  constructor(sorgente: string, giorno: Giorno) {
    this.sorgente = sorgente;
    this.giorno = giorno;
  }

  segnala(codice: string, percorso: string, descrizione: string): void {
    if (this.anomalie.length < ANOMALIE_MAX) this.anomalie.push({ codice, descrizione, percorso });
  }
  segnalaCodice(codice: CodiceAnomalia, percorso: string, chi: string): void {
    this.segnala(codice, percorso, `${CODICI_ANOMALIA[codice]}: ${chi}`);
  }

  attributi(nodo: NodoXml, percorso: string): void {
    for (const { name, ns } of nodo.attributes)
      if (ns !== XSI || !XSI_AMMESSI.has(name)) this.segnalaCodice("S007", percorso, name);
  }

  valore(tipo: TipoXml, nodo: NodoXml, percorso: string): unknown {
    if (tipo.genere === "grezzo") return this.sorgente.slice(nodo.start, nodo.end);
    if (nodo.attributes.length > 0) this.attributi(nodo, percorso);
    if (tipo.genere === "gruppo") return this.gruppo(tipo, nodo, percorso);
    if (nodo.children.length > 0) {
      this.segnalaCodice("S004", percorso, nodo.children[0]?.name ?? "");
      return null;
    }
    const letto = tipo.leggi(nodo.text, this.giorno);
    if (!(letto instanceof Difetto)) return letto;
    this.segnala(letto.codice, percorso, `${nodo.name}: ${letto.descrizione}`);
    return null;
  }

  gruppo(gruppo: Gruppo<unknown>, nodo: NodoXml, percorso: string): Record<string, unknown> {
    const indice = indiceDi(gruppo);
    const { campi, posizioni } = indice;
    const out = vuoto(indice);
    const altro: string[] = [];
    const visti = new Uint8Array(campi.length);
    let ultima = -1;
    for (const figlio of nodo.children) {
      const posizione = figlio.ns === "" ? posizioni.get(figlio.name) : undefined;
      if (posizione === undefined) {
        if (gruppo.aperto) altro.push(this.sorgente.slice(figlio.start, figlio.end));
        else this.segnalaCodice("S004", percorso, figlio.name);
        continue;
      }
      if (posizione < ultima && !gruppo.libero) this.segnalaCodice("S006", percorso, figlio.name);
      else ultima = posizione;
      this.campo(out, indice, { posizione, figlio, percorso, ripetuto: visti[posizione] === 1 });
      visti[posizione] = 1;
    }
    this.mancanti(indice, visti, percorso);
    if (nodo.text.trim() !== "") this.segnalaCodice("S008", percorso, nodo.name);
    if (gruppo.aperto) out["altro"] = altro;
    return out;
  }

  campo(
    out: Record<string, unknown>,
    { nomi, campi }: Indice,
    { posizione, figlio, percorso, ripetuto }: Trovato,
  ): void {
    const { tipo, volte } = campi[posizione] as Campo;
    const nome = nomi[posizione] as string;
    const valore = this.valore(tipo, figlio, `${percorso}/${nome}`);
    if (volte === "molti") (out[nome] as unknown[]).push(valore);
    else if (ripetuto) this.segnalaCodice("S005", percorso, figlio.name);
    else out[nome] = valore;
  }

  mancanti({ nomi, campi }: Indice, visti: Uint8Array, percorso: string): void {
    for (let i = 0; i < campi.length; i++)
      if (visti[i] === 0 && campi[i]?.volte === "uno")
        this.segnalaCodice("S003", percorso, nomi[i] as string);
  }
}

/** Where the letters are not proven, those of the root are not either. */
const isRadice = <T>({ radice, gruppo }: Documento<T>, nome: string): boolean =>
  nome === radice || (gruppo.libero && nome.toLowerCase() === radice.toLowerCase());

interface Trovato {
  readonly posizione: number;
  readonly figlio: NodoXml;
  readonly percorso: string;
  readonly ripetuto: boolean;
}

/** The value of a document, or every anomaly found in it. `sorgente` is the text that `radice` was read from. */
export function decodifica<T>(
  documento: Documento<T>,
  radice: NodoXml,
  sorgente: string,
  giorno: Giorno,
): Decodificato<T> {
  const lavoro = new Decodifica(sorgente, giorno);
  if (radice.ns !== "" || !isRadice(documento, radice.name)) {
    const chi = radice.ns === "" ? radice.name : `{${radice.ns}}${radice.name}`;
    const atteso = `${CODICI_ANOMALIA.S002}: ${chi} al posto di ${documento.radice}`;
    return { ok: false, anomalie: [{ codice: "S002", descrizione: atteso, percorso: "" }] };
  }
  const valore = lavoro.valore(documento.gruppo as Gruppo<unknown>, radice, documento.radice) as T;
  const { anomalie } = lavoro;
  return anomalie.length === 0 ? { ok: true, valore } : { ok: false, anomalie };
}
