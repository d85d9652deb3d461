import { pagina } from "./parti/guscio.ts";
import { html } from "./parti/html.ts";

interface Guasto {
  readonly title: string;
  readonly detail: string;
  readonly rimedio?: string;
}

/** The page of an error that belongs to no page: without session, without navigation. */
export const renderGuasto =
  (nome: string) =>
  ({ title, detail, rimedio }: Guasto): string => {
    const sito = { nome, sottotitolo: "Garanzia Giovani", voci: [], sviluppo: false };
    const fisso = { ...sito, inizio: "/", accesso: false };
    const momento = { soggetto: { ruolo: "anonimo" }, percorso: "", avviso: null } as const;
    const corpo = html`<h1>${title}</h1><p>${detail}</p>
      ${rimedio === undefined ? html`` : html`<p><strong>Che cosa fare:</strong> ${rimedio}</p>`}
      <p><a class="bottone" href="/">Torna alla pagina iniziale</a></p>`;
    return String(pagina(fisso, momento, title, corpo));
  };
