import { clienteDi, type Soggetto } from "@staffetta/contracts";
import type { CodiceRegione } from "@staffetta/domain";
import type { Stores } from "@staffetta/gefo";
import type { Gefo } from "./federazione.ts";
import { Crollo } from "./guasti.ts";
import { comeAddetto, comeSistemaInGefo, DAY_MS, oraDi, prova, type Scena } from "./vita.ts";

/** Week by week what was admitted is asked for, examined, drawn, controlled, ordered, paid; or comes back. */

interface Ufficio {
  readonly scena: Scena;
  readonly gefo: Gefo;
  readonly regione: CodiceRegione;
}
type Richiesta = Awaited<ReturnType<Stores["richiestePagamento"]["all"]>>[number];

const RESPINTA_SHARE = 0.05;
const STORNO_SHARE = 0.08;
const RECUPERO_SHARE = 0.1;
const DECIMO = 10;
const WEEK_DAYS = 7;
const VOCI_MAX = 200;

/** A node that dies while its books are read: whoever read them comes back the week after. */
const seRegge =
  ({ gefo }: Ufficio, work: () => Promise<void>) =>
  async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Crollo)) throw error;
      gefo.crolla();
    }
  };

/** Three persons of the Region, because nobody may do all of this alone. */
const come = ({ gefo, regione }: Ufficio, id: string, funzione: "istruttoria" | "controllo") => {
  const soggetto: Soggetto = { ruolo: "regione", id, nome: id, regione, funzione };
  return clienteDi(gefo.parte.operazioni, gefo.parte.implementazione, soggetto);
};

const MODULUS = 97n;
const CHECK = 98n;
/** An invented account with its check digits right. */
function ibanDi(numero: number): string {
  const bban = `X0542811101${String(numero).padStart(12, "0")}`;
  const digits = [...`${bban}IT00`].map((one) => Number.parseInt(one, 36)).join("");
  return `IT${String(CHECK - (BigInt(digits) % MODULUS)).padStart(2, "0")}${bban}`;
}

const base = ({ scena }: Ufficio, { id: richiestaId, version }: Richiesta) => ({
  ...{ chiave: scena.random.uuid(), richiestaId, version },
});

function esamina(u: Ufficio, richiesta: Richiesta): void {
  const desk = come(u, "verifica", "istruttoria");
  const quale = base(u, richiesta);
  const respinge = u.scena.sorte.chance(RESPINTA_SHARE);
  prova(u.scena, u.gefo, async () => {
    if (respinge) return desk.respingiRichiesta({ ...quale, motivo: "manca una firma" });
    const letta = await desk.richiestaPagamento({ richiestaId: richiesta.id });
    if (!letta.ok) return letta;
    const controlli = Object.keys(letta.valore.controlli);
    return desk.approvaRichiesta({ ...quale, controlli });
  });
}

async function controlla(u: Ufficio, richiesta: Richiesta): Promise<void> {
  const [voce] = await u.gefo.uow.transaction(({ vociRichiesta }) =>
    vociRichiesta.by("richiestaId", richiesta.id),
  );
  const toglie = u.scena.sorte.chance(RECUPERO_SHARE) && voce !== undefined;
  const decurtazioni = toglie
    ? [
        {
          rendicontazioneId: voce.rendicontazioneId,
          importoCents: Math.floor(voce.importoCents / DECIMO),
        },
      ]
    : [];
  const esito = { ...base(u, richiesta), nota: "visti i registri in sede", decurtazioni };
  prova(u.scena, u.gefo, () => come(u, "controllo", "controllo").registraControllo(esito));
}

function ordina(u: Ufficio, richiesta: Richiesta): void {
  const quale = base(u, richiesta);
  prova(u.scena, u.gefo, () => come(u, "ordini", "istruttoria").ordinaPagamento(quale));
}

/** Some are found out only after they were paid. */
async function recupera(u: Ufficio, richiestaId: string): Promise<void> {
  const { vociRichiesta, row } = await u.gefo.uow.transaction(async (stores) => ({
    vociRichiesta: await stores.vociRichiesta.by("richiestaId", richiestaId),
    row: await stores.richiestePagamento.get(richiestaId),
  }));
  const voce = vociRichiesta.find(({ importoCents }) => importoCents >= DECIMO);
  if (voce === undefined || row === null) return;
  const quanto = {
    ...{ ...base(u, row), rendicontazioneId: voce.rendicontazioneId, motivo: "ore mai fatte" },
    importoCents: Math.floor(voce.importoCents / DECIMO),
  };
  prova(u.scena, u.gefo, () => come(u, "controllo", "controllo").recuperaImporto(quanto));
}

function paga(u: Ufficio, { id, ordineId, totaleCents }: Richiesta): void {
  const { sorte, tempo } = u.scena;
  const torna = sorte.chance(STORNO_SHARE);
  const notizia = {
    ...{ riferimento: `CRO-${ordineId}`, ordineId, data: oraDi(u.gefo).giorno },
    ...{ esito: torna ? "stornato" : "pagato", importoCents: totaleCents },
    motivo: torna ? "conto chiuso" : "",
  };
  const dopo = sorte.chance(RECUPERO_SHARE) && !torna;
  prova(
    u.scena,
    u.gefo,
    () => comeSistemaInGefo(u.gefo).registraPagamento(notizia),
    () => {
      if (dopo)
        tempo.after(
          DAY_MS,
          seRegge(u, () => recupera(u, id)),
        );
    },
  );
}

function correggi(u: Ufficio, richiesta: Richiesta): void {
  const iban = ibanDi(u.scena.sorte.int(1, 999_998));
  const quale = { ...base(u, richiesta), iban };
  prova(u.scena, u.gefo, () =>
    comeAddetto(u.gefo, richiesta.operatoreId).correggiIbanRichiesta(quale),
  );
}

const PASSI: Readonly<Record<string, (u: Ufficio, richiesta: Richiesta) => void | Promise<void>>> =
  {
    ...{ presentata: esamina, "in-controllo": controlla, pagabile: ordina },
    ...{ ordinata: paga, insoluta: correggi },
  };

/** What each operatore may ask for, all in one request; the account is told the first time. */
function chiedi(u: Ufficio, operatoreId: string, rendicontazioni: readonly string[]): void {
  const io = comeAddetto(u.gefo, operatoreId);
  const [conto, chiave] = [u.scena.random.uuid(), u.scena.random.uuid()];
  prova(u.scena, u.gefo, async () => {
    const letto = await io.ibanOperatore({ operatoreId });
    if (!letto.ok) return letto;
    if (letto.valore.conto === null) {
      const iban = ibanDi(Number(operatoreId.slice(-4)));
      const salvato = await io.salvaIban({ chiave: conto, version: 0, iban });
      if (!salvato.ok) return salvato;
    }
    return io.presentaRichiesta({ chiave, rendicontazioni });
  });
}

async function unaSettimana(u: Ufficio): Promise<void> {
  const letti = await u.gefo.uow.transaction(async (stores) => {
    const richieste = [];
    for (const stato of Object.keys(PASSI))
      richieste.push(...(await stores.richiestePagamento.by("stato", stato)));
    const approvate = await stores.richiestePagamento.by("stato", "approvata");
    const pagabili = new Map<string, readonly string[]>();
    for (const { id } of await stores.operatori.all()) {
      const ids = await stores.elenchi.liquidazione.pagabili(id, VOCI_MAX);
      if (ids.length > 0) pagabili.set(id, ids);
    }
    return { richieste, approvate, pagabili };
  });
  for (const richiesta of letti.richieste) await PASSI[richiesta.stato]?.(u, richiesta);
  if (letti.approvate.length > 0) {
    const chiave = u.scena.random.uuid();
    prova(u.scena, u.gefo, () => come(u, "controllo", "controllo").estraiCampione({ chiave }));
  }
  for (const [operatoreId, ids] of letti.pagabili) chiedi(u, operatoreId, ids);
}

/** Each week, in every region, until the world ends. */
export function ogniSettimanaPaga(scena: Scena, days: number): void {
  for (let day = WEEK_DAYS; day <= days; day += WEEK_DAYS)
    for (const [regione, gefo] of scena.federazione.gefi) {
      const u = { scena, gefo, regione };
      scena.tempo.after(
        day * DAY_MS,
        seRegge(u, () => unaSettimana(u)),
      );
    }
}
