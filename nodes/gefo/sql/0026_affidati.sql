-- Services that an operatore delivers in the doti of others: few, and asked for by who delivers.
CREATE INDEX servizio_affidato ON servizio (erogatore_id) WHERE erogatore_id IS NOT NULL;
