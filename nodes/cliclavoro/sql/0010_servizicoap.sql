-- The national wire names a person by the codice fiscale alone; a provisional one says no birthday.
ALTER TABLE persona ALTER COLUMN data_nascita DROP NOT NULL;
ALTER TABLE persona ALTER COLUMN sesso DROP NOT NULL;
