-- The national portal and the register of the adesioni of all regions.

CREATE TABLE persona (
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

-- `consegna`: an adesione born here is the region's only after the region has answered.
CREATE TABLE adesione (
  id uuid PRIMARY KEY,
  persona_id uuid NOT NULL REFERENCES persona,
  regione text NOT NULL,
  canale text NOT NULL CHECK (canale IN ('regionale', 'nazionale')),
  data_adesione date NOT NULL,
  stato text NOT NULL CHECK (stato IN ('A', 'P', 'T', 'F', 'C', 'D', 'U', 'N', 'X', 'R')),
  stato_at timestamptz NOT NULL,
  operatore jsonb,
  version int NOT NULL CHECK (version > 0),
  consegna text NOT NULL CHECK (consegna IN ('in-attesa', 'accolta', 'respinta')),
  annullamento text NOT NULL CHECK (annullamento IN ('nessuno', 'chiesto', 'rifiutato'))
);
CREATE INDEX adesione_persona ON adesione (persona_id);
CREATE INDEX adesione_registro ON adesione (data_adesione DESC, id DESC);
-- The register never holds two prese in carico of one person, whatever two regions send at once.
CREATE UNIQUE INDEX adesione_una_presa ON adesione (persona_id) WHERE stato IN ('P', 'T');

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
