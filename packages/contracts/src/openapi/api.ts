import type { Operazioni } from "../operazione.ts";
import { operazioniBorsaLavoro } from "../operazioni/borsalavoro.ts";
import { operazioniCliclavoro } from "../operazioni/cliclavoro.ts";
import { operazioniGefo } from "../operazioni/gefo/index.ts";
import { operazioniMinistero } from "../operazioni/ministero.ts";
import { type DescrizioneApi, type Rotta, rotteDi } from "./documento.ts";

const BASE = "/api/v1";
const COMUNE =
  "Ogni rifiuto è un problema leggibile (RFC 9457) con la causa e che cosa fare. Nessun codice fiscale compare in un indirizzo.";

const api = (nome: string, titolo: string, sommario: string, apiId: string): DescrizioneApi => ({
  ...{ nome, titolo, sommario, apiId, versione: "1.0.0", base: BASE },
  descrizione: `${sommario}. ${COMUNE}`,
});

export interface ApiDelNodo {
  readonly descrizione: DescrizioneApi;
  readonly operazioni: Operazioni;
  readonly rotte: readonly Rotta[];
}

const withRotte = (descrizione: DescrizioneApi, operazioni: Operazioni): ApiDelNodo => ({
  ...{ descrizione, operazioni, rotte: rotteDi(operazioni) },
});

/** The REST API of each kind of node. */
export const API: readonly ApiDelNodo[] = [
  withRotte(
    api(
      "borsalavoro",
      "Borsa Lavoro",
      "Le adesioni di una regione: registro, compiti, cifre e flussi",
      "0b0c2f0e-6f0e-4a51-9d5e-2f6d1f8c7a10",
    ),
    operazioniBorsaLavoro,
  ),
  withRotte(
    api(
      "cliclavoro",
      "Cliclavoro",
      "Il portale e il registro nazionale delle adesioni",
      "3d1a7c64-52b9-4f0c-8f5e-9b1e60c4d211",
    ),
    operazioniCliclavoro,
  ),
  withRotte(
    api(
      "gefo",
      "Gefo",
      "I casi degli operatori: contatti, patto, dote, servizi, rendicontazione",
      "6e4b90d3-17c8-4b76-a0f1-5c2d83e9f312",
    ),
    operazioniGefo,
  ),
  withRotte(
    api(
      "ministero",
      "Ministero",
      "Le cifre di ogni giorno e la Banca dati delle politiche attive e passive",
      "9f72d5a8-84e1-4c3b-b6d4-7a0e15b2c413",
    ),
    operazioniMinistero,
  ),
];

/** By the name of a node: "borsalavoro-10" is a Borsa Lavoro. */
export function apiDelNodo(nodo: string): ApiDelNodo {
  const found = API.find(
    ({ descrizione: { nome } }) => nodo === nome || nodo.startsWith(`${nome}-`),
  );
  if (found === undefined) throw new Error(`Nessuna API per il nodo ${nodo}`);
  return found;
}
