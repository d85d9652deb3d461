import { type Allegato, centsDi, type Rendicontazione } from "@staffetta/contracts";
import { MISURE, MOTIVI_TAGLIO, TIPI_RENDICONTO } from "@staffetta/domain";
import { type Compilato, nascosto, scelta } from "../../parti/campi.ts";
import {
  durata,
  euro,
  giorno,
  type Html,
  html,
  istante,
  NIENTE,
  plurale,
} from "../../parti/html.ts";
import { cella, cellaScelta, type Scritte, scritteDi, sullaSuaRiga } from "../../parti/righe.ts";
import { coppie, tavola } from "../../parti/tavola.ts";
import { tavolaAllegati, tavolaVoci } from "./conto.ts";
import { spunte } from "./liquidazione/moduli.ts";
import { haUfficio } from "./liquidazione/parole.ts";
import { opzioni } from "./modulo.ts";
import type { Sito, Vista } from "./sito.ts";

function tagli({ voci }: Rendicontazione, compilato: Compilato): Html {
  return tavola(
    "Righe, con quello che non si ammette",
    ["Giorno", "Ore", { testo: "Chiesto", numero: true }, "Taglio in euro", "Motivo", "Nota"],
    voci.map((voce, i) => {
      const nome = (campo: string): string => `tagli.${i}.${campo}`;
      const quale = `riga ${i + 1}, ${giorno(voce.giorno)}`;
      return [
        html`${giorno(voce.giorno)}${nascosto(nome("riferimento"), voce.riferimento)}`,
        voce.minuti === 0 ? `contratto ${voce.riferimento.slice(0, 8)}` : durata(voce.minuti),
        euro(voce.importoCents),
        cella(compilato, {
          ...{ nome: nome("euro"), campo: nome("importoCents"), tipo: "decimal" },
          etichetta: `Taglio in euro, ${quale}`,
        }),
        cellaScelta(
          compilato,
          { nome: nome("motivo"), etichetta: `Motivo del taglio, ${quale}` },
          opzioni(MOTIVI_TAGLIO),
        ),
        cella(compilato, { nome: nome("nota"), etichetta: `Nota sul taglio, ${quale}` }),
      ];
    }),
    "Nessuna riga: non è stato chiesto niente.",
  );
}

/** Under a check, on which file it was made; where there are no files there is nothing to choose. */
const documentoDi =
  (allegati: readonly Allegato[], c: Compilato) =>
  (codice: string, parole: string): Html =>
    allegati.length === 0
      ? NIENTE
      : scelta(
          c,
          {
            ...{ nome: `prove.${codice}`, vuota: "Nessun documento", facoltativo: true },
            etichetta: html`Su quale documento<span class="visually-hidden">: ${parole}</span>`,
          },
          allegati.map(({ allegatoId, titolo }) => ({ valore: allegatoId, testo: titolo })),
        );

interface DaVerificare {
  readonly una: Rendicontazione;
  readonly allegati: readonly Allegato[];
  readonly compilato: Compilato;
  readonly chiave: string;
}

const verifica = ({ una, allegati, compilato, chiave }: DaVerificare): Html => html`
  <form method="post" action="/rendicontazioni/${una.rendicontazioneId}" novalidate>
    ${nascosto("chiave", chiave)}
    ${tagli(una, compilato)}
    <p class="sommesso">Lascia vuoto il taglio di ciò che va bene. L'operatore legge il motivo di ogni taglio, e può ripresentarlo una volta con un documento nuovo. Un controllo che non torna proprio per una riga che tagli (una firma, una prova, un altro finanziamento) resta senza spunta.</p>
    ${spunte(una.controlli, compilato, documentoDi(allegati, compilato))}
    <button class="bottone" type="submit">Ammetti la rendicontazione</button></form>`;

const fatti = ({ controlliFatti }: Rendicontazione): Html =>
  tavola(
    "Controlli fatti",
    ["Controllo", "Su quale documento"],
    controlliFatti.map(({ parole, documento }) => [
      parole,
      documento === null
        ? "—"
        : html`<a href="/allegati/${documento.allegatoId}">${documento.titolo}<span class="visually-hidden">, per: ${parole}</span></a>`,
    ]),
    "I controlli non sono stati scritti.",
  );

/** From the form to the contract: the ticks, and the cuts that are cuts. */
function inputOf(input: Record<string, unknown>, { righe }: Scritte): Record<string, unknown> {
  const spuntati = Object.keys((input["controllo"] ?? {}) as Record<string, string>);
  const tagli = righe.map(({ euro: importo, ...riga }) => ({
    ...{ ...riga, importoCents: centsDi(importo) },
  }));
  const scelti = Object.entries((input["prove"] ?? {}) as Record<string, string>);
  const prove = scelti
    .filter(([, allegatoId]) => allegatoId !== "")
    .map(([controllo, allegatoId]) => ({ controllo, allegatoId }));
  return { chiave: input["chiave"], controlli: spuntati, prove, tagli };
}

/** What waits for the verification of the Region. */
export function pagineRendicontazione(sito: Sito): void {
  sito.mostra("/rendicontazioni", ["regione"], async ({ nodo }) => {
    const lette = await nodo.rendicontazioni({});
    if (!lette.ok) return lette.problema;
    const { righe } = lette.valore;
    return {
      titolo: "Rendicontazioni",
      corpo: html`<h1>Rendicontazioni da verificare</h1>
        <p>${plurale(righe.length, "rendicontazione aspetta", "rendicontazioni aspettano")}; la prima è la più vecchia. Un operatore pagato tardi è un servizio in meno.</p>
        ${tavola(
          "Da verificare",
          [
            "Operatore",
            "Misura",
            "Tipo",
            "Presentata",
            { testo: "Attesa in giorni", numero: true },
            "Ore",
            { testo: "Chiesto", numero: true },
          ],
          righe.map((riga) => [
            html`<a href="/rendicontazioni/${riga.rendicontazioneId}">${riga.operatore}<span class="visually-hidden">, presentata il ${istante(riga.presentataAt)}</span></a>`,
            ...[
              MISURE[riga.misura].etichetta,
              TIPI_RENDICONTO[riga.tipo],
              istante(riga.presentataAt),
            ],
            String(riga.attesaDays),
            riga.minuti === 0 ? "a risultato" : durata(riga.minuti),
            euro(riga.richiestoCents),
          ]),
          "Niente da verificare.",
        )}`,
    };
  });
  const vista: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const letta = await nodo.rendicontazione({ rendicontazioneId: c.req.param("id") });
    if (!letta.ok) return letta.problema;
    const una = letta.valore;
    const allegati = await nodo.allegati({ adesioneId: una.adesioneId });
    if (!allegati.ok) return allegati.problema;
    const suoi = allegati.valore.allegati.filter(({ servizioId }) => servizioId === una.servizioId);
    return {
      titolo: "Una rendicontazione",
      corpo: html`${haUfficio(soggetto, "istruttoria") ? html`<p><a href="/rendicontazioni">Rendicontazioni da verificare</a></p>` : NIENTE}
        <h1>${MISURE[una.misura].etichetta}: rendicontazione ${TIPI_RENDICONTO[una.tipo]}</h1>
        <section class="scheda">${coppie([
          ["Operatore", una.operatore],
          ["Presentata", `${istante(una.presentataAt)}, da ${una.presentataDa}`],
          ["Chiesto", euro(una.richiestoCents)],
          ["Ore", una.minuti === 0 ? "a risultato" : durata(una.minuti)],
          [
            "Esito",
            una.stato === "presentata"
              ? "da verificare"
              : `ammessi ${euro(una.ammessoCents ?? 0)}, da ${una.verificataDa}`,
          ],
        ])}</section>
        ${tavolaAllegati("Documenti", suoi)}
        ${una.stato === "presentata" && haUfficio(soggetto, "istruttoria") ? verifica({ una, allegati: suoi, compilato, chiave: sito.porta.nuovaChiave() }) : html`${tavolaVoci(una)}${fatti(una)}`}`,
    };
  };
  sito.mostra("/rendicontazioni/:id", ["regione", "revisore"], vista);
  sito.invia(
    "/rendicontazioni/:id",
    ["regione"],
    async ({ c, nodo }, input) => {
      const rendicontazioneId = c.req.param("id");
      const scritte = scritteDi(input["tagli"], "euro", "motivo");
      const corpo = { ...inputOf(input, scritte), rendicontazioneId };
      const esito = sullaSuaRiga(await nodo.verificaRendicontazione(corpo), "tagli", scritte);
      const avviso = "Rendicontazione verificata.";
      return esito.ok ? { ok: true, valore: { vai: "/rendicontazioni", avviso } } : esito;
    },
    vista,
  );
}
