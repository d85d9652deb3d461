import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Which processes run, where each answers, what each is told. Pure: reads nothing, starts nothing. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const FOLDER = join(ROOT, ".staffetta");
export const FOLDER_CHIAVI = join(FOLDER, "chiavi");
export const FOLDER_PG = join(FOLDER, "postgres");

export interface Processo {
  readonly nome: string;
  readonly main: string;
  readonly porta: number;
  readonly regione: string | null;
}

const NOMI_REGIONE: Readonly<Record<string, string>> = {
  ...{ abruzzo: "01", basilicata: "02", bolzano: "03", calabria: "04", campania: "05" },
  ...{ "emilia-romagna": "06", "friuli-venezia-giulia": "07", lazio: "08", liguria: "09" },
  ...{ lombardia: "10", marche: "11", molise: "12", piemonte: "13", puglia: "14", sardegna: "15" },
  ...{ sicilia: "16", toscana: "17", trento: "18", umbria: "19", "valle-d-aosta": "20" },
  veneto: "21",
};

export function readRegioni(text: string): readonly string[] {
  const regioni = text.split(",").map((name) => {
    const codice = NOMI_REGIONE[name.trim().toLowerCase()];
    if (codice === undefined)
      throw new Error(
        `Regione sconosciuta: ${name}. Ci sono: ${Object.keys(NOMI_REGIONE).join(", ")}`,
      );
    return codice;
  });
  return [...new Set(regioni)];
}

const PORTE = { inizio: 8080, cliclavoro: 8081, borsalavoro: 8082, gefo: 8083, ministero: 8084 };
const PORTA_ALTRE_REGIONI = 8085;

/** @param env may override each port: STAFFETTA_PORTA_GEFO, STAFFETTA_PORTA_GEFO_13 for a further region */
export function processi(
  regioni: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): readonly Processo[] {
  const porta = (nome: string, predefinita: number): number => {
    const name = `STAFFETTA_PORTA_${nome.toUpperCase().replaceAll("-", "_")}`;
    const text = env[name];
    if (text === undefined) return predefinita;
    const number = Number(text);
    if (!Number.isInteger(number) || number < 0 || number > 65_535)
      throw new Error(`${name}: «${text}» non è una porta`);
    return number;
  };
  const nazionali = (["cliclavoro", "ministero"] as const).map((nome) => ({
    ...{ nome, main: `nodes/${nome}/src/main.ts`, regione: null },
    porta: porta(nome, PORTE[nome]),
  }));
  const regionali = regioni.flatMap((regione, i) =>
    (["borsalavoro", "gefo"] as const).map((tipo, j) => ({
      ...{ nome: `${tipo}-${regione}`, main: `nodes/${tipo}/src/main.ts`, regione },
      porta:
        i === 0
          ? porta(tipo, PORTE[tipo])
          : porta(`${tipo}-${regione}`, PORTA_ALTRE_REGIONI + (i - 1) * 2 + j),
    })),
  );
  const inizio = { nome: "inizio", main: "web/src/main.ts", regione: null };
  return [{ ...inizio, porta: porta("inizio", PORTE.inizio) }, ...nazionali, ...regionali];
}

/** The national pair knows every region; a region knows its own two and the national pair. */
export function partnerDi(
  { nome, regione }: Processo,
  tutti: readonly Processo[],
): readonly Processo[] {
  if (nome === "inizio") return [];
  if (regione === null) return tutti.filter((uno) => uno.nome.startsWith("borsalavoro-"));
  if (nome.startsWith("gefo-")) return tutti.filter((uno) => uno.nome === `borsalavoro-${regione}`);
  return tutti.filter(
    (uno) =>
      uno.nome === "cliclavoro" || uno.nome === "ministero" || uno.nome === `gefo-${regione}`,
  );
}

export const databaseDi = (nome: string): string => nome.replaceAll("-", "_");
export const indirizzoDi = ({ porta }: Processo): string => `http://localhost:${porta}`;
const interno = ({ porta }: Processo): string => `http://127.0.0.1:${porta}`;

export function ambienteDi(
  processo: Processo,
  tutti: readonly Processo[],
  databaseUrl: string,
): Readonly<Record<string, string>> {
  const indirizzi = Object.fromEntries(tutti.map((uno) => [uno.nome, indirizzoDi(uno)]));
  const partner = partnerDi(processo, tutti).map((uno) => ({
    ...{ nome: uno.nome, indirizzo: interno(uno) },
  }));
  return {
    STAFFETTA_DATABASE_URL: databaseUrl,
    STAFFETTA_PORT: String(processo.porta),
    STAFFETTA_NODO: processo.nome,
    ...(processo.regione === null ? {} : { STAFFETTA_REGIONE: processo.regione }),
    STAFFETTA_PARTNER: JSON.stringify(partner),
    STAFFETTA_CHIAVI: FOLDER_CHIAVI,
    STAFFETTA_SVILUPPO: "1",
    STAFFETTA_INDIRIZZI: JSON.stringify(indirizzi),
  };
}
