import { lookup } from "node:dns/promises";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { apiDelNodo, type Salto } from "@staffetta/contracts";
import type { Cooperazione, Firma } from "@staffetta/cooperation";
import { type CorpoEco, PERCORSO_ECO } from "./eco.ts";

/** The road to a partner, hop by hop. Each step says in plain words what holds it up and what to do. */
export interface PorteDiagnosi {
  readonly nodo: string;
  readonly firma: Firma;
  readonly coop: () => Cooperazione;
  readonly nuovo: () => string;
  readonly nowMs: () => number;
  /** True when this node has at least one public key of that partner. */
  readonly haChiaviDi: (partner: string) => boolean;
  /** A voucher from PDND for our own client, with what is wrong in it; null: no client is configured. */
  readonly voucher: () => Promise<Readonly<{
    errori: readonly string[];
    purposeId: string;
  }> | null>;
}
export interface Destinazione {
  readonly nome: string;
  readonly indirizzo: string;
}

type Esito = Readonly<{ esito: Salto["esito"]; causa: string; prossimoPasso?: string }>;
const verde = (causa: string): Esito => ({ esito: "verde", causa });
const rosso = (causa: string, prossimoPasso: string): Esito => ({
  ...{ esito: "rosso", causa, prossimoPasso },
});

const TIMEOUT_MS = 5_000;
const CERT_WARNING_DAYS = 30;
const DAY_MS = 86_400_000;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : "errore");
const portOf = ({ port, protocol }: URL): number =>
  port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

async function provaDns(url: URL): Promise<Esito> {
  const host = hostOf(url);
  if (isIP(host) !== 0) return verde(`${host} è già un indirizzo numerico.`);
  try {
    const found = await lookup(host, { all: true });
    return verde(`${host} si trova a ${found.map(({ address }) => address).join(", ")}.`);
  } catch (error) {
    return rosso(
      `Il nome ${host} non si trova (${messageOf(error)}).`,
      "Controlla come è scritto l'indirizzo del partner, poi chiedi alla tua rete se risolve quel nome.",
    );
  }
}

function openSocket(url: URL): Promise<Socket> {
  const [host, port] = [hostOf(url), portOf(url)];
  return new Promise((resolve, reject) => {
    const options = { host, port, timeout: TIMEOUT_MS };
    const isTls = url.protocol === "https:";
    const socket: Socket = isTls
      ? connectTls({ ...options, ...(isIP(host) === 0 ? { servername: host } : {}) })
      : connectTcp(options);
    socket.once(isTls ? "secureConnect" : "connect", () => resolve(socket));
    socket.once("error", reject);
    socket.once("timeout", () => {
      socket.destroy();
      reject(new Error("non risponde entro cinque secondi"));
    });
  });
}

async function provaConnessione(url: URL, nowMs: number): Promise<Esito> {
  try {
    const socket = await openSocket(url);
    const cert = (
      socket as Socket & { getPeerCertificate?: () => { valid_to?: string } }
    ).getPeerCertificate?.();
    socket.destroy();
    const where = `${hostOf(url)}:${portOf(url)}`;
    if (cert === undefined) return verde(`La porta ${where} è aperta; la strada non è cifrata.`);
    const days = Math.floor((Date.parse(cert.valid_to ?? "") - nowMs) / DAY_MS);
    const soon = days < CERT_WARNING_DAYS ? " Chiedi al partner di rinnovarlo." : "";
    return verde(`La porta ${where} è aperta e il certificato vale ancora ${days} giorni.${soon}`);
  } catch (error) {
    const tls =
      url.protocol === "https:" &&
      /certificate|self.signed|altname|TLS|SSL/i.test(messageOf(error));
    return rosso(
      `${tls ? "Il certificato del partner non va bene" : "La porta non si apre"} (${messageOf(error)}).`,
      tls
        ? "Il partner deve presentare un certificato valido per quel nome, di un'autorità conosciuta."
        : "Chiedi al partner se il suo nodo è acceso, poi alla tua rete se quella porta è permessa.",
    );
  }
}

async function provaToken(
  { haChiaviDi, firma, nodo }: PorteDiagnosi,
  { nome }: Destinazione,
  voucher: Awaited<ReturnType<PorteDiagnosi["voucher"]>>,
): Promise<Esito> {
  if (!haChiaviDi(nome))
    return rosso(
      `Questo nodo non ha nessuna chiave pubblica di ${nome}.`,
      "Chiedi al partner la sua chiave pubblica e mettila nella cartella delle chiavi.",
    );
  const headers = await firma.firma("prova", nodo);
  const own = await firma.verifica("prova", headers, nodo);
  if (!own.ok)
    return rosso(
      `La firma di questo nodo non torna con la sua stessa chiave pubblica (${own.dettaglio}).`,
      "La chiave privata e quella pubblica non sono una coppia: rimetti la pubblica giusta.",
    );
  if (voucher !== null && voucher.errori.length > 0)
    return rosso(voucher.errori.join(" "), "Correggi il client PDND di questo nodo e riprova.");
  return verde(
    voucher === null
      ? "La firma di questo nodo è in ordine e la chiave del partner c'è."
      : "La firma di questo nodo è in ordine e PDND ha dato un voucher giusto.",
  );
}

async function readJson(url: string): Promise<Readonly<{ status: number; body: unknown }>> {
  const answer = await fetch(url, {
    headers: { accept: "application/json" },
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}

const majorOf = (version: string): string => version.split(".")[0] ?? "";

async function provaContratto({ nome, indirizzo }: Destinazione): Promise<Esito> {
  const step = "Chiedi al partner quale versione di Staffetta, o del contratto, ha in funzione.";
  try {
    const stato = await readJson(`${indirizzo}/api/v1/status`);
    if (stato.status !== 200)
      return rosso(
        `Il partner dice di non essere in funzione (${stato.status}).`,
        "Riprova più tardi; se resta così, avvisa il partner.",
      );
    const { body } = await readJson(`${indirizzo}/api/v1/openapi.json`);
    const info = (body as { info?: { title?: string; version?: string } } | null)?.info;
    const { titolo, versione } = apiDelNodo(nome).descrizione;
    if (info?.title !== titolo)
      return rosso(
        `A quell'indirizzo risponde «${info?.title ?? "altro"}», ci si aspetta «${titolo}».`,
        "Controlla l'indirizzo del partner nella configurazione.",
      );
    if (majorOf(info.version ?? "") !== majorOf(versione))
      return rosso(`Il contratto del partner è ${info.version}, il nostro ${versione}.`, step);
    return verde(`Il partner è in funzione e parla il contratto ${info.version}.`);
  } catch (error) {
    return rosso(`Il partner non mostra il suo contratto (${messageOf(error)}).`, step);
  }
}

interface EsitoEco extends Esito {
  readonly corpo: CorpoEco | null;
}

async function provaEco(
  porte: PorteDiagnosi,
  { nome, indirizzo }: Destinazione,
): Promise<EsitoEco> {
  const eco = porte.nuovo();
  const body = JSON.stringify({ v: 1, mittente: porte.nodo, eco });
  try {
    const headers = await porte.firma.firma(body, nome);
    const answer = await fetch(`${indirizzo}${PERCORSO_ECO}`, {
      ...{ method: "POST", body, redirect: "manual" },
      headers: { ...headers, "content-type": "application/json" },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await answer.text();
    if (answer.status !== 200) return { ...ecoRefused(answer.status, text), corpo: null };
    const signed = Object.fromEntries(answer.headers);
    const firma = await porte.firma.verifica(text, signed, nome);
    if (!firma.ok)
      return {
        ...rosso(
          `La risposta del partner non ha una firma che si possa credere (${firma.dettaglio}).`,
          "Chiedi al partner la sua chiave pubblica di adesso e mettila nella cartella delle chiavi.",
        ),
        corpo: null,
      };
    const corpo = JSON.parse(text) as CorpoEco;
    if (corpo.eco !== eco)
      return {
        ...rosso(
          "Il partner ha risposto a un'altra domanda.",
          "Qualcosa in mezzo conserva le risposte: fallo togliere.",
        ),
        corpo: null,
      };
    return { ...verde("Il partner ha riconosciuto la nostra firma e noi la sua."), corpo };
  } catch (error) {
    return {
      ...rosso(
        `La domanda firmata non ha avuto risposta (${messageOf(error)}).`,
        "Riprova; se resta così, chiedi al partner che cosa vede.",
      ),
      corpo: null,
    };
  }
}

function ecoRefused(status: number, text: string): Esito {
  try {
    const { title, rimedio, fatti } = JSON.parse(text) as Record<string, unknown>;
    const detail = (fatti as { dettaglio?: string } | undefined)?.dettaglio ?? "";
    return rosso(`Il partner ha rifiutato: ${title} (${detail}).`, String(rimedio));
  } catch {
    return rosso(
      `Il partner ha risposto ${status}.`,
      "Chiedi al partner se la sua cooperazione è accesa.",
    );
  }
}

/** Equal heads prove that both hold the same history; a lane that has not emptied yet proves nothing. */
async function provaStoria(
  { coop }: PorteDiagnosi,
  { nome }: Destinazione,
  { corsie }: CorpoEco,
): Promise<Esito> {
  const nostre = (await coop().quadro()).corsie.filter(
    ({ partner, verso }) => partner === nome && verso === "uscita",
  );
  const diverse = nostre.filter(({ corsia, arretrato, ultimoProgressivo, testa }) => {
    const sua = corsie.find((una) => una.corsia === corsia);
    return arretrato === 0 && (sua?.segno !== ultimoProgressivo || sua.testa !== testa);
  });
  if (diverse.length > 0)
    return rosso(
      `Le due storie non coincidono nelle corsie ${diverse.map(({ corsia }) => corsia).join(", ")}.`,
      "Non rimandare niente: confronta con il partner i messaggi e le ricevute conservate.",
    );
  const ferme = nostre.filter(({ arretrato }) => arretrato > 0).length;
  return verde(
    nostre.length === 0
      ? "Verso questo partner non è ancora partito nessun messaggio."
      : `${nostre.length - ferme} corsie su ${nostre.length} hanno la stessa storia da tutte e due le parti; le altre stanno ancora consegnando.`,
  );
}

const TITOLI: Readonly<Record<Salto["nome"], string>> = {
  dns: "Il nome si trova",
  connessione: "La porta si apre",
  token: "La firma e il token sono in ordine",
  finalita: "La finalità è quella concordata",
  contratto: "Il contratto è lo stesso",
  eco: "Una domanda firmata torna indietro",
  storia: "Le due storie coincidono",
};

async function provaFinalita(
  voucher: Awaited<ReturnType<PorteDiagnosi["voucher"]>>,
): Promise<Esito> {
  if (voucher === null)
    return {
      ...{
        esito: "non-serve",
        causa: "Fra questi due nodi la fiducia è diretta: la finalità è nel loro accordo.",
      },
    };
  return voucher.errori.some((one) => one.includes("purposeId"))
    ? rosso(
        "Il voucher ha un'altra finalità.",
        "Metti nella configurazione il purposeId approvato.",
      )
    : verde(`Il voucher ha la finalità ${voucher.purposeId}.`);
}

/** Tries each hop in order; behind one that fails, the others are not tried. */
export async function diagnostica(
  porte: PorteDiagnosi,
  destinazione: Destinazione,
): Promise<readonly Salto[]> {
  const url = new URL(destinazione.indirizzo);
  let voucher: Awaited<ReturnType<PorteDiagnosi["voucher"]>> = null;
  let eco: CorpoEco | null = null;
  const passi: readonly (readonly [Salto["nome"], () => Promise<Esito>])[] = [
    ["dns", () => provaDns(url)],
    ["connessione", () => provaConnessione(url, porte.nowMs())],
    [
      "token",
      async () => {
        voucher = await porte.voucher();
        return provaToken(porte, destinazione, voucher);
      },
    ],
    ["finalita", () => provaFinalita(voucher)],
    ["contratto", () => provaContratto(destinazione)],
    [
      "eco",
      async () => {
        const { corpo, ...esito } = await provaEco(porte, destinazione);
        eco = corpo;
        return esito;
      },
    ],
    ["storia", () => provaStoria(porte, destinazione, eco as unknown as CorpoEco)],
  ];
  const salti: Salto[] = [];
  for (const [nome, prova] of passi) {
    const rotto = salti.find(({ esito }) => esito === "rosso");
    const daMs = porte.nowMs();
    const esito: Esito =
      rotto === undefined
        ? await prova()
        : {
            esito: "non-provato",
            causa: `Prima bisogna sistemare: ${rotto.titolo.toLowerCase()}.`,
          };
    const millis = Math.max(0, Math.round(porte.nowMs() - daMs));
    salti.push({ nome, titolo: TITOLI[nome], prossimoPasso: "", ...esito, millis });
  }
  return salti;
}
