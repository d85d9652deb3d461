import {
  FUNZIONI_OPERATORE,
  FUNZIONI_REGIONE,
  type FunzioneOperatore,
  type FunzioneRegione,
  type Persona,
} from "@staffetta/contracts";
import {
  type CivilDate,
  type CodiceRegione,
  componiCodiceFiscale,
  nomeRegione,
  type OperatoreId,
} from "@staffetta/domain";

/** The people of development: invented, the same on every site, so that one adesione can be followed. */
interface Finto {
  readonly chiave: string;
  readonly nome: string;
  readonly cognome: string;
  readonly dataNascita: string;
  readonly sesso: "F" | "M";
  readonly descrizione: string;
}

const FINTI: readonly Finto[] = [
  {
    ...{ chiave: "giulia", nome: "Giulia", cognome: "Vallechiara", sesso: "F" },
    dataNascita: "2004-05-14",
    descrizione: "22 anni, diplomata, cerca il primo lavoro.",
  },
  {
    ...{ chiave: "matteo", nome: "Matteo", cognome: "Roccaverde", sesso: "M" },
    dataNascita: "2007-11-02",
    descrizione: "19 anni, ha lasciato gli studi.",
  },
  {
    ...{ chiave: "amina", nome: "Amina", cognome: "Fontelunga", sesso: "F" },
    dataNascita: "2000-02-29",
    descrizione: "26 anni, ha un'adesione in due regioni.",
  },
  {
    ...{ chiave: "pietro", nome: "Pietro", cognome: "Montefreddo", sesso: "M" },
    dataNascita: "1995-01-10",
    descrizione: "31 anni: il programma finisce il giorno prima dei 30, e gli viene spiegato.",
  },
  {
    ...{ chiave: "sofia", nome: "Sofia", cognome: "Pianoviva", sesso: "F" },
    // Sixteen whatever the year: the others age, she stays a minor.
    dataNascita: `${new Date().getUTCFullYear() - 17}-12-30`,
    descrizione: "16 anni: per lei decide anche un genitore.",
  },
];

const LUOGO_INVENTATO = "Z999";

export const GIOVANI: readonly Persona[] = FINTI.map(({ chiave, descrizione, ...chi }) => {
  const dataNascita = chi.dataNascita as CivilDate;
  const codiceFiscale = componiCodiceFiscale({ ...chi, dataNascita, luogo: LUOGO_INVENTATO });
  const nome = `${chi.nome} ${chi.cognome}`;
  const identita = { ...chi, dataNascita, codiceFiscale };
  return { chiave, descrizione, etichetta: nome, soggetto: { ruolo: "giovane", nome, identita } };
});

export const sportello = (regione: CodiceRegione, descrizione: string): Persona => ({
  chiave: "sportello",
  etichetta: `Sportello ${nomeRegione(regione)}`,
  descrizione,
  soggetto: {
    ...{ ruolo: "regione", id: `${regione}/sportello`, regione },
    nome: `Sportello ${nomeRegione(regione)}`,
    funzione: "istruttoria",
  },
});

export const addetto = (
  operatore: Readonly<{ id: string; denominazione: string; comune: string }>,
): Persona => ({
  chiave: operatore.id,
  etichetta: `Addetto di ${operatore.denominazione}`,
  descrizione: `${operatore.comune}. Vede solo i giovani che hanno scelto questo operatore.`,
  soggetto: {
    ...{ ruolo: "addetto", id: operatore.id, nome: `Addetto ${operatore.denominazione}` },
    operatoreId: operatore.id as OperatoreId,
    funzioni: ["sportello", "legale"],
  },
});

/** One person for each thing that is done in an operatore. */
export const unaFunzione = (
  operatore: Parameters<typeof addetto>[0],
  funzione: FunzioneOperatore,
): Persona => {
  const nome = `${TITOLI[funzione]} ${operatore.denominazione}`;
  const chiave = `${operatore.id}-${funzione}`;
  return {
    chiave,
    etichetta: nome,
    descrizione: FUNZIONI_OPERATORE[funzione],
    soggetto: {
      ...{ ruolo: "addetto", id: chiave, nome, operatoreId: operatore.id as OperatoreId },
      funzioni: [funzione],
    },
  };
};

const TITOLI: Readonly<Record<FunzioneOperatore | FunzioneRegione, string>> = {
  ...{ sportello: "Sportello di", legale: "Legale rappresentante di", erogatore: "Erogatore di" },
  ...{ istruttoria: "Istruttoria", controllo: "Controllo", monitoraggio: "Monitoraggio" },
};

/** Who controls and who watches the figures; a second person of the desk beside `sportello`, to sign orders. */
export const ufficio = (regione: CodiceRegione, funzione: FunzioneRegione): Persona => {
  const nome = `${TITOLI[funzione]} ${nomeRegione(regione)}`;
  return {
    ...{ chiave: funzione, etichetta: nome, descrizione: FUNZIONI_REGIONE[funzione] },
    soggetto: { ruolo: "regione", id: `${regione}/${funzione}`, nome, regione, funzione },
  };
};

export const revisore = (regione: CodiceRegione): Persona => ({
  chiave: "revisore",
  etichetta: `Revisore ${nomeRegione(regione)}`,
  descrizione: "Legge soltanto, per un periodo, e ogni lettura resta scritta.",
  soggetto: {
    ...{
      ruolo: "revisore",
      id: `${regione}/revisore`,
      nome: `Revisore ${nomeRegione(regione)}`,
      regione,
    },
    ...{ dal: "2014-01-01" as CivilDate, al: "2099-12-31" as CivilDate },
  },
});

export const MONITORAGGIO: Persona = {
  chiave: "monitoraggio",
  etichetta: "Monitoraggio nazionale",
  descrizione: "L'ufficio del Ministero che riceve le cifre e controlla i flussi.",
  soggetto: { ruolo: "ministero", nome: "Monitoraggio nazionale" },
};
