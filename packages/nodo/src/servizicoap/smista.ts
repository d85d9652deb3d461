import { servizicoap } from "@staffetta/contracts";
import type { RichiestaSoap, RispostaSoap } from "@staffetta/cooperation";
import { scriviBusta, scriviFault } from "@staffetta/cooperation";
import { dayInRome, type Instant } from "@staffetta/domain";
import type { Clock, XmlElement } from "@staffetta/platform";
import { leggiDocumento } from "./leggi.ts";

type Operazione = servizicoap.NomeOperazione;
type Gestore = (richiesta: unknown, chi: servizicoap.Chiamante) => Promise<Record<string, string>>;

/** What a node answers at its address, and what it passes on. */
export interface Servizicoap {
  /** Those of its WSDL; any other is unknown here. */
  readonly operazioni: readonly Operazione[];
  readonly gestori: servizicoap.GestoriServizicoap;
  /** How this side tells what the contract refuses; as each operation says when absent. */
  readonly errori?: "testo";
  /** Told of each request that the contract refuses, with its text: a failure that the desk must see. */
  readonly suAnomalie?: (
    operazione: Operazione,
    anomalie: readonly servizicoap.Anomalia[],
    letta: Readonly<{ testo: string; chi: servizicoap.Chiamante }>,
  ) => Promise<void>;
}

interface Opzioni extends Servizicoap {
  readonly clock: Clock;
  /** Passes on what this node does not answer itself; undefined: it answers everything itself. */
  readonly inoltra?: (operazione: Operazione, richiesta: RichiestaSoap) => Promise<RispostaSoap>;
}

const faultOf = (operazione: string, testo: string, dettaglio = ""): RispostaSoap => ({
  ...{ stato: 500, corpo: scriviFault({ codice: "Client", testo, dettaglio }), operazione },
  ...{ esito: "FAULT", codici: [], regione: "" },
});

/** Dispatches on the body's root element; SOAPAction is not looked at. */
export const smista =
  (opzioni: Opzioni) =>
  async (richiesta: RichiestaSoap): Promise<RispostaSoap> => {
    const { radice } = richiesta;
    const operazione =
      radice.ns === servizicoap.NS_TYPES ? servizicoap.operazioneDi(radice.name) : undefined;
    if (operazione === undefined || !opzioni.operazioni.includes(operazione))
      return faultOf("", `Operazione sconosciuta: {${radice.ns}}${radice.name}`);
    const gestore = opzioni.gestori[operazione] as Gestore | undefined;
    if (gestore === undefined && opzioni.inoltra !== undefined)
      return opzioni.inoltra(operazione, richiesta);
    const letti = leggiParametri(operazione, radice, opzioni.clock);
    const { chi: chiSoap, scambioId } = richiesta;
    const chi = { ...chiSoap, scambioId };
    if (letti.anomalie.length > 0) {
      const { testo } = letti;
      await opzioni.suAnomalie?.(operazione, letti.anomalie, { testo, chi });
      return refused(operazione, radice.name, letti.anomalie, opzioni.errori);
    }
    if (gestore === undefined) return faultOf(operazione, `${operazione} non è disponibile qui.`);
    const risposta = await insist(() => gestore(letti.valori, chi));
    return answer(operazione, radice.name, risposta, regioneDentro(letti.valori));
  };

interface Letti {
  readonly valori: Readonly<Record<string, unknown>>;
  readonly anomalie: readonly servizicoap.Anomalia[];
  readonly testo: string;
}

function leggiParametri(operazione: Operazione, radice: XmlElement, clock: Clock): Letti {
  const giorno = { oggi: dayInRome(clock.now() as Instant) };
  const { richiesta } = servizicoap.descrizioneDi(operazione);
  const rimasti = new Set(radice.children);
  const valori: Record<string, unknown> = {};
  const anomalie: servizicoap.Anomalia[] = [];
  let testo = "";
  for (const [nome, parametro] of Object.entries(richiesta)) {
    const nomi = [nome, ...(parametro.alias ?? [])];
    const found = radice.children.find(
      (figlio) => figlio.ns === servizicoap.NS_TYPES && nomi.includes(figlio.name),
    );
    if (found === undefined) {
      anomalie.push(servizicoap.anomalia("S003", `Manca il parametro ${nome}`, nome));
      continue;
    }
    rimasti.delete(found);
    testo ||= found.text;
    const letto = leggiParametro(parametro, found, giorno);
    if (letto.ok) valori[nome] = letto.valore;
    else anomalie.push(...letto.anomalie);
  }
  for (const { ns, name } of rimasti)
    anomalie.push(servizicoap.anomalia("S004", `Parametro inatteso: {${ns}}${name}`, name));
  return { valori, anomalie, testo };
}

function leggiParametro(
  parametro: servizicoap.Parametro,
  { name, text, children }: XmlElement,
  giorno: servizicoap.Giorno,
): servizicoap.Decodificato<unknown> {
  const refuse = (codice: servizicoap.CodiceAnomalia, dettaglio: string) => ({
    ok: false as const,
    anomalie: [servizicoap.anomalia(codice, dettaglio, name)],
  });
  if (children.length > 0)
    return refuse(
      "S004",
      `${name} porta un testo: il documento va in CDATA o con i caratteri protetti`,
    );
  if ("documento" in parametro) return leggiDocumento(parametro.documento, text, giorno);
  const { tipo, oppure } = parametro;
  const plain = text.trim();
  if (oppure !== undefined && plain.startsWith("<")) {
    const letto = leggiDocumento(oppure.documento, text, giorno);
    if (!letto.ok) return letto;
    return { ok: true, valore: (letto.valore as Record<string, unknown>)[oppure.campo] };
  }
  const valore = tipo.leggi(plain, giorno);
  if (!(valore instanceof servizicoap.Difetto)) return { ok: true, valore };
  const { codice, descrizione } = valore;
  return {
    ok: false,
    anomalie: [{ codice, descrizione: `${name}: ${descrizione}`, percorso: name }],
  };
}

/** A refusal of the contract: KO where the operation has an Esito, else a fault that carries the list. */
function refused(
  operazione: Operazione,
  radice: string,
  anomalie: readonly servizicoap.Anomalia[],
  errori?: "testo",
): RispostaSoap {
  const codici = anomalie.map(({ codice }) => codice);
  if (servizicoap.conEsito(operazione)) {
    const con = operazione as "invioUtenteYG";
    const risposta =
      errori === "testo"
        ? servizicoap.ko(con, `Dati non validi: ${servizicoap.testoAnomalie(anomalie)}`)
        : servizicoap.koAnomalie(con, anomalie);
    return { ...answer(operazione, radice, risposta, ""), codici };
  }
  const testo = servizicoap.testoAnomalie(anomalie);
  const fault = faultOf(operazione, testo, servizicoap.listaAnomalie(anomalie));
  return { ...fault, codici };
}

const CODICE = /<CodiceAnomalia>([^<]*)</g;

function answer(
  operazione: Operazione,
  radice: string,
  risposta: Readonly<Record<string, string>>,
  regione: string,
): RispostaSoap {
  const nomi = Object.keys(servizicoap.descrizioneDi(operazione).risposta);
  const campi = nomi.map((nome) => [nome, risposta[nome] ?? ""] as const);
  const corpo = scriviBusta(servizicoap.NS_TYPES, `risposta_${radice}`, campi);
  const codici = [...(risposta["MessaggioErrore"] ?? "").matchAll(CODICE)].map(
    ([, codice = ""]) => codice,
  );
  const limite = Object.values(risposta).some((testo) => testo.startsWith("X001"));
  const esito = risposta["Esito"] ?? (limite ? "X001" : "OK");
  return { stato: 200, corpo, operazione, esito, codici, regione };
}

/** The region that the request is about, wherever its document says it. */
function regioneDentro(valore: unknown): string {
  if (typeof valore !== "object" || valore === null) return "";
  for (const [nome, dentro] of Object.entries(valore)) {
    if (/^(Regione|RegioneAdesione|CodiceRegione)$/.test(nome) && typeof dentro === "string")
      return dentro;
    const found = nome === "SAP" ? "" : regioneDentro(dentro);
    if (found !== "") return found;
  }
  return "";
}

/** Two messages about one new person at once: the second finds the row and goes again. */
const RIPETIBILI: ReadonlySet<string> = new Set(["23505", "40001", "40P01"]);
const TENTATIVI_MAX = 3;
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tentativo = 1; ; tentativo++) {
    try {
      return await work();
    } catch (error) {
      const { code } = error as { code?: string };
      if (tentativo >= TENTATIVI_MAX || code === undefined || !RIPETIBILI.has(code)) throw error;
    }
  }
}
