-- Opening and ending a notice are acts, kept for ever.
CREATE TABLE atto_avviso (
  id uuid PRIMARY KEY,
  avviso_id text NOT NULL REFERENCES avviso,
  tipo text NOT NULL CHECK (tipo IN ('apertura', 'chiusura')),
  al date CHECK (al IS NOT NULL OR tipo = 'apertura'),
  atto text NOT NULL CHECK (atto <> ''),
  motivo text NOT NULL CHECK (motivo <> ''),
  at timestamptz NOT NULL,
  chi text NOT NULL
);
CREATE INDEX atto_avviso_avviso ON atto_avviso (avviso_id);
CREATE TRIGGER atto_avviso_per_sempre BEFORE UPDATE OR DELETE ON atto_avviso
  FOR EACH ROW EXECUTE FUNCTION scritto_per_sempre();
