import type { Frase, Storia } from "./storia.ts";
import { recita } from "./storia.ts";
import { readStorie } from "./storie.ts";

const GIORNO = new Intl.DateTimeFormat("it-IT", {
  ...{ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
});
const inParole = (giorno: string): string => GIORNO.format(new Date(`${giorno}T00:00:00Z`));

/** Sentences of one day stay together. */
function perGiorno(frasi: readonly Frase[]): string {
  const giorni = new Map<string, string[]>();
  for (const { giorno, testo } of frasi) giorni.set(giorno, [...(giorni.get(giorno) ?? []), testo]);
  return [...giorni]
    .map(([giorno, testi]) => `- **${inParole(giorno)}.** ${testi.join(" ")}`)
    .join("\n");
}

const capitolo = ({ titolo, insegna }: Storia, frasi: readonly Frase[]): string =>
  `## ${titolo}\n\n*${insegna}*\n\n${perGiorno(frasi)}\n`;

const PREMESSA = `# Storie

Ogni storia qui sotto è anche una prova: i quattro sistemi la eseguono davvero, frase per frase, con persone inventate. Se una frase smette di essere vera, la prova si ferma lì. Il testo nasce dai file di \`sandbox/scenarios\` con \`npm run manuale\`.
`;

/** The chapter of the manual that the stories make. */
export async function scriviStorie(): Promise<string> {
  const capitoli = [];
  for (const { storia } of await readStorie())
    capitoli.push(capitolo(storia, await recita(storia)));
  return `${[PREMESSA, ...capitoli].join("\n")}`;
}
