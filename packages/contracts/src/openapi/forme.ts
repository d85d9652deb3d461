import { z } from "zod";
import { Cifre, MonitoraggioGiornalieroV1 } from "../messaggi/ministero.ts";
import { Compito, Lettura, RigaRegistro } from "../operazioni/borsalavoro.ts";
import * as comuni from "../operazioni/comuni.ts";
import { Anagrafica, Recapiti } from "../primitivi.ts";
import { Errore, Problema } from "../problema.ts";

/** JSON Schema as OpenAPI writes it; plain data. */
export type Forma = Readonly<Record<string, unknown>>;
export type VersioneOpenApi = "3.0.3" | "3.1.0";

/** Schemas that deserve a name of their own in the documents; what is not here is written in place. */
const CON_NOME: Readonly<Record<string, z.ZodType>> = {
  ...{ Anagrafica, Recapiti, Problema, Errore, Cifre, Compito, Lettura, RigaRegistro },
  MonitoraggioGiornaliero: MonitoraggioGiornalieroV1,
  Fatto: comuni.Fatto,
  Passo: comuni.Passo,
  Azione: comuni.Azione,
  Attesa: comuni.Attesa,
  OperatoreInElenco: comuni.OperatoreInElenco,
  SchedaAdesione: comuni.SchedaAdesione,
  CorsiaInQuadro: comuni.CorsiaInQuadro,
  RifiutoInQuadro: comuni.RifiutoInQuadro,
  FermoInQuadro: comuni.FermoInQuadro,
  AllarmeInQuadro: comuni.AllarmeInQuadro,
  QuadroFlussi: comuni.QuadroFlussi,
};

const RIFERIMENTO = "#/components/schemas/";

const pascal = (id: string): string =>
  id
    .split(/[^a-zA-Z0-9]+/)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join("");

/** Collects the schemas of a document while its paths are written; each comes out once, under one name. */
export class Forme {
  private readonly versione: VersioneOpenApi;
  private readonly registro = z.registry<{ id: string }>();
  private readonly nomi = new Map<z.ZodType, string>();

  constructor(versione: VersioneOpenApi) {
    this.versione = versione;
    for (const [id, schema] of Object.entries(CON_NOME)) this.add(schema, id);
  }

  private add(schema: z.ZodType, id: string): string {
    const known = this.nomi.get(schema);
    if (known !== undefined) return known;
    this.registro.add(schema, { id });
    this.nomi.set(schema, id);
    return id;
  }

  /** A reference to this schema, which takes a name from `id` when it has none. */
  di(schema: z.ZodType, id: string): Forma {
    return { $ref: `${RIFERIMENTO}${this.add(schema, pascal(id))}` };
  }

  /** Each property of an object, as the parameters of a query want them. */
  proprieta(
    schema: z.ZodType,
  ): readonly Readonly<{ nome: string; obbligatoria: boolean; forma: Forma }>[] {
    const written = this.scrivi(z.toJSONSchema(schema, this.opzioni())) as {
      properties?: Record<string, Forma>;
      required?: string[];
    };
    return Object.entries(written.properties ?? {}).map(([nome, forma]) => ({
      ...{ nome, forma, obbligatoria: written.required?.includes(nome) ?? false },
    }));
  }

  private opzioni() {
    return {
      // The wire carries the raw text: what a schema makes of it afterwards is the reader's business.
      io: "input" as const,
      target: this.versione === "3.0.3" ? ("openapi-3.0" as const) : ("draft-2020-12" as const),
      unrepresentable: "any" as const,
      // Bytes: the only thing that a schema of ours checks with a function alone.
      override: ({
        zodSchema,
        jsonSchema,
      }: {
        zodSchema: unknown;
        jsonSchema: Record<string, unknown>;
      }) => {
        if (zodSchema instanceof z.ZodCustom)
          Object.assign(jsonSchema, { type: "string", format: "binary" });
      },
    };
  }

  private scrivi(value: unknown): unknown {
    return normalizza(value, this.versione);
  }

  /** Only those that the paths name, directly or through others. */
  tutte(paths: unknown): Readonly<Record<string, Forma>> {
    const { schemas } = z.toJSONSchema(this.registro, {
      ...this.opzioni(),
      uri: (id) => `${RIFERIMENTO}${id}`,
    });
    const all = Object.fromEntries(
      Object.entries(schemas).map(([id, schema]) => [id, this.scrivi(schema) as Forma]),
    );
    const wanted = new Set<string>();
    const visit = (value: unknown): void => {
      for (const id of riferimentiIn(value)) {
        if (wanted.has(id)) continue;
        wanted.add(id);
        visit(all[id]);
      }
    };
    visit(paths);
    return Object.fromEntries([...wanted].sort().map((id) => [id, all[id] ?? {}]));
  }
}

function riferimentiIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(riferimentiIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === "$ref" && typeof one === "string" && one.startsWith(RIFERIMENTO)
      ? [one.slice(RIFERIMENTO.length)]
      : riferimentiIn(one),
  );
}

const DROPPED: ReadonlySet<string> = new Set(["$schema", "$id", "id"]);
const UNSAFE = Number.MAX_SAFE_INTEGER;

/** Adds what the Italian profile asks (formats of numbers) and drops what OpenAPI does not know. */
export function normalizza(value: unknown, versione: VersioneOpenApi): unknown {
  if (Array.isArray(value)) return value.map((one) => normalizza(one, versione));
  if (typeof value !== "object" || value === null) return value;
  const given = value as Record<string, unknown>;
  const isSchema = "type" in given || "$ref" in given || "anyOf" in given || "enum" in given;
  const out: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(given)) {
    if (isSchema && DROPPED.has(key) && typeof one === "string") continue;
    if ((key === "minimum" || key === "maximum") && Math.abs(one as number) === UNSAFE) continue;
    out[key] = normalizza(one, versione);
  }
  return adjust(out, versione);
}

function adjust(
  schema: Record<string, unknown>,
  versione: VersioneOpenApi,
): Record<string, unknown> {
  const types = [schema["type"]].flat();
  // The format says it, in one word.
  if (schema["format"] === "uuid") delete schema["pattern"];
  const letters = [schema["const"], ...((schema["enum"] as unknown[]) ?? [])];
  if (types.includes("number") && letters.some(Number.isInteger)) schema["type"] = "integer";
  if ([schema["type"]].flat().includes("integer")) schema["format"] ??= "int64";
  else if (types.includes("number")) schema["format"] ??= "double";
  if (versione === "3.1.0") return schema;
  if ("$ref" in schema && schema["nullable"] === true)
    return { nullable: true, allOf: [{ $ref: schema["$ref"] }] };
  return schema;
}
