import { tipoDi } from "./tipi.ts";

/** A TypeScript client from an OpenAPI 3.1 document: types, and one function per operation. */
type Node = Readonly<Record<string, unknown>>;
const node = (value: unknown): Node => (value ?? {}) as Node;

interface Metodo {
  readonly nome: string;
  readonly sommario: string;
  readonly metodo: "GET" | "POST";
  readonly percorso: string;
  readonly ingresso: string;
  readonly uscita: string;
  readonly file: boolean;
  readonly facoltativo: boolean;
  readonly differibile: boolean;
}

const camel = (id: string): string =>
  id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const contentOf = (value: unknown): readonly (readonly [string, Node])[] =>
  Object.entries(node(node(value)["content"])).map(([media, one]) => [
    media,
    node(node(one)["schema"]),
  ]);

function queryType(op: Node): Readonly<{ tipo: string; facoltativo: boolean }> {
  const query = ((op["parameters"] ?? []) as Node[]).filter((one) => one["in"] === "query");
  if (query.length === 0) return { tipo: "Readonly<Record<string, never>>", facoltativo: true };
  const fields = query.map(
    (one) =>
      `readonly ${one["name"]}${one["required"] === true ? "" : "?"}: ${tipoDi(node(one["schema"]))};`,
  );
  return {
    tipo: `{ ${fields.join(" ")} }`,
    facoltativo: query.every((one) => one["required"] !== true),
  };
}

function ingressoOf(
  op: Node,
  metodo: "GET" | "POST",
): Readonly<{ tipo: string; facoltativo: boolean }> {
  if (metodo === "GET") return queryType(op);
  const [media, schema] = contentOf(op["requestBody"])[0] ?? ["", {}];
  if (media === "multipart/form-data") return { tipo: "FormData", facoltativo: false };
  return { tipo: tipoDi(schema), facoltativo: false };
}

function metodoOf(percorso: string, metodo: "GET" | "POST", op: Node): Metodo {
  const { tipo, facoltativo } = ingressoOf(op, metodo);
  const responses = node(op["responses"]);
  const content = contentOf(responses["200"]);
  const [media, schema] = content.find(([one]) => one === "application/json") ??
    content[0] ?? ["", {}];
  return {
    ...{
      nome: camel(String(op["operationId"])),
      sommario: String(op["summary"]),
      metodo,
      percorso,
    },
    ...{ ingresso: tipo, facoltativo, uscita: tipoDi(schema), file: !media.includes("json") },
    differibile: "202" in responses,
  };
}

const metodiDi = (doc: Node): readonly Metodo[] =>
  Object.entries(node(doc["paths"])).flatMap(([percorso, item]) =>
    (["get", "post"] as const).flatMap((key) => {
      const op = node(item)[key];
      return op === undefined ? [] : [metodoOf(percorso, key === "get" ? "GET" : "POST", node(op))];
    }),
  );

const firmaOf = (m: Metodo): string => {
  const uscita = m.differibile ? `${m.uscita} | Accolta` : m.uscita;
  const opzioni = m.differibile ? ", opzioni?: OpzioniChiamata" : "";
  return `(ingresso${m.facoltativo ? "?" : ""}: ${m.ingresso}${opzioni}) => Promise<RispostaCliente<${uscita}>>`;
};

const corpoOf = (m: Metodo): string => {
  const dati = `{ metodo: "${m.metodo}", percorso: "${m.percorso}", ingresso, file: ${m.file} }`;
  return m.differibile
    ? `(ingresso, chiamata) => chiama(opzioni, ${dati}, chiamata)`
    : `(ingresso) => chiama(opzioni, ${dati})`;
};

/** @param nome in the name of the function: "borsalavoro" gives `clienteBorsalavoro` */
export function generaCliente(nome: string, doc: Node): string {
  const metodi = metodiDi(doc);
  const schemas = Object.entries(node(node(doc["components"])["schemas"]));
  const suffisso = nome.slice(0, 1).toUpperCase() + nome.slice(1);
  const needs = metodi.some(({ differibile }) => differibile)
    ? "type Accolta, chiama, type OpzioniChiamata, type OpzioniCliente, type RispostaCliente"
    : "chiama, type OpzioniCliente, type RispostaCliente";
  return [
    "// Generato dal documento OpenAPI: non si modifica a mano (npm run documenti).",
    `import { ${needs} } from "../base.ts";`,
    "",
    ...schemas.map(([name, schema]) => `export type ${name} = ${tipoDi(node(schema))};`),
    "",
    `export interface Cliente${suffisso} {`,
    ...metodi.map((m) => `  /** ${m.sommario} */\n  readonly ${m.nome}: ${firmaOf(m)};`),
    "}",
    "",
    `export const cliente${suffisso} = (opzioni: OpzioniCliente): Cliente${suffisso} => ({`,
    ...metodi.map((m) => `  ${m.nome}: ${corpoOf(m)},`),
    "});",
    "",
  ].join("\n");
}
