import type { Soggetto, TestataRichiesta } from "@staffetta/contracts";
import { STATI_RICHIESTA, type StatoRichiesta } from "@staffetta/domain";
import { euro, giorno, type Html, html, istante } from "../../../parti/html.ts";
import { tavola } from "../../../parti/tavola.ts";

const TONI: Readonly<Record<StatoRichiesta, string>> = {
  ...{ presentata: "aspetta", approvata: "aspetta", "in-controllo": "aspetta" },
  ...{ pagabile: "aspetta", ordinata: "aspetta", insoluta: "male", respinta: "male", pagata: "va" },
};

export const statoRichiesta = (stato: StatoRichiesta): Html =>
  html`<span class="stato ${TONI[stato]}">${STATI_RICHIESTA[stato]}</span>`;

export const SIMULATO: Html = html`<strong class="stato aspetta">simulato, non ufficiale</strong>`;

export const tavolaRichieste = (
  titolo: string,
  righe: readonly TestataRichiesta[],
  vuota: string,
): Html =>
  tavola(
    titolo,
    ["Domanda", "Operatore", "Presentata", { testo: "Importo", numero: true }, "A che punto"],
    righe.map((una) => [
      html`<a href="/liquidazione/${una.richiestaId}">${una.numero}</a>`,
      ...[una.operatore, istante(una.presentataAt), euro(una.totaleCents)],
      una.pagataOn === null
        ? statoRichiesta(una.stato)
        : html`${statoRichiesta(una.stato)} il ${giorno(una.pagataOn)}`,
    ]),
    vuota,
  );

export const isLegale = (soggetto: Soggetto): boolean =>
  soggetto.ruolo === "addetto" && soggetto.funzioni.includes("legale");

export const haUfficio = (soggetto: Soggetto, funzione: "istruttoria" | "controllo"): boolean =>
  soggetto.ruolo === "regione" && soggetto.funzione === funzione;
