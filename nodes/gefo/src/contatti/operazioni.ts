import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import {
  dayInRome,
  type EventoCaso,
  giustificaAssenza,
  type Instant,
  instantInRome,
  regoleCaso,
} from "@staffetta/domain";
import { esegui, FATTO } from "../casi/comando.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "registraContatto" | "giustificaAssenza">;

/** The absence and why: beside the contact that told of it. */
async function segnaGiustificata(
  { contatti }: Stores,
  { adesioneId }: CasoRow,
  evento: EventoCaso,
): Promise<void> {
  if (evento.tipo !== "assenza-giustificata") return;
  const { on, motivo, at } = evento;
  const assenze = (await contatti.by("adesioneId", adesioneId))
    .filter((uno) => uno.esito === "mancata-presentazione")
    .filter((uno) => dayInRome(uno.at as Instant) === on)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const ultima = assenze.at(-1);
  if (ultima !== undefined) await contatti.put({ ...ultima, assenza: motivo, giustificataAt: at });
}

/** Calls, answers, interviews; and why somebody did not come. */
export const operazioniContatti = (ctx: Contesto): Ops => ({
  registraContatto: (soggetto, { chiave, adesioneId, canale, esito, giorno, ora, nota, prova }) =>
    esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: FATTO },
      circostanze: {
        contatto: { id: ctx.random.uuid(), canale, nota, prova: prova === "" ? null : prova },
      },
      decide: ({ caso }) => {
        const at = instantInRome(giorno, ora);
        return regoleCaso.registraContatto(caso, { esito, at }, adesso(ctx));
      },
    }),
  giustificaAssenza: (soggetto, { chiave, adesioneId, assenza }) =>
    esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: FATTO, conserva: segnaGiustificata },
      decide: ({ caso }, { contatti }) => giustificaAssenza(caso, assenza, contatti, adesso(ctx)),
    }),
});
