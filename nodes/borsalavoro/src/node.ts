import { type OperazioniBorsaLavoro, operazioniBorsaLavoro } from "@staffetta/contracts";
import type { CodiceRegione, RegoleAdesione } from "@staffetta/domain";
import {
  CLICLAVORO,
  createProblemi,
  flussiDi,
  gefoDi,
  MINISTERO,
  type ParteNodo,
  type PorteNodo,
  scambiDi,
  soloDa,
} from "@staffetta/nodo";
import { esitiAttesi } from "./adesione/esiti.ts";
import { operazioniGiovane } from "./adesione/operazioni.ts";
import { ricevutiDaCliclavoro } from "./adesione/ricevuti.ts";
import type { Contesto } from "./contesto.ts";
import { importaWith } from "./importa/importa.ts";
import { inviaCifreDiIeri, operazioniCifre } from "./monitoraggio/cifre.ts";
import { ricalcolaWith } from "./monitoraggio/ricalcolo.ts";
import { refreshAttese } from "./operatori/operatori.ts";
import { ricevutiPercorso } from "./percorso/ricevuti.ts";
import { operazioniPersona } from "./persona/operazioni.ts";
import { ricevutiDaGefo } from "./presa-in-carico/ricevuti.ts";
import { operazioniRegistro } from "./registro/operazioni.ts";
import { operazioniInAttesa } from "./sap/in-attesa.ts";
import { operazioniSap } from "./sap/operazioni.ts";
import { ricevutiDaMinistero } from "./sap/ricevuti.ts";
import { inParoleWith } from "./servizicoap/in-parole.ts";
import { operazioniFallite } from "./servizicoap/operazioni.ts";
import { servizicoapWith } from "./servizicoap/servizicoap.ts";
import type { Stores } from "./store.ts";
import { TESTI } from "./testi.ts";

export interface OpzioniBorsaLavoro {
  readonly regione: CodiceRegione;
  readonly regole: RegoleAdesione;
}

/** The labour system of one region: single writer of the stato of every adesione of its own. */
export function createBorsaLavoro(
  porte: PorteNodo<Stores>,
  opzioni: OpzioniBorsaLavoro,
): ParteNodo<Stores, OperazioniBorsaLavoro> {
  const problemi = createProblemi(TESTI);
  const ctx: Contesto = { ...porte, ...opzioni, problemi };
  const perLaNotte = async (): Promise<void> => {
    await inviaCifreDiIeri(ctx);
    await ctx.uow.transaction((stores) => refreshAttese(ctx, stores));
  };
  return {
    handlers: {
      ...soloDa((nodo) => nodo === CLICLAVORO, ricevutiDaCliclavoro(ctx)),
      ...soloDa((nodo) => nodo === MINISTERO, ricevutiDaMinistero(ctx)),
      ...soloDa((nodo) => nodo === gefoDi(ctx.regione), ricevutiDaGefo(ctx)),
      ...soloDa((nodo) => nodo === gefoDi(ctx.regione), ricevutiPercorso(ctx)),
    },
    suEsito: esitiAttesi(ctx),
    servizicoap: servizicoapWith(ctx),
    inParole: inParoleWith(ctx),
    operazioni: operazioniBorsaLavoro,
    implementazione: {
      ...operazioniGiovane(ctx),
      ...operazioniRegistro(ctx),
      ...operazioniPersona(ctx),
      ...operazioniCifre(ctx),
      ricalcolaCifre: ricalcolaWith(ctx),
      importa: importaWith(ctx),
      ...flussiDi(porte, problemi.traduci),
      ...scambiDi(porte),
      ...operazioniFallite(ctx),
      ...operazioniSap(ctx),
      ...operazioniInAttesa(ctx),
    },
    allAvvio: perLaNotte,
    lavori: [{ nome: "cifre del giorno", cron: "30 0 * * *", esegui: perLaNotte }],
  };
}
