-- Banca dati delle politiche attive e passive, and the national monitoring: it receives and counts.

CREATE TABLE persona (
  id uuid PRIMARY KEY,
  cf_digest text NOT NULL UNIQUE,
  cf_sigillato text NOT NULL,
  sesso text NOT NULL CHECK (sesso IN ('F', 'M')),
  data_nascita date NOT NULL
);

CREATE TABLE adesione (
  id uuid PRIMARY KEY,
  persona_id uuid NOT NULL REFERENCES persona,
  regione text NOT NULL,
  canale text NOT NULL,
  data_adesione date NOT NULL,
  stato text NOT NULL CHECK (stato IN ('A', 'P', 'T', 'F', 'C', 'D', 'U', 'N', 'X', 'R')),
  version int NOT NULL CHECK (version > 0)
);
CREATE INDEX adesione_persona ON adesione (persona_id);

CREATE TABLE stato_adesione (
  id text PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES adesione,
  stato text NOT NULL,
  at timestamptz NOT NULL,
  motivo text
);
CREATE INDEX stato_adesione_adesione ON stato_adesione (adesione_id);

CREATE TABLE presa (
  id text PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES adesione,
  persona_id uuid NOT NULL REFERENCES persona,
  regione text NOT NULL,
  operatore_id text NOT NULL,
  fascia int NOT NULL CHECK (fascia BETWEEN 1 AND 4),
  data_patto date NOT NULL,
  giorno date NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX presa_adesione ON presa (adesione_id);

CREATE TABLE politica (
  id uuid PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES adesione,
  regione text NOT NULL,
  misura text NOT NULL,
  data_inizio date NOT NULL,
  data_fine date CHECK (data_fine >= data_inizio),
  esito text
);
CREATE INDEX politica_adesione ON politica (adesione_id);

-- One row per edition, never changed: a correction is a new edition.
CREATE TABLE istantanea (
  id text PRIMARY KEY,
  regione text NOT NULL,
  giorno date NOT NULL,
  edizione int NOT NULL CHECK (edizione > 0),
  ricevuto_at timestamptz NOT NULL,
  corpo jsonb NOT NULL,
  UNIQUE (regione, giorno, edizione)
);
CREATE INDEX istantanea_giorno ON istantanea (giorno);

CREATE TABLE lettura (
  id uuid PRIMARY KEY,
  persona_id uuid NOT NULL REFERENCES persona,
  at timestamptz NOT NULL,
  chi text NOT NULL,
  scopo text NOT NULL
);
