import type { z } from "zod";
import type { DescrizioneApi, Rotta } from "../openapi/documento.ts";
import * as m from "./messaggi.ts";

export const BASE_SPDCI = "/spdci/v1";

/** What can be asked, at once (`sync`) or with the answer at the caller's own address. */
export const AZIONI_SPDCI = {
  search: {
    percorso: "search",
    richiamo: "on-search",
    sommario: "Cerca una persona per identificativo",
    richiesta: m.SearchRequest,
    risposta: m.SearchResponse,
  },
  "check-enrollment": {
    percorso: "check-enrollment",
    richiamo: "on-check-enrollment",
    sommario: "Se una persona è iscritta al programma",
    richiesta: m.EnrolledRequest,
    risposta: m.EnrolledResponse,
  },
  subscribe: {
    percorso: "subscribe",
    richiamo: "on-subscribe",
    sommario: "Chiede di sapere i cambiamenti di una persona",
    richiesta: m.SubscribeRequest,
    risposta: m.SubscribeResponse,
  },
  unsubscribe: {
    percorso: "unsubscribe",
    richiamo: "on-unsubscribe",
    sommario: "Non vuole più sapere i cambiamenti",
    richiesta: m.UnsubscribeRequest,
    risposta: m.UnsubscribeResponse,
  },
  "txn-status": {
    percorso: "txn/status",
    richiamo: "txn/on-status",
    sommario: "Che ne è stato di una richiesta",
    richiesta: m.TxnStatusRequest,
    risposta: m.TxnStatusResponse,
  },
} as const;
export type AzioneSpdci = keyof typeof AZIONI_SPDCI;

const rotta = (
  id: string,
  percorso: string,
  sommario: string,
  io: Readonly<{ ingresso: z.ZodType; uscita: z.ZodType }>,
): Rotta => ({
  ...{ id, sommario, percorso: `/registry/${percorso}`, metodo: "POST", ...io },
  descrizione: "Busta firmata SPDCI 1.0: header, message, signature. Serve uno scopo concordato.",
  ...{ pubblica: true, differibile: false, modulo: false, file: false, errori: [400, 401, 403] },
});

export const ROTTE_SPDCI: readonly Rotta[] = Object.entries(AZIONI_SPDCI).flatMap(
  ([nome, { percorso, sommario, richiesta, risposta }]) => [
    rotta(`spdci-sync-${nome}`, `sync/${percorso}`, `${sommario}, risposta subito`, {
      ...{ ingresso: m.busta(richiesta), uscita: m.busta(risposta) },
    }),
    rotta(`spdci-${nome}`, percorso, `${sommario}, risposta al proprio indirizzo`, {
      ...{ ingresso: m.busta(richiesta), uscita: m.AckResponse },
    }),
  ],
);

export const DESCRIZIONE_SPDCI: DescrizioneApi = {
  nome: "spdci",
  titolo: "SPDCI Employment, versione 1",
  sommario: "Iscrizioni e partecipazioni per i sistemi di protezione sociale",
  descrizione:
    "La terza faccia della Banca dati: SPDCI 1.0, Employment Services e Social Protection, sugli stessi fatti. Si cerca una persona per volta, con uno scopo concordato; ogni lettura è annotata.",
  apiId: "c4a8e2d1-7b36-4f59-91c0-3e8d5a6f7b14",
  versione: "1.0.0",
  base: BASE_SPDCI,
};
