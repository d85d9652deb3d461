import assert from "node:assert/strict";
import { test } from "node:test";
import { operazioniBorsaLavoro } from "./borsalavoro.ts";
import { operazioniCliclavoro } from "./cliclavoro.ts";
import { ammessi, checkTabella } from "./fixtures.ts";
import { operazioniGefo } from "./gefo/index.ts";
import { operazioniMinistero } from "./ministero.ts";

/** Who may do what at the nodes that are not Gefo: at the Region the desk acts, the others read. */
const REGIONE = "istruttoria controllo monitoraggio";
const BORSA_LAVORO: Readonly<Record<keyof typeof operazioniBorsaLavoro, string>> = {
  aderisci: "giovane",
  importa: "sistema",
  mieAdesioni: "giovane",
  operatori:
    "anonimo giovane sportello legale erogatore istruttoria controllo monitoraggio sistema",
  aggiornaRecapiti: "giovane",
  correggiPersona: "istruttoria",
  scegliOperatore: "giovane",
  annulla: "giovane",
  registro: "istruttoria controllo",
  trovaPersona: "istruttoria controllo",
  scheda: "istruttoria controllo",
  chiudi: "istruttoria",
  ripristina: "istruttoria",
  compiti: "istruttoria controllo",
  chiudiCompito: "istruttoria",
  cifre: "istruttoria controllo monitoraggio sistema",
  inviaCifre: "istruttoria sistema",
  ricalcolaCifre: "istruttoria monitoraggio ministero sistema",
  flussi: "istruttoria controllo monitoraggio sistema",
  riprovaMessaggio: "istruttoria",
  pausaPartner: "istruttoria",
  collegamento: REGIONE,
  diagnosi: "istruttoria",
  esaminaVoucher: "istruttoria",
  revocaChiave: "istruttoria",
  scambi: "istruttoria controllo",
  apriScambio: "istruttoria controllo",
  notificheFallite: "istruttoria controllo",
  riprovaNotifica: "istruttoria",
  chiudiNotifica: "istruttoria",
  datiSap: "istruttoria controllo",
  completaDatiSap: "istruttoria",
  adesioniInAttesa: "istruttoria controllo",
  completaAdesione: "istruttoria",
  scartaAdesione: "istruttoria",
};

/** The desk of the flows, where the Ministry answers. */
const BANCO = {
  flussi: "ministero sistema",
  riprovaMessaggio: "ministero",
  pausaPartner: "ministero",
  collegamento: "ministero",
  diagnosi: "ministero",
  esaminaVoucher: "ministero",
  revocaChiave: "ministero",
  scambi: "ministero",
  apriScambio: "ministero",
} as const;

const CLICLAVORO: Readonly<Record<keyof typeof operazioniCliclavoro, string>> = {
  ...BANCO,
  regioni: "anonimo giovane ministero sistema",
  aderisci: "giovane",
  mieAdesioni: "giovane",
  chiediAnnullamento: "giovane",
  registroNazionale: "ministero",
};

const CHIUNQUE = `anonimo giovane sportello legale erogatore ${REGIONE} ministero sistema`;
const MINISTERO: Readonly<Record<keyof typeof operazioniMinistero, string>> = {
  ...BANCO,
  cifre: CHIUNQUE,
  storico: CHIUNQUE,
  trovaPersona: "ministero",
  persona: "ministero",
  sapPersona: "ministero",
  differenzeSap: "ministero",
  annullaSap: "ministero",
  segnalazioniSap: "ministero",
  codici: "istruttoria controllo monitoraggio ministero sistema",
  importaCodici: "sistema",
  importaPassiva: "sistema",
  importaPassive: "sistema",
};

test("Borsa Lavoro: ogni operazione è aperta a chi dice la tabella, e a nessun altro", () => {
  checkTabella(operazioniBorsaLavoro, BORSA_LAVORO);
});

test("Cliclavoro: ogni operazione è aperta a chi dice la tabella, e a nessun altro", () => {
  checkTabella(operazioniCliclavoro, CLICLAVORO);
});

test("Ministero: ogni operazione è aperta a chi dice la tabella, e a nessun altro", () => {
  checkTabella(operazioniMinistero, MINISTERO);
});

test("chi controlla, chi guarda le cifre e chi revisiona non comanda i flussi, su nessun nodo", () => {
  const nodi = [operazioniGefo, operazioniBorsaLavoro, operazioniCliclavoro, operazioniMinistero];
  const comandi = ["revocaChiave", "pausaPartner", "riprovaMessaggio", "diagnosi"] as const;
  for (const nodo of nodi)
    for (const comando of comandi)
      for (const chi of ["controllo", "monitoraggio", "revisore", "sistema"])
        assert.ok(!ammessi(nodo[comando]).includes(chi), `${chi} ${comando}`);
});
