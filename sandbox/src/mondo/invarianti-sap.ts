import type { Ministero } from "./federazione.ts";

type Dice = (regola: string, dettaglio: string) => void;

/** What the Ministry has heard of a person is in her SAP, once; nobody has two active ones. */
export const checkSap = (ministero: Ministero, dice: Dice): Promise<void> =>
  ministero.uow.transaction(async (stores) => {
    const attive = (await stores.sap.all()).filter(({ stato }) => stato === "01");
    const persone = new Set(attive.map(({ personaId }) => personaId));
    if (persone.size !== attive.length) dice("una-sap-attiva", `${attive.length - persone.size}`);
    for (const { personaId, id } of await stores.adesioni.all())
      if (!persone.has(personaId)) dice("adesione-con-sap", id);
    const note = await stores.politicheSap.all();
    const contate = new Map<string, number>();
    for (const { identificativo } of note)
      contate.set(identificativo, (contate.get(identificativo) ?? 0) + 1);
    const arrivate = [...(await stores.prese.all()), ...(await stores.politiche.all())];
    for (const { id, identificativo } of arrivate)
      if (contate.get(identificativo ?? "") !== 1)
        dice("politica-in-sap", `${id} ${identificativo}`);
    if (note.length !== arrivate.length)
      dice("nessuna-politica-in-piu", `${note.length} nelle SAP, ${arrivate.length} arrivate`);
  });
