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
