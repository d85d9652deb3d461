import type { MemoryTable, MemoryTx } from "@staffetta/platform";
import { TESTA_INIZIALE } from "./catena.ts";
import { scambiMemory } from "./soap/scambi-memory.ts";
import type {
  Allarme,
  CoopStore,
  CorsiaEntrata,
  CorsiaUscita,
  EsitoUscita,
  Fermo,
  Intervallo,
  MessaggioInEntrata,
  MessaggioInUscita,
  Ricevuta,
  RifiutiContati,
  Rifiuto,
  Tratto,
} from "./store.ts";

/** The twin of the PostgreSQL store: same answers, no SQL. Keys sort as the primary keys do. */

const laneKey = (partner: string, corsia: number): string => `${partner}/${corsia}`;
const messageKey = (partner: string, corsia: number, progressivo: number): string =>
  `${partner}/${corsia}/${progressivo}`;

const byLane = (
  a: { partner: string; corsia: number },
  b: { partner: string; corsia: number },
): number => (a.partner === b.partner ? a.corsia - b.corsia : a.partner < b.partner ? -1 : 1);

interface Tables {
  readonly corsieUscita: MemoryTable<CorsiaUscita>;
  readonly uscita: MemoryTable<MessaggioInUscita>;
  readonly esitiUscita: MemoryTable<EsitoUscita>;
  readonly corsieEntrata: MemoryTable<CorsiaEntrata>;
  readonly entrata: MemoryTable<MessaggioInEntrata>;
  readonly nonApplicati: MemoryTable<MessaggioInEntrata>;
  readonly fermi: MemoryTable<Fermo>;
  readonly ricevute: MemoryTable<Ricevuta>;
  readonly jti: MemoryTable<Readonly<{ key: string; scadeAt: string }>>;
  readonly allarmi: MemoryTable<Allarme>;
  readonly pause: MemoryTable<boolean>;
}

const openTables = (tx: MemoryTx): Tables => ({
  corsieUscita: tx.table("coop_corsia_uscita"),
  uscita: tx.table("coop_uscita"),
  esitiUscita: tx.table("coop_esito_uscita"),
  corsieEntrata: tx.table("coop_corsia_entrata"),
  entrata: tx.table("coop_entrata"),
  nonApplicati: tx.table("coop_entrata_non_applicata"),
  fermi: tx.table("coop_fermo"),
  ricevute: tx.table("coop_ricevuta"),
  jti: tx.table("coop_jti"),
  allarmi: tx.table("coop_allarme"),
  pause: tx.table("coop_pausa"),
});

const corsiaUscita = (t: Tables, partner: string, corsia: number): CorsiaUscita =>
  t.corsieUscita.get(laneKey(partner, corsia)) ?? {
    partner,
    corsia,
    contatore: 0,
    cursore: 0,
    testa: TESTA_INIZIALE,
    ultimaRicevutaAt: null,
  };

type Uscite = Pick<
  CoopStore,
  | "append"
  | "readTratti"
  | "lockCursori"
  | "readUscita"
  | "moveCursori"
  | "moveIfStill"
  | "notify"
  | "saveEsitiUscita"
  | "readEsitiUscita"
>;

const uscitaMemory = (t: Tables): Uscite => ({
  append: async (messaggi, onNumerati) => {
    const progressivi = messaggi.map((messaggio) => {
      const { partner, corsia } = messaggio;
      const lane = corsiaUscita(t, partner, corsia);
      const progressivo = lane.contatore + 1;
      t.corsieUscita.set(laneKey(partner, corsia), { ...lane, contatore: progressivo });
      t.uscita.set(messageKey(partner, corsia, progressivo), { ...messaggio, progressivo });
      return progressivo;
    });
    onNumerati(progressivi);
  },
  readTratti: async (partner, corsie, messagesMax) => {
    if (t.pause.get(partner) ?? false) return [];
    let left = messagesMax;
    const tratti = corsie.map((corsia): Tratto => {
      const lane = corsiaUscita(t, partner, corsia);
      const fino = Math.min(lane.contatore, lane.cursore + left);
      const messaggi = readRanges(t.uscita, partner, [{ corsia, da: lane.cursore + 1, fino }]);
      left -= messaggi.length;
      return { corsia: lane, messaggi };
    });
    return tratti.filter(({ messaggi }) => messaggi.length > 0);
  },
  lockCursori: async (partner, corsie) =>
    new Map(
      corsie.map((corsia) => {
        const { contatore: _, ...cursore } = corsiaUscita(t, partner, corsia);
        return [corsia, cursore];
      }),
    ),
  readUscita: async (partner, corsia, progressivo) =>
    t.uscita.get(messageKey(partner, corsia, progressivo)) ?? null,
  moveCursori: async (cursori, ricevute) => {
    for (const { partner, corsia, ...cursore } of cursori) {
      const lane = corsiaUscita(t, partner, corsia);
      t.corsieUscita.set(laneKey(partner, corsia), { ...lane, ...cursore });
    }
    for (const ricevuta of ricevute) t.ricevute.set(String(t.ricevute.size + 1), ricevuta);
  },
  moveIfStill: async (cursori, ricevuta) => {
    const still = cursori.filter(
      ({ partner, corsia, prima }) => corsiaUscita(t, partner, corsia).cursore === prima,
    );
    for (const { partner, corsia, prima: _, ...cursore } of still) {
      const lane = corsiaUscita(t, partner, corsia);
      t.corsieUscita.set(laneKey(partner, corsia), { ...lane, ...cursore });
    }
    if (still.length > 0) t.ricevute.set(String(t.ricevute.size + 1), ricevuta);
    return new Set(still.map(({ corsia }) => corsia));
  },
  notify: async () => undefined,
  saveEsitiUscita: async (messaggi) => {
    for (const one of messaggi) {
      const key = messageKey(one.partner, one.corsia, one.progressivo);
      const known = t.esitiUscita.get(key);
      if (known === undefined || known.esito.esito === "in-attesa") t.esitiUscita.set(key, one);
    }
  },
  readEsitiUscita: async (partner, intervalli) =>
    readRanges(t.esitiUscita, partner, intervalli).map(({ corsia, progressivo, esito }) => ({
      ...{ corsia, progressivo, esito },
    })),
});

/** One lookup per progressivo: ranges are as long as a batch. */
function readRanges<Row>(
  table: MemoryTable<Row>,
  partner: string,
  intervalli: readonly Intervallo[],
): Row[] {
  const found: Row[] = [];
  if (table.size === 0) return found;
  for (const { corsia, da, fino } of intervalli)
    for (let progressivo = da; progressivo <= fino; progressivo++) {
      const row = table.get(messageKey(partner, corsia, progressivo));
      if (row !== undefined) found.push(row);
    }
  return found;
}

type Entrate = Pick<
  CoopStore,
  "enterEntrata" | "advanceEntrata" | "setEsitoEntrata" | "readEntrata"
>;

function findFerme(t: Tables, partner: string, persone: readonly string[]): ReadonlySet<string> {
  if (t.fermi.size === 0) return new Set();
  const asked = new Set(persone);
  const ferme = [...t.fermi.values()].filter(
    (fermo) => fermo.partner === partner && asked.has(fermo.persona),
  );
  return new Set(ferme.map(({ persona }) => persona));
}

const entrataMemory = (t: Tables): Entrate => ({
  enterEntrata: async ({ partner, corsie, jti, scadeAt, persone }) => {
    const key = `${partner}/${jti}`;
    const nuova = t.jti.get(key) === undefined;
    if (nuova) t.jti.set(key, { key, scadeAt });
    const laneOf = (corsia: number): CorsiaEntrata =>
      t.corsieEntrata.get(laneKey(partner, corsia)) ?? {
        ...{ partner, corsia, segno: 0, testa: TESTA_INIZIALE, ultimoAt: null },
      };
    const lanes = new Map(corsie.map((corsia) => [corsia, laneOf(corsia)]));
    return { nuova, corsie: lanes, ferme: findFerme(t, partner, persone) };
  },
  advanceEntrata: async (corsie, messaggi) => {
    for (const lane of corsie) t.corsieEntrata.set(laneKey(lane.partner, lane.corsia), lane);
    for (const one of messaggi) {
      const key = messageKey(one.partner, one.corsia, one.progressivo);
      if (t.entrata.get(key) !== undefined) throw new Error(`messaggio ${key} già ricevuto`);
      t.entrata.set(key, one);
      if (one.esito.esito !== "applicato") t.nonApplicati.set(key, one);
    }
  },
  setEsitoEntrata: async ({ partner, corsia, progressivo, esito, at }) => {
    const key = messageKey(partner, corsia, progressivo);
    const known = t.entrata.get(key);
    if (known?.esito.esito !== "in-attesa") return;
    t.entrata.set(key, { ...known, esito, at });
    if (esito.esito === "applicato") t.nonApplicati.delete(key);
    else t.nonApplicati.set(key, { ...known, esito, at });
  },
  readEntrata: async (partner, intervalli) =>
    readRanges(t.entrata, partner, intervalli).map(({ corsia, progressivo, esito, impronta }) => ({
      ...{ corsia, progressivo, esito, impronta },
    })),
});

type Fermi = Pick<
  CoopStore,
  "saveFermi" | "deleteFermo" | "nextFermo" | "readFermiDi" | "findFermo"
>;

const fermiMemory = (t: Tables): Fermi => ({
  saveFermi: async (fermi) => {
    for (const fermo of fermi) t.fermi.set(fermo.id, fermo);
  },
  deleteFermo: async ({ id }) => t.fermi.delete(id),
  nextFermo: async (adesso) =>
    [...t.fermi.values()]
      .filter(
        ({ stato, prossimoAt }) =>
          stato === "in ritentativo" && prossimoAt !== null && prossimoAt <= adesso,
      )
      .sort((a, b) => ((a.prossimoAt ?? "") < (b.prossimoAt ?? "") ? -1 : 1))[0] ?? null,
  readFermiDi: async (partner, persona) =>
    [...t.fermi.values()]
      .filter((fermo) => fermo.partner === partner && fermo.persona === persona)
      .sort((a, b) => a.progressivo - b.progressivo),
  findFermo: async (id) => t.fermi.get(id) ?? null,
});

const rifiutoOf = (
  verso: Rifiuto["verso"],
  messaggio: { id: string; tipo: string },
  one: EsitoUscita,
): readonly Rifiuto[] =>
  one.esito.esito === "rifiutato"
    ? [
        {
          id: messaggio.id,
          verso,
          partner: one.partner,
          tipo: messaggio.tipo,
          corsia: one.corsia,
          progressivo: one.progressivo,
          at: one.at,
          codice: one.esito.codice,
          fatti: one.esito.fatti,
        },
      ]
    : [];

type Elenchi = Pick<
  CoopStore,
  | "listUscite"
  | "listEntrate"
  | "listFermi"
  | "listRifiuti"
  | "contaRifiuti"
  | "listAllarmi"
  | "listConsegne"
>;

const rifiutiUsciti = (t: Tables): readonly Rifiuto[] =>
  [...t.esitiUscita.values()].flatMap((one) => {
    const messaggio = t.uscita.get(messageKey(one.partner, one.corsia, one.progressivo));
    return messaggio === undefined ? [] : rifiutoOf("uscita", messaggio, one);
  });

const elenchiMemory = (t: Tables): Elenchi => ({
  listUscite: async () =>
    [...t.corsieUscita.values()].sort(byLane).map((lane) => ({
      ...lane,
      piuVecchioAt:
        t.uscita.get(messageKey(lane.partner, lane.corsia, lane.cursore + 1))?.accodatoAt ?? null,
    })),
  listEntrate: async () => [...t.corsieEntrata.values()].sort(byLane),
  listFermi: async () => [...t.fermi.values()].sort((a, b) => (a.at < b.at ? -1 : 1)),
  listRifiuti: async (limit, aParte = []) => {
    const loro = [...t.nonApplicati.values()].flatMap((one) => rifiutoOf("entrata", one, one));
    return [...rifiutiUsciti(t), ...loro]
      .filter(({ codice }) => !aParte.includes(codice))
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, limit);
  },
  contaRifiuti: async (codici) => {
    const contati = new Map<string, RifiutiContati>();
    for (const { partner, tipo, codice, at } of rifiutiUsciti(t)) {
      if (!codici.includes(codice)) continue;
      const chiave = `${partner} ${tipo} ${codice}`;
      const nota = contati.get(chiave) ?? { partner, tipo, codice, quanti: 0, ultimoAt: at };
      const ultimoAt = nota.ultimoAt < at ? at : nota.ultimoAt;
      contati.set(chiave, { ...nota, quanti: nota.quanti + 1, ultimoAt });
    }
    return [...contati].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, una]) => una);
  },
  listAllarmi: async (limit) => [...t.allarmi.values()].reverse().slice(0, limit),
  listConsegne: async (persona, limit) =>
    [...t.uscita.values()]
      .filter((one) => one.persona === persona)
      .sort((a, b) => (a.accodatoAt + a.id < b.accodatoAt + b.id ? 1 : -1))
      .slice(0, limit)
      .map(({ partner, corsia, progressivo, tipo, accodatoAt }) => {
        const esito = t.esitiUscita.get(messageKey(partner, corsia, progressivo))?.esito.esito;
        const sent = corsiaUscita(t, partner, corsia).cursore >= progressivo;
        return {
          partner,
          tipo,
          accodatoAt,
          stato: esito ?? (sent ? ("consegnato" as const) : ("da consegnare" as const)),
        };
      }),
});

export function coopStoreMemory(tx: MemoryTx): CoopStore {
  const t = openTables(tx);
  return {
    scambi: scambiMemory(tx),
    ...uscitaMemory(t),
    ...entrataMemory(t),
    ...fermiMemory(t),
    ...elenchiMemory(t),
    forgetJti: async (adesso) => {
      for (const { key, scadeAt } of [...t.jti.values()]) if (scadeAt < adesso) t.jti.delete(key);
    },
    saveAllarme: async (allarme) => t.allarmi.set(String(t.allarmi.size + 1), allarme),
    isInPausa: async (partner) => t.pause.get(partner) ?? false,
    setInPausa: async (partner, inPausa) => t.pause.set(partner, inPausa),
  };
}
