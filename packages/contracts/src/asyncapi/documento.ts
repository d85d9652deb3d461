import { z } from "zod";
import { MESSAGGI, RISERVATI, type TipoMessaggio } from "../messaggi/index.ts";
import { normalizza } from "../openapi/forme.ts";
import { VERSI } from "./versi.ts";

type Node = Readonly<Record<string, unknown>>;

const PERCORSO = "/cooperazione/v1/lotti";
const testo = (description: string, altro: Node = {}): Node => ({
  ...{ type: "string", description },
  ...altro,
});

/** What stands before the body of each message, on its own line of the lotto. */
const INTESTAZIONE: Node = {
  type: "object",
  required: ["id", "tipo", "persona", "riservato", "accodatoAt", "sale"],
  properties: {
    id: testo("Identificativo del messaggio: due volte lo stesso è lo stesso messaggio", {
      format: "uuid",
    }),
    tipo: testo("Nome e versione del contenuto"),
    persona: testo("Identificativo immutabile presso il mittente: sceglie la corsia"),
    riservato: {
      type: "boolean",
      description: "Il contenuto nomina una persona: cifrato a riposo",
    },
    accodatoAt: testo("Quando il mittente l'ha scritto", { format: "date-time" }),
    sale: testo(
      "Caso che entra nell'impronta: senza, un contenuto cancellato si potrebbe indovinare",
    ),
  },
};

/** A request carries a batch, signed once: these headers are of the batch. */
const FIRMA: Node = {
  http: {
    headers: {
      type: "object",
      required: ["Digest", "Agid-JWT-Signature", "Authorization"],
      properties: {
        Digest: testo("SHA-256 del lotto, in base64 (INTEGRITY_REST_01)"),
        "Agid-JWT-Signature": testo(
          "JWS ES256 del mittente, che copre Digest; vale 120 secondi, una volta",
        ),
        Authorization: testo("Lo stesso JWS come «Bearer» (ID_AUTH_REST_02)"),
      },
    },
    bindingVersion: "0.3.0",
  },
};

const RICEVUTA: Node = {
  name: "ricevuta",
  title: "Ricevuta firmata di un lotto",
  summary:
    "Fin dove il destinatario ha un esito, la testa della catena, gli esiti diversi da «applicato»",
  contentType: "application/json",
  payload: {
    type: "object",
    required: ["v", "corsia", "fino", "testa", "esiti"],
    properties: {
      v: { type: "integer", const: 1 },
      corsia: { type: "integer", minimum: 0 },
      fino: { type: "integer", minimum: 1, description: "Ultimo progressivo con un esito" },
      testa: testo("Impronta che riassume tutta la storia della corsia"),
      esiti: {
        type: "array",
        items: { type: "array", description: "Progressivo, esito", minItems: 2, maxItems: 2 },
      },
    },
  },
  bindings: FIRMA,
};

const nomeCanale = (da: string, a: string): string => `${da}-${a}`;
const nomeMessaggio = (tipo: string): string => tipo.replaceAll(/[^a-zA-Z0-9]/g, "-");

function messaggioOf(tipo: TipoMessaggio): Node {
  const schema = z.toJSONSchema(MESSAGGI[tipo], { io: "input", unrepresentable: "any" });
  return {
    name: tipo,
    title: tipo,
    contentType: "application/json",
    headers: { $ref: "#/components/schemas/Intestazione" },
    payload: normalizza(schema, "3.1.0"),
    bindings: FIRMA,
    ...(RISERVATI.has(tipo) ? { tags: [{ name: "riservato" }] } : {}),
  };
}

/** The flussi between nodes as an AsyncAPI document, from the same schemas that check the messages. */
export function documentoAsyncApi(): Node {
  const tipi = Object.keys(MESSAGGI) as TipoMessaggio[];
  const canali = new Map<string, { da: string; a: string; tipi: TipoMessaggio[] }>();
  for (const tipo of tipi)
    for (const [da, a] of VERSI[tipo]) {
      const known = canali.get(nomeCanale(da, a)) ?? { da, a, tipi: [] };
      known.tipi.push(tipo);
      canali.set(nomeCanale(da, a), known);
    }
  return {
    asyncapi: "3.0.0",
    info: {
      title: "I flussi fra i nodi",
      version: "1.0.0",
      description:
        "Ogni flusso è una sequenza ordinata, senza salti, concatenata e firmata, divisa in corsie. Un lotto è JSON a righe: un'intestazione, poi per ogni messaggio la sua intestazione e il suo contenuto. La risposta è una ricevuta firmata.",
      license: { name: "EUPL-1.2" },
    },
    defaultContentType: "application/json",
    servers: {
      nodo: {
        host: "{nodo}.staffetta.esempio.it",
        protocol: "https",
        description: "Il nodo che riceve",
        variables: { nodo: { description: "Per esempio cliclavoro, o borsalavoro-10" } },
      },
    },
    channels: Object.fromEntries(
      [...canali].map(([nome, { da, a, tipi: suoi }]) => [
        nome,
        {
          address: PERCORSO,
          title: `Da ${da} a ${a}`,
          description: "L'ordine è garantito per persona: la corsia si calcola dalla sua impronta.",
          messages: {
            ...Object.fromEntries(
              suoi.map((tipo) => [
                nomeMessaggio(tipo),
                { $ref: `#/components/messages/${nomeMessaggio(tipo)}` },
              ]),
            ),
            ricevuta: { $ref: "#/components/messages/ricevuta" },
          },
          bindings: { http: {} },
        },
      ]),
    ),
    operations: Object.fromEntries(
      [...canali].map(([nome, { da, a, tipi: suoi }]) => [
        `consegna-${nome}`,
        {
          action: "send",
          title: `${da} consegna a ${a}`,
          channel: { $ref: `#/channels/${nome}` },
          messages: suoi.map((tipo) => ({
            $ref: `#/channels/${nome}/messages/${nomeMessaggio(tipo)}`,
          })),
          reply: {
            channel: { $ref: `#/channels/${nome}` },
            messages: [{ $ref: `#/channels/${nome}/messages/ricevuta` }],
          },
          bindings: { http: { method: "POST", bindingVersion: "0.3.0" } },
        },
      ]),
    ),
    components: {
      schemas: { Intestazione: INTESTAZIONE },
      messages: {
        ...Object.fromEntries(tipi.map((tipo) => [nomeMessaggio(tipo), messaggioOf(tipo)])),
        ricevuta: RICEVUTA,
      },
    },
  };
}
