-- Who wrote or signed a line last: the second of two people is told who the first was.
ALTER TABLE riga_registro ADD COLUMN toccata_da text;

-- Who read a record is told to the person whom it concerns: for whom the reader works, and what was read.
ALTER TABLE lettura ADD COLUMN ente text, ADD COLUMN cosa text;
CREATE INDEX lettura_adesione ON lettura (adesione_id, at DESC, id DESC);
