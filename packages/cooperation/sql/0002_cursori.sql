-- The counter of a lane moves when a message is written, its cursor when a receipt arrives: two rows, so
-- that who writes and who records a receipt don't wait for each other.
CREATE TABLE coop_cursore (
  partner text NOT NULL,
  corsia int NOT NULL,
  cursore bigint NOT NULL DEFAULT 0 CHECK (cursore >= 0),
  testa text NOT NULL,
  ultima_ricevuta_at timestamptz,
  PRIMARY KEY (partner, corsia),
  FOREIGN KEY (partner, corsia) REFERENCES coop_corsia_uscita
);
INSERT INTO coop_cursore (partner, corsia, cursore, testa, ultima_ricevuta_at)
SELECT partner, corsia, cursore, testa, ultima_ricevuta_at FROM coop_corsia_uscita;
ALTER TABLE coop_corsia_uscita
  DROP COLUMN cursore,
  DROP COLUMN testa,
  DROP COLUMN ultima_ricevuta_at;

-- A receipt covers several lanes, and says itself which and up to where.
ALTER TABLE coop_ricevuta
  DROP CONSTRAINT coop_ricevuta_pkey,
  DROP COLUMN corsia,
  DROP COLUMN fino,
  ADD COLUMN numero bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;
CREATE INDEX coop_ricevuta_partner ON coop_ricevuta (partner, numero);
