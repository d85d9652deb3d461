import { decodeRicevuta, encodeLotto, followCatena, TIPO_LOTTO } from "./lotto.ts";
import type {
  Consegnato,
  CooperazionePorts,
  Legame,
  NonConsegnato,
  RispostaFirmata,
} from "./ports.ts";
import type { Lotto } from "./store.ts";

/** The name in a contract of the binding that every partner of ours speaks. */
export const LEGAME_NATIVO = "nativo";

type Ports = Pick<CooperazionePorts<never>, "nodo" | "firma" | "trasporto">;

const rifiutata = (codice: string, dettaglio: string): NonConsegnato => ({
  codice,
  dettaglio: dettaglio.slice(0, 400),
});

/** One signed batch, one signed receipt; the receipt covers the whole batch. */
export const legameNativo = ({ nodo, firma, trasporto }: Ports): Legame => ({
  consegna: async (contratto, { corsia: lane, messaggi }) => {
    const { corsia, testa: testaPrima, cursore } = lane;
    const fino = cursore + messaggi.length;
    const chi = { mittente: nodo, destinatario: contratto.nome, corsia };
    const body = encodeLotto({ v: 1, ...chi, da: cursore + 1, fino, testaPrima }, messaggi);
    const headers = { ...(await firma.firma(body, contratto.nome)), "content-type": TIPO_LOTTO };
    let risposta: RispostaFirmata;
    try {
      risposta = await trasporto.invia(contratto, { ...chi, headers, body });
    } catch (error) {
      return rifiutata(IRRAGGIUNGIBILE, String(error));
    }
    if (risposta.status !== 200) return rifiutata(`risposta-${risposta.status}`, risposta.body);
    const esito = await firma.verifica(risposta.body, risposta.headers, contratto.nome);
    if (!esito.ok) return rifiutata(`ricevuta-${esito.codice}`, esito.dettaglio);
    return checkRicevuta(risposta, { corsia, fino, testa: headAfter({ corsia: lane, messaggi }) });
  },
});

/** No answer: what became of the batch is unknown until the next attempt. */
export const IRRAGGIUNGIBILE = "partner-irraggiungibile";

/** The head of the lane once these messages are delivered. */
export const headAfter = ({ corsia, messaggi }: Pick<Lotto, "corsia" | "messaggi">): string =>
  followCatena(corsia.testa, messaggi).teste.at(-1) ?? corsia.testa;

function checkRicevuta(
  { body, headers }: RispostaFirmata,
  atteso: Pick<Consegnato, "fino" | "testa"> & { readonly corsia: number },
): Consegnato | NonConsegnato {
  const { corsia, fino, testa } = atteso;
  const ricevuta = decodeRicevuta(body);
  if (ricevuta?.fino !== fino || ricevuta.corsia !== corsia || ricevuta.testa !== testa)
    return rifiutata("ricevuta-non-combacia", body);
  return {
    ...{ fino, testa, esiti: new Map(ricevuta.esiti) },
    prova: { corpo: body, intestazioni: headers },
  };
}
