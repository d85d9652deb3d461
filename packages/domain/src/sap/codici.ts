import type { Catalogo } from "../codici/lista.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { CivilDate } from "../time.ts";
import type { PoliticaInviata } from "./politica.ts";
import type { AvvisoSap } from "./rifiuto.ts";
import type { Albero, Sezioni } from "./sap.ts";
import { isRamo } from "./sezioni.ts";

/** A code where it was written. */
export interface CodiceUsato {
  readonly lista: string;
  readonly codice: string;
  readonly percorso: string;
}

/** Leaf of sections 1–5 → its list. The path of `codcomune` does not matter: the name says it. */
const LISTA_DI_FOGLIA: Readonly<Record<string, string>> = {
  ...{ sesso: "sesso", codcomune: "comune", codcittadinanza: "cittadinanza" },
  ...{ codtipodocumento: "documento-straniero", codstatooccupazionale: "stato-occupazionale" },
  ...{ codstatus: "condizione-status", categoria297: "categoria-297" },
  ...{ tipolista: "lista-speciale", codprovincia: "provincia" },
  ...{ tipoingresso: "ingresso-disoccupazione", codcatprotette: "categoria-protetta" },
  ...{ codateco: "ateco", codprofessione: "professione", tipocontratto: "tipo-contratto" },
  ...{ codmodalitalavoro: "modalita-lavoro", codlivelloistruzione: "livello-studio" },
  ...{ corsostudio: "titolo-studio", codregione: "regione" },
  ...{ codtipologiadurata: "tipologia-durata", certificazioniattestati: "attestazione" },
  ...{ codlingua: "lingua", codlivelloletto: "livello-lingua" },
  ...{ codlivelloscritto: "livello-lingua", codlivelloparlato: "livello-lingua" },
  ...{ codconoscenzainformatica: "conoscenza-informatica", codgrado: "grado-informatica" },
  ...{ codpatenteguida: "patente" },
};

/** Every code of a document that some list should know. */
export function codiciUsati(
  sezioni: Sezioni,
  politiche: readonly PoliticaInviata[],
): readonly CodiceUsato[] {
  const into: CodiceUsato[] = [];
  for (const [nome, albero] of Object.entries(sezioni)) raccogli(albero, nome, into);
  for (const politica of politiche) raccogliPolitica(politica, into);
  return into;
}

function raccogli(albero: Albero, percorso: string, into: CodiceUsato[]): void {
  if (Array.isArray(albero)) {
    for (const figlio of albero) raccogli(figlio as Albero, percorso, into);
    return;
  }
  if (!isRamo(albero)) return;
  for (const nome in albero) {
    const figlio = albero[nome] as Albero;
    if (figlio === null || figlio === "") continue;
    if (typeof figlio !== "string") {
      raccogli(figlio, `${percorso}/${nome}`, into);
      continue;
    }
    const lista = LISTA_DI_FOGLIA[nome];
    if (lista !== undefined) into.push({ lista, codice: figlio, percorso: `${percorso}/${nome}` });
  }
}

function raccogliPolitica(politica: PoliticaInviata, into: CodiceUsato[]): void {
  const percorso = "politiche";
  const { tipoAttivita, progetto, tipologiaDurata, ultimoEvento, ente } = politica;
  into.push({ lista: "tipo-attivita", codice: tipoAttivita, percorso });
  into.push({ lista: "titolo-progetto", codice: progetto, percorso });
  into.push({ lista: "ente", codice: ente, percorso });
  if (tipologiaDurata !== null)
    into.push({ lista: "tipologia-durata", codice: tipologiaDurata, percorso });
  if (ultimoEvento !== null)
    into.push({ lista: "evento-politica", codice: ultimoEvento.evento, percorso });
}

/** In: an unknown code is kept, and flagged once for each place. */
export function segnalaIgnoti(
  usati: readonly CodiceUsato[],
  catalogo: Catalogo,
  giorno: CivilDate,
): readonly AvvisoSap[] {
  const avvisi = new Map<string, AvvisoSap>();
  for (const { lista, codice, percorso } of usati) {
    const esito = catalogo.valuta(lista, codice, giorno);
    if (esito === "noto" || esito === "lista-assente") continue;
    avvisi.set(`${lista}/${codice}`, { code: "codice.sconosciuto", lista, codice, percorso });
  }
  return [...avvisi.values()];
}

/** Out: an unknown code does not leave. */
export function controllaInUscita(
  usati: readonly CodiceUsato[],
  catalogo: Catalogo,
  giorno: CivilDate,
): Result<null, Readonly<{ code: "codice.sconosciuto" } & CodiceUsato>> {
  for (const usato of usati) {
    const esito = catalogo.valuta(usato.lista, usato.codice, giorno);
    if (esito === "sconosciuto" || esito === "non-in-vigore")
      return refuse({ code: "codice.sconosciuto", ...usato });
  }
  return ok(null);
}
