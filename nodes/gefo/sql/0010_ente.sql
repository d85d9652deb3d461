-- Notices, and their rules from a day on. A version is never changed: a correction is a further one.
CREATE TABLE avviso (
  id text PRIMARY KEY,
  programma text NOT NULL,
  titolo text NOT NULL,
  dal date NOT NULL,
  al date CHECK (al >= dal),
  ultimo_in_coda int NOT NULL DEFAULT 0 CHECK (ultimo_in_coda >= 0)
);

CREATE TABLE versione_regole (
  id text PRIMARY KEY,
  avviso_id text NOT NULL REFERENCES avviso,
  numero int NOT NULL CHECK (numero > 0),
  valida_dal date NOT NULL,
  regole jsonb NOT NULL,
  atto text NOT NULL CHECK (atto <> ''),
  motivo text NOT NULL CHECK (motivo <> ''),
  at timestamptz NOT NULL,
  chi text NOT NULL,
  UNIQUE (avviso_id, numero)
);

CREATE FUNCTION scritto_per_sempre() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% non si cambia e non si cancella', TG_TABLE_NAME USING ERRCODE = '55000';
END $$;

CREATE TRIGGER versione_regole_per_sempre BEFORE UPDATE OR DELETE ON versione_regole
  FOR EACH ROW EXECUTE FUNCTION scritto_per_sempre();
