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
/** Null: the national wire has no words for it, and the partner does without. */
export type InParoleNazionali = (
  messaggio: Readonly<{ tipo: string; corpo: string; destinatario: string }>,
) => Promise<ChiamataNazionale | null>;

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
  /** Operations that have said X001, until their next period. */
  const aperti = new Map<string, string>();
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
      const destinatario = contratto.nome;
      const chiamata = await porte.inParole({ ...messaggio, destinatario });
      if (chiamata === null) return preso({ esito: "applicato" }, NON_PREVISTO);
      const chiave = `${destinatario} ${chiamata.operazione}`;
      const fermo = attesa(aperti.get(chiave), porte.clock.now());
      if (fermo !== null) return fermo;
      const risposta = await clientDi(contratto).chiama(chiamata.operazione, chiamata.campi);
      const letta = giudica(risposta, porte.contrattoDi(destinatario));
      await conserva(porte, { destinatario, risposta, letta });
      if (letta.tipo === "limite") {
        const riapreAt = prossimoPeriodo(porte.clock.now());
        aperti.set(chiave, riapreAt);
        return attesa(riapreAt, porte.clock.now()) ?? NON_ORA;
      }
      return letta.tipo === "riprova" ? letta : preso(letta.esito, corpoOf(risposta));
    }),
    close: async () => {
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}

const NON_PREVISTO = "Il filo nazionale non ha parole per questo messaggio.";
const NON_ORA: NonConsegnato = { codice: "X001", dettaglio: "Limite di chiamate superato." };

/** X001: nobody calls that operation again before the next period. */
function attesa(riapreAt: string | undefined, adesso: string): NonConsegnato | null {
  if (riapreAt === undefined || riapreAt <= adesso) return null;
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
function giudica(risposta: RispostaClient, { daRiprovare = [] }: ContrattoSoap): Letta {
  if (!risposta.ok) {
    const { codice, dettaglio } = risposta;
    return { tipo: "riprova", codice, dettaglio, codici: [] };
  }
  const campo = (nome: string): string =>
    risposta.radice.children.find(({ name }) => name === nome)?.text ?? "";
  const messaggio = campo("MessaggioErrore");
  const codici = [...messaggio.matchAll(CODICE)].map(([, codice = ""]) => codice);
  if (campo("Esito") === "X001" || messaggio.startsWith("X001"))
    return { tipo: "limite", codici: ["X001"] };
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
