-- What Gefo tells about the path of an adesione, for its giovane to read; nothing of it is a decision.
CREATE TABLE percorso (
  adesione_id uuid PRIMARY KEY REFERENCES adesione,
  profilazione jsonb NOT NULL,
  dote jsonb NOT NULL,
  preavviso jsonb NOT NULL,
  documenti jsonb NOT NULL
);
