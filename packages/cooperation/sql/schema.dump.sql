TABLE coop_allarme
  numero bigint NOT NULL
  at timestamp with time zone NOT NULL
  partner text NOT NULL
  codice text NOT NULL
  dettaglio text NOT NULL
  CONSTRAINT coop_allarme_pkey PRIMARY KEY (numero)
  CREATE UNIQUE INDEX coop_allarme_pkey ON public.coop_allarme USING btree (numero)

TABLE coop_chiave_revocata
  kid text NOT NULL
  at timestamp with time zone NOT NULL
  motivo text NOT NULL
  chi text NOT NULL
  CONSTRAINT coop_chiave_revocata_motivo_check CHECK ((motivo <> ''::text))
  CONSTRAINT coop_chiave_revocata_pkey PRIMARY KEY (kid)
  CREATE UNIQUE INDEX coop_chiave_revocata_pkey ON public.coop_chiave_revocata USING btree (kid)

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
  CONSTRAINT coop_corsia_uscita_corsia_check CHECK ((corsia >= 0))
  CONSTRAINT coop_corsia_uscita_pkey PRIMARY KEY (partner, corsia)
  CREATE UNIQUE INDEX coop_corsia_uscita_pkey ON public.coop_corsia_uscita USING btree (partner, corsia)

TABLE coop_cursore
  partner text NOT NULL
  corsia integer NOT NULL
  cursore bigint NOT NULL DEFAULT 0
  testa text NOT NULL
  ultima_ricevuta_at timestamp with time zone
  CONSTRAINT coop_cursore_cursore_check CHECK ((cursore >= 0))
  CONSTRAINT coop_cursore_partner_corsia_fkey FOREIGN KEY (partner, corsia) REFERENCES coop_corsia_uscita(partner, corsia)
  CONSTRAINT coop_cursore_pkey PRIMARY KEY (partner, corsia)
  CREATE UNIQUE INDEX coop_cursore_pkey ON public.coop_cursore USING btree (partner, corsia)

TABLE coop_differita
  id uuid NOT NULL
  sistema text NOT NULL
  operazione text NOT NULL
  soggetto jsonb NOT NULL
  ingresso text NOT NULL
  rispondi_a text NOT NULL
  accolta_at timestamp with time zone NOT NULL
  presa_fino_at timestamp with time zone
  svolta_at timestamp with time zone
  CONSTRAINT coop_differita_pkey PRIMARY KEY (id)
  CREATE INDEX coop_differita_da_svolgere ON public.coop_differita USING btree (accolta_at) WHERE (svolta_at IS NULL)
  CREATE UNIQUE INDEX coop_differita_pkey ON public.coop_differita USING btree (id)

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

TABLE coop_lettura_scambio
  id uuid NOT NULL
  scambio_id uuid NOT NULL
  at timestamp with time zone NOT NULL
  chi text NOT NULL
  scopo text NOT NULL
  CONSTRAINT coop_lettura_scambio_pkey PRIMARY KEY (id)
  CREATE INDEX coop_lettura_scambio_di ON public.coop_lettura_scambio USING btree (scambio_id)
  CREATE UNIQUE INDEX coop_lettura_scambio_pkey ON public.coop_lettura_scambio USING btree (id)

TABLE coop_partner
  nome text NOT NULL
  in_pausa boolean NOT NULL DEFAULT false
  CONSTRAINT coop_partner_pkey PRIMARY KEY (nome)
  CREATE UNIQUE INDEX coop_partner_pkey ON public.coop_partner USING btree (nome)

TABLE coop_ricevuta
  partner text NOT NULL
  corpo text NOT NULL
  intestazioni jsonb NOT NULL
  at timestamp with time zone NOT NULL
  numero bigint NOT NULL
  CONSTRAINT coop_ricevuta_pkey PRIMARY KEY (numero)
  CREATE INDEX coop_ricevuta_partner ON public.coop_ricevuta USING btree (partner, numero)
  CREATE UNIQUE INDEX coop_ricevuta_pkey ON public.coop_ricevuta USING btree (numero)

TABLE coop_richiamo
  id uuid NOT NULL
  destinatario text NOT NULL
  indirizzo text NOT NULL
  forma text NOT NULL
  intestazioni jsonb NOT NULL
  corpo text NOT NULL
  accodato_at timestamp with time zone NOT NULL
  stato text NOT NULL
  tentativi integer NOT NULL DEFAULT 0
  prossimo_at timestamp with time zone
  errore text NOT NULL DEFAULT ''::text
  consegnato_at timestamp with time zone
  CONSTRAINT coop_richiamo_check CHECK (((stato = 'da consegnare'::text) = (prossimo_at IS NOT NULL)))
  CONSTRAINT coop_richiamo_check1 CHECK (((stato = 'consegnato'::text) = (consegnato_at IS NOT NULL)))
  CONSTRAINT coop_richiamo_forma_check CHECK ((forma = ANY (ARRAY['modi'::text, 'spdci'::text])))
  CONSTRAINT coop_richiamo_pkey PRIMARY KEY (id)
  CONSTRAINT coop_richiamo_stato_check CHECK ((stato = ANY (ARRAY['da consegnare'::text, 'consegnato'::text, 'rinunciato'::text])))
  CONSTRAINT coop_richiamo_tentativi_check CHECK ((tentativi >= 0))
  CREATE INDEX coop_richiamo_dovuti ON public.coop_richiamo USING btree (prossimo_at) WHERE (stato = 'da consegnare'::text)
  CREATE UNIQUE INDEX coop_richiamo_pkey ON public.coop_richiamo USING btree (id)
  CREATE INDEX coop_richiamo_recenti ON public.coop_richiamo USING btree (accodato_at)

TABLE coop_scambio
  id uuid NOT NULL
  at timestamp with time zone NOT NULL
  verso text NOT NULL
  operazione text NOT NULL DEFAULT ''::text
  controparte text NOT NULL
  regione text NOT NULL DEFAULT ''::text
  stato integer NOT NULL DEFAULT 0
  esito text NOT NULL DEFAULT 'in corso'::text
  codici text[] NOT NULL DEFAULT '{}'::text[]
  durata_ms integer NOT NULL DEFAULT 0
  richiesta text NOT NULL
  richiesta_bytes integer NOT NULL
  risposta text NOT NULL DEFAULT ''::text
  CONSTRAINT coop_scambio_pkey PRIMARY KEY (id)
  CONSTRAINT coop_scambio_verso_check CHECK ((verso = ANY (ARRAY['entrata'::text, 'uscita'::text])))
  CREATE UNIQUE INDEX coop_scambio_pkey ON public.coop_scambio USING btree (id)
  CREATE INDEX scambio_at ON public.coop_scambio USING btree (at)

TABLE coop_soap_fermo
  chiave text NOT NULL
  riapre_at timestamp with time zone NOT NULL
  CONSTRAINT coop_soap_fermo_pkey PRIMARY KEY (chiave)
  CREATE UNIQUE INDEX coop_soap_fermo_pkey ON public.coop_soap_fermo USING btree (chiave)

TABLE coop_soap_visto
  chiave text NOT NULL
  scade_at timestamp with time zone NOT NULL
  CONSTRAINT coop_soap_visto_pkey PRIMARY KEY (chiave)
  CREATE INDEX coop_soap_scade ON public.coop_soap_visto USING btree (scade_at)
  CREATE UNIQUE INDEX coop_soap_visto_pkey ON public.coop_soap_visto USING btree (chiave)

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
