-- Presa in carico and dote: profiling records, documents, guardians, drafts, protocol numbers, deadlines.

-- For ever: a correction is another row. Inputs and answer of the service, no identity.
CREATE TABLE profilazione (
  id uuid PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES caso,
  at timestamptz NOT NULL,
  chi text NOT NULL,
  esito text NOT NULL CHECK (esito IN ('risposta', 'deroga', 'proposta', 'guasto')),
  dati jsonb NOT NULL
);
CREATE INDEX profilazione_adesione ON profilazione (adesione_id);

CREATE FUNCTION mai_cambiata() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% non si cambia e non si cancella', TG_TABLE_NAME;
END $$;
CREATE TRIGGER profilazione_per_sempre BEFORE UPDATE OR DELETE ON profilazione
  FOR EACH ROW EXECUTE FUNCTION mai_cambiata();

-- Generated documents, sealed; sha256 is of the bytes that were signed.
CREATE TABLE documento (
  id uuid PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES caso,
  operatore_id text NOT NULL REFERENCES operatore,
  tipo text NOT NULL,
  at timestamptz NOT NULL,
  chi text NOT NULL,
  sha256 text NOT NULL,
  firme jsonb NOT NULL,
  sigillato bytea NOT NULL
);
CREATE INDEX documento_adesione ON documento (adesione_id);
CREATE TRIGGER documento_per_sempre BEFORE UPDATE OR DELETE ON documento
  FOR EACH ROW EXECUTE FUNCTION mai_cambiata();

-- Who acts for a minor, sealed.
CREATE TABLE tutela (
  adesione_id uuid PRIMARY KEY REFERENCES caso,
  sigillata text NOT NULL
);

-- The draft of a dote; two people who edit it are told apart by the version.
CREATE TABLE piano (
  adesione_id uuid PRIMARY KEY REFERENCES caso,
  operatore_id text NOT NULL REFERENCES operatore,
  version int NOT NULL CHECK (version >= 1),
  righe jsonb NOT NULL,
  aggiornato_at timestamptz NOT NULL,
  aggiornato_da text NOT NULL
);

-- One row a notice and year, held until the commit: a dote that is refused gives its number back, hence
-- the numbers have no gaps and are in the order of the commits.
CREATE TABLE protocollo (
  registro text PRIMARY KEY,
  ultimo int NOT NULL CHECK (ultimo >= 1)
);
CREATE TABLE protocollo_dote (
  id text PRIMARY KEY,
  registro text NOT NULL REFERENCES protocollo,
  numero int NOT NULL CHECK (numero >= 1),
  dote_id uuid NOT NULL UNIQUE,
  UNIQUE (registro, numero)
);

-- Next day on which the clock itself must do something with a case.
CREATE TABLE termine (
  id text PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES caso DEFERRABLE INITIALLY DEFERRED,
  tipo text NOT NULL,
  il date
);
CREATE INDEX termine_il ON termine (tipo, il, id) WHERE il IS NOT NULL;

ALTER TABLE servizio ADD COLUMN erogatore_id text REFERENCES operatore;

-- Cases of before know nothing of checks; their doti knew neither suspension nor closing.
UPDATE caso SET caso = caso
  || '{"identita":null,"requisiti":[],"profilata":null,"tutela":null,"preavviso":null,"precedenti":[]}';
UPDATE caso SET caso = jsonb_set(caso, '{dote}',
  caso->'dote' || '{"sospensioni":[],"conclusione":null,"chiusura":null}')
 WHERE jsonb_typeof(caso->'dote') = 'object';
UPDATE caso SET caso = jsonb_set(caso, '{patto}', caso->'patto' ||
  jsonb_build_object('profilazioneId', adesione_id, 'documentoId', adesione_id))
 WHERE jsonb_typeof(caso->'patto') = 'object';
