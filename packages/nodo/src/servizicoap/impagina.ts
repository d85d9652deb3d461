import { decodeXmlBytes, readXml, type XmlElement } from "@staffetta/platform";

const TESTO_MAX = 200_000;

/** XML for reading: one element a line, documents inside a text opened too. What is not XML stays as it is. */
export function impagina(bytes: Uint8Array): string {
  const testo = decodeXmlBytes(bytes) ?? Buffer.from(bytes).toString("latin1");
  const letto = readXml(testo);
  return letto.ok
    ? righe(letto.root, "").join("\n").slice(0, TESTO_MAX)
    : testo.slice(0, TESTO_MAX);
}

function righe(
  { name, attributes, children, text }: XmlElement,
  margine: string,
): readonly string[] {
  const con = attributes.map((one) => ` ${one.name}="${one.value}"`).join("");
  const dentro = text.trim();
  const interno = dentro.startsWith("<") ? readXml(dentro) : null;
  const figli = interno?.ok ? [interno.root] : children;
  if (figli.length === 0) {
    const vuoto = dentro === "";
    return [`${margine}<${name}${con}${vuoto ? "/>" : `>${dentro}</${name}>`}`];
  }
  const piu = `${margine}  `;
  return [
    `${margine}<${name}${con}>`,
    ...figli.flatMap((figlio) => righe(figlio, piu)),
    `${margine}</${name}>`,
  ];
}
