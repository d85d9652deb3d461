/** JSON Schema of an OpenAPI 3.1 document as the text of a TypeScript type. */
type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;
const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const keyOf = (name: string): string => (IDENTIFIER.test(name) ? name : JSON.stringify(name));

const union = (parts: readonly string[]): string => [...new Set(parts)].join(" | ") || "never";
const wrap = (text: string): string => (/[|&]|^readonly /.test(text) ? `(${text})` : text);

function objectOf(schema: Schema): string {
  const properties = Object.entries((schema["properties"] ?? {}) as Record<string, Schema>);
  const required = (schema["required"] ?? []) as readonly string[];
  const extra = schema["additionalProperties"];
  if (properties.length === 0) {
    if (extra === false) return "Readonly<Record<string, never>>";
    return `Readonly<Record<string, ${isSchema(extra) ? tipoDi(extra) : "unknown"}>>`;
  }
  const fields = properties.map(
    ([name, one]) =>
      `readonly ${keyOf(name)}${required.includes(name) ? "" : "?"}: ${tipoDi(one)};`,
  );
  const own = `{ ${fields.join(" ")} }`;
  return isSchema(extra) ? `${own} & Readonly<Record<string, unknown>>` : own;
}

const SIMPLE: Readonly<Record<string, string>> = {
  ...{ string: "string", integer: "number", number: "number", boolean: "boolean", null: "null" },
};

function plainOf(schema: Schema, type: string): string {
  if (type === "object") return objectOf(schema);
  if (type === "array") {
    const { items, prefixItems } = schema as { items?: Schema; prefixItems?: Schema[] };
    if (prefixItems !== undefined) return `readonly [${prefixItems.map(tipoDi).join(", ")}]`;
    return `readonly ${wrap(items === undefined ? "unknown" : tipoDi(items))}[]`;
  }
  if (schema["format"] === "binary") return "Blob";
  return SIMPLE[type] ?? "unknown";
}

export function tipoDi(schema: Schema): string {
  const { $ref: ref, const: one, enum: list, anyOf, oneOf, allOf, type } = schema;
  if (typeof ref === "string") return ref.split("/").at(-1) ?? "unknown";
  if (one !== undefined) return JSON.stringify(one);
  if (Array.isArray(list)) return union(list.map((value) => JSON.stringify(value)));
  const options = (anyOf ?? oneOf) as readonly Schema[] | undefined;
  if (options !== undefined) return union(options.map(tipoDi));
  if (Array.isArray(allOf))
    return (allOf as Schema[]).map((part) => wrap(tipoDi(part))).join(" & ");
  const types = [type].flat().filter((name) => typeof name === "string");
  return types.length === 0 ? "unknown" : union(types.map((name) => plainOf(schema, name)));
}
