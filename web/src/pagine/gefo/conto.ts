import {
  type Allegato,
  ammette,
  type OperazioniGefo,
  type Rendicontazione,
} from "@staffetta/contracts";
import { MISURE, MOTIVI_TAGLIO, TIPI_ALLEGATO, TIPI_RENDICONTO } from "@staffetta/domain";
import type { z } from "zod";
import { type Compilato, nascosto, testo, VUOTO } from "../../parti/campi.ts";
import {
  durata,
  euro,
  giorno,
  type Html,
  html,
  istante,
  NIENTE,
  numero,
} from "../../parti/html.ts";
import { tavola } from "../../parti/tavola.ts";
import type { Sito, Vista } from "./sito.ts";

const KB = 1024;

export const tavolaAllegati = (titolo: string, allegati: readonly Allegato[]): Html =>
  tavola(
    titolo,
    ["Documento", "Tipo", { testo: "KB", numero: true }, "Caricato", "Da"],
    allegati.map((uno) => [
      html`<a href="/allegati/${uno.allegatoId}">${uno.titolo}<span class="visually-hidden">: ${uno.nome}</span></a>`,
      ...[TIPI_ALLEGATO[uno.tipo].etichetta, numero(Math.ceil(uno.byteLength / KB))],
      ...[istante(uno.caricatoAt), uno.caricatoDa],
    ]),
    "Nessun documento.",
  );

export const tavolaVoci = ({ voci, tipo }: Rendicontazione): Html =>
  tavola(
    `Righe della rendicontazione ${TIPI_RENDICONTO[tipo]}`,
    [
      "Giorno",
      "Ore",
      { testo: "Chiesto", numero: true },
      { testo: "Taglio", numero: true },
      "Motivo",
    ],
    voci.map((voce) => [
      ...[giorno(voce.giorno), voce.minuti === 0 ? "contratto" : durata(voce.minuti)],
      ...[euro(voce.importoCents), voce.taglioCents === 0 ? "—" : euro(voce.taglioCents)],
      voce.motivoTaglio === null
        ? "—"
        : `${MOTIVI_TAGLIO[voce.motivoTaglio]}${voce.notaTaglio === "" ? "" : `: ${voce.notaTaglio}`}`,
    ]),
    "Nessuna riga: non c'era niente da pagare.",
  );

const esitoDi = ({ stato, ammessoCents, pagataOn }: Rendicontazione): string => {
  if (stato === "presentata") return "in verifica alla Regione";
  const ammesso = `ammessi ${euro(ammessoCents ?? 0)}`;
  return pagataOn === null ? ammesso : `${ammesso}, pagati il ${giorno(pagataOn)}`;
};

const unaRendicontazione = (una: Rendicontazione): Html => html`<section class="scheda">
  <h3>Rendicontazione ${TIPI_RENDICONTO[una.tipo]} del ${istante(una.presentataAt)}</h3>
  <p>Chiesti ${euro(una.richiestoCents)}${una.minuti === 0 ? "" : ` per ${durata(una.minuti)}`}; ${esitoDi(una)}.</p>
  <details><summary>Riga per riga</summary>${tavolaVoci(una)}</details></section>`;

interface Pagina {
  readonly servizioId: string;
  readonly adesioneId: string;
  readonly compilato: Compilato;
  readonly chiave: () => string;
  /** Whether who looks may present a report. */
  readonly presenta: boolean;
}

function carica({ servizioId, adesioneId, compilato, chiave }: Pagina): Html {
  const mine = compilato.valori["azione"] === "caricaAllegato" ? compilato : VUOTO;
  const errore = mine.problema?.errori?.find(({ campo }) => campo.startsWith("file"))?.messaggio;
  return html`<form method="post" enctype="multipart/form-data" action="/servizi/${servizioId}/conto" novalidate>
    ${nascosto("azione", "caricaAllegato")}${nascosto("chiave", chiave())}${nascosto("adesioneId", adesioneId)}
    ${testo(mine, { nome: "titolo", etichetta: "Che documento è" })}
    <div class="campo"><label for="campo-file">File</label>
      <span class="aiuto" id="campo-file-aiuto">PDF, immagine o documento firmato (p7m), al massimo 5 MB.</span>
      <input id="campo-file" name="file" type="file" aria-describedby="campo-file-aiuto" ${errore === undefined ? "" : html`aria-invalid="true"`}>
      ${errore === undefined ? NIENTE : html`<span class="errore" id="campo-file-errore">${errore}</span>`}</div>
    <button class="bottone piano" type="submit">Carica il documento</button></form>`;
}

type Porta = Readonly<{ tipo: string; scritta: string; perche: string | null }>;

const presenta = ({ servizioId, chiave }: Pagina, { tipo, scritta, perche }: Porta): Html =>
  perche !== null
    ? html`<p class="sommesso">«${scritta}»: ${perche}</p>`
    : html`
  <form method="post" action="/servizi/${servizioId}/conto">
    ${nascosto("azione", "rendiconta")}${nascosto("chiave", chiave())}${nascosto("tipo", tipo)}
    <button class="bottone" type="submit">${scritta}</button></form>`;

const DEL_LEGALE = "non è fra i tuoi compiti, la presenta il rappresentante legale.";
const IN_VERIFICA =
  "non adesso, la Regione sta verificando quella presentata. Aspetta l'esito, poi presenta la prossima.";
const NIENTE_DI_NUOVO =
  "non adesso, nel registro non ci sono altre ore con tutte e due le firme. Scrivile e falle firmare.";

/** Why nothing can be presented now; null = it can. Said before pressing, as on every closed door. */
function chiusa({ presenta: sua }: Pagina, { rendicontazioni }: Conti): string | null {
  if (!sua) return DEL_LEGALE;
  return rendicontazioni.some(({ stato }) => stato === "presentata") ? IN_VERIFICA : null;
}

const BOTTONI: Readonly<Record<string, readonly [tipo: string, scritta: string]>> = {
  iniziato: ["parziale", "Presenta una rendicontazione parziale"],
  "finito, da rendicontare": ["finale", "Presenta la rendicontazione finale"],
};

const AVVISI: Readonly<Record<string, string>> = {
  caricaAllegato: "Documento caricato.",
  rendiconta: "Rendicontazione presentata: la verifica la Regione.",
};

type Registro = z.output<OperazioniGefo["registro"]["uscita"]>;

/** Whoever delivers for another brings its own evidence; the money is of who has the case. */
function soloProve(
  pagina: Pagina,
  { etichetta, stato }: Registro,
  suoi: readonly Allegato[],
): Html {
  return html`<p><a href="/affidati">Servizi che eroghi per altri</a></p>
    <h1>Prove: ${etichetta}</h1>
    <p>Il servizio è <strong>${stato}</strong>. Il conto lo presenta l'operatore del caso, con i documenti che carichi qui.</p>
    <h2>Documenti</h2>${tavolaAllegati("Documenti di questo servizio", suoi)}${carica(pagina)}`;
}

function provaEConti(
  pagina: Pagina,
  { etichetta, stato, misura, minutiFirmati, minutiRendicontati }: Registro,
  suoi: readonly Allegato[],
  conti: Conti,
): Html {
  const { rendicontazioni, ripresentabileCents, ripresentabileEntro } = conti;
  const { servizioId, adesioneId } = pagina;
  const [tipo = "", scritta = ""] = BOTTONI[stato] ?? [];
  const parziale = tipo === "parziale" && MISURE[misura].unita !== "ora";
  const perche = chiusa(pagina, conti);
  const finite = tipo === "parziale" && minutiFirmati <= minutiRendicontati;
  const ancora = ripresentabileEntro !== null && ripresentabileCents > 0;
  return html`<p><a href="/casi/${adesioneId}">Torna al caso</a></p>
    <h1>Prove e rendicontazioni: ${etichetta}</h1>
    <p>Il servizio è <strong>${stato}</strong>. ${
      MISURE[misura].unita === "ora"
        ? html`Si pagano le ore del <a href="/servizi/${servizioId}/registro">registro</a> con tutte e due le firme.`
        : "Si paga il risultato, quando la comunicazione obbligatoria del contratto lo prova."
    }</p>
    ${misura === "5" ? html`<p><a href="/servizi/${servizioId}/indennita">Indennità del tirocinio</a></p>` : NIENTE}
    ${
      ancora
        ? html`<div class="avviso attento"><p>La Regione ha tagliato ${euro(ripresentabileCents)}. Fino al ${giorno(ripresentabileEntro)} puoi ripresentarli una volta sola, con un documento nuovo.</p></div>
          ${presenta(pagina, { tipo: "ripresentazione", scritta: "Ripresenta quanto tagliato", perche })}`
        : NIENTE
    }
    ${scritta === "" || parziale ? NIENTE : presenta(pagina, { tipo, scritta, perche: perche ?? (finite ? NIENTE_DI_NUOVO : null) })}
    <h2>Documenti</h2>${tavolaAllegati("Documenti di questo servizio", suoi)}${carica(pagina)}
    <h2>Rendicontazioni</h2>
    ${rendicontazioni.length === 0 ? html`<p>Ancora nessuna.</p>` : rendicontazioni.map(unaRendicontazione)}`;
}

type Conti = z.output<OperazioniGefo["rendicontazioniServizio"]["uscita"]>;

/** The evidence and the reports of one service, for its operatore; only the evidence for who delivers it. */
export function pagineConto(sito: Sito): void {
  const vista: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const servizioId = c.req.param("id") ?? "";
    const registro = await nodo.registro({ servizioId });
    if (!registro.ok) return registro.problema;
    const { adesioneId, etichetta, delCaso } = registro.valore;
    const allegati = await nodo.allegati({ adesioneId });
    if (!allegati.ok) return allegati.problema;
    const suoi = allegati.valore.allegati.filter((uno) => uno.servizioId === servizioId);
    const pagina = {
      ...{ servizioId, adesioneId, compilato, chiave: sito.porta.nuovaChiave },
      presenta: ammette(sito.porta.operazioni.rendiconta, soggetto),
    };
    if (!delCaso)
      return { titolo: `Prove: ${etichetta}`, corpo: soloProve(pagina, registro.valore, suoi) };
    const lette = await nodo.rendicontazioniServizio({ servizioId });
    if (!lette.ok) return lette.problema;
    return {
      titolo: `Prove e rendicontazioni: ${etichetta}`,
      corpo: provaEConti(pagina, registro.valore, suoi, lette.valore),
    };
  };
  sito.mostra("/servizi/:id/conto", ["addetto"], vista);
  sito.invia(
    "/servizi/:id/conto",
    ["addetto"],
    async ({ c, nodo }, { azione, ...input }) => {
      const servizioId = c.req.param("id") ?? "";
      const nome = azione === "caricaAllegato" ? "caricaAllegato" : "rendiconta";
      const esito = await nodo[nome]({ ...input, servizioId });
      if (!esito.ok) return esito;
      return {
        ok: true,
        valore: { vai: `/servizi/${servizioId}/conto`, avviso: AVVISI[nome] ?? "" },
      };
    },
    vista,
  );
  sito.scarica("/allegati/:id", ["addetto", "regione", "revisore"], ({ c, nodo }) =>
    nodo.scaricaAllegato({ allegatoId: c.req.param("id") }),
  );
}
