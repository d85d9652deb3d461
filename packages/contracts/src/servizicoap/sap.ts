import {
  documento,
  forse,
  GREZZO,
  gruppo,
  gruppoAperto,
  molti,
  uno,
  type Valore,
} from "./schema.ts";
import {
  ATECO,
  BELFIORE,
  CAP,
  CF,
  CF_AZIENDA,
  CITTADINANZA,
  CORSO_STUDIO,
  DATA,
  DECIMALE,
  DURATA_IN,
  ENTE,
  EVENTO_POLITICA,
  IDENTIFICATIVO_POLITICA,
  IDENTIFICATIVO_SAP_O_NESSUNO,
  INDICE_PROFILING,
  INTERO,
  LIVELLO_ISTRUZIONE,
  PROGETTO,
  REGIONE,
  S15,
  S50,
  S100,
  S250,
  SESSO,
  SI_NO,
  TESTO,
  TIPO_ATTIVITA,
  TIPO_CONTRATTO,
  TIPO_VARIAZIONE,
} from "./tipi.ts";

/**
 * The SAP (scheda anagrafico-professionale) of a person, with all its sections.
 * @source WIRE, §2.6. Groups whose content is not fully known are open: what nobody has described is
 * kept and given back as it came (WIRE §8, points 6 and 7).
 */

/** One active policy. Its elements are the same under `politiche_attive_lst` and inside a ListaDID. */
export const POLITICA = gruppo({
  tipo_attivita: uno(TIPO_ATTIVITA),
  titolo_denominazione: forse(TESTO),
  data_proposta: uno(DATA),
  data: forse(DATA),
  data_fine: forse(DATA),
  durata: forse(INTERO),
  tipologia_durata: forse(DURATA_IN),
  descrizione: forse(S250),
  titolo_progetto: uno(PROGETTO),
  codice_ente_promotore: uno(ENTE),
  identificativo_politica: forse(IDENTIFICATIVO_POLITICA),
  indice_profiling: forse(DECIMALE),
  identificativo_presa_in_carico: forse(IDENTIFICATIVO_POLITICA),
  ultimo_evento: forse(
    gruppo({
      evento: uno(EVENTO_POLITICA),
      data_evento: uno(DATA),
      descrizione_evento: forse(S100),
    }),
  ),
});

const INDIRIZZO = gruppo({
  codcomune: uno(BELFIORE),
  cap: forse(CAP),
  indirizzo: uno(S100),
  localita: forse(S100),
});

const ANAGRAFICI = gruppo({
  datipersonali: uno(
    gruppo({
      codicefiscale: uno(CF),
      cognome: uno(S50),
      nome: uno(S50),
      sesso: uno(SESSO),
      datanascita: uno(DATA),
      codcomune: uno(BELFIORE),
      codcittadinanza: uno(CITTADINANZA),
    }),
  ),
  datistranieri: forse(
    gruppoAperto({
      codtipodocumento: forse(TESTO),
      numero: forse(TESTO),
      motivo: forse(TESTO),
      validoal: forse(DATA),
    }),
  ),
  residenza: forse(INDIRIZZO),
  domicilio: uno(INDIRIZZO),
  recapiti: forse(
    gruppo({
      telefono: forse(S15),
      cellulare: forse(S15),
      fax: forse(S15),
      email: forse(TESTO),
    }),
  ),
});

const AMMINISTRATIVI = gruppoAperto({
  statoinanagrafe: forse(
    gruppo({
      codstatooccupazionale: forse(TESTO),
      codstatus: forse(TESTO),
      categoria297: forse(TESTO),
      anzianita: forse(INTERO),
      indiceprofiling: forse(INDICE_PROFILING),
      dataevento: forse(DATA),
      disponibilita: forse(DATA),
    }),
  ),
  listespeciali_lst: forse(
    gruppo({
      listespeciali: molti(
        gruppo({
          tipolista: uno(TESTO),
          dataiscrizione: uno(DATA),
          datafineiscrizione: forse(DATA),
          codprovincia: forse(TESTO),
        }),
      ),
    }),
  ),
  periodidisoccupazione: forse(gruppo({ dataingresso: uno(DATA), tipoingresso: uno(TESTO) })),
  assolvimentoistruzione: forse(gruppo({ obbligoformativo: uno(SI_NO) })),
  altreinformazioni: forse(
    gruppoAperto({ codcatprotette: forse(TESTO), indiceisee: forse(TESTO) }),
  ),
});

const AZIENDA = gruppo({
  codicefiscale: forse(CF_AZIENDA),
  datorelavoro: uno(TESTO),
  indirizzoazienda: forse(S100),
  codateco: forse(ATECO),
});

const ESPERIENZE = gruppo({
  esperienzalavoro: molti(
    gruppo({
      azienda: forse(AZIENDA),
      utilizzatrice: forse(AZIENDA),
      datainizio: uno(DATA),
      datafine: forse(DATA),
      dataFinePeriodoFormativo: forse(DATA),
      codprofessione: forse(TESTO),
      compiti: forse(TESTO),
      tiporapporto: forse(
        gruppo({
          tipocontratto: uno(TIPO_CONTRATTO),
          assunzioneLegge68: forse(SI_NO),
          lavInMobilita: forse(SI_NO),
          lavoroStagionale: forse(SI_NO),
          lavoroInAgricoltura: forse(SI_NO),
        }),
      ),
      modalitalavoro: forse(gruppo({ codmodalitalavoro: uno(TESTO) })),
      luogolavoro: forse(gruppo({ indirizzo: forse(S100), codcomune: uno(BELFIORE) })),
    }),
  ),
});

const ALLEGATO = gruppoAperto({
  titolistudio_lst: forse(
    gruppo({
      titolostudio: molti(
        gruppo({
          codlivelloistruzione: uno(LIVELLO_ISTRUZIONE),
          corsostudio: forse(CORSO_STUDIO),
          descrizionecorsostudio: forse(TESTO),
          riconosciutoin: forse(SI_NO),
        }),
      ),
    }),
  ),
  formazioneprofessionale_lst: forse(
    gruppo({
      formazioneprofessionale: molti(
        gruppo({
          titolocorso: uno(TESTO),
          ente: forse(TESTO),
          codregione: forse(REGIONE),
          durata: forse(INTERO),
          codtipologiadurata: forse(DURATA_IN),
          certificazioniattestati: forse(TESTO),
          stage: forse(TESTO),
        }),
      ),
    }),
  ),
  linguestraniere_lst: forse(
    gruppo({
      linguastraniera: molti(
        gruppo({
          codlingua: uno(TESTO),
          codlivelloletto: forse(TESTO),
          codlivelloscritto: forse(TESTO),
          codlivelloparlato: forse(TESTO),
        }),
      ),
    }),
  ),
  conoscenzeinformatiche_lst: forse(
    gruppo({
      conoscenzainformatica: molti(
        gruppo({
          codconoscenzainformatica: uno(TESTO),
          codgrado: forse(TESTO),
          specificheinformatica: forse(TESTO),
        }),
      ),
    }),
  ),
  altreinformazioni_lst: forse(gruppo({ altreinformazioni: molti(gruppoAperto({})) })),
});

export const LAVORATORE = documento(
  "lavoratore",
  gruppo({
    datiinvio: uno(
      gruppo({
        dataultimoagg: uno(DATA),
        identificativosap: forse(IDENTIFICATIVO_SAP_O_NESSUNO),
        codiceentetit: uno(ENTE),
        tipovariazione: uno(TIPO_VARIAZIONE),
        datadinascita: forse(DATA),
      }),
    ),
    datianagrafici: forse(ANAGRAFICI),
    datiamministrativi: forse(AMMINISTRATIVI),
    esperienzelavoro_lst: forse(ESPERIENZE),
    livelliistruzione_lst: forse<string>(GREZZO),
    allegato: forse(ALLEGATO),
    /** SAP 2.0. */
    politiche_attive_lst: forse(gruppo({ politiche_attive: molti(POLITICA) })),
    /** SAP 1: the same policies, without their list. */
    politiche_attive: molti(POLITICA),
  }),
);
export type Lavoratore = Valore<typeof LAVORATORE>;
export type Politica = Lavoratore["politiche_attive"][number];

/** @source WIRE, §2.7 */
export const LISTA_DID = documento(
  "ListaDID",
  gruppo({
    codicefiscale: uno(CF),
    codiceentetit: forse(ENTE),
    dataultimoagg: forse(DATA),
    indiceprofiling: forse(INDICE_PROFILING),
    dataevento: forse(DATA),
    disponibilita: forse(DATA),
    N00: molti(POLITICA),
    A02: molti(POLITICA),
  }),
);
export type ListaDid = Valore<typeof LISTA_DID>;
