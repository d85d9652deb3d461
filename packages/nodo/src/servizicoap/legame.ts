import { servizicoap } from "@staffetta/contracts";
import {
  type ClientSoap,
  type Consegnato,
  type ContrattoPartner,
  type CoopStores,
  createClientSoap,
  type Esito,
  headAfter,
  type Legame,
  type NonConsegnato,
  perTratto,
  type RispostaClient,
} from "@staffetta/cooperation";
import { addDays, dayInRome, type Instant, instantInRome } from "@staffetta/domain";
import type { Clock, Random, UnitOfWork } from "@staffetta/platform";

type Operazione = servizicoap.NomeOperazione;

/** How a canonical message is said on the national wire. */
export interface ChiamataNazionale {
  readonly operazione: Operazione;
  readonly campi: readonly (readonly [string, string])[];
}
/** A question that comes before the message itself; its answer, field by field. */
export type Chiedi = (
  domanda: ChiamataNazionale,
) => Promise<Readonly<{ campo: (nome: string) => string; esito: Esito }> | NonConsegnato>;
/**
 * A call; an esito when nothing is to be called; a failure of a question, to try again. Null: the
 * national wire has no words for it, and the desk must see that the partner has not had it.
 */
export type DettoNazionale = ChiamataNazionale | Esito | NonConsegnato | null;
export type InParoleNazionali = (
  messaggio: Readonly<{ tipo: string; corpo: string; destinatario: string }>,
  chiedi: Chiedi,
) => Promise<DettoNazionale>;

/** Code of what this binding cannot carry. */
export const NON_PORTATO = "servizicoap.non-portato";

/** What a contract on this binding adds to the others; data. */
export interface ContrattoSoap {
  readonly credenziali?: Readonly<{ nome: string; password: string }>;
  /** Operation → its own address; the partner's one for the others. */
  readonly indirizzi?: Readonly<Record<string, string>>;
  /** Anomaly codes after which the same message is sent again; every other refusal is final. */
  readonly daRiprovare?: readonly string[];
  readonly tls?: Readonly<{ cert: string; key: string; ca?: string }>;
  readonly firma?: (xml: string, per: string) => string;
}

export interface PorteLegame {
  readonly clock: Clock;
  readonly random: Random;
  readonly uow: UnitOfWork<CoopStores>;
  readonly inParole: InParoleNazionali;
  readonly contrattoDi: (partner: string) => ContrattoSoap;
  readonly attesaMs?: number;
}

/** The name of this binding in a contract. */
export const LEGAME_SERVIZICOAP = "servizicoap";

/** Messages one at a time, each as the operation that the national services have for it. */
export function legameServizicoap(porte: PorteLegame): Legame & { close(): Promise<void> } {
  const clients = new Map<string, ClientSoap>();
  const clientDi = ({ nome, indirizzo }: ContrattoPartner): ClientSoap => {
    const known = clients.get(nome);
    if (known !== undefined) return known;
    const { credenziali, indirizzi = {}, tls, firma } = porte.contrattoDi(nome);
    const made = createClientSoap({
      ns: servizicoap.NS_TYPES,
      indirizzi: { "*": indirizzo, ...indirizzi },
      ...(credenziali === undefined ? {} : { credenziali }),
      ...(tls === undefined ? {} : { tls }),
      ...(firma === undefined ? {} : { firma }),
      ...(porte.attesaMs === undefined ? {} : { attesaMs: porte.attesaMs }),
    });
    clients.set(nome, made);
    return made;
  };
  const chiama = async (
    contratto: ContrattoPartner,
    { operazione, campi }: ChiamataNazionale,
  ): Promise<Ascoltata | NonConsegnato> => {
    const destinatario = contratto.nome;
    const chiave = `${destinatario} ${operazione}`;
    const fino = await porte.uow.transaction(({ coop }) => coop.scambi.fermaFino(chiave));
    const fermo = attesa(fino, porte.clock.now());
    if (fermo !== null) return fermo;
    const risposta = await clientDi(contratto).chiama(operazione, campi);
    const letta = giudica(operazione, risposta, porte.contrattoDi(destinatario));
    await conserva(porte, { destinatario, risposta, letta });
    if (letta.tipo === "esito") return { risposta, esito: letta.esito };
    if (letta.tipo === "riprova") return letta;
    const riapreAt = prossimoPeriodo(porte.clock.now());
    await porte.uow.transaction(({ coop }) => coop.scambi.ferma(chiave, riapreAt));
    return attesa(riapreAt, porte.clock.now()) ?? NON_ORA;
  };
  return {
    ...perTratto(async (contratto, tratto) => {
      const [messaggio] = tratto.messaggi;
      if (messaggio === undefined) throw new Error("un tratto vuoto non si consegna");
      const preso = (esito: Esito, prova: string): Consegnato => ({
        fino: messaggio.progressivo,
        testa: headAfter({ ...tratto, messaggi: [messaggio] }),
        esiti: new Map(esito.esito === "applicato" ? [] : [[messaggio.progressivo, esito]]),
        prova: { corpo: prova, intestazioni: {} },
      });
      const chiedi: Chiedi = async (domanda) => {
        const detta = await chiama(contratto, domanda);
        if (!("risposta" in detta)) return detta;
        return { esito: detta.esito, campo: (nome) => campoDi(detta.risposta, nome) };
      };
      const detto = await porte.inParole({ ...messaggio, destinatario: contratto.nome }, chiedi);
      if (detto === null) return preso(nonPortato(messaggio.tipo), "");
      if ("esito" in detto) return preso(detto, "");
      if ("codice" in detto) return detto;
      const detta = await chiama(contratto, detto);
      return "risposta" in detta ? preso(detta.esito, corpoOf(detta.risposta)) : detta;
    }),
    close: async () => {
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}

interface Ascoltata {
  readonly risposta: RispostaClient;
  readonly esito: Esito;
}

const nonPortato = (tipo: string): Esito => ({
  ...{ esito: "rifiutato", codice: NON_PORTATO, fatti: { tipo } },
});
const campoDi = (risposta: RispostaClient, nome: string): string =>
  risposta.ok ? (risposta.radice.children.find(({ name }) => name === nome)?.text ?? "") : "";
/** The lane whose first message needs that operation waits; the others of the partner go on. */
const NON_ORA: NonConsegnato = {
  ...{ codice: "X001", dettaglio: "Limite di chiamate superato.", soloCorsia: true },
};

/** X001: nobody calls that operation again before the next period. */
function attesa(riapreAt: string | null, adesso: string): NonConsegnato | null {
  if (riapreAt === null || riapreAt <= adesso) return null;
  return { ...NON_ORA, retryAfterMs: Date.parse(riapreAt) - Date.parse(adesso) };
}

/** The limits of the national services are by day. */
const prossimoPeriodo = (adesso: string): string =>
  instantInRome(addDays(dayInRome(adesso as Instant), 1), "00:00");

type Letta =
  | Readonly<{ tipo: "esito"; esito: Esito; codici: readonly string[] }>
  | Readonly<{ tipo: "limite"; codici: readonly string[] }>
  | (NonConsegnato & Readonly<{ tipo: "riprova"; codici: readonly string[] }>);

const CODICE = /<CodiceAnomalia>([^<]*)</g;

/** What the answer means for the message: done, refused for good, or to be said again. */
function giudica(
  operazione: Operazione,
  risposta: RispostaClient,
  { daRiprovare = [] }: ContrattoSoap,
): Letta {
  if (!risposta.ok) {
    const { codice, dettaglio } = risposta;
    return { tipo: "riprova", codice, dettaglio, codici: [] };
  }
  const campo = (nome: string): string => campoDi(risposta, nome);
  const messaggio = campo("MessaggioErrore");
  const codici = [...messaggio.matchAll(CODICE)].map(([, codice = ""]) => codice);
  // Where there is no Esito the limit is said in the field of the answer.
  if (risposta.radice.children.some(({ text }) => text.startsWith("X001")))
    return { tipo: "limite", codici: ["X001"] };
  if (!servizicoap.conEsito(operazione))
    return { tipo: "esito", esito: { esito: "applicato" }, codici };
  // P000 after an answer that was lost: the partner has it already.
  if (campo("Esito") === "OK" || codici.includes("P000"))
    return { tipo: "esito", esito: { esito: "applicato" }, codici };
  if (codici.some((codice) => daRiprovare.includes(codice)))
    return { tipo: "riprova", codice: codici.join(), dettaglio: messaggio.slice(0, 400), codici };
  const fatti = { messaggio: messaggio.slice(0, 2_000), codici };
  return { tipo: "esito", esito: { esito: "rifiutato", codice: "servizicoap.ko", fatti }, codici };
}

const corpoOf = ({ scambio }: RispostaClient): string =>
  Buffer.from(scambio.risposta).toString("utf8");

async function conserva(
  { clock, random, uow }: PorteLegame,
  {
    destinatario,
    risposta,
    letta,
  }: Readonly<{ destinatario: string; risposta: RispostaClient; letta: Letta }>,
): Promise<void> {
  const { scambio } = risposta;
  const id = random.uuid();
  const esito = letta.tipo === "esito" ? (letta.esito.esito === "applicato" ? "OK" : "KO") : null;
  await uow.transaction(async ({ coop }) => {
    const richiesta = Buffer.from(scambio.richiesta);
    await coop.scambi.apri({
      id,
      at: clock.now(),
      verso: "uscita",
      controparte: destinatario,
      richiesta,
    });
    await coop.scambi.chiudi(id, {
      ...{ operazione: scambio.operazione, controparte: destinatario, regione: "", durataMs: 0 },
      esito: esito ?? (letta.tipo === "limite" ? "X001" : "FAULT"),
      ...{ stato: scambio.stato, codici: letta.codici, risposta: scambio.risposta },
    });
  });
}
