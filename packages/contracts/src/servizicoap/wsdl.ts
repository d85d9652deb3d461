import {
  descrizioneDi,
  NOMI_OPERAZIONI,
  type NomeOperazione,
  NS_SERVIZICOAP,
  NS_TYPES,
  type TipoRisposta,
} from "./operazioni.ts";

const TIPI: Readonly<Record<TipoRisposta, string>> = {
  testo: "xs:string",
  esito: "tns:Esito_Type",
  "esito-x001": "tns:EsitoSAP_Type",
  lettera: "tns:Stato_Type",
  data: "tns:Data_Type",
  istante: "tns:Istante_Type",
  lista: "tns:stringList",
};

/** An empty element stands for "nothing": a date that is not there is an empty string. */
const SEMPLICI = [
  '<xs:simpleType name="Vuoto"><xs:restriction base="xs:string"><xs:length value="0"/></xs:restriction></xs:simpleType>',
  '<xs:simpleType name="Esito_Type"><xs:restriction base="xs:string"><xs:enumeration value="OK"/><xs:enumeration value="KO"/></xs:restriction></xs:simpleType>',
  '<xs:simpleType name="EsitoSAP_Type"><xs:restriction base="xs:string"><xs:enumeration value="OK"/><xs:enumeration value="KO"/><xs:enumeration value="X001"/></xs:restriction></xs:simpleType>',
  '<xs:simpleType name="Stato_Type"><xs:restriction base="xs:string"><xs:maxLength value="1"/></xs:restriction></xs:simpleType>',
  '<xs:simpleType name="Data_Type"><xs:union memberTypes="xs:date tns:Vuoto"/></xs:simpleType>',
  '<xs:simpleType name="Istante_Type"><xs:union memberTypes="xs:dateTime tns:Vuoto"/></xs:simpleType>',
  '<xs:simpleType name="stringList"><xs:list itemType="xs:string"/></xs:simpleType>',
];

const sequence = (nome: string, elementi: readonly (readonly [string, string])[]): string =>
  `<xs:complexType name="${nome}"><xs:sequence>${elementi
    .map(([campo, tipo]) => `<xs:element name="${campo}" type="${tipo}"/>`)
    .join("")}</xs:sequence></xs:complexType>`;

function tipiDi(nome: NomeOperazione): string[] {
  const { richiesta, risposta, alias } = descrizioneDi(nome);
  const radici = [nome, ...(alias === undefined ? [] : [alias])];
  const campiRisposta = Object.entries(risposta).map(
    ([campo, tipo]) => [campo, TIPI[tipo]] as const,
  );
  return [
    sequence(
      `richiesta_${nome}_Type`,
      Object.keys(richiesta).map((campo) => [campo, "xs:string"] as const),
    ),
    sequence(`risposta_${nome}_Type`, campiRisposta),
    ...radici.flatMap((radice) => [
      `<xs:element name="${radice}" type="tns:richiesta_${nome}_Type"/>`,
      `<xs:element name="risposta_${radice}" type="tns:risposta_${nome}_Type"/>`,
    ]),
  ];
}

/** The outer schema: requests and answers, qualified. */
export const xsdEsterno = (operazioni: readonly NomeOperazione[] = NOMI_OPERAZIONI): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="${NS_TYPES}" targetNamespace="${NS_TYPES}" elementFormDefault="qualified">`,
    "<xs:annotation><xs:documentation>Richieste e risposte di servizicoap. I documenti dentro i parametri sono descritti in ?xsd=interni.xsd.</xs:documentation></xs:annotation>",
    ...SEMPLICI,
    ...operazioni.flatMap(tipiDi),
    "</xs:schema>",
    "",
  ].join("\n");

const messages = (nome: NomeOperazione): string =>
  `<wsdl:message name="richiesta_${nome}_Msg"><wsdl:part name="parameters" element="typ:${nome}"/></wsdl:message>` +
  `<wsdl:message name="risposta_${nome}_Msg"><wsdl:part name="parameters" element="typ:risposta_${nome}"/></wsdl:message>`;

const portOperation = (nome: NomeOperazione): string =>
  `<wsdl:operation name="${nome}"><wsdl:input message="tns:richiesta_${nome}_Msg"/><wsdl:output message="tns:risposta_${nome}_Msg"/></wsdl:operation>`;

const boundOperation = (nome: NomeOperazione): string =>
  `<wsdl:operation name="${nome}"><soap:operation soapAction="" style="document"/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>`;

const attributo = (testo: string): string =>
  testo.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** @param indirizzo where this service answers */
export const wsdl = (
  indirizzo: string,
  operazioni: readonly NomeOperazione[] = NOMI_OPERAZIONI,
): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:tns="${NS_SERVIZICOAP}" xmlns:typ="${NS_TYPES}" targetNamespace="${NS_SERVIZICOAP}" name="servizicoapWSService">`,
    `<wsdl:types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="${NS_TYPES}" schemaLocation="${attributo(indirizzo)}?xsd=servizicoap.xsd"/></xs:schema></wsdl:types>`,
    ...operazioni.map(messages),
    '<wsdl:portType name="servizicoapWS">',
    ...operazioni.map(portOperation),
    "</wsdl:portType>",
    '<wsdl:binding name="servizicoapWSSoapBinding" type="tns:servizicoapWS">',
    '<soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>',
    ...operazioni.map(boundOperation),
    "</wsdl:binding>",
    '<wsdl:service name="servizicoapWSService">',
    `<wsdl:port name="servizicoapWS" binding="tns:servizicoapWSSoapBinding"><soap:address location="${attributo(indirizzo)}"/></wsdl:port>`,
    "</wsdl:service>",
    "</wsdl:definitions>",
    "",
  ].join("\n");
