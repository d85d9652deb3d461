/** Why a request with ModI tokens was turned away. Each has its own problem code and leaves an alarm. */
interface Testo {
  readonly status: number;
  readonly title: string;
  readonly rimedio: string;
}

const OROLOGIO = "Sincronizza l'orologio del tuo sistema (NTP) e fai un token nuovo.";
const RIFAI = "Fai un token nuovo a ogni richiesta: un jti vale una volta sola.";
const DPOP =
  "Rifai la prova DPoP per questa richiesta, con la chiave con cui hai chiesto il voucher.";

export const RIFIUTI_MODI = {
  "token-assente": {
    status: 401,
    title: "Manca il token di accesso",
    rimedio: "Metti il token nell'intestazione Authorization: «Bearer …», oppure «DPoP …».",
  },
  "token-illeggibile": {
    status: 401,
    title: "Il token non si legge",
    rimedio: "Serve un JWT in forma compatta: tre parti in base64url separate da un punto.",
  },
  "algoritmo-non-ammesso": {
    status: 401,
    title: "L'algoritmo del token non è ammesso",
    rimedio:
      "Usa l'algoritmo previsto per quel token: RS256 per l'asserzione, RS256 o ES256 altrove.",
  },
  "tipo-non-ammesso": {
    status: 401,
    title: "Il tipo del token non è quello previsto",
    rimedio: "Controlla il campo typ dell'intestazione del token.",
  },
  "chiave-sconosciuta": {
    status: 401,
    title: "La chiave non è conosciuta",
    rimedio: "Controlla il kid; se hai appena caricato la chiave, aspetta che sia pubblicata.",
  },
  "chiave-revocata": {
    status: 401,
    title: "La chiave è stata revocata",
    rimedio: "Usa un'altra chiave del tuo client; quella revocata non torna più valida.",
  },
  "firma-non-valida": {
    status: 401,
    title: "La firma del token non è valida",
    rimedio: "Firma con la chiave privata che corrisponde al kid e non cambiare il token dopo.",
  },
  "claim-mancante": {
    status: 401,
    title: "Al token manca un dato obbligatorio",
    rimedio: "Aggiungi il dato indicato e firma di nuovo.",
  },
  "emittente-sbagliato": {
    status: 401,
    title: "Il token è stato emesso da un altro",
    rimedio: "Chiedi il voucher al server di autorizzazione con cui questo servizio è registrato.",
  },
  "destinatario-sbagliato": {
    status: 401,
    title: "Il token è per un altro destinatario",
    rimedio: "Metti in aud il valore pubblicato per questo servizio.",
  },
  "soggetto-diverso": {
    status: 401,
    title: "Il soggetto del token non è il client",
    rimedio: "sub e client_id devono essere uguali.",
  },
  "token-scaduto": { status: 401, title: "Il token è scaduto", rimedio: OROLOGIO },
  "token-futuro": { status: 401, title: "Il token non vale ancora", rimedio: OROLOGIO },
  "jti-ripetuto": { status: 401, title: "Il token è già stato usato", rimedio: RIFAI },
  "dpop-assente": { status: 401, title: "Manca la prova DPoP", rimedio: DPOP },
  "dpop-non-valida": { status: 401, title: "La prova DPoP non è valida", rimedio: DPOP },
  "dpop-altra-richiesta": {
    status: 401,
    title: "La prova DPoP è per un'altra richiesta",
    rimedio: DPOP,
  },
  "dpop-altra-chiave": {
    status: 401,
    title: "La prova DPoP è di un'altra chiave",
    rimedio: DPOP,
  },
  "dpop-altro-token": { status: 401, title: "La prova DPoP è per un altro token", rimedio: DPOP },
  "dpop-vecchia": { status: 401, title: "La prova DPoP è troppo vecchia", rimedio: DPOP },
  "dpop-ripetuta": { status: 401, title: "La prova DPoP è già stata usata", rimedio: DPOP },
  "firma-assente": {
    status: 401,
    title: "Manca la firma del contenuto",
    rimedio: "Questo servizio vuole Digest e Agid-JWT-Signature (INTEGRITY_REST).",
  },
  "contenuto-alterato": {
    status: 400,
    title: "Il contenuto non è quello firmato",
    rimedio: "Calcola Digest sui byte che invii davvero, dopo averli scritti.",
  },
  "intestazioni-diverse": {
    status: 400,
    title: "Le intestazioni non sono quelle firmate",
    rimedio: "Metti in signed_headers gli stessi valori che invii, con i nomi in minuscolo.",
  },
  "tracciamento-assente": {
    status: 401,
    title: "Manca la traccia di chi chiede",
    rimedio: "Questo servizio vuole Agid-JWT-TrackingEvidence (AUDIT_REST).",
  },
  "tracciamento-diverso": {
    status: 401,
    title: "La traccia non è quella legata al voucher",
    rimedio: "Nel chiedere il voucher metti in digest.value lo SHA-256 esadecimale della traccia.",
  },
  "finalita-diversa": {
    status: 403,
    title: "La finalità non è quella concordata",
    rimedio: "Chiedi il voucher con il purposeId registrato per questo servizio.",
  },
  "client-non-abilitato": {
    status: 403,
    title: "Questo client non è abilitato",
    rimedio: "Chiedi a chi gestisce il nodo di abilitare il tuo client e la tua finalità.",
  },
  "fuori-ambito": {
    status: 403,
    title: "Questa operazione non è fra quelle concordate",
    rimedio: "Chiedi a chi gestisce il nodo di aggiungere l'operazione al tuo ambito.",
  },
  "modalita-non-ammessa": {
    status: 405,
    title: "Con la firma del contenuto questa modalità non si usa",
    rimedio: "INTEGRITY_REST non si usa con PATCH né con Range: chiedi la risorsa intera.",
  },
  "chiavi-non-raggiungibili": {
    status: 503,
    title: "Non riusciamo a leggere le chiavi pubbliche",
    rimedio: "Riprova fra qualche minuto: il server delle chiavi non risponde a questo nodo.",
  },
} as const satisfies Readonly<Record<string, Testo>>;

export type CodiceModi = keyof typeof RIFIUTI_MODI;

export interface RifiutoModi {
  readonly ok: false;
  readonly codice: CodiceModi;
  /** Which claim or header, what was found there, what was expected. */
  readonly fatti: Readonly<{ dove: string; trovato?: unknown; atteso?: unknown }>;
}
export type EsitoModi<T> = Readonly<{ ok: true; valore: T }> | RifiutoModi;

export const rifiutoModi = (
  codice: CodiceModi,
  dove: string,
  valori: Readonly<{ trovato?: unknown; atteso?: unknown }> = {},
): RifiutoModi => ({ ok: false, codice, fatti: { dove, ...valori } });

const show = (value: unknown): string =>
  value === undefined
    ? "assente"
    : typeof value === "string"
      ? `«${value}»`
      : JSON.stringify(value);

/** The sentence that names the wrong claim: «il tuo `aud` è …, ci si aspetta …». */
export function spiegaModi({ codice, fatti: { dove, ...valori } }: RifiutoModi): string {
  const { title } = RIFIUTI_MODI[codice];
  const trovato = "trovato" in valori ? ` il tuo \`${dove}\` è ${show(valori.trovato)}` : "";
  const atteso = "atteso" in valori ? `, ci si aspetta ${show(valori.atteso)}` : "";
  return trovato === "" && atteso === "" ? `${title} (${dove}).` : `${title}:${trovato}${atteso}.`;
}

/** RFC 9457 body of a refusal. */
export function problemaModi(rifiuto: RifiutoModi): Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  rimedio: string;
  fatti: Readonly<Record<string, unknown>>;
}> {
  const { status, title, rimedio } = RIFIUTI_MODI[rifiuto.codice];
  const type = `urn:staffetta:modi:${rifiuto.codice}`;
  return { type, title, status, detail: spiegaModi(rifiuto), rimedio, fatti: rifiuto.fatti };
}
