import { documento, forse, gruppo, gruppoLibero, molti, uno, type Valore } from "./schema.ts";
import {
  CF,
  DATA,
  DATA_O_ORA,
  DATA_PASSATA,
  IDENTIFICATIVO_SAP,
  IDENTIFICATIVO_SAP_O_NESSUNO,
  REGIONE,
  STATO,
  TESTO,
} from "./tipi.ts";

/**
 * The small inner documents.
 * @source WIRE, §2.1–2.8; where the letters or the order are not proven, any is accepted (§8)
 */

export const UTENTE_YG = documento(
  "sezione0",
  gruppo({
    utente: uno(
      gruppo({
        CodiceFiscale: uno(CF),
        dataadesione: uno(DATA_PASSATA),
        IdentificativoSap: forse(IDENTIFICATIVO_SAP_O_NESSUNO),
        Regione: uno(REGIONE),
      }),
    ),
  }),
);
export type UtenteYG = Valore<typeof UTENTE_YG>;

export const CHECK_UTENTE_YG = documento(
  "CheckUtenteYG",
  gruppoLibero({
    CodiceFiscale: uno(CF, "codiceFiscale", "codicefiscale"),
    CodiceRegione: forse(REGIONE, "codiceRegione", "Regione"),
  }),
);
export type CheckUtenteYG = Valore<typeof CHECK_UTENTE_YG>;

const CODICE_FISCALE = uno(CF, "codiceFiscale", "codicefiscale");
const REGIONE_ADESIONE = uno(REGIONE, "regioneAdesione");
const ALIAS_DATA = "dataAdesione";
const ALIAS_STATO = "statoAdesione";
const ALIAS_DATA_STATO = "dataStatoAdesione";

/** What is asked: the last adesione of this person in this region. The other elements may be there. */
export const DATI_STATO_GET = documento(
  "DatiStatoAdesione",
  gruppoLibero({
    CodiceFiscale: CODICE_FISCALE,
    DataAdesione: forse(DATA, ALIAS_DATA),
    RegioneAdesione: REGIONE_ADESIONE,
    StatoAdesione: forse(STATO, ALIAS_STATO),
    DataStatoAdesione: forse(DATA_O_ORA, ALIAS_DATA_STATO),
  }),
);
export type DatiStatoGet = Valore<typeof DATI_STATO_GET>;

export const DATI_STATO_SET = documento(
  "DatiStatoAdesione",
  gruppoLibero({
    CodiceFiscale: CODICE_FISCALE,
    DataAdesione: uno(DATA, ALIAS_DATA),
    RegioneAdesione: REGIONE_ADESIONE,
    StatoAdesione: uno(STATO, ALIAS_STATO),
    DataStatoAdesione: forse(DATA_O_ORA, ALIAS_DATA_STATO),
  }),
);
export type DatiStatoSet = Valore<typeof DATI_STATO_SET>;

export const DATI_STATO_NOTIFICA = documento(
  "DatiStatoAdesione",
  gruppoLibero({
    CodiceFiscale: CODICE_FISCALE,
    DataAdesione: uno(DATA, ALIAS_DATA),
    RegioneAdesione: REGIONE_ADESIONE,
    StatoAdesione: uno(STATO, ALIAS_STATO),
    DataStatoAdesione: uno(DATA_O_ORA, ALIAS_DATA_STATO),
  }),
);
export type DatiStatoNotifica = Valore<typeof DATI_STATO_NOTIFICA>;

export const VERIFICA_SAP = documento(
  "VerificaSAP",
  gruppoLibero({ codiceFiscale: uno(CF, "CodiceFiscale", "codicefiscale") }),
);
export type VerificaSap = Valore<typeof VERIFICA_SAP>;

export const ID_SAP = documento(
  "IDSAP",
  gruppoLibero({
    IdentificativoSap: uno(IDENTIFICATIVO_SAP, "identificativosap", "identificativoSap"),
  }),
);
export type IdSap = Valore<typeof ID_SAP>;

export const LISTA_ANOMALIE = documento(
  "ListaAnomalie",
  gruppo({
    Anomalia: molti(gruppo({ CodiceAnomalia: uno(TESTO), DescrizioneAnomalia: forse(TESTO) })),
  }),
);
export type ListaAnomalie = Valore<typeof LISTA_ANOMALIE>;

/** @source WIRE, §1.4: the portal's service of the adesione date; letters inferred */
export const GIOVANE = documento(
  "Giovane",
  gruppoLibero({
    CodiceFiscale: uno(CF, "codiceFiscale", "codicefiscale"),
    CodRegione: forse(REGIONE, "codRegione", "CodiceRegione"),
  }),
);
export type GiovaneRichiesto = Valore<typeof GIOVANE>;

export const RISPOSTA_DATA_ADESIONE = documento(
  "Risposta",
  gruppo({
    Esito: uno(gruppo({ codice: uno(TESTO), descrizione: uno(TESTO) })),
    Adesioni: forse(
      gruppo({
        Adesione: molti(
          gruppo({
            DataAdesione: uno(DATA),
            CodRegioneAdesione: uno(REGIONE),
            CodProvinciaAssegnazione: forse(TESTO),
            CodStatoAdesioneMin: uno(STATO),
            DataStatoAdesioneMin: uno(DATA),
          }),
        ),
      }),
    ),
  }),
);
export type RispostaDataAdesione = Valore<typeof RISPOSTA_DATA_ADESIONE>;
