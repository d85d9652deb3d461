-- The operatore that the Region proposes to who has lost his own.
ALTER TABLE percorso ADD COLUMN proposta jsonb NOT NULL DEFAULT 'null';
