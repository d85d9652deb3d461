import type { Testi } from "@staffetta/nodo";

const giorno = (data: unknown): string => String(data).split("-").reverse().join("/");
const ore = (minuti: unknown): string => {
  const n = Number(minuti);
  return n % 60 === 0 ? `${n / 60} ore` : `${Math.floor(n / 60)} ore e ${n % 60} minuti`;
};

interface Tratto {
  readonly giorno: string;
  readonly dalle: string;
  readonly alle: string;
}
const tratto = ({ giorno: g, dalle, alle }: Tratto): string =>
  `${giorno(g)} dalle ${dalle} alle ${alle}`;

const periodo = ({ dal, al }: Readonly<Record<string, unknown>>): string =>
  al === null ? `dal ${giorno(dal)}` : `dal ${giorno(dal)} al ${giorno(al)}`;

const RIMEDIO = "Correggi la riga e salva di nuovo.";
const riga = (title: string, detail: string) => ({ title, detail, rimedio: RIMEDIO, status: 422 });

export const TESTI_REGISTRO: Testi = {
  "registro.orario-rovesciato": ({ dalle, alle }) =>
    riga("L'orario è rovesciato", `La fine (${alle}) deve venire dopo l'inizio (${dalle}).`),
  "registro.nel-futuro": (fatti) =>
    riga(
      "Il giorno non è ancora venuto",
      `Il ${giorno(fatti["giorno"])} non è ancora venuto: si scrive solo quello che è già successo.`,
    ),
  "registro.non-ancora-finita": ({ alle, ora }) =>
    riga(
      "L'ora non è ancora passata",
      `Sono le ${ora}: le ${alle} di oggi non sono ancora passate. Si scrive quando è finita.`,
    ),
  "registro.prima-della-dote": (fatti) =>
    riga(
      "L'ora viene prima della dote",
      `Il ${giorno(fatti["giorno"])} la dote è stata inviata alle ${fatti["ora"]}: prima non c'era il denaro, e il servizio non poteva cominciare alle ${fatti["dalle"]}.`,
    ),
  "registro.anno-sbagliato": (fatti) =>
    riga(
      "L'anno è sbagliato",
      `Il ${giorno(fatti["giorno"])} ha l'anno sbagliato: il servizio va ${periodo(fatti)}.`,
    ),
  "registro.fuori-periodo": (fatti) =>
    riga(
      "Il giorno è fuori dal servizio",
      `Il ${giorno(fatti["giorno"])} è fuori dal periodo in cui il servizio può essere fatto: ${periodo(fatti)}.`,
    ),
  "registro.sede-non-accreditata": (fatti) =>
    riga(
      "La sede non va bene",
      fatti["nome"] === null
        ? "Questa sede non è fra quelle accreditate dell'operatore."
        : `La sede «${fatti["nome"]}» è accreditata ${periodo(fatti)}, non il ${giorno(fatti["giorno"])}.`,
    ),
  "registro.professionista-non-disponibile": (fatti) =>
    riga(
      "Il professionista non va bene",
      fatti["nome"] === null
        ? "Questo professionista non è fra quelli dell'operatore."
        : `«${fatti["nome"]}» lavora per l'operatore ${periodo(fatti)}, non il ${giorno(fatti["giorno"])}.`,
    ),
  "registro.sovrapposta": ({ altra }) => {
    const { chi, ...dove } = altra as Tratto & { chi: "giovane" | "professionista" };
    const quale = chi === "giovane" ? "Il giovane" : "Il professionista";
    return riga("Due righe si sovrappongono", `${quale} risulta già altrove: ${tratto(dove)}.`);
  },
  "registro.troppe-ore": ({ minuti, minutiMax, altra, giorno: g }) =>
    riga(
      "Troppe ore in un giorno",
      `Il ${giorno(g)} il giovane avrebbe ${ore(minuti)}; il massimo è ${ore(minutiMax)}.${
        altra === null ? "" : ` C'è già la riga ${tratto(altra as Tratto)}.`
      }`,
    ),
  "registro.giorno-festivo": (fatti) =>
    riga("Giorno festivo", `Il ${giorno(fatti["giorno"])} è festivo: controlla che sia giusto.`),
  "registro.chiuso": () => ({
    title: "Il registro è chiuso",
    detail: "Si scrive solo dopo l'inizio del servizio e prima della sua rendicontazione finale.",
    rimedio: "Guarda a che punto è il servizio.",
  }),
  "registro.cambiato": ({ chi, differenze }) => ({
    title: "Qualcuno ha cambiato questa settimana",
    detail: `${chi} l'ha salvata o firmata mentre scrivevi. ${differenze}`.trim(),
    rimedio: "Qui sotto c'è ciò che hai scritto tu: controllalo e salva di nuovo, o ricarica.",
  }),
  "registro.altra-settimana": () => ({
    title: "Una riga è di un'altra settimana",
    detail: "Si salva una settimana per volta, dal lunedì alla domenica.",
    rimedio: "Correggi il giorno.",
    status: 422,
  }),
  "registro.csv-vuoto": () => ({
    title: "Il file non ha righe",
    detail: "Servono una prima riga con i nomi giorno, dalle, alle e almeno una riga sotto.",
    rimedio: "Controlla il file e invialo di nuovo.",
    status: 422,
  }),
  "incarico.sede-non-accreditata": (fatti) =>
    riga("La sede non va bene", `La sede non è accreditata il ${giorno(fatti["giorno"])}.`),
  "incarico.professionista-non-disponibile": (fatti) =>
    riga(
      "Il professionista non va bene",
      `Il professionista non è disponibile il ${giorno(fatti["giorno"])}.`,
    ),
  "incarico.fine-prima-dell-inizio": (fatti) =>
    riga(
      "La fine viene prima dell'inizio",
      `Il servizio è iniziato il ${giorno(fatti["dataInizio"])}.`,
    ),
  "incarico.niente-cambia": () => ({
    title: "Non cambia niente",
    detail: "La sede, il professionista e la fine prevista sono quelli di prima.",
    rimedio: "Cambia almeno uno dei tre.",
    status: 422,
  }),
};
