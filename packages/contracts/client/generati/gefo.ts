// Generato dal documento OpenAPI: non si modifica a mano (npm run documenti).
import { chiama, type OpzioniCliente, type RispostaCliente } from "../base.ts";

export type AgendaRisposta = { readonly giorno: string; readonly appuntamenti: readonly ({ readonly appuntamentoId: string; readonly adesioneId: string; readonly persona: string; readonly sede: string; readonly luogo: string; readonly stato: "DE" | "ER" | "DI" | "DC" | "SP" | "NP"; readonly inizio: string; readonly fine: string; readonly motivo: string | null; })[]; readonly inAttesa: readonly { readonly adesioneId: string; readonly persona: string; readonly sede: string; }[]; readonly sedi: readonly { readonly sede: string; readonly luogo: string; readonly durataMinutes: number; readonly posti: number; readonly orari: readonly { readonly giorno: number; readonly dalle: string; readonly alle: string; }[]; readonly chiusure: readonly { readonly dal: string; readonly al: string; readonly motivo: string; }[]; readonly version: number; }[]; };
export type AllarmeInQuadro = { readonly at: string; readonly partner: string; readonly codice: string; readonly dettaglio: string; };
export type AllegatiRisposta = { readonly allegati: readonly CaricaAllegatoRisposta[]; };
export type AmmettiDoteRichiesta = { readonly chiave: string; readonly adesioneId: string; };
export type Anagrafica = { readonly codiceFiscale: string; readonly nome: string; readonly cognome: string; readonly dataNascita: string; readonly sesso: "F" | "M"; };
export type AnnullaAppuntamentoRichiesta = { readonly chiave: string; readonly appuntamentoId: string; readonly chi: "operatore" | "giovane"; readonly motivo: string; };
export type AnnullaDaMeRichiesta = { readonly chiave: string; readonly appuntamentoId: string; readonly motivo: string; };
export type AnteprimaChiusuraRichiesta = { readonly avvisoId: string; readonly atti: number; readonly al: string; };
export type AnteprimaChiusuraRisposta = { readonly casi: number; readonly senzaDote: number; readonly inCoda: number; readonly disponibileCents: number; readonly dopo: string | null; };
export type AnteprimaRegoleRichiesta = { readonly avvisoId: string; readonly numero: number; readonly validaDal: string; readonly cifre: Readonly<Record<string, number>>; };
export type AnteprimaRegoleRisposta = { readonly cambiano: readonly { readonly percorso: string; readonly prima: number; readonly dopo: number; }[]; readonly casi: number; readonly scadenzeSpostate: number; readonly nuoviRitardi: number; readonly dotiFerme: number; readonly differenzaCents: number; readonly oltreIMassimali: number; };
export type ApprovaRichiestaRichiesta = { readonly chiave: string; readonly richiestaId: string; readonly version: number; readonly controlli?: readonly string[]; };
export type ApriLineaRichiesta = { readonly chiave: string; readonly avvisoId: string; readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly operatoreId?: string | ""; readonly importoCents: number; readonly atto: string; };
export type ApriLineaRisposta = { readonly linea: string; };
export type ArchiviaPreavvisoRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly motivazione: string; };
export type AssegnaCasiRichiesta = { readonly chiave: string; readonly adesioni: readonly string[]; readonly collega: string | ""; };
export type AssegnaCasiRisposta = { readonly fatti: number; readonly righe: readonly { readonly adesioneId: string; readonly persona: string; readonly fatto: boolean; readonly detto: string; }[]; };
export type AssegnaOperatoreRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly operatoreId: string; };
export type AvviaDecadenzaRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly motivo: "dichiarazione-falsa" | "assenze-ingiustificate" | "requisito-perduto" | "nessun-servizio"; readonly nota: string; };
export type AvviaServizioRichiesta = { readonly chiave: string; readonly servizioId: string; readonly dataInizio: string; readonly sedeId?: string; readonly professionistaId?: string; readonly finePrevista?: string | ""; };
export type AvvisiRisposta = { readonly avvisi: readonly ({ readonly id: string; readonly programma: string; readonly titolo: string; readonly dal: string; readonly al: string | null; readonly atti: readonly ({ readonly tipo: "apertura" | "chiusura"; readonly al: string | null; readonly atto: string; readonly motivo: string; readonly at: string; readonly chi: string; })[]; })[]; };
export type Azione = { readonly ammessa: boolean; readonly perche: string | null; };
export type BilancioRisposta = { readonly linee: readonly ({ readonly id: string; readonly livello: "programma" | "avviso" | "misura" | "operatore"; readonly padre: string | null; readonly titolo: string; readonly assegnato: number; readonly disponibile: number; readonly prenotato: number; readonly impegnato: number; readonly rendicontato: number; readonly ammesso: number; readonly pagato: number; readonly recuperato: number; })[]; readonly somme: readonly ({ readonly operatoreId: string; readonly operatore: string; readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly fascia: 1 | 2 | 3 | 4; readonly parte: "processo" | "risultato"; readonly servizi: number; readonly previsto: number; readonly prenotato: number; readonly impegnato: number; readonly rendicontato: number; readonly ammesso: number; readonly pagato: number; readonly recuperato: number; })[]; readonly doti: number; readonly coda: { readonly doti: number; readonly valoreCents: number; }; };
export type CalcolaPianoRichiesta = { readonly adesioneId: string; readonly righe: readonly ({ readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly oreUnita: number; readonly erogatoreId?: string | "" | null; })[]; };
export type CalcolaPianoRisposta = { readonly righe: readonly ({ readonly importoCents: number; readonly problema: string | null; })[]; readonly valoreCents: number; readonly processoCents: number; readonly risultatoCents: number; readonly residuoCents: number; };
export type CambiaAccreditamentoRichiesta = { readonly chiave: string; readonly operatoreId: string; readonly a: "accreditato" | "sospeso" | "revocato"; readonly atto: string; readonly data: string; readonly motivo: string; };
export type CambiaResidenzaRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly provincia: string; };
export type CaricaAllegatoRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly titolo: string; readonly servizioId?: string | ""; readonly file: { readonly nome: string; readonly contenuto: Blob; }; };
export type CaricaAllegatoRisposta = { readonly allegatoId: string; readonly servizioId: string | null; readonly titolo: string; readonly nome: string; readonly tipo: "pdf" | "png" | "jpeg" | "p7m"; readonly byteLength: number; readonly sha256: string; readonly caricatoAt: string; readonly caricatoDa: string; };
export type CasoRisposta = { readonly adesioneId: string; readonly anagrafica: Anagrafica; readonly recapiti: Recapiti; readonly dataAdesione: string; readonly operatore: { readonly id: string; readonly denominazione: string; }; readonly stato: string; readonly vista: "da-convocare" | "da-incontrare" | "patto-da-firmare" | "dote-da-inviare" | "in-coda" | "in-conferma" | "servizi-da-avviare" | "servizi-in-corso" | "da-rendicontare" | "conclusi"; readonly statoAdesione: "A" | "P" | "T" | "F" | "C" | "D" | "U" | "N" | "X" | "R"; readonly entro: string | null; readonly oltreTermine: boolean; readonly contatti: readonly ({ readonly contattoId: string; readonly at: string; readonly canale: "telefono" | "email" | "sms" | "sportello" | "lettera"; readonly esito: "convocato" | "raggiunto" | "nessuna-risposta" | "colloquio" | "mancata-presentazione"; readonly nota: string; readonly addetto: string; readonly prova: string | null; readonly assenza: "salute" | "famiglia" | "lavoro" | "esame" | "ufficio" | "trasporti" | null; })[]; readonly piano: { readonly passo: "tentativo" | "convocazione" | "promemoria" | "incontro" | "assenza" | "nuova-convocazione" | "conclusione"; readonly entro: string; readonly oltreTermine: boolean; readonly tentativi: number; readonly tentativiMin: number; readonly canali: readonly ("telefono" | "email" | "sms" | "sportello" | "lettera")[]; readonly daVerificare: boolean; readonly assenza: { readonly on: string; readonly entro: string; readonly motivi: readonly ("salute" | "famiglia" | "lavoro" | "esame" | "ufficio" | "trasporti")[]; } | null; } | null; readonly patto: { readonly data: string; readonly fascia: 1 | 2 | 3 | 4; readonly documentoId: string; } | null; readonly dote: { readonly doteId: string; readonly stato: string; readonly scadeOn: string; readonly conclusione: "naturale" | "risultato" | null; readonly chiusura: { readonly motivo: string; readonly on: string; readonly nota: string; } | null; readonly protocollo: string; readonly inviataAt: string; readonly valoreCents: number; readonly residuoCents: number; readonly servizi: readonly ({ readonly servizioId: string; readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly etichetta: string; readonly stato: "pianificato" | "avviato" | "erogato" | "rendicontato" | "ammesso" | "tagliato" | "liquidato" | "recuperato" | "non-erogato"; readonly erogatore: { readonly id: string; readonly denominazione: string; }; readonly oreUnita: number; readonly importoCents: number; readonly dataInizio: string | null; readonly dataFine: string | null; readonly esito: "conclusa" | "conclusa-con-contratto" | "abbandonata" | null; readonly rendicontatoCents: number | null; readonly ammessoCents: number | null; readonly motivoTaglio: string | null; })[]; } | null; readonly coda: { readonly numero: number; readonly davanti: number; } | null; readonly nonPresa: { readonly motivo: "requisiti-mancanti" | "mancata-presentazione" | "patto-non-firmato" | "rifiuto-del-giovane" | "irreperibile" | "operatore-fermato"; readonly at: string; readonly nota: string; } | null; readonly avviso: string | null; readonly azioni: Readonly<Record<string, Azione>>; };
export type CercaPersonaRichiesta = { readonly codiceFiscale: string; };
export type CercaPersonaRisposta = { readonly adesioneId: string; };
export type ChiudiAvvisoRichiesta = { readonly avvisoId: string; readonly atti: number; readonly al: string; readonly chiave: string; readonly atto: string; readonly motivo: string; };
export type ChiudiPerFermoRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly motivazione: string; };
export type ChiudiPercorsiRichiesta = { readonly chiave: string; readonly adesioni: readonly string[]; readonly esito: "conclusa" | "conclusa-con-contratto" | "abbandonata"; readonly dataFine?: string | ""; };
export type ChiudiSedeRichiesta = { readonly sede: string; readonly dal: string; readonly al: string; readonly motivo: string; };
export type ChiudiSedeRisposta = { readonly annullati: number; };
export type CodeOperatoriRisposta = { readonly operatori: readonly ({ readonly operatoreId: string; readonly denominazione: string; readonly aperti: number; readonly oltreTermine: number; readonly daChiudere: number; readonly prima: { readonly adesioneId: string; readonly vista: "da-convocare" | "da-incontrare" | "patto-da-firmare" | "dote-da-inviare" | "in-coda" | "in-conferma" | "servizi-da-avviare" | "servizi-in-corso" | "da-rendicontare" | "conclusi"; readonly entro: string | null; readonly ritardoDays: number; } | null; })[]; };
export type CollegamentoRisposta = { readonly nodo: string; readonly kid: string; readonly aud: readonly string[]; readonly partner: readonly { readonly nome: string; readonly indirizzo: string; }[]; readonly sistemi: readonly ({ readonly nome: string; readonly fiducia: "pdnd" | "diretta"; readonly ruolo: string; readonly operazioni: readonly string[]; readonly modalita: readonly string[]; })[]; readonly revocate: readonly { readonly kid: string; readonly at: string; readonly motivo: string; readonly chi: string; }[]; readonly richiami: readonly ({ readonly id: string; readonly destinatario: string; readonly accodatoAt: string; readonly stato: "da consegnare" | "consegnato" | "rinunciato"; readonly tentativi: number; readonly errore: string; })[]; };
export type ConcludiServizioRichiesta = { readonly chiave: string; readonly servizioId: string; readonly dataFine: string; readonly esito: "conclusa" | "conclusa-con-contratto" | "abbandonata"; };
export type ConfermaClasseRichiesta = { readonly chiave: string; readonly adesioneId: string; };
export type ConfermaClasseRisposta = { readonly classe: 1 | 2 | 3 | 4; };
export type ConfermaMaggiorenneRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly firmaGiovane: "on" | true; };
export type ConvocaCasiRichiesta = { readonly chiave: string; readonly adesioni: readonly string[]; readonly sede: string; readonly dal?: string | ""; };
export type CorreggiIbanRichiestaRichiesta = { readonly chiave: string; readonly richiestaId: string; readonly version: number; readonly iban: string; };
export type CorsiaInQuadro = { readonly partner: string; readonly verso: "uscita" | "entrata"; readonly corsia: number; readonly arretrato: number; readonly ultimoProgressivo: number; readonly piuVecchioAt: string | null; readonly ultimaRicevutaAt: string | null; readonly testa: string; readonly stato: string; readonly prossimoTentativoAt: string | null; };
export type CreaAvvisoRichiesta = { readonly chiave: string; readonly id: string; readonly titolo: string; readonly dal: string; readonly al?: string | ""; readonly regoleDi: string; readonly importoCents: number; readonly linee?: readonly ({ readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly importoCents: number; })[]; readonly atto: string; readonly motivo: string; };
export type CreaAvvisoRisposta = { readonly avvisoId: string; };
export type DecidiDecadenzaRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly motivazione: string; };
export type DiagnosiRichiesta = { readonly partner: string; };
export type DiagnosiRisposta = { readonly partner: string; readonly at: string; readonly salti: readonly ({ readonly nome: "dns" | "connessione" | "token" | "finalita" | "contratto" | "eco" | "storia"; readonly titolo: string; readonly esito: "verde" | "rosso" | "non-provato" | "non-serve"; readonly causa: string; readonly prossimoPasso: string; readonly millis: number; })[]; };
export type DichiaraPresenzaRichiesta = { readonly chiave: string; readonly servizioId: string; readonly mese: string; readonly orePreviste: number; readonly orePresenti: number; };
export type EliminaFiltroRichiesta = { readonly filtroId: string; };
export type Errore = { readonly campo: string; readonly messaggio: string; };
export type EsaminaVoucherRichiesta = { readonly voucher: string; readonly prova?: string; readonly metodo?: string; readonly indirizzo?: string; readonly traccia?: string; };
export type EsaminaVoucherRisposta = { readonly righe: readonly { readonly dove: string; readonly bene: boolean; readonly testo: string; readonly rimedio: string; }[]; };
export type EstraiCampioneRichiesta = { readonly chiave: string; };
export type EstraiCampioneRisposta = { readonly estrazioneId: string; readonly numero: string; readonly estratte: number; };
export type EstrazioneRisposta = { readonly estrazioneId: string; readonly numero: string; readonly at: string; readonly chi: string; readonly domande: number; readonly estratte: number; readonly seme: string; readonly regole: { readonly quotaPercent: number; readonly minimo: number; readonly massimo: number; }; readonly elenco: readonly { readonly numero: string; readonly impronta: string; readonly estratta: boolean; }[]; };
export type EstrazioniRisposta = { readonly righe: readonly { readonly estrazioneId: string; readonly numero: string; readonly at: string; readonly chi: string; readonly domande: number; readonly estratte: number; }[]; readonly inAttesa: number; };
export type FascicoloRisposta = { readonly adesioneId: string; readonly minorenne: boolean; readonly identita: { readonly on: string; readonly documento: string; readonly scadeOn: string; } | null; readonly requisiti: readonly ({ readonly on: string; readonly esito: "positivo" | "negativo"; readonly attivita: readonly string[]; readonly prove: readonly string[]; })[]; readonly attivitaPossibili: readonly { readonly codice: string; readonly etichetta: string; readonly compatibile: boolean; }[]; readonly validitaDays: number; readonly profilazioni: readonly ({ readonly id: string; readonly at: string; readonly chi: string; readonly esito: "risposta" | "deroga" | "proposta" | "guasto"; readonly valida: boolean; readonly classe: 1 | 2 | 3 | 4 | null; readonly metodo: string; readonly simulata: boolean; readonly indice: number | null; readonly validoDal: string | null; readonly input: readonly (readonly [string, string])[]; })[]; readonly tutela: { readonly relazione: string; readonly chi: string; readonly secondo: string | null; readonly maggiorenneOn: string; readonly stato: "attiva" | "avvisata" | "cessata" | "confermata"; } | null; readonly preavviso: { readonly tipo: "non-presa" | "decadenza"; readonly motivo: string; readonly nota: string; readonly at: string; readonly entro: string; readonly controdeduzioni: { readonly at: string; readonly testo: string; } | null; } | null; readonly mancaAlPatto: string | null; readonly documenti: readonly { readonly documentoId: string; readonly titolo: string; readonly at: string; readonly chi: string; readonly sha256: string; readonly firme: readonly { readonly chi: string; readonly qualita: string; readonly at: string; }[]; }[]; readonly storia: readonly { readonly at: string; readonly notoAt: string; readonly chi: string; readonly titolo: string; }[]; readonly daVerificare: readonly string[]; };
export type Fatto = { readonly fatto: true; };
export type FermoInQuadro = { readonly id: string; readonly partner: string; readonly tipo: string; readonly corsia: number; readonly progressivo: number; readonly at: string; readonly tentativi: number; readonly errore: string; readonly stato: "in ritentativo" | "in quarantena" | "in coda"; readonly prossimoTentativoAt: string | null; };
export type FirmaAttoAdesioneRichiesta = { readonly chiave: string; };
export type FirmaPattoRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly dataPatto: string; readonly firmaGiovane: "on" | true; readonly firmaTutore?: "on" | true; };
export type FirmaPattoRisposta = { readonly documentoId: string; };
export type FirmaRegistroRichiesta = { readonly chiave: string; readonly servizioId: string; readonly dal: string; readonly al: string; readonly chi: "giovane" | "professionista"; };
export type FirmaRegistroRisposta = { readonly firmate: number; };
export type FissaAppuntamentoRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly sede: string; readonly inizio: string; };
export type FissaAppuntamentoRisposta = { readonly appuntamentoId: string; };
export type FissaDaMeRichiesta = { readonly chiave: string; readonly sede: string; readonly inizio: string; };
export type FissaDaMeRisposta = { readonly appuntamentoId: string; };
export type GiustificaAssenzaRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly assenza: "salute" | "famiglia" | "lavoro" | "esame" | "ufficio" | "trasporti"; };
export type IbanOperatoreRisposta = { readonly conto: { readonly iban: string; readonly version: number; readonly servizio: string; readonly simulato: boolean; readonly at: string; readonly chi: string; } | null; };
export type ImportaComunicazioneRichiesta = { readonly protocollo: string; readonly codiceFiscale: string; readonly tipo: "assunzione" | "proroga" | "trasformazione" | "cessazione"; readonly datore: string; readonly contratto: "tempo-indeterminato" | "apprendistato-qualifica" | "apprendistato-professionalizzante" | "apprendistato-alta-formazione" | "tempo-determinato" | "somministrazione" | "tirocinio"; readonly dal: string; readonly al?: string | "" | null; readonly precedente?: string | "" | null; readonly bonusRichiesto?: string | boolean; };
export type ImportaComunicazioneRisposta = { readonly esito: "accettata" | "duplicata"; };
export type ImportaRegistroRichiesta = { readonly chiave: string; readonly servizioId: string; readonly file: { readonly nome: string; readonly contenuto: Blob; }; };
export type ImportaRegistroRisposta = { readonly scritte: number; readonly righe: readonly ({ readonly riga: number; readonly esito: "scritta" | "gia-presente" | "rifiutata"; readonly motivo: string; })[]; };
export type IndennitaRisposta = { readonly righe: readonly ({ readonly mese: string; readonly orePreviste: number; readonly orePresenti: number; readonly importoCents: number; readonly stato: "dichiarata" | "non-dovuta" | "inviata" | "pagata" | "respinta"; readonly inviataOn: string | null; readonly pagataOn: string | null; readonly motivo: string | null; readonly riferimento: string; readonly adesioneId: string; readonly giovane: string; readonly operatore: string; readonly lotto: string | null; })[]; readonly daInviare: number; };
export type IndennitaServizioRisposta = { readonly servizioId: string; readonly adesioneId: string; readonly etichetta: string; readonly mesi: readonly ({ readonly mese: string; readonly orePreviste: number; readonly orePresenti: number; readonly importoCents: number; readonly stato: "dichiarata" | "non-dovuta" | "inviata" | "pagata" | "respinta"; readonly inviataOn: string | null; readonly pagataOn: string | null; readonly motivo: string | null; })[]; readonly aperti: readonly string[]; readonly regole: { readonly importoMeseCents: number; readonly presenzaMinPercent: number; readonly mesiMax: number; }; };
export type InviaDoteRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly version: number; };
export type InviaDoteRisposta = { readonly doteId: string; readonly protocollo: string; readonly documentoId: string; readonly numeroInCoda: number | null; };
export type InviaIndennitaRichiesta = { readonly chiave: string; };
export type InviaIndennitaRisposta = { readonly lotto: string; readonly mesi: number; };
export type IstruttoriaRisposta = { readonly verifiche: readonly { readonly adesioneId: string; readonly persona: string; readonly operatore: string; readonly protocollo: string; readonly dal: string; readonly dettaglio: string; readonly decidibile: boolean; }[]; readonly decadenze: readonly { readonly adesioneId: string; readonly persona: string; readonly operatore: string; readonly protocollo: string; readonly dal: string; readonly dettaglio: string; readonly decidibile: boolean; }[]; readonly classi: readonly { readonly adesioneId: string; readonly persona: string; readonly operatore: string; readonly protocollo: string; readonly dal: string; readonly dettaglio: string; readonly decidibile: boolean; }[]; readonly cambi: readonly { readonly adesioneId: string; readonly persona: string; readonly operatore: string; readonly protocollo: string; readonly dal: string; readonly dettaglio: string; readonly decidibile: boolean; }[]; readonly fermati: readonly { readonly adesioneId: string; readonly persona: string; readonly operatore: string; readonly protocollo: string; readonly dal: string; readonly dettaglio: string; readonly decidibile: boolean; readonly operatoreId: string; }[]; readonly nonConvocati: readonly { readonly adesioneId: string; readonly persona: string; readonly operatore: string; readonly protocollo: string; readonly dal: string; readonly dettaglio: string; readonly decidibile: boolean; }[]; };
export type LasciaCasoRichiesta = { readonly adesioneId: string; };
export type LasciaCodaRichiesta = { readonly chiave: string; readonly adesioneId: string; };
export type LavoroRisposta = { readonly righe: readonly ({ readonly adesioneId: string; readonly nome: string; readonly cognome: string; readonly dataAdesione: string; readonly vista: "da-convocare" | "da-incontrare" | "patto-da-firmare" | "dote-da-inviare" | "in-coda" | "in-conferma" | "servizi-da-avviare" | "servizi-in-corso" | "da-rendicontare" | "conclusi"; readonly entro: string | null; readonly oltreTermine: boolean; readonly ultimoContatto: string | null; readonly fascia: 1 | 2 | 3 | 4 | null; readonly minore: boolean; readonly sede: string | null; readonly segno: "urgente" | "da-richiamare" | "mancano-documenti" | null; readonly assegnatario: string | null; readonly daChiudere: { readonly motivo: "dote-chiusa" | "dote-finita" | "sospesa-troppo" | "servizi-finiti" | "fermo"; readonly dal: string; readonly entro: string; readonly oltreTermine: boolean; } | null; readonly inMano: { readonly chi: string; readonly fino: string; } | null; })[]; readonly dopo: string | null; readonly perVista: Readonly<Record<string, number>>; readonly perRitaglio: Readonly<Record<string, { readonly casi: number; readonly almeno: boolean; }>>; readonly oltreTermine: number; readonly carichi: readonly ({ readonly chi: { readonly id: string; readonly nome: string; } | null; readonly casi: number; })[]; readonly filtri: readonly ({ readonly filtroId: string; readonly nome: string; readonly filtro: { readonly vista?: "da-convocare" | "da-incontrare" | "patto-da-firmare" | "dote-da-inviare" | "in-coda" | "in-conferma" | "servizi-da-avviare" | "servizi-in-corso" | "da-rendicontare" | "conclusi" | "da-chiudere" | "doti-in-scadenza" | ""; readonly nome?: string; readonly entroIl?: string | ""; readonly assegnatario?: string; readonly sede?: string; readonly fascia?: "" | "1" | "2" | "3" | "4"; readonly minori?: "" | "si"; readonly segno?: "urgente" | "da-richiamare" | "mancano-documenti" | ""; }; })[]; readonly colleghi: readonly { readonly id: string; readonly nome: string; }[]; readonly sedi: readonly { readonly sede: string; readonly luogo: string; }[]; };
export type LetteraRisposta = { readonly notificaId: string; readonly adesioneId: string; readonly persona: string; readonly modello: string; readonly canale: "email" | "io" | "sms"; readonly stato: "in-attesa" | "in-invio" | "inviata" | "respinta" | "fallita" | "esclusa"; readonly creataAt: string; readonly inviataAt: string | null; readonly tentativi: number; readonly risposta: string | null; readonly a: string; readonly oggetto: string; readonly testo: string; readonly breve: string; readonly allegati: readonly string[]; };
export type MettiInAttesaRichiesta = { readonly adesioneId: string; readonly sede: string; };
export type MieLettureRisposta = { readonly letture: readonly ({ readonly at: string; readonly chi: string; readonly ente: string | null; readonly cosa: string | null; })[]; };
export type MieiAppuntamentiRisposta = { readonly operatore: string | null; readonly puoFissare: boolean; readonly appuntamenti: readonly ({ readonly appuntamentoId: string; readonly sede: string; readonly luogo: string; readonly stato: "DE" | "ER" | "DI" | "DC" | "SP" | "NP"; readonly inizio: string; readonly fine: string; readonly motivo: string | null; })[]; readonly sedi: readonly { readonly sede: string; readonly luogo: string; readonly turni: readonly { readonly inizio: string; readonly liberi: number; }[]; }[]; };
export type NonAmmettereDoteRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly motivazione: string; };
export type NonPagateRisposta = { readonly oggi: string; readonly somme: readonly ({ readonly operatoreId: string; readonly operatore: string; readonly fascia: "0-30" | "31-60" | "61-90" | "oltre-90"; readonly quante: number; readonly importoCents: number; })[]; readonly righe: readonly ({ readonly rendicontazioneId: string; readonly adesioneId: string; readonly operatore: string; readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly presentataOn: string; readonly giorni: number; readonly fascia: "0-30" | "31-60" | "61-90" | "oltre-90"; readonly importoCents: number; readonly dove: string; readonly richiestaId: string | null; })[]; readonly altre: boolean; };
export type NonPrendereInCaricoRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly motivo: "requisiti-mancanti" | "mancata-presentazione" | "patto-non-firmato" | "rifiuto-del-giovane" | "irreperibile" | "operatore-fermato"; readonly nota?: string; };
export type OperatoreRisposta = { readonly id: string; readonly denominazione: string; readonly stato: "accreditato" | "sospeso" | "revocato"; readonly dati: { readonly codiceFiscale: string; readonly partitaIva: string; readonly firmatario: string; readonly sedi: readonly ({ readonly comune: string; readonly indirizzo: string; readonly dal?: string | ""; readonly al?: string | ""; })[]; readonly professionisti: readonly ({ readonly nome: string; readonly qualifica: string; readonly dal?: string | ""; readonly al?: string | ""; })[]; readonly misure: readonly ("3" | "5" | "1-B" | "1-C" | "2-A" | "7-1")[]; }; readonly version: number; readonly atto: { readonly at: string; readonly chi: string; readonly sha256: string; } | null; readonly passi: readonly ("accreditato" | "sospeso" | "revocato")[]; readonly storia: readonly ({ readonly da: "accreditato" | "sospeso" | "revocato" | null; readonly a: "accreditato" | "sospeso" | "revocato"; readonly atto: string; readonly motivo: string; readonly data: string; readonly chi: string; })[]; readonly daRidare: readonly ({ readonly adesioneId: string; readonly nome: string; readonly cognome: string; readonly stato: string; readonly azione: "ridaiScelta" | "chiudiPerFermo" | null; readonly perche: string; })[]; };
export type OperatoriRisposta = { readonly operatori: readonly ({ readonly id: string; readonly denominazione: string; readonly comune: string; readonly stato: "accreditato" | "sospeso" | "revocato"; readonly attoFirmato: boolean; readonly casiAperti: number; })[]; };
export type OrdinaPagamentoRichiesta = { readonly chiave: string; readonly richiestaId: string; readonly version: number; };
export type OrdinaPagamentoRisposta = { readonly ordineId: string; };
export type PagabiliRisposta = { readonly righe: readonly ({ readonly rendicontazioneId: string; readonly servizioId: string; readonly adesioneId: string; readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly ammessaOn: string; readonly importoCents: number; })[]; readonly totaleCents: number; readonly importoMinCents: number; readonly dal: string | null; readonly conto: { readonly iban: string; readonly version: number; readonly servizio: string; readonly simulato: boolean; readonly at: string; readonly chi: string; } | null; };
export type PausaPartnerRichiesta = { readonly partner: string; readonly inPausa: string | boolean; };
export type PercorsiDaChiudereRisposta = { readonly righe: readonly ({ readonly motivo: "dote-chiusa" | "dote-finita" | "sospesa-troppo" | "servizi-finiti" | "fermo"; readonly dal: string; readonly entro: string; readonly oltreTermine: boolean; readonly adesioneId: string; readonly persona: string; readonly operatore: string; })[]; readonly dopo: string | null; };
export type PianoRisposta = { readonly adesioneId: string; readonly version: number; readonly aggiornatoAt: string | null; readonly aggiornatoDa: string | null; readonly fascia: 1 | 2 | 3 | 4 | null; readonly righe: readonly ({ readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly oreUnita: number; readonly erogatoreId: string | null; })[]; readonly catalogo: readonly ({ readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly etichetta: string; readonly unita: "ora" | "risultato"; readonly tariffaCents: number; readonly unitaMax: number; readonly importoMaxCents: number; readonly disponibileCents: number; })[]; readonly massimaleCents: number; readonly disponibileCents: number; readonly calcolo: CalcolaPianoRisposta; readonly erogatori: readonly { readonly id: string; readonly denominazione: string; }[]; readonly daVerificare: boolean; };
export type PostaRisposta = { readonly lettere: readonly ({ readonly notificaId: string; readonly adesioneId: string; readonly persona: string; readonly modello: string; readonly canale: "email" | "io" | "sms"; readonly stato: "in-attesa" | "in-invio" | "inviata" | "respinta" | "fallita" | "esclusa"; readonly creataAt: string; readonly inviataAt: string | null; readonly tentativi: number; readonly risposta: string | null; })[]; };
export type PreferenzeNotificheRichiesta = { readonly adesioneId: string; readonly canale: "email" | "io" | "sms"; readonly senzaPromemoria?: "on" | true | false; };
export type PrendiInManoRichiesta = { readonly adesioneId: string; };
export type PrendiInManoRisposta = { readonly fino: string; };
export type PresentaRichiestaRichiesta = { readonly chiave: string; readonly rendicontazioni: readonly string[]; };
export type PresentaRichiestaRisposta = { readonly richiestaId: string; readonly numero: string; };
export type Problema = { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly rimedio?: string; readonly errori?: readonly Errore[]; readonly fatti?: Readonly<Record<string, unknown>>; };
export type ProfilaRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly titolo: "nessuno" | "media" | "qualifica" | "diploma" | "laurea"; readonly condizione: "studente" | "occupato" | "disoccupato" | "inattivo"; readonly presenza: "nato" | "oltre-2" | "1-2" | "fino-1"; readonly provincia: string; };
export type ProfilaRisposta = { readonly classe: 1 | 2 | 3 | 4; readonly metodo: string; readonly simulata: boolean; };
export type ProponiClasseRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly classe: number; readonly motivazione: string; };
export type QuadroFlussi = { readonly nodo: string; readonly at: string; readonly partner: readonly ({ readonly nome: string; readonly circuito: "chiuso" | "aperto" | "semiaperto"; readonly inPausa: boolean; readonly prossimoTentativoAt: string | null; readonly etaSeconds: number | null; })[]; readonly corsie: readonly CorsiaInQuadro[]; readonly rifiuti: readonly RifiutoInQuadro[]; readonly nonPortati: readonly { readonly partner: string; readonly tipo: string; readonly quanti: number; readonly ultimoAt: string; }[]; readonly fermi: readonly FermoInQuadro[]; readonly allarmi: readonly AllarmeInQuadro[]; };
export type Recapiti = { readonly email: string; readonly telefono: string; };
export type RecuperaImportoRichiesta = { readonly chiave: string; readonly richiestaId: string; readonly version: number; readonly rendicontazioneId: string; readonly importoCents: number; readonly motivo: string; };
export type RegistraContattoRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly canale: "telefono" | "email" | "sms" | "sportello" | "lettera"; readonly esito: "convocato" | "raggiunto" | "nessuna-risposta" | "colloquio" | "mancata-presentazione"; readonly giorno: string; readonly ora: string; readonly nota?: string; readonly prova?: string; };
export type RegistraControdeduzioniRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly testo: string; };
export type RegistraControlloRichiesta = { readonly chiave: string; readonly richiestaId: string; readonly version: number; readonly nota: string; readonly decurtazioni?: readonly { readonly rendicontazioneId: string; readonly importoCents: number; }[]; };
export type RegistraIndennitaRichiesta = { readonly riferimento: string; readonly esito: "pagata" | "respinta"; readonly data: string; readonly motivo?: string; };
export type RegistraIndennitaRisposta = { readonly esito: "accettata" | "duplicata"; };
export type RegistraPagamentoRichiesta = { readonly riferimento: string; readonly ordineId: string; readonly esito: "pagato" | "stornato"; readonly data: string; readonly importoCents: number; readonly motivo?: string; };
export type RegistraPagamentoRisposta = { readonly esito: "accettata" | "duplicata"; };
export type RegistraPresenzaRichiesta = { readonly chiave: string; readonly appuntamentoId: string; readonly venuto: "si" | "no"; };
export type RegistraRimbalzoRichiesta = { readonly notificaId: string; readonly motivo: string; };
export type RegistraTutelaRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly relazione: "GEN" | "TUT" | "AFF"; readonly nome: string; readonly cognome: string; readonly dataNascita: string; readonly secondo?: "consenso" | "dichiarazione" | ""; readonly nomeSecondo?: string; };
export type RegistroRisposta = { readonly servizioId: string; readonly adesioneId: string; readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly etichetta: string; readonly stato: string; readonly aperto: boolean; readonly delCaso: boolean; readonly oreUnita: number; readonly dataInizio: string | null; readonly dataFine: string | null; readonly finePrevista: string | null; readonly sedeId: string; readonly professionistaId: string; readonly lunedi: string; readonly impronta: string; readonly righe: readonly ({ readonly rigaId: string; readonly giorno: string; readonly dalle: string; readonly alle: string; readonly sedeId: string; readonly professionistaId: string; readonly firmaGiovaneAt: string | null; readonly firmaProfessionistaAt: string | null; readonly bloccata: boolean; })[]; readonly settimane: readonly { readonly lunedi: string; readonly minuti: number; readonly firmate: boolean; }[]; readonly minutiScritti: number; readonly minutiFirmati: number; readonly minutiRendicontati: number; readonly sedi: readonly ({ readonly id: string; readonly nome: string; readonly dal: string; readonly al: string | null; })[]; readonly professionisti: readonly ({ readonly id: string; readonly nome: string; readonly dal: string; readonly al: string | null; })[]; readonly variazioni: readonly { readonly at: string; readonly chi: string; readonly testo: string; readonly motivo: string; }[]; };
export type RegoleRisposta = { readonly avvisoId: string; readonly titolo: string; readonly numero: number; readonly cifre: readonly { readonly percorso: string; readonly valore: number; readonly daVerificare: boolean; }[]; readonly versioni: readonly { readonly numero: number; readonly validaDal: string; readonly atto: string; readonly motivo: string; readonly at: string; readonly chi: string; }[]; };
export type RendicontaRichiesta = { readonly chiave: string; readonly servizioId: string; readonly tipo?: "parziale" | "finale" | "ripresentazione"; };
export type RendicontazioneRisposta = { readonly rendicontazioneId: string; readonly servizioId: string; readonly adesioneId: string; readonly operatore: string; readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly tipo: "parziale" | "finale" | "ripresentazione"; readonly stato: "presentata" | "verificata"; readonly presentataAt: string; readonly presentataDa: string; readonly verificataDa: string | null; readonly attesaDays: number; readonly minuti: number; readonly richiestoCents: number; readonly ammessoCents: number | null; readonly pagataOn: string | null; readonly voci: readonly ({ readonly riferimento: string; readonly giorno: string; readonly minuti: number; readonly importoCents: number; readonly taglioCents: number; readonly motivoTaglio: "firma-mancante" | "prova-insufficiente" | "ore-non-coerenti" | "sede-non-ammessa" | "doppio-finanziamento" | "altro" | null; readonly notaTaglio: string; })[]; readonly controlli: Readonly<Record<string, string>>; readonly controlliFatti: readonly ({ readonly parole: string; readonly documento: { readonly allegatoId: string; readonly titolo: string; } | null; })[]; };
export type RendicontazioniRisposta = { readonly righe: readonly ({ readonly rendicontazioneId: string; readonly servizioId: string; readonly adesioneId: string; readonly operatore: string; readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly tipo: "parziale" | "finale" | "ripresentazione"; readonly stato: "presentata" | "verificata"; readonly presentataAt: string; readonly presentataDa: string; readonly verificataDa: string | null; readonly attesaDays: number; readonly minuti: number; readonly richiestoCents: number; readonly ammessoCents: number | null; readonly pagataOn: string | null; })[]; };
export type RendicontazioniServizioRisposta = { readonly rendicontazioni: readonly RendicontazioneRisposta[]; readonly ripresentabileCents: number; readonly ripresentabileEntro: string | null; };
export type RespingiRichiestaRichiesta = { readonly chiave: string; readonly richiestaId: string; readonly version: number; readonly motivo: string; };
export type RevocaChiaveRichiesta = { readonly kid: string; readonly motivo: string; };
export type RevocaChiaveRisposta = { readonly fatto: true; };
export type RevocaDoteRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly motivazione: string; };
export type RiapriRegistroRichiesta = { readonly chiave: string; readonly servizioId: string; readonly dal: string; readonly al: string; };
export type RiapriRegistroRisposta = { readonly riaperte: number; };
export type RichiestaPagamentoRisposta = { readonly richiestaId: string; readonly numero: string; readonly operatoreId: string; readonly operatore: string; readonly stato: "presentata" | "respinta" | "approvata" | "in-controllo" | "pagabile" | "ordinata" | "insoluta" | "pagata"; readonly totaleCents: number; readonly presentataAt: string; readonly pagataOn: string | null; readonly version: number; readonly iban: string; readonly ibanDiOggi: boolean; readonly ordineId: string | null; readonly ordinataOn: string | null; readonly motivo: string | null; readonly voci: readonly ({ readonly rendicontazioneId: string; readonly servizioId: string; readonly adesioneId: string; readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly importoCents: number; readonly recuperatoCents: number; readonly ammessaDa: string; })[]; readonly controlli: Readonly<Record<string, string>>; readonly durc: readonly ({ readonly numero: string; readonly esito: "regolare" | "irregolare" | "in-verifica"; readonly scadenza: string; readonly servizio: string; readonly simulato: boolean; readonly chiestoAt: string; })[]; readonly passi: readonly { readonly at: string; readonly passo: string; readonly chi: string; readonly nota: string; }[]; readonly estrazione: { readonly estrazioneId: string; readonly numero: string; } | null; };
export type RichiestePagamentoRisposta = { readonly righe: readonly ({ readonly richiestaId: string; readonly numero: string; readonly operatoreId: string; readonly operatore: string; readonly stato: "presentata" | "respinta" | "approvata" | "in-controllo" | "pagabile" | "ordinata" | "insoluta" | "pagata"; readonly totaleCents: number; readonly presentataAt: string; readonly pagataOn: string | null; })[]; };
export type RidaiSceltaRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly propostoId?: string | ""; };
export type RifiutoInQuadro = { readonly id: string; readonly verso: "uscita" | "entrata"; readonly partner: string; readonly tipo: string; readonly corsia: number; readonly progressivo: number; readonly at: string; readonly codice: string; readonly causa: string; readonly aChiTocca: string; readonly prossimoPasso: string; };
export type RinunciaDoteRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly dataRinuncia: string; readonly nota?: string; readonly perCambio?: "on" | true; readonly firmaGiovane: "on" | true; };
export type RinunciaDoteRisposta = { readonly documentoId: string; };
export type RiprendiDoteRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly al: string; };
export type RiprovaMessaggioRichiesta = { readonly id: string; };
export type SalvaFiltroRichiesta = { readonly nome: string; readonly filtro: { readonly vista?: "da-convocare" | "da-incontrare" | "patto-da-firmare" | "dote-da-inviare" | "in-coda" | "in-conferma" | "servizi-da-avviare" | "servizi-in-corso" | "da-rendicontare" | "conclusi" | "da-chiudere" | "doti-in-scadenza" | ""; readonly nome?: string; readonly entroIl?: string | ""; readonly assegnatario?: string; readonly sede?: string; readonly fascia?: "" | "1" | "2" | "3" | "4"; readonly minori?: "" | "si"; readonly segno?: "urgente" | "da-richiamare" | "mancano-documenti" | ""; }; };
export type SalvaIbanRichiesta = { readonly chiave: string; readonly version: number; readonly iban: string; };
export type SalvaOperatoreRichiesta = { readonly chiave: string; readonly operatoreId: string; readonly version: number; readonly dati: { readonly codiceFiscale: string; readonly partitaIva: string; readonly firmatario: string; readonly sedi: readonly ({ readonly comune: string; readonly indirizzo: string; readonly dal?: string | ""; readonly al?: string | ""; })[]; readonly professionisti?: readonly ({ readonly nome: string; readonly qualifica: string; readonly dal?: string | ""; readonly al?: string | ""; })[]; readonly misure: readonly ("3" | "5" | "1-B" | "1-C" | "2-A" | "7-1")[]; }; };
export type SalvaPianoRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly version: number; readonly righe: readonly ({ readonly misura: "3" | "5" | "1-B" | "1-C" | "2-A" | "7-1"; readonly oreUnita: number; readonly erogatoreId?: string | "" | null; })[]; };
export type SalvaPianoRisposta = { readonly version: number; };
export type SalvaRegoleRichiesta = { readonly avvisoId: string; readonly numero: number; readonly validaDal: string; readonly cifre: Readonly<Record<string, number>>; readonly chiave: string; readonly atto: string; readonly motivo: string; };
export type SalvaSettimanaRichiesta = { readonly chiave: string; readonly servizioId: string; readonly lunedi: string; readonly impronta: string; readonly righe: readonly { readonly giorno: string; readonly dalle: string; readonly alle: string; readonly sedeId: string; readonly professionistaId: string; }[]; };
export type SalvaSettimanaRisposta = { readonly scritte: number; readonly avvisi: readonly string[]; };
export type SegnaCasiRichiesta = { readonly chiave: string; readonly adesioni: readonly string[]; readonly segno: "urgente" | "da-richiamare" | "mancano-documenti" | ""; };
export type ServiziAffidatiRisposta = { readonly righe: readonly ({ readonly servizioId: string; readonly adesioneId: string; readonly giovane: string; readonly operatore: string; readonly etichetta: string; readonly oreUnita: number; readonly dataInizio: string | null; })[]; };
export type SospendiDoteRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly dal: string; readonly motivo: "salute" | "maternita" | "lavoro-breve" | "famiglia"; };
export type SpostaAppuntamentoRichiesta = { readonly chiave: string; readonly appuntamentoId: string; readonly inizio: string; readonly motivo: string; };
export type SpostaAppuntamentoRisposta = { readonly appuntamentoId: string; };
export type SpostaDaMeRichiesta = { readonly chiave: string; readonly appuntamentoId: string; readonly sede: string; readonly inizio: string; };
export type SpostaDenaroRichiesta = { readonly chiave: string; readonly da: string; readonly a: string; readonly importoCents: number; readonly atto: string; };
export type StanziaRichiesta = { readonly chiave: string; readonly importoCents: number; readonly atto: string; };
export type TurniLiberiRisposta = { readonly turni: readonly { readonly inizio: string; readonly liberi: number; }[]; };
export type VariaServizioRichiesta = { readonly chiave: string; readonly servizioId: string; readonly dal: string; readonly sedeId?: string; readonly professionistaId?: string; readonly finePrevista?: string | ""; readonly motivo: string; };
export type VerificaIdentitaRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly dataVerifica: string; readonly documento: "carta-identita" | "passaporto" | "patente" | "permesso-di-soggiorno"; readonly scadenza: string; };
export type VerificaRendicontazioneRichiesta = { readonly chiave: string; readonly rendicontazioneId: string; readonly controlli?: readonly string[]; readonly prove?: readonly { readonly controllo: string; readonly allegatoId: string; }[]; readonly tagli?: readonly ({ readonly riferimento: string; readonly importoCents: number; readonly motivo: "firma-mancante" | "prova-insufficiente" | "ore-non-coerenti" | "sede-non-ammessa" | "doppio-finanziamento" | "altro"; readonly nota?: string; })[]; };
export type VerificaRequisitiRichiesta = { readonly chiave: string; readonly adesioneId: string; readonly dataVerifica: string; readonly attivita?: readonly string[] | Readonly<Record<string, unknown>>; readonly prove?: readonly string[] | Readonly<Record<string, unknown>>; };
export type VerificaRequisitiRisposta = { readonly esito: "positivo" | "negativo"; };

export interface ClienteGefo {
  /** Se il servizio è in funzione */
  readonly statoDelServizio: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<Problema>>;
  /** La lista di lavoro dell'operatore, per scadenza, con i suoi conteggi */
  readonly lavoro: (ingresso?: { readonly vista?: "da-convocare" | "da-incontrare" | "patto-da-firmare" | "dote-da-inviare" | "in-coda" | "in-conferma" | "servizi-da-avviare" | "servizi-in-corso" | "da-rendicontare" | "conclusi" | "da-chiudere" | "doti-in-scadenza" | ""; readonly nome?: string; readonly entroIl?: string | ""; readonly assegnatario?: string; readonly sede?: string; readonly fascia?: "" | "1" | "2" | "3" | "4"; readonly minori?: "" | "si"; readonly segno?: "urgente" | "da-richiamare" | "mancano-documenti" | ""; readonly dopo?: string; }) => Promise<RispostaCliente<LavoroRisposta>>;
  /** Trova un caso dal codice fiscale, in qualunque forma; la ricerca viene annotata */
  readonly cercaPersona: (ingresso: CercaPersonaRichiesta) => Promise<RispostaCliente<CercaPersonaRisposta>>;
  /** Le liste di tutti gli operatori: quanti casi, quanti in ritardo, il più vecchio */
  readonly codeOperatori: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<CodeOperatoriRisposta>>;
  /** Prende un caso in mano per un po', o lo tiene ancora: i colleghi lo vedono */
  readonly prendiInMano: (ingresso: PrendiInManoRichiesta) => Promise<RispostaCliente<PrendiInManoRisposta>>;
  /** Lascia un caso che si ha in mano */
  readonly lasciaCaso: (ingresso: LasciaCasoRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Affida uno o più casi a un collega, o a nessuno */
  readonly assegnaCasi: (ingresso: AssegnaCasiRichiesta) => Promise<RispostaCliente<AssegnaCasiRisposta>>;
  /** Mette o toglie un segno a uno o più casi */
  readonly segnaCasi: (ingresso: SegnaCasiRichiesta) => Promise<RispostaCliente<AssegnaCasiRisposta>>;
  /** Che cosa ne è stato, caso per caso, di un'azione su molti casi */
  readonly esitoInsieme: (ingresso: { readonly chiave: string; }) => Promise<RispostaCliente<AssegnaCasiRisposta>>;
  /** Conserva un filtro con un nome; lo stesso nome lo sostituisce */
  readonly salvaFiltro: (ingresso: SalvaFiltroRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Toglie un filtro conservato */
  readonly eliminaFiltro: (ingresso: EliminaFiltroRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** La lista in un file, CSV o Excel; chi la porta via resta scritto */
  readonly esportaLavoro: (ingresso: { readonly vista?: "da-convocare" | "da-incontrare" | "patto-da-firmare" | "dote-da-inviare" | "in-coda" | "in-conferma" | "servizi-da-avviare" | "servizi-in-corso" | "da-rendicontare" | "conclusi" | "da-chiudere" | "doti-in-scadenza" | ""; readonly nome?: string; readonly entroIl?: string | ""; readonly assegnatario?: string; readonly sede?: string; readonly fascia?: "" | "1" | "2" | "3" | "4"; readonly minori?: "" | "si"; readonly segno?: "urgente" | "da-richiamare" | "mancano-documenti" | ""; readonly formato: "csv" | "xlsx"; }) => Promise<RispostaCliente<Blob>>;
  /** I giovani in carico a cui nessuno lavora più, di tutti gli operatori, dal più urgente */
  readonly percorsiDaChiudere: (ingresso?: { readonly operatoreId?: string; readonly dopo?: string; }) => Promise<RispostaCliente<PercorsiDaChiudereRisposta>>;
  /** Chiude i percorsi a cui nessuno lavora più: la Regione lascia libero il giovane, i conti restano da fare */
  readonly chiudiPercorsi: (ingresso: ChiudiPercorsiRichiesta) => Promise<RispostaCliente<AssegnaCasiRisposta>>;
  /** Un caso intero; la lettura viene annotata */
  readonly caso: (ingresso: { readonly adesioneId: string; }) => Promise<RispostaCliente<CasoRisposta>>;
  /** Chi ha letto la scheda del giovane che chiede, per chi lavora, che cosa, quando */
  readonly mieLetture: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<MieLettureRisposta>>;
  /** Annota una convocazione, una risposta, un colloquio o una mancata presentazione */
  readonly registraContatto: (ingresso: RegistraContattoRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Registra perché il giovane non è venuto: l'assenza non conta */
  readonly giustificaAssenza: (ingresso: GiustificaAssenzaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Gli appuntamenti di un giorno, o di una persona, e chi aspetta un posto */
  readonly agenda: (ingresso?: { readonly giorno?: string; readonly adesioneId?: string; }) => Promise<RispostaCliente<AgendaRisposta>>;
  /** I prossimi turni di una sede che hanno ancora posto */
  readonly turniLiberi: (ingresso: { readonly sede: string; readonly dal?: string | ""; }) => Promise<RispostaCliente<TurniLiberiRisposta>>;
  /** L'appuntamento come file per il calendario */
  readonly appuntamentoIcs: (ingresso: { readonly appuntamentoId: string; }) => Promise<RispostaCliente<Blob>>;
  /** Prende un posto in un turno e lo scrive alla persona: vale come convocazione */
  readonly fissaAppuntamento: (ingresso: FissaAppuntamentoRichiesta) => Promise<RispostaCliente<FissaAppuntamentoRisposta>>;
  /** Sposta un appuntamento in un altro turno, spiegando perché */
  readonly spostaAppuntamento: (ingresso: SpostaAppuntamentoRichiesta) => Promise<RispostaCliente<SpostaAppuntamentoRisposta>>;
  /** Annulla un appuntamento, per l'operatore o perché lo chiede il giovane */
  readonly annullaAppuntamento: (ingresso: AnnullaAppuntamentoRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** È venuto o non è venuto: diventa un contatto del caso */
  readonly registraPresenza: (ingresso: RegistraPresenzaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Mette una persona in attesa del primo posto che si libera */
  readonly mettiInAttesa: (ingresso: MettiInAttesaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Dà a ciascuno il primo turno libero e glielo scrive */
  readonly convocaCasi: (ingresso: ConvocaCasiRichiesta) => Promise<RispostaCliente<AssegnaCasiRisposta>>;
  /** Chiude una sede per dei giorni: annulla, spiega e rimette in attesa chi era fissato */
  readonly chiudiSede: (ingresso: ChiudiSedeRichiesta) => Promise<RispostaCliente<ChiudiSedeRisposta>>;
  /** Gli appuntamenti del giovane che chiede, e i turni liberi del suo operatore */
  readonly mieiAppuntamenti: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<MieiAppuntamentiRisposta>>;
  /** Il giovane prende un posto in un turno libero del suo operatore */
  readonly fissaDaMe: (ingresso: FissaDaMeRichiesta) => Promise<RispostaCliente<FissaDaMeRisposta>>;
  /** Il giovane sposta il suo appuntamento in un altro turno libero */
  readonly spostaDaMe: (ingresso: SpostaDaMeRichiesta) => Promise<RispostaCliente<FissaDaMeRisposta>>;
  /** Il giovane annulla il suo appuntamento, dicendo perché */
  readonly annullaDaMe: (ingresso: AnnullaDaMeRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Un appuntamento del giovane come file per il suo calendario */
  readonly mioAppuntamentoIcs: (ingresso: { readonly appuntamentoId: string; }) => Promise<RispostaCliente<Blob>>;
  /** Le ultime lettere scritte ai giovani, con il loro esito */
  readonly posta: (ingresso?: { readonly adesioneId?: string; }) => Promise<RispostaCliente<PostaRisposta>>;
  /** Una lettera intera; la lettura viene annotata */
  readonly lettera: (ingresso: { readonly notificaId: string; }) => Promise<RispostaCliente<LetteraRisposta>>;
  /** Su quale canale scrivere a una persona, e se vuole promemoria */
  readonly preferenzeNotifiche: (ingresso: PreferenzeNotificheRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Una lettera inviata è tornata indietro: lo dice il server della posta */
  readonly registraRimbalzo: (ingresso: RegistraRimbalzoRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Il fascicolo di un giovane: verifiche, profilazioni, documenti, storia; lettura annotata */
  readonly fascicolo: (ingresso: { readonly adesioneId: string; }) => Promise<RispostaCliente<FascicoloRisposta>>;
  /** Annota il documento d'identità che è stato visto; il suo numero non si conserva */
  readonly verificaIdentita: (ingresso: VerificaIdentitaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Verifica che il giovane non studi e non lavori, con le prove e la loro data */
  readonly verificaRequisiti: (ingresso: VerificaRequisitiRichiesta) => Promise<RispostaCliente<VerificaRequisitiRisposta>>;
  /** Registra chi decide per un minorenne e che cosa dice l'altro genitore */
  readonly registraTutela: (ingresso: RegistraTutelaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Il giovane, diventato maggiorenne, conferma di persona patto e informativa */
  readonly confermaMaggiorenne: (ingresso: ConfermaMaggiorenneRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Annota la nuova provincia: la profilazione fatta per un'altra provincia decade */
  readonly cambiaResidenza: (ingresso: CambiaResidenzaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Chiede la classe al servizio di profilazione; la risposta si conserva per sempre */
  readonly profila: (ingresso: ProfilaRichiesta) => Promise<RispostaCliente<ProfilaRisposta>>;
  /** A servizio fermo: una persona della Regione propone la classe, un'altra la conferma */
  readonly proponiClasse: (ingresso: ProponiClasseRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Conferma la classe proposta da un'altra persona */
  readonly confermaClasse: (ingresso: ConfermaClasseRichiesta) => Promise<RispostaCliente<ConfermaClasseRisposta>>;
  /** Registra il patto di servizio firmato: la fascia è la classe della profilazione */
  readonly firmaPatto: (ingresso: FirmaPattoRichiesta) => Promise<RispostaCliente<FirmaPattoRisposta>>;
  /** Registra la NON presa in carico con il suo motivo, o il preavviso dove serve prima */
  readonly nonPrendereInCarico: (ingresso: NonPrendereInCaricoRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Annota la risposta del giovane a un preavviso, entro il suo termine */
  readonly registraControdeduzioni: (ingresso: RegistraControdeduzioniRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Chiude un preavviso senza decidere contro il giovane */
  readonly archiviaPreavviso: (ingresso: ArchiviaPreavvisoRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Un documento generato e firmato (patto, DRU, rinuncia), in PDF; lettura annotata */
  readonly documento: (ingresso: { readonly documentoId: string; }) => Promise<RispostaCliente<Blob>>;
  /** La bozza della dote, con il catalogo delle misure, i massimali e i residui */
  readonly piano: (ingresso: { readonly adesioneId: string; }) => Promise<RispostaCliente<PianoRisposta>>;
  /** Conserva la bozza della dote; se un'altra persona l'ha cambiata, dice che cosa */
  readonly salvaPiano: (ingresso: SalvaPianoRichiesta) => Promise<RispostaCliente<SalvaPianoRisposta>>;
  /** Calcola valore, massimali e residui di un piano senza conservarlo */
  readonly calcolaPiano: (ingresso: CalcolaPianoRichiesta) => Promise<RispostaCliente<CalcolaPianoRisposta>>;
  /** Firma la DRU e invia la dote scritta nella bozza: certifica la presa in carico */
  readonly inviaDote: (ingresso: InviaDoteRichiesta) => Promise<RispostaCliente<InviaDoteRisposta>>;
  /** Lascia la coda del denaro: il numero si perde e si può preparare un'altra dote */
  readonly lasciaCoda: (ingresso: LasciaCodaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Registra la rinuncia firmata dal giovane; si paga solo ciò che è stato fatto */
  readonly rinunciaDote: (ingresso: RinunciaDoteRichiesta) => Promise<RispostaCliente<RinunciaDoteRisposta>>;
  /** Sospende la dote: la sua fine si sposta dei giorni della sospensione */
  readonly sospendiDote: (ingresso: SospendiDoteRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Riprende una dote sospesa */
  readonly riprendiDote: (ingresso: RiprendiDoteRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Avvisa il giovane che può perdere la dote: può rispondere prima che si decida */
  readonly avviaDecadenza: (ingresso: AvviaDecadenzaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Decide la decadenza, dopo la risposta del giovane o dopo il suo termine */
  readonly decidiDecadenza: (ingresso: DecidiDecadenzaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Ammette una dote in verifica: il denaro diventa impegnato */
  readonly ammettiDote: (ingresso: AmmettiDoteRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Non ammette una dote in verifica: il denaro è liberato e se ne può inviare un'altra */
  readonly nonAmmettereDote: (ingresso: NonAmmettereDoteRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Revoca una dote concessa per errore o irregolarità */
  readonly revocaDote: (ingresso: RevocaDoteRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Affida a un altro operatore chi ha chiuso la prima dote, sulla stessa adesione */
  readonly assegnaOperatore: (ingresso: AssegnaOperatoreRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Che cosa aspetta lo sportello della Regione: doti in verifica, decadenze, classi */
  readonly istruttoria: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<IstruttoriaRisposta>>;
  /** Comunica l'inizio di un servizio della dote: dove, con chi, fino a quando */
  readonly avviaServizio: (ingresso: AvviaServizioRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Comunica un'altra sede, un altro professionista o un'altra fine prevista */
  readonly variaServizio: (ingresso: VariaServizioRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Comunica la fine di un servizio e il suo esito */
  readonly concludiServizio: (ingresso: ConcludiServizioRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Una settimana del registro di un servizio; la lettura viene annotata */
  readonly registro: (ingresso: { readonly servizioId: string; readonly lunedi?: string | ""; }) => Promise<RispostaCliente<RegistroRisposta>>;
  /** I servizi in corso che un operatore eroga nelle doti di altri */
  readonly serviziAffidati: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<ServiziAffidatiRisposta>>;
  /** Scrive una settimana del registro al posto di quella di prima; le righe firmate restano */
  readonly salvaSettimana: (ingresso: SalvaSettimanaRichiesta) => Promise<RispostaCliente<SalvaSettimanaRisposta>>;
  /** Registra la firma del giovane o del professionista sulle righe di un periodo */
  readonly firmaRegistro: (ingresso: FirmaRegistroRichiesta) => Promise<RispostaCliente<FirmaRegistroRisposta>>;
  /** Toglie le firme da righe non ancora rendicontate, per correggerle */
  readonly riapriRegistro: (ingresso: RiapriRegistroRichiesta) => Promise<RispostaCliente<RiapriRegistroRisposta>>;
  /** Aggiunge al registro le righe di un CSV; ogni riga ha il suo esito */
  readonly importaRegistro: (ingresso: FormData) => Promise<RispostaCliente<ImportaRegistroRisposta>>;
  /** Registra una comunicazione obbligatoria; la stessa due volte non cambia nulla */
  readonly importaComunicazione: (ingresso: ImportaComunicazioneRichiesta) => Promise<RispostaCliente<ImportaComunicazioneRisposta>>;
  /** Presenta la rendicontazione di un servizio: ore firmate, o contratto che prova il risultato */
  readonly rendiconta: (ingresso: RendicontaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Che cosa è stato rendicontato di un servizio, riga per riga */
  readonly rendicontazioniServizio: (ingresso: { readonly servizioId: string; }) => Promise<RispostaCliente<RendicontazioniServizioRisposta>>;
  /** Le rendicontazioni da verificare, dalla più vecchia */
  readonly rendicontazioni: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<RendicontazioniRisposta>>;
  /** Una rendicontazione riga per riga, con ciò che va controllato; la lettura viene annotata */
  readonly rendicontazione: (ingresso: { readonly rendicontazioneId: string; }) => Promise<RispostaCliente<RendicontazioneRisposta>>;
  /** Ammette una rendicontazione, per intero o con tagli motivati riga per riga */
  readonly verificaRendicontazione: (ingresso: VerificaRendicontazioneRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Il conto su cui un operatore è pagato */
  readonly ibanOperatore: (ingresso: { readonly operatoreId: string; }) => Promise<RispostaCliente<IbanOperatoreRisposta>>;
  /** Cambia il conto su cui essere pagati; il conto deve risultare dell'ente */
  readonly salvaIban: (ingresso: SalvaIbanRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Che cosa è stato ammesso e nessuno ha ancora chiesto di pagare */
  readonly pagabili: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<PagabiliRisposta>>;
  /** Le domande di pagamento; un operatore vede solo le sue */
  readonly richiestePagamento: (ingresso?: { readonly stato?: "presentata" | "respinta" | "approvata" | "in-controllo" | "pagabile" | "ordinata" | "insoluta" | "pagata" | ""; }) => Promise<RispostaCliente<RichiestePagamentoRisposta>>;
  /** Chiede di essere pagati per servizi ammessi, anche di molti casi insieme */
  readonly presentaRichiesta: (ingresso: PresentaRichiestaRichiesta) => Promise<RispostaCliente<PresentaRichiestaRisposta>>;
  /** Una domanda di pagamento: servizi, DURC, campione, ogni passo con chi e quando */
  readonly richiestaPagamento: (ingresso: { readonly richiestaId: string; }) => Promise<RispostaCliente<RichiestaPagamentoRisposta>>;
  /** Approva una domanda dopo tutti i controlli, con il DURC regolare */
  readonly approvaRichiesta: (ingresso: ApprovaRichiestaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Respinge una domanda con un motivo: i servizi si possono chiedere di nuovo */
  readonly respingiRichiesta: (ingresso: RespingiRichiestaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** I campioni estratti, dal più recente */
  readonly estrazioni: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<EstrazioniRisposta>>;
  /** Estrae fra le domande approvate quelle da controllare sul posto, e pubblica il seme */
  readonly estraiCampione: (ingresso: EstraiCampioneRichiesta) => Promise<RispostaCliente<EstraiCampioneRisposta>>;
  /** Un campione con il seme, l'elenco e le impronte: chiunque può rifarlo */
  readonly estrazione: (ingresso: { readonly estrazioneId: string; }) => Promise<RispostaCliente<EstrazioneRisposta>>;
  /** Registra l'esito di un controllo sul posto; ciò che non spetta si toglie prima */
  readonly registraControllo: (ingresso: RegistraControlloRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Ordina alla tesoreria di pagare; chi ha approvato non ordina */
  readonly ordinaPagamento: (ingresso: OrdinaPagamentoRichiesta) => Promise<RispostaCliente<OrdinaPagamentoRisposta>>;
  /** Gli ordini che la tesoreria non ha ancora confermato, in CSV */
  readonly ordiniCsv: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<Blob>>;
  /** Registra ciò che la tesoreria dice di un ordine; la stessa notizia due volte vale una */
  readonly registraPagamento: (ingresso: RegistraPagamentoRichiesta) => Promise<RispostaCliente<RegistraPagamentoRisposta>>;
  /** Dà un altro conto a una domanda che la banca ha respinto */
  readonly correggiIbanRichiesta: (ingresso: CorreggiIbanRichiestaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Chiede indietro ciò che è stato pagato e non spettava */
  readonly recuperaImporto: (ingresso: RecuperaImportoRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Ogni giustificativo presentato e non pagato, per età; un operatore vede i suoi */
  readonly nonPagate: (ingresso?: { readonly operatoreId?: string | ""; }) => Promise<RispostaCliente<NonPagateRisposta>>;
  /** L'indennità di un tirocinio, mese per mese */
  readonly indennitaServizio: (ingresso: { readonly servizioId: string; }) => Promise<RispostaCliente<IndennitaServizioRisposta>>;
  /** Dice quante ore un tirocinante è stato presente in un mese */
  readonly dichiaraPresenza: (ingresso: DichiaraPresenzaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** I mesi di indennità che non sono ancora pagati */
  readonly indennita: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<IndennitaRisposta>>;
  /** Chiude l'elenco dei mesi dovuti da mandare a chi paga */
  readonly inviaIndennita: (ingresso: InviaIndennitaRichiesta) => Promise<RispostaCliente<InviaIndennitaRisposta>>;
  /** L'elenco di un invio per chi paga, in CSV; la lettura viene annotata */
  readonly indennitaCsv: (ingresso: { readonly lotto: string; }) => Promise<RispostaCliente<Blob>>;
  /** Registra che cosa ha risposto chi paga; la stessa notizia due volte vale una */
  readonly registraIndennita: (ingresso: RegistraIndennitaRichiesta) => Promise<RispostaCliente<RegistraIndennitaRisposta>>;
  /** Gli operatori accreditati */
  readonly operatori: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<OperatoriRisposta>>;
  /** Un operatore: dati, atto, storia dell'accreditamento, chi aspetta una nuova scelta */
  readonly operatore: (ingresso: { readonly operatoreId: string; }) => Promise<RispostaCliente<OperatoreRisposta>>;
  /** Cambia i dati dell'ente; se intanto li ha cambiati un altro, dice quali */
  readonly salvaOperatore: (ingresso: SalvaOperatoreRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Firma l'Atto di Adesione Unico: una volta sola */
  readonly firmaAttoAdesione: (ingresso: FirmaAttoAdesioneRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Sospende, riabilita o revoca un operatore, con atto, data e motivo */
  readonly cambiaAccreditamento: (ingresso: CambiaAccreditamentoRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Ridà la scelta a chi aspettava un operatore fermato: Borsa Lavoro gliela chiede di nuovo */
  readonly ridaiScelta: (ingresso: RidaiSceltaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Chiude la dote di chi è in carico a un operatore fermato, perché continui con un altro */
  readonly chiudiPerFermo: (ingresso: ChiudiPerFermoRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** I file di un caso, senza il loro contenuto */
  readonly allegati: (ingresso: { readonly adesioneId: string; }) => Promise<RispostaCliente<AllegatiRisposta>>;
  /** Conserva un file che prova qualcosa di un caso: PDF, immagine o documento firmato */
  readonly caricaAllegato: (ingresso: FormData) => Promise<RispostaCliente<CaricaAllegatoRisposta>>;
  /** Il contenuto di un file; la lettura viene annotata */
  readonly scaricaAllegato: (ingresso: { readonly allegatoId: string; }) => Promise<RispostaCliente<Blob>>;
  /** Gli avvisi con le loro date */
  readonly avvisi: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<AvvisiRisposta>>;
  /** Apre un avviso: periodo, denaro per misura, regole copiate da un altro avviso */
  readonly creaAvviso: (ingresso: CreaAvvisoRichiesta) => Promise<RispostaCliente<CreaAvvisoRisposta>>;
  /** Che cosa succede se un avviso finisce quel giorno, senza salvare niente */
  readonly anteprimaChiusura: (ingresso: AnteprimaChiusuraRichiesta) => Promise<RispostaCliente<AnteprimaChiusuraRisposta>>;
  /** Fissa l'ultimo giorno di un avviso: chi ha aderito prima va avanti, chi aderisce dopo no */
  readonly chiudiAvviso: (ingresso: ChiudiAvvisoRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Le cifre di un avviso in un giorno, con quelle ancora da verificare */
  readonly regole: (ingresso: { readonly avvisoId: string; readonly giorno?: string | ""; }) => Promise<RispostaCliente<RegoleRisposta>>;
  /** Salva una nuova versione delle regole, che vale da un giorno e non si cambia più */
  readonly salvaRegole: (ingresso: SalvaRegoleRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Che cosa cambierebbe: casi, doti e denaro, senza salvare niente */
  readonly anteprimaRegole: (ingresso: AnteprimaRegoleRichiesta) => Promise<RispostaCliente<AnteprimaRegoleRisposta>>;
  /** Il denaro, linea per linea e servizio per servizio; un operatore vede solo il suo */
  readonly bilancio: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<BilancioRisposta>>;
  /** Le stesse somme in CSV: operatore, misura, fascia, parte */
  readonly bilancioCsv: (ingresso?: Readonly<Record<string, never>>) => Promise<RispostaCliente<Blob>>;
  /** Scrive quanto il programma ha dato, con il suo atto */
  readonly stanzia: (ingresso: StanziaRichiesta) => Promise<RispostaCliente<Fatto>>;
  /** Apre una linea per una misura, o la soglia di un operatore su una misura */
  readonly apriLinea: (ingresso: ApriLineaRichiesta) => Promise<RispostaCliente<ApriLineaRisposta>>;
  /** Assegna denaro a una linea o lo sostituisce fra due linee, con un atto */
  readonly spostaDenaro: (ingresso: SpostaDenaroRichiesta) => Promise<RispostaCliente<Fatto>>;
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
}

export const clienteGefo = (opzioni: OpzioniCliente): ClienteGefo => ({
  statoDelServizio: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/status", ingresso, file: false }),
  lavoro: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/lavoro", ingresso, file: false }),
  cercaPersona: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/lavoro/cerca", ingresso, file: false }),
  codeOperatori: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/lavoro/operatori", ingresso, file: false }),
  prendiInMano: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/lavoro/prendi", ingresso, file: false }),
  lasciaCaso: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/lavoro/lascia", ingresso, file: false }),
  assegnaCasi: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/lavoro/assegna", ingresso, file: false }),
  segnaCasi: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/lavoro/segna", ingresso, file: false }),
  esitoInsieme: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/lavoro/esito", ingresso, file: false }),
  salvaFiltro: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/lavoro/filtri", ingresso, file: false }),
  eliminaFiltro: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/lavoro/filtri/elimina", ingresso, file: false }),
  esportaLavoro: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/lavoro/esporta", ingresso, file: true }),
  percorsiDaChiudere: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/lavoro/da-chiudere", ingresso, file: false }),
  chiudiPercorsi: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/lavoro/chiudi", ingresso, file: false }),
  caso: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/caso", ingresso, file: false }),
  mieLetture: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/mie-letture", ingresso, file: false }),
  registraContatto: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/contatti", ingresso, file: false }),
  giustificaAssenza: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/assenza", ingresso, file: false }),
  agenda: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/agenda", ingresso, file: false }),
  turniLiberi: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/agenda/turni", ingresso, file: false }),
  appuntamentoIcs: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/agenda/ics", ingresso, file: true }),
  fissaAppuntamento: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/agenda/fissa", ingresso, file: false }),
  spostaAppuntamento: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/agenda/sposta", ingresso, file: false }),
  annullaAppuntamento: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/agenda/annulla", ingresso, file: false }),
  registraPresenza: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/agenda/presenza", ingresso, file: false }),
  mettiInAttesa: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/agenda/attesa", ingresso, file: false }),
  convocaCasi: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/agenda/convoca", ingresso, file: false }),
  chiudiSede: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/agenda/chiusure", ingresso, file: false }),
  mieiAppuntamenti: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/miei-appuntamenti", ingresso, file: false }),
  fissaDaMe: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/miei-appuntamenti/fissa", ingresso, file: false }),
  spostaDaMe: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/miei-appuntamenti/sposta", ingresso, file: false }),
  annullaDaMe: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/miei-appuntamenti/annulla", ingresso, file: false }),
  mioAppuntamentoIcs: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/miei-appuntamenti/ics", ingresso, file: true }),
  posta: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/posta", ingresso, file: false }),
  lettera: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/posta/lettera", ingresso, file: false }),
  preferenzeNotifiche: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/preferenze-notifiche", ingresso, file: false }),
  registraRimbalzo: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/posta/rimbalzi", ingresso, file: false }),
  fascicolo: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/caso/fascicolo", ingresso, file: false }),
  verificaIdentita: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/identita", ingresso, file: false }),
  verificaRequisiti: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/requisiti", ingresso, file: false }),
  registraTutela: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/tutela", ingresso, file: false }),
  confermaMaggiorenne: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/maggiore-eta", ingresso, file: false }),
  cambiaResidenza: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/residenza", ingresso, file: false }),
  profila: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/profilazione", ingresso, file: false }),
  proponiClasse: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/profilazione/proponi", ingresso, file: false }),
  confermaClasse: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/profilazione/conferma", ingresso, file: false }),
  firmaPatto: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/patto", ingresso, file: false }),
  nonPrendereInCarico: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/non-presa", ingresso, file: false }),
  registraControdeduzioni: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/controdeduzioni", ingresso, file: false }),
  archiviaPreavviso: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/preavviso/archivia", ingresso, file: false }),
  documento: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/documenti/contenuto", ingresso, file: true }),
  piano: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/caso/piano", ingresso, file: false }),
  salvaPiano: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/piano", ingresso, file: false }),
  calcolaPiano: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/piano/calcola", ingresso, file: false }),
  inviaDote: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/dote", ingresso, file: false }),
  lasciaCoda: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/dote/lascia-coda", ingresso, file: false }),
  rinunciaDote: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/dote/rinuncia", ingresso, file: false }),
  sospendiDote: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/dote/sospendi", ingresso, file: false }),
  riprendiDote: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/dote/riprendi", ingresso, file: false }),
  avviaDecadenza: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/dote/decadenza", ingresso, file: false }),
  decidiDecadenza: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/istruttoria/decadenza", ingresso, file: false }),
  ammettiDote: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/istruttoria/ammetti", ingresso, file: false }),
  nonAmmettereDote: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/istruttoria/non-ammettere", ingresso, file: false }),
  revocaDote: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/istruttoria/revoca", ingresso, file: false }),
  assegnaOperatore: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/istruttoria/operatore", ingresso, file: false }),
  istruttoria: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/istruttoria", ingresso, file: false }),
  avviaServizio: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/servizi/avvia", ingresso, file: false }),
  variaServizio: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/servizi/varia", ingresso, file: false }),
  concludiServizio: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/servizi/concludi", ingresso, file: false }),
  registro: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/caso/servizi/registro", ingresso, file: false }),
  serviziAffidati: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/servizi/affidati", ingresso, file: false }),
  salvaSettimana: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/servizi/registro/settimana", ingresso, file: false }),
  firmaRegistro: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/servizi/registro/firma", ingresso, file: false }),
  riapriRegistro: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/servizi/registro/riapri", ingresso, file: false }),
  importaRegistro: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/servizi/registro/importa", ingresso, file: false }),
  importaComunicazione: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/comunicazioni", ingresso, file: false }),
  rendiconta: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/servizi/rendiconta", ingresso, file: false }),
  rendicontazioniServizio: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/caso/servizi/rendicontazioni", ingresso, file: false }),
  rendicontazioni: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/rendicontazioni", ingresso, file: false }),
  rendicontazione: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/rendicontazioni/una", ingresso, file: false }),
  verificaRendicontazione: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/rendicontazioni/verifica", ingresso, file: false }),
  ibanOperatore: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/operatore/iban", ingresso, file: false }),
  salvaIban: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/operatore/iban", ingresso, file: false }),
  pagabili: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/liquidazione/pagabili", ingresso, file: false }),
  richiestePagamento: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/liquidazione/richieste", ingresso, file: false }),
  presentaRichiesta: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/liquidazione/richieste", ingresso, file: false }),
  richiestaPagamento: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/liquidazione/richieste/una", ingresso, file: false }),
  approvaRichiesta: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/liquidazione/richieste/approva", ingresso, file: false }),
  respingiRichiesta: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/liquidazione/richieste/respingi", ingresso, file: false }),
  estrazioni: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/liquidazione/estrazioni", ingresso, file: false }),
  estraiCampione: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/liquidazione/estrazioni", ingresso, file: false }),
  estrazione: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/liquidazione/estrazioni/una", ingresso, file: false }),
  registraControllo: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/liquidazione/richieste/controlla", ingresso, file: false }),
  ordinaPagamento: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/liquidazione/richieste/ordina", ingresso, file: false }),
  ordiniCsv: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/liquidazione/ordini/csv", ingresso, file: true }),
  registraPagamento: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/liquidazione/pagamenti", ingresso, file: false }),
  correggiIbanRichiesta: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/liquidazione/richieste/iban", ingresso, file: false }),
  recuperaImporto: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/liquidazione/richieste/recupera", ingresso, file: false }),
  nonPagate: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/liquidazione/non-pagate", ingresso, file: false }),
  indennitaServizio: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/caso/servizi/indennita", ingresso, file: false }),
  dichiaraPresenza: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/servizi/indennita", ingresso, file: false }),
  indennita: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/indennita", ingresso, file: false }),
  inviaIndennita: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/indennita/invia", ingresso, file: false }),
  indennitaCsv: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/indennita/csv", ingresso, file: true }),
  registraIndennita: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/indennita/esito", ingresso, file: false }),
  operatori: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/operatori", ingresso, file: false }),
  operatore: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/operatore", ingresso, file: false }),
  salvaOperatore: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/operatore", ingresso, file: false }),
  firmaAttoAdesione: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/operatore/atto", ingresso, file: false }),
  cambiaAccreditamento: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/operatore/accreditamento", ingresso, file: false }),
  ridaiScelta: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/operatore/ridai-scelta", ingresso, file: false }),
  chiudiPerFermo: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/operatore/chiudi-dote", ingresso, file: false }),
  allegati: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/caso/allegati", ingresso, file: false }),
  caricaAllegato: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/caso/allegati", ingresso, file: false }),
  scaricaAllegato: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/allegati/contenuto", ingresso, file: true }),
  avvisi: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/avvisi", ingresso, file: false }),
  creaAvviso: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/avvisi", ingresso, file: false }),
  anteprimaChiusura: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/avvisi/chiusura/anteprima", ingresso, file: false }),
  chiudiAvviso: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/avvisi/chiusura", ingresso, file: false }),
  regole: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/avvisi/regole", ingresso, file: false }),
  salvaRegole: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/avvisi/regole", ingresso, file: false }),
  anteprimaRegole: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/avvisi/regole/anteprima", ingresso, file: false }),
  bilancio: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/bilancio", ingresso, file: false }),
  bilancioCsv: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/bilancio/csv", ingresso, file: true }),
  stanzia: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/bilancio/stanzia", ingresso, file: false }),
  apriLinea: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/bilancio/linee", ingresso, file: false }),
  spostaDenaro: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/bilancio/sposta", ingresso, file: false }),
  flussi: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/flussi", ingresso, file: false }),
  riprovaMessaggio: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/flussi/riprova", ingresso, file: false }),
  pausaPartner: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/flussi/pausa", ingresso, file: false }),
  collegamento: (ingresso) => chiama(opzioni, { metodo: "GET", percorso: "/collegamento", ingresso, file: false }),
  diagnosi: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/collegamento/diagnosi", ingresso, file: false }),
  esaminaVoucher: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/collegamento/esamina-voucher", ingresso, file: false }),
  revocaChiave: (ingresso) => chiama(opzioni, { metodo: "POST", percorso: "/collegamento/revoca-chiave", ingresso, file: false }),
});
