import type { Implementazione, OperazioniGefo, Risposta, Soggetto } from "@staffetta/contracts";
import { adesso, type Contesto, oggi } from "./contesto.ts";

type Fn = (soggetto: Soggetto, ingresso: never) => Promise<Risposta<unknown>>;

/** An auditor reads between two days only, and each read is written down before it is answered. */
export function conRevisione(
  ctx: Contesto,
  implementazione: Implementazione<OperazioniGefo>,
): Implementazione<OperazioniGefo> {
  const guarda =
    (operazione: string, fn: Fn): Fn =>
    async (soggetto, ingresso) => {
      if (soggetto.ruolo !== "revisore") return fn(soggetto, ingresso);
      const { nome: chi, dal, al } = soggetto;
      const giorno = oggi(ctx);
      if (giorno < dal || giorno > al)
        return ctx.problemi.rispondi({ code: "revisione.fuori-periodo", dal, al } as never);
      await ctx.uow.transaction((stores) =>
        stores.lettureRevisore.insert({
          ...{ id: ctx.random.uuid(), chi, operazione, at: adesso(ctx) },
        }),
      );
      return fn(soggetto, ingresso);
    };
  const entries = Object.entries(implementazione as Readonly<Record<string, Fn>>);
  return Object.fromEntries(
    entries.map(([nome, fn]) => [nome, guarda(nome, fn)]),
  ) as unknown as Implementazione<OperazioniGefo>;
}
