import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { registra, SALDI_VUOTI, type Saldi, scrittura } from "../denaro/libro.ts";
import { scrittureDi } from "../denaro/scritture.ts";
import { concludiServizio } from "../dote/decide.ts";
import * as vita from "../dote/decide-vita.ts";
import { DOTI_IN_ATTESA } from "../dote/vita.ts";
import { REGOLE_GEFO_2014 as REGOLE } from "../pacchetto/regole-gefo.ts";
import { presentaRendicontazione, verificaRendicontazione } from "../rendicontazione/decide.ts";
import type { CivilDate, Instant } from "../time.ts";
import { type Caso, STATI_CASO, type StatoCaso } from "./caso.ts";
import {
  ESITI_CONTATTO,
  type EsitoContatto,
  MOTIVI_NON_PRESA,
  type MotivoNonPresa,
} from "./contatto.ts";
import * as decide from "./decide.ts";
import type { EventoCaso } from "./evento.ts";
import { evolveCaso } from "./evolve.ts";
import {
  ADESIONE,
  ALTRO,
  alPasso,
  avvia,
  conVerifiche,
  type Deciso,
  DOTE,
  erogato,
  must,
  NATO,
  nuovo,
  OGGI,
  OPERATORE,
  ORA,
  PATTO,
  SERVIZIO,
} from "./fixtures.ts";
import * as notizie from "./notizie.ts";

const DOPO = "2014-11-27T10:00:00.000Z" as Instant;
const PASSI = Object.keys(STATI_CASO) as StatoCaso[];

/** Table 1 of the SPEC, by hand. */
const TABELLA: Readonly<Record<string, readonly StatoCaso[]>> = {
  registraContatto: ["da-convocare", "convocato", "colloquio", "patto"],
  firmaPatto: ["colloquio"],
  inviaDote: ["patto"],
  lasciaCoda: ["in-coda"],
  ridaiScelta: ["da-convocare", "convocato", "colloquio", "patto", "in-coda"],
  nonPrendereInCarico: ["da-convocare", "convocato", "colloquio", "patto"],
};

test("[G1] ogni comando in ogni passo: aperto dove dice la tabella, altrove rifiutato con i suoi fatti", () => {
  for (const stato of PASSI) {
    const caso = alPasso(stato);
    assert.equal(caso.stato, stato);
    const prove: Readonly<Record<string, Deciso>> = {
      registraContatto: decide.registraContatto(caso, { esito: "nessuna-risposta", at: ORA }, ORA),
      firmaPatto: decide.firmaPatto(caso, PATTO, REGOLE, ORA),
      inviaDote: decide.inviaDote(caso, DOTE, REGOLE, ORA),
      lasciaCoda: decide.lasciaCoda(caso, ORA),
      ridaiScelta: decide.ridaiScelta(caso, ORA),
      nonPrendereInCarico: decide.nonPrendereInCarico(
        caso,
        { motivo: "rifiuto-del-giovane", nota: "", contatti: [] },
        REGOLE,
        ORA,
      ),
    };
    for (const [comando, deciso] of Object.entries(prove)) {
      assert.equal(deciso.ok, TABELLA[comando]?.includes(stato), `${comando} in ${stato}`);
      if (!deciso.ok) assert.equal(deciso.rifiuto.code, "caso.passo-non-aperto");
    }
  }
});

test("[G1] ogni motivo di NON presa vale nei passi e con i tentativi che dice l'avviso", () => {
  for (const motivo of Object.keys(MOTIVI_NON_PRESA) as MotivoNonPresa[])
    for (const stato of ["da-convocare", "convocato", "colloquio", "patto"] as const) {
      const caso = alPasso(stato);
      const { stati, tentativiMin } = REGOLE.motiviNonPresa[motivo];
      const dopoIlPiano = motivo === "irreperibile" || motivo === "mancata-presentazione";
      const atteso = stati.includes(stato) && !dopoIlPiano && caso.tentativi >= tentativiMin;
      assert.equal(
        decide.nonPrendereInCarico(caso, { motivo, nota: "", contatti: [] }, REGOLE, ORA).ok,
        atteso,
        `${motivo} ${stato}`,
      );
    }
});

test("[G2] nessun servizio inizia prima della conferma", () => {
  for (const stato of PASSI) assert.equal(avvia(alPasso(stato)).ok, stato === "confermata", stato);
  const inviata = avvia(alPasso("dote-inviata"));
  assert.equal(!inviata.ok && inviata.rifiuto.code, "servizio.presa-non-confermata");
});

test("[G4] il cambio di operatore riparte da capo e libera il denaro prenotato", () => {
  for (const stato of PASSI.filter((uno) => uno !== "confermata")) {
    const caso = alPasso(stato);
    const deciso = notizie.assegna(caso, { ...NATO, operatoreId: ALTRO });
    assert.ok(deciso.ok && deciso.value);
    const dopo = evolveCaso(caso, deciso.value);
    assert.deepEqual(
      [dopo.stato, dopo.operatoreId, dopo.tentativi, dopo.dote],
      ["da-convocare", ALTRO, 0, null],
    );
  }
});

test("[G8] la stessa assegnazione, arrivata di nuovo a caso finito, non lo riapre", () => {
  for (const stato of ["non-presa", "chiuso"] as const)
    assert.deepEqual(notizie.assegna(alPasso(stato), NATO), { ok: true, value: null });
});

test("[G4] una adesione riaperta torna sulla scrivania dello stesso operatore, dal primo passo", () => {
  const deciso = notizie.assegna(alPasso("chiuso"), { ...NATO, at: DOPO });
  assert.ok(deciso.ok && deciso.value);
  const caso = evolveCaso(alPasso("chiuso"), deciso.value);
  assert.deepEqual([caso.stato, caso.statoAdesione, caso.tentativi], ["da-convocare", "A", 0]);
});

test("[G4] lo stesso operatore, scelto di nuovo dopo una NON presa, riparte da capo", () => {
  const caso = alPasso("non-presa");
  const deciso = notizie.assegna(caso, { ...NATO, at: DOPO });
  assert.ok(deciso.ok && deciso.value);
  const dopo = evolveCaso(caso, deciso.value);
  assert.deepEqual(
    [dopo.stato, dopo.operatoreId, dopo.nonPresa],
    ["da-convocare", OPERATORE, null],
  );
});

test("[G5] una presa in carico confermata non si cambia; [G8] la stessa assegnazione due volte non fa niente", () => {
  const confermata = alPasso("confermata");
  const cambio = notizie.assegna(confermata, { ...NATO, operatoreId: ALTRO });
  assert.equal(!cambio.ok && cambio.rifiuto.code, "caso.gia-in-carico");
  assert.deepEqual(notizie.assegna(confermata, NATO), { ok: true, value: null });
  assert.equal(notizie.confermaPresa(confermata, ORA, REGOLE), null);
  const chiuso = alPasso("chiuso");
  assert.equal(notizie.chiudiAdesione(chiuso, "D", ORA), null);
});

test("[G6] le date stanno fra il fatto da cui dipendono e oggi", () => {
  const colloquio = alPasso("colloquio");
  const patto = (data: string) =>
    decide.firmaPatto(colloquio, { ...PATTO, data: data as CivilDate }, REGOLE, ORA);
  assert.equal(patto("2014-11-21").ok, false);
  assert.equal(patto("2014-11-19").ok, false);
  const domani = { esito: "convocato", at: "2014-11-20T10:00:01.000Z" as Instant } as const;
  assert.equal(decide.registraContatto(nuovo(), domani, ORA).ok, false);
  const prima = { esito: "convocato", at: "2014-11-02T10:00:00.000Z" as Instant } as const;
  assert.equal(decide.registraContatto(nuovo(), prima, ORA).ok, false);
  const mai = decide.registraContatto(nuovo(), { esito: "mancata-presentazione", at: ORA }, ORA);
  assert.equal(!mai.ok && mai.rifiuto.code, "contatto.senza-convocazione");
});

const FIRMA = { firmaGiovaneAt: ORA, firmaProfessionistaAt: ORA, rendicontazioneId: null };
const orario = (ora: number): string => `${String(ora).padStart(2, "0")}:00`;
/** So many signed hours of the register, all on one day. */
const ore = (quante: number) =>
  Array.from({ length: quante }, (_, i) => ({
    ...{ id: `r-${i}`, servizioId: SERVIZIO, adesioneId: ADESIONE, persona: "p", misura: "2-A" },
    ...{ giorno: OGGI, dalle: orario(i), alle: orario(i + 1), sedeId: "u", professionistaId: "x" },
    ...FIRMA,
  })) as never;
const rendiconta = (caso: Caso, quante: number) => {
  const chiesta = { servizioId: SERVIZIO, rendicontazioneId: "c-1", tipo: "finale" } as const;
  const vuota = { prova: null, tagliate: [], documenti: 1, documentiNuovi: 0 };
  const esito = presentaRendicontazione(
    caso,
    { ...chiesta, ...vuota, righe: ore(quante) },
    REGOLE,
    ORA,
  );
  return esito.ok ? ({ ok: true, value: esito.value.evento } as const) : esito;
};
const verifica = (caso: Caso, importoCents: number) => {
  const { rendicontatoCents = 0 } = caso.dote?.servizi[0] ?? {};
  const riferimento = "r-0";
  const voci = [{ riferimento, giorno: OGGI, minuti: 60, importoCents: rendicontatoCents ?? 0 }];
  const tagli = [{ riferimento, importoCents, motivo: "firma-mancante", nota: "" } as const];
  const controlli = Object.keys(REGOLE.rendiconto.controlli);
  return verificaRendicontazione(
    caso,
    { servizioId: SERVIZIO, rendicontazioneId: "c-1", tipo: "finale", voci, tagli, controlli },
    REGOLE,
    ORA,
  );
};

test("[G7] le ore oltre il piano non si pagano; un taglio oltre l'importo è rifiutato", () => {
  const caso = erogato();
  const rendicontato = must(caso, rendiconta(caso, 20));
  assert.equal(rendicontato.dote?.servizi[0]?.rendicontatoCents, 20 * 4000);
  assert.equal(verifica(rendicontato, 20 * 4000 + 1).ok, false);
  assert.ok(verifica(rendicontato, 100).ok);
});

const passo = fc.oneof(
  fc.record({
    tipo: fc.constant("contatto" as const),
    esito: fc.constantFrom(...(Object.keys(ESITI_CONTATTO) as EsitoContatto[])),
  }),
  fc
    .constantFrom(
      "patto",
      "dote",
      "verifiche",
      "conferma",
      "conferma-sportello",
      "ammetti",
      "non-ammettere",
      "sospendi",
      "riprendi",
      "rinuncia-dote",
      "revoca",
      "scadi",
      "nuovo-operatore",
      "rifiuta",
      "respingi",
      "chiudi",
      "cambia",
      "avvia",
      "fine",
      "conto",
      "verifica",
    )
    .map((tipo) => ({ tipo })),
);

const SPORTELLO = { ...REGOLE, presa: { ...REGOLE.presa, ammissione: "sportello" } } as const;
const RINUNCIA = { nota: "", documentoId: "doc-2", perCambio: false } as const;
const altroDi = ({ operatoreId }: Caso) => (operatoreId === OPERATORE ? ALTRO : OPERATORE);

function decidi(caso: Caso, uno: { tipo: string; esito?: EsitoContatto }): EventoCaso | null {
  const valore = (deciso: Deciso): EventoCaso | null => (deciso.ok ? deciso.value : null);
  switch (uno.tipo) {
    case "contatto":
      return valore(
        decide.registraContatto(caso, { esito: uno.esito ?? "convocato", at: ORA }, ORA),
      );
    case "patto":
      return valore(decide.firmaPatto(caso, PATTO, REGOLE, ORA));
    case "dote":
      return valore(decide.inviaDote(caso, DOTE, REGOLE, ORA));
    case "conferma":
      return notizie.confermaPresa(caso, ORA, REGOLE);
    case "conferma-sportello":
      return notizie.confermaPresa(caso, ORA, SPORTELLO);
    case "ammetti":
      return valore(vita.ammettiDote(caso, ORA));
    case "non-ammettere":
      return valore(vita.nonAmmettereDote(caso, "manca un allegato", ORA));
    case "sospendi":
      return valore(vita.sospendiDote(caso, { dal: OGGI, motivo: "salute" }, REGOLE, ORA));
    case "riprendi":
      return valore(vita.riprendiDote(caso, OGGI, REGOLE, ORA));
    case "rinuncia-dote":
      return valore(vita.rinunciaDote(caso, { ...RINUNCIA, on: OGGI }, ORA));
    case "revoca":
      return valore(vita.revocaDote(caso, "errore", ORA));
    case "scadi":
      return vita.scadiDote(caso, REGOLE, "2015-09-01T10:00:00.000Z" as Instant);
    case "nuovo-operatore":
      return valore(vita.assegnaOperatore(caso, altroDi(caso), ORA));
    case "rifiuta":
      return notizie.rifiutaPresa(caso, "N", ORA);
    case "respingi":
      return notizie.respingiDote(caso, DOTE.id, ORA);
    case "chiudi":
      return notizie.chiudiAdesione(caso, "C", ORA);
    case "cambia": {
      const deciso = notizie.assegna(caso, {
        ...NATO,
        operatoreId: altroDi(caso),
      });
      return deciso.ok ? deciso.value : null;
    }
    case "avvia":
      return valore(avvia(caso));
    case "fine":
      return valore(
        concludiServizio(
          caso,
          { servizioId: SERVIZIO, dataFine: OGGI, esito: "conclusa" },
          REGOLE,
          ORA,
        ),
      );
    case "conto":
      return valore(rendiconta(caso, 20));
    default:
      return valore(verifica(caso, Math.min(500, caso.dote?.servizi[0]?.rendicontatoCents ?? 0)));
  }
}

const AVVIO = [
  ...[
    { tipo: "contatto", esito: "convocato" },
    { tipo: "contatto", esito: "colloquio" },
  ],
  ...[{ tipo: "verifiche" }, { tipo: "patto" }, { tipo: "dote" }],
] as const;
/** Most histories get as far as the dote, where the money is. */
const storia = fc
  .tuple(fc.integer({ min: 0, max: AVVIO.length }), fc.array(passo, { maxLength: 40 }))
  .map(([quanti, passi]) => [...AVVIO.slice(0, quanti), ...passi]);

function muovi(saldi: Saldi, caso: Caso, evento: EventoCaso): Saldi {
  let dopo = saldi;
  for (const una of scrittureDi(caso, evento)) {
    const esito = registra(dopo, una);
    assert.ok(esito.ok, `${evento.tipo}: ${JSON.stringify(esito)}`);
    dopo = esito.value;
  }
  return dopo;
}

test("[G3] qualunque storia abbia un caso, il denaro torna: prenotato e impegnato sono quelli della sua dote", () => {
  const dato = registra(
    SALDI_VUOTI,
    scrittura("stanziamento", { stanziamento: -1_000_000_00, disponibile: 1_000_000_00 }),
  );
  assert.ok(dato.ok);
  fc.assert(
    fc.property(storia, (passi) => {
      let caso = nuovo();
      let saldi: Saldi = dato.value;
      for (const uno of passi) {
        if (uno.tipo === "verifiche" && caso.stato === "colloquio") caso = conVerifiche(caso);
        const evento = decidi(caso, uno);
        if (evento === null) continue;
        saldi = muovi(saldi, caso, evento);
        const dopo = evolveCaso(caso, evento);
        assert.equal(dopo.version, caso.version + 1);
        caso = dopo;
        assert.equal(saldi.prenotato, inAttesa(caso), uno.tipo);
        assert.equal(
          Object.values(saldi).reduce((sum, one) => sum + one, 0),
          0,
        );
      }
    }),
    { numRuns: 600 },
  );
});

const inAttesa = ({ dote }: Caso): number =>
  dote !== null && DOTI_IN_ATTESA.has(dote.stato) ? dote.valoreCents : 0;
