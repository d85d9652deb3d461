-- What the desk has looked at before it admitted a report, in the words of that day, and on which file.
CREATE TABLE controllo_fatto (
  id text PRIMARY KEY,
  rendicontazione_id uuid NOT NULL REFERENCES rendicontazione,
  controllo text NOT NULL,
  parole text NOT NULL,
  allegato_id uuid REFERENCES allegato,
  UNIQUE (rendicontazione_id, controllo)
);
CREATE INDEX controllo_fatto_di ON controllo_fatto (rendicontazione_id);
CREATE TRIGGER controllo_fatto_per_sempre BEFORE UPDATE OR DELETE ON controllo_fatto
  FOR EACH ROW EXECUTE FUNCTION scritto_per_sempre();
