-- Who admitted, by the id that does not change: the name alone is kept for what was admitted before.
ALTER TABLE rendicontazione ADD COLUMN verificata_da_id text;
UPDATE rendicontazione SET verificata_da_id = verificata_da WHERE stato = 'verificata';
ALTER TABLE rendicontazione
  ADD CHECK ((stato = 'verificata') = (verificata_da_id IS NOT NULL)),
  ADD CHECK (stato = 'verificata' OR (richiesta_id IS NULL AND pagata_on IS NULL));

-- The account of each operatore: every change is kept, the last version is the one that holds.
CREATE TABLE iban_operatore (
  id uuid PRIMARY KEY,
  operatore_id text NOT NULL REFERENCES operatore,
  version int NOT NULL CHECK (version > 0),
  iban text NOT NULL CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  servizio text NOT NULL,
  simulato boolean NOT NULL,
  at timestamptz NOT NULL,
  chi text NOT NULL,
  UNIQUE (operatore_id, version)
);
CREATE TRIGGER iban_operatore_per_sempre BEFORE UPDATE OR DELETE ON iban_operatore
  FOR EACH ROW EXECUTE FUNCTION scritto_per_sempre();


-- A request of payment. Who did each step is kept by id; names and moments are in its passi.
CREATE TABLE richiesta_pagamento (
  id uuid PRIMARY KEY,
  numero text NOT NULL UNIQUE,
  operatore_id text NOT NULL REFERENCES operatore,
  stato text NOT NULL CHECK (stato IN ('presentata', 'respinta', 'approvata', 'in-controllo',
                                       'pagabile', 'ordinata', 'insoluta', 'pagata')),
  iban text NOT NULL,
  totale_cents bigint NOT NULL CHECK (totale_cents >= 0),
  presentata_at timestamptz NOT NULL,
  presentata_da text NOT NULL,
  approvata_da text,
  controllata_da text CHECK (controllata_da <> approvata_da),
  ordinata_da text CHECK (ordinata_da <> approvata_da),
  ordine_id text UNIQUE,
  ordinata_on date,
  pagata_on date CHECK (pagata_on >= ordinata_on),
  motivo text,
  version int NOT NULL CHECK (version > 0),
  CHECK ((stato IN ('ordinata', 'pagata')) =
         (ordine_id IS NOT NULL AND ordinata_on IS NOT NULL AND ordinata_da IS NOT NULL)),
  CHECK ((stato = 'pagata') = (pagata_on IS NOT NULL)),
  CHECK (stato IN ('presentata', 'respinta') OR approvata_da IS NOT NULL)
);
CREATE INDEX richiesta_pagamento_operatore ON richiesta_pagamento (operatore_id);
CREATE INDEX richiesta_pagamento_stato ON richiesta_pagamento (stato);

-- What a request asks to be paid, with what a control has taken away and what was asked back.
CREATE TABLE voce_richiesta (
  id text PRIMARY KEY,
  richiesta_id uuid NOT NULL REFERENCES richiesta_pagamento,
  rendicontazione_id uuid NOT NULL REFERENCES rendicontazione,
  servizio_id uuid NOT NULL,
  adesione_id uuid NOT NULL REFERENCES caso,
  importo_cents bigint NOT NULL CHECK (importo_cents >= 0),
  recuperato_cents bigint NOT NULL DEFAULT 0 CHECK (recuperato_cents BETWEEN 0 AND importo_cents),
  ammessa_da text NOT NULL,
  UNIQUE (richiesta_id, rendicontazione_id)
);
CREATE INDEX voce_richiesta_richiesta ON voce_richiesta (richiesta_id);

ALTER TABLE rendicontazione
  ADD FOREIGN KEY (richiesta_id) REFERENCES richiesta_pagamento,
  ADD CHECK (pagata_on IS NULL OR richiesta_id IS NOT NULL);
CREATE INDEX rendicontazione_richiesta ON rendicontazione (richiesta_id);
CREATE INDEX rendicontazione_operatore ON rendicontazione (operatore_id);

CREATE TABLE passo_richiesta (
  id uuid PRIMARY KEY,
  richiesta_id uuid NOT NULL REFERENCES richiesta_pagamento,
  numero int NOT NULL,
  at timestamptz NOT NULL,
  passo text NOT NULL,
  chi_id text NOT NULL,
  chi text NOT NULL,
  nota text NOT NULL,
  UNIQUE (richiesta_id, numero)
);
CREATE TRIGGER passo_richiesta_per_sempre BEFORE UPDATE OR DELETE ON passo_richiesta
  FOR EACH ROW EXECUTE FUNCTION scritto_per_sempre();

-- What the service of the DURC answered, each time that it was asked.
CREATE TABLE durc (
  id uuid PRIMARY KEY,
  richiesta_id uuid NOT NULL REFERENCES richiesta_pagamento,
  numero text NOT NULL,
  esito text NOT NULL CHECK (esito IN ('regolare', 'irregolare', 'in-verifica')),
  scadenza date NOT NULL,
  servizio text NOT NULL,
  simulato boolean NOT NULL,
  chiesto_at timestamptz NOT NULL
);
CREATE INDEX durc_richiesta ON durc (richiesta_id);
CREATE TRIGGER durc_per_sempre BEFORE UPDATE OR DELETE ON durc
  FOR EACH ROW EXECUTE FUNCTION scritto_per_sempre();

-- A sample, published whole: a request is in one draw only, hence nobody draws again until it suits.
CREATE TABLE estrazione (
  id uuid PRIMARY KEY,
  numero text NOT NULL UNIQUE,
  at timestamptz NOT NULL,
  chi_id text NOT NULL,
  chi text NOT NULL,
  seme text NOT NULL,
  quota_percent int NOT NULL,
  minimo int NOT NULL,
  massimo int NOT NULL
);
CREATE TABLE estratta (
  richiesta_id uuid PRIMARY KEY REFERENCES richiesta_pagamento,
  estrazione_id uuid NOT NULL REFERENCES estrazione,
  numero text NOT NULL,
  posto int NOT NULL,
  impronta text NOT NULL CHECK (impronta ~ '^[0-9a-f]{64}$'),
  estratta boolean NOT NULL,
  UNIQUE (estrazione_id, posto)
);
CREATE TRIGGER estrazione_per_sempre BEFORE UPDATE OR DELETE ON estrazione
  FOR EACH ROW EXECUTE FUNCTION scritto_per_sempre();
CREATE TRIGGER estratta_per_sempre BEFORE UPDATE OR DELETE ON estratta
  FOR EACH ROW EXECUTE FUNCTION scritto_per_sempre();

-- What the treasury has said, each by its own reference: said twice, it counts once.
CREATE TABLE movimento_tesoreria (
  riferimento text PRIMARY KEY,
  ordine_id text NOT NULL,
  richiesta_id uuid NOT NULL REFERENCES richiesta_pagamento,
  esito text NOT NULL CHECK (esito IN ('pagato', 'stornato')),
  data date NOT NULL,
  importo_cents bigint NOT NULL CHECK (importo_cents > 0),
  motivo text NOT NULL,
  at timestamptz NOT NULL,
  chi text NOT NULL
);
CREATE TRIGGER movimento_tesoreria_per_sempre BEFORE UPDATE OR DELETE ON movimento_tesoreria
  FOR EACH ROW EXECUTE FUNCTION scritto_per_sempre();
