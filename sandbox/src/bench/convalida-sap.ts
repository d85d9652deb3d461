import { servizicoap } from "@staffetta/contracts";
import {
  type Catalogo,
  type ContestoSap,
  codiciUsati,
  creaCatalogo,
  dayInRome,
  type Instant,
  LISTE,
  nuovoIdPolitica,
  nuovoIdSap,
  REGOLE_SAP,
  riceviSap,
  segnalaIgnoti,
} from "@staffetta/domain";
import { leggiDocumento } from "@staffetta/nodo";
import { decodeXmlBytes } from "@staffetta/platform";

/** What the node does to a SAP before it touches its store. */
export interface Convalida {
  /** Bytes to the document of the contract. */
  schema(bytes: Uint8Array): servizicoap.Decodificato<servizicoap.Lavoratore>;
  /** The whole way: document, rules, code lists. */
  tutta(bytes: Uint8Array): "accolta" | "rifiutata";
}

const NESSUNA = { perId: null, perCodiceFiscale: null };

function contesto(at: Instant): ContestoSap {
  let numero = 0;
  return {
    at,
    regole: REGOLE_SAP,
    nuovoIdSap: () => nuovoIdSap("QA", ++numero % 100_000_000),
    nuovoIdPolitica: (idSap) => (politica) => {
      const { ente, tipoAttivita, dataProposta } = politica;
      const di = { regione: "08", numero: ++numero, idSap, ente, tipoAttivita, dataProposta };
      return nuovoIdPolitica(di);
    },
  };
}

export function createConvalida(at: Instant): Convalida {
  const catalogo: Catalogo = creaCatalogo(LISTE);
  const giorno = dayInRome(at);
  const ctx = contesto(at);
  const schema = (bytes: Uint8Array): servizicoap.Decodificato<servizicoap.Lavoratore> => {
    const testo = decodeXmlBytes(bytes);
    if (testo !== null) return leggiDocumento(servizicoap.LAVORATORE, testo, { oggi: giorno });
    return { ok: false, anomalie: [servizicoap.anomalia("S001")] };
  };
  return {
    schema,
    tutta: (bytes) => {
      const letto = schema(bytes);
      if (!letto.ok) return "rifiutata";
      const invio = servizicoap.inInvio(letto.valore);
      if (!invio.ok) return "rifiutata";
      segnalaIgnoti(codiciUsati(invio.valore.sezioni, invio.valore.politiche), catalogo, giorno);
      return riceviSap(NESSUNA, invio.valore, ctx).ok ? "accolta" : "rifiutata";
    },
  };
}
