import type { SchedaAdesione } from "@staffetta/contracts";
import { attesaDi, type StatoAdesione } from "@staffetta/domain";
import { type Contesto, oggi } from "./contesto.ts";
import type { AdesioneRow, EventoRow } from "./store.ts";

type Parole = Readonly<{ titolo: string; testo: string }>;

const STATI: Readonly<Record<StatoAdesione, Parole>> = {
  A: { titolo: "L'adesione è di nuovo attiva", testo: "La Regione l'ha riaperta." },
  P: {
    titolo: "Presa in carico confermata",
    testo: "L'operatore ti segue ufficialmente: le attività possono cominciare.",
  },
  T: {
    titolo: "È iniziata la tua prima attività",
    testo: "Il percorso previsto dal patto è partito.",
  },
  F: { titolo: "Hai finito il percorso", testo: "Tutte le attività previste sono concluse." },
  C: { titolo: "L'adesione è stata cancellata", testo: "Mancava uno dei requisiti del programma." },
  D: {
    titolo: "Adesione annullata",
    testo: "L'hai annullata tu. Puoi farne un'altra quando vuoi.",
  },
  U: { titolo: "L'adesione è stata chiusa", testo: "Non ti sei presentato ai colloqui." },
  N: {
    titolo: "Ti segue un'altra regione",
    testo: "Il percorso continua nella regione che è arrivata prima.",
  },
  X: { titolo: "L'adesione è stata chiusa", testo: "Il patto di servizio non è stato firmato." },
  R: { titolo: "Il percorso si è interrotto", testo: "Hai lasciato un'attività prima della fine." },
};

const RESPINTA: Parole = {
  titolo: "La Regione non ha accolto l'adesione",
  testo: "Di solito succede quando ce n'è già una aperta nella stessa regione.",
};

function wordsOf(evento: EventoRow, { consegna, operatore }: AdesioneRow): Parole {
  if (evento.tipo === "registrata")
    return {
      titolo: "Adesione registrata",
      testo: "L'abbiamo passata alla Regione che hai scelto.",
    };
  if (evento.tipo === "operatore")
    return {
      titolo: "Hai scelto l'operatore",
      testo: `Ti segue ${operatore?.denominazione ?? ""}.`,
    };
  return evento.a === "C" && consegna === "respinta" ? RESPINTA : STATI[evento.a];
}

const OPEN = { ammessa: true, perche: null } as const;

function annullaAzione({ stato, annullamento }: AdesioneRow): SchedaAdesione["puoAnnullare"] {
  if (stato !== "A")
    return { ammessa: false, perche: "Si può annullare solo prima della presa in carico." };
  if (annullamento === "chiesto")
    return { ammessa: false, perche: "L'hai già chiesto: la Regione sta per rispondere." };
  return OPEN;
}

export function schedaDi(
  ctx: Contesto,
  adesione: AdesioneRow,
  eventi: readonly EventoRow[],
): SchedaAdesione {
  const { id: adesioneId, regione, canale, stato, operatore, annullamento } = adesione;
  const dataAdesione = adesione.dataAdesione as SchedaAdesione["dataAdesione"];
  const perAttesa = { ...adesione, dataAdesione, operatoreId: operatore?.id ?? null };
  return {
    ...{ adesioneId, regione, canale, dataAdesione, stato, annullamento },
    inConferma: false,
    operatore: operatore === null ? null : { ...operatore, attesaMedianaDays: null },
    attesa: attesaDi(
      { ...perAttesa, giovaneId: "" as never, statoAt: "" as never, inConferma: false },
      { contattato: false, dataPatto: null },
      ctx.regole,
      oggi(ctx),
    ),
    puoAnnullare: annullaAzione(adesione),
    puoScegliereOperatore: {
      ammessa: false,
      perche: "L'operatore si sceglie sul portale della Regione.",
    },
    passi: eventi
      .toSorted((a, b) => b.version - a.version)
      .map((evento) => ({ at: evento.at as never, ...wordsOf(evento, adesione) })),
  };
}
