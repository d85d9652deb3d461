import type { Problema, Risposta, Soggetto } from "@staffetta/contracts";
import { checkInMano, type EventoCaso, ok, type RegoleGefo, type Result } from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { type Circostanze, registraEvento } from "./registra-evento.ts";
import type { CasoRow } from "./tabelle.ts";

export const FATTO = { fatto: true } as const;

type Rifiuto = Readonly<{ code: string }>;

export interface Comando<T> {
  readonly chiave: string;
  readonly adesioneId: string;
  /** `regole` = those that govern this case today. */
  readonly decide: (riga: CasoRow, regole: RegoleGefo) => Result<EventoCaso, Rifiuto>;
  readonly circostanze?: Omit<Circostanze, "chi">;
  readonly valore: T;
}

/** Rolls the transaction back and carries the answer out of it. */
class Rifiutato extends Error {
  readonly problema: Problema;
  constructor(problema: Problema) {
    super(problema.title);
    this.problema = problema;
  }
}

/** An addetto sees the cases of one operatore; those of the others are as if they were not there. */
export const isMio = ({ operatoreId }: CasoRow, soggetto: Soggetto): boolean =>
  soggetto.ruolo === "regione" ||
  (soggetto.ruolo === "addetto" && soggetto.operatoreId === operatoreId);

/** Lock, decide, record, once per key: what every command on a case does. */
export async function esegui<T>(
  ctx: Contesto,
  soggetto: Soggetto,
  comando: Comando<T>,
): Promise<Risposta<T>> {
  const refuse = (rifiuto: Rifiuto): never => {
    throw new Rifiutato(ctx.problemi.rispondi(rifiuto).problema);
  };
  const work = async (stores: Stores): Promise<T> => {
    const riga = await stores.casi.lock(comando.adesioneId);
    if (riga === null || !isMio(riga, soggetto)) return refuse({ code: "caso.sconosciuto" });
    const done = await stores.chiavi.get(comando.chiave);
    if (done !== null) return done.risposta as T;
    const voce = await stores.coda.get(comando.adesioneId);
    const libera = voce === null ? ok(null) : checkInMano(voce, nomeDi(soggetto), adesso(ctx));
    if (!libera.ok) return refuse(libera.rifiuto);
    const deciso = comando.decide(riga, await regoleDelCaso(ctx, stores, riga.caso));
    if (!deciso.ok) return refuse(deciso.rifiuto);
    const storia = { prima: riga, evento: deciso.value };
    const circostanze = { chi: nomeDi(soggetto), ...comando.circostanze };
    const scritto = await registraEvento(ctx, stores, storia, circostanze);
    if (!scritto.ok) return refuse(scritto.rifiuto);
    const { chiave, valore } = comando;
    await stores.chiavi.insert({ chiave, at: adesso(ctx), risposta: valore });
    return valore;
  };
  try {
    return { ok: true, valore: await ctx.uow.transaction(work) };
  } catch (error) {
    if (error instanceof Rifiutato) return { ok: false, problema: error.problema };
    throw error;
  }
}
