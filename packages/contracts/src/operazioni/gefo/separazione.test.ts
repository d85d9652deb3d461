import assert from "node:assert/strict";
import { test } from "node:test";
import { regoleCaso, STATI_CASO, type StatoCaso } from "@staffetta/domain";
import { checkRuolo, type Operazione } from "../../operazione.ts";
import { ammessi, checkTabella, SOGGETTI } from "../fixtures.ts";
import { operazioniGefo } from "./index.ts";

/** Who may do what at Gefo, role by role; then action by action and state by state. */
const ENTE = "sportello legale erogatore";
const TUTTI = `${ENTE} istruttoria controllo monitoraggio revisore`;
const ENTE_E_CHI_LEGGE = `${ENTE} istruttoria controllo revisore`;
/** By hand, from the duties that must stay apart: the desk approves, the controller does not; who signs is the legale. */
const CHI: Readonly<Record<keyof typeof operazioniGefo, string>> = {
  lavoro: ENTE,
  cercaPersona: ENTE,
  codeOperatori: "istruttoria controllo monitoraggio",
  prendiInMano: ENTE,
  lasciaCaso: ENTE,
  assegnaCasi: "sportello legale",
  segnaCasi: "sportello legale",
  esitoInsieme: ENTE,
  salvaFiltro: ENTE,
  eliminaFiltro: ENTE,
  esportaLavoro: ENTE,
  percorsiDaChiudere: "istruttoria controllo revisore",
  chiudiPercorsi: "sportello legale istruttoria",
  caso: ENTE,
  mieLetture: "giovane",
  registraContatto: "sportello",
  giustificaAssenza: "sportello",
  agenda: ENTE,
  turniLiberi: ENTE,
  appuntamentoIcs: ENTE,
  fissaAppuntamento: "sportello",
  spostaAppuntamento: "sportello",
  annullaAppuntamento: "sportello",
  registraPresenza: "sportello",
  mettiInAttesa: "sportello",
  convocaCasi: "sportello",
  chiudiSede: "sportello legale",
  mieiAppuntamenti: "giovane",
  fissaDaMe: "giovane",
  spostaDaMe: "giovane",
  annullaDaMe: "giovane",
  mioAppuntamentoIcs: "giovane",
  posta: ENTE,
  lettera: ENTE,
  preferenzeNotifiche: "sportello",
  registraRimbalzo: "sistema",
  fascicolo: "sportello legale istruttoria controllo revisore",
  verificaIdentita: "sportello",
  verificaRequisiti: "sportello",
  registraTutela: "sportello",
  confermaMaggiorenne: "sportello",
  cambiaResidenza: "sportello",
  profila: "sportello",
  proponiClasse: "istruttoria",
  confermaClasse: "istruttoria controllo",
  firmaPatto: "sportello",
  nonPrendereInCarico: "sportello",
  registraControdeduzioni: "sportello",
  archiviaPreavviso: "sportello istruttoria",
  documento: "giovane sportello legale istruttoria controllo revisore",
  piano: "sportello legale",
  calcolaPiano: "sportello legale",
  salvaPiano: "sportello",
  inviaDote: "legale",
  lasciaCoda: "legale",
  rinunciaDote: "sportello legale",
  sospendiDote: "legale",
  riprendiDote: "legale",
  avviaDecadenza: "legale istruttoria",
  decidiDecadenza: "istruttoria",
  ammettiDote: "istruttoria",
  nonAmmettereDote: "istruttoria",
  revocaDote: "istruttoria",
  assegnaOperatore: "istruttoria",
  istruttoria: "istruttoria controllo revisore",
  avviaServizio: "sportello erogatore",
  variaServizio: "sportello erogatore",
  concludiServizio: "sportello erogatore",
  registro: "sportello legale erogatore istruttoria controllo",
  serviziAffidati: "sportello erogatore",
  salvaSettimana: "sportello erogatore",
  firmaRegistro: "sportello erogatore",
  riapriRegistro: "sportello erogatore",
  importaRegistro: "sportello erogatore",
  importaComunicazione: "sistema",
  rendiconta: "legale",
  rendicontazioniServizio: ENTE,
  rendicontazioni: "istruttoria",
  rendicontazione: "istruttoria controllo revisore",
  verificaRendicontazione: "istruttoria",
  ibanOperatore: TUTTI,
  salvaIban: "legale",
  pagabili: ENTE,
  presentaRichiesta: "legale",
  richiestePagamento: ENTE_E_CHI_LEGGE,
  richiestaPagamento: ENTE_E_CHI_LEGGE,
  approvaRichiesta: "istruttoria",
  respingiRichiesta: "istruttoria",
  estraiCampione: "controllo",
  estrazioni: TUTTI,
  estrazione: TUTTI,
  registraControllo: "controllo",
  ordinaPagamento: "istruttoria",
  ordiniCsv: "istruttoria controllo revisore",
  registraPagamento: "istruttoria sistema",
  correggiIbanRichiesta: "legale",
  recuperaImporto: "controllo",
  nonPagate: TUTTI,
  indennitaServizio: ENTE,
  dichiaraPresenza: "sportello erogatore",
  indennita: "istruttoria controllo revisore",
  inviaIndennita: "istruttoria",
  indennitaCsv: "istruttoria",
  registraIndennita: "istruttoria sistema",
  operatori: "sportello legale erogatore istruttoria controllo monitoraggio revisore sistema",
  operatore: TUTTI,
  salvaOperatore: "legale istruttoria",
  firmaAttoAdesione: "legale",
  cambiaAccreditamento: "istruttoria",
  ridaiScelta: "istruttoria",
  chiudiPerFermo: "istruttoria",
  caricaAllegato: ENTE,
  allegati: ENTE_E_CHI_LEGGE,
  scaricaAllegato: ENTE_E_CHI_LEGGE,
  creaAvviso: "istruttoria",
  anteprimaChiusura: "istruttoria monitoraggio",
  chiudiAvviso: "istruttoria",
  avvisi: TUTTI,
  regole: TUTTI,
  anteprimaRegole: "istruttoria monitoraggio",
  salvaRegole: "istruttoria",
  bilancio: TUTTI,
  bilancioCsv: TUTTI,
  stanzia: "istruttoria",
  apriLinea: "istruttoria",
  spostaDenaro: "istruttoria",
  flussi: "istruttoria controllo monitoraggio sistema",
  riprovaMessaggio: "istruttoria",
  pausaPartner: "istruttoria",
  collegamento: "istruttoria controllo monitoraggio",
  diagnosi: "istruttoria",
  esaminaVoucher: "istruttoria",
  revocaChiave: "istruttoria",
};

test("ogni operazione è aperta a chi dice la tabella e a nessun altro: una nuova, senza decisione, non passa", () => {
  checkTabella(operazioniGefo, CHI);
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
          CHI[azione as keyof typeof CHI].split(" ").includes(chi) && stati.includes(stato);
        assert.equal(aperta, attesa, `${chi} ${azione} ${stato}`);
        combinazioni++;
      }
  assert.equal(
    combinazioni,
    Object.keys(PASSI).length * Object.keys(SOGGETTI).length * Object.keys(STATI_CASO).length,
  );
});
