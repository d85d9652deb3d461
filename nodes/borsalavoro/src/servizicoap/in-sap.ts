import { type Corpo, type DatiSap, servizicoap } from "@staffetta/contracts";
import type { Esito } from "@staffetta/cooperation";
import {
  type CodiceFiscale,
  chiaveNaturale,
  codiciUsati,
  controllaInUscita,
  creaCatalogo,
  dayInRome,
  enteDiOperatore,
  enteDiRegione,
  type IdSap,
  type Instant,
  LISTE,
  type PoliticaInviata,
  politicaDaMisura,
  politicaDaPresa,
  REGOLE_SAP,
} from "@staffetta/domain";
import {
  type ChiamataNazionale,
  type Chiedi,
  type DettoNazionale,
  leggiDocumento,
  rifiutato,
} from "@staffetta/nodo";
import { type Contesto, oggi } from "../contesto.ts";
import { anagraficaOf } from "../giovani.ts";
import { annotaSap, leggiDatiSap, mancanoAllaSap, sezioniPrimoInserimento } from "../sap/dati.ts";
import type { SapNotaRow } from "../sap/tabelle.ts";
import type { GiovaneRow, PresaRow } from "../store.ts";

const {
  codifica,
  daInvioPolitiche,
  daPrimoInserimento,
  ID_SAP,
  inInvio,
  LAVORATORE,
  VERIFICA_SAP,
} = servizicoap;

/**
 * F5 on the national wire: the SAP is found, read, given our policies, and sent back as by a body that
 * does not hold it — sections 0 and 6. The policies are made by the functions of the native binding.
 * @source WIRE §4.4
 */
export async function presaInSap(
  ctx: Contesto,
  { adesioneId, operatoreId, fascia, dataPatto, at }: Corpo<"presa-in-carico-confermata.v1">,
  chiedi: Chiedi,
): Promise<DettoNazionale> {
  const { chi } = await chiDi(ctx, adesioneId);
  return invia(
    ctx,
    { chi, at, nostre: [presaDi(ctx, { operatoreId, fascia, dataPatto })] },
    chiedi,
  );
}

/** With its presa in carico, which the SAP may have missed: said again, it changes nothing. */
export async function politicaInSap(
  ctx: Contesto,
  { adesioneId, misura, dataInizio, dataFine, esito, at }: Corpo<"politica.v1">,
  chiedi: Chiedi,
): Promise<DettoNazionale> {
  const { chi, presa } = await chiDi(ctx, adesioneId);
  const ente =
    presa === null
      ? enteDiRegione(REGOLE_SAP, ctx.regione)
      : enteDiOperatore(REGOLE_SAP, ctx.regione, presa.operatoreId);
  const politica = politicaDaMisura({ ente, misura, dataInizio, dataFine, esito }, REGOLE_SAP);
  const nostre = [...(presa === null ? [] : [presaDi(ctx, presa)]), politica];
  return invia(ctx, { chi, at, nostre }, chiedi);
}

const presaDi = (
  { regione }: Contesto,
  { operatoreId, fascia, dataPatto }: Pick<PresaRow, "operatoreId" | "fascia" | "dataPatto">,
): PoliticaInviata => {
  const ente = enteDiOperatore(REGOLE_SAP, regione, operatoreId);
  return politicaDaPresa({ ente, fascia, dataPatto: dataPatto as never });
};

const chiDi = (ctx: Contesto, adesioneId: string) =>
  ctx.uow.transaction(async (stores) => {
    const adesione = await stores.adesioni.get(adesioneId);
    const giovane = adesione === null ? null : await stores.giovani.get(adesione.giovaneId);
    if (giovane === null) throw new Error(`L'adesione ${adesioneId} non c'è`);
    const { codiceFiscale } = anagraficaOf(ctx, giovane);
    const dati = await leggiDatiSap(ctx, stores, giovane.id);
    const chi = { adesioneId, codiceFiscale, giovane, dati };
    return { chi, presa: await stores.prese.get(adesioneId) };
  });

const refuse = (code: string, fatti: Readonly<Record<string, unknown>> = {}): Esito =>
  rifiutato({ code: `servizicoap.${code}`, ...fatti });

interface Chi {
  readonly adesioneId: string;
  readonly codiceFiscale: CodiceFiscale;
  readonly giovane: GiovaneRow;
  readonly dati: DatiSap | null;
}
interface DaInviare {
  readonly chi: Chi;
  readonly at: Instant;
  readonly nostre: readonly PoliticaInviata[];
}

async function invia(ctx: Contesto, daInviare: DaInviare, chiedi: Chiedi): Promise<DettoNazionale> {
  const { chi, nostre } = daInviare;
  const usati = controllaInUscita(codiciUsati({}, nostre), CATALOGO, oggi(ctx));
  if (!usati.ok) return codiceIgnoto(usati.rifiuto);
  const verifica = codifica(VERIFICA_SAP, { codiceFiscale: chi.codiceFiscale });
  const trovata = await chiedi({
    ...{ operazione: "verificaEsistenzaSAP", campi: [["CodiceFiscale", verifica]] },
  });
  if (!("campo" in trovata)) return trovata;
  const id = trovata.campo("CodiceSAP").trim();
  if (id === "" || id === "0") return primoInserimento(ctx, daInviare, chiedi);
  await annota(ctx, chi, id, "verifica");
  return aggiorna(ctx, id as IdSap, daInviare, chiedi);
}

const codiceIgnoto = ({ lista, codice }: Readonly<{ lista: string; codice: string }>): Esito =>
  refuse("codice-non-in-uscita", { lista, codice });

const annota = (
  ctx: Contesto,
  { adesioneId }: Chi,
  identificativo: string,
  fonte: SapNotaRow["fonte"],
): Promise<void> =>
  ctx.uow.transaction((stores) => annotaSap(ctx, stores, adesioneId, { identificativo, fonte }));

/** Nobody has sent it yet: it leaves whole, or the desk is told what is missing. */
async function primoInserimento(
  ctx: Contesto,
  { chi, at, nostre }: DaInviare,
  chiedi: Chiedi,
): Promise<DettoNazionale> {
  const { giovane, dati, codiceFiscale } = chi;
  const mancano = mancanoAllaSap(giovane, dati);
  if (dati === null || mancano.length > 0) return refuse("sap-da-completare", { mancano });
  const sezioni = sezioniPrimoInserimento(codiceFiscale, giovane, dati);
  const usati = controllaInUscita(codiciUsati(sezioni, []), CATALOGO, oggi(ctx));
  if (!usati.ok) return codiceIgnoto(usati.rifiuto);
  const ente = enteDiRegione(REGOLE_SAP, ctx.regione);
  const invio = { ente, dataUltimoAgg: dayInRome(at), politiche: nostre, sezioni };
  const scritta = scrivi(ctx, daPrimoInserimento(invio));
  if ("esito" in scritta) return scritta;
  const detta = await chiedi(scritta);
  if (!("campo" in detta)) return detta;
  if (detta.esito.esito === "applicato")
    await annota(ctx, chi, detta.campo("CodiceSAP").trim(), "primo-inserimento");
  return detta.esito;
}

/** Strict on output: what we could not read ourselves does not leave. */
function scrivi(ctx: Contesto, sap: servizicoap.Lavoratore): ChiamataNazionale | Esito {
  const documento = codifica(LAVORATORE, sap);
  const riletta = leggiDocumento(LAVORATORE, documento, { oggi: oggi(ctx) });
  if (!riletta.ok) return illeggibile(riletta.anomalie);
  return { operazione: "invioSAP", campi: [["SAP", documento]] };
}

async function aggiorna(
  ctx: Contesto,
  id: IdSap,
  { at, nostre }: DaInviare,
  chiedi: Chiedi,
): Promise<DettoNazionale> {
  const IdentificativoSap = id as never;
  const richiesta = await chiedi({
    ...{
      operazione: "richiestaSAP",
      campi: [["CodiceSAP", codifica(ID_SAP, { IdentificativoSap })]],
    },
  });
  if (!("campo" in richiesta)) return richiesta;
  const testo = richiesta.campo("SAP");
  // Closed between the two questions.
  if (testo.trim() === "") return refuse("sap-assente");
  const letta = leggiDocumento(LAVORATORE, testo, { oggi: oggi(ctx) });
  const nota = letta.ok ? inInvio(letta.valore) : letta;
  if (!nota.ok) return illeggibile(nota.anomalie);
  const politiche = fondi(nota.valore.politiche, nostre);
  const ente = enteDiRegione(REGOLE_SAP, ctx.regione);
  return scrivi(ctx, daInvioPolitiche({ id, ente, dataUltimoAgg: dayInRome(at), politiche }));
}

const illeggibile = (anomalie: readonly servizicoap.Anomalia[]): Esito =>
  refuse("sap-illeggibile", { messaggio: servizicoap.testoAnomalie(anomalie) });

const CATALOGO = creaCatalogo(LISTE);

/**
 * The policies of the others stay as they are; ours keep the identifier that they have there. The natural
 * key alone would take two measures of one day for the same policy: the title tells them apart.
 */
function fondi(
  note: readonly PoliticaInviata[],
  nostre: readonly PoliticaInviata[],
): readonly PoliticaInviata[] {
  const stessa = (a: PoliticaInviata, b: PoliticaInviata): boolean =>
    chiaveNaturale(a) === chiaveNaturale(b) && a.titolo === b.titolo;
  const tenute = note.filter((una) => !nostre.some((nostra) => stessa(una, nostra)));
  const identificate = nostre.map((nostra) => {
    const nota = note.find((una) => stessa(una, nostra));
    if (nota === undefined) return nostra;
    const { identificativo, presaInCarico } = nota;
    return { ...nostra, identificativo, presaInCarico };
  });
  return [...tenute, ...identificate];
}
