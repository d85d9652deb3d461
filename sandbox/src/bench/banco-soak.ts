import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Banco } from "./banco.ts";
import { CORSIE_ARRETRATO, mustHave, rssOf, waitEmpty, withCoppia } from "./staffetta.ts";
import { perSec, round } from "./statistica.ts";

/** After this part of the run memory must not grow any more. */
const ASSESTATO = 0.3;
const FETTE = 20;

/** `npm run bench -- soak`: a million messages through two nodes; is the memory of either growing? */
export const banco: Banco = async ({ say, nuovoUrl, folder, argomenti }) => {
  const { values } = parseArgs({
    args: [...argomenti],
    options: {
      json: { type: "boolean", default: false },
      messages: { type: "string", default: "1000000" },
    },
  });
  const messages = Number(values.messages);
  const posto = { chiavi: join(folder, "chiavi"), urlDi: nuovoUrl };
  const forma = { corsie: CORSIE_ARRETRATO, destinatari: ["b"] };
  const quanti = Math.floor(messages / FETTE);
  const rssMb: number[] = [];
  const startedAt = performance.now();
  await withCoppia(posto, forma, async (a, altri) => {
    await a.chiedi({ tipo: "avvia" });
    for (let fetta = 0; fetta < FETTE; fetta++) {
      await a.chiedi({
        ...{ tipo: "accoda", da: fetta * quanti, quanti, perCommit: 100, scrittori: 4 },
        destinatari: ["b"],
      });
      await waitEmpty(a);
      rssMb.push(await rssOf([a, ...altri]));
      say(`${(fetta + 1) * quanti} messaggi, ${rssMb.at(-1)} MB`);
    }
    for (const nodo of altri) await mustHave(nodo, quanti * FETTE);
  });
  const settled = rssMb.slice(Math.floor(FETTE * ASSESTATO));
  return {
    messages: quanti * FETTE,
    msgPerSec: perSec(quanti * FETTE, performance.now() - startedAt),
    rssMb,
    /** Last over first, once the run has settled: 1 is flat. */
    growth: round((settled.at(-1) ?? 0) / (settled[0] ?? 1), 2),
  };
};
