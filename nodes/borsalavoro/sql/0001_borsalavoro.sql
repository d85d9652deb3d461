-- The region's labour system: people, adesioni and their history, what the figures count.

CREATE TABLE giovane (
  id uuid PRIMARY KEY,
  cf_digest text NOT NULL UNIQUE,
  cf_sigillato text NOT NULL,
  nome text NOT NULL,
  cognome text NOT NULL,
  data_nascita date NOT NULL,
  sesso text NOT NULL CHECK (sesso IN ('F', 'M')),
  email text NOT NULL,
  telefono text NOT NULL
);

CREATE TABLE operatore (
  id text PRIMARY KEY,
  denominazione text NOT NULL,
  comune text NOT NULL,
  indirizzo text NOT NULL,
  telefono text NOT NULL,
  attivo boolean NOT NULL,
  attesa_mediana_days float8
);

CREATE TABLE adesione (
  id uuid PRIMARY KEY,
  giovane_id uuid NOT NULL REFERENCES giovane,
  regione text NOT NULL,
  canale text NOT NULL CHECK (canale IN ('regionale', 'nazionale')),
  data_adesione date NOT NULL,
  stato text NOT NULL CHECK (stato IN ('A', 'P', 'T', 'F', 'C', 'D', 'U', 'N', 'X', 'R')),
  stato_at timestamptz NOT NULL,
  operatore_id text,
  in_conferma boolean NOT NULL CHECK (NOT in_conferma OR stato = 'P'),
  version int NOT NULL CHECK (version > 0),
  contattato boolean NOT NULL
);
-- One open adesione per person in a region, whatever two windows ask at once.
CREATE UNIQUE INDEX adesione_una_aperta ON adesione (giovane_id) WHERE stato IN ('A', 'P', 'T');
CREATE INDEX adesione_giovane ON adesione (giovane_id);
CREATE INDEX adesione_registro ON adesione (data_adesione DESC, id DESC);
CREATE INDEX adesione_stato ON adesione (stato, data_adesione DESC, id DESC);

-- `id` is "<adesione>/<version>": the history of an adesione has no gap and no double.
CREATE TABLE evento (
  id text PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES adesione DEFERRABLE INITIALLY DEFERRED,
  version int NOT NULL,
  tipo text NOT NULL,
  da text,
  a text NOT NULL,
  motivo text,
  at timestamptz NOT NULL,
  noto_at timestamptz NOT NULL,
  UNIQUE (adesione_id, version)
);

CREATE TABLE presa (
  adesione_id uuid PRIMARY KEY REFERENCES adesione,
  operatore_id text NOT NULL,
  dote_id uuid NOT NULL,
  fascia int NOT NULL CHECK (fascia BETWEEN 1 AND 4),
  data_patto date NOT NULL,
  dote_inviata_at timestamptz NOT NULL
);

CREATE TABLE politica (
  id uuid PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES adesione,
  misura text NOT NULL,
  data_inizio date NOT NULL,
  data_fine date CHECK (data_fine >= data_inizio),
  esito text
);
CREATE INDEX politica_adesione ON politica (adesione_id);

-- What the figures count, with both times. Never changed, never deleted.
CREATE TABLE fatto (
  id uuid PRIMARY KEY,
  persona uuid NOT NULL,
  adesione_id uuid NOT NULL,
  giorno date NOT NULL,
  noto_at timestamptz NOT NULL,
  ordine bigint NOT NULL,
  fatto jsonb NOT NULL
);
CREATE INDEX fatto_adesione ON fatto (adesione_id);

CREATE TABLE istantanea (
  id text PRIMARY KEY,
  giorno date NOT NULL,
  edizione int NOT NULL CHECK (edizione > 0),
  corpo jsonb NOT NULL,
  UNIQUE (giorno, edizione)
);

CREATE TABLE compito (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  tipo text NOT NULL,
  titolo text NOT NULL,
  causa text NOT NULL,
  prossimo_passo text NOT NULL,
  adesione_id uuid,
  chiuso boolean NOT NULL
);

CREATE TABLE lettura (
  id uuid PRIMARY KEY,
  giovane_id uuid NOT NULL REFERENCES giovane,
  at timestamptz NOT NULL,
  chi text NOT NULL,
  ruolo text NOT NULL,
  scopo text NOT NULL
);
CREATE INDEX lettura_giovane ON lettura (giovane_id);
