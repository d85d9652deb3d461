import { followCatena } from "./catena.ts";
import { decodeRicevuta, encodeLotto, type RicevutaTratto, TIPO_LOTTO } from "./lotto.ts";
import type {
  Consegnato,
  ContrattoPartner,
  CooperazionePorts,
  EsitoConsegna,
  Legame,
  NonConsegnato,
  RispostaFirmata,
} from "./ports.ts";
import type { Tratto } from "./store.ts";

/** The name in a contract of the binding that every partner of ours speaks. */
export const LEGAME_NATIVO = "nativo";

/** No answer: what became of the batch is unknown until the next attempt. */
export const IRRAGGIUNGIBILE = "partner-irraggiungibile";

type Ports = Pick<CooperazionePorts<never>, "nodo" | "firma" | "trasporto">;

const nonConsegnato = (codice: string, dettaglio: string): NonConsegnato => ({
  codice,
  dettaglio: dettaglio.slice(0, 400),
});

/** The head of a lane once these messages are delivered. */
export const headAfter = ({ corsia, messaggi }: Tratto): string =>
  followCatena(corsia.testa, messaggi).teste.at(-1) ?? corsia.testa;

/** One signed lotto with the tratti of several lanes, one signed receipt. */
export const legameNativo = ({ nodo, firma, trasporto }: Ports): Legame => ({
  consegna: async (contratto, tratti) => {
    const chi = { mittente: nodo, destinatario: contratto.nome };
    const body = encodeLotto(
      {
        ...{ v: 1, ...chi },
        tratti: tratti.map(({ corsia: { corsia, cursore, testa }, messaggi }) => ({
          ...{ corsia, da: cursore + 1, fino: cursore + messaggi.length, testaPrima: testa },
        })),
      },
      tratti.flatMap(({ messaggi }) => messaggi),
    );
    const headers = { ...(await firma.firma(body, contratto.nome)), "content-type": TIPO_LOTTO };
    let risposta: RispostaFirmata;
    try {
      risposta = await trasporto.invia(contratto, { ...chi, headers, body });
    } catch (error) {
      return nonConsegnato(IRRAGGIUNGIBILE, String(error));
    }
    if (risposta.status !== 200) return nonConsegnato(`risposta-${risposta.status}`, risposta.body);
    const esito = await firma.verifica(risposta.body, risposta.headers, contratto.nome);
    if (!esito.ok) return nonConsegnato(`ricevuta-${esito.codice}`, esito.dettaglio);
    return readRicevuta(risposta, tratti);
  },
});

function readRicevuta(
  { body: corpo, headers: intestazioni }: RispostaFirmata,
  tratti: readonly Tratto[],
): EsitoConsegna {
  const ricevuta = decodeRicevuta(corpo);
  if (ricevuta?.tratti.length !== tratti.length)
    return nonConsegnato("ricevuta-non-combacia", corpo);
  const prova = { corpo, intestazioni };
  return tratti.map((tratto, i) => readTratto(tratto, ricevuta.tratti[i], prova));
}

function readTratto(
  tratto: Tratto,
  detto: RicevutaTratto | undefined,
  prova: Consegnato["prova"],
): Consegnato | NonConsegnato {
  const { corsia, cursore } = tratto.corsia;
  const fino = cursore + tratto.messaggi.length;
  const testa = headAfter(tratto);
  if (detto !== undefined && "codice" in detto && detto.corsia === corsia)
    return nonConsegnato(`ricevuta-${detto.codice}`, JSON.stringify(detto.fatti));
  if (detto === undefined || "codice" in detto || detto.corsia !== corsia)
    return nonConsegnato("ricevuta-non-combacia", prova.corpo);
  if (detto.fino !== fino || detto.testa !== testa)
    return nonConsegnato("ricevuta-non-combacia", prova.corpo);
  return { fino, testa, esiti: new Map(detto.esiti), prova };
}

/** The partner as a whole is not to be called now, whatever the lane. */
const isDelPartner = ({ codice, retryAfterMs, soloCorsia = false }: NonConsegnato): boolean =>
  codice === IRRAGGIUNGIBILE || (retryAfterMs !== undefined && !soloCorsia);

/**
 * For a partner that knows no lotti: each tratto by itself, one after the other. A failure is of its lane
 * alone, unless nobody answers or a pause is asked for: then the rest is not tried.
 */
export const perTratto = (
  consegnaUno: (contratto: ContrattoPartner, tratto: Tratto) => Promise<Consegnato | NonConsegnato>,
): Legame => ({
  consegna: async (contratto, tratti) => {
    const esiti: (Consegnato | NonConsegnato)[] = [];
    let stop: NonConsegnato | null = null;
    for (const tratto of tratti) {
      const esito: Consegnato | NonConsegnato = stop ?? (await consegnaUno(contratto, tratto));
      if ("codice" in esito && isDelPartner(esito)) stop = esito;
      esiti.push(esito);
    }
    return stop !== null && esiti.every((esito) => "codice" in esito) ? stop : esiti;
  },
});
