import type { Risposta, Soggetto } from "@staffetta/contracts";
import { checkInMano, type EventoCaso, ok, type RegoleGefo, type Result } from "@staffetta/domain";
import { autoreDi, nomeDi } from "@staffetta/nodo";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { liberaDenaro } from "../denaro/libro.ts";
import { serviCoda } from "../denaro/servi-coda.ts";
import { conNome } from "../lavoro/colleghi.ts";
import type { Stores } from "../store.ts";
import { unaVolta } from "../una-volta.ts";
import { type Circostanze, registraEvento } from "./registra-evento.ts";
import type { CasoRow } from "./tabelle.ts";

export const FATTO = { fatto: true } as const;

type Rifiuto = Readonly<{ code: string }>;

export interface Comando<T> {
  readonly chiave: string;
  readonly adesioneId: string;
  /** `regole` = those that govern this case today. */
  readonly decide: (
    riga: CasoRow,
    regole: RegoleGefo,
    stores: Stores,
  ) => Result<EventoCaso, Rifiuto> | Promise<Result<EventoCaso, Rifiuto>>;
  /** What must hold beside the case, in the same transaction; absent = nothing. */
  readonly verifica?: (stores: Stores, riga: CasoRow) => Promise<Result<null, Rifiuto>>;
  /** What is kept with the evento, in the same transaction; `riga` is the case as the evento left it. */
  readonly conserva?: (stores: Stores, riga: CasoRow, evento: EventoCaso) => Promise<void>;
  readonly circostanze?: Omit<Circostanze, "chi">;
  /** The answer, or how the evento makes it. */
  readonly valore: T | ((evento: EventoCaso) => T);
  /** What happens instead when the ledger has not enough; absent = the command is refused. */
  readonly senzaDenaro?: (
    stores: Stores,
    riga: CasoRow,
    evento: EventoCaso,
  ) => Promise<Readonly<{ evento: EventoCaso; valore: T }>>;
}

/** An addetto sees the cases of one operatore; those of the others are as if they were not there. */
export const isMio = ({ operatoreId }: CasoRow, soggetto: Soggetto): boolean =>
  soggetto.ruolo === "regione" ||
  soggetto.ruolo === "revisore" ||
  (soggetto.ruolo === "addetto" && soggetto.operatoreId === operatoreId);

async function applica<T>(
  ctx: Contesto,
  stores: Stores,
  riga: CasoRow,
  soggetto: Soggetto,
  comando: Comando<T>,
): Promise<Result<Readonly<{ valore: T; evento: EventoCaso }>, Rifiuto>> {
  const verificato = await comando.verifica?.(stores, riga);
  if (verificato?.ok === false) return verificato;
  const regole = await regoleDelCaso(ctx, stores, riga.caso);
  const deciso = await comando.decide(riga, regole, stores);
  if (!deciso.ok) return deciso;
  const circostanze = { chi: nomeDi(soggetto), ...comando.circostanze };
  const scrivi = (evento: EventoCaso) =>
    registraEvento(ctx, stores, { prima: riga, evento }, circostanze);
  const scritto = await scrivi(deciso.value);
  if (scritto.ok) {
    const evento = deciso.value;
    await comando.conserva?.(stores, scritto.value, evento);
    return { ok: true, value: { valore: valoreDi(comando, evento), evento } };
  }
  if (comando.senzaDenaro === undefined || scritto.rifiuto.code !== "denaro.insufficiente")
    return scritto;
  const altro = await comando.senzaDenaro(stores, riga, deciso.value);
  const accodato = await scrivi(altro.evento);
  if (!accodato.ok) return accodato;
  await comando.conserva?.(stores, accodato.value, altro.evento);
  return { ok: true, value: altro };
}

const valoreDi = <T>({ valore }: Comando<T>, evento: EventoCaso): T =>
  typeof valore === "function" ? (valore as (evento: EventoCaso) => T)(evento) : valore;

/** Lock, decide, record, once per key: what every command on a case does. */
export async function esegui<T>(
  ctx: Contesto,
  soggetto: Soggetto,
  comando: Comando<T>,
): Promise<Risposta<T>> {
  let liberato = false;
  const esito = await unaVolta<T>(ctx, comando.chiave, async (stores) => {
    const riga = await stores.casi.lock(comando.adesioneId);
    if (riga === null || !isMio(riga, soggetto))
      return ctx.problemi.rispondi({ code: "caso.sconosciuto" });
    const done = await stores.chiavi.get(comando.chiave);
    if (done !== null) return { ok: true, valore: done.risposta as T };
    const voce = await stores.coda.get(comando.adesioneId);
    const libera = voce === null ? ok(null) : checkInMano(voce, autoreDi(soggetto).id, adesso(ctx));
    if (!libera.ok)
      return ctx.problemi.rispondi(await conNome(stores, riga.operatoreId, libera.rifiuto));
    const applicato = await applica(ctx, stores, riga, soggetto, comando);
    if (!applicato.ok) return ctx.problemi.rispondi(applicato.rifiuto);
    liberato = liberaDenaro(riga.caso, applicato.value.evento);
    return { ok: true, valore: applicato.value.valore };
  });
  if (esito.ok && liberato) await serviCoda(ctx);
  return esito;
}
