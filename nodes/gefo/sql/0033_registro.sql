-- Who wrote or signed a line last: the second of two people is told who the first was.
ALTER TABLE riga_registro ADD COLUMN toccata_da text;
