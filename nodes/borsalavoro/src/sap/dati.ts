import { DatiSap } from "@staffetta/contracts";
import type { CodiceFiscale, IdSap, Sezioni } from "@staffetta/domain";
import { adesso, type Contesto } from "../contesto.ts";
import { isDaCompletare, RECAPITI_IGNOTI } from "../giovani.ts";
import type { GiovaneRow, Stores } from "../store.ts";
import type { SapNotaRow } from "./tabelle.ts";

const PROVVISORIO = /^\d{11}$/;

/** Where the code says that a person was born; "" when it is provisional. */
export const luogoNelCodice = (codiceFiscale: CodiceFiscale): string =>
  PROVVISORIO.test(codiceFiscale) ? "" : senzaOmocodia(codiceFiscale.slice(11, 15));

const OMOCODIA = "LMNPQRSTUV";
const senzaOmocodia = (luogo: string): string =>
  luogo.charAt(0) +
  [...luogo.slice(1)]
    .map((lettera) => (OMOCODIA.includes(lettera) ? OMOCODIA.indexOf(lettera) : lettera))
    .join("");

export async function leggiDatiSap(
  { cipher }: Contesto,
  stores: Stores,
  giovaneId: string,
): Promise<DatiSap | null> {
  const riga = await stores.datiSap.get(giovaneId);
  return riga === null ? null : DatiSap.parse(JSON.parse(cipher.open(riga.datiSigillati)));
}

export const scriviDatiSap = (
  ctx: Contesto,
  stores: Stores,
  giovaneId: string,
  dati: DatiSap,
): Promise<void> =>
  stores.datiSap.put({
    ...{ giovaneId, datiSigillati: ctx.cipher.seal(JSON.stringify(dati)) },
    aggiornatiAt: adesso(ctx),
  });

/** The first source stays: the same SAP found again is no news. */
export async function annotaSap(
  ctx: Contesto,
  stores: Stores,
  adesioneId: string,
  { identificativo, fonte }: Readonly<{ identificativo: string; fonte: SapNotaRow["fonte"] }>,
): Promise<void> {
  const nota = await stores.sapNote.get(adesioneId);
  if (nota?.identificativo === identificativo) return;
  await stores.sapNote.put({ adesioneId, identificativo, fonte, at: adesso(ctx) });
}

export const sapDi = async ({ sapNote }: Stores, adesioneId: string): Promise<IdSap | null> =>
  ((await sapNote.get(adesioneId))?.identificativo as IdSap | undefined) ?? null;

const TELEFONO_MAX = 15;
const soloCifre = (telefono: string): string => telefono.replaceAll(/\s/g, "");

/** What stands between a person and a first insertion, in plain words. */
export function mancanoAllaSap(giovane: GiovaneRow, dati: DatiSap | null): readonly string[] {
  const mancano: string[] = [];
  if (isDaCompletare(giovane)) mancano.push("nome e cognome");
  const { telefono, email } = giovane;
  if (telefono === RECAPITI_IGNOTI.telefono && email === RECAPITI_IGNOTI.email)
    mancano.push("un telefono o un'e-mail");
  if (dati === null) mancano.push("cittadinanza, luogo di nascita e domicilio");
  return mancano;
}

/** Section 1 of a first insertion; the others must be there, empty. @source WIRE, §1.5 and §2.6 */
export function sezioniPrimoInserimento(
  codiceFiscale: CodiceFiscale,
  { nome, cognome, sesso, dataNascita, email, telefono }: GiovaneRow,
  { cittadinanza, comuneNascita, domicilio }: DatiSap,
): Sezioni {
  const numero = soloCifre(telefono);
  const isNoto = telefono !== RECAPITI_IGNOTI.telefono && numero.length <= TELEFONO_MAX;
  const abita = { codcomune: domicilio.comune, cap: domicilio.cap };
  return {
    anagrafici: {
      datipersonali: {
        ...{ codicefiscale: codiceFiscale, sesso, datanascita: dataNascita },
        ...{ cognome: cognome.toUpperCase(), nome: nome.toUpperCase() },
        ...{ codcomune: comuneNascita, codcittadinanza: cittadinanza },
      },
      ...{ datistranieri: null, residenza: null },
      domicilio: { ...abita, indirizzo: domicilio.indirizzo.toUpperCase(), localita: null },
      recapiti: {
        ...{ telefono: null, cellulare: isNoto ? numero : null, fax: null },
        email: email === RECAPITI_IGNOTI.email ? null : email,
      },
    },
  };
}
