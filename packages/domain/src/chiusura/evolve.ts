import { type Dote, doteFinita } from "../dote/dote.ts";
import { avanzaDote, senzaPianificati } from "../dote/vita.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { EventoCaso } from "../presa-in-carico/evento.ts";

type Chiuso = Extract<EventoCaso, { tipo: "percorso-chiuso" }>;

/** A suspension ends with the path. */
const ripresa = (dote: Dote, { dataFine }: Chiuso): Dote =>
  dote.stato === "sospesa"
    ? {
        ...{ ...dote, stato: "assegnata" },
        sospensioni: dote.sospensioni.map((una) =>
          una.al === null ? { ...una, al: dataFine < una.dal ? una.dal : dataFine } : una,
        ),
      }
    : dote;

/** The case after its path was closed: what was done stays to be reported. */
export function dopoPercorsoChiuso({ dote }: Caso, evento: Chiuso): Partial<Caso> {
  if (!dote) throw new Error("percorso-chiuso senza una dote");
  const { dataFine, esito } = evento;
  const servizi = senzaPianificati(ripresa(dote, evento)).servizi.map((servizio) =>
    servizio.stato === "avviato"
      ? { ...servizio, stato: "erogato" as const, dataFine, esito }
      : servizio,
  );
  const dopo = avanzaDote({ ...ripresa(dote, evento), servizi });
  return doteFinita(dopo) ? { stato: "chiuso", dote: dopo } : { dote: dopo };
}
