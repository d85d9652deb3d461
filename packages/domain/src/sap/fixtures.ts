import { REGOLE_SAP, type RegoleSap } from "../pacchetto/regole-sap.ts";
import type { CivilDate, Instant } from "../time.ts";
import type { ContestoSap } from "./decide.ts";
import { riceviSap } from "./decide.ts";
import { type CodiceEnte, nuovoIdPolitica, nuovoIdSap } from "./identificativi.ts";
import type { PoliticaInviata } from "./politica.ts";
import { evolveSap, type InvioSap, type Sap } from "./sap.ts";

export const ORA = "2026-03-02T09:00:00.000Z" as Instant;
export const OGGI = "2026-03-02" as CivilDate;
export const giorno = (text: string): CivilDate => text as CivilDate;
export const CPI = "L219C000001" as CodiceEnte;
export const ALTRO = "F205C000002" as CodiceEnte;
export const OPERATORE = "L219S000007" as CodiceEnte;
export const CF = "SMPBNL04T45B354N";
export const CF_ALTRO = "TSTZRN03D57L219H";

export function contesto(regole: Partial<RegoleSap> = {}): ContestoSap {
  let numero = 0;
  return {
    at: ORA,
    regole: { ...REGOLE_SAP, ...regole },
    nuovoIdSap: () => nuovoIdSap("QA", ++numero),
    nuovoIdPolitica:
      (idSap) =>
      ({ ente, tipoAttivita, dataProposta }) =>
        nuovoIdPolitica({
          ...{ regione: "13", numero: ++numero, idSap, ente, tipoAttivita, dataProposta },
        }),
  };
}

export const unaPolitica = (parte: Partial<PoliticaInviata> = {}): PoliticaInviata => ({
  identificativo: null,
  tipoAttivita: "C06",
  titolo: "Tirocinio",
  dataProposta: giorno("2026-02-01"),
  dataInizio: giorno("2026-02-10"),
  dataFine: null,
  durata: 6,
  tipologiaDurata: "M",
  descrizione: null,
  progetto: "02",
  ente: OPERATORE,
  indiceProfiling: null,
  presaInCarico: null,
  ultimoEvento: { evento: "02", data: giorno("2026-02-10"), descrizione: null },
  ...parte,
});

export const unaPresa = (parte: Partial<PoliticaInviata> = {}): PoliticaInviata =>
  unaPolitica({
    ...{ tipoAttivita: "A02", titolo: "Patto", dataProposta: giorno("2026-01-20") },
    ...{ dataInizio: giorno("2026-01-20"), dataFine: giorno("2026-01-20"), durata: null },
    ...{ tipologiaDurata: null, ente: CPI, indiceProfiling: "0.644371661" },
    ultimoEvento: { evento: "10", data: giorno("2026-01-20"), descrizione: null },
    ...parte,
  });

export const anagrafici = (cognome = "ESEMPIALI"): InvioSap["sezioni"] => ({
  anagrafici: {
    datipersonali: {
      ...{ codicefiscale: CF, cognome, nome: "BRUNILDE", sesso: "F", datanascita: "2004-12-05" },
    },
    domicilio: { codcomune: "B354", cap: "09121", indirizzo: "VIA DELLE PROVE 7" },
    recapiti: { telefono: null, cellulare: "3330000000", email: null },
  },
});

export const unInvio = (parte: Partial<InvioSap> = {}): InvioSap => ({
  id: null,
  ente: CPI,
  tipoVariazione: "01",
  dataUltimoAgg: OGGI,
  codiceFiscale: CF,
  sezioni: anagrafici(),
  politiche: [],
  ...parte,
});

export const NESSUNA = { perId: null, perCodiceFiscale: null };
export const nota = (sap: Sap) => ({ perId: sap, perCodiceFiscale: sap });

/** The SAP after a message that must be accepted. */
export function dopo(sap: Sap | null, invio: InvioSap, ctx: ContestoSap): Sap {
  const deciso = riceviSap(sap === null ? NESSUNA : nota(sap), invio, ctx);
  if (!deciso.ok) throw new Error(JSON.stringify(deciso.rifiuto));
  return evolveSap(sap, deciso.value.eventi);
}
