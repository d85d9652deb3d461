-- Notifications of the national wire that could not be applied: answered OK (the Ministry is not the one
-- who can repair them), kept for the desk until somebody tries them again or closes them.

CREATE TABLE notifica_fallita (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  -- NP not present, ST stato not congruent, EM the automatic setStato was refused, XML malformed, E other.
  codice text NOT NULL CHECK (codice IN ('NP', 'ST', 'EM', 'XML', 'E')),
  operazione text NOT NULL,
  -- The document or the error text, sealed: it names a person.
  documento_sigillato text NOT NULL,
  causa text NOT NULL,
  regione text NOT NULL,
  data_adesione text NOT NULL,
  stato text NOT NULL,
  scambio_id text NOT NULL,
  tentativi int NOT NULL DEFAULT 0,
  chiusa boolean NOT NULL DEFAULT false
);
CREATE INDEX notifica_fallita_aperta ON notifica_fallita (at) WHERE NOT chiusa;
