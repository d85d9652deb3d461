-- Places and people of a body are accredited from a day to a day; who was there before is so since ever.
UPDATE ente SET
  sedi = (SELECT coalesce(jsonb_agg('{"dal": "", "al": ""}'::jsonb || una ORDER BY n), '[]'::jsonb)
            FROM jsonb_array_elements(sedi) WITH ORDINALITY AS elenco (una, n)),
  professionisti = (SELECT coalesce(jsonb_agg('{"dal": "", "al": ""}'::jsonb || uno ORDER BY n), '[]'::jsonb)
            FROM jsonb_array_elements(professionisti) WITH ORDINALITY AS elenco (uno, n));

-- The people of an operatore, as they signed in: those to whom a case may be entrusted.
CREATE TABLE collega (
  id text PRIMARY KEY,
  operatore_id text NOT NULL REFERENCES operatore,
  nome text NOT NULL CHECK (nome <> ''),
  funzioni jsonb NOT NULL,
  visto_on date NOT NULL
);
CREATE INDEX collega_operatore ON collega (operatore_id);
