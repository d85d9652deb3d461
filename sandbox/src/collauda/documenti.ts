/** The inner documents as text: written by hand, so that the kit does not believe the code it checks. */
export const utente = (cf: string, data: string, regione: string): string =>
  `<sezione0><utente><CodiceFiscale>${cf}</CodiceFiscale><dataadesione>${data}</dataadesione><Regione>${regione}</Regione></utente></sezione0>`;

export const check = (cf: string, regione = ""): string =>
  `<CheckUtenteYG><CodiceFiscale>${cf}</CodiceFiscale>${regione === "" ? "" : `<CodiceRegione>${regione}</CodiceRegione>`}</CheckUtenteYG>`;

export const chiede = (cf: string, regione: string): string =>
  `<DatiStatoAdesione><CodiceFiscale>${cf}</CodiceFiscale><RegioneAdesione>${regione}</RegioneAdesione></DatiStatoAdesione>`;

export const cambia = (cf: string, data: string, regione: string, stato: string): string =>
  `<DatiStatoAdesione><CodiceFiscale>${cf}</CodiceFiscale><DataAdesione>${data}</DataAdesione><RegioneAdesione>${regione}</RegioneAdesione><StatoAdesione>${stato}</StatoAdesione></DatiStatoAdesione>`;

export const notifica = (
  cf: string,
  [data, dataStato]: readonly [string, string],
  regione: string,
  stato: string,
): string =>
  `<DatiStatoAdesione><CodiceFiscale>${cf}</CodiceFiscale><DataAdesione>${data}</DataAdesione><RegioneAdesione>${regione}</RegioneAdesione><StatoAdesione>${stato}</StatoAdesione><DataStatoAdesione>${dataStato}</DataStatoAdesione></DatiStatoAdesione>`;

export const verificaSap = (cf: string): string =>
  `<VerificaSAP><codiceFiscale>${cf}</codiceFiscale></VerificaSAP>`;
export const idSap = (id: string): string =>
  `<IDSAP><IdentificativoSap>${id}</IdentificativoSap></IDSAP>`;

const POLITICA = `<politiche_attive><tipo_attivita>A02</tipo_attivita><titolo_denominazione>PATTO</titolo_denominazione><data_proposta>2025-03-21</data_proposta><data>2025-03-21</data><data_fine>2025-03-21</data_fine><durata>2</durata><tipologia_durata>O</tipologia_durata><titolo_progetto>02</titolo_progetto><codice_ente_promotore>H501C000001</codice_ente_promotore><indice_profiling>0.644371661</indice_profiling><ultimo_evento><evento>10</evento><data_evento>2025-03-21</data_evento></ultimo_evento></politiche_attive>`;

export interface PersonaSap {
  readonly cf: string;
  readonly nascita: string;
  readonly sesso: string;
}
export const sap = ({ cf, nascita, sesso }: PersonaSap, politiche = true, id = ""): string =>
  `<lavoratore><datiinvio><dataultimoagg>2025-03-21</dataultimoagg>${id === "" ? "" : `<identificativosap>${id}</identificativosap>`}<codiceentetit>H501C000001</codiceentetit><tipovariazione>${id === "" ? "01" : "02"}</tipovariazione><datadinascita>${nascita}</datadinascita></datiinvio><datianagrafici><datipersonali><codicefiscale>${cf}</codicefiscale><cognome>ESEMPIALI</cognome><nome>BRUNO</nome><sesso>${sesso}</sesso><datanascita>${nascita}</datanascita><codcomune>H501</codcomune><codcittadinanza>000</codcittadinanza></datipersonali><residenza><codcomune>H501</codcomune><cap>00118</cap><indirizzo>VIA DI PROVA 1</indirizzo></residenza><domicilio><codcomune>H501</codcomune><cap>00118</cap><indirizzo>VIA DI PROVA 1</indirizzo></domicilio><recapiti><cellulare>3330000000</cellulare></recapiti></datianagrafici><datiamministrativi/><esperienzelavoro_lst/><livelliistruzione_lst/><allegato><albi_lst><albo>01</albo></albi_lst></allegato>${politiche ? `<politiche_attive_lst>${POLITICA}</politiche_attive_lst>` : ""}</lavoratore>`;
