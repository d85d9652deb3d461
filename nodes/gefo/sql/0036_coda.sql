-- How many cases are late, counted as they change: nobody reads the list to count it. `oltre` = open cases
-- whose deadline comes before the day of `coda_giorno`, `ferme` = those to be closed on that day; who reads
-- adds the changes not yet collected, and the days between that one and today, few because a job moves it.
CREATE TABLE coda_giorno (
  unico boolean PRIMARY KEY DEFAULT true CHECK (unico),
  giorno date NOT NULL
);
INSERT INTO coda_giorno (giorno) VALUES ('0001-01-01');

ALTER TABLE coda_conteggio
  ADD COLUMN oltre bigint NOT NULL DEFAULT 0,
  ADD COLUMN ferme bigint NOT NULL DEFAULT 0;
ALTER TABLE coda_variazione
  ADD COLUMN entro date NOT NULL DEFAULT '9999-12-31',
  ADD COLUMN chiudere_dal date;
ALTER TABLE coda_variazione ALTER COLUMN entro DROP DEFAULT;
-- No deadline is before that first day: what was counted so far stays as it is.

CREATE OR REPLACE FUNCTION coda_entrate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO coda_variazione (operatore_id, assegnatario, vista, entro, chiudere_dal, casi)
  SELECT operatore_id, coalesce(assegnatario, ''), vista, entro, chiudere_dal, count(*)
    FROM dopo GROUP BY 1, 2, 3, 4, 5;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION coda_uscite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO coda_variazione (operatore_id, assegnatario, vista, entro, chiudere_dal, casi)
  SELECT operatore_id, coalesce(assegnatario, ''), vista, entro, chiudere_dal, -count(*)
    FROM prima GROUP BY 1, 2, 3, 4, 5;
  RETURN NULL;
END $$;

-- Row by row, and only where a count changes: who takes a case in hand changes none.
DROP TRIGGER coda_spostate ON coda;
DROP FUNCTION coda_spostate();
CREATE FUNCTION coda_spostata() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO coda_variazione (operatore_id, assegnatario, vista, entro, chiudere_dal, casi)
  VALUES (OLD.operatore_id, coalesce(OLD.assegnatario, ''), OLD.vista, OLD.entro, OLD.chiudere_dal,
          -1),
         (NEW.operatore_id, coalesce(NEW.assegnatario, ''), NEW.vista, NEW.entro, NEW.chiudere_dal,
          1);
  RETURN NULL;
END $$;
CREATE TRIGGER coda_spostata AFTER UPDATE ON coda FOR EACH ROW
  WHEN ((OLD.operatore_id, OLD.assegnatario, OLD.vista, OLD.entro, OLD.chiudere_dal)
        IS DISTINCT FROM (NEW.operatore_id, NEW.assegnatario, NEW.vista, NEW.entro, NEW.chiudere_dal))
  EXECUTE FUNCTION coda_spostata();

-- One index for each question. A column after the id orders nothing: it is what a filter asks besides,
-- answered by the index, so that only the rows to be shown are read from the table.
DROP INDEX coda_vista, coda_aperti, coda_sede, coda_nome;
CREATE INDEX coda_vista ON coda (operatore_id, vista, entro, adesione_id, assegnatario);
CREATE INDEX coda_aperti ON coda (operatore_id, entro, adesione_id) INCLUDE (vista) WHERE aperto;
CREATE INDEX coda_sede ON coda (operatore_id, sede, entro, adesione_id, assegnatario)
  WHERE aperto AND sede IS NOT NULL;
CREATE INDEX coda_fascia ON coda (operatore_id, fascia, entro, adesione_id, assegnatario)
  WHERE aperto AND fascia IS NOT NULL;
CREATE INDEX coda_segno ON coda (operatore_id, segno, entro, adesione_id)
  WHERE aperto AND segno IS NOT NULL;
-- The paths that begin to be closed on a day.
CREATE INDEX coda_chiudere_dal ON coda (chiudere_dal, operatore_id) WHERE chiudere_dal IS NOT NULL;
-- IS NULL keeps no order in an index that begins with other colleagues.
CREATE INDEX coda_di_nessuno ON coda (operatore_id, entro, adesione_id)
  WHERE aperto AND assegnatario IS NULL;
CREATE INDEX coda_nome ON coda (operatore_id, ricerca, adesione_id, aperto);
