-- Operations that a partner has limited (X001), until they may be called again: a restart does not forget.
CREATE TABLE coop_soap_fermo (
  chiave text PRIMARY KEY,
  riapre_at timestamptz NOT NULL
);
