-- The day of the addetto: the list of work, who is written to, who comes when.

-- One row a case, narrow: the list is read a thousand times more than the case itself. `entro` is never
-- null, so that one index gives order and page; 9999-12-31 = nobody of the operatore must act.
CREATE TABLE coda (
  adesione_id uuid PRIMARY KEY,
  operatore_id text NOT NULL,
  vista text NOT NULL,
  aperto boolean NOT NULL,
  entro date NOT NULL,
  data_adesione date NOT NULL,
  cognome text NOT NULL,
  nome text NOT NULL,
  -- Without case, accents and apostrophes; surname first.
  ricerca text COLLATE "C" NOT NULL,
  cf_digest text NOT NULL,
  fascia smallint,
  minore_fino date,
  sede text,
  assegnatario text,
  -- A colleague's mark, from a short list.
  segno text,
  in_mano_a text,
  in_mano_fino timestamptz,
  ultimo_contatto text,
  CHECK (aperto = (vista <> 'conclusi')),
  CHECK ((in_mano_a IS NULL) = (in_mano_fino IS NULL))
) WITH (fillfactor = 85);
CREATE INDEX coda_vista ON coda (operatore_id, vista, entro, adesione_id);
CREATE INDEX coda_aperti ON coda (operatore_id, entro, adesione_id) WHERE aperto;
CREATE INDEX coda_assegnatario ON coda (operatore_id, assegnatario, entro, adesione_id) WHERE aperto;
CREATE INDEX coda_sede ON coda (operatore_id, sede, entro, adesione_id) WHERE aperto AND sede IS NOT NULL;
CREATE INDEX coda_minori ON coda (operatore_id, entro, adesione_id)
  WHERE aperto AND minore_fino IS NOT NULL;
CREATE INDEX coda_nome ON coda (operatore_id, ricerca, adesione_id);
CREATE INDEX coda_cf ON coda (cf_digest);
CREATE INDEX coda_regione ON coda (entro, adesione_id) WHERE aperto;

-- How many cases of each operatore, colleague ('' = nobody) and step. Changes are added, never
-- overwritten, so that two transactions never wait for each other over a sum; a job folds them in.
CREATE TABLE coda_conteggio (
  operatore_id text,
  assegnatario text,
  vista text,
  casi bigint NOT NULL CHECK (casi >= 0),
  PRIMARY KEY (operatore_id, assegnatario, vista)
);
CREATE TABLE coda_variazione (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  operatore_id text NOT NULL,
  assegnatario text NOT NULL,
  vista text NOT NULL,
  casi bigint NOT NULL
);
CREATE INDEX coda_variazione_operatore ON coda_variazione (operatore_id);

CREATE FUNCTION coda_entrate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO coda_variazione (operatore_id, assegnatario, vista, casi)
  SELECT operatore_id, coalesce(assegnatario, ''), vista, count(*) FROM dopo GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
CREATE FUNCTION coda_uscite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO coda_variazione (operatore_id, assegnatario, vista, casi)
  SELECT operatore_id, coalesce(assegnatario, ''), vista, -count(*) FROM prima GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
CREATE FUNCTION coda_spostate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO coda_variazione (operatore_id, assegnatario, vista, casi)
  SELECT operatore_id, assegnatario, vista, sum(casi)
    FROM (SELECT operatore_id, coalesce(assegnatario, '') AS assegnatario, vista, 1 AS casi FROM dopo
          UNION ALL
          SELECT operatore_id, coalesce(assegnatario, ''), vista, -1 FROM prima) AS mosse
   GROUP BY 1, 2, 3 HAVING sum(casi) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER coda_entrate AFTER INSERT ON coda
  REFERENCING NEW TABLE AS dopo FOR EACH STATEMENT EXECUTE FUNCTION coda_entrate();
CREATE TRIGGER coda_uscite AFTER DELETE ON coda
  REFERENCING OLD TABLE AS prima FOR EACH STATEMENT EXECUTE FUNCTION coda_uscite();
CREATE TRIGGER coda_spostate AFTER UPDATE ON coda
  REFERENCING OLD TABLE AS prima NEW TABLE AS dopo
  FOR EACH STATEMENT EXECUTE FUNCTION coda_spostate();

CREATE TABLE filtro_salvato (
  id uuid PRIMARY KEY,
  operatore_id text NOT NULL,
  chi text NOT NULL,
  nome text NOT NULL,
  filtro jsonb NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (operatore_id, chi, nome)
);
CREATE INDEX filtro_salvato_chi ON filtro_salvato (chi);

-- Who took which part of the list away, in a file.
CREATE TABLE esportazione (
  id uuid PRIMARY KEY,
  operatore_id text NOT NULL,
  chi text NOT NULL,
  at timestamptz NOT NULL,
  filtro jsonb NOT NULL,
  righe int NOT NULL
);

-- What was written to people: whole, sealed; sent after the fact that causes it is committed.
CREATE TABLE notifica (
  id uuid PRIMARY KEY,
  chiave text NOT NULL UNIQUE,
  adesione_id uuid NOT NULL REFERENCES caso,
  operatore_id text NOT NULL,
  modello text NOT NULL,
  canale text NOT NULL CHECK (canale IN ('email', 'io', 'sms')),
  stato text NOT NULL
    CHECK (stato IN ('in-attesa', 'in-invio', 'inviata', 'respinta', 'fallita', 'esclusa')),
  tentativi int NOT NULL,
  creata_at timestamptz NOT NULL,
  prossimo_at timestamptz NOT NULL,
  inviata_at timestamptz,
  risposta text,
  lettera_sigillata text NOT NULL
);
CREATE INDEX notifica_da_inviare ON notifica (prossimo_at, id)
  WHERE stato IN ('in-attesa', 'in-invio');
CREATE INDEX notifica_adesione ON notifica (adesione_id);
CREATE INDEX notifica_operatore ON notifica (operatore_id, creata_at DESC, id DESC);

-- How a person wants to be written to.
CREATE TABLE preferenza_notifica (
  adesione_id uuid PRIMARY KEY REFERENCES caso,
  canale text NOT NULL CHECK (canale IN ('email', 'io', 'sms')),
  senza_promemoria boolean NOT NULL,
  at timestamptz NOT NULL,
  chi text NOT NULL
);

-- When a site receives: hours of the week, closures, how many at once.
CREATE TABLE calendario (
  sede text PRIMARY KEY,
  operatore_id text NOT NULL,
  luogo text NOT NULL,
  durata_minutes int NOT NULL CHECK (durata_minutes BETWEEN 10 AND 240),
  posti int NOT NULL CHECK (posti BETWEEN 1 AND 50),
  orari jsonb NOT NULL,
  chiusure jsonb NOT NULL,
  version int NOT NULL
);
CREATE INDEX calendario_operatore ON calendario (operatore_id);

-- A place of a slot is taken once; a giovane has one appointment at a time.
CREATE TABLE appuntamento (
  id uuid PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES caso,
  operatore_id text NOT NULL,
  sede text NOT NULL REFERENCES calendario,
  luogo text NOT NULL,
  stato text NOT NULL CHECK (stato IN ('DE', 'ER', 'DI', 'DC', 'SP', 'NP')),
  inizio timestamptz NOT NULL,
  fine timestamptz NOT NULL CHECK (fine > inizio),
  posto int NOT NULL CHECK (posto >= 1),
  motivo text,
  fissato_at timestamptz NOT NULL,
  chi text NOT NULL,
  version int NOT NULL
);
CREATE UNIQUE INDEX appuntamento_posto ON appuntamento (sede, inizio, posto) WHERE stato = 'DE';
CREATE UNIQUE INDEX appuntamento_unico ON appuntamento (adesione_id) WHERE stato = 'DE';
CREATE INDEX appuntamento_adesione ON appuntamento (adesione_id);
CREATE INDEX appuntamento_giorno ON appuntamento (operatore_id, inizio, id);
CREATE INDEX appuntamento_inizio ON appuntamento (inizio) WHERE stato = 'DE';

-- Who waits for a slot when there is none, in the order of asking.
CREATE TABLE attesa_posto (
  adesione_id uuid PRIMARY KEY REFERENCES caso,
  operatore_id text NOT NULL,
  sede text NOT NULL REFERENCES calendario,
  at timestamptz NOT NULL
);
CREATE INDEX attesa_posto_sede ON attesa_posto (sede);

-- The proof of a contact, and the reason of an absence that does not count.
ALTER TABLE contatto
  ADD COLUMN prova text,
  ADD COLUMN assenza text,
  ADD COLUMN giustificata_at timestamptz;

-- A deadline that ran out is told to the Region once.
CREATE TABLE termine_scaduto (
  id text PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES caso,
  operatore_id text NOT NULL,
  at timestamptz NOT NULL
);

-- The cases of before have no row in the list yet: the node writes them at its next start.
