import type { EsitoDiEvento } from "../sap/politica.ts";

/** What the rules of the SAP take from outside: everything that the wire does not prove is here. */
export interface RegoleSap {
  /** First two letters of the SAP that this node makes. */
  readonly prefisso: Readonly<{ regionale: string; nazionale: string }>;
  /** Whether this node gives an identifier to a policy that comes without. */
  readonly generaIdPolitica: boolean;
  /** What becomes of sections 1–5 when they come from a body that does not hold the SAP. */
  readonly sezioniDiAltri: "rifiuta" | "ignora";
  /** Whether birth and sex must agree with the codice fiscale. */
  readonly controllaCodiceFiscale: boolean;
  /** What becomes of a first insertion without telephone, mobile and e-mail. @source WIRE, §2.6 */
  readonly primoSenzaRecapiti: "rifiuta" | "avvisa";
  readonly esitoDiEvento: EsitoDiEvento;
  /** tipo_attivita under which a measure of the programme is written in the SAP. */
  readonly attivitaDiMisura: Readonly<Record<string, string>>;
  /** Evento with which a delivered policy ends, by how it ended. */
  readonly eventoDiEsito: Readonly<Record<string, string>>;
  /** Belfiore code of the seat from which the bodies of a region take their code, when nobody gives it. */
  readonly sedeDiRegione: Readonly<Record<string, string>>;
  readonly daVerificare: readonly string[];
}

export const REGOLE_SAP: RegoleSap = {
  prefisso: { regionale: "QA", nazionale: "ZZ" },
  generaIdPolitica: true,
  sezioniDiAltri: "rifiuta",
  controllaCodiceFiscale: true,
  primoSenzaRecapiti: "rifiuta",
  esitoDiEvento: {
    ...{ "01": "PRO", "02": "AVV", "09": "AVV", "10": "FC", "11": "FC" },
    ...{ "03": "RIF", "04": "RIF", "06": "RIF" },
    ...{ "05": "INT", "07": "INT", "12": "INT", "15": "INT", "08": "NA" },
    ...{ "13": null, "14": null },
  },
  attivitaDiMisura: {
    ...{ "1-B": "A01", "1-C": "A03", "2-A": "C02", "3": "B03", "5": "C06", "7-1": "B08" },
  },
  eventoDiEsito: {
    ...{ conclusa: "10", "conclusa-con-contratto": "10", abbandonata: "05" },
  },
  sedeDiRegione: {
    ...{ "01": "A345", "02": "G942", "03": "A952", "04": "C352", "05": "F839", "06": "A944" },
    ...{ "07": "L424", "08": "H501", "09": "D969", "10": "F205", "11": "A271", "12": "B519" },
    ...{ "13": "L219", "14": "A662", "15": "B354", "16": "G273", "17": "D612", "18": "L378" },
    ...{ "19": "G478", "20": "A326", "21": "L736" },
  },
  daVerificare: [
    "prefisso e ultima lettera degli identificativi SAP fatti da questo nodo",
    "lettera di controllo degli identificativi delle politiche",
    "corrispondenza fra eventi e esiti di una politica",
    "corrispondenza fra misure del programma e tipo_attivita",
    "codici degli enti ricavati dalla sede della regione",
    "differenza fra lo stato 02 e lo stato 03 di una SAP",
  ],
};
