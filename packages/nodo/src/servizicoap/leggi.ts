import { servizicoap } from "@staffetta/contracts";
import { readXml, type XmlLimits } from "@staffetta/platform";

/** A SAP with a long life is some hundred kilobytes; an inner document is never more than this. */
const LIMITI: XmlLimits = {
  charsMax: 2_000_000,
  depthMax: 16,
  nodesMax: 50_000,
  attributesMax: 16,
};

/** An inner document from its text: bounded reading, then the description of its shape. */
export function leggiDocumento<T>(
  documento: servizicoap.Documento<T>,
  testo: string,
  giorno: servizicoap.Giorno,
): servizicoap.Decodificato<T> {
  const letto = readXml(testo, LIMITI);
  if (letto.ok) return servizicoap.decodifica(documento, letto.root, testo, giorno);
  const { message } = letto;
  const { S001 } = servizicoap.CODICI_ANOMALIA;
  return { ok: false, anomalie: [servizicoap.anomalia("S001", `${S001}: ${message}`)] };
}
