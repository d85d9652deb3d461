-- Paths that nobody closes: from which day, why, by when. The cases of before are filled in by the job of the night.
ALTER TABLE coda
  ADD COLUMN mosso_on date,
  ADD COLUMN chiudere_dal date,
  ADD COLUMN chiudere_entro date,
  ADD COLUMN chiudere_motivo text,
  ADD CHECK ((chiudere_dal IS NULL) = (chiudere_entro IS NULL)),
  ADD CHECK ((chiudere_dal IS NULL) = (chiudere_motivo IS NULL));
CREATE INDEX coda_chiudere ON coda (operatore_id, chiudere_entro, adesione_id)
  WHERE chiudere_dal IS NOT NULL;
CREATE INDEX coda_chiudere_regione ON coda (chiudere_entro, adesione_id)
  WHERE chiudere_dal IS NOT NULL;
CREATE INDEX coda_chiudere_ignota ON coda (adesione_id) WHERE mosso_on IS NULL;

-- The rules of before did not say it: the figures of the reference pack, still to be verified.
ALTER TABLE versione_regole DISABLE TRIGGER versione_regole_per_sempre;
UPDATE versione_regole SET regole = jsonb_set(
  jsonb_set(regole, '{termini}', '{"fermoDays": 60, "chiusuraDays": 30}'::jsonb || (regole->'termini')),
  '{daVerificare}', regole->'daVerificare' || '["termini.fermoDays", "termini.chiusuraDays"]')
 WHERE NOT regole->'termini' ? 'fermoDays';
ALTER TABLE versione_regole ENABLE TRIGGER versione_regole_per_sempre;
