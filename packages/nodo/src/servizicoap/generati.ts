import { servizicoap } from "@staffetta/contracts";
import type { Random } from "@staffetta/platform";

/** Documents made from their description, sound or broken in one place: for fuzzing and for comparing readers. */
export interface Generatore {
  readonly documento: servizicoap.Documento<unknown>;
  readonly xml: string;
}

const VALORI: Readonly<Record<string, readonly string[]>> = {
  CF: ["TSTZRN03D57L219H", "PRVGTR05B49H501O", "MCKNLT99L21D969P", "TSTZRN03D57L219X", "tst", ""],
  CFAzienda: ["12345678901", "TSTZRN03D57L219H", "123"],
  Reg: ["13", "8", "08", "22", "0", ""],
  Stato: ["A", "P", "Z", ""],
  "xs:date": [
    "2025-03-10",
    "2024-02-29Z",
    "2025-03-10+01:00",
    "2025-02-29",
    "2025-04-31",
    "ieri",
    "",
  ],
  DataOOra: ["2025-03-10", "2025-03-10T10:00:00", "2025-03-10T25:00:00", ""],
  IdSap: ["QA10000017T", "0", ""],
  IdSapOr0: ["QA10000017T", "0", "", "X"],
  IdPol: ["1300000001A", "13abcdef01Z", "X"],
  Ente: ["L219C000001", "00000000000", "X"],
  Bel: ["H501", "Z330", "501"],
  Cap: ["00118", "118"],
  Cittadinanza: ["000", "1"],
  Ev: ["01", "15", "16"],
  Prog: ["02", "2"],
  Att: ["A02", "RC1", "a02"],
  Variazione: ["01", "10"],
  Contratto: ["A.02.00", "A02"],
  Ateco: ["62.01.00", "00", "6"],
  LivelloIstruzione: ["20", "2"],
  CorsoStudio: ["20000000", "2"],
  SiNo: ["SI", "NO", "si"],
  Sesso: ["F", "M", "X"],
  Dur: ["O", "G", "Z"],
  IndiceProfiling: ["0.644371661", "2", "0.6443716612", "x", "12345678901"],
  "xs:decimal": ["0.5", "-1", "1.", ".5", "1e3", ""],
  "xs:nonNegativeInteger": ["0", "26", "-1", "1.5", ""],
  S15: ["3330000000", "x".repeat(16)],
  S50: ["ESEMPIALI", "", "x".repeat(51)],
  S100: ["VIA DI PROVA 7", "x".repeat(101)],
  S250: ["descrizione", "x".repeat(251)],
  "xs:string": ["testo", "", "è <&> \u{1f600}"],
};

/** @param guasto chance that a value is taken among all, wrong ones too, instead of being sound */
export function genera(random: Random, guasto: number): Generatore {
  const fra = <T>(list: readonly T[]): T => list[Math.floor(random.float() * list.length)] as T;
  const testo = (nome: string): string => {
    const valori = VALORI[nome] ?? ["testo"];
    return servizicoap.xmlText(random.float() < guasto ? fra(valori) : (valori[0] ?? ""));
  };
  const elemento = (nome: string, tipo: servizicoap.TipoXml): string => {
    if (tipo.genere === "grezzo") return `<${nome}><x>1</x></${nome}>`;
    if (tipo.genere === "semplice") return `<${nome}>${testo(tipo.nome)}</${nome}>`;
    const pezzi = Object.entries(tipo.campi).flatMap(([figlio, campo]) => {
      const volte = { uno: 1, forse: fra([0, 1]), molti: fra([0, 1, 2]) }[campo.volte];
      const quante = random.float() < guasto / 8 ? fra([0, 1, 2]) : volte;
      return Array.from({ length: quante }, () => elemento(figlio, campo.tipo));
    });
    if (pezzi.length > 1 && random.float() < guasto / 8) pezzi.reverse();
    return `<${nome}>${pezzi.join("")}</${nome}>`;
  };
  const documento = fra(servizicoap.DOCUMENTI);
  return { documento, xml: elemento(documento.radice, documento.gruppo as servizicoap.TipoXml) };
}

const PEZZI = [
  "<",
  ">",
  "&",
  "]]>",
  "<![CDATA[",
  "<!--",
  "<!DOCTYPE x>",
  "&lt;",
  "&#0;",
  "\u0000",
  "</",
  "/>",
  '"',
  "\ud800",
  "xmlns=''",
];
/** Characters put in, taken out, doubled: what lines and hands do to a document. */
export function rovina(random: Random, xml: string): string {
  const at = Math.floor(random.float() * xml.length);
  const upTo = Math.min(xml.length, at + Math.floor(random.float() * 20));
  const pezzo = PEZZI[Math.floor(random.float() * PEZZI.length)] ?? "";
  const come = Math.floor(random.float() * 4);
  if (come === 0) return xml.slice(0, at) + pezzo + xml.slice(at);
  if (come === 1) return xml.slice(0, at) + xml.slice(upTo);
  if (come === 2) return xml.slice(0, upTo) + xml.slice(at);
  return xml.slice(0, at);
}
