import assert from "node:assert/strict";
import { createServer, type Server } from "node:net";
import { after, test } from "node:test";
import { antivirusAssente, antivirusDiProva, EICAR } from "./antivirus.ts";
import { clamd } from "./clamd.ts";

const testo = (text: string): Uint8Array => new TextEncoder().encode(text);

test("antivirus di prova: riconosce il file EICAR ovunque sia, e lascia passare il resto", async () => {
  assert.deepEqual(await antivirusDiProva.esamina(testo("registro")), { pulito: true });
  const esito = await antivirusDiProva.esamina(testo(`%PDF-1.7 ${EICAR}`));
  assert.equal(esito.pulito, false);
});

test("antivirus assente: non accetta nulla", async () => {
  await assert.rejects(antivirusAssente.esamina(testo("registro")), /nessun antivirus/);
});

const servers: Server[] = [];
after(() => {
  for (const server of servers) server.close();
});

/** Speaks the protocol of clamd: reads the chunks, answers when the empty one comes. */
async function finto(answerTo: (content: Buffer) => string): Promise<string> {
  const server = createServer((socket) => {
    let seen = Buffer.alloc(0);
    socket.on("data", (part) => {
      seen = Buffer.concat([seen, part]);
      const content: Buffer[] = [];
      let at = "zINSTREAM\0".length;
      while (at + 4 <= seen.length) {
        const size = seen.readUInt32BE(at);
        if (size === 0) {
          socket.end(`${answerTo(Buffer.concat(content))}\0`);
          return;
        }
        content.push(seen.subarray(at + 4, at + 4 + size));
        at += 4 + size;
      }
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

test("clamd: manda tutto a pezzi e capisce le tre risposte", async () => {
  const grande = Buffer.alloc(200_000, 7);
  const porta = await finto((content) =>
    content.equals(grande) ? "stream: OK" : `stream: ${content.toString()} FOUND`,
  );
  assert.deepEqual(await clamd(porta).esamina(grande), { pulito: true });
  assert.deepEqual(await clamd(porta).esamina(testo("Verme.A")), {
    ...{ pulito: false, minaccia: "Verme.A" },
  });
  const rotto = await finto(() => "INSTREAM size limit exceeded. ERROR");
  await assert.rejects(clamd(rotto).esamina(grande), /non ha saputo rispondere/);
});
