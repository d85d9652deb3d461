import assert from "node:assert/strict";
import { test } from "node:test";
import { regoleCaso, STATI_CASO, type StatoCaso } from "@staffetta/domain";
import { checkRuolo, type Operazione } from "../../operazione.ts";
import type { Soggetto } from "../../soggetto.ts";
import { operazioniGefo } from "./index.ts";

/** Who may do what at Gefo, role by role; then action by action and state by state. */
const regione = { id: "prova", nome: "Prova", regione: "10" as never };
const ente = { id: "prova", nome: "Prova", operatoreId: "OP-0001" as never };
const SOGGETTI: Readonly<Record<string, Soggetto>> = {
  anonimo: { ruolo: "anonimo" },
  giovane: { ruolo: "giovane", nome: "Prova", identita: {} as never },
  sportello: { ruolo: "addetto", ...ente, funzioni: ["sportello"] },
  legale: { ruolo: "addetto", ...ente, funzioni: ["legale"] },
  erogatore: { ruolo: "addetto", ...ente, funzioni: ["erogatore"] },
  istruttoria: { ruolo: "regione", ...regione, funzione: "istruttoria" },
  controllo: { ruolo: "regione", ...regione, funzione: "controllo" },
  monitoraggio: { ruolo: "regione", ...regione, funzione: "monitoraggio" },
  revisore: {
    ruolo: "revisore",
    ...regione,
    dal: "2014-01-01" as never,
    al: "2014-12-31" as never,
  },
  ministero: { ruolo: "ministero", nome: "Prova" },
};
const ammessi = (op: Operazione): string[] =>
  Object.keys(SOGGETTI).filter((chi) => checkRuolo(op, SOGGETTI[chi] as Soggetto) === null);

const TUTTI = "sportello legale erogatore istruttoria controllo monitoraggio revisore";
/** By hand, from the duties that must stay apart: the desk approves, the controller does not; who signs is the legale. */
const CHI: Readonly<Partial<Record<keyof typeof operazioniGefo, string>>> = {
  registraContatto: "sportello",
  giustificaAssenza: "sportello",
  mieLetture: "giovane",
  mieiAppuntamenti: "giovane",
  fissaDaMe: "giovane",
  spostaDaMe: "giovane",
  annullaDaMe: "giovane",
  mioAppuntamentoIcs: "giovane",
  firmaPatto: "sportello",
  nonPrendereInCarico: "sportello",
  inviaDote: "legale",
  lasciaCoda: "legale",
  bilancio: TUTTI,
  stanzia: "istruttoria",
  apriLinea: "istruttoria",
  spostaDenaro: "istruttoria",
  operatore: TUTTI,
  salvaOperatore: "legale istruttoria",
  firmaAttoAdesione: "legale",
  cambiaAccreditamento: "istruttoria",
  ridaiScelta: "istruttoria",
  chiudiPerFermo: "istruttoria",
  percorsiDaChiudere: "istruttoria controllo revisore",
  chiudiPercorsi: "sportello legale istruttoria",
  regole: TUTTI,
  anteprimaRegole: "istruttoria monitoraggio",
  salvaRegole: "istruttoria",
  creaAvviso: "istruttoria",
  anteprimaChiusura: "istruttoria monitoraggio",
  chiudiAvviso: "istruttoria",
  registro: "sportello legale erogatore istruttoria controllo",
  serviziAffidati: "sportello erogatore",
  salvaSettimana: "sportello erogatore",
  verificaRendicontazione: "istruttoria",
  rendicontazione: "istruttoria controllo revisore",
  allegati: "sportello legale erogatore istruttoria controllo revisore",
  scaricaAllegato: "sportello legale erogatore istruttoria controllo revisore",
  ibanOperatore: TUTTI,
  salvaIban: "legale",
  pagabili: "sportello legale erogatore",
  presentaRichiesta: "legale",
  correggiIbanRichiesta: "legale",
  richiestePagamento: "sportello legale erogatore istruttoria controllo revisore",
  richiestaPagamento: "sportello legale erogatore istruttoria controllo revisore",
  approvaRichiesta: "istruttoria",
  respingiRichiesta: "istruttoria",
  ordinaPagamento: "istruttoria",
  ordiniCsv: "istruttoria controllo revisore",
  registraPagamento: "istruttoria",
  estraiCampione: "controllo",
  registraControllo: "controllo",
  recuperaImporto: "controllo",
  estrazioni: TUTTI,
  estrazione: TUTTI,
  nonPagate: TUTTI,
  indennitaServizio: "sportello legale erogatore",
  dichiaraPresenza: "sportello erogatore",
  indennita: "istruttoria controllo revisore",
  inviaIndennita: "istruttoria",
  indennitaCsv: "istruttoria",
  registraIndennita: "istruttoria",
};

test("ogni operazione della tabella è aperta a chi dice la tabella, e a nessun altro", () => {
  for (const [nome, chi] of Object.entries(CHI)) {
    const op = operazioniGefo[nome as keyof typeof operazioniGefo];
    assert.deepEqual(ammessi(op), chi.split(" "), nome);
  }
});

test("qualunque operazione, anche nuova, tiene separati i compiti", () => {
  for (const [nome, op] of Object.entries(operazioniGefo) as [string, Operazione][]) {
    const loro = ammessi(op);
    const scrive = op.metodo === "POST";
    assert.ok(!loro.includes("anonimo"), `${nome}: a chi non è entrato`);
    if (scrive) assert.ok(!loro.includes("revisore"), `${nome}: un revisore scrive`);
  }
  for (const approva of ["verificaRendicontazione", "spostaDenaro", "salvaRegole"] as const)
    assert.ok(!ammessi(operazioniGefo[approva]).includes("controllo"), approva);
  for (const controlla of ["estraiCampione", "registraControllo", "recuperaImporto"] as const)
    assert.ok(!ammessi(operazioniGefo[controlla]).includes("istruttoria"), controlla);
});

/** Each action on a case, with who may and in which states: every combination of the three. */
const PASSI: Readonly<Record<string, readonly StatoCaso[]>> = {
  registraContatto: ["da-convocare", "convocato", "colloquio", "patto"],
  giustificaAssenza: ["convocato", "colloquio", "patto"],
  firmaPatto: ["colloquio"],
  inviaDote: ["patto"],
  lasciaCoda: ["in-coda"],
  nonPrendereInCarico: ["da-convocare", "convocato", "colloquio", "patto"],
  ridaiScelta: ["da-convocare", "convocato", "colloquio", "patto", "in-coda"],
};

test("ruolo per azione per stato: si può solo quando lo dicono tutti e due, chi sei e a che punto è il caso", () => {
  let combinazioni = 0;
  for (const [azione, stati] of Object.entries(PASSI))
    for (const [chi, soggetto] of Object.entries(SOGGETTI))
      for (const stato of Object.keys(STATI_CASO) as StatoCaso[]) {
        const op = operazioniGefo[azione as keyof typeof operazioniGefo];
        const passo = regoleCaso.checkPasso({ stato } as never, azione as "inviaDote");
        const aperta = checkRuolo(op, soggetto) === null && passo.ok;
        const attesa =
          (CHI[azione as keyof typeof CHI] ?? "").split(" ").includes(chi) && stati.includes(stato);
        assert.equal(aperta, attesa, `${chi} ${azione} ${stato}`);
        combinazioni++;
      }
  assert.equal(
    combinazioni,
    Object.keys(PASSI).length * Object.keys(SOGGETTI).length * Object.keys(STATI_CASO).length,
  );
});
