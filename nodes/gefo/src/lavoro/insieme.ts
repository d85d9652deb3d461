import type { Implementazione, OperazioniGefo, Risposta, Soggetto } from "@staffetta/contracts";
import { assegnaA, checkInMano, ok, type Result, type SegnoCoda } from "@staffetta/domain";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { addettoDi } from "./chi.ts";
import { colleghiDi, conNome, nomiDei } from "./colleghi.ts";
import type { CodaRow } from "./tabelle.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "assegnaCasi" | "segnaCasi" | "esitoInsieme">;

export interface EsitoRiga {
  readonly adesioneId: string;
  readonly persona: string;
  readonly fatto: boolean;
  readonly detto: string;
}

const SCONOSCIUTO = "Questo caso non c'è, o non è più tuo.";

/** The row when it belongs to this operatore: held until the transaction ends. */
export async function lockMia(
  stores: Stores,
  operatoreId: string,
  adesioneId: string,
): Promise<CodaRow | null> {
  const row = await stores.coda.lock(adesioneId);
  return row?.operatoreId === operatoreId ? row : null;
}

export const personaDi = ({ cognome, nome }: Pick<CodaRow, "cognome" | "nome">): string =>
  `${cognome} ${nome}`;

interface Passo {
  readonly decide: (row: CodaRow) => Result<CodaRow, Readonly<{ code: string }>>;
  readonly detto: string;
}

async function unaRiga(
  ctx: Contesto,
  stores: Stores,
  operatoreId: string,
  adesioneId: string,
  { decide, detto }: Passo,
): Promise<EsitoRiga> {
  const row = await lockMia(stores, operatoreId, adesioneId);
  if (row === null) return { adesioneId, persona: "—", fatto: false, detto: SCONOSCIUTO };
  const persona = personaDi(row);
  const deciso = decide(row);
  if (!deciso.ok) {
    const { code, ...fatti } = await conNome(stores, operatoreId, deciso.rifiuto);
    return { adesioneId, persona, fatto: false, detto: ctx.problemi.traduci(code, fatti).detail };
  }
  await stores.coda.put(deciso.value);
  return { adesioneId, persona, fatto: true, detto };
}

/** Each row has its outcome; the same key gives the same answer and does nothing again. */
async function perTutti(
  ctx: Contesto,
  soggetto: Soggetto,
  { chiave, adesioni }: Readonly<{ chiave: string; adesioni: readonly string[] }>,
  passo: Passo,
): Promise<Risposta<never>> {
  const { operatoreId } = addettoDi(ctx, soggetto);
  const valore = await ctx.uow.transaction(async (stores) => {
    const done = await stores.chiavi.get(chiave);
    if (done !== null) return done.risposta;
    const righe: EsitoRiga[] = [];
    // One order for everybody: two bulk actions can't hold each other.
    for (const adesioneId of [...new Set(adesioni)].sort())
      righe.push(await unaRiga(ctx, stores, operatoreId, adesioneId, passo));
    const risposta = { fatti: righe.filter(({ fatto }) => fatto).length, righe };
    await stores.chiavi.insert({ chiave, at: adesso(ctx), risposta });
    return risposta;
  });
  return { ok: true, valore: valore as never };
}

const isEsito = (risposta: unknown): risposta is Readonly<{ righe: readonly EsitoRiga[] }> =>
  typeof risposta === "object" && risposta !== null && "righe" in risposta;

/** The answer of before, for a page that is read again; only what still belongs to who asks. */
const esitoWith =
  (ctx: Contesto): Ops["esitoInsieme"] =>
  (soggetto, { chiave }) =>
    ctx.uow.transaction(async (stores) => {
      const { operatoreId } = addettoDi(ctx, soggetto);
      const done = await stores.chiavi.get(chiave);
      const mie: EsitoRiga[] = [];
      for (const riga of isEsito(done?.risposta) ? done.risposta.righe : []) {
        const voce = await stores.coda.get(riga.adesioneId);
        if (voce?.operatoreId === operatoreId) mie.push(riga);
      }
      const fatti = mie.filter(({ fatto }) => fatto).length;
      return { ok: true, valore: { fatti, righe: mie } as never };
    });

/** The same thing done to many cases. */
export const operazioniInsieme = (ctx: Contesto): Ops => ({
  esitoInsieme: esitoWith(ctx),
  assegnaCasi: async (soggetto, { collega, ...insieme }) => {
    const { chi, operatoreId } = addettoDi(ctx, soggetto);
    const noti = await ctx.uow.transaction((stores) => colleghiDi(stores, operatoreId));
    if (collega !== "" && !noti.some(({ id }) => id === collega)) {
      const fatti = { collega, campo: "collega" };
      return ctx.problemi.rispondi({ code: "collega.sconosciuto", ...fatti });
    }
    const assegnatario = collega === "" ? null : collega;
    return perTutti(ctx, soggetto, insieme, {
      detto:
        assegnatario === null
          ? "Non è più affidato a nessuno."
          : `Affidato a ${nomiDei(noti)(assegnatario)}.`,
      decide: (row) => assegnaA(row, assegnatario, chi, adesso(ctx)),
    });
  },
  segnaCasi: (soggetto, { segno, ...insieme }) => {
    const { chi } = addettoDi(ctx, soggetto);
    const nuovo: SegnoCoda | null = segno === "" ? null : segno;
    return perTutti(ctx, soggetto, insieme, {
      detto: nuovo === null ? "Segno tolto." : "Segnato.",
      decide: (row) => {
        const libera = checkInMano(row, chi, adesso(ctx));
        return libera.ok ? ok({ ...row, segno: nuovo }) : libera;
      },
    });
  },
});
