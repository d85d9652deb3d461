import { type CivilDate, componiCodiceFiscale } from "@staffetta/domain";
import { seededRandom } from "@staffetta/platform";

/** SAP of invented persons, about 8 kB each, and the ways in which one may be wrong. */
export interface DocumentoDiProva {
  readonly bytes: Uint8Array;
  /** What must become of it: a bench whose answers are wrong measures nothing. */
  readonly atteso: "accolta" | "rifiutata";
}

const COGNOMI = ["ROCCAVERDE", "MONTEFREDDO", "VALLECHIARA", "FONTELUNGA", "ACQUADOLCE"];
const NOMI = ["GIULIA", "MATTEO", "AMINA", "PIETRO", "LUCIA"];

const tag = (nome: string, dentro: string | number): string => `<${nome}>${dentro}</${nome}>`;
const tags = (campi: Readonly<Record<string, string | number>>): string =>
  Object.entries(campi)
    .map(([nome, valore]) => tag(nome, valore))
    .join("");

const due = (n: number): string => String(n).padStart(2, "0");

function esperienza(i: number): string {
  const anno = 2016 + i;
  return tag(
    "esperienzalavoro",
    `${tag("azienda", tags({ codicefiscale: "01234567890", datorelavoro: `AZIENDA INVENTATA ${i} SRL`, indirizzoazienda: `VIA DEI MESTIERI ${i}`, codateco: "62.01.00" }))}${tags({ datainizio: `${anno}-02-01`, datafine: `${anno}-11-30`, codprofessione: "4.1.1.2.0.9", compiti: "Addetto alla segreteria, archivio, accoglienza del pubblico" })}${tag("tiporapporto", tags({ tipocontratto: "A.02.00", assunzioneLegge68: "NO", lavInMobilita: "NO", lavoroStagionale: "NO", lavoroInAgricoltura: "NO" }))}${tag("modalitalavoro", tag("codmodalitalavoro", "FT"))}${tag("luogolavoro", tags({ indirizzo: `VIA DEI MESTIERI ${i}`, codcomune: "H501" }))}`,
  );
}

function politica(i: number): string {
  const giorno = `2025-${due((i % 12) + 1)}-10`;
  return tag(
    "politiche_attive",
    `${tags({ tipo_attivita: i === 0 ? "A02" : "C06", titolo_denominazione: `Percorso di prova numero ${i}`, data_proposta: giorno, data: giorno, durata: 6, tipologia_durata: "M", titolo_progetto: "02", codice_ente_promotore: `L219S0000${due(i)}`, indice_profiling: "0.644371661" })}${tag("ultimo_evento", tags({ evento: "02", data_evento: giorno, descrizione_evento: "Avviata" }))}`,
  );
}

const lingua = (codice: string): string =>
  tag(
    "linguastraniera",
    tags({
      codlingua: codice,
      codlivelloletto: "B1",
      codlivelloscritto: "B1",
      codlivelloparlato: "B2",
    }),
  );

function anagrafici(i: number): Readonly<{ xml: string; nascita: string }> {
  const [cognome = "", nome = ""] = [COGNOMI[i % COGNOMI.length], NOMI[i % NOMI.length]];
  const nascita = `${1998 + (i % 8)}-${due((i % 12) + 1)}-${due((i % 28) + 1)}`;
  const sesso = i % 2 === 0 ? ("F" as const) : ("M" as const);
  const luogo = `Z${String(i % 1000).padStart(3, "0")}`;
  const dataNascita = nascita as CivilDate;
  const codicefiscale = componiCodiceFiscale({ cognome, nome, dataNascita, sesso, luogo });
  const indirizzo = tags({ codcomune: "H501", cap: "00184", indirizzo: `VIA DELLE PROVE ${i}` });
  const xml = tag(
    "datianagrafici",
    `${tag("datipersonali", tags({ codicefiscale, cognome, nome, sesso, datanascita: nascita, codcomune: luogo, codcittadinanza: "000" }))}${tag("residenza", indirizzo)}${tag("domicilio", indirizzo)}${tag("recapiti", tags({ cellulare: "3330000000", email: "prova@example.org" }))}`,
  );
  return { xml, nascita };
}

const AMMINISTRATIVI = tag(
  "datiamministrativi",
  `${tag("statoinanagrafe", tags({ codstatooccupazionale: "DI", codstatus: "CO", categoria297: "3", anzianita: 26, indiceprofiling: "0.644371661", dataevento: "2025-01-10", disponibilita: "2024-12-01" }))}${tag("periodidisoccupazione", tags({ dataingresso: "2024-12-01", tipoingresso: "D" }))}${tag("assolvimentoistruzione", tag("obbligoformativo", "SI"))}`,
);
const STUDI = tag(
  "titolistudio_lst",
  tag(
    "titolostudio",
    tags({
      codlivelloistruzione: "40",
      corsostudio: "40000000",
      descrizionecorsostudio: "Diploma di istruzione secondaria superiore",
      riconosciutoin: "SI",
    }),
  ),
);
const CORSO = tag(
  "formazioneprofessionale",
  tags({
    titolocorso: "Corso di segreteria e contabilità",
    ente: "ENTE DI PROVA",
    codregione: "08",
    durata: 120,
    codtipologiadurata: "O",
    certificazioniattestati: "F",
    stage: "NO",
  }),
);
const ALLEGATO = tag(
  "allegato",
  `${STUDI}${tag("formazioneprofessionale_lst", CORSO + CORSO)}${tag("linguestraniere_lst", lingua("001") + lingua("002"))}${tag("conoscenzeinformatiche_lst", tag("conoscenzainformatica", tags({ codconoscenzainformatica: "016", codgrado: 2, specificheinformatica: "Fogli di calcolo" })))}`,
);

const ESPERIENZE = 4;
const POLITICHE = 4;

function unaSap(i: number): string {
  const { xml, nascita } = anagrafici(i);
  const invio = tag(
    "datiinvio",
    tags({
      dataultimoagg: "2025-12-01",
      codiceentetit: "H501C000001",
      tipovariazione: "01",
      datadinascita: nascita,
    }),
  );
  const esperienze = Array.from({ length: ESPERIENZE }, (_, n) => esperienza(n)).join("");
  const politiche = Array.from({ length: POLITICHE }, (_, n) => politica(n)).join("");
  return tag(
    "lavoratore",
    `${invio}${xml}${AMMINISTRATIVI}${tag("esperienzelavoro_lst", esperienze)}${ALLEGATO}${tag("politiche_attive_lst", politiche)}`,
  );
}

/** Each breaks a good document in its own way. */
const GUASTI: readonly ((xml: string) => string)[] = [
  (xml) => xml.slice(0, xml.length / 2),
  (xml) => `<!DOCTYPE a [<!ENTITY b "c">]>${xml}`,
  (xml) => xml.replace("2025-12-01", "2025-04-31"),
  (xml) => xml.replace(/<codiceentetit>.*?<\/codiceentetit>/, ""),
  (xml) => xml.replace(/<sesso>F/, "<sesso>M").replace(/<sesso>X/, ""),
  (xml) => xml.replace("<cognome>", "<ignoto/><cognome>"),
  (xml) => xml.replace("A.02.00", "TEMPO"),
  (xml) => xml.replace(/(<codicefiscale>[A-Z0-9]{15})./, "$1!"),
];
const GUASTI_OGNI = 10;

/** Repeatable: the same documents at each run, one in ten of them wrong. */
export function documentiSap(quanti: number): readonly DocumentoDiProva[] {
  const random = seededRandom("banco-sap");
  return Array.from({ length: quanti }, (_, i) => {
    const xml = unaSap(Math.floor(random.float() * 100_000) * 2);
    if (i % GUASTI_OGNI !== 0) return { bytes: Buffer.from(xml), atteso: "accolta" };
    const guasto = GUASTI[(i / GUASTI_OGNI) % GUASTI.length];
    return { bytes: Buffer.from(guasto?.(xml) ?? xml), atteso: "rifiutata" };
  });
}
