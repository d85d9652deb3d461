import type { Forma } from "./forme.ts";

/**
 * The rules of the Italian guidelines that a document must obey to enter the national catalogue, written
 * anew here from what they demand. An error or a warning keeps an API out; a hint does not.
 */
export interface Regola {
  readonly id: string;
  readonly gravita: "errore" | "avviso" | "suggerimento";
  /** Where the document breaks it. */
  readonly trova: (doc: Forma) => readonly string[];
}
export interface Violazione {
  readonly regola: string;
  readonly gravita: Regola["gravita"];
  readonly dove: string;
}

/**
 * X-ReplyTo and X-Correlation-ID are the names that the national non-blocking pattern itself prescribes;
 * X-RateLimit-* the ones that the same guidelines ask for. All others must not begin with X-.
 */
const X_AMMESSE = /^x-(replyto|correlation-id|ratelimit-(limit|remaining|reset))$/i;

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const node = (value: unknown): Node => (isNode(value) ? value : {});
const METHODS = ["get", "post", "put", "patch", "delete", "head", "options"] as const;

function resolve(doc: Forma, value: unknown): Node {
  const one = node(value);
  const path = one["$ref"];
  if (typeof path !== "string") return one;
  const parts = path.slice(2).split("/");
  return node(parts.reduce<unknown>((at, part) => node(at)[part], doc));
}

interface Op {
  readonly dove: string;
  readonly metodo: string;
  readonly percorso: string;
  readonly op: Node;
}

const operazioni = (doc: Forma): readonly Op[] =>
  Object.entries(node(doc["paths"])).flatMap(([percorso, item]) =>
    METHODS.flatMap((metodo) => {
      const op = node(item)[metodo];
      return isNode(op) ? [{ dove: `${metodo} ${percorso}`, metodo, percorso, op }] : [];
    }),
  );

interface Risposta {
  readonly dove: string;
  readonly stato: string;
  readonly risposta: Node;
}

const risposte = (doc: Forma): readonly Risposta[] =>
  operazioni(doc).flatMap(({ dove, op }) =>
    Object.entries(node(op["responses"])).map(([stato, one]) => ({
      ...{ stato, dove: `${dove} ${stato}`, risposta: resolve(doc, one) },
    })),
  );

const parametri = (doc: Forma) =>
  operazioni(doc).flatMap(({ dove, op }) =>
    ((op["parameters"] as unknown[] | undefined) ?? []).map((one) => {
      const parametro = resolve(doc, one);
      const nome = String(parametro["name"]);
      return { dove: `${dove} ${nome}`, nome, in: parametro["in"] };
    }),
  );

const headersOf = (risposta: Node): readonly string[] => Object.keys(node(risposta["headers"]));
const mediaOf = (one: Node): readonly string[] => Object.keys(node(one["content"]));

function schemi(value: unknown, at = ""): readonly Readonly<{ dove: string; schema: Node }>[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => schemi(one, `${at}/${i}`));
  if (!isNode(value)) return [];
  const type = value["type"];
  const own = typeof type === "string" || Array.isArray(type) ? [{ dove: at, schema: value }] : [];
  return [...own, ...Object.entries(value).flatMap(([k, one]) => schemi(one, `${at}/${k}`))];
}

const ofType = (doc: Forma, type: string) =>
  schemi(doc).filter(({ schema }) => [schema["type"]].flat().includes(type));

const withoutFormat = (doc: Forma, type: string, formats: readonly string[]): readonly string[] =>
  ofType(doc, type)
    .filter(({ schema }) => !formats.includes(String(schema["format"])))
    .map(({ dove }) => dove);

const dove = (ones: readonly Readonly<{ dove: string }>[]): readonly string[] =>
  ones.map((one) => one.dove);
const unless = (fine: boolean, where: string): readonly string[] => (fine ? [] : [where]);
const info = (doc: Forma): Node => node(doc["info"]);
const servers = (doc: Forma): readonly Node[] => ((doc["servers"] as unknown[]) ?? []).map(node);

const isError = (stato: string): boolean => /^[45]/.test(stato) || stato === "default";
const LIMITI = ["limit", "remaining", "reset"] as const;
const hasLimits = (risposta: Node): boolean => {
  const names = headersOf(risposta).map((name) => name.toLowerCase());
  return ["ratelimit-", "x-ratelimit-"].some((prefix) =>
    LIMITI.every((limit) => names.includes(`${prefix}${limit}`)),
  );
};
const mixesLimits = (risposta: Node): boolean => {
  const names = headersOf(risposta).map((name) => name.toLowerCase());
  return (
    names.some((n) => n.startsWith("ratelimit-")) && names.some((n) => n.startsWith("x-ratelimit-"))
  );
};

const INTERI = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"];
const REALI = ["float", "double", "decimal", "decimal128"];
const SEMVER = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;
const KEBAB = /^(\/([a-z0-9]+(-[a-z0-9]+)*|\{[a-zA-Z0-9_-]+\}))+$/;
const PASCAL = /^[A-Z][a-zA-Z0-9]*$/;
const TRAIN = /^([A-Z][A-Za-z0-9]*)(-[A-Z0-9][A-Za-z0-9]*)*$/;
const FORBIDDEN: ReadonlySet<string> = new Set(["accept", "authorization", "content-type"]);
const CREDENTIALS =
  /^(apikey|api[-_]key|password|passwd|secret|token|access[-_]token|codice-?fiscale|cf)$/i;
const VERB = /^(get|post|put|patch|delete|head|options)([-_A-Z]|$)/;

const ERRORI: readonly Omit<Regola, "gravita">[] = [
  {
    id: "no-swagger-2",
    trova: (doc) => unless(!("swagger" in doc) && /^3\./.test(String(doc["openapi"])), "openapi"),
  },
  {
    id: "use-semver",
    trova: (doc) => unless(SEMVER.test(String(info(doc)["version"])), "info/version"),
  },
  {
    id: "has-contact",
    trova: (doc) => {
      const { name, url, email } = node(info(doc)["contact"]);
      return unless(Boolean(name) && (Boolean(url) || Boolean(email)), "info/contact");
    },
  },
  {
    id: "has-x-summary",
    trova: (doc) => unless(Boolean(info(doc)["x-summary"]), "info/x-summary"),
  },
  {
    id: "paths-status",
    trova: (doc) => {
      const get = operazioni(doc).find(
        ({ percorso, metodo }) => percorso === "/status" && metodo === "get",
      );
      const ok = resolve(doc, node(get?.op["responses"])["200"]);
      return unless(
        mediaOf(ok).some((media) => /json/.test(media)),
        "/status",
      );
    },
  },
  {
    id: "paths-status-problem",
    trova: (doc) => {
      const get = operazioni(doc).find(({ percorso }) => percorso === "/status");
      const ok = resolve(doc, node(get?.op["responses"])["200"]);
      return unless(mediaOf(ok).includes("application/problem+json"), "/status 200");
    },
  },
  {
    id: "use-problem-json-for-errors",
    trova: (doc) =>
      dove(
        risposte(doc).filter(
          ({ stato, risposta }) =>
            isError(stato) && !mediaOf(risposta).includes("application/problem+json"),
        ),
      ),
  },
  { id: "number-format", trova: (doc) => withoutFormat(doc, "number", REALI) },
  { id: "integer-format", trova: (doc) => withoutFormat(doc, "integer", INTERI) },
  {
    id: "http-request-get-no-body",
    trova: (doc) =>
      dove(operazioni(doc).filter(({ metodo, op }) => metodo === "get" && "requestBody" in op)),
  },
  {
    id: "http-response-no-content-204-205",
    trova: (doc) =>
      dove(
        risposte(doc).filter(
          ({ stato, risposta }) => /^20[45]$/.test(stato) && mediaOf(risposta).length > 0,
        ),
      ),
  },
  {
    id: "patch-media-type",
    trova: (doc) =>
      dove(
        operazioni(doc).filter(
          ({ metodo, op }) =>
            metodo === "patch" &&
            mediaOf(node(op["requestBody"])).some((media) => !/patch\+json$/.test(media)),
        ),
      ),
  },
  {
    id: "servers-use-https",
    trova: (doc) =>
      servers(doc)
        .filter((one) => !String(one["url"]).startsWith("https://") && one["x-sandbox"] !== true)
        .map((one) => String(one["url"])),
  },
  {
    id: "servers-description",
    trova: (doc) => [
      ...unless(servers(doc).length > 0, "servers"),
      ...servers(doc)
        .filter((one) => !one["description"])
        .map((one) => String(one["url"])),
    ],
  },
  {
    id: "no-forbidden-headers",
    trova: (doc) =>
      dove(
        parametri(doc).filter(
          (one) => one.in === "header" && FORBIDDEN.has(one.nome.toLowerCase()),
        ),
      ),
  },
  {
    id: "sec-apikeys-url",
    trova: (doc) =>
      Object.entries(node(node(doc["components"])["securitySchemes"]))
        .filter(([, one]) => node(one)["type"] === "apiKey" && node(one)["in"] === "query")
        .map(([name]) => name),
  },
  {
    id: "sec-credentials-parameters",
    trova: (doc) =>
      dove(parametri(doc).filter((one) => one.in !== "header" && CREDENTIALS.test(one.nome))),
  },
  {
    id: "ratelimit-429-completeness",
    trova: (doc) =>
      dove(
        risposte(doc).filter(
          ({ stato, risposta }) =>
            mixesLimits(risposta) || (stato === "429" && !hasLimits(risposta)),
        ),
      ),
  },
  {
    id: "operation-id-unique",
    trova: (doc) => {
      const ids = operazioni(doc).map(({ op }) => String(op["operationId"]));
      return ids.filter((id, i) => id === "undefined" || ids.indexOf(id) !== i);
    },
  },
];

const AVVISI: readonly Omit<Regola, "gravita">[] = [
  {
    id: "missing-ratelimit",
    trova: (doc) =>
      dove(
        risposte(doc).filter(
          ({ stato, risposta }) => /^(2|429)/.test(stato) && !hasLimits(risposta),
        ),
      ),
  },
  {
    id: "missing-429",
    trova: (doc) => dove(operazioni(doc).filter(({ op }) => !("429" in node(op["responses"])))),
  },
  {
    id: "missing-retry-after",
    trova: (doc) =>
      dove(
        risposte(doc).filter(
          ({ stato, risposta }) =>
            (stato === "429" || stato === "503") &&
            !headersOf(risposta).some((name) => name.toLowerCase() === "retry-after"),
        ),
      ),
  },
  {
    id: "has-terms-of-service",
    trova: (doc) => unless(/^https?:\/\//.test(String(info(doc)["termsOfService"])), "info"),
  },
  {
    id: "has-license",
    trova: (doc) => unless(Boolean(node(info(doc)["license"])["name"]), "info/license"),
  },
  {
    id: "paths-kebab-case",
    trova: (doc) => Object.keys(node(doc["paths"])).filter((path) => !KEBAB.test(path)),
  },
  {
    id: "response-with-json-object",
    trova: (doc) =>
      dove(
        risposte(doc).filter(({ risposta }) =>
          Object.values(node(risposta["content"])).some((media) => {
            const schema = resolve(doc, node(media)["schema"]);
            const isFile = schema["format"] === "binary";
            return !isFile && schema["type"] !== undefined && schema["type"] !== "object";
          }),
        ),
      ),
  },
  {
    id: "no-x-headers-request",
    trova: (doc) =>
      dove(
        parametri(doc).filter(
          (one) => one.in === "header" && /^x-/i.test(one.nome) && !X_AMMESSE.test(one.nome),
        ),
      ),
  },
  {
    id: "no-x-headers-response",
    trova: (doc) =>
      risposte(doc).flatMap(({ dove: where, risposta }) =>
        headersOf(risposta)
          .filter((name) => /^x-/i.test(name) && !X_AMMESSE.test(name))
          .map((name) => `${where} ${name}`),
      ),
  },
];

const SUGGERIMENTI: readonly Omit<Regola, "gravita">[] = [
  { id: "has-x-api-id", trova: (doc) => unless(Boolean(info(doc)["x-api-id"]), "info/x-api-id") },
  {
    id: "schema-names-pascal-case",
    trova: (doc) =>
      Object.keys(node(node(doc["components"])["schemas"])).filter((name) => !PASCAL.test(name)),
  },
  {
    id: "header-names-train-case",
    trova: (doc) => [
      ...dove(parametri(doc).filter((one) => one.in === "header" && !TRAIN.test(one.nome))),
      ...risposte(doc).flatMap(({ risposta }) =>
        headersOf(risposta).filter((name) => !TRAIN.test(name)),
      ),
    ],
  },
  {
    id: "operation-id-no-verb",
    trova: (doc) => dove(operazioni(doc).filter(({ op }) => VERB.test(String(op["operationId"])))),
  },
  {
    id: "operation-summary",
    trova: (doc) => dove(operazioni(doc).filter(({ op }) => !op["summary"] || !op["description"])),
  },
];

export const REGOLE: readonly Regola[] = [
  ...ERRORI.map((one) => ({ ...one, gravita: "errore" as const })),
  ...AVVISI.map((one) => ({ ...one, gravita: "avviso" as const })),
  ...SUGGERIMENTI.map((one) => ({ ...one, gravita: "suggerimento" as const })),
];

export const controllaDocumento = (doc: Forma): readonly Violazione[] =>
  REGOLE.flatMap(({ id: regola, gravita, trova }) =>
    trova(doc).map((where) => ({ regola, gravita, dove: where })),
  );
