import type { Soggetto } from "@staffetta/contracts";
import { montaGefo } from "@staffetta/web";
import { Hono } from "hono";
import type { GefoDiProva } from "../nodes/gefo/src/fixtures.ts";

interface Risposta {
  readonly status: number;
  readonly testo: string;
  readonly vai: string | null;
  readonly avviso: string | null;
  readonly cookie: string;
}

/** The pages of Gefo asked one by one, without a network and without a browser. */
export interface PagineGefo {
  /** The page, as whoever has signed in reads it. */
  leggi(chi: Soggetto, percorso: string): Promise<string>;
  apri(chi: Soggetto, percorso: string): Promise<Readonly<{ status: number; testo: string }>>;
  /** Status, text, where it leads and what is said there; `cookie` = what the browser was told to keep. */
  invia(
    chi: Soggetto,
    percorso: string,
    campi: Readonly<Record<string, string>>,
    cookie?: string,
  ): Promise<Risposta>;
}

export function pagineGefo(gefo: GefoDiProva): PagineGefo {
  let chi: Soggetto = { ruolo: "anonimo" };
  let avviso: string | null = null;
  const app = new Hono();
  montaGefo(
    {
      ...{ app, operazioni: gefo.parte.operazioni, implementazione: gefo.parte.implementazione },
      sessioni: {
        leggi: () => chi,
        entra: () => undefined,
        esci: () => undefined,
        avvisa: (_, testo) => {
          avviso = testo;
        },
        prendiAvviso: () => null,
      },
      ...{ sviluppo: true, indirizzi: {}, nuovaChiave: () => gefo.uuid() },
      adesso: () => `${gefo.oggi()}T09:00:00.000Z`,
    },
    "10" as never,
    [],
  );
  const apri: PagineGefo["apri"] = async (soggetto, percorso) => {
    chi = soggetto;
    const risposta = await app.request(percorso);
    return { status: risposta.status, testo: await risposta.text() };
  };
  return {
    apri,
    leggi: async (soggetto, percorso) => (await apri(soggetto, percorso)).testo,
    invia: async (soggetto, percorso, campi, cookie = "") => {
      chi = soggetto;
      avviso = null;
      const body = new URLSearchParams(campi);
      const risposta = await app.request(percorso, {
        ...{ method: "POST", body, headers: { cookie } },
      });
      const vai = risposta.headers.get("location");
      const tenuto = risposta.headers.get("set-cookie")?.split(";")[0] ?? "";
      const testo = await risposta.text();
      return { status: risposta.status, testo, vai, avviso, cookie: tenuto };
    },
  };
}

/** Ids that stand on a page more than once. */
export function idRipetuti(pagina: string): readonly string[] {
  const ids = [...pagina.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? "");
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}
