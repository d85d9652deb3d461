-- The grants platform of one region: operatori, casi, contacts, doti, money.

CREATE TABLE operatore (
  id text PRIMARY KEY,
  denominazione text NOT NULL,
  comune text NOT NULL,
  indirizzo text NOT NULL,
  telefono text NOT NULL,
  attivo boolean NOT NULL
);

-- `caso` is the whole state of the case; the columns beside it are what lists are ordered and filtered by.
CREATE TABLE caso (
  adesione_id uuid PRIMARY KEY,
  operatore_id text NOT NULL REFERENCES operatore,
  nome text NOT NULL,
  cognome text NOT NULL,
  persona_sigillata text NOT NULL,
  stato text NOT NULL,
  vista text NOT NULL,
  entro date,
  ultimo_contatto text,
  avviso text,
  caso jsonb NOT NULL
);
CREATE INDEX caso_lavoro ON caso (operatore_id, vista, coalesce(entro, '9999-12-31'), adesione_id);

CREATE TABLE evento (
  id text PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES caso DEFERRABLE INITIALLY DEFERRED,
  version int NOT NULL,
  at timestamptz NOT NULL,
  noto_at timestamptz NOT NULL,
  chi text NOT NULL,
  evento jsonb NOT NULL,
  UNIQUE (adesione_id, version)
);

CREATE TABLE contatto (
  id uuid PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES caso,
  operatore_id text NOT NULL,
  at timestamptz NOT NULL,
  canale text NOT NULL,
  esito text NOT NULL,
  nota text NOT NULL,
  addetto text NOT NULL
);
CREATE INDEX contatto_adesione ON contatto (adesione_id);

CREATE TABLE servizio (
  id uuid PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES caso,
  operatore_id text NOT NULL,
  misura text NOT NULL,
  stato text NOT NULL,
  ore_erogate int,
  richiesto_cents bigint,
  rendicontato_at timestamptz
);
CREATE INDEX servizio_stato ON servizio (stato, rendicontato_at);

-- Double entry: no conto but what the programme gave may go below zero, whoever writes.
CREATE TABLE conto (
  conto text PRIMARY KEY,
  saldo_cents bigint NOT NULL CHECK (conto = 'stanziamento' OR saldo_cents >= 0)
);

CREATE TABLE movimento (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  causale text NOT NULL,
  conto text NOT NULL REFERENCES conto,
  importo_cents bigint NOT NULL CHECK (importo_cents <> 0),
  adesione_id uuid,
  operatore_id text
);
CREATE INDEX movimento_operatore ON movimento (operatore_id, conto);

-- The same form sent twice does the thing once.
CREATE TABLE chiave (
  chiave uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  risposta jsonb NOT NULL
);

CREATE TABLE lettura (
  id uuid PRIMARY KEY,
  adesione_id uuid NOT NULL,
  at timestamptz NOT NULL,
  chi text NOT NULL
);
