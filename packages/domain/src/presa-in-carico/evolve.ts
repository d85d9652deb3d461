import { type Dote, doteFinita } from "../dote/dote.ts";
import type { Servizio } from "../dote/servizio.ts";
import { avanzaDote, DOTI_IN_ATTESA, DOTI_VIVE } from "../dote/vita.ts";
import type { TipoErogazione } from "../erogazione/evento.ts";
import type { ServizioId } from "../ids.ts";
import { dopoErogazione } from "../rendicontazione/evolve.ts";
import { dayInRome } from "../time.ts";
import type { Caso, StatoCaso } from "./caso.ts";
import type { EventoCaso } from "./evento.ts";
import { dopoDote, type EventoDote } from "./evolve-dote.ts";
import { conVerifica } from "./verifica.ts";

type EventoDi<T extends EventoCaso["tipo"]> = Extract<EventoCaso, { tipo: T }>;

/** The case after an evento that `decide` or a notizia has produced. Never refuses. */
export function evolveCaso(caso: Caso | null, evento: EventoCaso): Caso {
  if (evento.tipo === "caso-assegnato") return nuovo(evento);
  if (!caso) throw new Error(`un caso non può cominciare con ${evento.tipo}`);
  return { ...caso, ...cambiamento(caso, evento), version: caso.version + 1 };
}

const DA_CAPO = {
  stato: "da-convocare",
  tentativi: 0,
  assenze: [],
  convocatoOn: null,
  colloquioOn: null,
  patto: null,
  dote: null,
  nonPresa: null,
  identita: null,
  requisiti: [],
  profilata: null,
  tutela: null,
  preavviso: null,
  precedenti: [],
} as const;

function nuovo(evento: EventoDi<"caso-assegnato">): Caso {
  const { adesioneId, operatoreId, dataAdesione, at } = evento;
  const chi = { adesioneId, operatoreId, dataAdesione, assegnatoAt: at };
  return { ...chi, ...DA_CAPO, statoAdesione: "A", version: 1 };
}

function cambiamento(
  caso: Caso,
  evento: Exclude<EventoCaso, { tipo: "caso-assegnato" }>,
): Partial<Caso> {
  switch (evento.tipo) {
    case "operatore-cambiato":
      return {
        ...{ ...DA_CAPO, statoAdesione: "A" },
        ...{ operatoreId: evento.operatoreId, assegnatoAt: evento.at },
      };
    case "giovane-contattato":
      return dopoContatto(caso, evento);
    case "assenza-giustificata":
      return { assenze: giustificate(caso, evento) };
    case "patto-firmato":
      return { stato: "patto", patto: evento.patto };
    case "dote-accodata":
      return { stato: "in-coda", dote: evento.dote };
    case "coda-lasciata":
      return { stato: "patto", dote: null };
    case "dote-inviata":
      return { stato: "dote-inviata", dote: evento.dote };
    case "presa-confermata": {
      const dote = conStato(caso, evento.inVerifica ? "in-verifica" : "assegnata");
      return { stato: "confermata", statoAdesione: "P", dote };
    }
    case "presa-rifiutata":
      return { stato: "chiuso", statoAdesione: evento.stato, dote: annullata(caso) };
    case "dote-respinta":
      return { stato: "patto", dote: annullata(caso) };
    case "non-preso-in-carico":
      return { stato: "non-presa", nonPresa: evento.nonPresa, preavviso: null };
    case "adesione-chiusa":
      return dopoChiusura(caso, evento);
    case "stato-aggiornato":
      return { statoAdesione: evento.stato };
    default:
      return dopoVerifica(caso, evento);
  }
}

type EventoPresa = EventoDi<
  | "identita-verificata"
  | "requisiti-verificati"
  | "profilato"
  | "residenza-cambiata"
  | "tutela-registrata"
  | "tutela-avanzata"
  | "preavviso-inviato"
  | "controdeduzioni-ricevute"
  | "preavviso-archiviato"
>;

function dopoVerifica(
  caso: Caso,
  evento: EventoPresa | EventoDote | EventoServizio,
): Partial<Caso> {
  switch (evento.tipo) {
    case "identita-verificata":
      return { identita: evento.verifica };
    case "requisiti-verificati":
      return { requisiti: conVerifica(caso.requisiti, evento.verifica) };
    case "profilato":
      return { profilata: evento.profilata };
    case "residenza-cambiata":
      // The profiling looks at the province: in another one it must be asked again.
      return caso.profilata?.provincia === evento.provincia ? {} : { profilata: null };
    case "tutela-registrata":
      return { tutela: evento.tutela };
    case "tutela-avanzata":
      return { tutela: caso.tutela && { ...caso.tutela, stato: evento.stato } };
    case "preavviso-inviato":
      return { preavviso: evento.preavviso };
    case "controdeduzioni-ricevute": {
      const controdeduzioni = { at: evento.at, testo: evento.testo };
      return { preavviso: caso.preavviso && { ...caso.preavviso, controdeduzioni } };
    }
    case "preavviso-archiviato":
      return { preavviso: null };
    case "servizio-avviato":
    case "servizio-concluso":
    case "servizio-variato":
    case "servizio-rendicontato":
    case "rendicontazione-verificata":
    case "taglio-definitivo":
    case "importo-decurtato":
    case "pagamento-ordinato":
    case "pagamento-stornato":
    case "pagamento-eseguito":
    case "importo-recuperato":
      return dopoServizio(caso, evento);
    default:
      return dopoDote(caso, evento);
  }
}

const PASSI: readonly StatoCaso[] = ["da-convocare", "convocato", "colloquio"];

/** A further contact never takes a case back to an earlier step. */
function avanti(caso: Caso, passo: StatoCaso): StatoCaso {
  const ora = PASSI.indexOf(caso.stato);
  return ora >= 0 && ora < PASSI.indexOf(passo) ? passo : caso.stato;
}

function dopoContatto(caso: Caso, { esito, on }: EventoDi<"giovane-contattato">): Partial<Caso> {
  const tentativi = caso.tentativi + 1;
  if (esito === "convocato" || esito === "raggiunto")
    return { tentativi, stato: avanti(caso, "convocato"), convocatoOn: on };
  if (esito === "colloquio")
    return { tentativi, stato: avanti(caso, "colloquio"), colloquioOn: caso.colloquioOn ?? on };
  if (esito === "mancata-presentazione")
    return { tentativi, assenze: [...caso.assenze, { on, giustificata: null }] };
  return { tentativi };
}

/** The latest of that day. */
function giustificate(
  { assenze }: Caso,
  { on, motivo, at }: EventoDi<"assenza-giustificata">,
): Caso["assenze"] {
  const quale = assenze.findLastIndex((una) => una.on === on);
  return assenze.map((una, i) =>
    i === quale ? { ...una, giustificata: { motivo, on: dayInRome(at) } } : una,
  );
}

const conStato = ({ dote }: Caso, stato: Dote["stato"]): Dote | null => dote && { ...dote, stato };

function annullata(caso: Caso): Dote | null {
  const servizi = caso.dote?.servizi.map(nonErogato) ?? [];
  return caso.dote && { ...caso.dote, stato: "annullata", servizi };
}

const nonErogato = (servizio: Servizio): Servizio => ({ ...servizio, stato: "non-erogato" });

function dopoChiusura(caso: Caso, { stato }: EventoDi<"adesione-chiusa">): Partial<Caso> {
  if (caso.stato === "non-presa") return { statoAdesione: stato };
  const { dote } = caso;
  if (!dote || dote.stato === "in-coda" || DOTI_IN_ATTESA.has(dote.stato))
    return { stato: "chiuso", statoAdesione: stato, dote: annullata(caso) };
  const servizi = dote.servizi.map((s) => (s.stato === "pianificato" ? nonErogato(s) : s));
  // What was over before the news stays as it was: there is still something to report and to pay.
  const chiusa = dote.chiusura === null && DOTI_VIVE.has(dote.stato) ? "decaduta" : dote.stato;
  return { statoAdesione: stato, ...conDote({ ...dote, stato: chiusa, servizi }) };
}

/** A dote of which every service is final has ended, and its case with it. */
function conDote(dote: Dote): Partial<Caso> {
  const dopo = avanzaDote(dote);
  return doteFinita(dopo) ? { stato: "chiuso", dote: dopo } : { dote: dopo };
}

type EventoServizio = EventoDi<"servizio-avviato" | "servizio-concluso" | TipoErogazione>;

function dopoServizio(caso: Caso, evento: EventoServizio): Partial<Caso> {
  if (!caso.dote) throw new Error(`${evento.tipo} senza una dote`);
  const rinunciati: readonly ServizioId[] =
    evento.tipo === "servizio-concluso" ? evento.rinunciati : [];
  const servizi = caso.dote.servizi.map((servizio) => {
    if (servizio.id === evento.servizioId) return conEvento(servizio, evento);
    return rinunciati.includes(servizio.id) ? nonErogato(servizio) : servizio;
  });
  return conDote({ ...caso.dote, servizi });
}

function conEvento(servizio: Servizio, evento: EventoServizio): Servizio {
  switch (evento.tipo) {
    case "servizio-avviato": {
      const { dataInizio, incarico } = evento;
      return { ...servizio, stato: "avviato", dataInizio, ...(incarico ? { incarico } : {}) };
    }
    case "servizio-concluso":
      return { ...servizio, stato: "erogato", dataFine: evento.dataFine, esito: evento.esito };
    default:
      return dopoErogazione(servizio, evento);
  }
}
