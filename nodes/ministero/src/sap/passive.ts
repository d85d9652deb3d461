import { createHash } from "node:crypto";
import {
  type Implementazione,
  type operazioniSap,
  PoliticaPassiva,
  type Soggetto,
} from "@staffetta/contracts";
import { adesso, type Contesto } from "../contesto.ts";
import { ensurePersona } from "./archivio.ts";
import { stessa } from "./stessa.ts";

type Ops = Pick<Implementazione<typeof operazioniSap>, "importaPassiva" | "importaPassive">;
type Importa = Ops["importaPassiva"];

const sha256 = (parti: readonly string[]): string =>
  createHash("sha256").update(parti.join("\n")).digest("hex");

const importaPassivaWith =
  (ctx: Contesto): Importa =>
  (_soggetto, { codiceFiscale, ...resto }) =>
    ctx.uow.transaction(async (stores) => {
      const detto = { sesso: null, dataNascita: null };
      const persona = await ensurePersona(ctx, stores, codiceFiscale, detto);
      if (persona === null) return ctx.problemi.rispondi({ code: "persona.senza-nascita" });
      const personaId = persona.id;
      const id = sha256([personaId, resto.tipo, resto.ente, resto.dal]);
      const row = { id, personaId, ...resto, importataAt: adesso(ctx) };
      const nota = await stores.passive.lock(id);
      if (stessa(nota, row, "importataAt", "fonte"))
        return { ok: true, valore: { esito: "uguale" } };
      await stores.passive.put(row);
      return { ok: true, valore: { esito: nota === null ? "aggiunta" : "aggiornata" } };
    });

/** One row, whatever is in it: who sent a thousand must know which ones were wrong, and why. */
async function unaRiga(
  importa: Importa,
  soggetto: Soggetto,
  riga: Readonly<Record<string, unknown>>,
): Promise<
  Readonly<{ esito: "aggiunta" | "aggiornata" | "uguale" | "rifiutata"; motivo: string }>
> {
  const letta = PoliticaPassiva.safeParse({ al: null, importoCents: null, fonte: "", ...riga });
  if (!letta.success) {
    const motivi = letta.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    return { esito: "rifiutata", motivo: motivi.join("; ") };
  }
  const risposta = await importa(soggetto, letta.data);
  if (risposta.ok) return { esito: risposta.valore.esito, motivo: "" };
  return { esito: "rifiutata", motivo: risposta.problema.detail };
}

/** The port by which passive policies come in; a file of rows or another system's calls stand behind it. */
export const operazioniPassive = (ctx: Contesto): Ops => {
  const importaPassiva = importaPassivaWith(ctx);
  return {
    importaPassiva,
    importaPassive: async (soggetto, { righe }) => {
      const esiti = [];
      for (const [i, riga] of righe.entries())
        esiti.push({ riga: i + 1, ...(await unaRiga(importaPassiva, soggetto, riga)) });
      return { ok: true, valore: { esiti } };
    },
  };
};
