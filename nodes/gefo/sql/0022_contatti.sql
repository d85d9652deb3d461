-- Contacts follow a plan that is a rule of the notice; an absence that was explained does not count.

-- What was told once is now the row of the deadline itself, which passes to the Region's desk.
DROP TABLE termine_scaduto;
ALTER TABLE contatto
  ADD CHECK ((assenza IS NULL) = (giustificata_at IS NULL)),
  ADD CHECK (assenza IS NULL OR esito = 'mancata-presentazione');

-- The rules of before did not say it: the figures of the reference pack, still to be verified.
ALTER TABLE versione_regole DISABLE TRIGGER versione_regole_per_sempre;
UPDATE versione_regole SET regole = jsonb_set(
  regole || '{"contatti": {"primoDays": 7, "fraTentativiDays": 7, "tentativiMin": 3, "canaliMin": 2,
    "rispostaDays": 10, "promemoriaDays": 2, "scadenzaDays": 60, "assenza": {"giustificazioneDays": 10,
    "nuovaConvocazioneDays": 10,
    "motivi": ["salute", "famiglia", "lavoro", "esame", "ufficio", "trasporti"]}}}',
  '{daVerificare}', regole->'daVerificare' || '["contatti.primoDays", "contatti.fraTentativiDays",
    "contatti.tentativiMin", "contatti.canaliMin", "contatti.rispostaDays", "contatti.promemoriaDays",
    "contatti.assenza"]')
 WHERE NOT regole ? 'contatti';
ALTER TABLE versione_regole ENABLE TRIGGER versione_regole_per_sempre;

UPDATE caso SET caso = caso || jsonb_build_object('assenze', coalesce((
  SELECT jsonb_agg(jsonb_build_object('on', (at AT TIME ZONE 'Europe/Rome')::date, 'giustificata', NULL)
                   ORDER BY at)
    FROM contatto WHERE contatto.adesione_id = caso.adesione_id
     AND contatto.operatore_id = caso.operatore_id AND esito = 'mancata-presentazione'), '[]'));

-- The clock of the convocation, for who waits already.
INSERT INTO termine (id, adesione_id, tipo, il)
SELECT adesione_id || '/convocazione', adesione_id, 'convocazione',
       ((caso->>'assegnatoAt')::timestamptz AT TIME ZONE 'Europe/Rome')::date + 60
  FROM caso WHERE stato = 'da-convocare' ON CONFLICT (id) DO NOTHING;
