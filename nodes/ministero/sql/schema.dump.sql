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

TABLE coop_allarme
  numero bigint NOT NULL
  at timestamp with time zone NOT NULL
  partner text NOT NULL
  codice text NOT NULL
  dettaglio text NOT NULL
  CONSTRAINT coop_allarme_pkey PRIMARY KEY (numero)
  CREATE UNIQUE INDEX coop_allarme_pkey ON public.coop_allarme USING btree (numero)

TABLE coop_corsia_entrata
  partner text NOT NULL
  corsia integer NOT NULL
  segno bigint NOT NULL DEFAULT 0
  testa text NOT NULL
  ultimo_at timestamp with time zone
  CONSTRAINT coop_corsia_entrata_pkey PRIMARY KEY (partner, corsia)
  CREATE UNIQUE INDEX coop_corsia_entrata_pkey ON public.coop_corsia_entrata USING btree (partner, corsia)

TABLE coop_corsia_uscita
  partner text NOT NULL
  corsia integer NOT NULL
  contatore bigint NOT NULL DEFAULT 0
  cursore bigint NOT NULL DEFAULT 0
  testa text NOT NULL
  ultima_ricevuta_at timestamp with time zone
  CONSTRAINT coop_corsia_uscita_check CHECK ((cursore <= contatore))
  CONSTRAINT coop_corsia_uscita_corsia_check CHECK ((corsia >= 0))
  CONSTRAINT coop_corsia_uscita_cursore_check CHECK ((cursore >= 0))
  CONSTRAINT coop_corsia_uscita_pkey PRIMARY KEY (partner, corsia)
  CREATE UNIQUE INDEX coop_corsia_uscita_pkey ON public.coop_corsia_uscita USING btree (partner, corsia)

TABLE coop_entrata
  partner text NOT NULL
  corsia integer NOT NULL
  progressivo bigint NOT NULL
  id uuid NOT NULL
  tipo text NOT NULL
  persona text NOT NULL
  impronta text NOT NULL
  esito text NOT NULL
  codice text
  fatti jsonb NOT NULL DEFAULT '{}'::jsonb
  at timestamp with time zone NOT NULL
  CONSTRAINT coop_entrata_esito_check CHECK ((esito = ANY (ARRAY['applicato'::text, 'rifiutato'::text, 'in-attesa'::text])))
  CONSTRAINT coop_entrata_partner_id_key UNIQUE (partner, id)
  CONSTRAINT coop_entrata_pkey PRIMARY KEY (partner, corsia, progressivo)
  CREATE UNIQUE INDEX coop_entrata_partner_id_key ON public.coop_entrata USING btree (partner, id)
  CREATE UNIQUE INDEX coop_entrata_pkey ON public.coop_entrata USING btree (partner, corsia, progressivo)
  CREATE INDEX coop_entrata_rifiuti ON public.coop_entrata USING btree (at) WHERE (esito = 'rifiutato'::text)

TABLE coop_esito_uscita
  partner text NOT NULL
  corsia integer NOT NULL
  progressivo bigint NOT NULL
  esito text NOT NULL
  codice text
  fatti jsonb NOT NULL DEFAULT '{}'::jsonb
  at timestamp with time zone NOT NULL
  CONSTRAINT coop_esito_uscita_esito_check CHECK ((esito = ANY (ARRAY['applicato'::text, 'rifiutato'::text, 'in-attesa'::text])))
  CONSTRAINT coop_esito_uscita_partner_corsia_progressivo_fkey FOREIGN KEY (partner, corsia, progressivo) REFERENCES coop_uscita(partner, corsia, progressivo)
  CONSTRAINT coop_esito_uscita_pkey PRIMARY KEY (partner, corsia, progressivo)
  CREATE UNIQUE INDEX coop_esito_uscita_pkey ON public.coop_esito_uscita USING btree (partner, corsia, progressivo)

TABLE coop_fermo
  partner text NOT NULL
  corsia integer NOT NULL
  progressivo bigint NOT NULL
  id uuid NOT NULL
  tipo text NOT NULL
  persona text NOT NULL
  riservato boolean NOT NULL
  corpo text NOT NULL
  accodato_at timestamp with time zone NOT NULL
  at timestamp with time zone NOT NULL
  stato text NOT NULL
  tentativi integer NOT NULL
  errore text NOT NULL
  prossimo_at timestamp with time zone
  CONSTRAINT coop_fermo_id_key UNIQUE (id)
  CONSTRAINT coop_fermo_pkey PRIMARY KEY (partner, corsia, progressivo)
  CONSTRAINT coop_fermo_stato_check CHECK ((stato = ANY (ARRAY['in ritentativo'::text, 'in quarantena'::text, 'in coda'::text])))
  CREATE UNIQUE INDEX coop_fermo_id_key ON public.coop_fermo USING btree (id)
  CREATE INDEX coop_fermo_persona ON public.coop_fermo USING btree (partner, persona, progressivo)
  CREATE UNIQUE INDEX coop_fermo_pkey ON public.coop_fermo USING btree (partner, corsia, progressivo)

TABLE coop_jti
  partner text NOT NULL
  jti text NOT NULL
  scade_at timestamp with time zone NOT NULL
  CONSTRAINT coop_jti_pkey PRIMARY KEY (partner, jti)
  CREATE UNIQUE INDEX coop_jti_pkey ON public.coop_jti USING btree (partner, jti)
  CREATE INDEX coop_jti_scade ON public.coop_jti USING btree (scade_at)

TABLE coop_partner
  nome text NOT NULL
  in_pausa boolean NOT NULL DEFAULT false
  CONSTRAINT coop_partner_pkey PRIMARY KEY (nome)
  CREATE UNIQUE INDEX coop_partner_pkey ON public.coop_partner USING btree (nome)

TABLE coop_ricevuta
  partner text NOT NULL
  corsia integer NOT NULL
  fino bigint NOT NULL
  corpo text NOT NULL
  intestazioni jsonb NOT NULL
  at timestamp with time zone NOT NULL
  CONSTRAINT coop_ricevuta_pkey PRIMARY KEY (partner, corsia, fino)
  CREATE UNIQUE INDEX coop_ricevuta_pkey ON public.coop_ricevuta USING btree (partner, corsia, fino)

TABLE coop_uscita
  partner text NOT NULL
  corsia integer NOT NULL
  progressivo bigint NOT NULL
  id uuid NOT NULL
  tipo text NOT NULL
  persona text NOT NULL
  riservato boolean NOT NULL
  sale text NOT NULL
  corpo text NOT NULL
  accodato_at timestamp with time zone NOT NULL
  CONSTRAINT coop_uscita_id_key UNIQUE (id)
  CONSTRAINT coop_uscita_pkey PRIMARY KEY (partner, corsia, progressivo)
  CONSTRAINT coop_uscita_progressivo_check CHECK ((progressivo > 0))
  CREATE UNIQUE INDEX coop_uscita_id_key ON public.coop_uscita USING btree (id)
  CREATE INDEX coop_uscita_persona ON public.coop_uscita USING btree (persona)
  CREATE UNIQUE INDEX coop_uscita_pkey ON public.coop_uscita USING btree (partner, corsia, progressivo)

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
