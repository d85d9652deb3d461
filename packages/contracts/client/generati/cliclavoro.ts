// Generato dal documento OpenAPI: non si modifica a mano (npm run documenti).
import { chiama, type OpzioniCliente, type RispostaCliente } from "../base.ts";

export type AderisciRichiesta = { readonly regione: string; readonly recapiti: Recapiti; readonly informativaLetta: "on" | true; };
export type AderisciRisposta = { readonly adesioneId: string; };
export type AllarmeInQuadro = { readonly at: string; readonly partner: string; readonly codice: string; readonly dettaglio: string; };
export type ApriScambioRichiesta = { readonly id: string; readonly scopo: string; };
export type ApriScambioRisposta = { readonly scambio: { readonly id: string; readonly at: string; readonly verso: "entrata" | "uscita"; readonly operazione: string; readonly controparte: string; readonly regione: string; readonly stato: number; readonly esito: string; readonly codici: readonly string[]; readonly durataMs: number; readonly richiestaBytes: number; }; readonly richiesta: { readonly impaginata: string; readonly grezza: string; }; readonly risposta: { readonly impaginata: string; readonly grezza: string; }; readonly letture: readonly { readonly at: string; readonly chi: string; readonly scopo: string; }[]; };
export type Attesa = { readonly cosa: string; readonly chi: string; readonly entro: string | null; readonly oltreTermine: boolean; };
export type Azione = { readonly ammessa: boolean; readonly perche: string | null; };
export type ChiediAnnullamentoRichiesta = { readonly adesioneId: string; };
export type CollegamentoRisposta = { readonly nodo: string; readonly kid: string; readonly aud: readonly string[]; readonly partner: readonly { readonly nome: string; readonly indirizzo: string; }[]; readonly sistemi: readonly ({ readonly nome: string; readonly fiducia: "pdnd" | "diretta"; readonly ruolo: string; readonly operazioni: readonly string[]; readonly modalita: readonly string[]; })[]; readonly revocate: readonly { readonly kid: string; readonly at: string; readonly motivo: string; readonly chi: string; }[]; readonly richiami: readonly ({ readonly id: string; readonly destinatario: string; readonly accodatoAt: string; readonly stato: "da consegnare" | "consegnato" | "rinunciato"; readonly tentativi: number; readonly errore: string; })[]; };
export type CorsiaInQuadro = { readonly partner: string; readonly verso: "uscita" | "entrata"; readonly corsia: number; readonly arretrato: number; readonly ultimoProgressivo: number; readonly piuVecchioAt: string | null; readonly ultimaRicevutaAt: string | null; readonly testa: string; readonly stato: string; readonly prossimoTentativoAt: string | null; };
export type DiagnosiRichiesta = { readonly partner: string; };
export type DiagnosiRisposta = { readonly partner: string; readonly at: string; readonly salti: readonly ({ readonly nome: "dns" | "connessione" | "token" | "finalita" | "contratto" | "eco" | "storia"; readonly titolo: string; readonly esito: "verde" | "rosso" | "non-provato" | "non-serve"; readonly causa: string; readonly prossimoPasso: string; readonly millis: number; })[]; };
export type Errore = { readonly campo: string; readonly messaggio: string; };
export type EsaminaVoucherRichiesta = { readonly voucher: string; readonly prova?: string; readonly metodo?: string; readonly indirizzo?: string; readonly traccia?: string; };
export type EsaminaVoucherRisposta = { readonly righe: readonly { readonly dove: string; readonly bene: boolean; readonly testo: string; readonly rimedio: string; }[]; };
export type Fatto = { readonly fatto: true; };
export type FermoInQuadro = { readonly id: string; readonly partner: string; readonly tipo: string; readonly corsia: number; readonly progressivo: number; readonly at: string; readonly tentativi: number; readonly errore: string; readonly stato: "in ritentativo" | "in quarantena" | "in coda"; readonly prossimoTentativoAt: string | null; };
export type MieAdesioniRisposta = { readonly adesioni: readonly SchedaAdesione[]; };
export type OperatoreInElenco = { readonly id: string; readonly denominazione: string; readonly comune: string; readonly indirizzo: string; readonly telefono: string; readonly attesaMedianaDays: number | null; };
export type Passo = { readonly at: string; readonly titolo: string; readonly testo: string; };
export type PausaPartnerRichiesta = { readonly partner: string; readonly inPausa: string | boolean; };
export type Problema = { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly rimedio?: string; readonly errori?: readonly Errore[]; readonly fatti?: Readonly<Record<string, unknown>>; };
export type QuadroFlussi = { readonly nodo: string; readonly at: string; readonly partner: readonly ({ readonly nome: string; readonly circuito: "chiuso" | "aperto" | "semiaperto"; readonly inPausa: boolean; readonly prossimoTentativoAt: string | null; readonly etaSeconds: number | null; })[]; readonly corsie: readonly CorsiaInQuadro[]; readonly rifiuti: readonly RifiutoInQuadro[]; readonly nonPortati: readonly { readonly partner: string; readonly tipo: string; readonly quanti: number; readonly ultimoAt: string; }[]; readonly fermi: readonly FermoInQuadro[]; readonly allarmi: readonly AllarmeInQuadro[]; };
export type Recapiti = { readonly email: string; readonly telefono: string; };
export type RegioniRisposta = { readonly regioni: readonly { readonly codice: string; readonly nome: string; readonly portale: string; }[]; };
export type RegistroNazionaleRisposta = { readonly righe: readonly ({ readonly adesioneId: string; readonly regione: string; readonly canale: "regionale" | "nazionale"; readonly dataAdesione: string; readonly stato: "A" | "P" | "T" | "F" | "C" | "D" | "U" | "N" | "X" | "R"; readonly statoAt: string; })[]; readonly dopo: string | null; readonly perRegioneStato: readonly ({ readonly regione: string; readonly stato: "A" | "P" | "T" | "F" | "C" | "D" | "U" | "N" | "X" | "R"; readonly adesioni: number; })[]; };
export type RevocaChiaveRichiesta = { readonly kid: string; readonly motivo: string; };
export type RevocaChiaveRisposta = { readonly fatto: true; };
export type RifiutoInQuadro = { readonly id: string; readonly verso: "uscita" | "entrata"; readonly partner: string; readonly tipo: string; readonly corsia: number; readonly progressivo: number; readonly at: string; readonly codice: string; readonly causa: string; readonly aChiTocca: string; readonly prossimoPasso: string; };
export type RiprovaMessaggioRichiesta = { readonly id: string; };
export type ScambiRisposta = { readonly righe: readonly ({ readonly id: string; readonly at: string; readonly verso: "entrata" | "uscita"; readonly operazione: string; readonly controparte: string; readonly regione: string; readonly stato: number; readonly esito: string; readonly codici: readonly string[]; readonly durataMs: number; readonly richiestaBytes: number; })[]; readonly dopo: string | null; };
export type SchedaAdesione = { readonly adesioneId: string; readonly regione: string; readonly canale: "regionale" | "nazionale"; readonly dataAdesione: string; readonly stato: "A" | "P" | "T" | "F" | "C" | "D" | "U" | "N" | "X" | "R"; readonly inConferma: boolean; readonly operatore: OperatoreInElenco | null; readonly attesa: Attesa | null; readonly annullamento: "nessuno" | "chiesto" | "rifiutato"; readonly puoAnnullare: Azione; readonly puoScegliereOperatore: Azione; readonly passi: readonly Passo[]; };

export interface ClienteCliclavoro {
  /** Se il servizio è in funzione */
  readonly statoDelServizio: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<Problema>>;
  /** Le regioni che si possono scegliere */
  readonly regioni: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<RegioniRisposta>>;
  /** Registra sul portale nazionale l'adesione a una regione */
  readonly aderisci: (ingresso: AderisciRichiesta) => Promise<RispostaCliente<AderisciRisposta>>;
  /** Le adesioni di chi ha fatto l'accesso, in tutte le regioni */
  readonly mieAdesioni: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<MieAdesioniRisposta>>;
  /** Chiede alla regione di annullare l'adesione; la regione decide e risponde */
  readonly chiediAnnullamento: (ingresso: ChiediAnnullamentoRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Il registro nazionale delle adesioni, a pagine, senza nomi */
  readonly registroNazionale: (ingresso?: { readonly regione?: string | ""; readonly stato?: "A" | "P" | "T" | "F" | "C" | "D" | "U" | "N" | "X" | "R" | ""; readonly dopo?: string; }) => Promise<RispostaCliente<RegistroNazionaleRisposta>>;
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

export const clienteCliclavoro = (opzioni: OpzioniCliente): ClienteCliclavoro => ({
  statoDelServizio: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/status", ingresso, file: false }),
  regioni: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/regioni", ingresso, file: false }),
  aderisci: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/adesioni", ingresso, file: false }),
  mieAdesioni: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/mie-adesioni", ingresso, file: false }),
  chiediAnnullamento: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/adesioni/chiedi-annullamento", ingresso, file: false }),
  registroNazionale: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/registro", ingresso, file: false }),
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
