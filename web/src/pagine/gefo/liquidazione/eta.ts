import type { NonPagate } from "@staffetta/contracts";
import { FASCE_ETA, type FasciaEta, MISURE } from "@staffetta/domain";
import { barre } from "../../../parti/grafico.ts";
import { euro, giorno, type Html, html, NIENTE, numero } from "../../../parti/html.ts";
import { tavola } from "../../../parti/tavola.ts";
import type { Sito } from "../sito.ts";

const FASCE = Object.entries(FASCE_ETA) as [FasciaEta, { etichetta: string }][];

const sommaDi = ({ somme }: NonPagate, fascia: FasciaEta, operatoreId?: string): number =>
  somme
    .filter((una) => una.fascia === fascia)
    .filter((una) => operatoreId === undefined || una.operatoreId === operatoreId)
    .reduce((cents, { importoCents }) => cents + importoCents, 0);

const perFascia = (lette: NonPagate): Html =>
  barre(
    "Da quanto aspetta il denaro",
    FASCE.map(([fascia, { etichetta }]) => {
      const valore = sommaDi(lette, fascia);
      return { nome: etichetta, valore, testo: euro(valore) };
    }),
  );

function perOperatore(lette: NonPagate): Html {
  const operatori = new Map(
    lette.somme.map(({ operatoreId, operatore }) => [operatoreId, operatore]),
  );
  return tavola(
    "Per operatore e per età",
    ["Operatore", ...FASCE.map(([, { etichetta }]) => ({ testo: etichetta, numero: true }))],
    [...operatori].map(([id, nome]) => [
      nome,
      ...FASCE.map(([fascia]) => euro(sommaDi(lette, fascia, id))),
    ]),
    "Niente da pagare.",
  );
}

interface Porte {
  readonly rendicontazioni: boolean;
  readonly domande: boolean;
}

const righe = (lette: NonPagate, { rendicontazioni, domande }: Porte): Html =>
  tavola(
    "Che cosa aspetta, dal più vecchio",
    [
      ...["Presentata", "Operatore", "Misura", { testo: "Giorni", numero: true }],
      ...[{ testo: "Importo", numero: true }, "Dov'è adesso"],
    ],
    lette.righe.map((una) => [
      rendicontazioni
        ? html`<a href="/rendicontazioni/${una.rendicontazioneId}">${giorno(una.presentataOn)}<span class="visually-hidden">, ${una.operatore}</span></a>`
        : giorno(una.presentataOn),
      ...[una.operatore, MISURE[una.misura].etichetta, numero(una.giorni), euro(una.importoCents)],
      una.richiestaId === null || !domande
        ? una.dove
        : html`<a href="/liquidazione/${una.richiestaId}">${una.dove}</a>`,
    ]),
    "Niente aspetta un pagamento.",
  );

/** Every justification that nobody has paid yet, by how long it has been waiting. */
export function paginaEta(sito: Sito): void {
  sito.mostra("/non-pagate", ["addetto", "regione", "revisore"], async ({ nodo, soggetto }) => {
    const letta = await nodo.nonPagate({});
    if (!letta.ok) return letta.problema;
    const lette = letta.valore;
    // Who only watches the figures has no door to the single reports.
    const guarda = soggetto.ruolo === "regione" && soggetto.funzione === "monitoraggio";
    const porte = { rendicontazioni: soggetto.ruolo !== "addetto" && !guarda, domande: !guarda };
    return {
      titolo: "Che cosa aspetta un pagamento",
      corpo: html`<h1>Che cosa aspetta un pagamento</h1>
        <p>Ogni giustificativo presentato e non pagato, contando i giorni dalla presentazione: al ${giorno(lette.oggi)}.</p>
        ${perFascia(lette)}${soggetto.ruolo === "addetto" ? NIENTE : perOperatore(lette)}
        ${righe(lette, porte)}
        ${lette.altre ? html`<p>Ce ne sono altri: qui i più vecchi; le somme li contano tutti.</p>` : NIENTE}`,
    };
  });
}
