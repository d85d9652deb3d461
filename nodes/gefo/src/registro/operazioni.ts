import type { Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import type { CivilDate, ServizioId } from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { isMio } from "../casi/comando.ts";
import { annotaLettura } from "../casi/letture.ts";
import { conRifiuti, perChiave, Rifiutato } from "../casi/rifiuti.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { segnaMosso } from "../lavoro/segna.ts";
import type { Stores } from "../store.ts";
import { sceltaO } from "./abilitati.ts";
import { serviziAffidatiWith } from "./affidati.ts";
import { apriRegistro, isAperto, nuovaRiga, type RegistroAperto } from "./apri.ts";
import { cambiatoDa, improntaDi } from "./cambiato.ts";
import { leggiCsv, type RigaCsv } from "./importa.ts";
import { avvisiDi, giudica, problemaDelleRighe } from "./scrivi.ts";
import type { RigaRegistroRow } from "./tabelle.ts";
import { righeDella, vistaRegistro } from "./vista.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  | "registro"
  | "serviziAffidati"
  | "salvaSettimana"
  | "firmaRegistro"
  | "riapriRegistro"
  | "importaRegistro"
>;
type Rifiuta = (rifiuto: Readonly<{ code: string }>) => never;

/** The register when this person may write on it now. */
async function perScrivere(
  ctx: Contesto,
  stores: Stores,
  soggetto: Soggetto,
  refuse: Rifiuta,
  servizioId: ServizioId,
): Promise<RegistroAperto> {
  const registro = await apriRegistro(ctx, stores, soggetto, servizioId);
  if (registro === null) return refuse({ code: "servizio.sconosciuto" });
  if (isAperto(registro.servizio)) return registro;
  const { stato } = registro.servizio;
  return refuse({ code: "registro.chiuso", ...{ stato } });
}

/** Writes the lines of a week in place of those that nobody has signed. */
async function riscrivi(
  ctx: Contesto,
  stores: Stores,
  registro: RegistroAperto,
  settimana: Readonly<{ nuove: readonly RigaRegistroRow[]; via: readonly RigaRegistroRow[] }>,
): Promise<string[]> {
  const { nuove, via } = settimana;
  const ids = new Set(via.map(({ id }) => id));
  const esiti = await giudica(ctx, stores, registro, nuove, ids);
  const problema = problemaDelleRighe(ctx, esiti);
  if (problema !== null) throw new Rifiutato(problema);
  for (const id of ids) await stores.registro.delete(id);
  for (const nuova of nuove) await stores.registro.insert(nuova);
  return avvisiDi(ctx, esiti);
}

const salvaWith =
  (ctx: Contesto): Ops["salvaSettimana"] =>
  (soggetto, { chiave, servizioId, lunedi, impronta, righe }) =>
    conRifiuti(ctx, async (stores, refuse) => {
      const registro = await perScrivere(ctx, stores, soggetto, refuse, servizioId);
      return perChiave(ctx, stores, chiave, async () => {
        const scritte = righeDella(registro.righe, lunedi);
        if (improntaDi(scritte) !== impronta) {
          const fatti = cambiatoDa(registro, scritte, righe, impronta);
          return refuse({ code: "registro.cambiato", ...fatti });
        }
        const chi = nomeDi(soggetto);
        const nuove = righe.map((una) => nuovaRiga(ctx, registro, una, chi));
        if (righeDella(nuove, lunedi).length !== nuove.length)
          return refuse({ code: "registro.altra-settimana" });
        const via = scritte.filter((una) => !haFirma(una));
        const avvisi = await riscrivi(ctx, stores, registro, { nuove, via });
        await segnaMosso(ctx, stores, registro.riga);
        return { scritte: nuove.length, avvisi };
      });
    });

const haFirma = ({ firmaGiovaneAt, firmaProfessionistaAt }: RigaRegistroRow): boolean =>
  firmaGiovaneAt !== null || firmaProfessionistaAt !== null;

const tra = (dal: CivilDate, al: CivilDate) => (riga: RigaRegistroRow) =>
  riga.rendicontazioneId === null && riga.giorno >= dal && riga.giorno <= al;

const firmaWith =
  (ctx: Contesto): Ops["firmaRegistro"] =>
  (soggetto, { chiave, servizioId, dal, al, chi }) =>
    conRifiuti(ctx, async (stores, refuse) => {
      const registro = await perScrivere(ctx, stores, soggetto, refuse, servizioId);
      return perChiave(ctx, stores, chiave, async () => {
        const campo = chi === "giovane" ? "firmaGiovaneAt" : "firmaProfessionistaAt";
        const sue = registro.righe.filter(tra(dal, al)).filter((riga) => riga[campo] === null);
        for (const riga of sue)
          await stores.registro.put({ ...riga, [campo]: adesso(ctx), toccataDa: nomeDi(soggetto) });
        await segnaMosso(ctx, stores, registro.riga);
        return { firmate: sue.length };
      });
    });

const riapriWith =
  (ctx: Contesto): Ops["riapriRegistro"] =>
  (soggetto, { chiave, servizioId, dal, al }) =>
    conRifiuti(ctx, async (stores, refuse) => {
      const registro = await perScrivere(ctx, stores, soggetto, refuse, servizioId);
      return perChiave(ctx, stores, chiave, async () => {
        const sue = registro.righe.filter(tra(dal, al)).filter(haFirma);
        for (const riga of sue)
          await stores.registro.put({
            ...{ ...riga, firmaGiovaneAt: null, firmaProfessionistaAt: null },
            toccataDa: nomeDi(soggetto),
          });
        return { riaperte: sue.length };
      });
    });

const uguali = (a: RigaRegistroRow, b: RigaRegistroRow): boolean =>
  a.giorno === b.giorno && a.dalle === b.dalle && a.alle === b.alle;

type EsitoCsv = Readonly<{
  riga: number;
  esito: "scritta" | "gia-presente" | "rifiutata";
  motivo: string;
}>;

function daCsv(
  ctx: Contesto,
  registro: RegistroAperto,
  letta: Extract<RigaCsv, { letta: unknown }>["letta"],
  chi: string,
): RigaRegistroRow {
  const { incarico } = registro.servizio;
  const { sedi, professionisti } = registro.disponibili;
  const byName = (text: string, tutti: typeof sedi): string =>
    tutti.find(({ id, nome }) => id === text || nome.toLowerCase() === text.toLowerCase())?.id ??
    text;
  const sedeId = letta.sede === "" ? (incarico?.sedeId ?? "") : byName(letta.sede, sedi);
  const eroga = letta.professionista;
  const professionistaId =
    eroga === "" ? (incarico?.professionistaId ?? "") : byName(eroga, professionisti);
  return nuovaRiga(
    ctx,
    registro,
    {
      ...letta,
      sedeId: sceltaO(sedeId, sedi),
      professionistaId: sceltaO(professionistaId, professionisti),
    },
    chi,
  );
}

/** Each row stands alone; a row that is there already is not written twice: a file may be sent again. */
async function importaRighe(
  ctx: Contesto,
  stores: Stores,
  registro: RegistroAperto,
  { righe, chi }: Readonly<{ righe: readonly RigaCsv[]; chi: string }>,
): Promise<readonly EsitoCsv[]> {
  const esiti: EsitoCsv[] = [];
  const scritte = [...registro.righe];
  for (const una of righe) {
    const { riga } = una;
    if ("motivo" in una) {
      esiti.push({ riga, esito: "rifiutata", motivo: una.motivo });
      continue;
    }
    const nuova = daCsv(ctx, registro, una.letta, chi);
    if (scritte.some((altra) => uguali(altra, nuova))) {
      esiti.push({ riga, esito: "gia-presente", motivo: "" });
      continue;
    }
    const [esito] = await giudica(ctx, stores, registro, [nuova]);
    const motivi = (esito?.rifiuti ?? []).map(
      ({ code, ...fatti }) => ctx.problemi.traduci(code, fatti).detail,
    );
    if (motivi.length > 0) {
      esiti.push({ riga, esito: "rifiutata", motivo: motivi.join(" ") });
      continue;
    }
    await stores.registro.insert(nuova);
    scritte.push(nuova);
    esiti.push({ riga, esito: "scritta", motivo: "" });
  }
  return esiti;
}

const importaWith =
  (ctx: Contesto): Ops["importaRegistro"] =>
  (soggetto, { chiave, servizioId, file }) =>
    conRifiuti(ctx, async (stores, refuse) => {
      const registro = await perScrivere(ctx, stores, soggetto, refuse, servizioId);
      return perChiave(ctx, stores, chiave, async () => {
        const lette = leggiCsv(file.contenuto);
        if (lette.length === 0) return refuse({ code: "registro.csv-vuoto", ...{ campo: "file" } });
        const righe = [
          ...(await importaRighe(ctx, stores, registro, { righe: lette, chi: nomeDi(soggetto) })),
        ];
        await segnaMosso(ctx, stores, registro.riga);
        return { scritte: righe.filter(({ esito }) => esito === "scritta").length, righe };
      });
    });

/** The register of a service: who was there, when, where, and who signed. */
export const operazioniRegistro = (ctx: Contesto): Ops => ({
  registro: (soggetto, { servizioId, lunedi }) =>
    conRifiuti(ctx, async (stores, refuse) => {
      const registro = await apriRegistro(ctx, stores, soggetto, servizioId);
      if (registro === null) return refuse({ code: "servizio.sconosciuto" });
      const { adesioneId } = registro.riga;
      await annotaLettura(ctx, stores, soggetto, adesioneId, "registro");
      const vista = await vistaRegistro(ctx, stores, registro, lunedi);
      return { ...vista, delCaso: isMio(registro.riga, soggetto) };
    }),
  serviziAffidati: serviziAffidatiWith(ctx),
  salvaSettimana: salvaWith(ctx),
  firmaRegistro: firmaWith(ctx),
  riapriRegistro: riapriWith(ctx),
  importaRegistro: importaWith(ctx),
});
