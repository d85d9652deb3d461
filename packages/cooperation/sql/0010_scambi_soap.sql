-- The SOAP exchanges of a node, kept with their exact bytes (sealed), until their retention ends.

CREATE TABLE coop_scambio (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  verso text NOT NULL CHECK (verso IN ('entrata', 'uscita')),
  operazione text NOT NULL DEFAULT '',
  controparte text NOT NULL,
  regione text NOT NULL DEFAULT '',
  stato int NOT NULL DEFAULT 0,
  esito text NOT NULL DEFAULT 'in corso',
  codici text[] NOT NULL DEFAULT '{}',
  durata_ms int NOT NULL DEFAULT 0,
  richiesta text NOT NULL,
  richiesta_bytes int NOT NULL,
  risposta text NOT NULL DEFAULT ''
);
CREATE INDEX scambio_at ON coop_scambio (at);

-- Identifiers of signed messages, each accepted once until it expires by itself.
CREATE TABLE coop_soap_visto (
  chiave text PRIMARY KEY,
  scade_at timestamptz NOT NULL
);
CREATE INDEX coop_soap_scade ON coop_soap_visto (scade_at);
