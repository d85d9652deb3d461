import type { CodiceRegione } from "./ids.ts";

/**
 * Regions and autonomous provinces by the Ministry's own code (not ISTAT's).
 * @source WIRE, §5
 */
export const REGIONI: Readonly<Record<string, string>> = {
  "01": "Abruzzo",
  "02": "Basilicata",
  "03": "Provincia autonoma di Bolzano",
  "04": "Calabria",
  "05": "Campania",
  "06": "Emilia-Romagna",
  "07": "Friuli-Venezia Giulia",
  "08": "Lazio",
  "09": "Liguria",
  "10": "Lombardia",
  "11": "Marche",
  "12": "Molise",
  "13": "Piemonte",
  "14": "Puglia",
  "15": "Sardegna",
  "16": "Sicilia",
  "17": "Toscana",
  "18": "Provincia autonoma di Trento",
  "19": "Umbria",
  "20": "Valle d'Aosta",
  "21": "Veneto",
};

export const nomeRegione = (codice: CodiceRegione | string): string =>
  REGIONI[codice] ?? `Regione ${codice}`;
