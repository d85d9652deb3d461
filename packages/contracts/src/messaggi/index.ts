import type { z } from "zod";
import {
  AdesioneAltroveV1,
  AdesioneV1,
  CambioStatoV1,
  PersonaAggiornataV1,
  PresaInCaricoAltroveV1,
  RichiestaAnnullamentoV1,
  RinunciaOperatoreV1,
  SceltaOperatoreV1,
  StatoAdesioneV1,
} from "./adesione.ts";
import {
  AdesioneOperatoreV1,
  ContattoV1,
  NonPresaInCaricoV1,
  NotiziaAdesioneV1,
  OperatoreV1,
  PoliticaAvviataV1,
  PoliticaErogataV1,
  PresaInCaricoV1,
} from "./gefo.ts";
import {
  AdesioneRegistrataV1,
  MonitoraggioGiornalieroV1,
  NotificaSapV1,
  PoliticaV1,
  PresaInCaricoConfermataV1,
} from "./ministero.ts";

import {
  DocumentoV1,
  DoteChiusaV1,
  DoteV1,
  IndennitaV1,
  OperatoreAssegnatoV1,
  PercorsoConclusoV1,
  PreavvisoV1,
  ProfilazioneV1,
  PropostaOperatoreV1,
} from "./percorso.ts";

export * from "./adesione.ts";
export * from "./gefo.ts";
export * from "./ministero.ts";

/** Every message that crosses a border, by its `tipo`. The comment tells sender → receiver. */
export const MESSAGGI = {
  /** borsalavoro ⇄ cliclavoro */
  "adesione.v1": AdesioneV1,
  /** borsalavoro → cliclavoro, borsalavoro → ministero */
  "stato-adesione.v1": StatoAdesioneV1,
  /** borsalavoro → cliclavoro */
  "scelta-operatore.v1": SceltaOperatoreV1,
  /** borsalavoro → cliclavoro */
  "rinuncia-operatore.v1": RinunciaOperatoreV1,
  /** borsalavoro → cliclavoro, borsalavoro → gefo */
  "persona-aggiornata.v1": PersonaAggiornataV1,
  /** cliclavoro → borsalavoro */
  "richiesta-annullamento.v1": RichiestaAnnullamentoV1,
  /** cliclavoro → borsalavoro */
  "presa-in-carico-altrove.v1": PresaInCaricoAltroveV1,
  /** cliclavoro → borsalavoro */
  "cambio-stato.v1": CambioStatoV1,
  /** cliclavoro → borsalavoro */
  "adesione-altrove.v1": AdesioneAltroveV1,
  /** borsalavoro → gefo */
  "adesione-operatore.v1": AdesioneOperatoreV1,
  /** borsalavoro → gefo */
  "notizia-adesione.v1": NotiziaAdesioneV1,
  /** gefo → borsalavoro */
  "operatore.v1": OperatoreV1,
  /** gefo → borsalavoro */
  "contatto.v1": ContattoV1,
  /** gefo → borsalavoro */
  "presa-in-carico.v1": PresaInCaricoV1,
  /** gefo → borsalavoro */
  "non-presa-in-carico.v1": NonPresaInCaricoV1,
  /** gefo → borsalavoro */
  "politica-avviata.v1": PoliticaAvviataV1,
  /** gefo → borsalavoro */
  "politica-erogata.v1": PoliticaErogataV1,
  /** gefo → borsalavoro */
  "profilazione.v1": ProfilazioneV1,
  /** gefo → borsalavoro */
  "dote.v1": DoteV1,
  /** gefo → borsalavoro */
  "documento.v1": DocumentoV1,
  /** gefo → borsalavoro */
  "preavviso.v1": PreavvisoV1,
  /** gefo → borsalavoro */
  "indennita.v1": IndennitaV1,
  /** gefo → borsalavoro */
  "dote-chiusa.v1": DoteChiusaV1,
  /** gefo → borsalavoro */
  "proposta-operatore.v1": PropostaOperatoreV1,
  /** gefo → borsalavoro */
  "percorso-concluso.v1": PercorsoConclusoV1,
  /** gefo → borsalavoro */
  "operatore-assegnato.v1": OperatoreAssegnatoV1,
  /** borsalavoro → ministero */
  "adesione-registrata.v1": AdesioneRegistrataV1,
  /** borsalavoro → ministero */
  "presa-in-carico-confermata.v1": PresaInCaricoConfermataV1,
  /** borsalavoro → ministero */
  "politica.v1": PoliticaV1,
  /** borsalavoro → ministero */
  "monitoraggio-giornaliero.v1": MonitoraggioGiornalieroV1,
  /** ministero → borsalavoro */
  "notifica-sap.v1": NotificaSapV1,
} as const;

export type TipoMessaggio = keyof typeof MESSAGGI;
export type Corpo<T extends TipoMessaggio> = z.infer<(typeof MESSAGGI)[T]>;

/** Bodies that hold a codice fiscale: encrypted at rest on both sides. */
export const RISERVATI: ReadonlySet<TipoMessaggio> = new Set<TipoMessaggio>([
  "adesione.v1",
  "adesione-operatore.v1",
  "adesione-registrata.v1",
  "persona-aggiornata.v1",
]);
