-- Delivery, reporting, payment.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE allegato ADD COLUMN servizio_id uuid;

-- The register. Two lines of one giovane never overlap, nor two of one professional unless many giovani sit
-- in one lesson: the rules say so with the other line's name, these constraints hold whoever writes.
CREATE TABLE riga_registro (
  id uuid PRIMARY KEY,
  servizio_id uuid NOT NULL,
  adesione_id uuid NOT NULL REFERENCES caso,
  operatore_id text NOT NULL,
  persona text NOT NULL,
  misura text NOT NULL,
  giorno date NOT NULL,
  dalle text NOT NULL CHECK (dalle ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  alle text NOT NULL CHECK (alle ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  sede_id text NOT NULL,
  professionista_id text NOT NULL,
  di_gruppo boolean NOT NULL,
  firma_giovane_at timestamptz,
  firma_professionista_at timestamptz,
  rendicontazione_id uuid,
  periodo int4range NOT NULL GENERATED ALWAYS AS (int4range(
    substr(dalle, 1, 2)::int * 60 + substr(dalle, 4, 2)::int,
    substr(alle, 1, 2)::int * 60 + substr(alle, 4, 2)::int)) STORED CHECK (NOT isempty(periodo)),
  CHECK (rendicontazione_id IS NULL
         OR (firma_giovane_at IS NOT NULL AND firma_professionista_at IS NOT NULL)),
  EXCLUDE USING gist (persona WITH =, giorno WITH =, periodo WITH &&),
  EXCLUDE USING gist (professionista_id WITH =, giorno WITH =, periodo WITH &&) WHERE (NOT di_gruppo)
);
CREATE INDEX riga_registro_servizio ON riga_registro (servizio_id, giorno, dalle);
CREATE INDEX riga_registro_rendicontazione ON riga_registro (rendicontazione_id);

-- Held while the lines of one giovane or of one professional are written.
CREATE TABLE turno (
  chiave text PRIMARY KEY
);

CREATE TABLE comunicazione (
  protocollo text PRIMARY KEY,
  persona text NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('assunzione', 'proroga', 'trasformazione', 'cessazione')),
  datore text NOT NULL,
  contratto text NOT NULL,
  dal date NOT NULL,
  al date CHECK (al >= dal),
  precedente text,
  bonus_richiesto boolean NOT NULL,
  ricevuta_at timestamptz NOT NULL
);
CREATE INDEX comunicazione_persona ON comunicazione (persona);

-- A hire proves one result, and a service has one result.
CREATE TABLE prova_risultato (
  protocollo text PRIMARY KEY REFERENCES comunicazione,
  servizio_id uuid NOT NULL UNIQUE,
  dote_id uuid NOT NULL,
  misura text NOT NULL,
  durata_days int,
  at timestamptz NOT NULL
);
CREATE UNIQUE INDEX prova_risultato_dote ON prova_risultato (dote_id, misura);

CREATE TABLE rendicontazione (
  id uuid PRIMARY KEY,
  servizio_id uuid NOT NULL,
  adesione_id uuid NOT NULL REFERENCES caso,
  operatore_id text NOT NULL,
  misura text NOT NULL,
  tipo text NOT NULL CHECK (tipo IN ('parziale', 'finale', 'ripresentazione')),
  stato text NOT NULL CHECK (stato IN ('presentata', 'verificata')),
  minuti int NOT NULL CHECK (minuti >= 0),
  richiesto_cents bigint NOT NULL CHECK (richiesto_cents >= 0),
  ammesso_cents bigint CHECK (ammesso_cents BETWEEN 0 AND richiesto_cents),
  decurtato_cents bigint NOT NULL DEFAULT 0 CHECK (decurtato_cents BETWEEN 0 AND ammesso_cents),
  presentata_at timestamptz NOT NULL,
  presentata_da text NOT NULL,
  verificata_at timestamptz,
  verificata_da text,
  richiesta_id uuid,
  pagata_on date,
  CHECK ((stato = 'verificata') = (ammesso_cents IS NOT NULL AND verificata_at IS NOT NULL))
);
CREATE INDEX rendicontazione_servizio ON rendicontazione (servizio_id);
CREATE INDEX rendicontazione_da_verificare ON rendicontazione (presentata_at, id) WHERE stato = 'presentata';
CREATE INDEX rendicontazione_da_pagare ON rendicontazione (operatore_id, presentata_at) WHERE pagata_on IS NULL;

CREATE TABLE voce_rendicontazione (
  id text PRIMARY KEY,
  rendicontazione_id uuid NOT NULL REFERENCES rendicontazione,
  riferimento text NOT NULL,
  giorno date NOT NULL,
  minuti int NOT NULL,
  importo_cents bigint NOT NULL CHECK (importo_cents >= 0),
  taglio_cents bigint NOT NULL DEFAULT 0 CHECK (taglio_cents BETWEEN 0 AND importo_cents),
  motivo_taglio text,
  nota_taglio text NOT NULL DEFAULT '',
  CHECK (taglio_cents = 0 OR motivo_taglio IS NOT NULL)
);
CREATE INDEX voce_rendicontazione_di ON voce_rendicontazione (rendicontazione_id);

-- Asked at the start and not again: what is reported in part while the service runs is no longer committed.
CREATE OR REPLACE FUNCTION avvio_con_impegno() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.stato = 'avviato' THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM voce WHERE servizio_id = NEW.id AND impegnato_cents < previsto_cents)
  THEN RAISE EXCEPTION 'il servizio % inizia senza denaro impegnato', NEW.id USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
