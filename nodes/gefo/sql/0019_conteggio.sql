-- A collector may take the change that lowers a count before the one that raised it: in between, the row
-- alone is below zero. What is read is always the row plus the changes not yet collected.
ALTER TABLE coda_conteggio DROP CONSTRAINT IF EXISTS coda_conteggio_casi_check;
