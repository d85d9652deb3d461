import { CANALI_NOTIFICA, STATI_NOTIFICA } from "@staffetta/domain";
import { html, istante, NIENTE } from "../../parti/html.ts";
import { coppie, tavola } from "../../parti/tavola.ts";
import type { Sito } from "./sito.ts";

const TONI: Readonly<Record<keyof typeof STATI_NOTIFICA, string>> = {
  ...{ "in-attesa": "aspetta", "in-invio": "aspetta", inviata: "va", respinta: "male" },
  ...{ fallita: "male", esclusa: "chiuso" },
};

const stato = (uno: keyof typeof STATI_NOTIFICA) =>
  html`<span class="stato ${TONI[uno]}">${STATI_NOTIFICA[uno]}</span>`;

/** What was written to the giovani; in development it is read here and nowhere else. */
export function paginePosta(sito: Sito): void {
  const { sviluppo } = sito.porta;
  sito.mostra("/posta", ["addetto"], async ({ c, nodo }) => {
    const adesioneId = c.req.query("caso");
    const letta = await nodo.posta(adesioneId === undefined ? {} : { adesioneId });
    if (!letta.ok) return letta.problema;
    const { lettere } = letta.valore;
    const tornate = lettere.filter((una) => una.stato === "respinta").length;
    return {
      titolo: "Posta inviata",
      corpo: html`<h1>Posta inviata</h1>
        ${sviluppo ? html`<div class="avviso attento"><p><strong>Posta di prova.</strong> Da qui non esce niente: ogni lettera si legge in questa pagina.</p></div>` : NIENTE}
        ${tornate === 0 ? NIENTE : html`<div class="avviso male"><p>${tornate} tornate indietro: l'indirizzo non va. Chiama la persona e chiedile quello giusto.</p></div>`}
        ${tavola(
          "Le ultime, dalla più recente",
          ["A chi", "Che cosa", "Come", "Stato", "Scritta", "Risposta"],
          lettere.map((una) => [
            html`<a href="/casi/${una.adesioneId}">${una.persona}</a>`,
            html`<a href="/posta/${una.notificaId}">${una.modello}<span class="visually-hidden"> a ${una.persona}</span></a>`,
            ...[CANALI_NOTIFICA[una.canale], stato(una.stato), istante(una.creataAt)],
            una.risposta ?? "—",
          ]),
          "Nessuna lettera ancora.",
        )}`,
    };
  });
  sito.mostra("/posta/:id", ["addetto"], async ({ c, nodo }) => {
    const letta = await nodo.lettera({ notificaId: c.req.param("id") });
    if (!letta.ok) return letta.problema;
    const una = letta.valore;
    return {
      titolo: una.oggetto,
      corpo: html`<p><a href="/posta">Posta inviata</a></p><h1>${una.oggetto}</h1>
        ${coppie([
          ["A", `${una.persona}, ${una.a}`],
          ["Come", CANALI_NOTIFICA[una.canale]],
          ["Stato", stato(una.stato)],
          ["Risposta", una.risposta ?? "—"],
          ["Scritta", istante(una.creataAt)],
          ["Inviata", una.inviataAt === null ? "non ancora" : istante(una.inviataAt)],
          ["Allegati", una.allegati.join(", ") || "nessuno"],
        ])}
        <div class="scheda lettera">${una.testo}</div>
        <h2>In breve, per SMS</h2><p>${una.breve}</p>`,
    };
  });
}
