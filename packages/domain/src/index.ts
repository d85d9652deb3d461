export {
  type Adesione,
  type Canale,
  STATI_ADESIONE,
  type StatoAdesione,
} from "./adesione/adesione.ts";
export type { RifiutoAdesione } from "./adesione/decide.ts";
export * as regoleAdesione from "./adesione/decide.ts";
export { type EventoAdesione, evolve } from "./adesione/evolve.ts";
export { type RegolaValutata, valutaRequisiti } from "./adesione/requisiti.ts";
export {
  type Autorita,
  findTransizione,
  STATI_APERTI,
  STATI_IN_CARICO,
  TRANSIZIONI,
  type Transizione,
} from "./adesione/transizioni.ts";
export {
  checkAllegato,
  nomeSicuro,
  REGOLE_ALLEGATI,
  type RifiutoAllegato,
  TIPI_ALLEGATO,
  type TipoAllegato,
} from "./allegato/allegato.ts";
export {
  type Appuntamento,
  concludi,
  finestra,
  fissa,
  perStatoAdesione,
  promemoriaAt,
  REGOLE_APPUNTAMENTI,
  STATI_APPUNTAMENTO,
  type StatoAppuntamento,
} from "./appuntamento/appuntamento.ts";
export {
  type Calendario,
  type Chiusura,
  calendarioIniziale,
  checkChiusuraSede,
  type Orario,
  turniDi,
} from "./appuntamento/calendario.ts";
export {
  aspettaIncontro,
  checkCambiaDaSe,
  checkConvocabile,
  checkFissaDaSe,
  type RifiutoDaSe,
} from "./appuntamento/da-se.ts";
export { ics } from "./appuntamento/ics.ts";
export { type Attesa, attesaDi } from "./attesa/attesa.ts";
export { type Anteprima, anteprimaDi } from "./avviso/anteprima.ts";
export {
  type Avviso,
  avvisoAl,
  giornoDelleRegole,
  type VersioneRegole,
  versioneAl,
} from "./avviso/avviso.ts";
export { type CifraRegole, cambiaCifre, cifreDi } from "./avviso/cifre-regole.ts";
export {
  type AnteprimaChiusura,
  anteprimaChiusura,
  avvisoDi,
  checkAperto,
  checkApertura,
  checkChiusura,
  checkLontano,
} from "./avviso/vita.ts";
export {
  chiudiPercorso,
  type DaChiudere,
  daChiudereDi,
  MOTIVI_CHIUSURA,
  type MotivoChiusura,
} from "./chiusura/chiusura.ts";
export {
  componiCodiceFiscale,
  concorda,
  formaBase,
  formeOmocodia,
  letteraControllo,
  nascitaNelCodice,
  normalizzaCodiceFiscale,
  type RifiutoCodiceFiscale,
  sembraCodiceFiscale,
} from "./codice-fiscale/codice-fiscale.ts";
export {
  type Assenza,
  assenzaAperta,
  giustificabileEntro,
  MOTIVI_ASSENZA,
  type MotivoAssenza,
} from "./contatto/assenza.ts";
export { giustificaAssenza } from "./contatto/giustifica.ts";
export {
  PASSI_PIANO,
  type PassoPiano,
  prossimoContatto,
  scadenzaContatto,
} from "./contatto/piano.ts";
export { euro, leggiImporto, testoRifiutoImporto } from "./denaro/importo.ts";
export {
  CONTI,
  type Conto,
  registra,
  SALDI_VUOTI,
  type Saldi,
  type Scrittura,
  scrittura,
} from "./denaro/libro.ts";
export {
  candidateDi,
  idLinea,
  LIVELLI,
  type Linea,
  type Livello,
  PARTI,
  type Parte,
  parteDi,
} from "./denaro/linea.ts";
export { scrittureDi } from "./denaro/scritture.ts";
export { avviaServizio, concludiServizio } from "./dote/decide.ts";
export * as regoleDote from "./dote/decide-vita.ts";
export {
  chiudeIlPercorso,
  type Dote,
  findServizio,
  misurePer,
  residuoCents,
  STATI_DOTE,
  type StatoDote,
} from "./dote/dote.ts";
export {
  calcolaPiano,
  type PianoCalcolato,
  type ProblemaRiga,
  type RegolePiano,
  type RigaPiano,
} from "./dote/piano.ts";
export { type Servizio, STATI_SERVIZIO, type StatoServizio } from "./dote/servizio.ts";
export { DOTI_IN_CORSO, fineDote } from "./dote/vita.ts";
export { CONTI_VUOTI, type ContiServizio } from "./erogazione/conti.ts";
export * from "./erogazione/controlla.ts";
export { avviaConIncarico, type Disponibili, variaServizio } from "./erogazione/decide.ts";
export { TIPI_RENDICONTO, type TipoRendiconto } from "./erogazione/evento.ts";
export { isFestivo } from "./erogazione/festivi.ts";
export type { Incarico } from "./erogazione/incarico.ts";
export * from "./erogazione/registro.ts";
export type * from "./ids.ts";
export * from "./indennita/indennita.ts";
export {
  assegnaA,
  checkInMano,
  daCapo,
  dotiInScadenza,
  inMano,
  lascia,
  minoreFinoA,
  type NomeRitaglio,
  prendiInMano,
  RITAGLI,
  type RifiutoCoda,
  type Ritaglio,
  SEGNI_CODA,
  SENZA_TERMINE,
  type SegnoCoda,
  type VoceCoda,
} from "./lavoro/coda.ts";
export { altriOrdini, daCercare, nomePerRicerca, perRicerca } from "./lavoro/nome.ts";
export { REGOLE_LAVORO, type RegoleLavoro } from "./lavoro/regole.ts";
export * from "./liquidazione/campione.ts";
export * as regoleLiquidazione from "./liquidazione/decide.ts";
export { FASCE_ETA, type FasciaEta, fasciaEtaDi } from "./liquidazione/eta.ts";
export { mostraIban, normalizzaIban, testoRifiutoIban } from "./liquidazione/iban.ts";
export {
  type Durc,
  type Richiesta,
  STATI_RICHIESTA,
  type StatoRichiesta,
  totaleCents as totaleRichiestaCents,
  type VoceRichiesta,
} from "./liquidazione/richiesta.ts";
export { conta, DEFINIZIONI_CIFRE, type Domanda } from "./monitoraggio/conta.ts";
export type { Fatto, FattoContato } from "./monitoraggio/fatti.ts";
export {
  creaNotifica,
  dopoIlSilenzio,
  type EsitoInvio,
  isDaInviare,
  PASSI_NOTIFICA,
  prendiInInvio,
  registraEsitoInvio,
  registraRimbalzo,
} from "./notifica/invio.ts";
export {
  type DatiNotifica,
  MODELLI_NOTIFICA,
  type ModelloNotifica,
  type Scritta,
  scrivi,
} from "./notifica/modelli.ts";
export {
  CANALI_NOTIFICA,
  type CanaleNotifica,
  type Notifica,
  STATI_NOTIFICA,
  type StatoNotifica,
} from "./notifica/notifica.ts";
export { REGOLE_NOTIFICHE, type RegoleNotifiche } from "./notifica/regole.ts";
export {
  type Abilitazione,
  cambiaAccreditamento,
  checkFirmaAtto,
  checkNonFermato,
  checkNuovaDote,
  checkValidita,
  PASSI_ACCREDITAMENTO,
  type RifiutoOperatore,
  STATI_ACCREDITAMENTO,
  type StatoAccreditamento,
} from "./operatore/accreditamento.ts";
export { conCifraDiControllo, isPartitaIva } from "./operatore/partita-iva.ts";
export { LIMITI_DATE } from "./pacchetto/limiti-date.ts";
export { REGOLE_ADESIONE_2014, type RegoleAdesione } from "./pacchetto/regole-adesione.ts";
export { type Fascia, REGOLE_GEFO_2014, type RegoleGefo } from "./pacchetto/regole-gefo.ts";
export {
  MOTIVI_DECADENZA,
  MOTIVI_SOSPENSIONE,
  type MotivoDecadenza,
  PROVE_REQUISITI,
  type ProvaRequisiti,
} from "./pacchetto/regole-presa.ts";
export * from "./pacchetto/regole-rendiconto.ts";
export {
  type CodiceMisura,
  ESITI_POLITICA,
  type EsitoPolitica,
  MISURE,
} from "./politica-attiva/misure.ts";
export { type Agenda, agendaDi, type VistaCaso } from "./presa-in-carico/agenda.ts";
export { type AzioneCaso, azioniDi } from "./presa-in-carico/azioni.ts";
export { type Caso, STATI_CASO, type StatoCaso } from "./presa-in-carico/caso.ts";
export {
  CANALI_CONTATTO,
  type CanaleContatto,
  ESITI_CONTATTO,
  type EsitoContatto,
  MOTIVI_NON_PRESA,
  type MotivoNonPresa,
} from "./presa-in-carico/contatto.ts";
export * as regoleCaso from "./presa-in-carico/decide.ts";
export * as regoleFascicolo from "./presa-in-carico/decide-verifiche.ts";
export type { EventoCaso } from "./presa-in-carico/evento.ts";
export { evolveCaso } from "./presa-in-carico/evolve.ts";
export * as notizieCaso from "./presa-in-carico/notizie.ts";
export type { Preavviso } from "./presa-in-carico/preavviso.ts";
export type { RifiutoCaso } from "./presa-in-carico/rifiuto.ts";
export {
  maggiorenneOn,
  RELAZIONI_TUTELA,
  type RelazioneTutela,
  SECONDO_GENITORE,
  type SecondoGenitore,
  type Tutela,
} from "./presa-in-carico/tutela.ts";
export {
  DOCUMENTI_IDENTITA,
  type DocumentoIdentita,
  type VerificaRequisiti,
} from "./presa-in-carico/verifica.ts";
export {
  type ClasseProfilata,
  CONDIZIONI_PRIMA,
  classeDi,
  type InputProfilazione,
  PRESENZE_ITALIA,
  type Profilazione,
  type RispostaProfilazione,
  TITOLI_STUDIO,
} from "./profilazione/profilazione.ts";
export { classeSimulata, indiceSimulato, METODO_SIMULATO } from "./profilazione/simulata.ts";
export { nomeRegione, REGIONI } from "./regioni.ts";
export * from "./rendicontazione/decide.ts";
export { impegnoResiduoCents } from "./rendicontazione/scritture.ts";
export { MOTIVI_TAGLIO, type MotivoTaglio, type Taglio } from "./rendicontazione/tagli.ts";
export { minutiVoci, totaleVociCents, type VoceRendiconto } from "./rendicontazione/voci.ts";
export { ok, type Result, refuse } from "./result.ts";
export {
  type Catena,
  type Comunicazione,
  catene,
  TIPI_COMUNICAZIONE,
  type TipoComunicazione,
} from "./risultato/catena.ts";
export { type ProvaRisultato, provaRisultato, type RifiutoRisultato } from "./risultato/prova.ts";
export * from "./sap/index.ts";
export * from "./time.ts";
