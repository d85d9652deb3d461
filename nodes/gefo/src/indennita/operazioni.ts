import type { Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import {
  type Caso,
  chiudiMese,
  dichiaraMese,
  findServizio,
  inviaMese,
  type MeseIndennita,
  MISURE,
  type ServizioId,
  type Tirocinio,
} from "@staffetta/domain";
import { accoda, borsaLavoroDi, nomeDi } from "@staffetta/nodo";
import { csv } from "@staffetta/platform";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { FATTO, isMio } from "../casi/comando.ts";
import { annotaLettura } from "../casi/letture.ts";
import { personaOf } from "../casi/persona.ts";
import { conRifiuti, perChiave } from "../casi/rifiuti.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { inEuro, TIPO_CSV } from "../csv.ts";
import { prossimoNumero } from "../liquidazione/domanda.ts";
import { nomiOf } from "../operatori/nomi.ts";
import type { Stores } from "../store.ts";
import type { IndennitaRow } from "./tabelle.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  | "indennitaServizio"
  | "dichiaraPresenza"
  | "indennita"
  | "inviaIndennita"
  | "indennitaCsv"
  | "registraIndennita"
>;

/** Kept, and told to the portal where the giovane reads it. */
async function scrivi(ctx: Contesto, stores: Stores, row: IndennitaRow): Promise<void> {
  await stores.indennita.put(row);
  const { servizioId, adesioneId, mese, stato, importoCents, pagataOn, motivo } = row;
  accoda(stores.uscita, "indennita.v1", {
    destinatario: borsaLavoroDi(ctx.regione),
    persona: adesioneId,
    corpo: {
      ...{ politicaId: servizioId as ServizioId, adesioneId: adesioneId as Caso["adesioneId"] },
      ...{ mese, stato, importoCents, pagataOn, motivo, at: adesso(ctx) },
    },
  });
}

interface Trovato {
  readonly riga: CasoRow;
  readonly tirocinio: Tirocinio;
}

/** The case is held: what is said of its months is said by one at a time. */
async function trova(
  stores: Stores,
  soggetto: Soggetto,
  servizioId: string,
): Promise<Trovato | null> {
  const servizio = await stores.servizi.get(servizioId);
  const riga = servizio === null ? null : await stores.casi.lock(servizio.adesioneId);
  const trovato = riga && findServizio(riga.caso.dote, servizioId as ServizioId);
  if (riga === null || !trovato || !isMio(riga, soggetto)) return null;
  const { misura, dataInizio, dataFine } = trovato;
  return { riga, tirocinio: { misura, dataInizio, dataFine } };
}

const meseDiRow = (row: IndennitaRow): MeseIndennita => {
  const { mese, orePreviste, orePresenti, importoCents, stato, inviataOn, pagataOn, motivo } = row;
  return { mese, orePreviste, orePresenti, importoCents, stato, inviataOn, pagataOn, motivo };
};

/** Months of the traineeship until today. */
function mesiFino({ dataInizio, dataFine }: Tirocinio, oggiRoma: string): string[] {
  const mesi: string[] = [];
  const ultimo = (dataFine ?? oggiRoma).slice(0, 7);
  let [anno = 0, mese = 1] = (dataInizio ?? "9999-12").split("-").map(Number);
  for (;;) {
    const uno = `${anno}-${String(mese).padStart(2, "0")}`;
    if (uno > ultimo) return mesi;
    mesi.push(uno);
    [anno, mese] = mese === 12 ? [anno + 1, 1] : [anno, mese + 1];
  }
}

const servizioWith =
  (ctx: Contesto): Ops["indennitaServizio"] =>
  (soggetto, { servizioId }) =>
    conRifiuti(ctx, async (stores, refuse) => {
      const trovato = await trova(stores, soggetto, servizioId);
      if (trovato === null) return refuse({ code: "servizio.sconosciuto" });
      const { riga, tirocinio } = trovato;
      const { indennita: regole } = (await regoleDelCaso(ctx, stores, riga.caso)).rendiconto;
      const mesi = (await stores.indennita.by("servizioId", servizioId)).map(meseDiRow);
      const prova = { orePreviste: 1, orePresenti: 0 };
      const aperti = mesiFino(tirocinio, oggi(ctx)).filter(
        (mese) => dichiaraMese(tirocinio, mesi, { ...prova, mese }, regole, oggi(ctx)).ok,
      );
      const { etichetta } = MISURE[tirocinio.misura as keyof typeof MISURE];
      return { servizioId, adesioneId: riga.caso.adesioneId, etichetta, mesi, aperti, regole };
    });

const dichiaraWith =
  (ctx: Contesto): Ops["dichiaraPresenza"] =>
  (soggetto, { chiave, servizioId, ...presenza }) =>
    conRifiuti(ctx, async (stores, refuse) => {
      const trovato = await trova(stores, soggetto, servizioId);
      if (trovato === null) return refuse({ code: "servizio.sconosciuto" });
      return perChiave(ctx, stores, chiave, async () => {
        const { riga, tirocinio } = trovato;
        const { indennita: regole } = (await regoleDelCaso(ctx, stores, riga.caso)).rendiconto;
        const noti = await stores.indennita.by("servizioId", servizioId);
        const deciso = dichiaraMese(tirocinio, noti, presenza, regole, oggi(ctx));
        if (!deciso.ok) return refuse(deciso.rifiuto);
        await scrivi(ctx, stores, {
          ...{ ...deciso.value, id: `${servizioId}/${presenza.mese}`, servizioId, lotto: null },
          ...{ adesioneId: riga.adesioneId, operatoreId: riga.operatoreId },
          ...{ dichiarataAt: adesso(ctx), dichiarataDa: nomeDi(soggetto) },
        });
        return FATTO;
      });
    });

const APERTI = ["dichiarata", "respinta", "inviata"] as const;

const elencoWith =
  (ctx: Contesto): Ops["indennita"] =>
  () =>
    ctx.uow.transaction(async (stores) => {
      const nomi = await nomiOf(stores);
      const righe = [];
      for (const stato of APERTI)
        for (const row of await stores.indennita.by("stato", stato)) {
          const riga = await stores.casi.get(row.adesioneId);
          righe.push({
            ...{ ...meseDiRow(row), riferimento: row.id, lotto: row.lotto },
            adesioneId: row.adesioneId as Caso["adesioneId"],
            giovane: riga === null ? "" : `${riga.cognome} ${riga.nome}`,
            operatore: nomi.get(row.operatoreId) ?? row.operatoreId,
          });
        }
      const daInviare = righe.filter(({ stato }) => stato !== "inviata").length;
      return { ok: true, valore: { righe, daInviare } };
    });

/** Everything due and not sent yet, held, goes into one list. */
async function mandaTutto(ctx: Contesto, stores: Stores, lotto: string): Promise<number> {
  const dovuti = [
    ...(await stores.indennita.by("stato", "dichiarata")),
    ...(await stores.indennita.by("stato", "respinta")),
  ];
  let mesi = 0;
  for (const { id } of dovuti) {
    const row = await stores.indennita.lock(id);
    const deciso = row && inviaMese(row, oggi(ctx));
    if (!row || !deciso?.ok) continue;
    await scrivi(ctx, stores, { ...row, ...deciso.value, lotto });
    mesi++;
  }
  return mesi;
}

const inviaWith =
  (ctx: Contesto): Ops["inviaIndennita"] =>
  (_soggetto, { chiave }) =>
    conRifiuti(ctx, (stores, refuse) =>
      perChiave(ctx, stores, chiave, async () => {
        const lotto = await prossimoNumero(ctx, stores, "IND");
        const mesi = await mandaTutto(ctx, stores, lotto);
        return mesi === 0 ? refuse({ code: "indennita.niente-da-inviare" }) : { lotto, mesi };
      }),
    );

const csvWith =
  (ctx: Contesto): Ops["indennitaCsv"] =>
  (soggetto, { lotto }) =>
    ctx.uow.transaction(async (stores) => {
      const righe: string[][] = [];
      for (const row of await stores.indennita.by("lotto", lotto)) {
        const riga = await stores.casi.get(row.adesioneId);
        if (riga === null) throw new Error(`manca il caso ${row.adesioneId}`);
        const { adesioneId } = row;
        await annotaLettura(ctx, stores, soggetto, adesioneId, "indennita");
        const { codiceFiscale, cognome, nome } = personaOf(ctx, riga).anagrafica;
        righe.push([row.id, codiceFiscale, cognome, nome, row.mese, inEuro(row.importoCents)]);
      }
      const colonne = ["riferimento", "codiceFiscale", "cognome", "nome", "mese", "importo"];
      const contenuto = csv({ titolo: "Indennità", colonne, righe });
      return { ok: true, valore: { nome: `${lotto}.csv`, tipo: TIPO_CSV, contenuto } as never };
    });

const registraWith =
  (ctx: Contesto): Ops["registraIndennita"] =>
  (_soggetto, { riferimento, ...notizia }) =>
    conRifiuti(ctx, async (stores, refuse) => {
      const row = await stores.indennita.lock(riferimento);
      if (row === null)
        return refuse({ code: "indennita.sconosciuta", ...{ campo: "riferimento" } });
      const { esito, data, motivo } = notizia;
      const nota = esito === "pagata" ? row.pagataOn === data : row.motivo === motivo;
      if (row.stato === esito && nota) return { esito: "duplicata" as const };
      const deciso = chiudiMese(row, notizia, oggi(ctx));
      if (!deciso.ok) return refuse(deciso.rifiuto);
      await scrivi(ctx, stores, { ...row, ...deciso.value });
      return { esito: "accettata" as const };
    });

/** Month by month, from who was there to who has been paid. */
export const operazioniIndennita = (ctx: Contesto): Ops => ({
  indennitaServizio: servizioWith(ctx),
  dichiaraPresenza: dichiaraWith(ctx),
  indennita: elencoWith(ctx),
  inviaIndennita: inviaWith(ctx),
  indennitaCsv: csvWith(ctx),
  registraIndennita: registraWith(ctx),
});
