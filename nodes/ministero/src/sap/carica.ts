import {
  type CivilDate,
  type CodiceEnte,
  type CodiceFiscale,
  dayInRome,
  type IdSap,
  nascitaNelCodice,
  REGOLE_SAP,
  riceviSap,
} from "@staffetta/domain";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { ensurePersona, registraSap } from "./archivio.ts";
import { contestoSap } from "./riceve.ts";

export interface SapIniziale {
  readonly identificativoSap: string;
  readonly codiceFiscale: CodiceFiscale;
  readonly codiceEnteTitolare: string;
}

const DA_COMPLETARE = "DA COMPLETARE";
const ITALIANA = "000";
const LUOGO_IGNOTO = "H501";
/** A provisional code says no birthday; this one nobody takes for true. */
const NASCITA_IGNOTA = { sesso: "F", dataNascita: "1900-01-01" } as const;
/** The starting state has no contacts. */
const SENZA_RECAPITI = { ...REGOLE_SAP, primoSenzaRecapiti: "avvisa" } as const;

/** What a codice fiscale says of its person; what it can't say is written so that everybody sees it. */
function anagraficiDi(
  codiceFiscale: string,
  { sesso, dataNascita }: Readonly<{ sesso: string; dataNascita: string }>,
) {
  const luogo = /^[A-Z]{6}.{5}([A-Z]\d{3})[A-Z]$/.exec(codiceFiscale)?.[1] ?? LUOGO_IGNOTO;
  const domicilio = { codcomune: luogo, cap: null, indirizzo: DA_COMPLETARE, localita: null };
  return {
    datipersonali: {
      ...{ codicefiscale: codiceFiscale, cognome: DA_COMPLETARE, nome: DA_COMPLETARE },
      ...{ sesso, datanascita: dataNascita, codcomune: luogo, codcittadinanza: ITALIANA },
    },
    ...{ datistranieri: null, residenza: null, domicilio, recapiti: null },
  };
}

/** A SAP that exists already, with its own id: as if its holder had sent it first. For counterparts and migrations. */
export async function caricaSap(
  ctx: Contesto,
  stores: Stores,
  { identificativoSap, codiceFiscale, codiceEnteTitolare }: SapIniziale,
): Promise<void> {
  const oggi = dayInRome(adesso(ctx)) as CivilDate;
  const nato = nascitaNelCodice(codiceFiscale, oggi);
  const { sesso, dataNascita } = nato ?? NASCITA_IGNOTA;
  const detto = { sesso, dataNascita };
  const persona = await ensurePersona(ctx, stores, codiceFiscale, detto);
  if (persona === null) throw new Error(`La persona della SAP ${identificativoSap} non si tiene`);
  const contesto = await contestoSap(ctx, stores, null, { sap: false, politiche: 0 });
  const ente = codiceEnteTitolare as CodiceEnte;
  const deciso = riceviSap(
    { perId: null, perCodiceFiscale: null },
    {
      ...{ id: null, ente, tipoVariazione: "01", dataUltimoAgg: oggi, codiceFiscale },
      ...{ sezioni: { anagrafici: anagraficiDi(codiceFiscale, persona) }, politiche: [] },
    },
    { ...contesto, regole: SENZA_RECAPITI, nuovoIdSap: () => identificativoSap as IdSap },
  );
  if (!deciso.ok)
    throw new Error(`La SAP ${identificativoSap} non si carica: ${deciso.rifiuto.code}`);
  const { eventi } = deciso.value;
  const chi = { ente, regione: ctx.regioneDiEnte(ente), canale: "nodo", scambioId: null } as const;
  await registraSap(ctx, stores, { personaId: persona.id, prima: null, eventi, avvisi: [] }, chi);
}
