import type { z } from "zod";
import type { Operazione, Operazioni } from "../operazione.ts";
import { type Forma, Forme, type VersioneOpenApi } from "./forme.ts";
import {
  componentiIntestazioni,
  componentiParametri,
  componentiRisposte,
  componentiSicurezza,
  intestazioniRisposta,
  parametriModi,
  risposteDiErrore,
} from "./parti.ts";

/** What a document says of itself; the operations say the rest. */
export interface DescrizioneApi {
  /** Name of the file and of the node's kind. */
  readonly nome: string;
  readonly titolo: string;
  readonly sommario: string;
  readonly descrizione: string;
  /** Never changes: catalogues find the API by it. */
  readonly apiId: string;
  readonly versione: string;
  /** Below the node's own address. */
  readonly base: `/${string}`;
}

/** One route of a document, whatever it comes from. */
export interface Rotta {
  readonly id: string;
  readonly sommario: string;
  readonly descrizione: string;
  readonly metodo: "GET" | "POST";
  readonly percorso: `/${string}`;
  readonly pubblica: boolean;
  readonly differibile: boolean;
  readonly ingresso: z.ZodType;
  readonly uscita: z.ZodType;
  readonly errori: readonly number[];
  /** A form with files instead of JSON. */
  readonly modulo: boolean;
  /** Bytes to be saved instead of JSON. */
  readonly file: boolean;
}

export interface ServerApi {
  readonly url: string;
  readonly description: string;
}
export interface Contatto {
  readonly name: string;
  readonly url: string;
  readonly email: string;
}

const CONTATTO: Contatto = {
  name: "Chi gestisce il nodo",
  url: "https://staffetta.esempio.it/assistenza",
  email: "interoperabilita@staffetta.esempio.it",
};
const TERMINI = "https://staffetta.esempio.it/condizioni";
const LICENZA = {
  name: "EUPL-1.2",
  url: "https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12",
};

/** The address of an example: a node that serves the document says its own. */
export const serverDiEsempio = ({ nome, base }: DescrizioneApi): ServerApi => ({
  url: `https://${nome}.staffetta.esempio.it${base}`,
  description: "Indirizzo di esempio: quello vero lo dice il nodo che serve questo documento",
});

/** Plain HTTP is for a machine of one's own: the profile wants it said. */
const serverOf = (server: ServerApi): Forma =>
  server.url.startsWith("https://") ? { ...server } : { ...server, "x-sandbox": true };

const erroriDi = ({ metodo, ruoli }: Operazione): readonly number[] => {
  const base = metodo === "GET" ? [400, 404] : [400, 404, 409, 413, 422];
  return ruoli.includes("anonimo") ? base : [...base, 401, 403];
};

const chiPuo = ({ ruoli, funzioni = [] }: Operazione): string => {
  const altro = funzioni.length === 0 ? "" : ` Con la funzione: ${funzioni.join(", ")}.`;
  return `Chi può chiederla: ${ruoli.join(", ")}.${altro}`;
};

export const rotteDi = (operazioni: Operazioni): readonly Rotta[] =>
  Object.values(operazioni).map((op) => ({
    ...{ id: op.id, sommario: op.sommario, metodo: op.metodo, percorso: op.percorso },
    descrizione: chiPuo(op),
    pubblica: op.ruoli.includes("anonimo"),
    differibile: op.differibile ?? false,
    ingresso: op.ingresso,
    uscita: op.uscita,
    errori: [...erroriDi(op)].sort((a, b) => a - b),
    modulo: op.richiesta === "multipart",
    file: op.risposta === "file",
  }));

function risposteOf(rotta: Rotta, forme: Forme): Forma {
  const accolta = {
    "202": {
      description: "Accolta: la risposta arriverà all'indirizzo in X-ReplyTo",
      headers: intestazioniRisposta("X-Correlation-ID"),
      content: { "application/json": { schema: ACCOLTA } },
    },
  };
  return {
    "200": {
      description: "Fatto",
      headers: intestazioniRisposta(),
      content: rotta.file
        ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
        : { "application/json": { schema: forme.di(rotta.uscita, `${rotta.id}-risposta`) } },
    },
    ...(rotta.differibile ? accolta : {}),
    ...risposteDiErrore(rotta.errori),
  };
}

const ACCOLTA: Forma = {
  type: "object",
  required: ["richiesta"],
  properties: { richiesta: { type: "string", format: "uuid" } },
};

/** The non-blocking pattern: what the caller must offer, and what it will be told there. */
const callbacksOf = (rotta: Rotta, forme: Forme): Forma => ({
  rispostaPronta: {
    "{$request.header.X-ReplyTo}": {
      post: {
        summary: "La risposta, quando è pronta",
        description: "Firmata (INTEGRITY_REST) e con lo stesso X-Correlation-ID; si risponde 202.",
        operationId: `${rotta.id}-richiamo`,
        requestBody: {
          required: true,
          content: {
            "application/json": { schema: forme.di(rotta.uscita, `${rotta.id}-risposta`) },
          },
        },
        responses: {
          "202": {
            description: "Ricevuta",
            headers: intestazioniRisposta(),
            content: { "application/json": { schema: { type: "object" } } },
          },
          ...risposteDiErrore([400, 401]),
        },
      },
    },
  },
});

function operazioneOf(rotta: Rotta, forme: Forme, tag: string): Forma {
  const parameters = [
    ...(rotta.metodo === "GET"
      ? forme.proprieta(rotta.ingresso).map(({ nome, obbligatoria, forma }) => ({
          ...{ name: nome, in: "query", required: obbligatoria, schema: forma },
        }))
      : []),
    ...parametriModi(rotta.differibile),
  ];
  const requestBody = {
    required: true,
    content: {
      [rotta.modulo ? "multipart/form-data" : "application/json"]: {
        schema: forme.di(rotta.ingresso, `${rotta.id}-richiesta`),
      },
    },
  };
  return {
    ...{ operationId: rotta.id, summary: rotta.sommario, description: rotta.descrizione },
    tags: [tag],
    ...(rotta.pubblica ? { security: [] } : {}),
    parameters,
    ...(rotta.metodo === "POST" ? { requestBody } : {}),
    responses: risposteOf(rotta, forme),
    ...(rotta.differibile ? { callbacks: callbacksOf(rotta, forme) } : {}),
  };
}

/** RAC_REST_NAME, recommendation 11: whether the service is up, in a form that machines expect. */
const statoOf = (tag: string): Forma => {
  const schema = { $ref: "#/components/schemas/Problema" };
  return {
    get: {
      operationId: "stato-del-servizio",
      summary: "Se il servizio è in funzione",
      description: "Risponde 200 quando il nodo e il suo database rispondono.",
      tags: [tag],
      security: [],
      responses: {
        "200": {
          description: "In funzione",
          headers: intestazioniRisposta(),
          content: { "application/problem+json": { schema }, "application/json": { schema } },
        },
        ...risposteDiErrore([500]),
      },
    },
  };
};

export interface OpzioniDocumento {
  readonly versione: VersioneOpenApi;
  readonly server?: ServerApi;
  readonly contatto?: Contatto;
}

/** The OpenAPI document of an API, from the very schemas that check its requests. */
export function documentoOpenApi(
  api: DescrizioneApi,
  rotte: readonly Rotta[],
  { versione, server = serverDiEsempio(api), contatto = CONTATTO }: OpzioniDocumento,
): Forma {
  const forme = new Forme(versione);
  const paths: Record<string, Record<string, unknown>> = { "/status": { ...statoOf(api.nome) } };
  for (const rotta of rotte) {
    const known = paths[rotta.percorso] ?? {};
    const key = rotta.metodo.toLowerCase();
    paths[rotta.percorso] = { ...known, [key]: operazioneOf(rotta, forme, api.nome) };
  }
  const responses = componentiRisposte(forme);
  return {
    openapi: versione,
    info: {
      title: api.titolo,
      version: api.versione,
      description: api.descrizione,
      termsOfService: TERMINI,
      contact: contatto,
      license: LICENZA,
      "x-summary": api.sommario,
      "x-api-id": api.apiId,
    },
    servers: [serverOf(server)],
    tags: [{ name: api.nome, description: api.sommario }],
    security: [{ VoucherPdnd: [] }, { FiduciaDiretta: [] }, { Sessione: [] }],
    paths,
    components: {
      schemas: forme.tutte([paths, responses]),
      headers: componentiIntestazioni(),
      parameters: componentiParametri(),
      responses,
      securitySchemes: componentiSicurezza(`staffetta-${api.nome}`),
    },
  };
}
