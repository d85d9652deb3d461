import type { SchedaAdesione } from "@staffetta/contracts";
import type { EsitoContatto, StatoAdesione } from "@staffetta/domain";
import type { EventoRow, FattoRow } from "../store.ts";

/** The history of an adesione in the words of the person it concerns. */
export type PassoLetto = SchedaAdesione["passi"][number];
type Parole = Readonly<{ titolo: string; testo: string }>;

const STATI: Readonly<Record<StatoAdesione, Parole>> = {
  A: {
    titolo: "La tua adesione è di nuovo attiva",
    testo: "Puoi scegliere un operatore e riprendere il percorso.",
  },
  P: {
    titolo: "L'operatore ti ha preso in carico",
    testo: "Hai firmato il patto e la tua dote è stata inviata. Aspettiamo la conferma nazionale.",
  },
  T: {
    titolo: "È iniziata la tua prima attività",
    testo: "Il percorso previsto dal patto è partito.",
  },
  F: { titolo: "Hai finito il percorso", testo: "Tutte le attività previste sono concluse." },
  C: {
    titolo: "L'adesione è stata cancellata",
    testo:
      "Mancava uno dei requisiti del programma. Se pensi che sia un errore, scrivi alla Regione.",
  },
  D: { titolo: "Hai annullato l'adesione", testo: "Puoi farne un'altra quando vuoi." },
  U: {
    titolo: "L'adesione è stata chiusa",
    testo: "Non ti sei presentato ai colloqui. Se vuoi riprovare puoi fare una nuova adesione.",
  },
  N: {
    titolo: "Ti segue un'altra regione",
    testo:
      "Un'altra regione ti ha preso in carico: il percorso continua lì, qui l'adesione si chiude.",
  },
  X: {
    titolo: "L'adesione è stata chiusa",
    testo: "Il patto non è stato firmato. Se vuoi riprovare puoi fare una nuova adesione.",
  },
  R: {
    titolo: "Il percorso si è interrotto",
    testo: "Hai lasciato un'attività prima della fine. Puoi fare una nuova adesione.",
  },
};

const RETTIFICA: Parole = {
  titolo: "La presa in carico non è valida",
  testo: "Un'altra regione ti aveva preso in carico prima.",
};

const CONTATTI: Readonly<Record<EsitoContatto, Parole>> = {
  convocato: { titolo: "L'operatore ti ha convocato", testo: "Rispondi per fissare il colloquio." },
  raggiunto: { titolo: "Hai parlato con l'operatore", testo: "Il prossimo passo è il colloquio." },
  "nessuna-risposta": {
    titolo: "L'operatore ti ha cercato",
    testo: "Non ha avuto risposta: controlla i tuoi recapiti, o chiamalo tu.",
  },
  colloquio: { titolo: "Hai fatto il colloquio", testo: "Il prossimo passo è firmare il patto." },
  "mancata-presentazione": {
    titolo: "Non ti sei presentato al colloquio",
    testo: "Chiama l'operatore per fissarne un altro: dopo più assenze l'adesione si chiude.",
  },
};

const RINUNCIATO: Parole = {
  titolo: "L'operatore non è riuscito a trovarti",
  testo: "Controlla i tuoi recapiti e scegli di nuovo un operatore, anche lo stesso.",
};
const FERMATO: Parole = {
  titolo: "La Regione ha fermato il tuo operatore",
  testo: "Non dipende da te e non perdi niente: scegli un altro operatore.",
};

function wordsOf({ tipo, da, a, motivo }: EventoRow, nomeOperatore: string): Parole {
  switch (tipo) {
    case "adesione-registrata":
      return { titolo: "Adesione registrata", testo: "Il portale ha ricevuto la tua adesione." };
    case "operatore-scelto":
      return {
        titolo: "Hai scelto l'operatore",
        testo: nomeOperatore === "" ? "Ora tocca a lui chiamarti." : `Ti segue ${nomeOperatore}.`,
      };
    case "operatore-rinunciato":
      return motivo === "operatore-fermato" ? FERMATO : RINUNCIATO;
    case "presa-confermata":
      return {
        titolo: "Presa in carico confermata",
        testo: "Il registro nazionale ha confermato: le attività possono cominciare.",
      };
    default:
      return da === "P" && a === "A" ? RETTIFICA : STATI[a as StatoAdesione];
  }
}

/** Newest first. */
export function passiDi(
  eventi: readonly EventoRow[],
  fatti: readonly FattoRow[],
  nomeOperatore: string,
): PassoLetto[] {
  const cambi = eventi.map((evento) => ({
    at: evento.at as never,
    ordine: evento.version,
    ...wordsOf(evento, nomeOperatore),
  }));
  const contatti = fatti.flatMap(({ fatto, notoAt, ordine }) =>
    fatto.tipo === "contatto"
      ? [{ at: notoAt as never, ordine: ordine + 0.5, ...CONTATTI[fatto.esito] }]
      : [],
  );
  return [...cambi, ...contatti]
    .sort((x, y) => y.ordine - x.ordine || (x.at < y.at ? 1 : -1))
    .map(({ ordine: _, ...passo }) => passo);
}
