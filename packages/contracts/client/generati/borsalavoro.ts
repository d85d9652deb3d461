// Generato dal documento OpenAPI: non si modifica a mano (npm run documenti).
import { type Accolta, chiama, type OpzioniChiamata, type OpzioniCliente, type RispostaCliente } from "../base.ts";

export type AderisciRichiesta = { readonly recapiti: Recapiti; readonly operatoreId?: string | null; readonly informativaLetta: "on" | true; };
export type AderisciRisposta = { readonly adesioneId: string; };
export type AdesioniInAttesaRisposta = { readonly righe: readonly { readonly id: string; readonly at: string; readonly codiceFiscale: string; readonly dataAdesione: string; }[]; };
export type AggiornaRecapitiRichiesta = { readonly recapiti: Recapiti; };
export type AllarmeInQuadro = { readonly at: string; readonly partner: string; readonly codice: string; readonly dettaglio: string; };
export type Anagrafica = { readonly codiceFiscale: string; readonly nome: string; readonly cognome: string; readonly dataNascita: string; readonly sesso: "F" | "M"; };
export type AnnullaRichiesta = { readonly adesioneId: string; };
export type ApriScambioRichiesta = { readonly id: string; readonly scopo: string; };
export type ApriScambioRisposta = { readonly scambio: { readonly id: string; readonly at: string; readonly verso: "entrata" | "uscita"; readonly operazione: string; readonly controparte: string; readonly regione: string; readonly stato: number; readonly esito: string; readonly codici: readonly string[]; readonly durataMs: number; readonly richiestaBytes: number; }; readonly richiesta: { readonly impaginata: string; readonly grezza: string; }; readonly risposta: { readonly impaginata: string; readonly grezza: string; }; readonly letture: readonly { readonly at: string; readonly chi: string; readonly scopo: string; }[]; };
export type Attesa = { readonly cosa: string; readonly chi: string; readonly entro: string | null; readonly oltreTermine: boolean; };
export type Azione = { readonly ammessa: boolean; readonly perche: string | null; };
export type ChiudiCompitoRichiesta = { readonly id: string; };
export type ChiudiNotificaRisposta = { readonly fatto: true; };
export type ChiudiRichiesta = { readonly adesioneId: string; readonly stato: "C" | "U" | "X" | "R" | "F"; readonly motivo: string; };
export type Cifre = { readonly adesioniCanaleRegionale: { readonly adesioni: number; readonly persone: number; readonly alNetto: number; readonly nelGiorno: number; }; readonly giovaniContattati: { readonly convocati: number; readonly raggiunti: number; readonly colloquiati: number; readonly conOperatore: number; }; readonly presiInCarico: { readonly persone: number; readonly alNetto: number; readonly perFascia: Readonly<Record<string, number>>; }; readonly nonPresiInCarico: { readonly senzaOperatore: number; readonly inAttesaEntroTermine: number; readonly inAttesaOltreTermine: number; readonly colloquioSenzaPatto: number; readonly chiusiSenzaPresa: Readonly<Record<string, number>>; readonly totale: number; }; readonly politicheAttivate: { readonly politiche: number; readonly persone: number; readonly perMisura: Readonly<Record<string, number>>; }; };
export type CifreRisposta = { readonly anteprima: MonitoraggioGiornaliero; readonly inviate: readonly MonitoraggioGiornaliero[]; };
export type CollegamentoRisposta = { readonly nodo: string; readonly kid: string; readonly aud: readonly string[]; readonly partner: readonly { readonly nome: string; readonly indirizzo: string; }[]; readonly sistemi: readonly ({ readonly nome: string; readonly fiducia: "pdnd" | "diretta"; readonly ruolo: string; readonly operazioni: readonly string[]; readonly modalita: readonly string[]; })[]; readonly revocate: readonly { readonly kid: string; readonly at: string; readonly motivo: string; readonly chi: string; }[]; readonly richiami: readonly ({ readonly id: string; readonly destinatario: string; readonly accodatoAt: string; readonly stato: "da consegnare" | "consegnato" | "rinunciato"; readonly tentativi: number; readonly errore: string; })[]; };
export type CompitiRisposta = { readonly compiti: readonly Compito[]; };
export type Compito = { readonly id: string; readonly at: string; readonly tipo: string; readonly titolo: string; readonly causa: string; readonly prossimoPasso: string; readonly adesioneId: string | null; readonly chiuso: boolean; };
export type CompletaAdesioneRichiesta = { readonly id: string; readonly nome: string; readonly cognome: string; readonly dataNascita: string; readonly sesso: "F" | "M"; };
export type CompletaAdesioneRisposta = { readonly adesioneId: string; };
export type CompletaDatiSapRichiesta = { readonly adesioneId: string; readonly dati: { readonly cittadinanza: string; readonly comuneNascita: string; readonly domicilio: { readonly comune: string; readonly cap: string; readonly indirizzo: string; }; }; };
export type CompletaDatiSapRisposta = { readonly ripartiti: number; };
export type CorreggiPersonaRichiesta = { readonly adesioneId: string; readonly nome: string; readonly cognome: string; readonly recapiti: Recapiti; readonly motivo: string; };
export type CorsiaInQuadro = { readonly partner: string; readonly verso: "uscita" | "entrata"; readonly corsia: number; readonly arretrato: number; readonly ultimoProgressivo: number; readonly piuVecchioAt: string | null; readonly ultimaRicevutaAt: string | null; readonly testa: string; readonly stato: string; readonly prossimoTentativoAt: string | null; };
export type DatiSapRisposta = { readonly nome: string; readonly dati: { readonly cittadinanza: string; readonly comuneNascita: string; readonly domicilio: { readonly comune: string; readonly cap: string; readonly indirizzo: string; }; } | null; readonly comuneNascita: string; readonly mancano: readonly string[]; readonly sap: { readonly identificativo: string; readonly fonte: string; readonly at: string; } | null; };
export type DiagnosiRichiesta = { readonly partner: string; };
export type DiagnosiRisposta = { readonly partner: string; readonly at: string; readonly salti: readonly ({ readonly nome: "dns" | "connessione" | "token" | "finalita" | "contratto" | "eco" | "storia"; readonly titolo: string; readonly esito: "verde" | "rosso" | "non-provato" | "non-serve"; readonly causa: string; readonly prossimoPasso: string; readonly millis: number; })[]; };
export type Errore = { readonly campo: string; readonly messaggio: string; };
export type EsaminaVoucherRichiesta = { readonly voucher: string; readonly prova?: string; readonly metodo?: string; readonly indirizzo?: string; readonly traccia?: string; };
export type EsaminaVoucherRisposta = { readonly righe: readonly { readonly dove: string; readonly bene: boolean; readonly testo: string; readonly rimedio: string; }[]; };
export type Fatto = { readonly fatto: true; };
export type FermoInQuadro = { readonly id: string; readonly partner: string; readonly tipo: string; readonly corsia: number; readonly progressivo: number; readonly at: string; readonly tentativi: number; readonly errore: string; readonly stato: "in ritentativo" | "in quarantena" | "in coda"; readonly prossimoTentativoAt: string | null; };
export type ImportaRichiesta = { readonly adesioneId: string; readonly anagrafica: Anagrafica; readonly recapiti: Recapiti | null; readonly dataAdesione: string; };
export type ImportaRisposta = { readonly esito: "accettata" | "duplicata"; };
export type InviaCifreRichiesta = { readonly giorno: string; };
export type InviaCifreRisposta = { readonly edizione: number; readonly sha256: string; };
export type Lettura = { readonly at: string; readonly chi: string; readonly ruolo: string; readonly scopo: string; };
export type MieAdesioniRisposta = { readonly adesioni: readonly ({ readonly adesioneId: string; readonly regione: string; readonly canale: "regionale" | "nazionale"; readonly dataAdesione: string; readonly stato: "A" | "P" | "T" | "F" | "C" | "D" | "U" | "N" | "X" | "R"; readonly inConferma: boolean; readonly operatore: OperatoreInElenco | null; readonly attesa: Attesa | null; readonly annullamento: "nessuno" | "chiesto" | "rifiutato"; readonly puoAnnullare: Azione; readonly puoScegliereOperatore: Azione; readonly passi: readonly Passo[]; readonly percorso: { readonly classe: { readonly classe: 1 | 2 | 3 | 4; readonly metodo: string; readonly simulata: boolean; readonly validoDal: string; readonly input: readonly (readonly [string, string])[]; readonly spiegazione: string; readonly contestare: string; } | null; readonly dote: { readonly protocollo: string; readonly parole: string; readonly scadeOn: string; readonly valoreCents: number; } | null; readonly preavviso: { readonly tipo: "non-presa" | "decadenza"; readonly motivo: string; readonly entro: string; } | null; readonly proposta: OperatoreInElenco | null; readonly indennita: readonly { readonly mese: string; readonly parole: string; readonly importoCents: number; }[]; readonly documenti: readonly { readonly documentoId: string; readonly titolo: string; readonly at: string; }[]; } | null; })[]; readonly letture: readonly Lettura[]; readonly recapiti: Recapiti | null; };
export type MonitoraggioGiornaliero = { readonly regione: string; readonly giorno: string; readonly notoAt: string; readonly edizione: number; readonly definizioni: string; readonly cifre: Cifre; readonly completezza: { readonly inAttesa: number; readonly inQuarantena: number; readonly rifiutati: number; readonly ultimoFattoAt: string | null; }; readonly sha256: string; };
export type NotificheFalliteRisposta = { readonly righe: readonly ({ readonly id: string; readonly at: string; readonly codice: "NP" | "ST" | "EM" | "XML" | "E"; readonly significato: string; readonly operazione: string; readonly causa: string; readonly regione: string; readonly dataAdesione: string; readonly stato: string; readonly tentativi: number; readonly riprovabile: boolean; })[]; };
export type OperatoreInElenco = { readonly id: string; readonly denominazione: string; readonly comune: string; readonly indirizzo: string; readonly telefono: string; readonly attesaMedianaDays: number | null; };
export type OperatoriRisposta = { readonly operatori: readonly OperatoreInElenco[]; };
export type Passo = { readonly at: string; readonly titolo: string; readonly testo: string; };
export type PausaPartnerRichiesta = { readonly partner: string; readonly inPausa: string | boolean; };
export type Problema = { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly rimedio?: string; readonly errori?: readonly Errore[]; readonly fatti?: Readonly<Record<string, unknown>>; };
export type QuadroFlussi = { readonly nodo: string; readonly at: string; readonly partner: readonly ({ readonly nome: string; readonly circuito: "chiuso" | "aperto" | "semiaperto"; readonly inPausa: boolean; readonly prossimoTentativoAt: string | null; readonly etaSeconds: number | null; })[]; readonly corsie: readonly CorsiaInQuadro[]; readonly rifiuti: readonly RifiutoInQuadro[]; readonly nonPortati: readonly { readonly partner: string; readonly tipo: string; readonly quanti: number; readonly ultimoAt: string; }[]; readonly fermi: readonly FermoInQuadro[]; readonly allarmi: readonly AllarmeInQuadro[]; };
export type Recapiti = { readonly email: string; readonly telefono: string; };
export type RegistroRisposta = { readonly righe: readonly RigaRegistro[]; readonly dopo: string | null; readonly perStato: Readonly<Record<string, number>>; };
export type RevocaChiaveRichiesta = { readonly kid: string; readonly motivo: string; };
export type RevocaChiaveRisposta = { readonly fatto: true; };
export type RicalcolaCifreRichiesta = { readonly dal: string; readonly al: string; };
export type RicalcolaCifreRisposta = { readonly dal: string; readonly al: string; readonly edizioni: number; readonly differenze: readonly { readonly giorno: string; readonly edizione: number; readonly sha256: string; }[]; };
export type RifiutoInQuadro = { readonly id: string; readonly verso: "uscita" | "entrata"; readonly partner: string; readonly tipo: string; readonly corsia: number; readonly progressivo: number; readonly at: string; readonly codice: string; readonly causa: string; readonly aChiTocca: string; readonly prossimoPasso: string; };
export type RigaRegistro = { readonly adesioneId: string; readonly nome: string; readonly cognome: string; readonly dataAdesione: string; readonly canale: "regionale" | "nazionale"; readonly stato: "A" | "P" | "T" | "F" | "C" | "D" | "U" | "N" | "X" | "R"; readonly inConferma: boolean; readonly statoAt: string; readonly operatore: string | null; readonly attesaDays: number | null; };
export type RipristinaRichiesta = { readonly adesioneId: string; readonly motivo: string; };
export type RiprovaMessaggioRichiesta = { readonly id: string; };
export type RiprovaNotificaRichiesta = { readonly id: string; };
export type RiprovaNotificaRisposta = { readonly applicata: boolean; readonly causa: string; };
export type ScambiRisposta = { readonly righe: readonly ({ readonly id: string; readonly at: string; readonly verso: "entrata" | "uscita"; readonly operazione: string; readonly controparte: string; readonly regione: string; readonly stato: number; readonly esito: string; readonly codici: readonly string[]; readonly durataMs: number; readonly richiestaBytes: number; })[]; readonly dopo: string | null; };
export type ScartaAdesioneRichiesta = { readonly id: string; readonly motivo: string; };
export type ScegliOperatoreRichiesta = { readonly adesioneId: string; readonly operatoreId: string; };
export type SchedaAdesione = { readonly adesioneId: string; readonly regione: string; readonly canale: "regionale" | "nazionale"; readonly dataAdesione: string; readonly stato: "A" | "P" | "T" | "F" | "C" | "D" | "U" | "N" | "X" | "R"; readonly inConferma: boolean; readonly operatore: OperatoreInElenco | null; readonly attesa: Attesa | null; readonly annullamento: "nessuno" | "chiesto" | "rifiutato"; readonly puoAnnullare: Azione; readonly puoScegliereOperatore: Azione; readonly passi: readonly Passo[]; };
export type SchedaRisposta = { readonly scheda: SchedaAdesione; readonly anagrafica: Anagrafica; readonly recapiti: Recapiti; readonly eventi: readonly ({ readonly version: number; readonly tipo: string; readonly da: string | null; readonly a: string; readonly motivo: string | null; readonly at: string; readonly notoAt: string; })[]; readonly consegne: readonly { readonly partner: string; readonly tipo: string; readonly accodatoAt: string; readonly stato: string; }[]; };
export type TrovaPersonaRichiesta = { readonly codiceFiscale: string; readonly scopo: string; };
export type TrovaPersonaRisposta = { readonly adesioni: readonly string[]; };

export interface ClienteBorsalavoro {
  /** Se il servizio è in funzione */
  readonly statoDelServizio: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<Problema>>;
  /** Registra l'adesione di chi ha fatto l'accesso, con o senza la scelta dell'operatore */
  readonly aderisci: (ingresso: AderisciRichiesta) => Promise<RispostaCliente<AderisciRisposta>>;
  /** Registra un'adesione raccolta altrove, con la sua data di allora */
  readonly importa: (ingresso: ImportaRichiesta) => Promise<RispostaCliente<ImportaRisposta>>;
  /** Le adesioni di chi ha fatto l'accesso, con i passi compiuti e il prossimo */
  readonly mieAdesioni: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<MieAdesioniRisposta>>;
  /** Gli operatori accreditati che si possono scegliere */
  readonly operatori: (ingresso?: { readonly cerca?: string; }) => Promise<RispostaCliente<OperatoriRisposta>>;
  /** Cambia l'e-mail e il telefono di chi ha fatto l'accesso; tutti gli uffici lo sanno */
  readonly aggiornaRecapiti: (ingresso: AggiornaRecapitiRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Completa o corregge nome e recapiti di una persona del registro, con il motivo */
  readonly correggiPersona: (ingresso: CorreggiPersonaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Sceglie o cambia l'operatore, finché il patto non è firmato */
  readonly scegliOperatore: (ingresso: ScegliOperatoreRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Annulla la propria adesione, finché è attiva */
  readonly annulla: (ingresso: AnnullaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Il registro delle adesioni della regione, a pagine */
  readonly registro: (ingresso?: { readonly stato?: "A" | "P" | "T" | "F" | "C" | "D" | "U" | "N" | "X" | "R" | ""; readonly cognome?: string; readonly dopo?: string; }) => Promise<RispostaCliente<RegistroRisposta>>;
  /** Cerca per codice fiscale; risponde con identificativi opachi */
  readonly trovaPersona: (ingresso: TrovaPersonaRichiesta) => Promise<RispostaCliente<TrovaPersonaRisposta>>;
  /** Una adesione con la sua storia e la consegna di ogni notizia; la lettura viene annotata */
  readonly scheda: (ingresso: { readonly adesioneId: string; readonly scopo?: string; }) => Promise<RispostaCliente<SchedaRisposta>>;
  /** Chiude d'ufficio una adesione con un motivo del pacchetto */
  readonly chiudi: (ingresso: ChiudiRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Riapre una adesione chiusa per errore, con la sua data di allora */
  readonly ripristina: (ingresso: RipristinaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Che cosa la regione deve sistemare, con causa e prossimo passo */
  readonly compiti: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<CompitiRisposta>>;
  /** Segna come sistemato un compito */
  readonly chiudiCompito: (ingresso: ChiudiCompitoRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Le cinque cifre a un giorno, come note adesso o a un istante dato */
  readonly cifre: (ingresso?: { readonly giorno?: string; readonly notoAt?: string; }) => Promise<RispostaCliente<CifreRisposta>>;
  /** Invia a mano al Ministero le cifre di un giorno, come nuova edizione */
  readonly inviaCifre: (ingresso: InviaCifreRichiesta) => Promise<RispostaCliente<InviaCifreRisposta>>;
  /** Conta di nuovo dai fatti le cifre già inviate e dice quali non tornano */
  readonly ricalcolaCifre: (ingresso: RicalcolaCifreRichiesta, opzioni?: OpzioniChiamata) => Promise<RispostaCliente<RicalcolaCifreRisposta | Accolta>>;
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
  /** Le notifiche del Ministero che non si sono potute applicare, ancora da sistemare */
  readonly notificheFallite: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<NotificheFalliteRisposta>>;
  /** Applica di nuovo una notifica fallita; se ora riesce, è chiusa */
  readonly riprovaNotifica: (ingresso: RiprovaNotificaRichiesta) => Promise<RispostaCliente<RiprovaNotificaRisposta>>;
  /** Chiude una notifica fallita che non c'è più bisogno di applicare */
  readonly chiudiNotifica: (ingresso: RiprovaNotificaRichiesta) => Promise<RispostaCliente<ChiudiNotificaRisposta>>;
  /** Che cosa serve alla SAP di una persona, che cosa manca, quale SAP le conosciamo */
  readonly datiSap: (ingresso: { readonly adesioneId: string; }) => Promise<RispostaCliente<DatiSapRisposta>>;
  /** Scrive i dati che mancano alla SAP; ciò che era fermo per questo riparte */
  readonly completaDatiSap: (ingresso: CompletaDatiSapRichiesta) => Promise<RispostaCliente<CompletaDatiSapRisposta>>;
  /** Le adesioni dal portale nazionale con un codice provvisorio, da completare */
  readonly adesioniInAttesa: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<AdesioniInAttesaRisposta>>;
  /** Dice chi è la persona di un'adesione in attesa, che entra nel registro */
  readonly completaAdesione: (ingresso: CompletaAdesioneRichiesta) => Promise<RispostaCliente<CompletaAdesioneRisposta>>;
  /** Chiude un'adesione in attesa che non si può completare, con il motivo */
  readonly scartaAdesione: (ingresso: ScartaAdesioneRichiesta) => Promise<RispostaCliente<Fatto>>;
}

export const clienteBorsalavoro = (opzioni: OpzioniCliente): ClienteBorsalavoro => ({
  statoDelServizio: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/status", ingresso, file: false }),
  aderisci: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/adesioni", ingresso, file: false }),
  importa: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/importa", ingresso, file: false }),
  mieAdesioni: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/mie-adesioni", ingresso, file: false }),
  operatori: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/operatori", ingresso, file: false }),
  aggiornaRecapiti: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/mie-adesioni/recapiti", ingresso, file: false }),
  correggiPersona: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/registro/persona", ingresso, file: false }),
  scegliOperatore: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/adesioni/operatore", ingresso, file: false }),
  annulla: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/adesioni/annulla", ingresso, file: false }),
  registro: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/registro", ingresso, file: false }),
  trovaPersona: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/registro/trova", ingresso, file: false }),
  scheda: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/registro/scheda", ingresso, file: false }),
  chiudi: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/registro/chiudi", ingresso, file: false }),
  ripristina: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/registro/ripristina", ingresso, file: false }),
  compiti: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/compiti", ingresso, file: false }),
  chiudiCompito: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/compiti/chiudi", ingresso, file: false }),
  cifre: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/cifre", ingresso, file: false }),
  inviaCifre: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/cifre/invia", ingresso, file: false }),
  ricalcolaCifre: (ingresso, chiamata) => chiama(opzioni, { metodo: "POST", percorso: "/cifre/ricalcola", ingresso, file: false }, chiamata),
  flussi: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/flussi", ingresso, file: false }),
  riprovaMessaggio: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/flussi/riprova", ingresso, file: false }),
  pausaPartner: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/flussi/pausa", ingresso, file: false }),
  collegamento: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/collegamento", ingresso, file: false }),
  diagnosi: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/collegamento/diagnosi", ingresso, file: false }),
  esaminaVoucher: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/collegamento/esamina-voucher", ingresso, file: false }),
  revocaChiave: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/collegamento/revoca-chiave", ingresso, file: false }),
  scambi: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/scambi", ingresso, file: false }),
  apriScambio: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/scambi/apri", ingresso, file: false }),
  notificheFallite: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/notifiche-fallite", ingresso, file: false }),
  riprovaNotifica: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/notifiche-fallite/riprova", ingresso, file: false }),
  chiudiNotifica: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/notifiche-fallite/chiudi", ingresso, file: false }),
  datiSap: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/registro/sap", ingresso, file: false }),
  completaDatiSap: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/registro/sap", ingresso, file: false }),
  adesioniInAttesa: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/adesioni-in-attesa", ingresso, file: false }),
  completaAdesione: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/adesioni-in-attesa/completa", ingresso, file: false }),
  scartaAdesione: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/adesioni-in-attesa/scarta", ingresso, file: false }),
});
