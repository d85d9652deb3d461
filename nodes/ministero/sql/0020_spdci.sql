-- SPDCI Employment, the third face: what was asked and answered, and who wants to hear of whom.

CREATE TABLE spdci_transazione (
  id text PRIMARY KEY,
  sender_id text NOT NULL,
  correlation_id text NOT NULL UNIQUE,
  azione text NOT NULL,
  risposta text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX spdci_transazione_correlation ON spdci_transazione (correlation_id);

CREATE TABLE spdci_sottoscrizione (
  id uuid PRIMARY KEY,
  sender_id text NOT NULL,
  persona_id uuid NOT NULL REFERENCES persona,
  evento text NOT NULL CHECK (evento IN ('enrolment_status_change', 'participation_change')),
  richiamo text NOT NULL,
  scopo text NOT NULL CHECK (scopo <> ''),
  attiva boolean NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX spdci_sottoscrizione_persona ON spdci_sottoscrizione (persona_id);
