import type {
  operazioniFlussi,
  QuadroCollegamento,
  Ruolo,
  Salto,
  Soggetto,
} from "@staffetta/contracts";
import { checkRuolo } from "@staffetta/contracts";
import { area, nascosto, testo } from "../parti/campi.ts";
import { type Html, html, istante, NIENTE, nomeNodo } from "../parti/html.ts";
import { perche, sePuo } from "../parti/permesso.ts";
import { coppie, tavola } from "../parti/tavola.ts";
import type { SitoDiNodo } from "../sito.ts";

type Ops = ReturnType<typeof operazioniFlussi>;
type Sito = SitoDiNodo<Ops>;
type Vista = Parameters<Sito["mostra"]>[2];

const ESITI: Readonly<Record<Salto["esito"], readonly [classe: string, parola: string]>> = {
  verde: ["va", "va bene"],
  rosso: ["male", "non va"],
  "non-provato": ["aspetta", "non provato"],
  "non-serve": ["chiuso", "non serve"],
};

const salto = ({ titolo, esito, causa, prossimoPasso, millis }: Salto): Html => html`<li>
  <strong>${titolo}</strong> <span class="stato ${ESITI[esito][0]}">${ESITI[esito][1]}</span>
  <span class="minuto">${esito === "non-provato" ? "" : `${millis} ms`}</span><br>${causa}
  ${prossimoPasso === "" ? NIENTE : html`<br><strong>Che cosa fare:</strong> ${prossimoPasso}`}</li>`;

const partner = ({ partner }: QuadroCollegamento, ops: Ops, soggetto: Soggetto): Html =>
  html`<div class="griglia">${partner.map(
    ({
      nome,
      indirizzo,
    }) => html`<section class="scheda"><h2>${nomeNodo(nome)} <span class="sommesso minuto">${nome}</span></h2>
      <p><code class="minuto">${indirizzo}</code></p>
      ${sePuo(
        ops.diagnosi,
        soggetto,
        () => html`<form method="post" action="/collegamento/diagnosi">${nascosto("partner", nome)}
        <button class="bottone" type="submit">Prova la strada verso ${nome}</button></form>`,
      )}</section>`,
  )}</div>`;

const sistemi = ({ sistemi }: QuadroCollegamento): Html =>
  tavola(
    "Sistemi che possono usare questa API",
    ["Sistema", "Ruolo", "Come si presenta", "Che cosa può chiedere"],
    sistemi.map(({ nome, ruolo, modalita, operazioni }) => [
      ...[nome, ruolo, modalita.join(", ")],
      operazioni.includes("*") ? "tutto ciò che il ruolo permette" : operazioni.join(", "),
    ]),
    "Nessun altro sistema è abilitato.",
  );

const richiami = ({ richiami }: QuadroCollegamento): Html =>
  tavola(
    "Risposte da mandare",
    ["Quando", "A chi", "Stato", "Tentativi", "Ultimo errore"],
    richiami.map(({ accodatoAt, destinatario, stato, tentativi, errore }) => [
      ...[
        istante(accodatoAt),
        destinatario,
        stato,
        String(tentativi),
        errore === "" ? "—" : errore,
      ],
    ]),
    "Nessuna risposta è in partenza.",
  );

const revocate = ({ revocate }: QuadroCollegamento): Html =>
  tavola(
    "Chiavi a cui non si crede più",
    ["Chiave", "Da quando", "Perché", "Chi l'ha deciso"],
    revocate.map(({ kid, at, motivo, chi }) => [kid, istante(at), motivo, chi]),
    "Nessuna chiave è stata revocata.",
  );

const quadro =
  (ops: Ops): Vista =>
  async ({ nodo, soggetto }, compilato) => {
    const letto = await nodo.collegamento({});
    if (!letto.ok) return letto.problema;
    const q = letto.valore;
    return {
      titolo: "Collegamenti",
      corpo: html`<h1>Collegamenti</h1>
      <p>Con chi parla questo nodo, e come. Se qualcosa non arriva, prova la strada: ti dice quale passo non va e che cosa fare.</p>
      ${perche(ops.diagnosi, soggetto)}${partner(q, ops, soggetto)}
      ${coppie([
        ["La nostra chiave", q.kid],
        ["Il nostro aud", q.aud.join(", ")],
      ])}
      <p>${sePuo(
        ops.esaminaVoucher,
        soggetto,
        () =>
          html`<a class="bottone piano" href="/collegamento/voucher">Controlla un voucher prima di usarlo</a>`,
      )}
      <a class="bottone piano" href="/documentazione">Leggi la documentazione dell'API</a></p>
      ${sistemi(q)}${richiami(q)}${revocate(q)}
      ${sePuo(
        ops.revocaChiave,
        soggetto,
        () => html`<form method="post" action="/collegamento/revoca" class="scheda"><h2>Revoca una chiave</h2>
        <p>Da subito nessuna richiesta firmata con quella chiave è accettata. Non si torna indietro.</p>
        ${testo(compilato, { nome: "kid", etichetta: "Il kid della chiave" })}
        ${testo(compilato, { nome: "motivo", etichetta: "Perché", aiuto: "Per esempio: il portatile è stato rubato." })}
        <button class="bottone" type="submit">Revoca la chiave</button></form>`,
      )}`,
    };
  };

const moduloVoucher =
  (ops: Ops): Vista =>
  async ({ soggetto }, compilato) =>
    checkRuolo(ops.esaminaVoucher, soggetto) ?? {
      titolo: "Controlla un voucher",
      corpo: html`<p><a href="/collegamento">Collegamenti</a></p><h1>Controlla un voucher</h1>
    <p>Incolla il voucher prima di usarlo: ti diciamo quale dato è sbagliato, qual è il tuo e quale ci si aspetta. Non viene conservato.</p>
    <form method="post" action="/collegamento/voucher" class="scheda">
      ${area(compilato, { nome: "voucher", etichetta: "Il voucher" })}
      ${testo(compilato, { nome: "prova", etichetta: "La prova DPoP", facoltativo: true })}
      ${testo(compilato, { nome: "metodo", etichetta: "Il metodo della richiesta", predefinito: "GET" })}
      ${testo(compilato, { nome: "indirizzo", etichetta: "L'indirizzo della richiesta", facoltativo: true })}
      ${testo(compilato, { nome: "traccia", etichetta: "La traccia (Agid-JWT-TrackingEvidence)", facoltativo: true })}
      <button class="bottone" type="submit">Controlla</button></form>`,
    };

/** Asks and shows the answer on the same address: what was asked is nobody's business afterwards. */
function montaDiagnosi(sito: Sito, ruolo: Ruolo): void {
  sito.chiedi(
    "/collegamento/diagnosi",
    [ruolo],
    async ({ nodo }, input) => {
      const fatta = await nodo.diagnosi(input);
      if (!fatta.ok) return fatta.problema;
      const { partner: nome, at, salti } = fatta.valore;
      const rotto = salti.find(({ esito }) => esito === "rosso");
      return {
        titolo: `La strada verso ${nome}`,
        corpo: html`<p><a href="/collegamento">Collegamenti</a></p><h1>La strada verso ${nome}</h1>
        <div class="avviso ${rotto === undefined ? "bene" : "male"}" role="status"><p>${
          rotto === undefined
            ? "Tutti i passi vanno bene: i messaggi possono partire e tornare."
            : `Si ferma qui: ${rotto.titolo.toLowerCase()}.`
        }</p></div>
        <ol class="linee">${salti.map(salto)}</ol><p class="minuto">Provato il ${istante(at)}.</p>
        <form method="post" action="/collegamento/diagnosi">${nascosto("partner", nome)}
          <button class="bottone" type="submit">Prova di nuovo</button></form>`,
      };
    },
    quadro(sito.porta.operazioni),
  );
}

function montaVoucher(sito: Sito, ruolo: Ruolo): void {
  sito.chiedi(
    "/collegamento/voucher",
    [ruolo],
    async (r, input) => {
      const esito = await r.nodo.esaminaVoucher(input);
      if (!esito.ok) return esito.problema;
      const { righe } = esito.valore;
      return {
        titolo: "Il voucher, dato per dato",
        corpo: html`<p><a href="/collegamento/voucher">Controlla un altro voucher</a></p>
        <h1>Il voucher, dato per dato</h1>
        <ol class="linee">${righe.map(
          ({ dove, bene, testo: frase, rimedio }) => html`<li><strong>${dove}</strong>
            <span class="stato ${bene ? "va" : "male"}">${bene ? "va bene" : "non va"}</span><br>${frase}
            ${rimedio === "" ? NIENTE : html`<br><strong>Che cosa fare:</strong> ${rimedio}`}</li>`,
        )}</ol>`,
      };
    },
    moduloVoucher(sito.porta.operazioni),
  );
}

/** The joins of a node, for the role that answers for it. */
export function pagineCollegamento<O extends Ops>(dato: SitoDiNodo<O>, ruolo: Ruolo): void {
  const sito = dato as unknown as Sito;
  sito.mostra("/collegamento", [ruolo], quadro(sito.porta.operazioni));
  sito.invia(
    "/collegamento/revoca",
    [ruolo],
    async ({ nodo }, input) => {
      const esito = await nodo.revocaChiave(input);
      const avviso = "La chiave non è più accettata.";
      return esito.ok ? { ok: true, valore: { vai: "/collegamento", avviso } } : esito;
    },
    quadro(sito.porta.operazioni),
  );
  montaDiagnosi(sito, ruolo);
  montaVoucher(sito, ruolo);
}
