-- The allowance of a trainee, one row a month. Who pays is another body: these are not entries of the ledger.
CREATE TABLE indennita (
  id text PRIMARY KEY,
  servizio_id uuid NOT NULL,
  adesione_id uuid NOT NULL REFERENCES caso,
  operatore_id text NOT NULL REFERENCES operatore,
  mese text NOT NULL CHECK (mese ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ore_previste int NOT NULL CHECK (ore_previste > 0),
  ore_presenti int NOT NULL CHECK (ore_presenti BETWEEN 0 AND ore_previste),
  importo_cents bigint NOT NULL CHECK (importo_cents >= 0),
  stato text NOT NULL CHECK (stato IN ('dichiarata', 'non-dovuta', 'inviata', 'pagata', 'respinta')),
  lotto text,
  inviata_on date,
  pagata_on date CHECK (pagata_on >= inviata_on),
  motivo text,
  dichiarata_at timestamptz NOT NULL,
  dichiarata_da text NOT NULL,
  UNIQUE (servizio_id, mese),
  CHECK ((stato = 'non-dovuta') = (importo_cents = 0)),
  CHECK ((stato = 'pagata') = (pagata_on IS NOT NULL)),
  CHECK (stato NOT IN ('inviata', 'pagata') OR (inviata_on IS NOT NULL AND lotto IS NOT NULL))
);
CREATE INDEX indennita_servizio ON indennita (servizio_id);
CREATE INDEX indennita_stato ON indennita (stato);
CREATE INDEX indennita_lotto ON indennita (lotto);
