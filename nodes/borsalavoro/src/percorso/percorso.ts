import type { PercorsoGiovane } from "@staffetta/contracts";
import type { Adesione, Fascia, StatoDote, StatoIndennita } from "@staffetta/domain";
import { toElenco } from "../operatori/operatori.ts";
import type { Stores } from "../store.ts";
import type { PercorsoRow } from "./tabelle.ts";

/** The same facts in the words of the person they concern. */

const CLASSI: Readonly<Record<Fascia, string>> = {
  1: "Ti serve poco aiuto: puoi muoverti quasi da solo.",
  2: "Ti serve un aiuto medio, per un periodo breve.",
  3: "Ti serve un aiuto forte, per un periodo più lungo.",
  4: "Ti serve l'aiuto più forte che il programma prevede.",
};

const DOTI: Readonly<Record<StatoDote, string>> = {
  "in-coda": "La domanda di dote aspetta che ci sia denaro: ha un numero e parte da sola.",
  inviata: "Il tuo operatore ha inviato la domanda di dote. Aspettiamo la conferma nazionale.",
  "in-verifica": "La Regione sta verificando la domanda di dote.",
  "non-ammessa": "La Regione non ha ammesso la domanda: il tuo operatore può inviarne un'altra.",
  assegnata: "La dote è tua: le attività possono cominciare.",
  avviata: "Le attività della tua dote sono in corso.",
  sospesa: "La dote è sospesa: riprenderà dal punto in cui si è fermata.",
  conclusa: "Le attività della tua dote sono finite.",
  rendicontata: "Le attività sono finite e l'operatore le ha rendicontate.",
  "in-liquidazione": "Le attività sono finite; la Regione sta pagando l'operatore.",
  liquidata: "Le attività sono finite e pagate.",
  rinunciata: "Hai rinunciato alla dote.",
  decaduta: "Hai perso la dote. Nel fascicolo trovi il motivo: lo puoi chiedere al tuo operatore.",
  revocata: "La Regione ha revocato la dote.",
  annullata: "La domanda di dote è stata annullata.",
};

const CONTESTARE =
  "Se un dato è sbagliato dillo al tuo operatore: si corregge e la classe si chiede di nuovo. Se non sei d'accordo con la classe puoi scrivere alla Regione e chiedere che la guardi una persona.";

function classeDi({ profilazione }: PercorsoRow): PercorsoGiovane["classe"] {
  if (profilazione === null) return null;
  const { classe, metodo, simulata, validoDal, input } = profilazione;
  const spiegazione = CLASSI[classe];
  return { classe, metodo, simulata, validoDal, input, spiegazione, contestare: CONTESTARE };
}

const PER_CAMBIO =
  "La Regione ha chiuso la dote con l'operatore di prima: ne avrai una con un altro operatore.";

function paroleDote({ stato, numeroInCoda, perCambio }: NonNullable<PercorsoRow["dote"]>): string {
  if (perCambio === true) return PER_CAMBIO;
  if (stato === "in-coda" && numeroInCoda !== undefined)
    return `La tua domanda di dote ha il numero ${numeroInCoda} nella coda: il denaro adesso non basta per tutti. Parte da sola quando tocca a lei, e te lo scriviamo. Non devi fare niente.`;
  return DOTI[stato];
}

function doteDi({ dote }: PercorsoRow): PercorsoGiovane["dote"] {
  if (dote === null) return null;
  const { protocollo, scadeOn, valoreCents } = dote;
  return { protocollo, parole: paroleDote(dote), scadeOn, valoreCents };
}

/** Until the giovane has chosen, and as long as the one proposed may be chosen. */
async function propostaDi(
  { operatori }: Pick<Stores, "operatori">,
  { stato, operatoreId }: Adesione,
  { proposta }: PercorsoRow,
): Promise<PercorsoGiovane["proposta"]> {
  if (proposta === null || stato !== "A" || operatoreId !== null) return null;
  const proposto = await operatori.get(proposta.operatoreId);
  return proposto?.attivo ? toElenco(proposto) : null;
}

const preavvisoDi = ({ preavviso }: PercorsoRow): PercorsoGiovane["preavviso"] =>
  preavviso?.aperto
    ? { tipo: preavviso.tipo, motivo: preavviso.motivo, entro: preavviso.entro }
    : null;

const INDENNITE: Readonly<Record<StatoIndennita, string>> = {
  dichiarata: "L'operatore ha comunicato la tua presenza. La Regione la manda a chi paga.",
  "non-dovuta": "Non ti spetta: in questo mese la tua presenza è stata sotto il minimo.",
  inviata: "La Regione ha mandato la richiesta a chi paga. Aspetta il pagamento.",
  pagata: "Pagata",
  respinta: "Chi paga non l'ha accettata. La Regione la manda di nuovo.",
};
const giorno = (data: string): string => data.split("-").reverse().join("/");

const indennitaDi = ({ indennita }: PercorsoRow): PercorsoGiovane["indennita"] =>
  indennita.map(({ mese, stato, importoCents, pagataOn, motivo }) => {
    const quando = pagataOn === null ? "" : ` il ${giorno(pagataOn)}.`;
    const perche = motivo === null ? "" : ` Motivo: ${motivo}.`;
    return { mese, importoCents, parole: `${INDENNITE[stato]}${quando}${perche}` };
  });

export async function percorsoDi(
  stores: Pick<Stores, "percorsi" | "operatori">,
  adesione: Adesione,
): Promise<PercorsoGiovane | null> {
  const riga = await stores.percorsi.get(adesione.id);
  if (riga === null) return null;
  return {
    ...{ classe: classeDi(riga), dote: doteDi(riga), preavviso: preavvisoDi(riga) },
    proposta: await propostaDi(stores, adesione, riga),
    indennita: indennitaDi(riga),
    documenti: [...riga.documenti].reverse(),
  };
}
