-- Who has opened an exchange, and why: it names people.
CREATE TABLE coop_lettura_scambio (
  id uuid PRIMARY KEY,
  scambio_id uuid NOT NULL,
  at timestamptz NOT NULL,
  chi text NOT NULL,
  scopo text NOT NULL
);
CREATE INDEX coop_lettura_scambio_di ON coop_lettura_scambio (scambio_id);
