-- The cooperation layer's own tables, the first set of every node. See SPEC.md for the invariants (I1…).

CREATE TABLE coop_partner (
  nome text PRIMARY KEY,
  in_pausa boolean NOT NULL DEFAULT false
);

-- I1: the progressivo of a lane has no gap: it is taken from `contatore` in the transaction that inserts.
CREATE TABLE coop_corsia_uscita (
  partner text NOT NULL,
  corsia int NOT NULL CHECK (corsia >= 0),
  contatore bigint NOT NULL DEFAULT 0,
  cursore bigint NOT NULL DEFAULT 0 CHECK (cursore >= 0),
  testa text NOT NULL,
  ultima_ricevuta_at timestamptz,
  PRIMARY KEY (partner, corsia),
  CHECK (cursore <= contatore)
);

-- Append only. `corpo` is encrypted when `riservato`.
CREATE TABLE coop_uscita (
  partner text NOT NULL,
  corsia int NOT NULL,
  progressivo bigint NOT NULL CHECK (progressivo > 0),
  id uuid NOT NULL UNIQUE,
  tipo text NOT NULL,
  persona text NOT NULL,
  riservato boolean NOT NULL,
  sale text NOT NULL,
  corpo text NOT NULL,
  accodato_at timestamptz NOT NULL,
  PRIMARY KEY (partner, corsia, progressivo)
);

CREATE INDEX coop_uscita_persona ON coop_uscita (persona);

-- What the partner answered about a message of ours, when it is not plainly "applied".
CREATE TABLE coop_esito_uscita (
  partner text NOT NULL,
  corsia int NOT NULL,
  progressivo bigint NOT NULL,
  esito text NOT NULL CHECK (esito IN ('applicato', 'rifiutato', 'in-attesa')),
  codice text,
  fatti jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  PRIMARY KEY (partner, corsia, progressivo),
  FOREIGN KEY (partner, corsia, progressivo) REFERENCES coop_uscita
);

-- I2: `segno` is the last progressivo applied or parked; everything at or below it has an outcome.
CREATE TABLE coop_corsia_entrata (
  partner text NOT NULL,
  corsia int NOT NULL,
  segno bigint NOT NULL DEFAULT 0,
  testa text NOT NULL,
  ultimo_at timestamptz,
  PRIMARY KEY (partner, corsia)
);

-- I3: one outcome per message, for ever: a message received twice finds its own.
CREATE TABLE coop_entrata (
  partner text NOT NULL,
  corsia int NOT NULL,
  progressivo bigint NOT NULL,
  id uuid NOT NULL,
  tipo text NOT NULL,
  persona text NOT NULL,
  impronta text NOT NULL,
  esito text NOT NULL CHECK (esito IN ('applicato', 'rifiutato', 'in-attesa')),
  codice text,
  fatti jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  PRIMARY KEY (partner, corsia, progressivo),
  UNIQUE (partner, id)
);
CREATE INDEX coop_entrata_rifiuti ON coop_entrata (at) WHERE esito = 'rifiutato';

-- Messages parked behind a technical fault; only the same person's later messages wait behind them.
CREATE TABLE coop_fermo (
  partner text NOT NULL,
  corsia int NOT NULL,
  progressivo bigint NOT NULL,
  id uuid NOT NULL UNIQUE,
  tipo text NOT NULL,
  persona text NOT NULL,
  riservato boolean NOT NULL,
  corpo text NOT NULL,
  accodato_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  stato text NOT NULL CHECK (stato IN ('in ritentativo', 'in quarantena', 'in coda')),
  tentativi int NOT NULL,
  errore text NOT NULL,
  prossimo_at timestamptz,
  PRIMARY KEY (partner, corsia, progressivo)
);
CREATE INDEX coop_fermo_persona ON coop_fermo (partner, persona, progressivo);

CREATE TABLE coop_ricevuta (
  partner text NOT NULL,
  corsia int NOT NULL,
  fino bigint NOT NULL,
  corpo text NOT NULL,
  intestazioni jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (partner, corsia, fino)
);

-- I4: a signed request is accepted once.
CREATE TABLE coop_jti (
  partner text NOT NULL,
  jti text NOT NULL,
  scade_at timestamptz NOT NULL,
  PRIMARY KEY (partner, jti)
);
CREATE INDEX coop_jti_scade ON coop_jti (scade_at);

CREATE TABLE coop_allarme (
  numero bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  partner text NOT NULL,
  codice text NOT NULL,
  dettaglio text NOT NULL
);
