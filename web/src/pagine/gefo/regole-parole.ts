import { type CodiceMisura, MISURE, MOTIVI_NON_PRESA } from "@staffetta/domain";

/** The figures of a notice in words: each part of their path. */
const PAROLE: Readonly<Record<string, string>> = {
  ...MOTIVI_NON_PRESA,
  ...{ convocazioneDays: "giorni per convocare", incontroDays: "giorni per incontrare" },
  ...{ pattoDays: "giorni per il patto", doteDays: "giorni per la dote" },
  ...{ primoServizioMonths: "mesi per il primo servizio" },
  ...{ rendicontazioneDays: "giorni per rendicontare", durataDoteMonths: "mesi di durata" },
  ...{ fermoDays: "giorni senza novità prima di chiedere di chiudere" },
  ...{ chiusuraDays: "giorni per chiudere un percorso" },
  ...{ tariffaCents: "tariffa", tariffaFasciaCents: "tariffa", unitaMax: "unità al massimo" },
  ...{ importoMaxCents: "importo al massimo", tentativiMin: "tentativi al minimo" },
  ...{ registro: "registro", minutiGiornoMax: "minuti al giorno al massimo" },
  ...{ risultati: "risultato", durataMinDays: "giorni di contratto al minimo" },
  ...{ importiCents: "importo", stabile: "contratto stabile", lungo: "contratto lungo" },
  ...{ medio: "contratto medio", catena: "contratti che si seguono" },
  ...{ interruzioneDaysMax: "giorni di interruzione al massimo" },
  ...{ tolleranzaDays: "giorni ammessi dopo la fine della dote" },
  ...{ lungoDays: "giorni di un contratto lungo", ripresentazioneDays: "giorni per ripresentare" },
  ...{ liquidazione: "domanda di pagamento", importoMinCents: "importo al minimo" },
  ...{ intervalloDays: "giorni fra una domanda e l'altra", campione: "campione" },
  ...{ quotaPercent: "quota, per cento", minimo: "al minimo", massimo: "al massimo" },
  ...{ indennita: "indennità di tirocinio", importoMeseCents: "importo al mese" },
  ...{ presenzaMinPercent: "presenza al minimo, per cento", mesiMax: "mesi al massimo" },
  ...{ requisiti: "requisiti", validitaDays: "giorni di validità di una verifica" },
  ...{ preavviso: "preavviso", rispostaDays: "giorni per rispondere" },
  ...{ sospensioneMaxDays: "giorni di sospensione al massimo", minori: "minorenni" },
  ...{ avvisoDays: "giorni di avviso prima dei 18 anni", etaMinYears: "età minima" },
  ...{ primoDays: "giorni per il primo tentativo", canaliMin: "canali al minimo" },
  ...{ fraTentativiDays: "giorni fra un tentativo e l'altro", assenza: "assenza" },
  ...{ promemoriaDays: "giorni di anticipo del promemoria" },
  ...{ giustificazioneDays: "giorni per giustificarla" },
  ...{ nuovaConvocazioneDays: "giorni per convocare di nuovo" },
  ...{ scadenzaDays: "giorni prima di dirlo a Regione e giovane" },
};

/** A hundred figures in a row are not read: they are told by what they are about, the first of the path. */
export const ARGOMENTI: Readonly<Record<string, string>> = {
  termini: "Termini",
  massimaliFasciaCents: "Quanto può valere una dote",
  misure: "Misure: tariffe e massimi",
  motiviNonPresa: "NON presa in carico",
  rendiconto: "Rendicontazione e pagamento",
  contatti: "Contatti con il giovane",
  presa: "Presa in carico e vita della dote",
};

/** What is named by a code of a measure; elsewhere a number from 1 to 4 is a fascia. */
const DI_MISURA: ReadonlySet<string> = new Set(["misure", "risultati", "etaMinYears"]);

/** "misure.3.tariffaFasciaCents.2" → "3 Accompagnamento al lavoro, tariffa, fascia 2"; what has no words keeps its name. */
export function nomeDi(percorso: string): string {
  const parti = percorso.split(".");
  const parole = parti.map((parte, i) => {
    if (i > 0 && DI_MISURA.has(parti[i - 1] ?? "") && parte in MISURE)
      return `${parte} ${MISURE[parte as CodiceMisura].etichetta}`;
    if (/^[1-4]$/.test(parte)) return `fascia ${parte}`;
    return PAROLE[parte] ?? parte;
  });
  return parole.slice(1).join(", ");
}
