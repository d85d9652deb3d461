// Generato dal documento OpenAPI: non si modifica a mano (npm run documenti).
import { chiama, type OpzioniCliente, type RispostaCliente } from "../base.ts";

export type AllarmeInQuadro = { readonly at: string; readonly partner: string; readonly codice: string; readonly dettaglio: string; };
export type AnnullaSapRichiesta = { readonly id: string; };
export type ApriScambioRichiesta = { readonly id: string; readonly scopo: string; };
export type ApriScambioRisposta = { readonly scambio: { readonly id: string; readonly at: string; readonly verso: "entrata" | "uscita"; readonly operazione: string; readonly controparte: string; readonly regione: string; readonly stato: number; readonly esito: string; readonly codici: readonly string[]; readonly durataMs: number; readonly richiestaBytes: number; }; readonly richiesta: { readonly impaginata: string; readonly grezza: string; }; readonly risposta: { readonly impaginata: string; readonly grezza: string; }; readonly letture: readonly { readonly at: string; readonly chi: string; readonly scopo: string; }[]; };
export type Cifre = { readonly adesioniCanaleRegionale: { readonly adesioni: number; readonly persone: number; readonly alNetto: number; readonly nelGiorno: number; }; readonly giovaniContattati: { readonly convocati: number; readonly raggiunti: number; readonly colloquiati: number; readonly conOperatore: number; }; readonly presiInCarico: { readonly persone: number; readonly alNetto: number; readonly perFascia: Readonly<Record<string, number>>; }; readonly nonPresiInCarico: { readonly senzaOperatore: number; readonly inAttesaEntroTermine: number; readonly inAttesaOltreTermine: number; readonly colloquioSenzaPatto: number; readonly chiusiSenzaPresa: Readonly<Record<string, number>>; readonly totale: number; }; readonly politicheAttivate: { readonly politiche: number; readonly persone: number; readonly perMisura: Readonly<Record<string, number>>; }; };
export type CifreRisposta = { readonly giorno: string | null; readonly giorni: readonly string[]; readonly regioni: readonly ({ readonly regione: string; readonly nome: string; readonly snapshot: MonitoraggioGiornaliero | null; readonly ricevutoAt: string | null; readonly edizioni: number; readonly riscontro: { readonly presiInCarico: number; readonly politiche: number; }; })[]; };
export type CodiciRisposta = { readonly liste: readonly { readonly id: string; readonly nome: string; readonly voci: number; readonly daVerificare: number; }[]; readonly scelta: { readonly id: string; readonly nome: string; readonly voci: readonly ({ readonly codice: string; readonly descrizione: string; readonly dal: string | null; readonly al: string | null; readonly verificato: boolean; readonly prova: string; })[]; } | null; };
export type CollegamentoRisposta = { readonly nodo: string; readonly kid: string; readonly aud: readonly string[]; readonly partner: readonly { readonly nome: string; readonly indirizzo: string; }[]; readonly sistemi: readonly ({ readonly nome: string; readonly fiducia: "pdnd" | "diretta"; readonly ruolo: string; readonly operazioni: readonly string[]; readonly modalita: readonly string[]; })[]; readonly revocate: readonly { readonly kid: string; readonly at: string; readonly motivo: string; readonly chi: string; }[]; readonly richiami: readonly ({ readonly id: string; readonly destinatario: string; readonly accodatoAt: string; readonly stato: "da consegnare" | "consegnato" | "rinunciato"; readonly tentativi: number; readonly errore: string; })[]; };
export type CorsiaInQuadro = { readonly partner: string; readonly verso: "uscita" | "entrata"; readonly corsia: number; readonly arretrato: number; readonly ultimoProgressivo: number; readonly piuVecchioAt: string | null; readonly ultimaRicevutaAt: string | null; readonly testa: string; readonly stato: string; readonly prossimoTentativoAt: string | null; };
export type DiagnosiRichiesta = { readonly partner: string; };
export type DiagnosiRisposta = { readonly partner: string; readonly at: string; readonly salti: readonly ({ readonly nome: "dns" | "connessione" | "token" | "finalita" | "contratto" | "eco" | "storia"; readonly titolo: string; readonly esito: "verde" | "rosso" | "non-provato" | "non-serve"; readonly causa: string; readonly prossimoPasso: string; readonly millis: number; })[]; };
export type DifferenzeSapRisposta = { readonly id: string; readonly da: { readonly versione: number; readonly at: string; readonly ente: string | null; readonly canale: "soap" | "modi" | "nodo"; readonly variazione: string; }; readonly a: { readonly versione: number; readonly at: string; readonly ente: string | null; readonly canale: "soap" | "modi" | "nodo"; readonly variazione: string; }; readonly parti: readonly ({ readonly titolo: string; readonly differenze: readonly ({ readonly percorso: string; readonly prima: string | null; readonly dopo: string | null; })[]; })[]; };
export type Errore = { readonly campo: string; readonly messaggio: string; };
export type EsaminaVoucherRichiesta = { readonly voucher: string; readonly prova?: string; readonly metodo?: string; readonly indirizzo?: string; readonly traccia?: string; };
export type EsaminaVoucherRisposta = { readonly righe: readonly { readonly dove: string; readonly bene: boolean; readonly testo: string; readonly rimedio: string; }[]; };
export type Fatto = { readonly fatto: true; };
export type FermoInQuadro = { readonly id: string; readonly partner: string; readonly tipo: string; readonly corsia: number; readonly progressivo: number; readonly at: string; readonly tentativi: number; readonly errore: string; readonly stato: "in ritentativo" | "in quarantena" | "in coda"; readonly prossimoTentativoAt: string | null; };
export type ImportaCodiciRichiesta = { readonly lista: string; readonly codice: string; readonly descrizione: string; readonly dal: string | null; readonly al: string | null; };
export type ImportaCodiciRisposta = { readonly esito: "aggiunta" | "aggiornata" | "uguale"; };
export type ImportaPassivaRichiesta = { readonly codiceFiscale: string; readonly tipo: string; readonly ente: string; readonly dal: string; readonly al: string | null; readonly importoCents: number | null; readonly fonte: string; };
export type ImportaPassivaRisposta = { readonly esito: "aggiunta" | "aggiornata" | "uguale"; };
export type ImportaPassiveRichiesta = { readonly righe: readonly Readonly<Record<string, unknown>>[]; };
export type ImportaPassiveRisposta = { readonly esiti: readonly ({ readonly riga: number; readonly esito: "aggiunta" | "aggiornata" | "uguale" | "rifiutata"; readonly motivo: string; })[]; };
export type MonitoraggioGiornaliero = { readonly regione: string; readonly giorno: string; readonly notoAt: string; readonly edizione: number; readonly definizioni: string; readonly cifre: Cifre; readonly completezza: { readonly inAttesa: number; readonly inQuarantena: number; readonly rifiutati: number; readonly ultimoFattoAt: string | null; }; readonly sha256: string; };
export type PausaPartnerRichiesta = { readonly partner: string; readonly inPausa: string | boolean; };
export type PersonaRisposta = { readonly personaId: string; readonly sesso: "F" | "M"; readonly dataNascita: string; readonly adesioni: readonly ({ readonly adesioneId: string; readonly regione: string; readonly dataAdesione: string; readonly stato: "A" | "P" | "T" | "F" | "C" | "D" | "U" | "N" | "X" | "R"; readonly stati: readonly ({ readonly stato: "A" | "P" | "T" | "F" | "C" | "D" | "U" | "N" | "X" | "R"; readonly at: string; readonly motivo: string | null; })[]; readonly prese: readonly { readonly at: string; readonly dataPatto: string; readonly fascia: number; readonly operatoreId: string; }[]; readonly politiche: readonly ({ readonly politicaId: string; readonly misura: string; readonly dataInizio: string; readonly dataFine: string | null; readonly esito: string | null; })[]; })[]; };
export type Problema = { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly rimedio?: string; readonly errori?: readonly Errore[]; readonly fatti?: Readonly<Record<string, unknown>>; };
export type QuadroFlussi = { readonly nodo: string; readonly at: string; readonly partner: readonly ({ readonly nome: string; readonly circuito: "chiuso" | "aperto" | "semiaperto"; readonly inPausa: boolean; readonly prossimoTentativoAt: string | null; readonly etaSeconds: number | null; })[]; readonly corsie: readonly CorsiaInQuadro[]; readonly rifiuti: readonly RifiutoInQuadro[]; readonly nonPortati: readonly { readonly partner: string; readonly tipo: string; readonly quanti: number; readonly ultimoAt: string; }[]; readonly fermi: readonly FermoInQuadro[]; readonly allarmi: readonly AllarmeInQuadro[]; };
export type RevocaChiaveRichiesta = { readonly kid: string; readonly motivo: string; };
export type RevocaChiaveRisposta = { readonly fatto: true; };
export type RifiutoInQuadro = { readonly id: string; readonly verso: "uscita" | "entrata"; readonly partner: string; readonly tipo: string; readonly corsia: number; readonly progressivo: number; readonly at: string; readonly codice: string; readonly causa: string; readonly aChiTocca: string; readonly prossimoPasso: string; };
export type RiprovaMessaggioRichiesta = { readonly id: string; };
export type SapPersonaRisposta = { readonly personaId: string; readonly sap: { readonly id: string; readonly stato: string; readonly attiva: boolean; readonly provvisoria: boolean; readonly titolare: string; readonly regione: string | null; readonly exTitolari: readonly string[]; readonly versione: number; readonly sezioni: readonly ({ readonly titolo: string; readonly campi: readonly ({ readonly percorso: string; readonly valore: string; readonly inParole: string | null; })[]; })[]; readonly politiche: readonly ({ readonly identificativo: string; readonly tipoAttivita: string; readonly attivita: string | null; readonly titolo: string | null; readonly progetto: string; readonly progettoInParole: string | null; readonly ente: string; readonly inviataDa: string; readonly dataProposta: string; readonly dataInizio: string | null; readonly dataFine: string | null; readonly durata: string | null; readonly presaInCarico: string | null; readonly indiceProfiling: string | null; readonly esito: string | null; readonly eventi: readonly ({ readonly evento: string; readonly inParole: string | null; readonly data: string; readonly ente: string | null; readonly at: string; })[]; })[]; readonly did: readonly { readonly stato: string; readonly fonte: string; readonly giorno: string; }[]; readonly versioni: readonly ({ readonly versione: number; readonly at: string; readonly ente: string | null; readonly canale: "soap" | "modi" | "nodo"; readonly variazione: string; })[]; readonly segnalazioni: readonly ({ readonly at: string; readonly testo: string; readonly ente: string | null; })[]; } | null; readonly coerenza: readonly ({ readonly regione: string; readonly stato: "A" | "P" | "T" | "F" | "C" | "D" | "U" | "N" | "X" | "R"; readonly motivi: readonly string[]; })[]; readonly passive: readonly ({ readonly tipo: string; readonly ente: string; readonly dal: string; readonly al: string | null; readonly importoCents: number | null; readonly fonte: string; })[]; };
export type ScambiRisposta = { readonly righe: readonly ({ readonly id: string; readonly at: string; readonly verso: "entrata" | "uscita"; readonly operazione: string; readonly controparte: string; readonly regione: string; readonly stato: number; readonly esito: string; readonly codici: readonly string[]; readonly durataMs: number; readonly richiestaBytes: number; })[]; readonly dopo: string | null; };
export type SegnalazioniSapRisposta = { readonly ignoti: readonly { readonly lista: string; readonly nome: string; readonly codice: string; readonly volte: number; readonly primaAt: string; readonly ultimaAt: string; }[]; readonly altre: readonly ({ readonly at: string; readonly sapId: string; readonly testo: string; readonly ente: string | null; })[]; };
export type StoricoRisposta = { readonly serie: readonly MonitoraggioGiornaliero[]; };
export type TrovaPersonaRichiesta = { readonly codiceFiscale: string; readonly scopo: "controllo" | "segnalazione" | "richiesta" | "contenzioso" | "qualita"; };
export type TrovaPersonaRisposta = { readonly personaId: string | null; };

export interface ClienteMinistero {
  /** Se il servizio è in funzione */
  readonly statoDelServizio: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<Problema>>;
  /** Le cinque cifre ricevute, per regione e per giorno, ultima edizione */
  readonly cifre: (ingresso?: { readonly regione?: string | ""; readonly giorno?: string | ""; }) => Promise<RispostaCliente<CifreRisposta>>;
  /** La serie delle cifre di una regione, un giorno per riga */
  readonly storico: (ingresso: { readonly regione: string; }) => Promise<RispostaCliente<StoricoRisposta>>;
  /** Cerca una persona per codice fiscale; risponde con un identificativo opaco */
  readonly trovaPersona: (ingresso: TrovaPersonaRichiesta) => Promise<RispostaCliente<TrovaPersonaRisposta>>;
  /** Stati, prese in carico e politiche di una persona; la lettura viene annotata */
  readonly persona: (ingresso: { readonly personaId: string; readonly scopo?: string; }) => Promise<RispostaCliente<PersonaRisposta>>;
  /** La SAP di una persona, sezione per sezione; la lettura viene annotata con il suo scopo */
  readonly sapPersona: (ingresso: { readonly personaId: string; readonly scopo: "controllo" | "segnalazione" | "richiesta" | "contenzioso" | "qualita"; }) => Promise<RispostaCliente<SapPersonaRisposta>>;
  /** Che cosa è cambiato fra due versioni di una SAP, campo per campo; la lettura viene annotata */
  readonly differenzeSap: (ingresso: { readonly personaId: string; readonly scopo: "controllo" | "segnalazione" | "richiesta" | "contenzioso" | "qualita"; readonly da: number; readonly a: number; }) => Promise<RispostaCliente<DifferenzeSapRisposta>>;
  /** Il Ministero annulla la SAP di una persona; il titolare viene a saperlo */
  readonly annullaSap: (ingresso: AnnullaSapRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Codici sconosciuti arrivati nelle SAP, e le altre cose da guardare */
  readonly segnalazioniSap: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<SegnalazioniSapRisposta>>;
  /** Le liste di codici del nodo, con le loro date e come sono note */
  readonly codici: (ingresso?: { readonly lista?: string; }) => Promise<RispostaCliente<CodiciRisposta>>;
  /** Aggiunge o aggiorna una voce di una lista di codici */
  readonly importaCodici: (ingresso: ImportaCodiciRichiesta) => Promise<RispostaCliente<ImportaCodiciRisposta>>;
  /** Aggiunge una politica passiva di una persona; ripeterla non la raddoppia */
  readonly importaPassiva: (ingresso: ImportaPassivaRichiesta) => Promise<RispostaCliente<ImportaPassivaRisposta>>;
  /** Aggiunge molte politiche passive; ogni riga ha il suo esito, una sbagliata non ferma le altre */
  readonly importaPassive: (ingresso: ImportaPassiveRichiesta) => Promise<RispostaCliente<ImportaPassiveRisposta>>;
  /** Lo stato dei flussi: arretrati, ricevute, rifiuti, quarantena, allarmi */
  readonly flussi: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<QuadroFlussi>>;
  /** Rimette in lavorazione un messaggio in quarantena e quelli in coda dietro di lui */
  readonly riprovaMessaggio: (ingresso: RiprovaMessaggioRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Ferma o riprende l'invio verso un partner; nulla va perso, i messaggi aspettano */
  readonly pausaPartner: (ingresso: PausaPartnerRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** I partner, i sistemi abilitati, le chiavi revocate, i richiami in partenza */
  readonly collegamento: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<CollegamentoRisposta>>;
  /** Prova ogni passo della strada verso un partner; non cambia niente */
  readonly diagnosi: (ingresso: DiagnosiRichiesta) => Promise<RispostaCliente<DiagnosiRisposta>>;
  /** Dice che cosa non va in un voucher, prima di usarlo */
  readonly esaminaVoucher: (ingresso: EsaminaVoucherRichiesta) => Promise<RispostaCliente<EsaminaVoucherRisposta>>;
  /** Non crede più, da subito, a una chiave pubblica */
  readonly revocaChiave: (ingresso: RevocaChiaveRichiesta) => Promise<RispostaCliente<RevocaChiaveRisposta>>;
  /** Gli scambi dei servizi nazionali SOAP, dal più recente, senza il loro contenuto */
  readonly scambi: (ingresso?: { readonly operazione?: string; readonly esito?: string; readonly verso?: "" | "entrata" | "uscita"; readonly dopo?: string | ""; }) => Promise<RispostaCliente<ScambiRisposta>>;
  /** Uno scambio con i suoi byte; la lettura viene annotata con il suo scopo */
  readonly apriScambio: (ingresso: ApriScambioRichiesta) => Promise<RispostaCliente<ApriScambioRisposta>>;
}

export const clienteMinistero = (opzioni: OpzioniCliente): ClienteMinistero => ({
  statoDelServizio: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/status", ingresso, file: false }),
  cifre: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/cifre", ingresso, file: false }),
  storico: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/cifre/storico", ingresso, file: false }),
  trovaPersona: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/persone/trova", ingresso, file: false }),
  persona: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/persone/scheda", ingresso, file: false }),
  sapPersona: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/persone/sap", ingresso, file: false }),
  differenzeSap: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/sap/differenze", ingresso, file: false }),
  annullaSap: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/sap/annulla", ingresso, file: false }),
  segnalazioniSap: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/sap/segnalazioni", ingresso, file: false }),
  codici: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/codici", ingresso, file: false }),
  importaCodici: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/codici/importa", ingresso, file: false }),
  importaPassiva: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/politiche-passive/importa", ingresso, file: false }),
  importaPassive: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/politiche-passive/importa-molte", ingresso, file: false }),
  flussi: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/flussi", ingresso, file: false }),
  riprovaMessaggio: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/flussi/riprova", ingresso, file: false }),
  pausaPartner: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/flussi/pausa", ingresso, file: false }),
  collegamento: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/collegamento", ingresso, file: false }),
  diagnosi: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/collegamento/diagnosi", ingresso, file: false }),
  esaminaVoucher: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/collegamento/esamina-voucher", ingresso, file: false }),
  revocaChiave: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/collegamento/revoca-chiave", ingresso, file: false }),
  scambi: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/scambi", ingresso, file: false }),
  apriScambio: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/scambi/apri", ingresso, file: false }),
});
