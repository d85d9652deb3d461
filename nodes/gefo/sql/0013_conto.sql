-- Evidence: what is known of a file, and its sealed bytes apart. Both rows or none.
CREATE TABLE allegato (
  id uuid PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES caso,
  operatore_id text NOT NULL,
  titolo text NOT NULL,
  nome text NOT NULL,
  tipo text NOT NULL,
  byte_length int NOT NULL CHECK (byte_length > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  caricato_at timestamptz NOT NULL,
  caricato_da text NOT NULL
);
CREATE INDEX allegato_adesione ON allegato (adesione_id);

CREATE TABLE allegato_contenuto (
  id uuid PRIMARY KEY REFERENCES allegato ON DELETE CASCADE,
  sigillato bytea NOT NULL
);
