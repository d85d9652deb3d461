import { randomBytes } from "node:crypto";
import { REGIONI } from "@staffetta/domain";
import { type Caso, chiamata, esitoOk, leggiRisposta, type RispostaCaso } from "./caso.ts";
import { utente } from "./documenti.ts";
import { casiMinistero } from "./ministero.ts";
import { persone } from "./persone.ts";
import { casiRegione } from "./regione.ts";

export interface OpzioniCollaudo {
  readonly url: string;
  readonly ruolo: "ministero" | "regione";
  readonly regione: string;
  readonly credenziali: Readonly<{ nome: string; password: string }> | null;
}

export interface EsitoCaso {
  readonly caso: Caso;
  /** The bytes that were sent. */
  readonly inviato: string;
  readonly risposta: RispostaCaso | null;
  /** Null = as the contract says. */
  readonly difetto: string | null;
}

const ATTESA_MS = 30_000;
const ID_SAP = /CodiceSAP>(?:<!\[CDATA\[)?([A-Z]{2}[0-9]{8}[A-Z])</;

/** Runs the cases one after the other: they are a story. */
export async function collauda(opzioni: OpzioniCollaudo): Promise<readonly EsitoCaso[]> {
  const seme = [...randomBytes(8)].map((n) => String.fromCharCode(65 + (n % 26))).join("");
  let idSap = "";
  const casi =
    opzioni.ruolo === "ministero"
      ? casiMinistero(seme, () => idSap)
      : casiRegione(seme, opzioni.regione);
  const esiti: EsitoCaso[] = [];
  for (const caso of casi) {
    // Where nobody is asked for a name, there is no wrong one.
    if (caso.credenziali !== undefined && opzioni.credenziali === null) continue;
    const esito = await prova(opzioni, caso);
    idSap = ID_SAP.exec(esito.risposta?.testo ?? "")?.[1] ?? idSap;
    esiti.push(esito);
  }
  return esiti;
}

/** Which region answers there: the only one that takes in an adesione of its own. Null: none does. */
export async function trovaRegione(
  dove: Pick<OpzioniCollaudo, "url" | "credenziali">,
): Promise<string | null> {
  const persona = persone(String(Date.now()));
  for (const regione of Object.keys(REGIONI)) {
    const caso: Caso = {
      ...{ operazione: INVIO, nome: "quale regione", verifica: esitoOk(INVIO) },
      corpo: chiamata(INVIO, ["UtenteYG", utente(persona(20), "2025-03-10", regione)]),
    };
    const { difetto } = await prova({ ...dove, regione, ruolo: "regione" }, caso);
    if (difetto === null) return regione;
  }
  return null;
}
const INVIO = "invioUtenteYG";

async function prova({ url, credenziali }: OpzioniCollaudo, caso: Caso): Promise<EsitoCaso> {
  const { corpo } = caso;
  const headers: Record<string, string> = {
    ...{ "content-type": "text/xml; charset=utf-8", soapaction: '""' },
  };
  if (credenziali !== null && caso.credenziali !== "nessuna") {
    const password =
      caso.credenziali === "sbagliate" ? `${credenziali.password}?` : credenziali.password;
    headers["authorization"] =
      `Basic ${Buffer.from(`${credenziali.nome}:${password}`).toString("base64")}`;
  }
  const inviato = typeof corpo === "string" ? corpo : Buffer.from(corpo).toString("latin1");
  try {
    const body = typeof corpo === "string" ? corpo : Buffer.from(corpo);
    const answer = await fetch(url, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(ATTESA_MS),
    });
    const risposta = leggiRisposta(answer.status, new Uint8Array(await answer.arrayBuffer()));
    return { caso, inviato, risposta, difetto: caso.verifica(risposta) };
  } catch (error) {
    return { caso, inviato, risposta: null, difetto: `nessuna risposta: ${String(error)}` };
  }
}

const SCAMBIO_CHARS_MAX = 4_000;
const breve = (testo: string): string =>
  testo.length <= SCAMBIO_CHARS_MAX
    ? testo
    : `${testo.slice(0, SCAMBIO_CHARS_MAX)}… (${testo.length} caratteri)`;

/** Pass or fail for each operation; of each failure the exact exchange. */
export function resoconto(esiti: readonly EsitoCaso[], tutto: boolean): string {
  const righe: string[] = [];
  const perOperazione = Map.groupBy(esiti, ({ caso }) => caso.operazione);
  for (const [operazione, suoi] of perOperazione) {
    const passati = suoi.filter(({ difetto }) => difetto === null).length;
    righe.push(
      `${passati === suoi.length ? "✔" : "✖"} ${operazione}: ${passati} su ${suoi.length}`,
    );
    for (const { caso, difetto, inviato, risposta } of suoi) {
      if (difetto === null && !tutto) continue;
      righe.push(`  ${difetto === null ? "✔" : "✖"} ${caso.nome}`);
      if (difetto !== null) righe.push(`    ${difetto}`);
      righe.push(
        `    → ${breve(inviato)}`,
        `    ← HTTP ${risposta?.stato ?? "-"} ${breve(risposta?.testo ?? "")}`,
      );
    }
  }
  const falliti = esiti.filter(({ difetto }) => difetto !== null).length;
  righe.push(`${esiti.length - falliti} prove passate, ${falliti} fallite.`);
  return righe.join("\n");
}
