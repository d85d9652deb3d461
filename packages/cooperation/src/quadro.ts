import type { Corriere } from "./avanza.ts";
import type { ContrattoPartner, CooperazionePorts, CoopStores } from "./ports.ts";
import type { ArretratoUscita, CorsiaEntrata, Fermo } from "./store.ts";

const RIFIUTI_MAX = 100;
const ALLARMI_MAX = 100;
/** Assumed when a partner has not moved yet in this process: messages per second. */
const FALLBACK_RATE = 200;

export interface Velocita {
  /** Messages acknowledged by this partner per second, lately; null = nothing has moved. */
  perSecond(partner: string): number | null;
}

const uscitaRow = (
  { partner, corsia, contatore, cursore, testa, ultimaRicevutaAt, piuVecchioAt }: ArretratoUscita,
  stato: string,
) => ({
  partner,
  verso: "uscita" as const,
  corsia,
  arretrato: contatore - cursore,
  ultimoProgressivo: contatore,
  piuVecchioAt,
  ultimaRicevutaAt,
  testa,
  stato,
  prossimoTentativoAt: null,
});

const entrataRow = (lane: CorsiaEntrata, fermi: readonly Fermo[]) => {
  const here = fermi.filter((f) => f.partner === lane.partner && f.corsia === lane.corsia);
  return {
    partner: lane.partner,
    verso: "entrata" as const,
    corsia: lane.corsia,
    arretrato: here.length,
    ultimoProgressivo: lane.segno,
    piuVecchioAt: here.map(({ at }) => at).sort()[0] ?? null,
    ultimaRicevutaAt: lane.ultimoAt,
    testa: lane.testa,
    stato: here.length === 0 ? "aperta" : "con messaggi fermi",
    prossimoTentativoAt: here.flatMap(({ prossimoAt }) => prossimoAt ?? []).sort()[0] ?? null,
  };
};

async function readAll<Stores extends CoopStores>(
  { coop }: Stores,
  nomi: readonly string[],
  aParte: readonly string[],
) {
  const pause = new Set<string>();
  for (const nome of nomi) if (await coop.isInPausa(nome)) pause.add(nome);
  return {
    pause,
    uscite: await coop.listUscite(),
    entrate: await coop.listEntrate(),
    fermi: await coop.listFermi(),
    rifiuti: await coop.listRifiuti(RIFIUTI_MAX, aParte),
    contati: await coop.contaRifiuti(aParte),
    allarmi: await coop.listAllarmi(ALLARMI_MAX),
  };
}

const STATI = { chiuso: "aperta", aperto: "in errore", semiaperto: "in prova" } as const;

/** Everything the desk shows about the flussi. Refusals carry codes; the node adds the words. */
export async function quadro<Stores extends CoopStores>(
  ports: CooperazionePorts<Stores>,
  corrieri: ReadonlyMap<string, Corriere>,
  velocita: Velocita,
  aParte: readonly string[] = [],
) {
  const nomi = ports.partner.map(({ nome }: ContrattoPartner) => nome);
  const letto = await ports.uow.transaction((stores) => readAll(stores, nomi, aParte));
  const statoOf = (nome: string) => corrieri.get(nome)?.circuito.stato();
  /** A lane may be turned away alone while the partner takes the others. */
  const laneOf = ({ partner, corsia }: ArretratoUscita) => {
    const whole = statoOf(partner);
    const own = corrieri.get(partner)?.corsie.find((una) => una.corsia === corsia);
    const stato = whole?.circuito === "chiuso" ? own?.circuito.stato() : whole;
    return STATI[stato?.circuito ?? "chiuso"];
  };
  return {
    nodo: ports.nodo,
    at: ports.clock.now(),
    partner: nomi.map((nome) => {
      const arretrato = letto.uscite
        .filter(({ partner }) => partner === nome)
        .reduce((sum, { contatore, cursore }) => sum + contatore - cursore, 0);
      const fermo = letto.pause.has(nome) || statoOf(nome)?.circuito !== "chiuso";
      const rate = velocita.perSecond(nome) ?? FALLBACK_RATE;
      return {
        nome,
        circuito: statoOf(nome)?.circuito ?? "chiuso",
        inPausa: letto.pause.has(nome),
        prossimoTentativoAt: statoOf(nome)?.prossimoAt ?? null,
        etaSeconds: arretrato === 0 ? 0 : fermo ? null : Math.ceil(arretrato / rate),
      };
    }),
    corsie: [
      ...letto.uscite.map((lane) =>
        uscitaRow(lane, letto.pause.has(lane.partner) ? "in pausa" : laneOf(lane)),
      ),
      ...letto.entrate.map((lane) => entrataRow(lane, letto.fermi)),
    ],
    rifiuti: letto.rifiuti,
    contati: letto.contati,
    fermi: letto.fermi.map(
      ({ id, partner, tipo, corsia, progressivo, at, tentativi, errore, stato, prossimoAt }) => ({
        ...{ id, partner, tipo, corsia, progressivo, at, tentativi, errore, stato },
        prossimoTentativoAt: prossimoAt,
      }),
    ),
    allarmi: letto.allarmi,
  };
}
export type Quadro = Awaited<ReturnType<typeof quadro>>;
