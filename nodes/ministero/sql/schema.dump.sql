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
  CONSTRAINT politica_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES adesione(id)
  CONSTRAINT politica_check CHECK ((data_fine >= data_inizio))
  CONSTRAINT politica_pkey PRIMARY KEY (id)
  CREATE INDEX politica_adesione ON public.politica USING btree (adesione_id)
  CREATE UNIQUE INDEX politica_pkey ON public.politica USING btree (id)

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
  CONSTRAINT presa_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES adesione(id)
  CONSTRAINT presa_fascia_check CHECK (((fascia >= 1) AND (fascia <= 4)))
  CONSTRAINT presa_persona_id_fkey FOREIGN KEY (persona_id) REFERENCES persona(id)
  CONSTRAINT presa_pkey PRIMARY KEY (id)
  CREATE INDEX presa_adesione ON public.presa USING btree (adesione_id)
  CREATE UNIQUE INDEX presa_pkey ON public.presa USING btree (id)

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
