-- What the Region and the body itself know of an operatore, and every act on its accreditation.
CREATE TABLE ente (
  operatore_id text PRIMARY KEY REFERENCES operatore,
  stato text NOT NULL CHECK (stato IN ('accreditato', 'sospeso', 'revocato')),
  codice_fiscale text NOT NULL,
  partita_iva text NOT NULL,
  firmatario text NOT NULL,
  sedi jsonb NOT NULL,
  professionisti jsonb NOT NULL,
  misure jsonb NOT NULL,
  -- Atto di Adesione Unico: signed once, and the three together.
  atto_at timestamptz,
  atto_chi text,
  atto_sha256 text CHECK (atto_sha256 ~ '^[0-9a-f]{64}$'),
  version int NOT NULL CHECK (version > 0),
  CHECK ((atto_at IS NULL) = (atto_chi IS NULL) AND (atto_at IS NULL) = (atto_sha256 IS NULL))
);

CREATE TABLE accreditamento (
  id uuid PRIMARY KEY,
  operatore_id text NOT NULL REFERENCES operatore,
  da text,
  a text NOT NULL CHECK (a IN ('accreditato', 'sospeso', 'revocato')),
  atto text NOT NULL CHECK (atto <> ''),
  motivo text NOT NULL CHECK (motivo <> ''),
  data date NOT NULL,
  at timestamptz NOT NULL,
  chi text NOT NULL,
  CHECK (da IS DISTINCT FROM 'revocato')
);
CREATE INDEX accreditamento_operatore ON accreditamento (operatore_id);
CREATE TRIGGER accreditamento_per_sempre BEFORE UPDATE OR DELETE ON accreditamento
  FOR EACH ROW EXECUTE FUNCTION scritto_per_sempre();

-- Signed once: nobody takes the signature back, nor signs again.
CREATE FUNCTION atto_una_volta() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.atto_at IS NOT NULL AND NEW.atto_at IS DISTINCT FROM OLD.atto_at
  THEN RAISE EXCEPTION 'l''Atto di Adesione Unico si firma una volta sola' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ente_atto_una_volta BEFORE UPDATE ON ente
  FOR EACH ROW EXECUTE FUNCTION atto_una_volta();

-- Every read of an auditor: which operation, when.
CREATE TABLE lettura_revisore (
  id uuid PRIMARY KEY,
  chi text NOT NULL,
  operazione text NOT NULL,
  at timestamptz NOT NULL
);
