import { type FonteDid, motivoDid, statoDid } from "./did.ts";
import { type CodiceEnte, ENTE_NAZIONALE } from "./identificativi.ts";
import { DID, type PoliticaSap, PRESA_IN_CARICO } from "./politica.ts";
import type { EventoSap, Sap } from "./sap.ts";

/** MotivoNotifica. Codes 03–06 and 13 were never seen. @source WIRE §5.6 */
export const MOTIVI_NOTIFICA = {
  "01": "SAP annullata",
  "02": "titolarità persa",
  "07": "SAP aggiornata da una comunicazione obbligatoria",
  "08": "DID in linea inserita",
  "09": "DID in linea annullata",
  "10": "DID confermata",
  "11": "DID revocata",
  "12": "DID sospesa",
  "14": "DID inserita con riserva",
  "15": "DID inserita dalla NASpI",
  "16": "presa in carico per trasferimento",
  "17": "presa in carico chiusa per trasferimento",
} as const;
export type MotivoNotifica = keyof typeof MOTIVI_NOTIFICA;

export interface NotificaSap {
  readonly motivo: MotivoNotifica;
  readonly ente: CodiceEnte;
}

/**
 * Who must hear of what has happened to a SAP. The body that caused it knows already.
 * @param causa the body that sent the message; null = the Ministry itself
 */
export function notificheDi(
  prima: Sap | null,
  eventi: readonly EventoSap[],
  causa: CodiceEnte | null,
  fonte: FonteDid = "O",
): readonly NotificaSap[] {
  if (prima === null) return [];
  const titolare = eventi.reduce<CodiceEnte>(
    (now, evento) => (evento.tipo === "titolare-cambiato" ? evento.a : now),
    prima.titolare,
  );
  return eventi
    .flatMap((evento) => notificheDiUno(prima, evento, titolare, fonte))
    .filter(({ ente }) => ente !== causa && ente !== ENTE_NAZIONALE);
}

function notificheDiUno(
  prima: Sap,
  evento: EventoSap,
  titolare: CodiceEnte,
  fonte: FonteDid,
): readonly NotificaSap[] {
  switch (evento.tipo) {
    case "sap-chiusa":
      return [{ motivo: "01", ente: titolare }];
    case "titolare-cambiato": {
      const aperta = prima.politiche.some(
        (una) => una.tipoAttivita === PRESA_IN_CARICO && una.ultimoEvento?.evento !== "03",
      );
      const notizie: NotificaSap[] = [
        { motivo: "02", ente: evento.da },
        { motivo: "16", ente: evento.a },
      ];
      return aperta ? [...notizie, { motivo: "17", ente: evento.da }] : notizie;
    }
    case "politica-aggiunta":
    case "politica-aggiornata":
      return diDid(prima, evento.politica, titolare, fonte);
    default:
      return [];
  }
}

function diDid(
  prima: Sap,
  dopo: PoliticaSap,
  ente: CodiceEnte,
  fonte: FonteDid,
): readonly NotificaSap[] {
  if (dopo.tipoAttivita !== DID) return [];
  const nota = prima.politiche.find(({ identificativo: id }) => id === dopo.identificativo);
  if (nota !== undefined && statoDid(nota) === statoDid(dopo)) return [];
  return [{ motivo: motivoDid(statoDid(dopo), fonte) as MotivoNotifica, ente }];
}
