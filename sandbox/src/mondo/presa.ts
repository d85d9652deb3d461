import type { Risposta } from "@staffetta/contracts";
import { addDays, ageOn, type CodiceMisura, type CodiceRegione } from "@staffetta/domain";
import { type Profilo, titoloPerEta } from "../popolazione/profilo.ts";
import type { LavoroServizio } from "./servizi.ts";
import { DAY_MS, oraDi, prova } from "./vita.ts";

/** An addetto at work on one case. */
export type Lavoro = LavoroServizio;

type Passo<T> = (base: Readonly<{ chiave: string; adesioneId: string }>) => Promise<Risposta<T>>;

/** One step: the same key however many times it must be tried. */
function fa<T>(lavoro: Lavoro, passo: Passo<T>, poi: (valore: T) => void): void {
  const { scena, gefo, adesioneId } = lavoro;
  const base = { chiave: scena.random.uuid(), adesioneId };
  prova(scena, gefo, () => passo(base), poi);
}

const oggi = ({ gefo }: Lavoro) => oraDi(gefo).giorno;
const etaDi = (lavoro: Lavoro): number =>
  ageOn(lavoro.vita.giovane.anagrafica.dataNascita, oggi(lavoro));
/** Every document of this world is renewed on the day before it is shown. */
const CARTA_DAYS = 3650;
const ADULTO_YEARS = 18;
const PROVINCE: Readonly<Record<string, string>> = { "10": "MI", "13": "TO" };
const provinciaDi = (regione: CodiceRegione): string => PROVINCE[regione] ?? "RM";

function requisiti(lavoro: Lavoro, poi: () => void): void {
  const prove = ["dichiarazione-445", "comunicazioni-obbligatorie"];
  fa(
    lavoro,
    (base) => lavoro.addetto.verificaRequisiti({ ...base, dataVerifica: oggi(lavoro), prove }),
    poi,
  );
}

const GENITORE = {
  ...{ relazione: "GEN", nome: "Maria", cognome: "Vallechiara", dataNascita: "1970-06-01" },
  ...{ secondo: "dichiarazione", nomeSecondo: "" },
} as const;

/** Document seen, requisites checked, whoever acts for a minor, class asked: then the patto is signed. */
export function prendiInCarico(lavoro: Lavoro, profilo: Profilo, poi: () => void): void {
  const { addetto, vita } = lavoro;
  const minore = etaDi(lavoro) < ADULTO_YEARS;
  const firma = (): void =>
    fa(
      lavoro,
      (base) =>
        addetto.firmaPatto({
          ...{ ...base, dataPatto: oggi(lavoro), firmaGiovane: true },
          ...(minore ? { firmaTutore: true } : {}),
        }),
      () => {
        const attesa = lavoro.scena.sorte.int(0, 2) * DAY_MS;
        lavoro.scena.tempo.after(attesa, async () => inviaDote(lavoro, poi));
      },
    );
  const profila = (): void => {
    const titolo = titoloPerEta(profilo, etaDi(lavoro));
    const provincia = provinciaDi(vita.regione);
    fa(lavoro, (base) => addetto.profila({ ...base, ...profilo, titolo, provincia }), firma);
  };
  const tutela = (): void =>
    minore
      ? fa(lavoro, (base) => addetto.registraTutela({ ...base, ...GENITORE }), profila)
      : profila();
  const carta = { documento: "carta-identita", scadenza: addDays(oggi(lavoro), CARTA_DAYS) };
  fa(
    lavoro,
    (base) => addetto.verificaIdentita({ ...base, ...carta, dataVerifica: oggi(lavoro) }),
    () => requisiti(lavoro, tutela),
  );
}

const PRINCIPALI: readonly (readonly [CodiceMisura, number])[] = [
  ["5", 58],
  ["2-A", 13],
  ["3", 29],
];
const ORE: Readonly<Record<CodiceMisura, number>> = {
  ...{ "1-B": 2, "1-C": 6, "2-A": 40, "3": 1, "5": 1, "7-1": 20 },
};
const RAGAZZO_YEARS = 16;

/** The draft first, then the legal representative sends it. */
function inviaDote(lavoro: Lavoro, poi: () => void): void {
  const { addetto, adesioneId, scena } = lavoro;
  const principale = scena.sorte.weighted(PRINCIPALI);
  const misura = etaDi(lavoro) < RAGAZZO_YEARS ? "2-A" : principale;
  const righe = (["1-B", misura] as const).map((una) => ({ misura: una, oreUnita: ORE[una] }));
  fa(
    lavoro,
    () => addetto.piano({ adesioneId }),
    ({ version }) =>
      fa(
        lavoro,
        (base) => addetto.salvaPiano({ ...base, version, righe }),
        (salvato) => fa(lavoro, (base) => addetto.inviaDote({ ...base, ...salvato }), poi),
      ),
  );
}

/** Before a service starts the requisites must still hold, and an ex minor confirms in person. */
export function verificaAncora(lavoro: Lavoro, poi: () => void): void {
  const { addetto, adesioneId } = lavoro;
  fa(
    lavoro,
    () => addetto.fascicolo({ adesioneId }),
    ({ tutela }) => {
      const cresciuto = tutela !== null && etaDi(lavoro) >= ADULTO_YEARS;
      const avanti = (): void => requisiti(lavoro, poi);
      if (!cresciuto || tutela.stato === "confermata") avanti();
      else
        fa(lavoro, (base) => addetto.confermaMaggiorenne({ ...base, firmaGiovane: true }), avanti);
    },
  );
}
