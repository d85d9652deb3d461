TABLE accreditamento
  id uuid NOT NULL
  operatore_id text NOT NULL
  da text
  a text NOT NULL
  atto text NOT NULL
  motivo text NOT NULL
  data date NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  CONSTRAINT accreditamento_a_check CHECK ((a = ANY (ARRAY['accreditato'::text, 'sospeso'::text, 'revocato'::text])))
  CONSTRAINT accreditamento_atto_check CHECK ((atto <> ''::text))
  CONSTRAINT accreditamento_da_check CHECK ((da IS DISTINCT FROM 'revocato'::text))
  CONSTRAINT accreditamento_motivo_check CHECK ((motivo <> ''::text))
  CONSTRAINT accreditamento_operatore_id_fkey FOREIGN KEY (operatore_id) REFERENCES operatore(id)
  CONSTRAINT accreditamento_pkey PRIMARY KEY (id)
  CREATE INDEX accreditamento_operatore ON public.accreditamento USING btree (operatore_id)
  CREATE UNIQUE INDEX accreditamento_pkey ON public.accreditamento USING btree (id)

TABLE allegato
  id uuid NOT NULL
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  titolo text NOT NULL
  nome text NOT NULL
  tipo text NOT NULL
  byte_length integer NOT NULL
  sha256 text NOT NULL
  caricato_at timestamp with time zone NOT NULL
  caricato_da text NOT NULL
  servizio_id uuid
  CONSTRAINT allegato_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT allegato_byte_length_check CHECK ((byte_length > 0))
  CONSTRAINT allegato_pkey PRIMARY KEY (id)
  CONSTRAINT allegato_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  CREATE INDEX allegato_adesione ON public.allegato USING btree (adesione_id)
  CREATE UNIQUE INDEX allegato_pkey ON public.allegato USING btree (id)

TABLE allegato_contenuto
  id uuid NOT NULL
  sigillato bytea NOT NULL
  CONSTRAINT allegato_contenuto_id_fkey FOREIGN KEY (id) REFERENCES allegato(id) ON DELETE CASCADE
  CONSTRAINT allegato_contenuto_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX allegato_contenuto_pkey ON public.allegato_contenuto USING btree (id)

TABLE appuntamento
  id uuid NOT NULL
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  sede text NOT NULL
  luogo text NOT NULL
  stato text NOT NULL
  inizio timestamp with time zone NOT NULL
  fine timestamp with time zone NOT NULL
  posto integer NOT NULL
  motivo text
  fissato_at timestamp with time zone NOT NULL
  chi text NOT NULL
  version integer NOT NULL
  CONSTRAINT appuntamento_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT appuntamento_check CHECK ((fine > inizio))
  CONSTRAINT appuntamento_pkey PRIMARY KEY (id)
  CONSTRAINT appuntamento_posto_check CHECK ((posto >= 1))
  CONSTRAINT appuntamento_sede_fkey FOREIGN KEY (sede) REFERENCES calendario(sede)
  CONSTRAINT appuntamento_stato_check CHECK ((stato = ANY (ARRAY['DE'::text, 'ER'::text, 'DI'::text, 'DC'::text, 'SP'::text, 'NP'::text])))
  CREATE INDEX appuntamento_adesione ON public.appuntamento USING btree (adesione_id)
  CREATE INDEX appuntamento_giorno ON public.appuntamento USING btree (operatore_id, inizio, id)
  CREATE INDEX appuntamento_inizio ON public.appuntamento USING btree (inizio) WHERE (stato = 'DE'::text)
  CREATE UNIQUE INDEX appuntamento_pkey ON public.appuntamento USING btree (id)
  CREATE UNIQUE INDEX appuntamento_posto ON public.appuntamento USING btree (sede, inizio, posto) WHERE (stato = 'DE'::text)
  CREATE UNIQUE INDEX appuntamento_unico ON public.appuntamento USING btree (adesione_id) WHERE (stato = 'DE'::text)

TABLE attesa_posto
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  sede text NOT NULL
  at timestamp with time zone NOT NULL
  CONSTRAINT attesa_posto_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT attesa_posto_pkey PRIMARY KEY (adesione_id)
  CONSTRAINT attesa_posto_sede_fkey FOREIGN KEY (sede) REFERENCES calendario(sede)
  CREATE UNIQUE INDEX attesa_posto_pkey ON public.attesa_posto USING btree (adesione_id)
  CREATE INDEX attesa_posto_sede ON public.attesa_posto USING btree (sede)

TABLE atto_avviso
  id uuid NOT NULL
  avviso_id text NOT NULL
  tipo text NOT NULL
  al date
  atto text NOT NULL
  motivo text NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  CONSTRAINT atto_avviso_atto_check CHECK ((atto <> ''::text))
  CONSTRAINT atto_avviso_avviso_id_fkey FOREIGN KEY (avviso_id) REFERENCES avviso(id)
  CONSTRAINT atto_avviso_check CHECK (((al IS NOT NULL) OR (tipo = 'apertura'::text)))
  CONSTRAINT atto_avviso_motivo_check CHECK ((motivo <> ''::text))
  CONSTRAINT atto_avviso_pkey PRIMARY KEY (id)
  CONSTRAINT atto_avviso_tipo_check CHECK ((tipo = ANY (ARRAY['apertura'::text, 'chiusura'::text])))
  CREATE INDEX atto_avviso_avviso ON public.atto_avviso USING btree (avviso_id)
  CREATE UNIQUE INDEX atto_avviso_pkey ON public.atto_avviso USING btree (id)

TABLE avviso
  id text NOT NULL
  programma text NOT NULL
  titolo text NOT NULL
  dal date NOT NULL
  al date
  ultimo_in_coda integer NOT NULL DEFAULT 0
  CONSTRAINT avviso_check CHECK ((al >= dal))
  CONSTRAINT avviso_pkey PRIMARY KEY (id)
  CONSTRAINT avviso_ultimo_in_coda_check CHECK ((ultimo_in_coda >= 0))
  CREATE UNIQUE INDEX avviso_pkey ON public.avviso USING btree (id)

TABLE calendario
  sede text NOT NULL
  operatore_id text NOT NULL
  luogo text NOT NULL
  durata_minutes integer NOT NULL
  posti integer NOT NULL
  orari jsonb NOT NULL
  chiusure jsonb NOT NULL
  version integer NOT NULL
  CONSTRAINT calendario_durata_minutes_check CHECK (((durata_minutes >= 10) AND (durata_minutes <= 240)))
  CONSTRAINT calendario_pkey PRIMARY KEY (sede)
  CONSTRAINT calendario_posti_check CHECK (((posti >= 1) AND (posti <= 50)))
  CREATE INDEX calendario_operatore ON public.calendario USING btree (operatore_id)
  CREATE UNIQUE INDEX calendario_pkey ON public.calendario USING btree (sede)

TABLE caso
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  nome text NOT NULL
  cognome text NOT NULL
  persona_sigillata text NOT NULL
  stato text NOT NULL
  vista text NOT NULL
  entro date
  ultimo_contatto text
  avviso text
  caso jsonb NOT NULL
  CONSTRAINT caso_operatore_id_fkey FOREIGN KEY (operatore_id) REFERENCES operatore(id)
  CONSTRAINT caso_pkey PRIMARY KEY (adesione_id)
  CREATE INDEX caso_lavoro ON public.caso USING btree (operatore_id, vista, COALESCE(entro, '9999-12-31'::date), adesione_id)
  CREATE UNIQUE INDEX caso_pkey ON public.caso USING btree (adesione_id)

TABLE chiave
  chiave uuid NOT NULL
  at timestamp with time zone NOT NULL
  risposta jsonb NOT NULL
  CONSTRAINT chiave_pkey PRIMARY KEY (chiave)
  CREATE UNIQUE INDEX chiave_pkey ON public.chiave USING btree (chiave)

TABLE coda
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  vista text NOT NULL
  aperto boolean NOT NULL
  entro date NOT NULL
  data_adesione date NOT NULL
  cognome text NOT NULL
  nome text NOT NULL
  ricerca text NOT NULL
  cf_digest text NOT NULL
  fascia smallint
  minore_fino date
  sede text
  assegnatario text
  segno text
  in_mano_a text
  in_mano_fino timestamp with time zone
  ultimo_contatto text
  mosso_on date
  chiudere_dal date
  chiudere_entro date
  chiudere_motivo text
  CONSTRAINT coda_check CHECK ((aperto = (vista <> 'conclusi'::text)))
  CONSTRAINT coda_check1 CHECK (((in_mano_a IS NULL) = (in_mano_fino IS NULL)))
  CONSTRAINT coda_check2 CHECK (((chiudere_dal IS NULL) = (chiudere_entro IS NULL)))
  CONSTRAINT coda_check3 CHECK (((chiudere_dal IS NULL) = (chiudere_motivo IS NULL)))
  CONSTRAINT coda_pkey PRIMARY KEY (adesione_id)
  CREATE INDEX coda_aperti ON public.coda USING btree (operatore_id, entro, adesione_id) INCLUDE (vista) WHERE aperto
  CREATE INDEX coda_assegnatario ON public.coda USING btree (operatore_id, assegnatario, entro, adesione_id) WHERE aperto
  CREATE INDEX coda_cf ON public.coda USING btree (cf_digest)
  CREATE INDEX coda_chiudere ON public.coda USING btree (operatore_id, chiudere_entro, adesione_id) WHERE (chiudere_dal IS NOT NULL)
  CREATE INDEX coda_chiudere_dal ON public.coda USING btree (chiudere_dal, operatore_id) WHERE (chiudere_dal IS NOT NULL)
  CREATE INDEX coda_chiudere_ignota ON public.coda USING btree (adesione_id) WHERE (mosso_on IS NULL)
  CREATE INDEX coda_chiudere_regione ON public.coda USING btree (chiudere_entro, adesione_id) WHERE (chiudere_dal IS NOT NULL)
  CREATE INDEX coda_di_nessuno ON public.coda USING btree (operatore_id, entro, adesione_id) WHERE (aperto AND (assegnatario IS NULL))
  CREATE INDEX coda_fascia ON public.coda USING btree (operatore_id, fascia, entro, adesione_id, assegnatario) WHERE (aperto AND (fascia IS NOT NULL))
  CREATE INDEX coda_minori ON public.coda USING btree (operatore_id, entro, adesione_id) WHERE (aperto AND (minore_fino IS NOT NULL))
  CREATE INDEX coda_nome ON public.coda USING btree (operatore_id, ricerca, adesione_id, aperto)
  CREATE UNIQUE INDEX coda_pkey ON public.coda USING btree (adesione_id)
  CREATE INDEX coda_regione ON public.coda USING btree (entro, adesione_id) WHERE aperto
  CREATE INDEX coda_sede ON public.coda USING btree (operatore_id, sede, entro, adesione_id, assegnatario) WHERE (aperto AND (sede IS NOT NULL))
  CREATE INDEX coda_segno ON public.coda USING btree (operatore_id, segno, entro, adesione_id) WHERE (aperto AND (segno IS NOT NULL))
  CREATE INDEX coda_vista ON public.coda USING btree (operatore_id, vista, entro, adesione_id, assegnatario)

TABLE coda_conteggio
  operatore_id text NOT NULL
  assegnatario text NOT NULL
  vista text NOT NULL
  casi bigint NOT NULL
  oltre bigint NOT NULL DEFAULT 0
  ferme bigint NOT NULL DEFAULT 0
  CONSTRAINT coda_conteggio_pkey PRIMARY KEY (operatore_id, assegnatario, vista)
  CREATE UNIQUE INDEX coda_conteggio_pkey ON public.coda_conteggio USING btree (operatore_id, assegnatario, vista)

TABLE coda_denaro
  adesione_id uuid NOT NULL
  dote_id uuid NOT NULL
  avviso_id text NOT NULL
  numero integer NOT NULL
  valore_cents bigint NOT NULL
  stato text NOT NULL
  at timestamp with time zone NOT NULL
  CONSTRAINT coda_denaro_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT coda_denaro_avviso_id_fkey FOREIGN KEY (avviso_id) REFERENCES avviso(id)
  CONSTRAINT coda_denaro_avviso_id_numero_key UNIQUE (avviso_id, numero)
  CONSTRAINT coda_denaro_numero_check CHECK ((numero > 0))
  CONSTRAINT coda_denaro_pkey PRIMARY KEY (dote_id)
  CONSTRAINT coda_denaro_stato_check CHECK ((stato = ANY (ARRAY['in-coda'::text, 'servita'::text, 'lasciata'::text])))
  CONSTRAINT coda_denaro_valore_cents_check CHECK ((valore_cents > 0))
  CREATE INDEX coda_denaro_aperta ON public.coda_denaro USING btree (avviso_id, numero) WHERE (stato = 'in-coda'::text)
  CREATE UNIQUE INDEX coda_denaro_avviso_id_numero_key ON public.coda_denaro USING btree (avviso_id, numero)
  CREATE UNIQUE INDEX coda_denaro_pkey ON public.coda_denaro USING btree (dote_id)

TABLE coda_giorno
  unico boolean NOT NULL DEFAULT true
  giorno date NOT NULL
  CONSTRAINT coda_giorno_pkey PRIMARY KEY (unico)
  CONSTRAINT coda_giorno_unico_check CHECK (unico)
  CREATE UNIQUE INDEX coda_giorno_pkey ON public.coda_giorno USING btree (unico)

TABLE coda_variazione
  id bigint NOT NULL
  operatore_id text NOT NULL
  assegnatario text NOT NULL
  vista text NOT NULL
  casi bigint NOT NULL
  entro date NOT NULL
  chiudere_dal date
  CONSTRAINT coda_variazione_pkey PRIMARY KEY (id)
  CREATE INDEX coda_variazione_operatore ON public.coda_variazione USING btree (operatore_id)
  CREATE UNIQUE INDEX coda_variazione_pkey ON public.coda_variazione USING btree (id)

TABLE collega
  id text NOT NULL
  operatore_id text NOT NULL
  nome text NOT NULL
  funzioni jsonb NOT NULL
  visto_on date NOT NULL
  CONSTRAINT collega_nome_check CHECK ((nome <> ''::text))
  CONSTRAINT collega_operatore_id_fkey FOREIGN KEY (operatore_id) REFERENCES operatore(id)
  CONSTRAINT collega_pkey PRIMARY KEY (id)
  CREATE INDEX collega_operatore ON public.collega USING btree (operatore_id)
  CREATE UNIQUE INDEX collega_pkey ON public.collega USING btree (id)

TABLE comunicazione
  protocollo text NOT NULL
  persona text NOT NULL
  tipo text NOT NULL
  datore text NOT NULL
  contratto text NOT NULL
  dal date NOT NULL
  al date
  precedente text
  bonus_richiesto boolean NOT NULL
  ricevuta_at timestamp with time zone NOT NULL
  CONSTRAINT comunicazione_check CHECK ((al >= dal))
  CONSTRAINT comunicazione_pkey PRIMARY KEY (protocollo)
  CONSTRAINT comunicazione_tipo_check CHECK ((tipo = ANY (ARRAY['assunzione'::text, 'proroga'::text, 'trasformazione'::text, 'cessazione'::text])))
  CREATE INDEX comunicazione_persona ON public.comunicazione USING btree (persona)
  CREATE UNIQUE INDEX comunicazione_pkey ON public.comunicazione USING btree (protocollo)

TABLE contatto
  id uuid NOT NULL
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  at timestamp with time zone NOT NULL
  canale text NOT NULL
  esito text NOT NULL
  nota text NOT NULL
  addetto text NOT NULL
  prova text
  assenza text
  giustificata_at timestamp with time zone
  CONSTRAINT contatto_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT contatto_check CHECK (((assenza IS NULL) = (giustificata_at IS NULL)))
  CONSTRAINT contatto_check1 CHECK (((assenza IS NULL) OR (esito = 'mancata-presentazione'::text)))
  CONSTRAINT contatto_pkey PRIMARY KEY (id)
  CREATE INDEX contatto_adesione ON public.contatto USING btree (adesione_id)
  CREATE UNIQUE INDEX contatto_pkey ON public.contatto USING btree (id)

TABLE controllo_fatto
  id text NOT NULL
  rendicontazione_id uuid NOT NULL
  controllo text NOT NULL
  parole text NOT NULL
  allegato_id uuid
  CONSTRAINT controllo_fatto_allegato_id_fkey FOREIGN KEY (allegato_id) REFERENCES allegato(id)
  CONSTRAINT controllo_fatto_pkey PRIMARY KEY (id)
  CONSTRAINT controllo_fatto_rendicontazione_id_controllo_key UNIQUE (rendicontazione_id, controllo)
  CONSTRAINT controllo_fatto_rendicontazione_id_fkey FOREIGN KEY (rendicontazione_id) REFERENCES rendicontazione(id)
  CREATE INDEX controllo_fatto_di ON public.controllo_fatto USING btree (rendicontazione_id)
  CREATE UNIQUE INDEX controllo_fatto_pkey ON public.controllo_fatto USING btree (id)
  CREATE UNIQUE INDEX controllo_fatto_rendicontazione_id_controllo_key ON public.controllo_fatto USING btree (rendicontazione_id, controllo)

TABLE documento
  id uuid NOT NULL
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  tipo text NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  sha256 text NOT NULL
  firme jsonb NOT NULL
  sigillato bytea NOT NULL
  CONSTRAINT documento_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT documento_operatore_id_fkey FOREIGN KEY (operatore_id) REFERENCES operatore(id)
  CONSTRAINT documento_pkey PRIMARY KEY (id)
  CREATE INDEX documento_adesione ON public.documento USING btree (adesione_id)
  CREATE UNIQUE INDEX documento_pkey ON public.documento USING btree (id)

TABLE durc
  id uuid NOT NULL
  richiesta_id uuid NOT NULL
  numero text NOT NULL
  esito text NOT NULL
  scadenza date NOT NULL
  servizio text NOT NULL
  simulato boolean NOT NULL
  chiesto_at timestamp with time zone NOT NULL
  CONSTRAINT durc_esito_check CHECK ((esito = ANY (ARRAY['regolare'::text, 'irregolare'::text, 'in-verifica'::text])))
  CONSTRAINT durc_pkey PRIMARY KEY (id)
  CONSTRAINT durc_richiesta_id_fkey FOREIGN KEY (richiesta_id) REFERENCES richiesta_pagamento(id)
  CREATE UNIQUE INDEX durc_pkey ON public.durc USING btree (id)
  CREATE INDEX durc_richiesta ON public.durc USING btree (richiesta_id)

TABLE ente
  operatore_id text NOT NULL
  stato text NOT NULL
  codice_fiscale text NOT NULL
  partita_iva text NOT NULL
  firmatario text NOT NULL
  sedi jsonb NOT NULL
  professionisti jsonb NOT NULL
  misure jsonb NOT NULL
  atto_at timestamp with time zone
  atto_chi text
  atto_sha256 text
  version integer NOT NULL
  CONSTRAINT ente_atto_sha256_check CHECK ((atto_sha256 ~ '^[0-9a-f]{64}$'::text))
  CONSTRAINT ente_check CHECK ((((atto_at IS NULL) = (atto_chi IS NULL)) AND ((atto_at IS NULL) = (atto_sha256 IS NULL))))
  CONSTRAINT ente_operatore_id_fkey FOREIGN KEY (operatore_id) REFERENCES operatore(id)
  CONSTRAINT ente_pkey PRIMARY KEY (operatore_id)
  CONSTRAINT ente_stato_check CHECK ((stato = ANY (ARRAY['accreditato'::text, 'sospeso'::text, 'revocato'::text])))
  CONSTRAINT ente_version_check CHECK ((version > 0))
  CREATE UNIQUE INDEX ente_pkey ON public.ente USING btree (operatore_id)

TABLE esportazione
  id uuid NOT NULL
  operatore_id text NOT NULL
  chi text NOT NULL
  at timestamp with time zone NOT NULL
  filtro jsonb NOT NULL
  righe integer NOT NULL
  CONSTRAINT esportazione_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX esportazione_pkey ON public.esportazione USING btree (id)

TABLE estratta
  richiesta_id uuid NOT NULL
  estrazione_id uuid NOT NULL
  numero text NOT NULL
  posto integer NOT NULL
  impronta text NOT NULL
  estratta boolean NOT NULL
  CONSTRAINT estratta_estrazione_id_fkey FOREIGN KEY (estrazione_id) REFERENCES estrazione(id)
  CONSTRAINT estratta_estrazione_id_posto_key UNIQUE (estrazione_id, posto)
  CONSTRAINT estratta_impronta_check CHECK ((impronta ~ '^[0-9a-f]{64}$'::text))
  CONSTRAINT estratta_pkey PRIMARY KEY (richiesta_id)
  CONSTRAINT estratta_richiesta_id_fkey FOREIGN KEY (richiesta_id) REFERENCES richiesta_pagamento(id)
  CREATE UNIQUE INDEX estratta_estrazione_id_posto_key ON public.estratta USING btree (estrazione_id, posto)
  CREATE UNIQUE INDEX estratta_pkey ON public.estratta USING btree (richiesta_id)

TABLE estrazione
  id uuid NOT NULL
  numero text NOT NULL
  at timestamp with time zone NOT NULL
  chi_id text NOT NULL
  chi text NOT NULL
  seme text NOT NULL
  quota_percent integer NOT NULL
  minimo integer NOT NULL
  massimo integer NOT NULL
  CONSTRAINT estrazione_numero_key UNIQUE (numero)
  CONSTRAINT estrazione_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX estrazione_numero_key ON public.estrazione USING btree (numero)
  CREATE UNIQUE INDEX estrazione_pkey ON public.estrazione USING btree (id)

TABLE evento
  id text NOT NULL
  adesione_id uuid NOT NULL
  version integer NOT NULL
  at timestamp with time zone NOT NULL
  noto_at timestamp with time zone NOT NULL
  chi text NOT NULL
  evento jsonb NOT NULL
  CONSTRAINT evento_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id) DEFERRABLE INITIALLY DEFERRED
  CONSTRAINT evento_adesione_id_version_key UNIQUE (adesione_id, version)
  CONSTRAINT evento_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX evento_adesione_id_version_key ON public.evento USING btree (adesione_id, version)
  CREATE UNIQUE INDEX evento_pkey ON public.evento USING btree (id)

TABLE filtro_salvato
  id uuid NOT NULL
  operatore_id text NOT NULL
  chi text NOT NULL
  nome text NOT NULL
  filtro jsonb NOT NULL
  at timestamp with time zone NOT NULL
  CONSTRAINT filtro_salvato_operatore_id_chi_nome_key UNIQUE (operatore_id, chi, nome)
  CONSTRAINT filtro_salvato_pkey PRIMARY KEY (id)
  CREATE INDEX filtro_salvato_chi ON public.filtro_salvato USING btree (chi)
  CREATE UNIQUE INDEX filtro_salvato_operatore_id_chi_nome_key ON public.filtro_salvato USING btree (operatore_id, chi, nome)
  CREATE UNIQUE INDEX filtro_salvato_pkey ON public.filtro_salvato USING btree (id)

TABLE iban_operatore
  id uuid NOT NULL
  operatore_id text NOT NULL
  version integer NOT NULL
  iban text NOT NULL
  servizio text NOT NULL
  simulato boolean NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  CONSTRAINT iban_operatore_iban_check CHECK ((iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'::text))
  CONSTRAINT iban_operatore_operatore_id_fkey FOREIGN KEY (operatore_id) REFERENCES operatore(id)
  CONSTRAINT iban_operatore_operatore_id_version_key UNIQUE (operatore_id, version)
  CONSTRAINT iban_operatore_pkey PRIMARY KEY (id)
  CONSTRAINT iban_operatore_version_check CHECK ((version > 0))
  CREATE UNIQUE INDEX iban_operatore_operatore_id_version_key ON public.iban_operatore USING btree (operatore_id, version)
  CREATE UNIQUE INDEX iban_operatore_pkey ON public.iban_operatore USING btree (id)

TABLE indennita
  id text NOT NULL
  servizio_id uuid NOT NULL
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  mese text NOT NULL
  ore_previste integer NOT NULL
  ore_presenti integer NOT NULL
  importo_cents bigint NOT NULL
  stato text NOT NULL
  lotto text
  inviata_on date
  pagata_on date
  motivo text
  dichiarata_at timestamp with time zone NOT NULL
  dichiarata_da text NOT NULL
  CONSTRAINT indennita_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT indennita_check CHECK (((ore_presenti >= 0) AND (ore_presenti <= ore_previste)))
  CONSTRAINT indennita_check1 CHECK ((pagata_on >= inviata_on))
  CONSTRAINT indennita_check2 CHECK (((stato = 'non-dovuta'::text) = (importo_cents = 0)))
  CONSTRAINT indennita_check3 CHECK (((stato = 'pagata'::text) = (pagata_on IS NOT NULL)))
  CONSTRAINT indennita_check4 CHECK (((stato <> ALL (ARRAY['inviata'::text, 'pagata'::text])) OR ((inviata_on IS NOT NULL) AND (lotto IS NOT NULL))))
  CONSTRAINT indennita_importo_cents_check CHECK ((importo_cents >= 0))
  CONSTRAINT indennita_mese_check CHECK ((mese ~ '^\d{4}-(0[1-9]|1[0-2])$'::text))
  CONSTRAINT indennita_operatore_id_fkey FOREIGN KEY (operatore_id) REFERENCES operatore(id)
  CONSTRAINT indennita_ore_previste_check CHECK ((ore_previste > 0))
  CONSTRAINT indennita_pkey PRIMARY KEY (id)
  CONSTRAINT indennita_servizio_id_mese_key UNIQUE (servizio_id, mese)
  CONSTRAINT indennita_stato_check CHECK ((stato = ANY (ARRAY['dichiarata'::text, 'non-dovuta'::text, 'inviata'::text, 'pagata'::text, 'respinta'::text])))
  CREATE INDEX indennita_lotto ON public.indennita USING btree (lotto)
  CREATE UNIQUE INDEX indennita_pkey ON public.indennita USING btree (id)
  CREATE INDEX indennita_servizio ON public.indennita USING btree (servizio_id)
  CREATE UNIQUE INDEX indennita_servizio_id_mese_key ON public.indennita USING btree (servizio_id, mese)
  CREATE INDEX indennita_stato ON public.indennita USING btree (stato)

TABLE lettura
  id uuid NOT NULL
  adesione_id uuid NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  ente text
  cosa text
  CONSTRAINT lettura_pkey PRIMARY KEY (id)
  CREATE INDEX lettura_adesione ON public.lettura USING btree (adesione_id, at DESC, id DESC)
  CREATE UNIQUE INDEX lettura_pkey ON public.lettura USING btree (id)

TABLE lettura_revisore
  id uuid NOT NULL
  chi text NOT NULL
  operazione text NOT NULL
  at timestamp with time zone NOT NULL
  CONSTRAINT lettura_revisore_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX lettura_revisore_pkey ON public.lettura_revisore USING btree (id)

TABLE linea
  id text NOT NULL
  livello text NOT NULL
  padre text
  avviso_id text
  misura text
  operatore_id text
  CONSTRAINT linea_avviso_id_fkey FOREIGN KEY (avviso_id) REFERENCES avviso(id)
  CONSTRAINT linea_check CHECK (((padre IS NULL) = (livello = 'programma'::text)))
  CONSTRAINT linea_check1 CHECK (((avviso_id IS NULL) = (livello = 'programma'::text)))
  CONSTRAINT linea_check2 CHECK (((misura IS NOT NULL) = (livello = ANY (ARRAY['misura'::text, 'operatore'::text]))))
  CONSTRAINT linea_check3 CHECK (((operatore_id IS NOT NULL) = (livello = 'operatore'::text)))
  CONSTRAINT linea_livello_check CHECK ((livello = ANY (ARRAY['programma'::text, 'avviso'::text, 'misura'::text, 'operatore'::text])))
  CONSTRAINT linea_operatore_id_fkey FOREIGN KEY (operatore_id) REFERENCES operatore(id)
  CONSTRAINT linea_padre_fkey FOREIGN KEY (padre) REFERENCES linea(id)
  CONSTRAINT linea_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX linea_pkey ON public.linea USING btree (id)

TABLE migrazione
  insieme text NOT NULL
  file text NOT NULL
  sha256 text NOT NULL
  at timestamp with time zone NOT NULL DEFAULT now()
  CONSTRAINT migrazione_pkey PRIMARY KEY (insieme, file)
  CREATE UNIQUE INDEX migrazione_pkey ON public.migrazione USING btree (insieme, file)

TABLE movimento
  id uuid NOT NULL
  scrittura_id uuid NOT NULL
  linea text NOT NULL
  conto text NOT NULL
  importo_cents bigint NOT NULL
  CONSTRAINT movimento_importo_cents_check1 CHECK ((importo_cents <> 0))
  CONSTRAINT movimento_linea_fkey FOREIGN KEY (linea) REFERENCES linea(id)
  CONSTRAINT movimento_pkey1 PRIMARY KEY (id)
  CONSTRAINT movimento_quadra TRIGGER DEFERRABLE INITIALLY DEFERRED
  CONSTRAINT movimento_scrittura_id_fkey FOREIGN KEY (scrittura_id) REFERENCES scrittura(id)
  CREATE INDEX movimento_linea ON public.movimento USING btree (linea, conto)
  CREATE UNIQUE INDEX movimento_pkey1 ON public.movimento USING btree (id)
  CREATE INDEX movimento_scrittura ON public.movimento USING btree (scrittura_id)

TABLE movimento_tesoreria
  riferimento text NOT NULL
  ordine_id text NOT NULL
  richiesta_id uuid NOT NULL
  esito text NOT NULL
  data date NOT NULL
  importo_cents bigint NOT NULL
  motivo text NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  CONSTRAINT movimento_tesoreria_esito_check CHECK ((esito = ANY (ARRAY['pagato'::text, 'stornato'::text])))
  CONSTRAINT movimento_tesoreria_importo_cents_check CHECK ((importo_cents > 0))
  CONSTRAINT movimento_tesoreria_pkey PRIMARY KEY (riferimento)
  CONSTRAINT movimento_tesoreria_richiesta_id_fkey FOREIGN KEY (richiesta_id) REFERENCES richiesta_pagamento(id)
  CREATE UNIQUE INDEX movimento_tesoreria_pkey ON public.movimento_tesoreria USING btree (riferimento)

TABLE notifica
  id uuid NOT NULL
  chiave text NOT NULL
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  modello text NOT NULL
  canale text NOT NULL
  stato text NOT NULL
  tentativi integer NOT NULL
  creata_at timestamp with time zone NOT NULL
  prossimo_at timestamp with time zone NOT NULL
  inviata_at timestamp with time zone
  risposta text
  lettera_sigillata text NOT NULL
  CONSTRAINT notifica_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT notifica_canale_check CHECK ((canale = ANY (ARRAY['email'::text, 'io'::text, 'sms'::text])))
  CONSTRAINT notifica_chiave_key UNIQUE (chiave)
  CONSTRAINT notifica_pkey PRIMARY KEY (id)
  CONSTRAINT notifica_stato_check CHECK ((stato = ANY (ARRAY['in-attesa'::text, 'in-invio'::text, 'inviata'::text, 'respinta'::text, 'fallita'::text, 'esclusa'::text])))
  CREATE INDEX notifica_adesione ON public.notifica USING btree (adesione_id)
  CREATE UNIQUE INDEX notifica_chiave_key ON public.notifica USING btree (chiave)
  CREATE INDEX notifica_da_inviare ON public.notifica USING btree (prossimo_at, id) WHERE (stato = ANY (ARRAY['in-attesa'::text, 'in-invio'::text]))
  CREATE INDEX notifica_operatore ON public.notifica USING btree (operatore_id, creata_at DESC, id DESC)
  CREATE UNIQUE INDEX notifica_pkey ON public.notifica USING btree (id)

TABLE operatore
  id text NOT NULL
  denominazione text NOT NULL
  comune text NOT NULL
  indirizzo text NOT NULL
  telefono text NOT NULL
  attivo boolean NOT NULL
  CONSTRAINT operatore_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX operatore_pkey ON public.operatore USING btree (id)

TABLE passo_richiesta
  id uuid NOT NULL
  richiesta_id uuid NOT NULL
  numero integer NOT NULL
  at timestamp with time zone NOT NULL
  passo text NOT NULL
  chi_id text NOT NULL
  chi text NOT NULL
  nota text NOT NULL
  CONSTRAINT passo_richiesta_pkey PRIMARY KEY (id)
  CONSTRAINT passo_richiesta_richiesta_id_fkey FOREIGN KEY (richiesta_id) REFERENCES richiesta_pagamento(id)
  CONSTRAINT passo_richiesta_richiesta_id_numero_key UNIQUE (richiesta_id, numero)
  CREATE UNIQUE INDEX passo_richiesta_pkey ON public.passo_richiesta USING btree (id)
  CREATE UNIQUE INDEX passo_richiesta_richiesta_id_numero_key ON public.passo_richiesta USING btree (richiesta_id, numero)

TABLE piano
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  version integer NOT NULL
  righe jsonb NOT NULL
  aggiornato_at timestamp with time zone NOT NULL
  aggiornato_da text NOT NULL
  CONSTRAINT piano_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT piano_operatore_id_fkey FOREIGN KEY (operatore_id) REFERENCES operatore(id)
  CONSTRAINT piano_pkey PRIMARY KEY (adesione_id)
  CONSTRAINT piano_version_check CHECK ((version >= 1))
  CREATE UNIQUE INDEX piano_pkey ON public.piano USING btree (adesione_id)

TABLE preferenza_notifica
  adesione_id uuid NOT NULL
  canale text NOT NULL
  senza_promemoria boolean NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  CONSTRAINT preferenza_notifica_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT preferenza_notifica_canale_check CHECK ((canale = ANY (ARRAY['email'::text, 'io'::text, 'sms'::text])))
  CONSTRAINT preferenza_notifica_pkey PRIMARY KEY (adesione_id)
  CREATE UNIQUE INDEX preferenza_notifica_pkey ON public.preferenza_notifica USING btree (adesione_id)

TABLE profilazione
  id uuid NOT NULL
  adesione_id uuid NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  esito text NOT NULL
  dati jsonb NOT NULL
  CONSTRAINT profilazione_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT profilazione_esito_check CHECK ((esito = ANY (ARRAY['risposta'::text, 'deroga'::text, 'proposta'::text, 'guasto'::text])))
  CONSTRAINT profilazione_pkey PRIMARY KEY (id)
  CREATE INDEX profilazione_adesione ON public.profilazione USING btree (adesione_id)
  CREATE UNIQUE INDEX profilazione_pkey ON public.profilazione USING btree (id)

TABLE protocollo
  registro text NOT NULL
  ultimo integer NOT NULL
  CONSTRAINT protocollo_pkey PRIMARY KEY (registro)
  CONSTRAINT protocollo_ultimo_check CHECK ((ultimo >= 1))
  CREATE UNIQUE INDEX protocollo_pkey ON public.protocollo USING btree (registro)

TABLE protocollo_dote
  id text NOT NULL
  registro text NOT NULL
  numero integer NOT NULL
  dote_id uuid NOT NULL
  CONSTRAINT protocollo_dote_dote_id_key UNIQUE (dote_id)
  CONSTRAINT protocollo_dote_numero_check CHECK ((numero >= 1))
  CONSTRAINT protocollo_dote_pkey PRIMARY KEY (id)
  CONSTRAINT protocollo_dote_registro_fkey FOREIGN KEY (registro) REFERENCES protocollo(registro)
  CONSTRAINT protocollo_dote_registro_numero_key UNIQUE (registro, numero)
  CREATE UNIQUE INDEX protocollo_dote_dote_id_key ON public.protocollo_dote USING btree (dote_id)
  CREATE UNIQUE INDEX protocollo_dote_pkey ON public.protocollo_dote USING btree (id)
  CREATE UNIQUE INDEX protocollo_dote_registro_numero_key ON public.protocollo_dote USING btree (registro, numero)

TABLE prova_risultato
  protocollo text NOT NULL
  servizio_id uuid NOT NULL
  dote_id uuid NOT NULL
  misura text NOT NULL
  durata_days integer
  at timestamp with time zone NOT NULL
  CONSTRAINT prova_risultato_pkey PRIMARY KEY (protocollo)
  CONSTRAINT prova_risultato_protocollo_fkey FOREIGN KEY (protocollo) REFERENCES comunicazione(protocollo)
  CONSTRAINT prova_risultato_servizio_id_key UNIQUE (servizio_id)
  CREATE UNIQUE INDEX prova_risultato_dote ON public.prova_risultato USING btree (dote_id, misura)
  CREATE UNIQUE INDEX prova_risultato_pkey ON public.prova_risultato USING btree (protocollo)
  CREATE UNIQUE INDEX prova_risultato_servizio_id_key ON public.prova_risultato USING btree (servizio_id)

TABLE rendicontazione
  id uuid NOT NULL
  servizio_id uuid NOT NULL
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  misura text NOT NULL
  tipo text NOT NULL
  stato text NOT NULL
  minuti integer NOT NULL
  richiesto_cents bigint NOT NULL
  ammesso_cents bigint
  decurtato_cents bigint NOT NULL DEFAULT 0
  presentata_at timestamp with time zone NOT NULL
  presentata_da text NOT NULL
  verificata_at timestamp with time zone
  verificata_da text
  richiesta_id uuid
  pagata_on date
  verificata_da_id text
  CONSTRAINT rendicontazione_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT rendicontazione_check CHECK (((ammesso_cents >= 0) AND (ammesso_cents <= richiesto_cents)))
  CONSTRAINT rendicontazione_check1 CHECK (((decurtato_cents >= 0) AND (decurtato_cents <= ammesso_cents)))
  CONSTRAINT rendicontazione_check2 CHECK (((stato = 'verificata'::text) = ((ammesso_cents IS NOT NULL) AND (verificata_at IS NOT NULL))))
  CONSTRAINT rendicontazione_check3 CHECK (((stato = 'verificata'::text) = (verificata_da_id IS NOT NULL)))
  CONSTRAINT rendicontazione_check4 CHECK (((stato = 'verificata'::text) OR ((richiesta_id IS NULL) AND (pagata_on IS NULL))))
  CONSTRAINT rendicontazione_check5 CHECK (((pagata_on IS NULL) OR (richiesta_id IS NOT NULL)))
  CONSTRAINT rendicontazione_minuti_check CHECK ((minuti >= 0))
  CONSTRAINT rendicontazione_pkey PRIMARY KEY (id)
  CONSTRAINT rendicontazione_richiesta_id_fkey FOREIGN KEY (richiesta_id) REFERENCES richiesta_pagamento(id)
  CONSTRAINT rendicontazione_richiesto_cents_check CHECK ((richiesto_cents >= 0))
  CONSTRAINT rendicontazione_stato_check CHECK ((stato = ANY (ARRAY['presentata'::text, 'verificata'::text])))
  CONSTRAINT rendicontazione_tipo_check CHECK ((tipo = ANY (ARRAY['parziale'::text, 'finale'::text, 'ripresentazione'::text])))
  CREATE INDEX rendicontazione_da_pagare ON public.rendicontazione USING btree (operatore_id, presentata_at) WHERE (pagata_on IS NULL)
  CREATE INDEX rendicontazione_da_verificare ON public.rendicontazione USING btree (presentata_at, id) WHERE (stato = 'presentata'::text)
  CREATE INDEX rendicontazione_operatore ON public.rendicontazione USING btree (operatore_id)
  CREATE UNIQUE INDEX rendicontazione_pkey ON public.rendicontazione USING btree (id)
  CREATE INDEX rendicontazione_richiesta ON public.rendicontazione USING btree (richiesta_id)
  CREATE INDEX rendicontazione_servizio ON public.rendicontazione USING btree (servizio_id)

TABLE richiesta_pagamento
  id uuid NOT NULL
  numero text NOT NULL
  operatore_id text NOT NULL
  stato text NOT NULL
  iban text NOT NULL
  totale_cents bigint NOT NULL
  presentata_at timestamp with time zone NOT NULL
  presentata_da text NOT NULL
  approvata_da text
  controllata_da text
  ordinata_da text
  ordine_id text
  ordinata_on date
  pagata_on date
  motivo text
  version integer NOT NULL
  CONSTRAINT richiesta_pagamento_check CHECK ((controllata_da <> approvata_da))
  CONSTRAINT richiesta_pagamento_check1 CHECK ((ordinata_da <> approvata_da))
  CONSTRAINT richiesta_pagamento_check2 CHECK ((pagata_on >= ordinata_on))
  CONSTRAINT richiesta_pagamento_check3 CHECK (((stato = ANY (ARRAY['ordinata'::text, 'pagata'::text])) = ((ordine_id IS NOT NULL) AND (ordinata_on IS NOT NULL) AND (ordinata_da IS NOT NULL))))
  CONSTRAINT richiesta_pagamento_check4 CHECK (((stato = 'pagata'::text) = (pagata_on IS NOT NULL)))
  CONSTRAINT richiesta_pagamento_check5 CHECK (((stato = ANY (ARRAY['presentata'::text, 'respinta'::text])) OR (approvata_da IS NOT NULL)))
  CONSTRAINT richiesta_pagamento_numero_key UNIQUE (numero)
  CONSTRAINT richiesta_pagamento_operatore_id_fkey FOREIGN KEY (operatore_id) REFERENCES operatore(id)
  CONSTRAINT richiesta_pagamento_ordine_id_key UNIQUE (ordine_id)
  CONSTRAINT richiesta_pagamento_pkey PRIMARY KEY (id)
  CONSTRAINT richiesta_pagamento_stato_check CHECK ((stato = ANY (ARRAY['presentata'::text, 'respinta'::text, 'approvata'::text, 'in-controllo'::text, 'pagabile'::text, 'ordinata'::text, 'insoluta'::text, 'pagata'::text])))
  CONSTRAINT richiesta_pagamento_totale_cents_check CHECK ((totale_cents >= 0))
  CONSTRAINT richiesta_pagamento_version_check CHECK ((version > 0))
  CREATE UNIQUE INDEX richiesta_pagamento_numero_key ON public.richiesta_pagamento USING btree (numero)
  CREATE INDEX richiesta_pagamento_operatore ON public.richiesta_pagamento USING btree (operatore_id)
  CREATE UNIQUE INDEX richiesta_pagamento_ordine_id_key ON public.richiesta_pagamento USING btree (ordine_id)
  CREATE UNIQUE INDEX richiesta_pagamento_pkey ON public.richiesta_pagamento USING btree (id)
  CREATE INDEX richiesta_pagamento_stato ON public.richiesta_pagamento USING btree (stato)

TABLE riga_registro
  id uuid NOT NULL
  servizio_id uuid NOT NULL
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  persona text NOT NULL
  misura text NOT NULL
  giorno date NOT NULL
  dalle text NOT NULL
  alle text NOT NULL
  sede_id text NOT NULL
  professionista_id text NOT NULL
  di_gruppo boolean NOT NULL
  firma_giovane_at timestamp with time zone
  firma_professionista_at timestamp with time zone
  rendicontazione_id uuid
  periodo int4range NOT NULL DEFAULT int4range((((substr(dalle, 1, 2))::integer * 60) + (substr(dalle, 4, 2))::integer), (((substr(alle, 1, 2))::integer * 60) + (substr(alle, 4, 2))::integer))
  toccata_da text
  CONSTRAINT riga_registro_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT riga_registro_alle_check CHECK ((alle ~ '^([01]\d|2[0-3]):[0-5]\d$'::text))
  CONSTRAINT riga_registro_check CHECK (((rendicontazione_id IS NULL) OR ((firma_giovane_at IS NOT NULL) AND (firma_professionista_at IS NOT NULL))))
  CONSTRAINT riga_registro_dalle_check CHECK ((dalle ~ '^([01]\d|2[0-3]):[0-5]\d$'::text))
  CONSTRAINT riga_registro_periodo_check CHECK ((NOT isempty(periodo)))
  CONSTRAINT riga_registro_persona_giorno_periodo_excl EXCLUDE USING gist (persona WITH =, giorno WITH =, periodo WITH &&)
  CONSTRAINT riga_registro_pkey PRIMARY KEY (id)
  CONSTRAINT riga_registro_professionista_id_giorno_periodo_excl EXCLUDE USING gist (professionista_id WITH =, giorno WITH =, periodo WITH &&) WHERE ((NOT di_gruppo))
  CREATE INDEX riga_registro_persona_giorno_periodo_excl ON public.riga_registro USING gist (persona, giorno, periodo)
  CREATE UNIQUE INDEX riga_registro_pkey ON public.riga_registro USING btree (id)
  CREATE INDEX riga_registro_professionista_id_giorno_periodo_excl ON public.riga_registro USING gist (professionista_id, giorno, periodo) WHERE (NOT di_gruppo)
  CREATE INDEX riga_registro_rendicontazione ON public.riga_registro USING btree (rendicontazione_id)
  CREATE INDEX riga_registro_servizio ON public.riga_registro USING btree (servizio_id, giorno, dalle)

TABLE saldo
  id text NOT NULL DEFAULT ((linea || '|'::text) || conto)
  linea text NOT NULL
  conto text NOT NULL
  saldo_cents bigint NOT NULL
  CONSTRAINT saldo_conto_check CHECK ((conto = ANY (ARRAY['stanziamento'::text, 'disponibile'::text, 'prenotato'::text, 'impegnato'::text, 'rendicontato'::text, 'ammesso'::text, 'pagato'::text, 'recuperato'::text])))
  CONSTRAINT saldo_linea_fkey FOREIGN KEY (linea) REFERENCES linea(id)
  CONSTRAINT saldo_non_negativo CHECK (((conto = 'stanziamento'::text) OR (saldo_cents >= 0)))
  CONSTRAINT saldo_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX saldo_pkey ON public.saldo USING btree (id)

TABLE scrittura
  id uuid NOT NULL
  at timestamp with time zone NOT NULL
  causale text NOT NULL
  servizio_id uuid
  adesione_id uuid
  atto text
  chi text NOT NULL
  CONSTRAINT scrittura_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT scrittura_check CHECK (((servizio_id IS NOT NULL) OR (atto <> ''::text)))
  CONSTRAINT scrittura_check1 CHECK (((servizio_id IS NOT NULL) OR (atto IS NOT NULL)))
  CONSTRAINT scrittura_pkey PRIMARY KEY (id)
  CONSTRAINT scrittura_servizio_id_fkey FOREIGN KEY (servizio_id) REFERENCES voce(servizio_id)
  CREATE UNIQUE INDEX scrittura_pkey ON public.scrittura USING btree (id)
  CREATE INDEX scrittura_servizio ON public.scrittura USING btree (servizio_id)

TABLE servizio
  id uuid NOT NULL
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  misura text NOT NULL
  stato text NOT NULL
  ore_erogate integer
  richiesto_cents bigint
  rendicontato_at timestamp with time zone
  erogatore_id text
  CONSTRAINT servizio_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT servizio_avvio_con_impegno TRIGGER DEFERRABLE INITIALLY DEFERRED
  CONSTRAINT servizio_erogatore_id_fkey FOREIGN KEY (erogatore_id) REFERENCES operatore(id)
  CONSTRAINT servizio_pkey PRIMARY KEY (id)
  CREATE INDEX servizio_affidato ON public.servizio USING btree (erogatore_id) WHERE (erogatore_id IS NOT NULL)
  CREATE UNIQUE INDEX servizio_pkey ON public.servizio USING btree (id)
  CREATE INDEX servizio_stato ON public.servizio USING btree (stato, rendicontato_at)

TABLE termine
  id text NOT NULL
  adesione_id uuid NOT NULL
  tipo text NOT NULL
  il date
  CONSTRAINT termine_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id) DEFERRABLE INITIALLY DEFERRED
  CONSTRAINT termine_pkey PRIMARY KEY (id)
  CREATE INDEX termine_il ON public.termine USING btree (tipo, il, id) WHERE (il IS NOT NULL)
  CREATE UNIQUE INDEX termine_pkey ON public.termine USING btree (id)

TABLE turno
  chiave text NOT NULL
  CONSTRAINT turno_pkey PRIMARY KEY (chiave)
  CREATE UNIQUE INDEX turno_pkey ON public.turno USING btree (chiave)

TABLE tutela
  adesione_id uuid NOT NULL
  sigillata text NOT NULL
  CONSTRAINT tutela_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT tutela_pkey PRIMARY KEY (adesione_id)
  CREATE UNIQUE INDEX tutela_pkey ON public.tutela USING btree (adesione_id)

TABLE versione_regole
  id text NOT NULL
  avviso_id text NOT NULL
  numero integer NOT NULL
  valida_dal date NOT NULL
  regole jsonb NOT NULL
  atto text NOT NULL
  motivo text NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  CONSTRAINT versione_regole_atto_check CHECK ((atto <> ''::text))
  CONSTRAINT versione_regole_avviso_id_fkey FOREIGN KEY (avviso_id) REFERENCES avviso(id)
  CONSTRAINT versione_regole_avviso_id_numero_key UNIQUE (avviso_id, numero)
  CONSTRAINT versione_regole_motivo_check CHECK ((motivo <> ''::text))
  CONSTRAINT versione_regole_numero_check CHECK ((numero > 0))
  CONSTRAINT versione_regole_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX versione_regole_avviso_id_numero_key ON public.versione_regole USING btree (avviso_id, numero)
  CREATE UNIQUE INDEX versione_regole_pkey ON public.versione_regole USING btree (id)

TABLE voce
  servizio_id uuid NOT NULL
  adesione_id uuid NOT NULL
  dote_id uuid NOT NULL
  linea text NOT NULL
  operatore_id text NOT NULL
  misura text NOT NULL
  fascia integer NOT NULL
  parte text NOT NULL
  previsto_cents bigint NOT NULL
  prenotato_cents bigint NOT NULL DEFAULT 0
  impegnato_cents bigint NOT NULL DEFAULT 0
  rendicontato_cents bigint NOT NULL DEFAULT 0
  ammesso_cents bigint NOT NULL DEFAULT 0
  pagato_cents bigint NOT NULL DEFAULT 0
  recuperato_cents bigint NOT NULL DEFAULT 0
  promesso_cents bigint DEFAULT (((((prenotato_cents + impegnato_cents) + rendicontato_cents) + ammesso_cents) + pagato_cents) + recuperato_cents)
  CONSTRAINT voce_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT voce_ammesso_cents_check CHECK ((ammesso_cents >= 0))
  CONSTRAINT voce_entro_il_previsto CHECK (((((((prenotato_cents + impegnato_cents) + rendicontato_cents) + ammesso_cents) + pagato_cents) + recuperato_cents) <= previsto_cents))
  CONSTRAINT voce_fascia_check CHECK (((fascia >= 1) AND (fascia <= 4)))
  CONSTRAINT voce_impegnato_cents_check CHECK ((impegnato_cents >= 0))
  CONSTRAINT voce_linea_fkey FOREIGN KEY (linea) REFERENCES linea(id)
  CONSTRAINT voce_operatore_id_fkey FOREIGN KEY (operatore_id) REFERENCES operatore(id)
  CONSTRAINT voce_pagato_cents_check CHECK ((pagato_cents >= 0))
  CONSTRAINT voce_parte_check CHECK ((parte = ANY (ARRAY['processo'::text, 'risultato'::text])))
  CONSTRAINT voce_pkey PRIMARY KEY (servizio_id)
  CONSTRAINT voce_prenotato_cents_check CHECK ((prenotato_cents >= 0))
  CONSTRAINT voce_previsto_cents_check CHECK ((previsto_cents > 0))
  CONSTRAINT voce_recuperato_cents_check CHECK ((recuperato_cents >= 0))
  CONSTRAINT voce_rendicontato_cents_check CHECK ((rendicontato_cents >= 0))
  CREATE INDEX voce_dote ON public.voce USING btree (dote_id)
  CREATE UNIQUE INDEX voce_pkey ON public.voce USING btree (servizio_id)
  CREATE INDEX voce_somme ON public.voce USING btree (operatore_id, misura, fascia, parte)

TABLE voce_rendicontazione
  id text NOT NULL
  rendicontazione_id uuid NOT NULL
  riferimento text NOT NULL
  giorno date NOT NULL
  minuti integer NOT NULL
  importo_cents bigint NOT NULL
  taglio_cents bigint NOT NULL DEFAULT 0
  motivo_taglio text
  nota_taglio text NOT NULL DEFAULT ''::text
  CONSTRAINT voce_rendicontazione_check CHECK (((taglio_cents >= 0) AND (taglio_cents <= importo_cents)))
  CONSTRAINT voce_rendicontazione_check1 CHECK (((taglio_cents = 0) OR (motivo_taglio IS NOT NULL)))
  CONSTRAINT voce_rendicontazione_importo_cents_check CHECK ((importo_cents >= 0))
  CONSTRAINT voce_rendicontazione_pkey PRIMARY KEY (id)
  CONSTRAINT voce_rendicontazione_rendicontazione_id_fkey FOREIGN KEY (rendicontazione_id) REFERENCES rendicontazione(id)
  CREATE INDEX voce_rendicontazione_di ON public.voce_rendicontazione USING btree (rendicontazione_id)
  CREATE UNIQUE INDEX voce_rendicontazione_pkey ON public.voce_rendicontazione USING btree (id)

TABLE voce_richiesta
  id text NOT NULL
  richiesta_id uuid NOT NULL
  rendicontazione_id uuid NOT NULL
  servizio_id uuid NOT NULL
  adesione_id uuid NOT NULL
  importo_cents bigint NOT NULL
  recuperato_cents bigint NOT NULL DEFAULT 0
  ammessa_da text NOT NULL
  CONSTRAINT voce_richiesta_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT voce_richiesta_check CHECK (((recuperato_cents >= 0) AND (recuperato_cents <= importo_cents)))
  CONSTRAINT voce_richiesta_importo_cents_check CHECK ((importo_cents >= 0))
  CONSTRAINT voce_richiesta_pkey PRIMARY KEY (id)
  CONSTRAINT voce_richiesta_rendicontazione_id_fkey FOREIGN KEY (rendicontazione_id) REFERENCES rendicontazione(id)
  CONSTRAINT voce_richiesta_richiesta_id_fkey FOREIGN KEY (richiesta_id) REFERENCES richiesta_pagamento(id)
  CONSTRAINT voce_richiesta_richiesta_id_rendicontazione_id_key UNIQUE (richiesta_id, rendicontazione_id)
  CREATE UNIQUE INDEX voce_richiesta_pkey ON public.voce_richiesta USING btree (id)
  CREATE INDEX voce_richiesta_richiesta ON public.voce_richiesta USING btree (richiesta_id)
  CREATE UNIQUE INDEX voce_richiesta_richiesta_id_rendicontazione_id_key ON public.voce_richiesta USING btree (richiesta_id, rendicontazione_id)
