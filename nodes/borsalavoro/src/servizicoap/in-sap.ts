import { type Corpo, servizicoap } from "@staffetta/contracts";
import type { Esito } from "@staffetta/cooperation";
import {
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
import { type Chiedi, type DettoNazionale, leggiDocumento, rifiutato } from "@staffetta/nodo";
import { type Contesto, oggi } from "../contesto.ts";
import { anagraficaOf } from "../giovani.ts";
import type { PresaRow } from "../store.ts";

const { codifica, daInvioPolitiche, ID_SAP, inInvio, LAVORATORE, VERIFICA_SAP } = servizicoap;

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
  const { codiceFiscale } = await chiDi(ctx, adesioneId);
  return invia(
    ctx,
    { codiceFiscale, at, nostre: [presaDi(ctx, { operatoreId, fascia, dataPatto })] },
    chiedi,
  );
}

/** With its presa in carico, which the SAP may have missed: said again, it changes nothing. */
export async function politicaInSap(
  ctx: Contesto,
  { adesioneId, misura, dataInizio, dataFine, esito, at }: Corpo<"politica.v1">,
  chiedi: Chiedi,
): Promise<DettoNazionale> {
  const { codiceFiscale, presa } = await chiDi(ctx, adesioneId);
  const ente =
    presa === null
      ? enteDiRegione(REGOLE_SAP, ctx.regione)
      : enteDiOperatore(REGOLE_SAP, ctx.regione, presa.operatoreId);
  const politica = politicaDaMisura({ ente, misura, dataInizio, dataFine, esito }, REGOLE_SAP);
  const nostre = [...(presa === null ? [] : [presaDi(ctx, presa)]), politica];
  return invia(ctx, { codiceFiscale, at, nostre }, chiedi);
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
    return { codiceFiscale, presa: await stores.prese.get(adesioneId) };
  });

const refuse = (code: string, fatti: Readonly<Record<string, unknown>> = {}): Esito =>
  rifiutato({ code: `servizicoap.${code}`, ...fatti });

interface DaInviare {
  readonly codiceFiscale: string;
  readonly at: Instant;
  readonly nostre: readonly PoliticaInviata[];
}

async function invia(
  ctx: Contesto,
  { codiceFiscale, at, nostre }: DaInviare,
  chiedi: Chiedi,
): Promise<DettoNazionale> {
  const usati = controllaInUscita(codiciUsati({}, nostre), CATALOGO, oggi(ctx));
  if (!usati.ok) {
    const { lista, codice } = usati.rifiuto;
    return refuse("codice-non-in-uscita", { lista, codice });
  }
  const verifica = codifica(VERIFICA_SAP, { codiceFiscale: codiceFiscale as never });
  const trovata = await chiedi({
    ...{ operazione: "verificaEsistenzaSAP", campi: [["CodiceFiscale", verifica]] },
  });
  if (!("campo" in trovata)) return trovata;
  const id = trovata.campo("CodiceSAP").trim();
  if (id === "" || id === "0") return refuse("sap-assente");
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
  const invio = { id: id as IdSap, ente, dataUltimoAgg: dayInRome(at), politiche };
  const documento = codifica(LAVORATORE, daInvioPolitiche(invio));
  // Strict on output: what we could not read ourselves does not leave.
  const riletta = leggiDocumento(LAVORATORE, documento, { oggi: oggi(ctx) });
  if (!riletta.ok) return illeggibile(riletta.anomalie);
  return { operazione: "invioSAP", campi: [["SAP", documento]] };
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
