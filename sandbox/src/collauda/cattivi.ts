import { servizicoap } from "@staffetta/contracts";
import { NS_SOAP } from "@staffetta/cooperation";
import { type Caso, chiamata, fault } from "./caso.ts";

const SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
const RIDE = Array.from(
  { length: 12 },
  (_, i) => `<!ENTITY r${i + 1} "&r${i};&r${i};&r${i};&r${i};">`,
).join("");
const MEGABYTE = 1024 * 1024;

/** Bad input that is the same for every role: each has its answer, none may be processed. */
export function cattivi(operazione: string, parametro: string, documento: string): readonly Caso[] {
  const buona = chiamata(operazione, [parametro, documento]);
  const caso = (nome: string, corpo: string | Uint8Array, verifica: Caso["verifica"]): Caso => ({
    ...{ operazione, nome, corpo, verifica },
  });
  return [
    caso(
      "una busta SOAP 1.2 è rifiutata",
      buona.replace(NS_SOAP, SOAP_12),
      fault("VersionMismatch", 415),
    ),
    caso(
      "uno spazio dei nomi sbagliato è rifiutato",
      buona.replace(servizicoap.NS_TYPES, servizicoap.NS_SERVIZICOAP),
      fault("Client"),
    ),
    caso(
      "un'operazione che non c'è è rifiutata",
      buona.replaceAll(operazione, "cancellaTutto"),
      fault("Client"),
    ),
    caso(
      "due operazioni in un messaggio sono rifiutate",
      buona.replace(/(<typ:.*)(<\/soapenv:Body>)/, "$1$1$2"),
      fault("Client"),
    ),
    caso(
      "un messaggio tagliato a metà è rifiutato",
      buona.slice(0, buona.length / 2),
      fault("Client", 400),
    ),
    caso("un messaggio vuoto è rifiutato", "", fault("Client", 400)),
    caso("quello che non è XML è rifiutato", "ciao", fault("Client", 400)),
    caso(
      "una DTD è rifiutata senza leggerla",
      buona.replace("?>", `?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`),
      fault("Client", 400),
    ),
    caso(
      "un miliardo di risate è rifiutato subito",
      buona
        .replace("?>", `?><!DOCTYPE x [<!ENTITY r0 "ah">${RIDE}]>`)
        .replace("<![CDATA[", "&r12;<![CDATA["),
      fault("Client", 400),
    ),
    caso(
      "un'intestazione obbligatoria che non si conosce è rifiutata",
      buona.replace(
        "<soapenv:Body>",
        `<soapenv:Header><x:y xmlns:x="urn:x" soapenv:mustUnderstand="1"/></soapenv:Header><soapenv:Body>`,
      ),
      fault("MustUnderstand"),
    ),
    caso(
      "byte che non sono testo sono rifiutati",
      Buffer.concat([Buffer.from(buona.slice(0, -20)), Buffer.from([0xff, 0xfe, 0x00])]),
      fault("Client", 400),
    ),
    caso(
      "un messaggio enorme è rifiutato",
      buona.replace("<![CDATA[", `<![CDATA[${"<!-- -->".repeat(MEGABYTE)}`),
      fault("Client", 413),
    ),
    {
      ...caso("credenziali sbagliate non entrano", buona, ({ stato }) =>
        stato === 401 ? null : `HTTP ${stato}`,
      ),
      credenziali: "sbagliate",
    },
    {
      ...caso("senza credenziali non si entra", buona, ({ stato }) =>
        stato === 401 ? null : `HTTP ${stato}`,
      ),
      credenziali: "nessuna",
    },
  ];
}
