import {
  addDays,
  type CanaleContatto,
  type CivilDate,
  calendarioIniziale,
  checkConvocabile,
  finestra,
  fissa,
  type Instant,
  ics,
  ok,
  perRicerca,
  promemoriaAt,
  REGOLE_APPUNTAMENTI,
  type Result,
  refuse,
  regoleCaso,
  turniDi,
} from "@staffetta/domain";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { registraEvento } from "../casi/registra-evento.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { notifica } from "../notifiche/notifica.ts";
import type { Stores } from "../store.ts";
import { apertoDi } from "./chiudi.ts";
import { quandoDi } from "./parole.ts";
import type { AppuntamentoRow, CalendarioRow } from "./tabelle.ts";

type Rifiuto = Readonly<{ code: string }>;

/** Stays the same when a site is added before it; the first one has the name of the operatore. */
const nomeSede = (operatoreId: string, luogo: string, i: number): string =>
  i === 0 ? operatoreId : `${operatoreId}/${perRicerca(luogo).replaceAll(" ", "-").slice(0, 30)}`;

/** The sites of an operatore; one that wrote no hours yet receives in ordinary hours. */
export async function calendariDi(
  { appuntamenti }: Pick<Stores["elenchi"], "appuntamenti">,
  operatoreId: string,
): Promise<readonly CalendarioRow[]> {
  const { luoghi, scritti } = await appuntamenti.sedi(operatoreId);
  const iniziali = luoghi.map(({ indirizzo, comune }, i) => {
    const luogo = `${indirizzo}, ${comune}`;
    const calendario = calendarioIniziale(nomeSede(operatoreId, luogo, i), luogo);
    return { ...calendario, operatoreId, version: 0 };
  });
  const noti = new Set(scritti.map(({ sede }) => sede));
  return [...scritti, ...iniziali.filter(({ sede }) => !noti.has(sede))].toSorted((a, b) =>
    a.sede < b.sede ? -1 : 1,
  );
}

/** The site, written down: an appointment needs it, and bookings of one site go one after the other. */
export async function lockCalendario(
  stores: Stores,
  operatoreId: string,
  sede: string,
): Promise<CalendarioRow | null> {
  const scritto = await stores.calendari.lock(sede);
  if (scritto !== null) return scritto.operatoreId === operatoreId ? scritto : null;
  const iniziale = (await calendariDi(stores.elenchi, operatoreId)).find(
    (uno) => uno.sede === sede,
  );
  if (iniziale === undefined) return null;
  const nuovo = { ...iniziale, version: 1 };
  await stores.calendari.insert(nuovo);
  return nuovo;
}

export interface Turno {
  readonly inizio: Instant;
  readonly liberi: number;
}

/** The slots of a site with the places left, from a day on. */
export async function turniLiberi(
  ctx: Contesto,
  stores: Stores,
  calendario: CalendarioRow,
  dal: string,
  limit: number,
): Promise<readonly Turno[]> {
  const aperta = finestra(oggi(ctx), REGOLE_APPUNTAMENTI);
  const primo = (dal > aperta.dal ? dal : aperta.dal) as CivilDate;
  const fissati = await stores.elenchi.appuntamenti.fissati(
    ...([
      calendario.sede,
      `${primo}T00:00:00.000Z`,
      `${addDays(aperta.al, 2)}T00:00:00.000Z`,
    ] as const),
  );
  const presi = new Map<string, number>();
  for (const { inizio } of fissati) presi.set(inizio, (presi.get(inizio) ?? 0) + 1);
  const turni: Turno[] = [];
  for (let day = primo; day <= aperta.al; day = addDays(day, 1))
    for (const { inizio } of turniDi(calendario, day)) {
      const liberi = calendario.posti - (presi.get(inizio) ?? 0);
      if (liberi > 0) turni.push({ inizio, liberi });
      if (turni.length >= limit) return turni;
    }
  return turni;
}

export const icsDi = (ctx: Contesto, row: AppuntamentoRow, operatore: string): string =>
  ics(
    row,
    {
      titolo: "Garanzia Giovani: colloquio",
      luogo: row.luogo,
      nota: `Con ${operatore}. Porta un documento d'identità e il codice fiscale.`,
    },
    { scritto: adesso(ctx), version: row.version },
  );

interface Comando {
  readonly caso: CasoRow;
  readonly sede: string;
  readonly inizio: Instant;
  readonly chi: string;
  readonly modello: "appuntamento-fissato" | "convocazione" | "posto-libero";
}

/** The convocation is a contact with its proof, the letter; where the case no longer needs it, nothing. */
async function convoca(
  ctx: Contesto,
  stores: Stores,
  { caso, chi }: Comando,
  letteraId: string,
): Promise<Result<null, Rifiuto>> {
  const at = adesso(ctx);
  const riga = await stores.casi.get(caso.adesioneId);
  if (riga === null || riga.caso.stato !== "da-convocare") return ok(null);
  const deciso = regoleCaso.registraContatto(riga.caso, { esito: "convocato", at }, at);
  if (!deciso.ok) return deciso;
  const canale: CanaleContatto = "email";
  const contatto = { id: ctx.random.uuid(), canale, nota: "", prova: `Lettera ${letteraId}` };
  const storia = { prima: riga, evento: deciso.value };
  const esito = await registraEvento(ctx, stores, storia, { chi, contatto });
  return esito.ok ? ok(null) : esito;
}

/** The list of work knows at which site a giovane is followed. */
export async function segnaSede({ coda }: Stores, adesioneId: string, sede: string): Promise<void> {
  const voce = await coda.lock(adesioneId);
  if (voce !== null && voce.sede !== sede) await coda.put({ ...voce, sede });
}

/** Takes a place, writes to the person now and again before the day, records the convocation. */
export async function prendiPosto(
  ctx: Contesto,
  stores: Stores,
  comando: Comando,
): Promise<Result<AppuntamentoRow, Rifiuto>> {
  const { caso, sede, inizio, chi, modello } = comando;
  const { adesioneId, operatoreId } = caso;
  const calendario = await lockCalendario(stores, operatoreId, sede);
  if (calendario === null) return refuse({ code: "calendario.sconosciuto" });
  const convocabile = checkConvocabile(caso.caso);
  if (!convocabile.ok) return convocabile;
  const aperto = await apertoDi(stores, adesioneId);
  if (aperto !== null)
    return refuse({ ...{ code: "appuntamento.gia-fissato", inizio: aperto.inizio } });
  const fine = `${addDays(inizio.slice(0, 10) as never, 1)}T23:59:59.999Z`;
  const stessi = await stores.elenchi.appuntamenti.fissati(sede, inizio, fine);
  const occupati = stessi.filter((uno) => uno.inizio === inizio).map(({ posto }) => posto);
  const deciso = fissa(calendario, { inizio, occupati }, REGOLE_APPUNTAMENTI, adesso(ctx));
  if (!deciso.ok) return deciso;
  const row: AppuntamentoRow = {
    ...{ id: ctx.random.uuid(), adesioneId, operatoreId, sede, luogo: calendario.luogo },
    ...{ ...deciso.value, stato: "DE", motivo: null, chi, fissatoAt: adesso(ctx), version: 1 },
  };
  await stores.appuntamenti.insert(row);
  await stores.elenchi.appuntamenti.togliAttesa(adesioneId);
  await segnaSede(stores, adesioneId, sede);
  const operatore = (await stores.operatori.get(operatoreId))?.denominazione ?? operatoreId;
  const quando = { quando: quandoDi(inizio), dove: calendario.luogo };
  const file = { nome: "appuntamento.ics", tipo: "text/calendar" };
  const { contatti } = await regoleDelCaso(ctx, stores, caso.caso);
  const lettera = await notifica(ctx, stores, caso, {
    ...{ chiave: `${row.id}/fissato`, modello },
    dati: { ...quando, tentativi: String(contatti.tentativiMin) },
    allegati: [{ ...file, contenuto: icsDi(ctx, row, operatore) }],
  });
  await notifica(ctx, stores, caso, {
    ...{ chiave: `${row.id}/promemoria`, modello: "promemoria", dati: quando },
    dal: promemoriaAt(row, REGOLE_APPUNTAMENTI),
  });
  const detto = await convoca(ctx, stores, comando, lettera.id);
  return detto.ok ? ok(row) : detto;
}

/** A place is free: it belongs to who waits for longest. */
export async function serviAttesa(ctx: Contesto, stores: Stores, sede: string): Promise<void> {
  const attese = [...(await stores.attesePosto.by("sede", sede))].sort((a, b) =>
    `${a.at} ${a.adesioneId}` < `${b.at} ${b.adesioneId}` ? -1 : 1,
  );
  for (const { adesioneId, operatoreId } of attese) {
    const calendario = await lockCalendario(stores, operatoreId, sede);
    const caso = await stores.casi.lock(adesioneId);
    if (calendario === null || caso === null) return;
    const [turno] = await turniLiberi(ctx, stores, calendario, "", 1);
    if (turno === undefined) return;
    const comando = { caso, sede, inizio: turno.inizio, chi: "lista di attesa" };
    const preso = await prendiPosto(ctx, stores, { ...comando, modello: "posto-libero" });
    if (!preso.ok) await stores.elenchi.appuntamenti.togliAttesa(adesioneId);
  }
}
