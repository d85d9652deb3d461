import { dopoPercorsoChiuso } from "../chiusura/evolve.ts";
import type { Dote } from "../dote/dote.ts";
import { doteFinita } from "../dote/dote.ts";
import { avanzaDote, chiudiDote, senzaPianificati, usatoCents } from "../dote/vita.ts";
import type { Caso } from "./caso.ts";
import type { EventoCaso } from "./evento.ts";

export type EventoDote = Extract<
  EventoCaso,
  {
    tipo:
      | "dote-ammessa"
      | "dote-non-ammessa"
      | "dote-sospesa"
      | "dote-ripresa"
      | "dote-scaduta"
      | "dote-chiusa"
      | "percorso-chiuso"
      | "operatore-assegnato";
  }
>;

/** A dote that nothing can happen to any more ends its case. */
const conFine = (dote: Dote): Partial<Caso> =>
  doteFinita(dote) ? { stato: "chiuso", dote } : { dote };

/** The case after a fact of the dote's own life. */
export function dopoDote(caso: Caso, evento: EventoDote): Partial<Caso> {
  const { dote } = caso;
  if (!dote) throw new Error(`${evento.tipo} senza una dote`);
  switch (evento.tipo) {
    case "dote-ammessa":
      return { stato: "confermata", dote: avanzaDote({ ...dote, stato: "assegnata" }) };
    case "dote-non-ammessa":
      // The person stays in charge: another dote may be sent.
      return { stato: "patto", dote: { ...senzaPianificati(dote), stato: "non-ammessa" } };
    case "dote-sospesa": {
      const nuova = { dal: evento.dal, al: null, motivo: evento.motivo };
      return { dote: { ...dote, stato: "sospesa", sospensioni: [...dote.sospensioni, nuova] } };
    }
    case "dote-ripresa": {
      const sospensioni = dote.sospensioni.map((una) =>
        una.al === null ? { ...una, al: evento.al } : una,
      );
      return { dote: avanzaDote({ ...dote, stato: "assegnata", sospensioni }) };
    }
    case "dote-scaduta":
      return conFine(avanzaDote(senzaPianificati(dote)));
    case "dote-chiusa":
      return { preavviso: null, ...conFine(chiudiDote(dote, evento.chiusura)) };
    case "percorso-chiuso":
      return dopoPercorsoChiuso(caso, evento);
    case "operatore-assegnato":
      return {
        ...{ stato: "patto", operatoreId: evento.operatoreId, assegnatoAt: evento.at, dote: null },
        precedenti: [
          ...caso.precedenti,
          {
            ...{ doteId: dote.id, protocollo: dote.protocollo },
            ...{ operatoreId: caso.operatoreId, usatoCents: usatoCents(dote) },
          },
        ],
      };
  }
}
