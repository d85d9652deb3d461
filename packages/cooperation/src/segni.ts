import type { LottoLetto, RicevutaTratto } from "./lotto.ts";
import type { CorsiaEntrata, Entrato } from "./store.ts";

type Segno = Pick<CorsiaEntrata, "segno" | "testa">;

/**
 * Where this process has left the lanes of its senders. A lotto that goes on from there is applied while
 * the database is still being asked whether it is so: one wait less. Nothing is confirmed on a guess: a
 * transaction that was begun on one that proves wrong is undone, and begun again on what the database says.
 */
export class Segni {
  readonly #segni = new Map<string, Segno>();

  /** What entering will find, if nothing has changed; null when that isn't known or the lotto is no plain sequel. */
  suppose({ mittente, tratti }: LottoLetto): Entrato | null {
    const corsie = new Map<number, CorsiaEntrata>();
    for (const { corsia, da } of tratti) {
      const known = this.#segni.get(`${mittente}/${corsia}`);
      if (known?.segno !== da - 1) return null;
      corsie.set(corsia, { partner: mittente, corsia, ...known, ultimoAt: null });
    }
    return { nuova: true, corsie, ferme: new Set() };
  }

  /** @param ricevuta of a transaction that is committed */
  keep(mittente: string, ricevuta: readonly RicevutaTratto[]): void {
    for (const tratto of ricevuta) {
      if ("codice" in tratto) continue;
      const { corsia, fino: segno, testa } = tratto;
      this.#segni.set(`${mittente}/${corsia}`, { segno, testa });
    }
  }
}

/** True when what the database says leads to the same as what was supposed. */
export const isAsSupposed = (trovato: Entrato, supposto: Entrato): boolean =>
  trovato.nuova === supposto.nuova &&
  trovato.ferme.size === supposto.ferme.size &&
  [...supposto.corsie].every(([corsia, { segno, testa }]) => {
    const lane = trovato.corsie.get(corsia);
    return lane?.segno === segno && lane.testa === testa;
  });
