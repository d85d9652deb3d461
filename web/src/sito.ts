import {
  type Cliente,
  clienteDi,
  type FileInUscita,
  type Implementazione,
  type Operazioni,
  type Persona,
  type Problema,
  type Risposta,
  type Ruolo,
  type Soggetto,
} from "@staffetta/contracts";
import { leggiMultipart, testateFile } from "@staffetta/platform";
import type { Context, Hono } from "hono";
import { type Compilato, inOggetto, VUOTO } from "./parti/campi.ts";
import { mostraProblema, pagina, type Sito } from "./parti/guscio.ts";
import { type Html, html } from "./parti/html.ts";
import { montaStile } from "./parti/stile.ts";
import {
  GIA_INVIATO,
  INVIATO_E_CAMBIATO,
  type Invio,
  leggiInvio,
  type Modulo,
  ricordaInvio,
} from "./rinvio.ts";

/** What a node gives to its pages: its contract, who is asking, where the others are. */
export interface Porta<Ops extends Operazioni> {
  readonly app: Hono;
  readonly operazioni: Ops;
  readonly implementazione: Implementazione<Ops>;
  readonly sessioni: {
    leggi(c: Context): Soggetto | null;
    entra(c: Context, soggetto: Soggetto): void;
    esci(c: Context): void;
    avvisa(c: Context, testo: string): void;
    prendiAvviso(c: Context): string | null;
  };
  readonly sviluppo: boolean;
  readonly indirizzi: Readonly<Record<string, string>>;
  readonly nuovaChiave: () => string;
  readonly adesso: () => string;
}

export interface Richiesta<Ops extends Operazioni> {
  readonly c: Context;
  readonly soggetto: Soggetto;
  readonly nodo: Cliente<Ops>;
}

type Vista<Ops extends Operazioni> = (
  richiesta: Richiesta<Ops>,
  compilato: Compilato,
) => Promise<Readonly<{ titolo: string; corpo: Html }> | Problema>;

/** Where a form goes after it has been accepted, and what is said there. */
export interface Esito {
  readonly vai: string;
  readonly avviso?: string;
}
type Azione<Ops extends Operazioni> = (
  richiesta: Richiesta<Ops>,
  input: Record<string, unknown>,
) => Promise<Risposta<Esito>>;

const HTML = "text/html; charset=UTF-8";
const ANONIMO: Soggetto = { ruolo: "anonimo" };
const isProblema = (value: object): value is Problema => "status" in value && "detail" in value;

/** One site: pages that are shown, forms that are sent; every answer passes through the node's contract. */
export class SitoDiNodo<Ops extends Operazioni> {
  readonly porta: Porta<Ops>;
  readonly sito: Sito;

  constructor(porta: Porta<Ops>, sito: Sito) {
    this.porta = porta;
    this.sito = sito;
    montaStile(porta.app);
  }

  private richiesta(c: Context): Richiesta<Ops> {
    const soggetto = this.porta.sessioni.leggi(c) ?? ANONIMO;
    const { operazioni, implementazione } = this.porta;
    return { c, soggetto, nodo: clienteDi(operazioni, implementazione, soggetto) };
  }

  private rispondi(r: Richiesta<Ops>, titolo: string, corpo: Html, status = 200) {
    const avviso = this.porta.sessioni.prendiAvviso(r.c);
    const momento = { soggetto: r.soggetto, percorso: r.c.req.path, avviso };
    const testo = String(pagina(this.sito, momento, titolo, corpo));
    // As bytes: a text would be measured, joined to its headers and encoded, a pass for each.
    return r.c.body(Buffer.from(testo), status as 200, { "content-type": HTML });
  }

  private fallisci(r: Richiesta<Ops>, problema: Problema) {
    const corpo = html`<h1>${problema.title}</h1>${mostraProblema(problema)}
      <p><a href="/">Torna alla pagina iniziale</a></p>`;
    return this.rispondi(r, problema.title, corpo, problema.status);
  }

  /** Nobody reaches a page of a role that is not theirs: who has not signed in is asked to. */
  private vietato(r: Richiesta<Ops>, ruoli: readonly Ruolo[]): Response | Promise<Response> | null {
    if (ruoli.includes(r.soggetto.ruolo)) return null;
    if (r.soggetto.ruolo === "anonimo")
      return r.c.redirect(`/accedi?poi=${encodeURIComponent(r.c.req.path)}`, 303);
    return this.fallisci(r, {
      type: "urn:staffetta:accesso-non-consentito",
      title: "Questa pagina non è per il tuo profilo",
      status: 403,
      detail: `Hai fatto l'accesso come ${r.soggetto.nome}.`,
      rimedio: "Torna alla pagina iniziale, oppure esci e accedi con un altro profilo.",
    });
  }

  mostra(percorso: string, ruoli: readonly Ruolo[], vista: Vista<Ops>): void {
    this.porta.app.get(percorso, async (c) => {
      const r = this.richiesta(c);
      return this.vietato(r, ruoli) ?? this.disegna(r, vista, VUOTO);
    });
  }

  /** A file to be saved, or the page that says why there is none. */
  scarica(
    percorso: string,
    ruoli: readonly Ruolo[],
    file: (richiesta: Richiesta<Ops>) => Promise<Risposta<FileInUscita>>,
  ): void {
    this.porta.app.get(percorso, async (c) => {
      const r = this.richiesta(c);
      const vietato = this.vietato(r, ruoli);
      if (vietato !== null) return vietato;
      const esito = await file(r);
      if (!esito.ok) return this.fallisci(r, esito.problema);
      const { nome, tipo, contenuto } = esito.valore;
      return c.body(new Uint8Array(contenuto), 200, testateFile(nome, tipo));
    });
  }

  /** A form whose answer is a page of its own: nothing has changed, hence nothing to go back to. */
  chiedi(
    percorso: string,
    ruoli: readonly Ruolo[],
    risposta: (richiesta: Richiesta<Ops>, input: Record<string, unknown>) => ReturnType<Vista<Ops>>,
    ritorno: Vista<Ops>,
  ): void {
    this.porta.app.post(percorso, async (c) => {
      const r = this.richiesta(c);
      const vietato = this.vietato(r, ruoli);
      if (vietato !== null) return vietato;
      const letto = await formOf(c);
      const valori = letto.ok ? letto.valore.testi : {};
      const fatta = letto.ok ? await risposta(r, inOggetto(valori)) : letto.problema;
      if (isProblema(fatta))
        return this.disegna(r, ritorno, { valori, problema: fatta }, fatta.status);
      return this.rispondi(r, fatta.titolo, fatta.corpo);
    });
    this.mostra(percorso, ruoli, ritorno);
  }

  private async disegna(r: Richiesta<Ops>, vista: Vista<Ops>, compilato: Compilato, status = 200) {
    const fatta = await vista(r, compilato);
    if (isProblema(fatta)) return this.fallisci(r, fatta);
    const testa =
      compilato.problema === null ? html`` : mostraProblema(compilato.problema, fatta.corpo);
    return this.rispondi(r, fatta.titolo, html`${testa}${fatta.corpo}`, status);
  }

  private async esegui(
    r: Richiesta<Ops>,
    azione: Azione<Ops>,
    letto: Risposta<Modulo>,
    invio: Invio | null,
  ): Promise<Risposta<Esito>> {
    if (!letto.ok) return letto;
    if (invio?.come === "cambiato") return { ok: false, problema: INVIATO_E_CAMBIATO };
    const { testi, file } = letto.valore;
    const chiave = invio === null ? {} : { chiave: invio.chiave };
    return azione(r, { ...inOggetto(testi), ...file, ...chiave });
  }

  /** A form: accepted, it leads elsewhere; refused, its page comes back with what was typed. */
  invia(percorso: string, ruoli: readonly Ruolo[], azione: Azione<Ops>, ritorno: Vista<Ops>): void {
    this.porta.app.post(percorso, async (c) => {
      const r = this.richiesta(c);
      const vietato = this.vietato(r, ruoli);
      if (vietato !== null) return vietato;
      const letto = await formOf(c);
      const invio = letto.ok ? leggiInvio(c, r.soggetto, letto.valore) : null;
      const esito = await this.esegui(r, azione, letto, invio);
      const valori = letto.ok ? letto.valore.testi : {};
      if (esito.ok) {
        const { vai, avviso } = esito.valore;
        if (invio !== null) ricordaInvio(c, invio);
        const detto = invio?.come === "di-nuovo" ? GIA_INVIATO : avviso;
        if (detto !== undefined) this.porta.sessioni.avvisa(c, detto);
        return c.redirect(vai, 303);
      }
      const { problema } = esito;
      return this.disegna(r, ritorno, { valori, problema }, problema.status);
    });
  }

  /** Sign-in by picking a persona: in development only, and plainly said. */
  accesso(persone: readonly Persona[]): void {
    const { app, sessioni, sviluppo } = this.porta;
    this.mostra(
      "/accedi",
      ["anonimo", "giovane", "addetto", "regione", "revisore", "ministero"],
      async ({ c }) => ({
        titolo: "Accedi",
        corpo: sviluppo ? elencoPersone(persone, c.req.query("poi") ?? "/") : ACCESSO_ESTERNO,
      }),
    );
    app.post("/accedi", async (c) => {
      const letto = await formOf(c);
      const { chiave = "", poi = "/" } = letto.ok ? letto.valore.testi : {};
      const persona = sviluppo ? persone.find((una) => una.chiave === chiave) : undefined;
      if (persona === undefined) return c.redirect("/accedi", 303);
      sessioni.entra(c, persona.soggetto);
      return c.redirect(isLocal(poi) ? poi : "/", 303);
    });
    app.post("/esci", (c) => {
      sessioni.esci(c);
      return c.redirect("/", 303);
    });
  }
}

const isLocal = (path: string): boolean => /^\/(?![/\\])[\w\-/.?=&%]*$/.test(path);

const FILE_BYTES_MAX = 10 * 1024 * 1024;
const INTERROTTO: Problema = {
  type: "urn:staffetta:corpo-incompleto",
  title: "Il file non è arrivato per intero",
  status: 400,
  detail: "L'invio si è interrotto, o il file è troppo grande. Non è stato conservato nulla.",
  rimedio: "Controlla la grandezza del file e invia di nuovo.",
};

/** A form with files is read whole or not at all; a field left without a file has none. */
async function moduloConFile(c: Context): Promise<Risposta<Modulo>> {
  try {
    const fields = Object.entries(await leggiMultipart(c.req.raw, FILE_BYTES_MAX));
    const testi = fields.filter(([, value]) => typeof value === "string");
    const file = fields.filter(([, value]) => typeof value !== "string" && value.nome !== "");
    const valore = { testi: Object.fromEntries(testi), file: Object.fromEntries(file) };
    return { ok: true, valore: valore as Modulo };
  } catch {
    return { ok: false, problema: INTERROTTO };
  }
}

async function formOf(c: Context): Promise<Risposta<Modulo>> {
  if (c.req.header("content-type")?.startsWith("multipart/form-data")) return moduloConFile(c);
  const body = await c.req.parseBody();
  const entries = Object.entries(body).filter(([, value]) => typeof value === "string");
  const testi = Object.fromEntries(entries) as Record<string, string>;
  return { ok: true, valore: { testi, file: {} } };
}

const elencoPersone = (persone: readonly Persona[], poi: string): Html => html`
  <h1>Chi vuoi essere?</h1>
  <p>Questo è un ambiente di prova. Nel servizio vero si entra con SPID o CIE; qui scegli una persona inventata.</p>
  <div class="griglia">${persone.map(
    ({ chiave, etichetta, descrizione }) => html`<section class="scheda">
      <h2>${etichetta}</h2><p>${descrizione}</p>
      <form method="post" action="/accedi">
        <input type="hidden" name="chiave" value="${chiave}"><input type="hidden" name="poi" value="${poi}">
        <button class="bottone" type="submit">Entra come ${etichetta}</button>
      </form></section>`,
  )}</div>`;

const ACCESSO_ESTERNO = html`<h1>Accedi</h1>
  <p>L'accesso con SPID o CIE non è configurato su questo nodo.</p>
  <p>Chi gestisce il nodo deve collegare il fornitore di identità.</p>`;
