-- What the ModI doors keep: keys that must not be believed any more, requests whose answer goes back later,
-- and the answers and notices on their way to an address of the caller.

CREATE TABLE coop_chiave_revocata (
  kid text PRIMARY KEY,
  at timestamptz NOT NULL,
  motivo text NOT NULL CHECK (motivo <> ''),
  chi text NOT NULL
);

-- Non-blocking PUSH: accepted with 202, carried out afterwards. `ingresso` is encrypted.
CREATE TABLE coop_differita (
  id uuid PRIMARY KEY,
  sistema text NOT NULL,
  operazione text NOT NULL,
  soggetto jsonb NOT NULL,
  ingresso text NOT NULL,
  rispondi_a text NOT NULL,
  accolta_at timestamptz NOT NULL,
  presa_fino_at timestamptz,
  svolta_at timestamptz
);
CREATE INDEX coop_differita_da_svolgere ON coop_differita (accolta_at) WHERE svolta_at IS NULL;

-- `corpo` is encrypted; it is signed when it leaves, because a signature is good for two minutes.
CREATE TABLE coop_richiamo (
  id uuid PRIMARY KEY,
  destinatario text NOT NULL,
  indirizzo text NOT NULL,
  forma text NOT NULL CHECK (forma IN ('modi', 'spdci')),
  intestazioni jsonb NOT NULL,
  corpo text NOT NULL,
  accodato_at timestamptz NOT NULL,
  stato text NOT NULL CHECK (stato IN ('da consegnare', 'consegnato', 'rinunciato')),
  tentativi int NOT NULL DEFAULT 0 CHECK (tentativi >= 0),
  prossimo_at timestamptz,
  errore text NOT NULL DEFAULT '',
  consegnato_at timestamptz,
  CHECK ((stato = 'da consegnare') = (prossimo_at IS NOT NULL)),
  CHECK ((stato = 'consegnato') = (consegnato_at IS NOT NULL))
);
CREATE INDEX coop_richiamo_dovuti ON coop_richiamo (prossimo_at) WHERE stato = 'da consegnare';
CREATE INDEX coop_richiamo_recenti ON coop_richiamo (accodato_at);
