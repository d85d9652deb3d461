import type { Corpo } from "@staffetta/contracts";
import type { Esito, Handler } from "@staffetta/cooperation";
import { ok, regoleAdesione, STATI_IN_CARICO } from "@staffetta/domain";
import { APPLICATO, gestore, rifiutato } from "@staffetta/nodo";
import { ADESIONE_SCONOSCIUTA, decideOn } from "../adesione/ricevuti.ts";
import type { Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { PercorsoRow } from "./tabelle.ts";

const VUOTO = {
  profilazione: null,
  dote: null,
  preavviso: null,
  proposta: null,
  documenti: [],
  indennita: [],
} as const;

/** Writes one piece of what the giovane reads. */
async function scrivi(
  stores: Stores,
  adesioneId: string,
  cambia: (riga: PercorsoRow) => Partial<PercorsoRow>,
): Promise<Esito> {
  if ((await stores.adesioni.lock(adesioneId)) === null) return rifiutato(ADESIONE_SCONOSCIUTA);
  const riga = (await stores.percorsi.get(adesioneId)) ?? { adesioneId, ...VUOTO };
  await stores.percorsi.put({ ...riga, ...cambia(riga) });
  return APPLICATO;
}

/** A path that ended before its end closes the adesione as the pack says, or leaves it open. */
const onChiusa = (
  ctx: Contesto,
  stores: Stores,
  { adesioneId, come, motivo, at }: Corpo<"dote-chiusa.v1">,
): Promise<Esito> =>
  decideOn(ctx, stores, adesioneId, (adesione) =>
    regoleAdesione.chiudiDote(adesione, { come, motivo }, ctx.regole, at),
  );

/** Who is no longer in charge was let go already. */
const onConcluso = (
  ctx: Contesto,
  stores: Stores,
  { adesioneId, abbandonato, at }: Corpo<"percorso-concluso.v1">,
): Promise<Esito> =>
  decideOn(ctx, stores, adesioneId, (adesione) =>
    STATI_IN_CARICO.has(adesione.stato)
      ? regoleAdesione.concludiPercorso(adesione, abbandonato, at)
      : ok([]),
  );

const onOperatore = (
  ctx: Contesto,
  stores: Stores,
  { adesioneId, operatoreId, at }: Corpo<"operatore-assegnato.v1">,
): Promise<Esito> =>
  decideOn(ctx, stores, adesioneId, (adesione) =>
    regoleAdesione.assegnaDopoDote(adesione, operatoreId, at),
  );

type Mese = Corpo<"indennita.v1">;
const isStessoMese = (a: Mese, b: Mese): boolean =>
  a.politicaId === b.politicaId && a.mese === b.mese;

/** From Gefo: class, dote, notices, documents; and the two facts from which the region decides. */
export const ricevutiPercorso = (ctx: Contesto): Readonly<Record<string, Handler<Stores>>> => ({
  ...gestore<Stores, "profilazione.v1">("profilazione.v1", (stores, profilazione) =>
    scrivi(stores, profilazione.adesioneId, () => ({ profilazione })),
  ),
  ...gestore<Stores, "dote.v1">("dote.v1", (stores, dote) =>
    scrivi(stores, dote.adesioneId, () => ({ dote })),
  ),
  ...gestore<Stores, "preavviso.v1">("preavviso.v1", (stores, preavviso) =>
    scrivi(stores, preavviso.adesioneId, () => ({ preavviso })),
  ),
  ...gestore<Stores, "proposta-operatore.v1">("proposta-operatore.v1", (stores, proposta) =>
    scrivi(stores, proposta.adesioneId, () => ({ proposta })),
  ),
  ...gestore<Stores, "indennita.v1">("indennita.v1", (stores, corpo) =>
    scrivi(stores, corpo.adesioneId, ({ indennita }) => ({
      indennita: [...indennita.filter((uno) => !isStessoMese(uno, corpo)), corpo].sort((a, b) =>
        a.mese < b.mese ? -1 : 1,
      ),
    })),
  ),
  ...gestore<Stores, "documento.v1">("documento.v1", (stores, corpo) => {
    const { documentoId, titolo, at } = corpo;
    return scrivi(stores, corpo.adesioneId, ({ documenti }) => ({
      documenti: [...documenti, { documentoId, titolo, at }],
    }));
  }),
  ...gestore<Stores, "dote-chiusa.v1">("dote-chiusa.v1", (stores, corpo) =>
    onChiusa(ctx, stores, corpo),
  ),
  ...gestore<Stores, "percorso-concluso.v1">("percorso-concluso.v1", (stores, corpo) =>
    onConcluso(ctx, stores, corpo),
  ),
  ...gestore<Stores, "operatore-assegnato.v1">("operatore-assegnato.v1", (stores, corpo) =>
    onOperatore(ctx, stores, corpo),
  ),
});
