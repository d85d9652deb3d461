import type { OperazioniBorsaLavoro } from "@staffetta/contracts";
import { nascosto } from "../parti/campi.ts";
import { html, istante, NIENTE } from "../parti/html.ts";
import { perche, sePuo } from "../parti/permesso.ts";
import { tavola } from "../parti/tavola.ts";
import type { SitoDiNodo } from "../sito.ts";

type Sito = SitoDiNodo<OperazioniBorsaLavoro>;
const PERCORSO = "/notifiche-fallite";

/** What the Ministry said and could not be done here. */
export function pagineNotifiche(sito: Sito): void {
  const elenco: Parameters<Sito["mostra"]>[2] = async ({ nodo, soggetto }) => {
    const letto = await nodo.notificheFallite({});
    if (!letto.ok) return letto.problema;
    return {
      titolo: "Notifiche da sistemare",
      corpo: html`<h1>Notifiche da sistemare</h1>
        <p>Il Ministero ha comunicato un cambio di stato che qui non si è potuto applicare. Se la causa è passata, prova di nuovo; se non serve più, chiudi.</p>
        ${perche(sito.porta.operazioni.chiudiNotifica, soggetto)}
        ${tavola(
          "Dalla più recente",
          ["Quando", "Che cosa", "Perché", "Adesione", "Tentativi", "Azioni"],
          letto.valore.righe.map((una) => [
            ...[istante(una.at), `${una.codice}: ${una.significato}`, una.causa],
            una.regione === ""
              ? "—"
              : `regione ${una.regione}, ${una.dataAdesione}, stato ${una.stato}`,
            String(una.tentativi),
            sePuo(
              sito.porta.operazioni.chiudiNotifica,
              soggetto,
              () => html`${
                una.riprovabile
                  ? html`<form method="post" action="${PERCORSO}/riprova">${nascosto("id", una.id)}
                  <button class="bottone piano" type="submit">Prova di nuovo</button></form>`
                  : NIENTE
              }<form method="post" action="${PERCORSO}/chiudi">${nascosto("id", una.id)}
              <button class="bottone piano" type="submit">Chiudi</button></form>`,
            ),
          ]),
          "Niente da sistemare.",
        )}`,
    };
  };
  sito.mostra(PERCORSO, ["regione"], elenco);
  sito.invia(
    `${PERCORSO}/riprova`,
    ["regione"],
    async ({ nodo }, input) => {
      const esito = await nodo.riprovaNotifica(input);
      if (!esito.ok) return esito;
      const { applicata, causa } = esito.valore;
      const avviso = applicata ? "La notifica è stata applicata." : `Non si può ancora: ${causa}`;
      return { ok: true, valore: { vai: PERCORSO, avviso } };
    },
    elenco,
  );
  sito.invia(
    `${PERCORSO}/chiudi`,
    ["regione"],
    async ({ nodo }, input) => {
      const esito = await nodo.chiudiNotifica(input);
      return esito.ok ? { ok: true, valore: { vai: PERCORSO, avviso: "Chiusa." } } : esito;
    },
    elenco,
  );
}
