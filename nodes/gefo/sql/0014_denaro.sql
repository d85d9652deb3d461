-- The ledger as a tree of lines. What was written before is carried over, service by service.

CREATE TABLE linea (
  id text PRIMARY KEY,
  livello text NOT NULL CHECK (livello IN ('programma', 'avviso', 'misura', 'operatore')),
  padre text REFERENCES linea CHECK ((padre IS NULL) = (livello = 'programma')),
  avviso_id text REFERENCES avviso CHECK ((avviso_id IS NULL) = (livello = 'programma')),
  misura text CHECK ((misura IS NOT NULL) = (livello IN ('misura', 'operatore'))),
  operatore_id text REFERENCES operatore CHECK ((operatore_id IS NOT NULL) = (livello = 'operatore'))
);

-- Written by the entries alone (below). Nothing but what the programme gave may go below zero.
CREATE TABLE saldo (
  id text PRIMARY KEY GENERATED ALWAYS AS (linea || '|' || conto) STORED,
  linea text NOT NULL REFERENCES linea,
  conto text NOT NULL CHECK (conto IN ('stanziamento', 'disponibile', 'prenotato', 'impegnato',
    'rendicontato', 'ammesso', 'pagato', 'recuperato')),
  saldo_cents bigint NOT NULL,
  CONSTRAINT saldo_non_negativo CHECK (conto = 'stanziamento' OR saldo_cents >= 0)
);

-- The leaf of the tree: one service of a dote, the line that pays it, its amounts.
CREATE TABLE voce (
  servizio_id uuid PRIMARY KEY,
  adesione_id uuid NOT NULL REFERENCES caso,
  dote_id uuid NOT NULL,
  linea text NOT NULL REFERENCES linea,
  operatore_id text NOT NULL REFERENCES operatore,
  misura text NOT NULL,
  fascia int NOT NULL CHECK (fascia BETWEEN 1 AND 4),
  parte text NOT NULL CHECK (parte IN ('processo', 'risultato')),
  previsto_cents bigint NOT NULL CHECK (previsto_cents > 0),
  prenotato_cents bigint NOT NULL DEFAULT 0 CHECK (prenotato_cents >= 0),
  impegnato_cents bigint NOT NULL DEFAULT 0 CHECK (impegnato_cents >= 0),
  rendicontato_cents bigint NOT NULL DEFAULT 0 CHECK (rendicontato_cents >= 0),
  ammesso_cents bigint NOT NULL DEFAULT 0 CHECK (ammesso_cents >= 0),
  pagato_cents bigint NOT NULL DEFAULT 0 CHECK (pagato_cents >= 0),
  recuperato_cents bigint NOT NULL DEFAULT 0 CHECK (recuperato_cents >= 0),
  promesso_cents bigint GENERATED ALWAYS AS (prenotato_cents + impegnato_cents + rendicontato_cents
    + ammesso_cents + pagato_cents + recuperato_cents) STORED,
  CONSTRAINT voce_entro_il_previsto CHECK (prenotato_cents + impegnato_cents + rendicontato_cents
    + ammesso_cents + pagato_cents + recuperato_cents <= previsto_cents)
);
CREATE INDEX voce_dote ON voce (dote_id);
CREATE INDEX voce_somme ON voce (operatore_id, misura, fascia, parte);

CREATE TABLE scrittura (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  causale text NOT NULL,
  servizio_id uuid REFERENCES voce,
  adesione_id uuid REFERENCES caso,
  -- Moving money between lines needs an act; what a case does is its own.
  atto text CHECK (servizio_id IS NOT NULL OR atto <> ''),
  chi text NOT NULL,
  CHECK (servizio_id IS NOT NULL OR atto IS NOT NULL)
);
CREATE INDEX scrittura_servizio ON scrittura (servizio_id);

ALTER TABLE movimento RENAME TO movimento_di_prima;
DROP INDEX movimento_operatore;

CREATE TABLE movimento (
  id uuid PRIMARY KEY,
  scrittura_id uuid NOT NULL REFERENCES scrittura,
  linea text NOT NULL REFERENCES linea,
  conto text NOT NULL,
  importo_cents bigint NOT NULL CHECK (importo_cents <> 0)
);
CREATE INDEX movimento_scrittura ON movimento (scrittura_id);
CREATE INDEX movimento_linea ON movimento (linea, conto);

-- Balances are what the entries say: rows in one order, so that two transactions never wait for each other.
CREATE FUNCTION aggiorna_saldi() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE riga record;
BEGIN
  INSERT INTO saldo (linea, conto, saldo_cents)
    SELECT DISTINCT linea, conto, 0 FROM nuovi ON CONFLICT DO NOTHING;
  FOR riga IN
    SELECT linea, conto, sum(importo_cents) AS cents FROM nuovi
     GROUP BY linea, conto ORDER BY linea || '|' || conto
  LOOP
    UPDATE saldo SET saldo_cents = saldo_cents + riga.cents
     WHERE id = riga.linea || '|' || riga.conto;
  END LOOP;
  UPDATE voce SET
    prenotato_cents = prenotato_cents + somma.prenotato,
    impegnato_cents = impegnato_cents + somma.impegnato,
    rendicontato_cents = rendicontato_cents + somma.rendicontato,
    ammesso_cents = ammesso_cents + somma.ammesso,
    pagato_cents = pagato_cents + somma.pagato,
    recuperato_cents = recuperato_cents + somma.recuperato
  FROM (
    SELECT s.servizio_id,
      coalesce(sum(importo_cents) FILTER (WHERE conto = 'prenotato'), 0) AS prenotato,
      coalesce(sum(importo_cents) FILTER (WHERE conto = 'impegnato'), 0) AS impegnato,
      coalesce(sum(importo_cents) FILTER (WHERE conto = 'rendicontato'), 0) AS rendicontato,
      coalesce(sum(importo_cents) FILTER (WHERE conto = 'ammesso'), 0) AS ammesso,
      coalesce(sum(importo_cents) FILTER (WHERE conto = 'pagato'), 0) AS pagato,
      coalesce(sum(importo_cents) FILTER (WHERE conto = 'recuperato'), 0) AS recuperato
    FROM nuovi JOIN scrittura s ON s.id = nuovi.scrittura_id
    WHERE s.servizio_id IS NOT NULL GROUP BY s.servizio_id
  ) somma WHERE voce.servizio_id = somma.servizio_id;
  RETURN NULL;
END $$;
CREATE TRIGGER movimento_aggiorna_saldi AFTER INSERT ON movimento
  REFERENCING NEW TABLE AS nuovi FOR EACH STATEMENT EXECUTE FUNCTION aggiorna_saldi();

-- A balance that no entry explains can't be written.
CREATE FUNCTION solo_dalle_scritture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN coalesce(NEW, OLD); END IF;
  RAISE EXCEPTION 'il saldo cambia solo con una scrittura' USING ERRCODE = '55000';
END $$;
CREATE TRIGGER saldo_dalle_scritture BEFORE INSERT OR UPDATE OR DELETE ON saldo
  FOR EACH ROW EXECUTE FUNCTION solo_dalle_scritture();
CREATE TRIGGER voce_dalle_scritture BEFORE UPDATE OR DELETE ON voce
  FOR EACH ROW EXECUTE FUNCTION solo_dalle_scritture();
CREATE TRIGGER scrittura_per_sempre BEFORE UPDATE OR DELETE ON scrittura
  FOR EACH ROW EXECUTE FUNCTION scritto_per_sempre();
CREATE TRIGGER movimento_per_sempre BEFORE UPDATE OR DELETE ON movimento
  FOR EACH ROW EXECUTE FUNCTION scritto_per_sempre();

CREATE FUNCTION scrittura_quadra() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(importo_cents), 0) FROM movimento WHERE scrittura_id = NEW.scrittura_id) <> 0
  THEN RAISE EXCEPTION 'la scrittura % non quadra', NEW.scrittura_id USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER movimento_quadra AFTER INSERT ON movimento
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION scrittura_quadra();

-- What costs something starts only when all of its money is committed.
CREATE FUNCTION avvio_con_impegno() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM voce WHERE servizio_id = NEW.id AND impegnato_cents < previsto_cents)
  THEN RAISE EXCEPTION 'il servizio % inizia senza denaro impegnato', NEW.id USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER servizio_avvio_con_impegno AFTER INSERT OR UPDATE OF stato ON servizio
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.stato = 'avviato')
  EXECUTE FUNCTION avvio_con_impegno();

-- Doti that wait for money, each with its number. Numbers have no gap and are not used twice.
CREATE TABLE coda_denaro (
  adesione_id uuid NOT NULL REFERENCES caso,
  dote_id uuid PRIMARY KEY,
  avviso_id text NOT NULL REFERENCES avviso,
  numero int NOT NULL CHECK (numero > 0),
  valore_cents bigint NOT NULL CHECK (valore_cents > 0),
  stato text NOT NULL CHECK (stato IN ('in-coda', 'servita', 'lasciata')),
  at timestamptz NOT NULL,
  UNIQUE (avviso_id, numero)
);
CREATE INDEX coda_denaro_aperta ON coda_denaro (avviso_id, numero) WHERE stato = 'in-coda';

-- Carry over: the money of the notice, then that of each service as its case says.
INSERT INTO avviso (id, programma, titolo, dal)
  SELECT 'GG-2014', 'Garanzia Giovani', 'Avviso Garanzia Giovani 2014', '2014-10-16'
   WHERE EXISTS (SELECT FROM conto) ON CONFLICT DO NOTHING;
INSERT INTO linea (id, livello, padre, avviso_id)
  SELECT 'programma', 'programma', NULL, NULL WHERE EXISTS (SELECT FROM conto)
  UNION ALL SELECT 'GG-2014', 'avviso', 'programma', 'GG-2014' WHERE EXISTS (SELECT FROM conto);
WITH nata AS (
  INSERT INTO scrittura (id, at, causale, atto, chi)
    SELECT gen_random_uuid(), now(), 'stanziamento', 'riporto', 'Gefo'
      FROM conto WHERE conto = 'stanziamento' AND saldo_cents <> 0 RETURNING id)
INSERT INTO movimento (id, scrittura_id, linea, conto, importo_cents)
  SELECT gen_random_uuid(), nata.id, riga.linea, riga.conto, riga.segno * -conto.saldo_cents
    FROM nata, conto, (VALUES ('programma', 'stanziamento', -1), ('GG-2014', 'disponibile', 1))
      AS riga (linea, conto, segno)
   WHERE conto.conto = 'stanziamento';

CREATE TEMPORARY TABLE riporto ON COMMIT DROP AS
  SELECT gen_random_uuid() AS scrittura_id, (s->>'id')::uuid AS servizio_id, c.adesione_id,
    (c.caso->'dote'->>'id')::uuid AS dote_id, c.operatore_id, s->>'misura' AS misura,
    (c.caso->'dote'->>'fascia')::int AS fascia, (s->>'importoCents')::bigint AS previsto,
    CASE WHEN s->>'stato' IN ('ammesso', 'tagliato') THEN 'ammesso'
         WHEN s->>'stato' = 'rendicontato' THEN 'rendicontato'
         WHEN c.caso->'dote'->>'stato' = 'inviata' THEN 'prenotato'
         ELSE 'impegnato' END AS conto,
    CASE WHEN s->>'stato' IN ('ammesso', 'tagliato') THEN (s->>'ammessoCents')::bigint
         WHEN s->>'stato' = 'rendicontato' THEN (s->>'rendicontatoCents')::bigint
         ELSE (s->>'importoCents')::bigint END AS cents
    FROM caso c, jsonb_array_elements(c.caso->'dote'->'servizi') s
   WHERE jsonb_typeof(c.caso->'dote') = 'object' AND s->>'stato' <> 'non-erogato'
     AND (s->>'importoCents')::bigint > 0;
INSERT INTO voce (servizio_id, adesione_id, dote_id, linea, operatore_id, misura, fascia, parte, previsto_cents)
  SELECT servizio_id, adesione_id, dote_id, 'GG-2014', operatore_id, misura, fascia,
    CASE WHEN misura IN ('3', '5') THEN 'risultato' ELSE 'processo' END, previsto FROM riporto;
INSERT INTO scrittura (id, at, causale, servizio_id, adesione_id, chi)
  SELECT scrittura_id, now(), 'prenotazione', servizio_id, adesione_id, 'Gefo' FROM riporto WHERE cents > 0;
INSERT INTO movimento (id, scrittura_id, linea, conto, importo_cents)
  SELECT gen_random_uuid(), scrittura_id, 'GG-2014', riga.conto, riga.cents
    FROM riporto, LATERAL (VALUES ('disponibile', -cents), (riporto.conto, cents)) AS riga (conto, cents)
   WHERE riporto.cents > 0;

DROP TABLE movimento_di_prima;
DROP TABLE conto;
