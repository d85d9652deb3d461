import { VISTE_LAVORO, type VistaLavoro } from "@staffetta/contracts";
import { nascosto, testo, VUOTO } from "../../parti/campi.ts";
import { giorno, html, NIENTE, numero, plurale } from "../../parti/html.ts";
import { paginaDopo, tavola } from "../../parti/tavola.ts";
import type { Sito } from "./sito.ts";

/** The list that opens the day of the addetto. */
export function pagineLavoro(sito: Sito): void {
  sito.mostra("/lavoro", ["addetto"], async ({ c, nodo }) => {
    const { vista = "", cognome = "", dopo = "" } = c.req.query();
    const letto = await nodo.lavoro({ vista, cognome, dopo });
    if (!letto.ok) return letto.problema;
    const { righe, perVista, oltreTermine } = letto.valore;
    const filtro = { ...VUOTO, valori: { cognome } };
    return {
      titolo: "Lista di lavoro",
      corpo: html`<h1>Chi chiamare oggi</h1>
        ${
          oltreTermine === 0
            ? html`<p>Nessun caso è oltre il termine.</p>`
            : html`<div class="avviso male"><p><strong>${plurale(oltreTermine, "persona aspetta", "persone aspettano")} oltre il termine.</strong> Sono le prime della lista.</p></div>`
        }
        <ul class="schede-viste">
          <li><a href="/lavoro" ${vista === "" ? html`aria-current="true"` : ""}>Tutti</a></li>
          ${Object.entries(VISTE_LAVORO)
            .filter(([una]) => perVista[una] !== undefined)
            .map(
              ([una, nome]) =>
                html`<li><a href="/lavoro?vista=${una}" ${una === vista ? html`aria-current="true"` : ""}>${nome}: ${numero(perVista[una] ?? 0)}</a></li>`,
            )}
        </ul>
        <form method="get" class="inriga" role="search">${nascosto("vista", vista)}
          ${testo(filtro, { nome: "cognome", etichetta: "Cognome, dall'inizio", tipo: "search", facoltativo: true })}
          <button class="bottone piano" type="submit">Cerca</button></form>
        ${tavola(
          "Casi, dal più urgente",
          ["Persona", "Da fare", "Entro", "Ultimo contatto", "Adesione del"],
          righe.map((riga) => [
            html`<a href="/casi/${riga.adesioneId}">${riga.cognome} ${riga.nome}</a>`,
            VISTE_LAVORO[riga.vista as VistaLavoro],
            riga.entro === null
              ? "—"
              : html`${giorno(riga.entro)}${riga.oltreTermine ? html` <span class="stato male">oltre il termine</span>` : NIENTE}`,
            riga.ultimoContatto ?? "mai contattato",
            giorno(riga.dataAdesione),
          ]),
          "Nessun caso qui. Quando un giovane ti sceglie compare in questa lista.",
        )}
        ${paginaDopo(`/lavoro?vista=${vista}&cognome=${encodeURIComponent(cognome)}`, letto.valore.dopo)}`,
    };
  });
}
