import type { RichiestaPagamento, Soggetto } from "@staffetta/contracts";
import { MISURE } from "@staffetta/domain";
import { area, type Compilato, gruppo, nascosto, scelta, testo } from "../../../parti/campi.ts";
import { euro, type Html, html, NIENTE } from "../../../parti/html.ts";
import { cella } from "../../../parti/righe.ts";
import { tavola } from "../../../parti/tavola.ts";
import { type Dove, modulo, type Porta } from "../modulo.ts";
import { haUfficio, isLegale } from "./parole.ts";

interface Pagina {
  readonly una: RichiestaPagamento;
  readonly soggetto: Soggetto;
  readonly dove: Dove;
  readonly oggi: string;
}

const aperta = (porta: Omit<Porta, "perche">): Porta => ({ ...porta, perche: null });

const versione = (c: Compilato, { version }: RichiestaPagamento): Html =>
  nascosto("version", c.valori["version"] ?? String(version));

/** The checks of a desk, each to be ticked; `dopo` = what stands under each. */
export const spunte = (
  controlli: Readonly<Record<string, string>>,
  c: Compilato,
  dopo: (codice: string, parole: string) => Html = () => NIENTE,
): Html =>
  gruppo(
    c,
    { nome: "controlli", etichetta: "Che cosa hai controllato" },
    html`${Object.entries(controlli).map(
      ([codice, parole]) => html`<div class="campo"><div class="spunta">
      <input type="checkbox" id="controllo-${codice}" name="controllo.${codice}" value="on" ${c.valori[`controllo.${codice}`] === "on" ? html`checked` : ""}>
      <label for="controllo-${codice}">${parole}</label></div>${dopo(codice, parole)}</div>`,
    )}`,
  );

const esame = ({ una, dove }: Pagina): Html => html`
  ${modulo(
    dove,
    aperta({
      ...{ azione: "approvaRichiesta", titolo: "Approva la domanda", prossima: true },
      bottone: "Approva e chiedi il DURC",
    }),
    (c) =>
      html`${versione(c, una)}${spunte(una.controlli, c)}<p>Il DURC viene chiesto adesso: se non è regolare la domanda non si approva.</p>`,
  )}
  ${modulo(
    dove,
    aperta({
      ...{ azione: "respingiRichiesta", titolo: "Respingi la domanda", grave: true },
      bottone: "Respingi la domanda",
    }),
    (c) =>
      html`${versione(c, una)}${area(c, {
        ...{ nome: "motivo", etichetta: "Motivo", aiuto: "L'operatore lo legge." },
      })}`,
  )}`;

function decurtazioni({ voci }: RichiestaPagamento, c: Compilato): Html {
  return tavola(
    "Servizi, con quello che non spetta",
    ["Servizio", { testo: "Importo", numero: true }, "Da togliere, in euro"],
    voci.map((voce, i) => [
      html`${MISURE[voce.misura].etichetta}${nascosto(`decurtazioni.${i}.rendicontazioneId`, voce.rendicontazioneId)}`,
      euro(voce.importoCents),
      cella(c, {
        ...{ nome: `decurtazioni.${i}.euro`, campo: `decurtazioni.${i}.importoCents` },
        ...{ etichetta: `Da togliere in euro, riga ${i + 1}`, tipo: "decimal" },
      }),
    ]),
    "Nessun servizio.",
  );
}

const controllo = ({ una, dove }: Pagina): Html =>
  modulo(
    dove,
    aperta({
      ...{ azione: "registraControllo", titolo: "Registra il controllo sul posto" },
      ...{ bottone: "Registra il controllo", prossima: true },
    }),
    (c) => html`${versione(c, una)}${decurtazioni(una, c)}
      <p class="sommesso">Lascia vuoto ciò che va bene.</p>
      ${area(c, { nome: "nota", etichetta: "Che cosa hai visto" })}`,
  );

const ordine = ({ una, dove }: Pagina): Html =>
  modulo(
    dove,
    aperta({
      ...{ azione: "ordinaPagamento", titolo: "Ordina il pagamento", prossima: true },
      bottone: `Ordina di pagare ${euro(una.totaleCents)}`,
    }),
    (c) =>
      html`${versione(c, una)}<p>Il DURC viene chiesto di nuovo, se l'ultimo non è di oggi. Chi ha approvato la domanda non può ordinare.</p>`,
  );

const tesoreria = ({ una, dove, oggi }: Pagina): Html =>
  modulo(
    dove,
    aperta({
      ...{ azione: "registraPagamento", titolo: "Registra ciò che dice la tesoreria" },
      ...{ bottone: "Registra", prossima: true },
    }),
    (c) => html`${nascosto("ordineId", una.ordineId ?? "")}
      ${testo(c, { nome: "riferimento", etichetta: "Riferimento della tesoreria", aiuto: "Il CRO o il TRN: lettere e cifre." })}
      ${scelta(c, { nome: "esito", etichetta: "Che cosa è successo" }, [
        { valore: "pagato", testo: "pagato" },
        { valore: "stornato", testo: "restituito dalla banca" },
      ])}
      ${testo(c, { nome: "data", etichetta: "Data", tipo: "date", predefinito: oggi })}
      ${testo(c, { nome: "importoCents", etichetta: "Importo in euro", aiuto: `L'ordine è di ${euro(una.totaleCents)}.` })}
      ${testo(c, { nome: "motivo", etichetta: "Motivo, se è tornato indietro", facoltativo: true })}`,
  );

const recupero = ({ una, dove }: Pagina): Html =>
  modulo(
    dove,
    aperta({
      ...{ azione: "recuperaImporto", titolo: "Chiedi indietro un importo", grave: true },
      bottone: "Registra il recupero",
    }),
    (c) => html`${versione(c, una)}${scelta(
      c,
      { nome: "rendicontazioneId", etichetta: "Servizio", vuota: "Scegli" },
      una.voci.map((voce, i) => ({
        valore: voce.rendicontazioneId,
        testo: `riga ${i + 1}: ${MISURE[voce.misura].etichetta}, ${euro(voce.importoCents - voce.recuperatoCents)}`,
      })),
    )}
    ${testo(c, { nome: "importoCents", etichetta: "Importo in euro", aiuto: "Per esempio: 12,50" })}
    ${area(c, { nome: "motivo", etichetta: "Motivo" })}`,
  );

const altroIban = ({ una, dove }: Pagina): Html =>
  modulo(
    dove,
    aperta({
      ...{ azione: "correggiIbanRichiesta", titolo: "Dai un altro conto", prossima: true },
      bottone: "Correggi l'IBAN",
    }),
    (c) =>
      html`${versione(c, una)}${testo(c, { nome: "iban", etichetta: "IBAN", autocompleta: "off" })}`,
  );

const CHI: Readonly<
  Record<string, readonly [chi: (soggetto: Soggetto) => boolean, quale: (pagina: Pagina) => Html]>
> = {
  presentata: [(chi) => haUfficio(chi, "istruttoria"), esame],
  "in-controllo": [(chi) => haUfficio(chi, "controllo"), controllo],
  pagabile: [(chi) => haUfficio(chi, "istruttoria"), ordine],
  ordinata: [(chi) => haUfficio(chi, "istruttoria"), tesoreria],
  insoluta: [isLegale, altroIban],
  pagata: [(chi) => haUfficio(chi, "controllo"), recupero],
};

/** What whoever reads may do in this state; null = nothing. */
export function moduliDi(pagina: Pagina): Html | null {
  const [chi, quale] = CHI[pagina.una.stato] ?? [];
  return chi?.(pagina.soggetto) && quale !== undefined ? quale(pagina) : null;
}
