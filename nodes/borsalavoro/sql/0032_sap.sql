-- What the SAP asks of a person beyond the adesione: domicile, citizenship, birthplace. Sealed.
CREATE TABLE dati_sap (
  giovane_id uuid PRIMARY KEY REFERENCES giovane,
  dati_sigillati text NOT NULL,
  aggiornati_at timestamptz NOT NULL
);

-- The SAP that the Ministry knows of the person of an adesione, and who told it first.
CREATE TABLE sap_nota (
  adesione_id uuid PRIMARY KEY REFERENCES adesione,
  identificativo text NOT NULL CHECK (identificativo ~ '^[A-Z]{2}[0-9]{8}[A-Z]$'),
  fonte text NOT NULL CHECK (fonte IN ('portale-nazionale', 'verifica', 'primo-inserimento')),
  at timestamptz NOT NULL
);

-- Adesioni of the national portal with a provisional code: answered OK, kept until the desk says who it is.
CREATE TABLE adesione_in_attesa (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  cf_digest text NOT NULL,
  cf_sigillato text NOT NULL,
  data_adesione date NOT NULL,
  identificativo_sap text,
  -- Why it was put aside; NULL while it waits, and when it has entered the register.
  motivo text,
  chiusa boolean NOT NULL DEFAULT false,
  UNIQUE (cf_digest, data_adesione)
);
CREATE INDEX adesione_in_attesa_aperta ON adesione_in_attesa (at) WHERE NOT chiusa;
