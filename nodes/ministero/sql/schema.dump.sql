TABLE adesione
  id uuid NOT NULL
  persona_id uuid NOT NULL
  regione text NOT NULL
  canale text NOT NULL
  data_adesione date NOT NULL
  stato text NOT NULL
  version integer NOT NULL
  CONSTRAINT adesione_persona_id_fkey FOREIGN KEY (persona_id) REFERENCES persona(id)
  CONSTRAINT adesione_pkey PRIMARY KEY (id)
  CONSTRAINT adesione_stato_check CHECK ((stato = ANY (ARRAY['A'::text, 'P'::text, 'T'::text, 'F'::text, 'C'::text, 'D'::text, 'U'::text, 'N'::text, 'X'::text, 'R'::text])))
  CONSTRAINT adesione_version_check CHECK ((version > 0))
  CREATE INDEX adesione_persona ON public.adesione USING btree (persona_id)
  CREATE UNIQUE INDEX adesione_pkey ON public.adesione USING btree (id)

TABLE chiamata
  id text NOT NULL
  volte integer NOT NULL
  CONSTRAINT chiamata_pkey PRIMARY KEY (id)
  CONSTRAINT chiamata_volte_check CHECK ((volte > 0))
  CREATE UNIQUE INDEX chiamata_pkey ON public.chiamata USING btree (id)

TABLE codice
  id text NOT NULL
  lista text NOT NULL
  codice text NOT NULL
  descrizione text NOT NULL
  dal date
  al date
  importato_at timestamp with time zone NOT NULL
  CONSTRAINT codice_check CHECK ((al >= dal))
  CONSTRAINT codice_pkey PRIMARY KEY (id)
  CREATE INDEX codice_importato ON public.codice USING btree (importato_at)
  CREATE UNIQUE INDEX codice_pkey ON public.codice USING btree (id)

TABLE did
  id text NOT NULL
  sap_id text NOT NULL
  stato text NOT NULL
  fonte text NOT NULL
  giorno date NOT NULL
  aggiornata_at timestamp with time zone NOT NULL
  CONSTRAINT did_fonte_check CHECK ((fonte = ANY (ARRAY['O'::text, 'R'::text, 'N'::text])))
  CONSTRAINT did_id_fkey FOREIGN KEY (id) REFERENCES politica_sap(id)
  CONSTRAINT did_pkey PRIMARY KEY (id)
  CONSTRAINT did_sap_id_fkey FOREIGN KEY (sap_id) REFERENCES sap(id)
  CONSTRAINT did_stato_check CHECK ((stato = ANY (ARRAY['I'::text, 'C'::text, 'S'::text, 'A'::text, 'R'::text])))
  CREATE UNIQUE INDEX did_pkey ON public.did USING btree (id)
  CREATE INDEX did_sap ON public.did USING btree (sap_id)

TABLE evento_politica
  id text NOT NULL
  sap_id text NOT NULL
  politica_id text NOT NULL
  evento text NOT NULL
  data date NOT NULL
  descrizione text
  ente text
  at timestamp with time zone NOT NULL
  CONSTRAINT evento_politica_pkey PRIMARY KEY (id)
  CONSTRAINT evento_politica_politica_id_fkey FOREIGN KEY (politica_id) REFERENCES politica_sap(id)
  CONSTRAINT evento_politica_sap_id_fkey FOREIGN KEY (sap_id) REFERENCES sap(id)
  CREATE UNIQUE INDEX evento_politica_pkey ON public.evento_politica USING btree (id)
  CREATE INDEX evento_politica_sap ON public.evento_politica USING btree (sap_id)

TABLE istantanea
  id text NOT NULL
  regione text NOT NULL
  giorno date NOT NULL
  edizione integer NOT NULL
  ricevuto_at timestamp with time zone NOT NULL
  corpo jsonb NOT NULL
  CONSTRAINT istantanea_edizione_check CHECK ((edizione > 0))
  CONSTRAINT istantanea_pkey PRIMARY KEY (id)
  CONSTRAINT istantanea_regione_giorno_edizione_key UNIQUE (regione, giorno, edizione)
  CREATE INDEX istantanea_giorno ON public.istantanea USING btree (giorno)
  CREATE UNIQUE INDEX istantanea_pkey ON public.istantanea USING btree (id)
  CREATE UNIQUE INDEX istantanea_regione_giorno_edizione_key ON public.istantanea USING btree (regione, giorno, edizione)

TABLE lettura
  id uuid NOT NULL
  persona_id uuid NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  scopo text NOT NULL
  CONSTRAINT lettura_persona_id_fkey FOREIGN KEY (persona_id) REFERENCES persona(id)
  CONSTRAINT lettura_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX lettura_pkey ON public.lettura USING btree (id)

TABLE migrazione
  insieme text NOT NULL
  file text NOT NULL
  sha256 text NOT NULL
  at timestamp with time zone NOT NULL DEFAULT now()
  CONSTRAINT migrazione_pkey PRIMARY KEY (insieme, file)
  CREATE UNIQUE INDEX migrazione_pkey ON public.migrazione USING btree (insieme, file)

TABLE persona
  id uuid NOT NULL
  cf_digest text NOT NULL
  cf_sigillato text NOT NULL
  sesso text NOT NULL
  data_nascita date NOT NULL
  CONSTRAINT persona_cf_digest_key UNIQUE (cf_digest)
  CONSTRAINT persona_pkey PRIMARY KEY (id)
  CONSTRAINT persona_sesso_check CHECK ((sesso = ANY (ARRAY['F'::text, 'M'::text])))
  CREATE UNIQUE INDEX persona_cf_digest_key ON public.persona USING btree (cf_digest)
  CREATE UNIQUE INDEX persona_pkey ON public.persona USING btree (id)

TABLE politica
  id uuid NOT NULL
  adesione_id uuid NOT NULL
  regione text NOT NULL
  misura text NOT NULL
  data_inizio date NOT NULL
  data_fine date
  esito text
  identificativo text
  CONSTRAINT politica_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES adesione(id)
  CONSTRAINT politica_check CHECK ((data_fine >= data_inizio))
  CONSTRAINT politica_pkey PRIMARY KEY (id)
  CREATE INDEX politica_adesione ON public.politica USING btree (adesione_id)
  CREATE UNIQUE INDEX politica_pkey ON public.politica USING btree (id)

TABLE politica_passiva
  id text NOT NULL
  persona_id uuid NOT NULL
  tipo text NOT NULL
  ente text NOT NULL
  dal date NOT NULL
  al date
  importo_cents bigint
  fonte text NOT NULL
  importata_at timestamp with time zone NOT NULL
  CONSTRAINT politica_passiva_check CHECK ((al >= dal))
  CONSTRAINT politica_passiva_importo_cents_check CHECK ((importo_cents >= 0))
  CONSTRAINT politica_passiva_persona_id_fkey FOREIGN KEY (persona_id) REFERENCES persona(id)
  CONSTRAINT politica_passiva_pkey PRIMARY KEY (id)
  CREATE INDEX politica_passiva_persona ON public.politica_passiva USING btree (persona_id)
  CREATE UNIQUE INDEX politica_passiva_pkey ON public.politica_passiva USING btree (id)

TABLE politica_sap
  id text NOT NULL
  sap_id text NOT NULL
  identificativo text NOT NULL
  tipo_attivita text NOT NULL
  progetto text NOT NULL
  ente text NOT NULL
  inviata_da text NOT NULL
  data_proposta date NOT NULL
  CONSTRAINT politica_sap_identificativo_check CHECK ((identificativo ~ '^[0-9]{2}[0-9A-Fa-f]{8}[A-Z]$'::text))
  CONSTRAINT politica_sap_pkey PRIMARY KEY (id)
  CONSTRAINT politica_sap_sap_id_fkey FOREIGN KEY (sap_id) REFERENCES sap(id)
  CONSTRAINT politica_sap_sap_id_identificativo_key UNIQUE (sap_id, identificativo)
  CREATE UNIQUE INDEX politica_sap_pkey ON public.politica_sap USING btree (id)
  CREATE INDEX politica_sap_sap ON public.politica_sap USING btree (sap_id)
  CREATE UNIQUE INDEX politica_sap_sap_id_identificativo_key ON public.politica_sap USING btree (sap_id, identificativo)

TABLE presa
  id text NOT NULL
  adesione_id uuid NOT NULL
  persona_id uuid NOT NULL
  regione text NOT NULL
  operatore_id text NOT NULL
  fascia integer NOT NULL
  data_patto date NOT NULL
  giorno date NOT NULL
  at timestamp with time zone NOT NULL
  identificativo text
  CONSTRAINT presa_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES adesione(id)
  CONSTRAINT presa_fascia_check CHECK (((fascia >= 1) AND (fascia <= 4)))
  CONSTRAINT presa_persona_id_fkey FOREIGN KEY (persona_id) REFERENCES persona(id)
  CONSTRAINT presa_pkey PRIMARY KEY (id)
  CREATE INDEX presa_adesione ON public.presa USING btree (adesione_id)
  CREATE UNIQUE INDEX presa_pkey ON public.presa USING btree (id)

TABLE sap
  id text NOT NULL
  persona_id uuid NOT NULL
  titolare text NOT NULL
  regione text
  ex_titolari jsonb NOT NULL
  stato text NOT NULL
  provvisoria boolean NOT NULL
  versione integer NOT NULL
  aggiornata_at timestamp with time zone NOT NULL
  CONSTRAINT sap_id_check CHECK ((id ~ '^[A-Z]{2}[0-9]{8}[A-Z]$'::text))
  CONSTRAINT sap_persona_id_fkey FOREIGN KEY (persona_id) REFERENCES persona(id)
  CONSTRAINT sap_pkey PRIMARY KEY (id)
  CONSTRAINT sap_stato_check CHECK ((stato = ANY (ARRAY['01'::text, '02'::text, '03'::text])))
  CONSTRAINT sap_versione_check CHECK ((versione > 0))
  CREATE UNIQUE INDEX sap_attiva ON public.sap USING btree (persona_id) WHERE (stato = '01'::text)
  CREATE INDEX sap_non_attiva ON public.sap USING btree (regione) WHERE (stato <> '01'::text)
  CREATE INDEX sap_persona ON public.sap USING btree (persona_id)
  CREATE UNIQUE INDEX sap_pkey ON public.sap USING btree (id)

TABLE sap_versione
  id text NOT NULL
  sap_id text NOT NULL
  versione integer NOT NULL
  at timestamp with time zone NOT NULL
  ente text
  canale text NOT NULL
  tipo_variazione text NOT NULL
  scambio_id text
  corpo_sigillato text NOT NULL
  CONSTRAINT sap_versione_canale_check CHECK ((canale = ANY (ARRAY['soap'::text, 'modi'::text, 'nodo'::text])))
  CONSTRAINT sap_versione_pkey PRIMARY KEY (id)
  CONSTRAINT sap_versione_sap_id_fkey FOREIGN KEY (sap_id) REFERENCES sap(id)
  CONSTRAINT sap_versione_sap_id_versione_key UNIQUE (sap_id, versione)
  CONSTRAINT sap_versione_tipo_variazione_check CHECK ((tipo_variazione = ANY (ARRAY['01'::text, '02'::text, '05'::text])))
  CONSTRAINT sap_versione_versione_check CHECK ((versione > 0))
  CREATE UNIQUE INDEX sap_versione_pkey ON public.sap_versione USING btree (id)
  CREATE UNIQUE INDEX sap_versione_sap_id_versione_key ON public.sap_versione USING btree (sap_id, versione)

TABLE segnalazione
  id uuid NOT NULL
  sap_id text NOT NULL
  versione integer NOT NULL
  at timestamp with time zone NOT NULL
  ente text
  codice text NOT NULL
  fatti jsonb NOT NULL
  CONSTRAINT segnalazione_pkey PRIMARY KEY (id)
  CONSTRAINT segnalazione_sap_id_fkey FOREIGN KEY (sap_id) REFERENCES sap(id)
  CREATE INDEX segnalazione_codice ON public.segnalazione USING btree (codice, at)
  CREATE UNIQUE INDEX segnalazione_pkey ON public.segnalazione USING btree (id)
  CREATE INDEX segnalazione_sap ON public.segnalazione USING btree (sap_id)

TABLE spdci_sottoscrizione
  id uuid NOT NULL
  sender_id text NOT NULL
  persona_id uuid NOT NULL
  evento text NOT NULL
  richiamo text NOT NULL
  scopo text NOT NULL
  attiva boolean NOT NULL
  at timestamp with time zone NOT NULL
  CONSTRAINT spdci_sottoscrizione_evento_check CHECK ((evento = ANY (ARRAY['enrolment_status_change'::text, 'participation_change'::text])))
  CONSTRAINT spdci_sottoscrizione_persona_id_fkey FOREIGN KEY (persona_id) REFERENCES persona(id)
  CONSTRAINT spdci_sottoscrizione_pkey PRIMARY KEY (id)
  CONSTRAINT spdci_sottoscrizione_scopo_check CHECK ((scopo <> ''::text))
  CREATE INDEX spdci_sottoscrizione_persona ON public.spdci_sottoscrizione USING btree (persona_id)
  CREATE UNIQUE INDEX spdci_sottoscrizione_pkey ON public.spdci_sottoscrizione USING btree (id)

TABLE spdci_transazione
  id text NOT NULL
  sender_id text NOT NULL
  correlation_id text NOT NULL
  azione text NOT NULL
  risposta text NOT NULL
  at timestamp with time zone NOT NULL
  CONSTRAINT spdci_transazione_correlation_id_key UNIQUE (correlation_id)
  CONSTRAINT spdci_transazione_pkey PRIMARY KEY (id)
  CREATE INDEX spdci_transazione_correlation ON public.spdci_transazione USING btree (correlation_id)
  CREATE UNIQUE INDEX spdci_transazione_correlation_id_key ON public.spdci_transazione USING btree (correlation_id)
  CREATE UNIQUE INDEX spdci_transazione_pkey ON public.spdci_transazione USING btree (id)

TABLE stato_adesione
  id text NOT NULL
  adesione_id uuid NOT NULL
  stato text NOT NULL
  at timestamp with time zone NOT NULL
  motivo text
  CONSTRAINT stato_adesione_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES adesione(id)
  CONSTRAINT stato_adesione_pkey PRIMARY KEY (id)
  CREATE INDEX stato_adesione_adesione ON public.stato_adesione USING btree (adesione_id)
  CREATE UNIQUE INDEX stato_adesione_pkey ON public.stato_adesione USING btree (id)
