import type { Cifre, MonitoraggioGiornalieroV1 } from "@staffetta/contracts";
import { MISURE, STATI_ADESIONE } from "@staffetta/domain";
import { giorno, type Html, html, istante, numero, plurale } from "../parti/html.ts";
import { coppie } from "../parti/tavola.ts";

type Voce = readonly [string, string];
const voce = (nome: string, quante: number): Voce => [nome, numero(quante)];

const cifra = (titolo: string, quante: number, unita: string, parti: readonly Voce[]): Html =>
  html`<section class="scheda"><h3>${titolo}</h3>
    <span class="cifra">${numero(quante)}</span><p class="unita">${unita}</p>
    ${coppie(parti, "numeri")}</section>`;

const perNome = (
  counts: Readonly<Record<string, number>>,
  nome: (chiave: string) => string,
): Voce[] => Object.entries(counts).map(([chiave, n]) => voce(nome(chiave), n));

/** The five figures of the deck, each with its unit and its parts. */
export const cinqueCifre = (cifre: Cifre): Html => {
  const { adesioniCanaleRegionale: d1, giovaniContattati: d2, presiInCarico: d3 } = cifre;
  const { nonPresiInCarico: d4, politicheAttivate: d5 } = cifre;
  return html`<div class="griglia">
    ${cifra("Adesioni dal canale regionale", d1.adesioni, "adesioni", [
      voce("persone", d1.persone),
      voce("al netto delle chiuse", d1.alNetto),
      voce("nel giorno", d1.nelGiorno),
    ])}
    ${cifra("Giovani contattati", d2.convocati, "persone convocate", [
      voce("hanno risposto", d2.raggiunti),
      voce("hanno fatto il colloquio", d2.colloquiati),
      voce("con un operatore scelto", d2.conOperatore),
    ])}
    ${cifra("Presi in carico", d3.persone, "persone", [
      voce("al netto delle chiuse", d3.alNetto),
      ...perNome(d3.perFascia, (fascia) => `fascia ${fascia}`),
    ])}
    ${cifra("NON presi in carico", d4.totale, "persone", [
      voce("senza operatore", d4.senzaOperatore),
      voce("in attesa, nei termini", d4.inAttesaEntroTermine),
      voce("in attesa oltre il termine", d4.inAttesaOltreTermine),
      voce("colloquio senza patto", d4.colloquioSenzaPatto),
      ...perNome(d4.chiusiSenzaPresa, (stato) => STATI_ADESIONE[stato as "C"] ?? stato),
    ])}
    ${cifra("Politiche attive avviate", d5.politiche, "politiche", [
      voce("persone", d5.persone),
      ...perNome(d5.perMisura, (misura) => MISURE[misura as "5"]?.etichetta ?? misura),
    ])}
  </div>`;
};

/** What makes a figure believable: of which day, known when, how complete, and its fingerprint. */
export const cartaIdentita = (una: MonitoraggioGiornalieroV1): Html => {
  const { inAttesa, inQuarantena, rifiutati, ultimoFattoAt } = una.completezza;
  return coppie([
    ["Giorno", `fino al ${giorno(una.giorno)} compreso`],
    ["Come noto", `il ${istante(una.notoAt)}`],
    ["Edizione", String(una.edizione)],
    [
      "Completezza",
      inAttesa + inQuarantena + rifiutati === 0
        ? "tutti i messaggi arrivati sono stati contati"
        : `${plurale(inAttesa, "messaggio in attesa", "messaggi in attesa")}, ${inQuarantena} in quarantena, ${rifiutati} rifiutati`,
    ],
    ["Ultimo fatto arrivato", ultimoFattoAt === null ? "nessuno" : istante(ultimoFattoAt)],
    ["Definizioni", una.definizioni],
    ["Impronta SHA-256", html`<code class="minuto">${una.sha256}</code>`],
  ]);
};
