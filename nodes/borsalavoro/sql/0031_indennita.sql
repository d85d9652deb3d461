-- The allowance of the traineeship, month by month, as Gefo last told it.
ALTER TABLE percorso ADD COLUMN indennita jsonb NOT NULL DEFAULT '[]';
