import type { CoopStores } from "@staffetta/cooperation";
import {
  type Caso,
  CONTI_VUOTI,
  type CodiceRegione,
  conta,
  type EsitoContatto,
} from "@staffetta/domain";
import type { BorsaLavoro, Federazione, Gefo, NodoSimulato } from "./federazione.ts";
import { checkSap } from "./invarianti-sap.ts";

/** A promise of the system that did not hold: which, and the facts. */
export interface Violazione {
  readonly regola: string;
  readonly dettaglio: string;
}

type Dice = (regola: string, dettaglio: string) => void;

/** After quiet, everything that was promised must hold. Empty = it does. */
export async function checkInvarianti(
  federazione: Federazione,
  giorno: string,
): Promise<readonly Violazione[]> {
  const violazioni: Violazione[] = [];
  const dice: Dice = (regola, dettaglio) => violazioni.push({ regola, dettaglio });
  await checkFlussi(federazione.nodi, dice);
  await checkStati(federazione, dice);
  await checkPrese(federazione, dice);
  await checkSap(federazione.ministero, dice);
  for (const [regione, gefo] of federazione.gefi) await checkDenaro(regione, gefo, dice);
  for (const [regione, borsa] of federazione.borse)
    await checkCifre({ federazione, regione, borsa, giorno }, dice);
  return violazioni;
}

const read = <Stores extends CoopStores, T>(
  nodo: Pick<NodoSimulato<Stores>, "uow">,
  work: (stores: Stores) => Promise<T>,
): Promise<T> => nodo.uow.transaction(work);

/** Refusals that would mean that two nodes no longer tell the same story. */
const IMPOSSIBILI = new Set([
  "adesione.stato-diverso",
  "adesione.versione-fuori-ordine",
  "adesione.regione-sbagliata",
  "messaggio.forma",
  "messaggio.mittente-non-atteso",
  "cooperazione.tipo-sconosciuto",
  "cooperazione.messaggio-sconosciuto",
  "istantanea.impronta-diversa",
  "istantanea.edizione-nota",
  "politica.inizio-cambiato",
]);

async function checkFlussi(nodi: readonly NodoSimulato[], dice: Dice): Promise<void> {
  const entrate = new Map<string, { segno: number; testa: string }>();
  for (const nodo of nodi)
    for (const lane of await read(nodo, ({ coop }) => coop.listEntrate()))
      entrate.set(`${lane.partner}>${nodo.nome}/${lane.corsia}`, lane);
  for (const nodo of nodi) {
    for (const lane of await read(nodo, ({ coop }) => coop.listUscite())) {
      const key = `${nodo.nome}>${lane.partner}/${lane.corsia}`;
      const other = entrate.get(key);
      if (lane.cursore !== lane.contatore)
        dice("flusso-vuotato", `${key}: ${lane.cursore} di ${lane.contatore}`);
      if (other?.segno !== lane.contatore)
        dice("flusso-intero", `${key}: inviati ${lane.contatore}, ricevuti ${other?.segno}`);
      if (other?.testa !== lane.testa) dice("stessa-catena", key);
    }
    await checkTracce(nodo, dice);
  }
}

async function checkTracce(nodo: NodoSimulato, dice: Dice): Promise<void> {
  const { fermi, rifiuti, allarmi } = await read(nodo, async ({ coop }) => ({
    fermi: await coop.listFermi(),
    rifiuti: await coop.listRifiuti(10_000),
    allarmi: await coop.listAllarmi(10_000),
  }));
  for (const { tipo, errore } of fermi) dice("niente-fermo", `${nodo.nome} ${tipo}: ${errore}`);
  for (const { codice, tipo, partner } of rifiuti)
    if (IMPOSSIBILI.has(codice))
      dice("rifiuto-impossibile", `${nodo.nome} ${partner} ${tipo} ${codice}`);
  for (const { codice, partner, dettaglio } of allarmi)
    if (codice === "catena-interrotta") dice("catena", `${nodo.nome} ${partner} ${dettaglio}`);
}

/** Region, national register and Ministry say the same of every adesione; Gefo of those on a desk. */
async function checkStati(federazione: Federazione, dice: Dice): Promise<void> {
  const nazionali = await byId(federazione.cliclavoro, ({ adesioni }) => adesioni.all());
  const ministeriali = await byId(federazione.ministero, ({ adesioni }) => adesioni.all());
  const regionali = new Set<string>();
  for (const [regione, borsa] of federazione.borse) {
    const casi = new Map<string, string>();
    const gefo = federazione.gefi.get(regione);
    if (gefo !== undefined)
      for (const { adesioneId, caso } of await read(gefo, ({ casi }) => casi.all()))
        casi.set(adesioneId, caso.statoAdesione);
    for (const adesione of await read(borsa, ({ adesioni }) => adesioni.all())) {
      const { id, stato, inConferma, operatoreId } = adesione;
      regionali.add(id);
      const said = [nazionali.get(id)?.stato, ministeriali.get(id)?.stato];
      if (inConferma) dice("conferma-arrivata", id);
      if (said.some((one) => one !== stato))
        dice("stesso-stato", `${id}: regione ${stato}, registro ${said[0]}, ministero ${said[1]}`);
      if (operatoreId !== null && casi.get(id) !== stato)
        dice("stesso-stato-gefo", `${id}: regione ${stato}, gefo ${casi.get(id)}`);
    }
  }
  for (const { id, consegna } of nazionali.values()) {
    if (consegna === "in-attesa") dice("adesione-consegnata", id);
    if (consegna === "accolta" && !regionali.has(id)) dice("adesione-persa", id);
  }
}

async function byId<Stores extends CoopStores, Row extends { id: string }>(
  nodo: Pick<NodoSimulato<Stores>, "uow">,
  work: (stores: Stores) => Promise<readonly Row[]>,
): Promise<ReadonlyMap<string, Row>> {
  return new Map((await read(nodo, work)).map((row) => [row.id, row]));
}

/** Nobody is in the charge of two regions; nobody has two open adesioni in one. */
async function checkPrese({ borse, cliclavoro }: Federazione, dice: Dice): Promise<void> {
  const persone = new Map<string, string>();
  for (const [regione, borsa] of borse) {
    const digest = await byId(borsa, ({ giovani }) => giovani.all());
    const aperte = new Set<string>();
    for (const { giovaneId, stato } of await read(borsa, ({ adesioni }) => adesioni.all())) {
      if (!"APT".includes(stato)) continue;
      if (aperte.has(giovaneId)) dice("una-sola-aperta", `${regione} ${giovaneId}`);
      aperte.add(giovaneId);
      const key = digest.get(giovaneId)?.cfDigest ?? giovaneId;
      if (stato === "A") continue;
      if (persone.has(key))
        dice("una-sola-presa", `${regione} e ${persone.get(key)}: ${giovaneId}`);
      persone.set(key, regione);
    }
  }
  const perPersona = new Map<string, number>();
  for (const { personaId, stato } of await read(cliclavoro, ({ adesioni }) => adesioni.all()))
    if ("PT".includes(stato)) perPersona.set(personaId, (perPersona.get(personaId) ?? 0) + 1);
  for (const [persona, prese] of perPersona)
    if (prese > 1) dice("una-sola-presa-nazionale", persona);
}

/** Money is conserved, promised once, and every balance is the sum of its movements. */
async function checkDenaro(regione: CodiceRegione, gefo: Gefo, dice: Dice): Promise<void> {
  const conti = await read(gefo, (stores) => stores.saldi.all());
  const movimenti = await read(gefo, (stores) => stores.movimenti.all());
  const somme = new Map<string, number>();
  for (const { linea, conto, importoCents } of movimenti)
    somme.set(`${linea}|${conto}`, (somme.get(`${linea}|${conto}`) ?? 0) + importoCents);
  const saldo = (nome: string): number =>
    conti.reduce((sum, { conto, saldoCents }) => sum + (conto === nome ? saldoCents : 0), 0);
  if (conti.reduce((sum, { saldoCents }) => sum + saldoCents, 0) !== 0)
    dice("partita-doppia", regione);
  for (const { id, conto, saldoCents } of conti) {
    if (saldoCents !== (somme.get(id) ?? 0)) dice("saldo-dai-movimenti", `${regione} ${id}`);
    if (conto !== "stanziamento" && saldoCents < 0) dice("saldo-negativo", `${regione} ${conto}`);
  }
  const doti = (await read(gefo, (stores) => stores.casi.all())).flatMap(
    ({ caso }) => caso.dote ?? [],
  );
  const prenotato = doti
    .filter(({ stato }) => stato === "inviata")
    .reduce((sum, { valoreCents }) => sum + valoreCents, 0);
  if (prenotato !== saldo("prenotato"))
    dice("prenotato-dalle-doti", `${regione}: ${prenotato} e ${saldo("prenotato")}`);
  checkConti(regione, doti, saldo, dice);
  await checkPagamenti(regione, gefo, saldo, dice);
}

type Saldo = (conto: string) => number;

/** What the services say of themselves is what the ledger says of all. */
function checkConti(
  regione: CodiceRegione,
  doti: readonly NonNullable<Caso["dote"]>[],
  saldo: Saldo,
  dice: Dice,
): void {
  let [ammesso, pagato, recuperato] = [0, 0, 0];
  for (const { ammessoCents, conti = CONTI_VUOTI } of doti.flatMap(({ servizi }) => servizi)) {
    ammesso += (ammessoCents ?? 0) - conti.pagatoCents;
    pagato += conti.pagatoCents - conti.recuperatoCents;
    recuperato += conti.recuperatoCents;
  }
  for (const [conto, atteso] of Object.entries({ ammesso, pagato, recuperato }))
    if (atteso !== saldo(conto))
      dice(`${conto}-dai-servizi`, `${regione}: ${atteso} e ${saldo(conto)}`);
}

/** What the treasury paid is what was ordered, once; and each report is in one request that stands. */
async function checkPagamenti(
  regione: CodiceRegione,
  gefo: Gefo,
  saldo: Saldo,
  dice: Dice,
): Promise<void> {
  const { movimenti, richieste, voci } = await read(gefo, async (stores) => ({
    movimenti: await stores.movimentiTesoreria.all(),
    richieste: await stores.richiestePagamento.all(),
    voci: await stores.vociRichiesta.all(),
  }));
  const usciti = movimenti
    .filter(({ esito }) => esito === "pagato")
    .reduce((sum, { importoCents }) => sum + importoCents, 0);
  const pagati = saldo("pagato") + saldo("recuperato");
  if (usciti !== pagati) dice("pagato-dalla-tesoreria", `${regione}: ${usciti} e ${pagati}`);
  const vive = new Set(richieste.filter(({ stato }) => stato !== "respinta").map(({ id }) => id));
  const viste = new Set<string>();
  for (const { richiestaId, rendicontazioneId } of voci) {
    if (!vive.has(richiestaId)) continue;
    if (viste.has(rendicontazioneId)) dice("chiesta-due-volte", `${regione} ${rendicontazioneId}`);
    viste.add(rendicontazioneId);
  }
}

interface DaContare {
  readonly federazione: Federazione;
  readonly regione: CodiceRegione;
  readonly borsa: BorsaLavoro;
  readonly giorno: string;
}

const RAGGIUNTI: ReadonlySet<EsitoContatto> = new Set(["raggiunto", "colloquio"]);

/** The figures are what the rows say, at the region and at the Ministry, and arrive as they left. */
async function checkCifre(da: DaContare, dice: Dice): Promise<void> {
  const { federazione, regione, borsa, giorno } = da;
  const fatti = await read(borsa, (stores) => stores.fatti.all());
  const notoAt = borsa.now() as never;
  const cifre = conta(fatti, { giorno: giorno as never, notoAt, attesaDaysMax: 60 });
  const adesioni = await read(borsa, (stores) => stores.adesioni.all());
  const regionali = adesioni.filter(({ canale }) => canale === "regionale").length;
  if (cifre.adesioniCanaleRegionale.adesioni !== regionali)
    dice("D1", `${regione}: ${cifre.adesioniCanaleRegionale.adesioni} e ${regionali} righe`);
  const raggiunti = new Set(
    fatti.flatMap(({ fatto, persona }) =>
      fatto.tipo === "contatto" && RAGGIUNTI.has(fatto.esito) ? persona : [],
    ),
  );
  if (cifre.giovaniContattati.raggiunti !== raggiunti.size)
    dice("D2", `${regione}: ${cifre.giovaniContattati.raggiunti} e ${raggiunti.size}`);
  const persone = new Set(adesioni.map(({ giovaneId }) => giovaneId)).size;
  const { presiInCarico, nonPresiInCarico, politicheAttivate } = cifre;
  if (presiInCarico.persone + nonPresiInCarico.totale !== persone)
    dice("D3+D4", `${regione}: ${presiInCarico.persone}+${nonPresiInCarico.totale} e ${persone}`);
  const loro = await read(federazione.ministero, (stores) => stores.riscontri.of(regione, giorno));
  if (loro.presiInCarico !== presiInCarico.persone)
    dice("D3", `${regione}: ${presiInCarico.persone}, il ministero ${loro.presiInCarico}`);
  if (loro.politiche !== politicheAttivate.politiche)
    dice("D5", `${regione}: ${politicheAttivate.politiche}, il ministero ${loro.politiche}`);
  await checkIstantanee(da, dice);
}

async function checkIstantanee({ federazione, regione, borsa }: DaContare, dice: Dice) {
  const inviate = await read(borsa, (stores) => stores.istantanee.all());
  const arrivate = new Map(
    (await read(federazione.ministero, (stores) => stores.istantanee.by("regione", regione))).map(
      ({ id, corpo }) => [id, corpo.sha256],
    ),
  );
  for (const { giorno, edizione, corpo } of inviate)
    if (arrivate.get(`${regione}/${giorno}/${edizione}`) !== corpo.sha256)
      dice("cifre-arrivate", `${regione} ${giorno} edizione ${edizione}`);
}
