import {
  CHECK_UTENTE_YG,
  DATI_STATO_GET,
  GIOVANE,
  ID_SAP,
  LISTA_ANOMALIE,
  RISPOSTA_DATA_ADESIONE,
  UTENTE_YG,
  VERIFICA_SAP,
} from "./documenti.ts";
import { LAVORATORE, LISTA_DID } from "./sap.ts";
import type { Campo, Documento, Gruppo, Semplice, TipoXml } from "./schema.ts";

/** The inner documents, one of each root; the three DatiStatoAdesione are one, the widest. */
export const DOCUMENTI: readonly Documento<unknown>[] = [
  UTENTE_YG,
  CHECK_UTENTE_YG,
  DATI_STATO_GET,
  VERIFICA_SAP,
  ID_SAP,
  LAVORATORE,
  LISTA_DID,
  LISTA_ANOMALIE,
  GIOVANE,
  RISPOSTA_DATA_ADESIONE,
];

const MOLTI = ' maxOccurs="unbounded"';

function element(nome: string, { tipo, volte }: Campo): string {
  const min = volte === "uno" ? "" : ' minOccurs="0"';
  const head = `<xs:element name="${nome}"${min}${volte === "molti" ? MOLTI : ""}`;
  if (tipo.genere === "grezzo") return `${head}/>`;
  if (tipo.genere === "semplice") return `${head} type="${tipo.nome}"/>`;
  return `${head}>${complexType(tipo)}</xs:element>`;
}

function complexType({ campi, libero }: Gruppo<unknown>): string {
  const entries = Object.entries(campi);
  const order = libero ? "all" : "sequence";
  const content =
    entries.length === 0
      ? `<xs:any processContents="skip" minOccurs="0"${MOLTI}/>`
      : entries.map(([nome, campo]) => element(nome, campo)).join("");
  return `<xs:complexType><xs:${order}>${content}</xs:${order}></xs:complexType>`;
}

function collect(tipo: TipoXml, into: Map<string, string>): void {
  if (tipo.genere === "grezzo") return;
  if (tipo.genere === "gruppo") {
    for (const { tipo: inner } of Object.values(tipo.campi)) collect(inner, into);
    return;
  }
  const { nome, xsd } = tipo as Semplice<unknown>;
  if (xsd !== null) into.set(nome, xsd);
}

/**
 * The schema of the inner documents (no namespace). It is stricter than the reader in three ways, all
 * written in it: other spellings, missing leading zeros aside, and undescribed sections.
 */
export function xsdInterni(): string {
  const tipi = new Map<string, string>();
  for (const { gruppo } of DOCUMENTI) collect(gruppo as TipoXml, tipi);
  const simple = [...tipi].map(
    ([nome, xsd]) => `<xs:simpleType name="${nome}">${xsd}</xs:simpleType>`,
  );
  const roots = DOCUMENTI.map(
    ({ radice, gruppo }) =>
      `<xs:element name="${radice}">${complexType(gruppo as Gruppo<unknown>)}</xs:element>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="unqualified">',
    "<xs:annotation><xs:documentation>Documenti interni di servizicoap, ricostruiti da materiale pubblico: non è un file ufficiale. In ricezione si accettano anche: CodiceFiscale e codiceFiscale dove la grafia non è certa; date con il fuso; le sezioni non ancora descritte di stranieri, dati amministrativi e allegato, conservate come arrivano.</xs:documentation></xs:annotation>",
    ...simple,
    ...roots,
    "</xs:schema>",
    "",
  ].join("\n");
}
