import type { Campo, Documento, Gruppo, TipoXml } from "./schema.ts";
import { xmlText } from "./testo.ts";

/** The document in its canonical order, without declaration: as the portals write it. */
export function codifica<T>({ radice, gruppo }: Documento<T>, valore: T): string {
  return elemento(radice, gruppo as TipoXml, valore);
}

function elemento(nome: string, tipo: TipoXml, valore: unknown): string {
  if (tipo.genere === "grezzo") return String(valore);
  const dentro =
    tipo.genere === "gruppo"
      ? contenuto(tipo, valore as Record<string, unknown>)
      : xmlText(tipo.scrivi(valore));
  return dentro === "" ? `<${nome}/>` : `<${nome}>${dentro}</${nome}>`;
}

function contenuto(gruppo: Gruppo<unknown>, valori: Readonly<Record<string, unknown>>): string {
  let out = "";
  for (const [nome, campo] of Object.entries(gruppo.campi))
    out += campoXml(nome, campo, valori[nome]);
  // What nobody has described comes last, as it came.
  if (gruppo.aperto) out += (valori["altro"] as readonly string[]).join("");
  return out;
}

function campoXml(nome: string, { tipo, volte }: Campo, valore: unknown): string {
  if (volte === "molti")
    return (valore as readonly unknown[]).map((uno) => elemento(nome, tipo, uno)).join("");
  if (valore === null || valore === undefined) {
    if (volte === "uno") throw new Error(`Manca ${nome}, che è obbligatorio`);
    return "";
  }
  return elemento(nome, tipo, valore);
}
