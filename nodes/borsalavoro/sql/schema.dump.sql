TABLE adesione
  id uuid NOT NULL
  giovane_id uuid NOT NULL
  regione text NOT NULL
  canale text NOT NULL
  data_adesione date NOT NULL
  stato text NOT NULL
  stato_at timestamp with time zone NOT NULL
  operatore_id text
  in_conferma boolean NOT NULL
  version integer NOT NULL
  contattato boolean NOT NULL
  CONSTRAINT adesione_canale_check CHECK ((canale = ANY (ARRAY['regionale'::text, 'nazionale'::text])))
  CONSTRAINT adesione_check CHECK (((NOT in_conferma) OR (stato = 'P'::text)))
  CONSTRAINT adesione_giovane_id_fkey FOREIGN KEY (giovane_id) REFERENCES giovane(id)
  CONSTRAINT adesione_pkey PRIMARY KEY (id)
  CONSTRAINT adesione_stato_check CHECK ((stato = ANY (ARRAY['A'::text, 'P'::text, 'T'::text, 'F'::text, 'C'::text, 'D'::text, 'U'::text, 'N'::text, 'X'::text, 'R'::text])))
  CONSTRAINT adesione_version_check CHECK ((version > 0))
  CREATE INDEX adesione_giovane ON public.adesione USING btree (giovane_id)
  CREATE UNIQUE INDEX adesione_pkey ON public.adesione USING btree (id)
  CREATE INDEX adesione_registro ON public.adesione USING btree (data_adesione DESC, id DESC)
  CREATE INDEX adesione_stato ON public.adesione USING btree (stato, data_adesione DESC, id DESC)
  CREATE UNIQUE INDEX adesione_una_aperta ON public.adesione USING btree (giovane_id) WHERE (stato = ANY (ARRAY['A'::text, 'P'::text, 'T'::text]))

TABLE adesione_in_attesa
  id uuid NOT NULL
  at timestamp with time zone NOT NULL
  cf_digest text NOT NULL
  cf_sigillato text NOT NULL
  data_adesione date NOT NULL
  identificativo_sap text
  motivo text
  chiusa boolean NOT NULL DEFAULT false
  CONSTRAINT adesione_in_attesa_cf_digest_data_adesione_key UNIQUE (cf_digest, data_adesione)
  CONSTRAINT adesione_in_attesa_pkey PRIMARY KEY (id)
  CREATE INDEX adesione_in_attesa_aperta ON public.adesione_in_attesa USING btree (at) WHERE (NOT chiusa)
  CREATE UNIQUE INDEX adesione_in_attesa_cf_digest_data_adesione_key ON public.adesione_in_attesa USING btree (cf_digest, data_adesione)
  CREATE UNIQUE INDEX adesione_in_attesa_pkey ON public.adesione_in_attesa USING btree (id)

TABLE compito
  id uuid NOT NULL
  at timestamp with time zone NOT NULL
  tipo text NOT NULL
  titolo text NOT NULL
  causa text NOT NULL
  prossimo_passo text NOT NULL
  adesione_id uuid
  chiuso boolean NOT NULL
  CONSTRAINT compito_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX compito_pkey ON public.compito USING btree (id)

TABLE dati_sap
  giovane_id uuid NOT NULL
  dati_sigillati text NOT NULL
  aggiornati_at timestamp with time zone NOT NULL
  CONSTRAINT dati_sap_giovane_id_fkey FOREIGN KEY (giovane_id) REFERENCES giovane(id)
  CONSTRAINT dati_sap_pkey PRIMARY KEY (giovane_id)
  CREATE UNIQUE INDEX dati_sap_pkey ON public.dati_sap USING btree (giovane_id)

TABLE evento
  id text NOT NULL
  adesione_id uuid NOT NULL
  version integer NOT NULL
  tipo text NOT NULL
  da text
  a text NOT NULL
  motivo text
  at timestamp with time zone NOT NULL
  noto_at timestamp with time zone NOT NULL
  CONSTRAINT evento_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES adesione(id) DEFERRABLE INITIALLY DEFERRED
  CONSTRAINT evento_adesione_id_version_key UNIQUE (adesione_id, version)
  CONSTRAINT evento_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX evento_adesione_id_version_key ON public.evento USING btree (adesione_id, version)
  CREATE UNIQUE INDEX evento_pkey ON public.evento USING btree (id)

TABLE fatto
  id uuid NOT NULL
  persona uuid NOT NULL
  adesione_id uuid NOT NULL
  giorno date NOT NULL
  noto_at timestamp with time zone NOT NULL
  ordine bigint NOT NULL
  fatto jsonb NOT NULL
  CONSTRAINT fatto_pkey PRIMARY KEY (id)
  CREATE INDEX fatto_adesione ON public.fatto USING btree (adesione_id)
  CREATE UNIQUE INDEX fatto_pkey ON public.fatto USING btree (id)

TABLE giovane
  id uuid NOT NULL
  cf_digest text NOT NULL
  cf_sigillato text NOT NULL
  nome text NOT NULL
  cognome text NOT NULL
  data_nascita date NOT NULL
  sesso text NOT NULL
  email text NOT NULL
  telefono text NOT NULL
  CONSTRAINT giovane_cf_digest_key UNIQUE (cf_digest)
  CONSTRAINT giovane_pkey PRIMARY KEY (id)
  CONSTRAINT giovane_sesso_check CHECK ((sesso = ANY (ARRAY['F'::text, 'M'::text])))
  CREATE UNIQUE INDEX giovane_cf_digest_key ON public.giovane USING btree (cf_digest)
  CREATE UNIQUE INDEX giovane_pkey ON public.giovane USING btree (id)

TABLE istantanea
  id text NOT NULL
  giorno date NOT NULL
  edizione integer NOT NULL
  corpo jsonb NOT NULL
  CONSTRAINT istantanea_edizione_check CHECK ((edizione > 0))
  CONSTRAINT istantanea_giorno_edizione_key UNIQUE (giorno, edizione)
  CONSTRAINT istantanea_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX istantanea_giorno_edizione_key ON public.istantanea USING btree (giorno, edizione)
  CREATE UNIQUE INDEX istantanea_pkey ON public.istantanea USING btree (id)

TABLE lettura
  id uuid NOT NULL
  giovane_id uuid NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  ruolo text NOT NULL
  scopo text NOT NULL
  CONSTRAINT lettura_giovane_id_fkey FOREIGN KEY (giovane_id) REFERENCES giovane(id)
  CONSTRAINT lettura_pkey PRIMARY KEY (id)
  CREATE INDEX lettura_giovane ON public.lettura USING btree (giovane_id)
  CREATE UNIQUE INDEX lettura_pkey ON public.lettura USING btree (id)

TABLE migrazione
  insieme text NOT NULL
  file text NOT NULL
  sha256 text NOT NULL
  at timestamp with time zone NOT NULL DEFAULT now()
  CONSTRAINT migrazione_pkey PRIMARY KEY (insieme, file)
  CREATE UNIQUE INDEX migrazione_pkey ON public.migrazione USING btree (insieme, file)

TABLE notifica_fallita
  id uuid NOT NULL
  at timestamp with time zone NOT NULL
  codice text NOT NULL
  operazione text NOT NULL
  documento_sigillato text NOT NULL
  causa text NOT NULL
  regione text NOT NULL
  data_adesione text NOT NULL
  stato text NOT NULL
  scambio_id text NOT NULL
  tentativi integer NOT NULL DEFAULT 0
  chiusa boolean NOT NULL DEFAULT false
  CONSTRAINT notifica_fallita_codice_check CHECK ((codice = ANY (ARRAY['NP'::text, 'ST'::text, 'EM'::text, 'XML'::text, 'E'::text])))
  CONSTRAINT notifica_fallita_pkey PRIMARY KEY (id)
  CREATE INDEX notifica_fallita_aperta ON public.notifica_fallita USING btree (at) WHERE (NOT chiusa)
  CREATE UNIQUE INDEX notifica_fallita_pkey ON public.notifica_fallita USING btree (id)

TABLE operatore
  id text NOT NULL
  denominazione text NOT NULL
  comune text NOT NULL
  indirizzo text NOT NULL
  telefono text NOT NULL
  attivo boolean NOT NULL
  attesa_mediana_days double precision
  CONSTRAINT operatore_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX operatore_pkey ON public.operatore USING btree (id)

TABLE percorso
  adesione_id uuid NOT NULL
  profilazione jsonb NOT NULL
  dote jsonb NOT NULL
  preavviso jsonb NOT NULL
  documenti jsonb NOT NULL
  indennita jsonb NOT NULL DEFAULT '[]'::jsonb
  proposta jsonb NOT NULL DEFAULT 'null'::jsonb
  CONSTRAINT percorso_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES adesione(id)
  CONSTRAINT percorso_pkey PRIMARY KEY (adesione_id)
  CREATE UNIQUE INDEX percorso_pkey ON public.percorso USING btree (adesione_id)

TABLE politica
  id uuid NOT NULL
  adesione_id uuid NOT NULL
  misura text NOT NULL
  data_inizio date NOT NULL
  data_fine date
  esito text
  CONSTRAINT politica_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES adesione(id)
  CONSTRAINT politica_check CHECK ((data_fine >= data_inizio))
  CONSTRAINT politica_pkey PRIMARY KEY (id)
  CREATE INDEX politica_adesione ON public.politica USING btree (adesione_id)
  CREATE UNIQUE INDEX politica_pkey ON public.politica USING btree (id)

TABLE presa
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  dote_id uuid NOT NULL
  fascia integer NOT NULL
  data_patto date NOT NULL
  dote_inviata_at timestamp with time zone NOT NULL
  CONSTRAINT presa_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES adesione(id)
  CONSTRAINT presa_fascia_check CHECK (((fascia >= 1) AND (fascia <= 4)))
  CONSTRAINT presa_pkey PRIMARY KEY (adesione_id)
  CREATE UNIQUE INDEX presa_pkey ON public.presa USING btree (adesione_id)

TABLE sap_nota
  adesione_id uuid NOT NULL
  identificativo text NOT NULL
  fonte text NOT NULL
  at timestamp with time zone NOT NULL
  CONSTRAINT sap_nota_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES adesione(id)
  CONSTRAINT sap_nota_fonte_check CHECK ((fonte = ANY (ARRAY['portale-nazionale'::text, 'verifica'::text, 'primo-inserimento'::text])))
  CONSTRAINT sap_nota_identificativo_check CHECK ((identificativo ~ '^[A-Z]{2}[0-9]{8}[A-Z]$'::text))
  CONSTRAINT sap_nota_pkey PRIMARY KEY (adesione_id)
  CREATE UNIQUE INDEX sap_nota_pkey ON public.sap_nota USING btree (adesione_id)
