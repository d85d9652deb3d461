-- The SAP of each person: who holds it, its versions whole and encrypted, its policies with their events.
-- The codice fiscale is in persona, encrypted; here there are only identifiers, codes and days.

CREATE SEQUENCE sap_numero AS int MAXVALUE 99999999;
CREATE SEQUENCE politica_numero;

CREATE TABLE sap (
  id text PRIMARY KEY CHECK (id ~ '^[A-Z]{2}[0-9]{8}[A-Z]$'),
  persona_id uuid NOT NULL REFERENCES persona,
  titolare text NOT NULL,
  -- Region of the holder, when somebody has told it.
  regione text,
  -- Who held it before, oldest first: body and region.
  ex_titolari jsonb NOT NULL,
  stato text NOT NULL CHECK (stato IN ('01', '02', '03')),
  provvisoria boolean NOT NULL,
  versione int NOT NULL CHECK (versione > 0),
  aggiornata_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX sap_attiva ON sap (persona_id) WHERE stato = '01';
CREATE INDEX sap_persona ON sap (persona_id);
CREATE INDEX sap_non_attiva ON sap (regione) WHERE stato <> '01';

CREATE TABLE sap_versione (
  id text PRIMARY KEY,
  sap_id text NOT NULL REFERENCES sap,
  versione int NOT NULL CHECK (versione > 0),
  at timestamptz NOT NULL,
  -- Null: this node itself.
  ente text,
  canale text NOT NULL CHECK (canale IN ('soap', 'modi', 'nodo')),
  tipo_variazione text NOT NULL CHECK (tipo_variazione IN ('01', '02', '05')),
  -- Of the exchange in which it came, kept with its exact bytes.
  scambio_id text,
  corpo_sigillato text NOT NULL,
  UNIQUE (sap_id, versione)
);

CREATE TABLE politica_sap (
  id text PRIMARY KEY,
  sap_id text NOT NULL REFERENCES sap,
  identificativo text NOT NULL CHECK (identificativo ~ '^[0-9]{2}[0-9A-Fa-f]{8}[A-Z]$'),
  tipo_attivita text NOT NULL,
  progetto text NOT NULL,
  ente text NOT NULL,
  inviata_da text NOT NULL,
  data_proposta date NOT NULL,
  UNIQUE (sap_id, identificativo)
);
CREATE INDEX politica_sap_sap ON politica_sap (sap_id);

CREATE TABLE evento_politica (
  id text PRIMARY KEY,
  sap_id text NOT NULL REFERENCES sap,
  politica_id text NOT NULL REFERENCES politica_sap,
  evento text NOT NULL,
  data date NOT NULL,
  descrizione text,
  ente text,
  at timestamptz NOT NULL
);
CREATE INDEX evento_politica_sap ON evento_politica (sap_id);

CREATE TABLE did (
  id text PRIMARY KEY REFERENCES politica_sap,
  sap_id text NOT NULL REFERENCES sap,
  stato text NOT NULL CHECK (stato IN ('I', 'C', 'S', 'A', 'R')),
  fonte text NOT NULL CHECK (fonte IN ('O', 'R', 'N')),
  giorno date NOT NULL,
  aggiornata_at timestamptz NOT NULL
);
CREATE INDEX did_sap ON did (sap_id);

-- What was kept although something was odd: an unknown code, a section put aside, a policy of others.
CREATE TABLE segnalazione (
  id uuid PRIMARY KEY,
  sap_id text NOT NULL REFERENCES sap,
  versione int NOT NULL,
  at timestamptz NOT NULL,
  ente text,
  codice text NOT NULL,
  fatti jsonb NOT NULL
);
CREATE INDEX segnalazione_sap ON segnalazione (sap_id);
CREATE INDEX segnalazione_codice ON segnalazione (codice, at);

CREATE TABLE politica_passiva (
  id text PRIMARY KEY,
  persona_id uuid NOT NULL REFERENCES persona,
  tipo text NOT NULL,
  ente text NOT NULL,
  dal date NOT NULL,
  al date CHECK (al >= dal),
  importo_cents bigint CHECK (importo_cents >= 0),
  fonte text NOT NULL,
  importata_at timestamptz NOT NULL
);
CREATE INDEX politica_passiva_persona ON politica_passiva (persona_id);

-- Voices of the national standard that were imported over those known from the start.
CREATE TABLE codice (
  id text PRIMARY KEY,
  lista text NOT NULL,
  codice text NOT NULL,
  descrizione text NOT NULL,
  dal date,
  al date CHECK (al >= dal),
  importato_at timestamptz NOT NULL
);
CREATE INDEX codice_importato ON codice (importato_at);

-- Calls of a caller in a day, for the limit that answers X001.
CREATE TABLE chiamata (
  id text PRIMARY KEY,
  volte int NOT NULL CHECK (volte > 0)
);

-- The policy that a message of F5 has become.
ALTER TABLE politica ADD COLUMN identificativo text;
ALTER TABLE presa ADD COLUMN identificativo text;
