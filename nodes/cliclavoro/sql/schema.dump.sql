TABLE adesione
  id uuid NOT NULL
  persona_id uuid NOT NULL
  regione text NOT NULL
  canale text NOT NULL
  data_adesione date NOT NULL
  stato text NOT NULL
  stato_at timestamp with time zone NOT NULL
  operatore jsonb
  version integer NOT NULL
  consegna text NOT NULL
  annullamento text NOT NULL
  CONSTRAINT adesione_annullamento_check CHECK ((annullamento = ANY (ARRAY['nessuno'::text, 'chiesto'::text, 'rifiutato'::text])))
  CONSTRAINT adesione_canale_check CHECK ((canale = ANY (ARRAY['regionale'::text, 'nazionale'::text])))
  CONSTRAINT adesione_consegna_check CHECK ((consegna = ANY (ARRAY['in-attesa'::text, 'accolta'::text, 'respinta'::text])))
  CONSTRAINT adesione_persona_id_fkey FOREIGN KEY (persona_id) REFERENCES persona(id)
  CONSTRAINT adesione_pkey PRIMARY KEY (id)
  CONSTRAINT adesione_stato_check CHECK ((stato = ANY (ARRAY['A'::text, 'P'::text, 'T'::text, 'F'::text, 'C'::text, 'D'::text, 'U'::text, 'N'::text, 'X'::text, 'R'::text])))
  CONSTRAINT adesione_version_check CHECK ((version > 0))
  CREATE INDEX adesione_persona ON public.adesione USING btree (persona_id)
  CREATE UNIQUE INDEX adesione_pkey ON public.adesione USING btree (id)
  CREATE INDEX adesione_registro ON public.adesione USING btree (data_adesione DESC, id DESC)
  CREATE UNIQUE INDEX adesione_una_presa ON public.adesione USING btree (persona_id) WHERE (stato = ANY (ARRAY['P'::text, 'T'::text]))

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
  nome text NOT NULL
  cognome text NOT NULL
  data_nascita date
  sesso text
  email text NOT NULL
  telefono text NOT NULL
  CONSTRAINT persona_cf_digest_key UNIQUE (cf_digest)
  CONSTRAINT persona_pkey PRIMARY KEY (id)
  CONSTRAINT persona_sesso_check CHECK ((sesso = ANY (ARRAY['F'::text, 'M'::text])))
  CREATE UNIQUE INDEX persona_cf_digest_key ON public.persona USING btree (cf_digest)
  CREATE UNIQUE INDEX persona_pkey ON public.persona USING btree (id)
