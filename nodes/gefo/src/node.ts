import { type OperazioniGefo, operazioniGefo } from "@staffetta/contracts";
import type { CodiceRegione, RegoleGefo } from "@staffetta/domain";
import {
  borsaLavoroDi,
  createProblemi,
  flussiDi,
  type ParteNodo,
  type PorteNodo,
  soloDa,
} from "@staffetta/nodo";
import { type Antivirus, type StampaPdf, stampaPdf } from "@staffetta/platform";
import { operazioniAllegati } from "./allegati/operazioni.ts";
import { operazioniMieiAppuntamenti } from "./appuntamenti/miei.ts";
import { operazioniAppuntamenti } from "./appuntamenti/operazioni.ts";
import { operazioniAvvisi } from "./avvisi/operazioni.ts";
import { ensureAvviso } from "./avvisi/regole.ts";
import { operazioniLetture } from "./casi/letture.ts";
import { operazioniCaso } from "./casi/operazioni.ts";
import { esitiAttesi, ricevuti } from "./casi/ricevuti.ts";
import { operazioniComunicazioni } from "./comunicazioni/operazioni.ts";
import { operazioniContatti } from "./contatti/operazioni.ts";
import type { Contesto } from "./contesto.ts";
import { ensureStanziamento } from "./denaro/libro.ts";
import { operazioniDenaro } from "./denaro/operazioni.ts";
import { lavoroDellaCoda } from "./denaro/servi-coda.ts";
import { operazioniIstruttoria } from "./dote/istruttoria.ts";
import { operazioniDote } from "./dote/operazioni.ts";
import { operazioniIndennita } from "./indennita/operazioni.ts";
import { ensureCoda, lavoriDellaLista } from "./lavoro/avvio.ts";
import { operazioniLavoro } from "./lavoro/operazioni.ts";
import { operazioniLiquidazione } from "./liquidazione/operazioni.ts";
import {
  durcAssente,
  ibanAssente,
  type ServizioDurc,
  type ServizioIban,
} from "./liquidazione/servizi-esterni.ts";
import { operazioniNotifiche } from "./notifiche/operazioni.ts";
import { lavoriDellaPosta, VETTORI_DI_PROVA, type Vettori } from "./notifiche/spedisci.ts";
import { ensureOperatori } from "./operatori/avvio.ts";
import { operazioniOperatori } from "./operatori/operazioni.ts";
import type { OperatoreRow } from "./operatori/tabelle.ts";
import { operazioniFascicolo } from "./presa/fascicolo.ts";
import { firmaSemplice } from "./presa/firma.ts";
import { operazioniPresa } from "./presa/operazioni.ts";
import { operazioniProfilazione } from "./presa/profilazione.ts";
import { lavoroScadenze } from "./presa/scadenze.ts";
import { profilazioneAssente, type ServizioProfilazione } from "./presa/servizio-profilazione.ts";
import { operazioniRegistro } from "./registro/operazioni.ts";
import { lavoroDeiTagli } from "./rendicontazione/notte.ts";
import { operazioniRendicontazione } from "./rendicontazione/operazioni.ts";
import { conRevisione } from "./revisione.ts";
import { operazioniServizi } from "./servizi/operazioni.ts";
import type { Stores } from "./store.ts";
import { TESTI } from "./testi.ts";

export interface OpzioniGefo {
  readonly regione: CodiceRegione;
  readonly regole: RegoleGefo;
  /** The accredited list as it is today. */
  readonly operatori: readonly OperatoreRow[];
  /** What the programme gave to this notice. */
  readonly stanziamentoCents: number;
  readonly antivirus: Antivirus;
  /** Absent = what is written to people stays here, to be read on a page. */
  readonly vettori?: Vettori;
  /** Absent = no service answers, and only the Region's two persons give a class. */
  readonly profilazione?: ServizioProfilazione;
  /** Absent = no service answers, and nobody is paid. */
  readonly durc?: ServizioDurc;
  readonly iban?: ServizioIban;
  /** Absent = real pages. */
  readonly stampa?: StampaPdf;
}

export const contestoDi = (porte: PorteNodo<Stores>, opzioni: OpzioniGefo): Contesto => {
  const { regione, antivirus, vettori = VETTORI_DI_PROVA } = opzioni;
  const { profilazione = profilazioneAssente, stampa = stampaPdf } = opzioni;
  const { durc = durcAssente, iban = ibanAssente } = opzioni;
  const problemi = createProblemi(TESTI);
  const firma = firmaSemplice(porte);
  const servizi = { antivirus, vettori, profilazione, durc, iban };
  return { ...porte, ...servizi, regione, problemi, stampa, firma };
};

/** The grants platform of one region: contacts, presa in carico, dote and money are decided here. */
export function createGefo(
  porte: PorteNodo<Stores>,
  opzioni: OpzioniGefo,
): ParteNodo<Stores, OperazioniGefo> {
  const { regione, regole, operatori, stanziamentoCents } = opzioni;
  const ctx = contestoDi(porte, opzioni);
  return {
    handlers: soloDa((nodo) => nodo === borsaLavoroDi(regione), ricevuti(ctx)),
    suEsito: esitiAttesi(ctx),
    operazioni: operazioniGefo,
    implementazione: conRevisione(ctx, {
      ...operazioniLavoro(ctx),
      ...operazioniCaso(ctx),
      ...operazioniLetture(ctx),
      ...operazioniAllegati(ctx),
      ...operazioniContatti(ctx),
      ...operazioniAppuntamenti(ctx),
      ...operazioniMieiAppuntamenti(ctx),
      ...operazioniNotifiche(ctx),
      ...operazioniPresa(ctx),
      ...operazioniFascicolo(ctx),
      ...operazioniProfilazione(ctx),
      ...operazioniDote(ctx),
      ...operazioniIstruttoria(ctx),
      ...operazioniServizi(ctx),
      ...operazioniRegistro(ctx),
      ...operazioniComunicazioni(ctx),
      ...operazioniRendicontazione(ctx),
      ...operazioniLiquidazione(ctx),
      ...operazioniIndennita(ctx),
      ...operazioniOperatori(ctx),
      ...operazioniAvvisi(ctx),
      ...operazioniDenaro(ctx),
      ...flussiDi(porte, ctx.problemi.traduci),
    }),
    allAvvio: () =>
      ctx.uow.transaction(async (stores) => {
        await ensureAvviso(ctx, stores, regole);
        await ensureStanziamento(ctx, stores, stanziamentoCents);
        await ensureOperatori(ctx, stores, operatori);
        await ensureCoda(ctx, stores);
      }),
    lavori: [
      ...lavoriDellaLista(ctx),
      ...lavoriDellaPosta(ctx),
      lavoroDellaCoda(ctx),
      lavoroDeiTagli(ctx),
      lavoroScadenze(ctx),
    ],
  };
}
