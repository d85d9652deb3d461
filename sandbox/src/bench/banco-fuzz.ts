import { parseArgs } from "node:util";
import { servizicoap } from "@staffetta/contracts";
import { genera, leggiDocumento, rovina } from "@staffetta/nodo";
import { seededRandom } from "@staffetta/platform";
import type { Banco } from "./banco.ts";
import { round } from "./statistica.ts";

/**
 * `npm run bench -- fuzz --documenti 1000000 --seme 1`: documents made from their description, sound,
 * wrong or ruined; none may crash the reader, hang it, or change when it is written and read again.
 */
const GIORNO = { oggi: "2026-01-15" };
const PAUSA = 20_000;

export const banco: Banco = async ({ argomenti, say }) => {
  const { values } = parseArgs({
    args: [...argomenti],
    options: {
      documenti: { type: "string", default: "1000000" },
      seme: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
    },
  });
  const quanti = Number(values.documenti);
  const random = seededRandom(values.seme);
  const startedAt = performance.now();
  let [letti, lentoMs, heapMb] = [0, 0, 0];
  for (let i = 1; i <= quanti; i++) {
    const { documento, xml } = genera(random, random.float() < 0.3 ? 0 : 0.12);
    const testo = random.float() < 0.5 ? rovina(random, xml) : xml;
    const at = performance.now();
    const letto = leggiDocumento(documento, testo, GIORNO);
    lentoMs = Math.max(lentoMs, performance.now() - at);
    if (letto.ok) {
      letti++;
      const scritto = servizicoap.codifica(documento, letto.valore);
      if (JSON.stringify(leggiDocumento(documento, scritto, GIORNO)) !== JSON.stringify(letto))
        throw new Error(`seme ${values.seme}, documento ${i}: riscritto dice altro\n${testo}`);
    }
    if (i % PAUSA === 0) {
      heapMb = process.memoryUsage().heapUsed / 2 ** 20;
      say(`${i} documenti, ${letti} letti, memoria ${round(heapMb)} MB`);
      await new Promise((done) => setImmediate(done));
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    ...{ bench: "fuzz", documenti: quanti, letti, rifiutati: quanti - letti },
    ...{
      seconds: round(seconds),
      lentoMs: round(lentoMs),
      heapMb: round(heapMb),
      seme: values.seme,
    },
  };
};
