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

TABLE contatto
  id uuid NOT NULL
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  at timestamp with time zone NOT NULL
  canale text NOT NULL
  esito text NOT NULL
  nota text NOT NULL
  addetto text NOT NULL
  CONSTRAINT contatto_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT contatto_pkey PRIMARY KEY (id)
  CREATE INDEX contatto_adesione ON public.contatto USING btree (adesione_id)
  CREATE UNIQUE INDEX contatto_pkey ON public.contatto USING btree (id)

TABLE conto
  conto text NOT NULL
  saldo_cents bigint NOT NULL
  CONSTRAINT conto_check CHECK (((conto = 'stanziamento'::text) OR (saldo_cents >= 0)))
  CONSTRAINT conto_pkey PRIMARY KEY (conto)
  CREATE UNIQUE INDEX conto_pkey ON public.conto USING btree (conto)

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

TABLE lettura
  id uuid NOT NULL
  adesione_id uuid NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  CONSTRAINT lettura_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX lettura_pkey ON public.lettura USING btree (id)

TABLE migrazione
  insieme text NOT NULL
  file text NOT NULL
  sha256 text NOT NULL
  at timestamp with time zone NOT NULL DEFAULT now()
  CONSTRAINT migrazione_pkey PRIMARY KEY (insieme, file)
  CREATE UNIQUE INDEX migrazione_pkey ON public.migrazione USING btree (insieme, file)

TABLE movimento
  id uuid NOT NULL
  at timestamp with time zone NOT NULL
  causale text NOT NULL
  conto text NOT NULL
  importo_cents bigint NOT NULL
  adesione_id uuid
  operatore_id text
  CONSTRAINT movimento_conto_fkey FOREIGN KEY (conto) REFERENCES conto(conto)
  CONSTRAINT movimento_importo_cents_check CHECK ((importo_cents <> 0))
  CONSTRAINT movimento_pkey PRIMARY KEY (id)
  CREATE INDEX movimento_operatore ON public.movimento USING btree (operatore_id, conto)
  CREATE UNIQUE INDEX movimento_pkey ON public.movimento USING btree (id)

TABLE operatore
  id text NOT NULL
  denominazione text NOT NULL
  comune text NOT NULL
  indirizzo text NOT NULL
  telefono text NOT NULL
  attivo boolean NOT NULL
  CONSTRAINT operatore_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX operatore_pkey ON public.operatore USING btree (id)

TABLE servizio
  id uuid NOT NULL
  adesione_id uuid NOT NULL
  operatore_id text NOT NULL
  misura text NOT NULL
  stato text NOT NULL
  ore_erogate integer
  richiesto_cents bigint
  rendicontato_at timestamp with time zone
  CONSTRAINT servizio_adesione_id_fkey FOREIGN KEY (adesione_id) REFERENCES caso(adesione_id)
  CONSTRAINT servizio_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX servizio_pkey ON public.servizio USING btree (id)
  CREATE INDEX servizio_stato ON public.servizio USING btree (stato, rendicontato_at)
