import { servizicoap } from "@staffetta/contracts";
import {
  type AzioneDid,
  type CivilDate,
  type CodiceEnte,
  dayInRome,
  foglia,
  isCodiceEnte,
  profilingInUscita,
  type RifiutoDid,
  type RifiutoSap,
  type Sap,
} from "@staffetta/domain";
import { adesso, type Contesto } from "../contesto.ts";
import { leggiSap } from "./archivio.ts";
import { annotaLettura, attivaDi } from "./letture.ts";
import { neetWith } from "./neet.ts";
import { chiudiSap, conferisci, inviaSap } from "./riceve.ts";

const { codifica, daSap, daSapListaDid, inInvio, ko, koAnomalie, LAVORATORE, LISTA_DID, okEsito } =
  servizicoap;
type Gestori = servizicoap.GestoriServizicoap;
type Gestore<O extends keyof Gestori> = Required<Gestori>[O];
type Chiamante = servizicoap.Chiamante;

/** Anomaly code of each refusal of the rules. Ours: the national list is not public. */
const ANOMALIA: Readonly<Record<RifiutoSap["code"], servizicoap.CodiceAnomalia>> = {
  "sap.gia-presente": "B001",
  "sap.sconosciuta": "B002",
  "sap.non-attiva": "B003",
  "sap.senza-codice-fiscale": "B004",
  "sap.senza-recapiti": "B012",
  "sap.codice-fiscale-non-valido": "B005",
  "sap.anagrafica-diversa": "B005",
  "sap.codice-fiscale-diverso": "B006",
  "sap.codice-fiscale-occupato": "B007",
  "sap.sezioni-di-altro-titolare": "B008",
  "sap.non-titolare": "B009",
  "sap.date-politica": "B010",
  "sap.politica-ripetuta": "B011",
};

const LIMITE = "X001 Limite di chiamate superato: riprovare nel prossimo periodo";

const testoDi = (ctx: Contesto, { code, ...fatti }: RifiutoSap | RifiutoDid): string =>
  ctx.problemi.traduci(code, fatti).detail;

/** Each call counts, whatever its answer; in its own transaction, so that callers don't wait in line. */
const oltreLimite = (ctx: Contesto, { utente }: Chiamante): Promise<boolean> =>
  ctx.uow.transaction(async ({ elenchiSap }) => {
    const giorno = dayInRome(adesso(ctx));
    return (await elenchiSap.contaChiamata(utente ?? "", giorno)) > ctx.chiamateMax;
  });

const invioWith =
  (ctx: Contesto): Gestore<"invioSAP"> =>
  async ({ SAP }, chi) => {
    if (await oltreLimite(ctx, chi))
      return { Esito: "X001", MessaggioErrore: LIMITE, CodiceSAP: "" };
    const letto = inInvio(SAP);
    if (!letto.ok) return koAnomalie("invioSAP", letto.anomalie);
    const { ente } = letto.valore;
    const da = { ente, regione: chi.regione, canale: "soap", scambioId: chi.scambioId } as const;
    const esito = await ctx.uow.transaction((stores) => inviaSap(ctx, stores, letto.valore, da));
    if (esito.ok) return okEsito("invioSAP", { CodiceSAP: esito.value.id });
    const { rifiuto } = esito;
    const codice = ANOMALIA[rifiuto.code];
    const testo = testoDi(ctx, rifiuto);
    // The text of this one is the Ministry's own: what is wrong is said beside it.
    const anomalie: servizicoap.Anomalia[] =
      codice === "B005"
        ? [servizicoap.anomalia(codice), servizicoap.anomalia("C004", testo)]
        : [servizicoap.anomalia(codice, testo)];
    return koAnomalie("invioSAP", anomalie);
  };

const richiestaWith =
  (ctx: Contesto): Gestore<"richiestaSAP"> =>
  async ({ CodiceSAP: { IdentificativoSap } }, chi) => {
    if (await oltreLimite(ctx, chi)) return { SAP: LIMITE };
    return ctx.uow.transaction(async (stores) => {
      const found = await leggiSap(ctx, stores, IdentificativoSap);
      if (found?.row.stato !== "01") return { SAP: "" };
      await annotaLettura(ctx, stores, found, chi, "richiestaSAP");
      return { SAP: codifica(LAVORATORE, daSap(found.sap)) };
    });
  };

const verificaWith =
  (ctx: Contesto): Gestore<"verificaEsistenzaSAP"> =>
  async ({ CodiceFiscale: { codiceFiscale } }, chi) => {
    if (await oltreLimite(ctx, chi)) return { CodiceSAP: LIMITE };
    const found = await ctx.uow.transaction((stores) => attivaDi(ctx, stores, codiceFiscale));
    return { CodiceSAP: found?.row.id ?? "0" };
  };

const LISTA_MAX = 10_000;

const nonAttiveWith =
  (ctx: Contesto): Gestore<"recuperaListaSAPNonAttive"> =>
  async (_richiesta, { regione }) => {
    const ids = await ctx.uow.transaction(({ elenchiSap }) =>
      elenchiSap.nonAttive(regione, LISTA_MAX),
    );
    return { SAPs: ids.join(" ") };
  };

const annullaWith =
  (ctx: Contesto): Gestore<"annullaSAP"> =>
  async ({ CodiceSAP: { IdentificativoSap } }, { regione, scambioId }) => {
    const chi = { ministero: false, regione, scambioId };
    const esito = await ctx.uow.transaction((stores) =>
      chiudiSap(ctx, stores, IdentificativoSap, chi),
    );
    return esito.ok ? okEsito("annullaSAP") : ko("annullaSAP", testoDi(ctx, esito.rifiuto));
  };

const NESSUN_TITOLARE = { CodiceSAP: "0", CodiceRegione: "", CodiceEnteTitolare: "" };

const titolareWith =
  (ctx: Contesto): Gestore<"richiestaCodSAPRegTitolare"> =>
  async ({ CodiceFiscale }) => {
    const found = await ctx.uow.transaction((stores) => attivaDi(ctx, stores, CodiceFiscale));
    if (found === null) return NESSUN_TITOLARE;
    const { id, regione, titolare } = found.row;
    return { CodiceSAP: id, CodiceRegione: regione ?? "", CodiceEnteTitolare: titolare };
  };

const didWith =
  (ctx: Contesto): Gestore<"richiestaSAP_N00_A02"> =>
  async ({ CodiceFiscale }, chi) => {
    if (await oltreLimite(ctx, chi)) return { DID: LIMITE };
    return ctx.uow.transaction(async (stores) => {
      const found = await attivaDi(ctx, stores, CodiceFiscale);
      if (found === null) return { DID: "" };
      await annotaLettura(ctx, stores, found, chi, "richiestaSAP_N00_A02");
      return { DID: codifica(LISTA_DID, daSapListaDid(found.sap)) };
    });
  };

/** The letter of the state or the code of the evento: which one the service wants is not known. */
const AZIONI: Readonly<Record<string, AzioneDid>> = {
  ...{ I: "inserisci", C: "conferma", S: "sospendi", R: "revoca", A: "annulla" },
  ...{ "01": "inserisci", "02": "conferma", "09": "sospendi", "08": "revoca", "06": "annulla" },
};

const gestisciDidWith =
  (ctx: Contesto): Gestore<"gestisciDID"> =>
  async ({ CodiceFiscale, DataDID, Evento, DataEvento, CodiceEntePromotore }, chi) => {
    const azione = AZIONI[Evento.trim().toUpperCase()];
    if (azione === undefined) return ko("gestisciDID", `L'evento ${Evento} non esiste.`);
    const ente = CodiceEntePromotore.trim();
    if (!isCodiceEnte(ente)) return ko("gestisciDID", `L'ente ${ente} non ha la forma prevista.`);
    const giorno = (azione === "inserisci" ? DataDID : DataEvento) as CivilDate;
    const da = { ente: ente as CodiceEnte, regione: chi.regione, canale: "soap" as const };
    const esito = await ctx.uow.transaction((stores) =>
      conferisci(
        ctx,
        stores,
        CodiceFiscale,
        { azione, giorno, ente },
        { ...da, scambioId: chi.scambioId },
      ),
    );
    return esito.ok ? okEsito("gestisciDID") : ko("gestisciDID", testoDi(ctx, esito.rifiuto));
  };

const STATO = "statoinanagrafe";

/** What the SAP knows of the profiling: how the index is computed is not public, and is not made up. */
function profilingDi({ id, sezioni }: Sap): Partial<servizicoap.RispostaDi<"richiestaProfiling">> {
  const indice = profilingInUscita(foglia(sezioni.amministrativi, STATO, "indiceprofiling"));
  return {
    Identificativo: id,
    Data: foglia(sezioni.amministrativi, STATO, "dataevento") ?? "",
    Sesso: foglia(sezioni.anagrafici, "datipersonali", "sesso") ?? "",
    Indice2: indice ?? "",
    Probabilita: indice ?? "",
  };
}

const profilingWith =
  (ctx: Contesto): Gestore<"richiestaProfiling"> =>
  async ({ CodiceFiscale }) => {
    const found = await ctx.uow.transaction((stores) => attivaDi(ctx, stores, CodiceFiscale));
    if (found === null) return ko("richiestaProfiling", "La persona non ha una SAP.");
    const profiling = profilingDi(found.sap);
    return profiling.Indice2 === ""
      ? ko("richiestaProfiling", "La SAP non ha ancora un indice di profiling.")
      : okEsito("richiestaProfiling", profiling);
  };

/** The operations on the SAP, as the national SOAP services call them. */
export const gestoriSap = (ctx: Contesto): Gestori => ({
  invioSAP: invioWith(ctx),
  richiestaSAP: richiestaWith(ctx),
  verificaEsistenzaSAP: verificaWith(ctx),
  recuperaListaSAPNonAttive: nonAttiveWith(ctx),
  annullaSAP: annullaWith(ctx),
  richiestaCodSAPRegTitolare: titolareWith(ctx),
  richiestaSAP_N00_A02: didWith(ctx),
  gestisciDID: gestisciDidWith(ctx),
  richiestaProfiling: profilingWith(ctx),
  verificaCondizioniNEET: neetWith(ctx),
});
