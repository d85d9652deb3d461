import type { OperatoreRow } from "./tabelle.ts";

/** Invented operatori for development and lessons: no real body has these names. */
type Riga = readonly [denominazione: string, comune: string, indirizzo: string, telefono: string];

const LOMBARDIA: readonly Riga[] = [
  ["Officina Lavoro Navigli", "Milano", "via del Naviglio 12", "02 5550101"],
  ["Sportello Giovani Bovisa", "Milano", "via dei Gasometri 4", "02 5550102"],
  ["Scuola Mestieri Orobica", "Bergamo", "via del Borgo 31", "035 5550103"],
  ["Avvio al Lavoro Leonessa", "Brescia", "via delle Fonderie 7", "030 5550104"],
  ["Bottega Formazione Lario", "Como", "via della Seta 19", "031 5550105"],
  ["Cantiere Giovani Torrazzo", "Cremona", "via dei Liutai 3", "0372 5550106"],
  ["Rotta Lavoro Resegone", "Lecco", "via del Ferro 22", "0341 5550107"],
  ["Incontro Adda Formazione", "Lodi", "via della Ceramica 8", "0371 5550108"],
  ["Porto Catena Lavoro", "Mantova", "via dei Laghi 15", "0376 5550109"],
  ["Villa Futuro Brianza", "Monza", "viale dei Tigli 40", "039 5550110"],
  ["Ponte Coperto Servizi", "Pavia", "via del Ticino 6", "0382 5550111"],
  ["Sette Laghi Orientamento", "Varese", "via dei Mulini 27", "0332 5550112"],
];
const PIEMONTE: readonly Riga[] = [
  ["Mole Lavoro Giovani", "Torino", "via dei Portici 9", "011 5550201"],
  ["Officine Dora Formazione", "Torino", "corso delle Fabbriche 55", "011 5550202"],
  ["Langa Mestieri", "Cuneo", "via dei Noccioli 2", "0171 5550203"],
  ["Tanaro Orientamento", "Alessandria", "via del Cappello 18", "0131 5550204"],
  ["Risaia Servizi al Lavoro", "Novara", "via delle Mondine 11", "0321 5550205"],
  ["Telaio Formazione", "Biella", "via della Lana 5", "015 5550206"],
];

const numera = (righe: readonly Riga[], da: number): OperatoreRow[] =>
  righe.map(([denominazione, comune, indirizzo, telefono], i) => ({
    id: `OP-${String(da + i).padStart(4, "0")}`,
    ...{ denominazione, comune, indirizzo, telefono, attivo: true },
  }));

const PER_REGIONE: Readonly<Record<string, readonly OperatoreRow[]>> = {
  "10": numera(LOMBARDIA, 1),
  "13": numera(PIEMONTE, 101),
};

/** @param regione code of the Ministry's list; a region without examples gets Lombardia's, renumbered */
export const operatoriDiEsempio = (regione: string): readonly OperatoreRow[] =>
  PER_REGIONE[regione] ?? numera(LOMBARDIA, Number(regione) * 100 + 1);
