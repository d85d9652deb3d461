-- A colleague is a person, not a name: two people may have the same one. What was written by name becomes
-- the person of that name who has signed in; where there is none the name stays, and is shown as it is.
UPDATE coda SET assegnatario = p.persona
  FROM (SELECT operatore_id, nome, min(substr(id, length(operatore_id) + 2)) AS persona
          FROM collega GROUP BY 1, 2) AS p
 WHERE coda.operatore_id = p.operatore_id AND coda.assegnatario = p.nome;
-- Nobody holds a case across an upgrade.
UPDATE coda SET in_mano_a = NULL, in_mano_fino = NULL WHERE in_mano_a IS NOT NULL;
UPDATE filtro_salvato f SET chi = p.persona
  FROM (SELECT operatore_id, nome, min(substr(id, length(operatore_id) + 2)) AS persona
          FROM collega GROUP BY 1, 2) AS p
 WHERE f.operatore_id = p.operatore_id AND f.chi = p.nome;
