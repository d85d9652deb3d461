import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CONTI, registra, SALDI_VUOTI, type Saldi, scrittura } from "../denaro/libro.ts";
import type { Servizio, StatoServizio } from "../dote/servizio.ts";
import { STATI_SERVIZIO } from "../dote/servizio.ts";
import type { TipoRendiconto } from "../erogazione/evento.ts";
import type { RigaRegistro } from "../erogazione/registro.ts";
import type { AdesioneId, DoteId, OperatoreId, ServizioId } from "../ids.ts";
import { REGOLE_GEFO_2014 as REGOLE } from "../pacchetto/regole-gefo.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { EventoCaso } from "../presa-in-carico/evento.ts";
import { addDays, type CivilDate, type Instant } from "../time.ts";
import {
  chiudiTaglio,
  type Presenta,
  presentaRendicontazione,
  righeRendicontabili,
  STATO_PER_RENDICONTO,
  verificaRendicontazione,
} from "./decide.ts";
import { dopoErogazione } from "./evolve.ts";
import { scrittureErogazione } from "./scritture.ts";
import { totaleVociCents, type VoceRendiconto, vociDaRegistro } from "./voci.ts";

const ORA = "2014-11-20T10:00:00.000Z" as Instant;
const OGGI = "2014-11-20" as CivilDate;
const ID = "s-1" as ServizioId;

const unServizio = (parti: Partial<Servizio> = {}): Servizio => ({
  ...{ id: ID, misura: "1-C", stato: "avviato", oreUnita: 8, tariffaCents: 3550 },
  ...{ importoCents: 8 * 3550, dataInizio: "2014-11-10" as CivilDate, dataFine: null },
  ...{ esito: null, oreErogate: null, rendicontatoCents: null, rendicontatoAt: null },
  ...{ ammessoCents: null, motivoTaglio: null, erogatoreId: null },
  ...parti,
});
const unCaso = (servizio: Servizio): Caso =>
  ({
    ...{
      adesioneId: "a" as AdesioneId,
      operatoreId: "OP-0001" as OperatoreId,
      stato: "confermata",
    },
    dote: {
      ...{
        id: "d" as DoteId,
        stato: "assegnata",
        protocollo: "GG",
        fascia: 2,
        valoreCents: 28_400,
      },
      ...{ inviataAt: "2014-11-05T10:00:00.000Z" as Instant, servizi: [servizio], sospensioni: [] },
    },
  }) as never;
const hour = (h: number): string => `${String(h).padStart(2, "0")}:00`;
const unaRiga = (i: number, parti: Partial<RigaRegistro> = {}): RigaRegistro => ({
  ...{ id: `r-${i}`, servizioId: ID, adesioneId: "a" as AdesioneId, persona: "p", misura: "1-C" },
  ...{ giorno: addDays("2014-11-10" as CivilDate, i), dalle: hour(9), alle: hour(10) },
  ...{ sedeId: "u", professionistaId: "x", rendicontazioneId: null },
  ...{ firmaGiovaneAt: ORA, firmaProfessionistaAt: ORA, ...parti },
});
const righe = (n: number): RigaRegistro[] => Array.from({ length: n }, (_, i) => unaRiga(i));
const presenta = (servizio: Servizio, parti: Partial<Presenta>) =>
  presentaRendicontazione(
    unCaso(servizio),
    {
      ...{ servizioId: ID, rendicontazioneId: "c", tipo: "finale", righe: [], prova: null },
      ...{ documenti: 0, tagliate: [], documentiNuovi: 0, ...parti },
    },
    REGOLE,
    ORA,
  );
const codice = (esito: Readonly<{ ok: boolean; rifiuto?: Readonly<{ code: string }> }>): string =>
  esito.ok ? "ok" : (esito.rifiuto?.code ?? "");

test("[R1] le righe sommano all'intero al centesimo, e non superano il residuo", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 240 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 0, max: 500_000 }),
      (durate, tariffa, residuo) => {
        const tutte = durate.map((minuti, i) =>
          unaRiga(i, {
            dalle: "08:00",
            alle: `${String(8 + Math.floor(minuti / 60)).padStart(2, "0")}:${String(minuti % 60).padStart(2, "0")}`,
          }),
        );
        const voci = vociDaRegistro(tutte, tariffa, residuo);
        const minuti = durate.reduce((sum, n) => sum + n, 0);
        const intero = Math.min(residuo, Math.floor((minuti * tariffa) / 60));
        assert.equal(totaleVociCents(voci), intero);
        assert.ok(voci.every(({ importoCents }) => importoCents >= 0));
      },
    ),
  );
});

test("[R2] contano solo le righe firmate, libere, dentro il servizio e la dote", () => {
  const servizio = unServizio({ stato: "erogato", dataFine: "2014-11-14" as CivilDate });
  const tutte = [
    unaRiga(0),
    unaRiga(1, { firmaGiovaneAt: null }),
    unaRiga(2, { rendicontazioneId: "prima" }),
    unaRiga(5),
    unaRiga(-1),
    unaRiga(4),
  ];
  const buone = righeRendicontabili(tutte, servizio, "2014-12-31" as CivilDate);
  assert.deepEqual(
    buone.map(({ id }) => id),
    ["r-0", "r-4"],
  );
});

test("[R3] ogni tipo di rendicontazione in ogni stato del servizio", () => {
  for (const stato of Object.keys(STATI_SERVIZIO) as StatoServizio[])
    for (const tipo of Object.keys(STATO_PER_RENDICONTO) as TipoRendiconto[]) {
      const conti = { ...CONTI_TAGLIATI };
      const servizio = unServizio({ stato, ...(stato === "tagliato" ? { conti } : {}) });
      const esito = presenta(servizio, {
        ...{ tipo, righe: righe(2), tagliate: [VOCE], documentiNuovi: 1 },
      });
      const aperto = STATO_PER_RENDICONTO[tipo] === stato;
      assert.equal(esito.ok, aperto, `${tipo} ${stato}: ${codice(esito)}`);
      if (!aperto) assert.equal(codice(esito), "servizio.passo-non-aperto");
    }
});

const CONTI_TAGLIATI = {
  ...{ inVerificaCents: 0, ripresentabileCents: 100, ripresentabileEntro: OGGI },
  ...{ ripresentato: false, ordinatoCents: 0, pagatoCents: 0, recuperatoCents: 0 },
};
const VOCE: VoceRendiconto = { riferimento: "r-0", giorno: OGGI, minuti: 60, importoCents: 100 };

test("[R4] la prova che manca si dice: firme, relazione, contratto", () => {
  const erogato = unServizio({ stato: "erogato", dataFine: OGGI });
  const senza = presenta(erogato, { righe: [unaRiga(0), unaRiga(1, { firmaGiovaneAt: null })] });
  assert.equal(codice(senza), "rendicontazione.righe-senza-firma");
  const corso = { ...erogato, misura: "2-A" } as const;
  assert.equal(codice(presenta(corso, { righe: righe(2) })), "rendicontazione.prova-mancante");
  assert.equal(codice(presenta(corso, { righe: righe(2), documenti: 1 })), "ok");
  const risultato = { ...erogato, misura: "3", esito: "conclusa-con-contratto" } as const;
  assert.equal(codice(presenta(risultato, {})), "rendicontazione.prova-mancante");
  const abbandonato = presenta({ ...risultato, esito: "abbandonata" }, {});
  assert.ok(abbandonato.ok && abbandonato.value.voci.length === 0);
  const vuota = presenta(unServizio(), { tipo: "parziale" });
  assert.equal(codice(vuota), "rendicontazione.niente-da-rendicontare");
});

const CONTROLLI = Object.keys(REGOLE.rendiconto.controlli);
const verifica = (
  servizio: Servizio,
  tipo: TipoRendiconto,
  voci: readonly VoceRendiconto[],
  taglio: number,
) =>
  verificaRendicontazione(
    unCaso(servizio),
    {
      ...{ servizioId: ID, rendicontazioneId: "c", tipo, voci, controlli: CONTROLLI },
      tagli: voci.slice(0, 1).map(({ riferimento }) => ({
        ...{ riferimento, importoCents: taglio, motivo: "firma-mancante", nota: "" },
      })),
    },
    REGOLE,
    ORA,
  );

test("[R5] un taglio oltre la riga, di una riga che non c'è, senza motivo; e i controlli vanno fatti tutti", () => {
  const servizio = unServizio({ stato: "rendicontato" });
  assert.equal(
    codice(verifica(servizio, "finale", [VOCE], 101)),
    "rendicontazione.taglio-oltre-importo",
  );
  assert.equal(
    codice(verifica(servizio, "finale", [VOCE], -1)),
    "rendicontazione.taglio-oltre-importo",
  );
  const prova = (parti: object) =>
    codice(
      verificaRendicontazione(
        unCaso(servizio),
        {
          ...{ servizioId: ID, rendicontazioneId: "c", tipo: "finale", voci: [VOCE], tagli: [] },
          ...{ controlli: CONTROLLI, ...parti },
        },
        REGOLE,
        ORA,
      ),
    );
  const taglio = { riferimento: "r-0", importoCents: 1, motivo: "altro", nota: " " };
  assert.equal(prova({ tagli: [taglio] }), "rendicontazione.taglio-senza-motivo");
  assert.equal(
    prova({ tagli: [{ ...taglio, riferimento: "x" }] }),
    "rendicontazione.voce-sconosciuta",
  );
  assert.equal(prova({ controlli: CONTROLLI.slice(1) }), "rendicontazione.controlli-incompleti");
  // Who cuts a line because a signature is missing must not declare that none is.
  const senzaFirma = { ...taglio, motivo: "firma-mancante" };
  const senza = (controllo: string) => CONTROLLI.filter((uno) => uno !== controllo);
  assert.equal(prova({ controlli: senza("firme"), tagli: [senzaFirma] }), "ok");
  for (const tagli of [
    [{ ...senzaFirma, importoCents: 0 }],
    [{ ...senzaFirma, motivo: "doppio-finanziamento" }],
  ])
    assert.equal(
      prova({ controlli: senza("firme"), tagli }),
      "rendicontazione.controlli-incompleti",
    );
  assert.equal(
    prova({ controlli: senza("date"), tagli: [senzaFirma] }),
    "rendicontazione.controlli-incompleti",
  );
});

test("[R6] si ripresenta una volta, in tempo, con un documento nuovo", () => {
  const chiedi = (conti: object, documentiNuovi = 1): string =>
    codice(
      presenta(unServizio({ stato: "tagliato", conti: { ...CONTI_TAGLIATI, ...conti } }), {
        ...{ tipo: "ripresentazione", tagliate: [VOCE], documentiNuovi },
      }),
    );
  assert.equal(chiedi({}), "ok");
  assert.equal(chiedi({}, 0), "rendicontazione.prova-mancante");
  assert.equal(chiedi({ ripresentato: true }), "rendicontazione.niente-da-ripresentare");
  const ieri = addDays(OGGI, -1);
  assert.equal(chiedi({ ripresentabileEntro: ieri }), "rendicontazione.ripresentazione-scaduta");
  const scaduto = unServizio({
    ...{ stato: "tagliato", conti: { ...CONTI_TAGLIATI, ripresentabileEntro: ieri } },
  });
  assert.equal(chiudiTaglio(unCaso(scaduto), ID, ORA)?.tipo, "taglio-definitivo");
  const ancora = unServizio({ stato: "tagliato", conti: CONTI_TAGLIATI });
  assert.equal(chiudiTaglio(unCaso(ancora), ID, ORA), null);
});

type Mossa = Readonly<{ tipo: "conto" | "verifica" | "paga" | "recupera" | "chiudi"; n: number }>;
const mossa = fc.record({
  tipo: fc.constantFrom("conto", "verifica", "paga", "recupera", "chiudi"),
  n: fc.integer({ min: 0, max: 3 }),
}) as fc.Arbitrary<Mossa>;

const BASE = { at: ORA, servizioId: ID, rendicontazioneId: "c" } as const;
const contiDi = ({ conti }: Servizio) => ({ ...CONTI_TAGLIATI, ripresentabileCents: 0, ...conti });

function conta(servizio: Servizio, n: number, libere: RigaRegistro[]): EventoCaso | null {
  const tipo = (["parziale", "finale", "ripresentazione"] as const)[n % 3] ?? "finale";
  const prese = tipo === "finale" ? libere.splice(0) : libere.splice(0, n);
  const tagliate = [{ ...VOCE, importoCents: contiDi(servizio).ripresentabileCents }];
  const esito = presenta(servizio, { tipo, righe: prese, tagliate, documentiNuovi: 1 });
  return esito.ok ? esito.value.evento : null;
}

const IN_VERIFICA: Readonly<Partial<Record<StatoServizio, TipoRendiconto>>> = {
  ...{ rendicontato: "finale", avviato: "parziale", tagliato: "ripresentazione" },
};

function decidiVerifica(servizio: Servizio, n: number): EventoCaso | null {
  const chiesto = contiDi(servizio).inVerificaCents;
  const tipo = IN_VERIFICA[servizio.stato];
  if (tipo === undefined || (chiesto === 0 && tipo !== "finale")) return null;
  const voci = [{ ...VOCE, importoCents: chiesto }];
  const esito = verifica(servizio, tipo, voci, Math.floor((chiesto * n) / 4));
  return esito.ok ? esito.value : null;
}

function paga(servizio: Servizio): EventoCaso | null {
  const { pagatoCents, ordinatoCents } = contiDi(servizio);
  const importoCents = (servizio.ammessoCents ?? 0) - pagatoCents - ordinatoCents;
  return importoCents > 0 ? { tipo: "pagamento-ordinato", ...BASE, importoCents } : null;
}

function banca(servizio: Servizio, n: number): EventoCaso | null {
  const { pagatoCents, ordinatoCents, recuperatoCents } = contiDi(servizio);
  const fine = n % 2 === 0 ? "pagamento-eseguito" : "pagamento-stornato";
  if (ordinatoCents > 0) return { tipo: fine, ...BASE, importoCents: ordinatoCents };
  const importoCents = Math.min(pagatoCents - recuperatoCents, 50);
  return importoCents > 0 ? { tipo: "importo-recuperato", ...BASE, importoCents } : null;
}

/** One move of somebody on a service; null = the rules do not allow it now. */
function muovi(servizio: Servizio, { tipo, n }: Mossa, libere: RigaRegistro[]): EventoCaso | null {
  switch (tipo) {
    case "conto":
      return conta(servizio, n, libere);
    case "verifica":
      return decidiVerifica(servizio, n);
    case "paga":
      return paga(servizio);
    case "recupera":
      return banca(servizio, n);
    case "chiudi":
      return chiudiTaglio(unCaso(servizio), ID, "2015-12-31T10:00:00.000Z" as Instant);
  }
}

function dopoScritture(saldi: Saldi, servizio: Servizio, evento: EventoCaso): Saldi {
  let dopo = saldi;
  for (const una of scrittureErogazione(servizio, evento as never)) {
    const esito = registra(dopo, una);
    assert.ok(esito.ok, `${evento.tipo}: ${JSON.stringify(esito)}`);
    dopo = esito.value;
  }
  return dopo;
}

function checkSaldi(saldi: Saldi, servizio: Servizio, tipo: string): void {
  const { pagatoCents, inVerificaCents } = contiDi(servizio);
  assert.equal(saldi.ammesso, (servizio.ammessoCents ?? 0) - pagatoCents, tipo);
  assert.equal(saldi.rendicontato, inVerificaCents, tipo);
  assert.equal(saldi.pagato + saldi.recuperato, pagatoCents, tipo);
  const somma = (Object.keys(CONTI) as (keyof Saldi)[]).reduce((sum, c) => sum + saldi[c], 0);
  assert.equal(somma, 0);
}

test("[Q10] un controllo su una rendicontazione parziale non chiude il servizio, su una finale sì", () => {
  const meno = { servizioId: ID, rendicontazioneId: "c", importoCents: 100, at: ORA } as const;
  const dopo = (stato: StatoServizio, tipo: "importo-decurtato" | "importo-recuperato") =>
    dopoErogazione(unServizio({ stato, ammessoCents: 1_000 }), { ...meno, tipo }).stato;
  for (const stato of ["avviato", "erogato", "rendicontato"] as const)
    for (const tipo of ["importo-decurtato", "importo-recuperato"] as const)
      assert.equal(dopo(stato, tipo), stato);
  assert.equal(dopo("ammesso", "importo-decurtato"), "tagliato");
  assert.equal(dopo("liquidato", "importo-recuperato"), "recuperato");
});

test("[R7] qualunque storia abbia un servizio, ogni centesimo che aveva è in un conto solo", () => {
  const impegnoCents = unServizio().importoCents;
  const dato = registra(
    SALDI_VUOTI,
    scrittura("stanziamento", { stanziamento: -impegnoCents, impegnato: impegnoCents }),
  );
  assert.ok(dato.ok);
  fc.assert(
    fc.property(fc.array(mossa, { maxLength: 40 }), (mosse) => {
      let servizio = unServizio();
      let saldi: Saldi = dato.value;
      const libere = righe(10);
      for (const una of mosse) {
        if (una.tipo === "conto" && una.n % 3 === 1 && servizio.stato === "avviato")
          servizio = { ...servizio, stato: "erogato", dataFine: OGGI };
        const evento = muovi(servizio, una, libere);
        if (evento === null) continue;
        saldi = dopoScritture(saldi, servizio, evento);
        servizio = dopoErogazione(servizio, evento as never);
        checkSaldi(saldi, servizio, evento.tipo);
      }
    }),
    { numRuns: 500 },
  );
});
