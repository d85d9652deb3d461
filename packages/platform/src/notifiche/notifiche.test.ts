import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { SMTPServer } from "smtp-server";
import { vettoreIo } from "./io.ts";
import type { Lettera } from "./ports.ts";
import { numeroInternazionale, vettoreSms } from "./sms.ts";
import { vettoreSmtp } from "./smtp.ts";

const LETTERA: Lettera = {
  ...{ id: "0190c1de-0000-7000-8000-000000000001", a: "giulia@esempio.it" },
  ...{
    oggetto: "Perché ti aspettiamo",
    testo: "Ciao Giulia,\nvieni lunedì.",
    breve: "Vieni lunedì",
  },
};

interface Casella {
  readonly url: string;
  readonly lettere: string[];
  close(): Promise<void>;
}

/** A mail server that answers as told to each address. */
async function casella(rispondi: (a: string) => number): Promise<Casella> {
  const lettere: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => {
      const code = rispondi(address);
      if (code === 250) return done();
      done(Object.assign(new Error(`no ${address}`), { responseCode: code }));
    },
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        lettere.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    lettere,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const smtp = (url: string) =>
  vettoreSmtp({ url, mittente: "Garanzia Giovani <avvisi@esempio.it>", tls: false });

test("una lettera arriva per SMTP intera, con il suo identificativo e l'allegato", async () => {
  const posta = await casella(() => 250);
  const vettore = smtp(posta.url);
  const allegati = [{ nome: "appuntamento.ics", tipo: "text/calendar", contenuto: "BEGIN" }];
  const esito = await vettore.invia({ ...LETTERA, allegati });
  assert.equal(esito.esito, "inviata");
  const [lettera = ""] = posta.lettere;
  assert.match(lettera, /Message-ID: <0190c1de-0000-7000-8000-000000000001@esempio\.it>/i);
  assert.match(lettera, /Auto-Submitted: auto-generated/);
  assert.match(lettera, /appuntamento\.ics/);
  assert.match(lettera, /Ciao Giulia/);
  vettore.close?.();
  await posta.close();
});

test("un indirizzo che non c'è è un rifiuto, un server pieno è un guasto, nessuno dei due dice l'indirizzo", async () => {
  const posta = await casella((a) => (a.startsWith("nessuno") ? 550 : 452));
  const vettore = smtp(posta.url);
  const mai = await vettore.invia({ ...LETTERA, a: "nessuno@esempio.it" });
  const poi = await vettore.invia({ ...LETTERA, a: "piena@esempio.it" });
  assert.deepEqual([mai.esito, poi.esito], ["rifiutata", "guasto"]);
  assert.doesNotMatch(mai.risposta + poi.risposta, /@esempio/);
  vettore.close?.();
  await posta.close();
});

test("un server di posta che non risponde è un guasto, mai un'eccezione", async () => {
  const posta = await casella(() => 250);
  await posta.close();
  const vettore = smtp(posta.url);
  assert.equal((await vettore.invia(LETTERA)).esito, "guasto");
  vettore.close?.();
});

interface Chiamata {
  readonly url: string;
  readonly corpo: Readonly<Record<string, unknown>>;
}

async function servizio(
  rispondi: (chiamata: Chiamata) => readonly [number, unknown],
): Promise<{ url: string; chiamate: Chiamata[]; server: Server }> {
  const chiamate: Chiamata[] = [];
  const server = createServer((req, res) => {
    let text = "";
    req.on("data", (part: Buffer) => {
      text += part.toString();
    });
    req.on("end", () => {
      const chiamata = { url: req.url ?? "", corpo: JSON.parse(text) };
      chiamate.push(chiamata);
      const [status, body] = rispondi(chiamata);
      res.writeHead(status).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, chiamate, server };
}

const CF = "VLLGLI04E54Z999X";

test("l'app IO riceve prima la domanda sul profilo, poi il messaggio; il codice fiscale non è mai in un indirizzo", async () => {
  const io = await servizio(({ url }) =>
    url.endsWith("/profiles") ? [200, { sender_allowed: true }] : [201, { id: "M1" }],
  );
  const vettore = vettoreIo({ indirizzo: io.url, chiave: "k" });
  const esito = await vettore.invia({ ...LETTERA, a: CF });
  assert.deepEqual(esito, { esito: "inviata", risposta: "messaggio M1" });
  assert.deepEqual(
    io.chiamate.map(({ url }) => url),
    ["/profiles", "/messages"],
  );
  const content = io.chiamate[1]?.corpo["content"] as Record<"subject" | "markdown", string>;
  assert.ok(content.subject.length >= 10 && content.markdown.length >= 80);
  io.server.close();
});

test("chi non usa IO, chi ha spento il servizio e un servizio fermo sono tre risposte diverse", async () => {
  const risposte: (readonly [number, unknown])[] = [
    [404, {}],
    [200, { sender_allowed: false }],
    [503, {}],
  ];
  const io = await servizio(() => risposte.shift() ?? [500, {}]);
  const vettore = vettoreIo({ indirizzo: io.url, chiave: "k" });
  const esiti = [];
  for (let i = 0; i < 3; i++) esiti.push((await vettore.invia({ ...LETTERA, a: CF })).esito);
  assert.deepEqual(esiti, ["rifiutata", "rifiutata", "guasto"]);
  io.server.close();
});

test("l'SMS parte con il numero internazionale e con la chiave che lo rende unico", async () => {
  const sms = await servizio(({ corpo }) => [corpo["to"] === "+393331234567" ? 202 : 400, {}]);
  const vettore = vettoreSms({ indirizzo: sms.url, chiave: "k" });
  assert.equal((await vettore.invia({ ...LETTERA, a: "333 1234567" })).esito, "inviata");
  assert.equal((await vettore.invia({ ...LETTERA, a: "+44 20 1" })).esito, "rifiutata");
  assert.equal(sms.chiamate[0]?.corpo["id"], LETTERA.id);
  assert.equal(numeroInternazionale("0039 02 555"), "+3902555");
  sms.server.close();
});
