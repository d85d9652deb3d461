import assert from "node:assert/strict";
import { test } from "node:test";
import type * as borsaLavoro from "@staffetta/borsalavoro";
import { clienteDi, type Soggetto, servizicoap } from "@staffetta/contracts";
import type * as ministero from "@staffetta/ministero";
import { leggiDocumento, type ParteNodo } from "@staffetta/nodo";

/**
 * One region on the national SOAP services and one on the native binding, side by side against the same
 * register: the same story told through each leaves the same state.
 */
import {
  type Acceso,
  aderisci,
  adesioni,
  applica,
  aspetta,
  banca,
  borsa,
  chiedi,
  NATIVA,
  oggi,
  type Persona,
  persona,
  prendi,
  type Regione,
  racconto,
  registro,
  SOAP,
} from "./scena.ts";

/** Each story is told with the two regions in either place; `qui` is where it happens. */
const STORIE: readonly (readonly [
  string,
  (qui: Regione, altrove: Regione) => Promise<readonly string[]>,
])[] = [
  [
    "aderire e annullare",
    async (qui) => {
      const chi = persona();
      await aderisci(qui, chi);
      await aspetta(registro, chi, `${qui} A`);
      const [sua] = await adesioni(borsa(qui), chi);
      await chiedi(borsa(qui), chi, "annulla", { adesioneId: sua?.adesioneId });
      await aspetta(registro, chi, `${qui} D`);
      return [await racconto(registro, chi), await racconto(borsa(qui), chi)];
    },
  ],
  [
    "aderire in due regioni: la prima che prende in carico vince, l'altra chiude",
    async (qui, altrove) => {
      const chi = persona();
      await aderisci(qui, chi, "OP-0001");
      await aderisci(altrove, chi);
      const due = (a: string, b: string) => [`${qui} ${a}`, `${altrove} ${b}`].sort().join(", ");
      await aspetta(registro, chi, due("A", "A"));
      await prendi(qui, chi);
      await aspetta(borsa(qui), chi, `${qui} P`);
      await aspetta(borsa(altrove), chi, `${altrove} N`);
      await aspetta(registro, chi, due("P", "N"));
      return [
        await racconto(registro, chi),
        await racconto(borsa(qui), chi),
        await racconto(borsa(altrove), chi),
      ];
    },
  ],
  [
    "aderire sul portale nazionale e chiedere lì di annullare",
    async (qui) => {
      const chi = persona();
      await chiedi(registro, chi, "aderisci", {
        regione: qui,
        recapiti: chi.recapiti,
        informativaLetta: true,
      });
      await aspetta(borsa(qui), chi, `${qui} A`);
      const [sua] = await adesioni(registro, chi);
      await chiedi(registro, chi, "chiediAnnullamento", { adesioneId: sua?.adesioneId });
      await aspetta(registro, chi, `${qui} D`);
      return [await racconto(registro, chi), await racconto(borsa(qui), chi)];
    },
  ],
];

const senzaNomi = (racconti: readonly string[], qui: Regione): readonly string[] =>
  racconti.map((uno) =>
    uno
      .split(", ")
      .map((parte) => parte.replace(qui, "qui").replace(/\d\d/, "altrove"))
      .sort()
      .join(", "),
  );

for (const [nome, storia] of STORIE)
  test(`${nome}: sul filo nazionale e su quello nativo resta lo stesso stato`, async () => {
    const soap = senzaNomi(await storia(SOAP, NATIVA), SOAP);
    const nativa = senzaNomi(await storia(NATIVA, SOAP), NATIVA);
    assert.deepEqual(soap, nativa);
  });

test("ogni scambio resta con i suoi byte, dalle due parti", async () => {
  const filtro = { operazione: "setStatoAdesioneYG", esito: "OK", dopo: null, limit: 1 };
  const legge = async (sistema: Acceso, verso: string) =>
    sistema.porte.uow.transaction(async ({ coop }: never) => {
      const { scambi } = coop as { scambi: import("@staffetta/cooperation").ScambiStore };
      const [uno] = await scambi.list({ ...filtro, verso });
      return uno === undefined ? null : scambi.find(uno.id);
    });
  const entrata = await legge(registro, "entrata");
  assert.ok(entrata);
  assert.match(Buffer.from(entrata.richiesta).toString("utf8"), /<DatiStatoAdesione>/);
  assert.match(Buffer.from(entrata.risposta).toString("utf8"), /Esito>OK</);
  assert.ok(await legge(borsa(SOAP), "uscita"));
});

/** The operations on the SAP, as whoever calls them. */
const sapDi = () => (banca.parte as ParteNodo<never, never>).servizicoap?.gestori;
const NESSUNO: servizicoap.Chiamante = { utente: null, regione: null, scambioId: "prova" };
const ALTRO_ENTE = "H501C099901";

/** Another body holds the SAP, and has its own policy in it. */
async function conSap({ anagrafica }: Persona): Promise<void> {
  const { codiceFiscale, cognome, nome, sesso, dataNascita } = anagrafica;
  const casa = "<codcomune>H501</codcomune><indirizzo>VIA DI PROVA 1</indirizzo>";
  const testo = `<lavoratore><datiinvio><dataultimoagg>${oggi}</dataultimoagg><codiceentetit>${ALTRO_ENTE}</codiceentetit><tipovariazione>01</tipovariazione></datiinvio><datianagrafici><datipersonali><codicefiscale>${codiceFiscale}</codicefiscale><cognome>${cognome}</cognome><nome>${nome}</nome><sesso>${sesso}</sesso><datanascita>${dataNascita}</datanascita><codcomune>H501</codcomune><codcittadinanza>000</codcittadinanza></datipersonali><domicilio>${casa}</domicilio><recapiti><telefono>06000000</telefono></recapiti></datianagrafici><politiche_attive_lst><politiche_attive><tipo_attivita>A01</tipo_attivita><data_proposta>2020-01-01</data_proposta><titolo_progetto>02</titolo_progetto><codice_ente_promotore>${ALTRO_ENTE}</codice_ente_promotore></politiche_attive></politiche_attive_lst></lavoratore>`;
  const letta = leggiDocumento(servizicoap.LAVORATORE, testo, { oggi });
  assert.ok(letta.ok, JSON.stringify(letta));
  const esito = await sapDi()?.invioSAP?.({ SAP: letta.valore }, NESSUNO);
  assert.equal(esito?.Esito, "OK", esito?.MessaggioErrore);
}

/** What the SAP says, without what is of one region or of one moment. */
async function sapDetta({ anagrafica: { codiceFiscale } }: Persona): Promise<readonly object[]> {
  const { CodiceSAP = "" } =
    (await sapDi()?.verificaEsistenzaSAP?.({ CodiceFiscale: { codiceFiscale } }, NESSUNO)) ?? {};
  const IdentificativoSap = CodiceSAP as never;
  const { SAP = "" } =
    (await sapDi()?.richiestaSAP?.({ CodiceSAP: { IdentificativoSap } }, NESSUNO)) ?? {};
  const letta = leggiDocumento(servizicoap.LAVORATORE, SAP, { oggi });
  assert.ok(letta.ok, SAP);
  const politiche = letta.valore.politiche_attive_lst?.politiche_attive ?? [];
  const presa = politiche.find(({ tipo_attivita }) => tipo_attivita === "A02");
  const eventi = await banca.porte.uow.transaction(async (stores: never) => {
    const { eventiPolitica } = stores as ministero.Stores;
    return (await eventiPolitica.by("sapId", CodiceSAP)).map(
      ({ evento, data }) => `${data} ${evento}`,
    );
  });
  return [
    { titolare: letta.valore.datiinvio.codiceentetit, eventi: eventi.sort() },
    ...politiche.map((una) => ({
      ...una,
      ...{ identificativo_politica: "", codice_ente_promotore: una.codice_ente_promotore.slice(4) },
      identificativo_presa_in_carico:
        una.identificativo_presa_in_carico === presa?.identificativo_politica,
    })),
  ];
}

async function percorso(qui: Regione): Promise<readonly object[]> {
  const chi = persona();
  await conSap(chi);
  await aderisci(qui, chi, "OP-0001");
  await aspetta(registro, chi, `${qui} A`);
  await prendi(qui, chi);
  await aspetta(borsa(qui), chi, `${qui} P`);
  const [sua] = await adesioni(borsa(qui), chi);
  const at = new Date().toISOString();
  // Two measures on the same day.
  for (const misura of ["2-A", "3"]) {
    const politicaId = crypto.randomUUID();
    const quale = { politicaId, adesioneId: sua?.adesioneId, misura, dataInizio: oggi, at };
    await applica(borsa(qui), "politica-avviata.v1", { ...quale, doteId: crypto.randomUUID() });
    const fine = { dataFine: oggi, esito: "conclusa", ultima: false };
    await applica(borsa(qui), "politica-erogata.v1", { ...quale, ...fine });
  }
  for (let i = 0; i < 200; i++) {
    const [testa] = (await sapDetta(chi)) as readonly { eventi?: readonly string[] }[];
    if (testa?.eventi?.length === 5) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  return sapDetta(chi);
}

test("presa in carico e politiche: sul filo nazionale e su quello nativo la SAP è la stessa", async () => {
  const soap = await percorso(SOAP);
  assert.deepEqual(soap, await percorso(NATIVA));
  assert.equal(soap.length, 5);
  assert.deepEqual(soap[0], {
    titolare: ALTRO_ENTE,
    eventi: [...["02", "02", "10", "10", "10"].map((evento) => `${oggi} ${evento}`)],
  });
});

const compitiDi = (regione: Regione): Promise<readonly string[]> =>
  borsa(regione).porte.uow.transaction(async (stores: never) =>
    (await (stores as borsaLavoro.Stores).compiti.all()).map(({ titolo }) => titolo),
  );

const sportello = (regione: Regione) => {
  const { operazioni, implementazione } = borsa(regione).parte as unknown as ReturnType<
    typeof borsaLavoro.createBorsaLavoro
  >;
  const chi = { ruolo: "regione", id: "sportello", nome: "Sportello", funzione: "istruttoria" };
  return clienteDi(operazioni, implementazione, { ...chi, regione } as Soggetto);
};

test("ciò che il filo nazionale non porta resta fra i rifiuti dei flussi, e non apre compiti", async () => {
  const chi = persona();
  await aderisci(SOAP, chi);
  await aspetta(registro, chi, `${SOAP} A`);
  const nonPortati = async () =>
    (await borsa(SOAP).porte.coop().quadro()).rifiuti.filter(
      ({ codice }) => codice === "servizicoap.non-portato",
    );
  for (let i = 0; i < 100 && (await nonPortati()).length === 0; i++)
    await new Promise((done) => setTimeout(done, 50));
  const [uno] = await nonPortati();
  assert.equal(uno?.verso, "uscita");
  assert.ok((await nonPortati()).some(({ tipo }) => tipo === "adesione-registrata.v1"));
  assert.ok((await compitiDi(SOAP)).every((titolo) => !titolo.includes("non porta")));
  const visto = await sportello(SOAP).flussi({});
  assert.ok(visto.ok);
  assert.ok(visto.valore.rifiuti.every(({ codice }) => codice !== "servizicoap.non-portato"));
  const contato = visto.valore.nonPortati.find(({ tipo }) => tipo === "adesione-registrata.v1");
  assert.ok(contato !== undefined && contato.quanti >= 1 && contato.partner === "ministero");
});

test("senza una SAP la scrivania sa che cosa manca, lo scrive, e la prima SAP parte intera", async () => {
  const chi = persona();
  await aderisci(SOAP, chi, "OP-0001");
  await aspetta(registro, chi, `${SOAP} A`);
  await prendi(SOAP, chi);
  await aspetta(borsa(SOAP), chi, `${SOAP} P`);
  const ferma = async () =>
    (await compitiDi(SOAP)).some((titolo) => titolo.includes("è da completare"));
  for (let i = 0; i < 200 && !(await ferma()); i++)
    await new Promise((done) => setTimeout(done, 50));
  assert.ok(await ferma());
  const [sua] = await adesioni(borsa(SOAP), chi);
  const domicilio = { comune: "F205", cap: "20121", indirizzo: "Via Dante 1" };
  const dati = { cittadinanza: "000", comuneNascita: "F205", domicilio };
  const adesioneId = sua?.adesioneId ?? "";
  const esito = await sportello(SOAP).completaDatiSap({ adesioneId, dati });
  assert.deepEqual(esito, { ok: true, valore: { ripartiti: 1 } });
  const nata = async (): Promise<string | undefined> => {
    const letti = await sportello(SOAP).datiSap({ adesioneId });
    return letti.ok ? letti.valore.sap?.identificativo : undefined;
  };
  for (let i = 0; i < 200 && (await nata()) === undefined; i++)
    await new Promise((done) => setTimeout(done, 50));
  assert.match((await nata()) ?? "", /^[A-Z]{2}[0-9]{8}[A-Z]$/);
});

/** Bodies of the notifications that a region has had and answered OK. */
const notificheA = (regione: Regione): Promise<readonly string[]> =>
  borsa(regione).porte.uow.transaction(async ({ coop }: never) => {
    const { scambi } = coop as { scambi: import("@staffetta/cooperation").ScambiStore };
    const operazione = "notificaCambioStatoAdesioneYG";
    const righe = await scambi.list({
      operazione,
      esito: "OK",
      verso: "entrata",
      dopo: null,
      limit: 50,
    });
    const interi = await Promise.all(righe.map(({ id }) => scambi.find(id)));
    return interi.map((uno) => Buffer.from(uno?.richiesta ?? []).toString("utf8"));
  });

test("ogni cambio di stato arriva alle altre regioni della persona sul filo nazionale, non a chi lo ha fatto", async () => {
  const chi = persona();
  await aderisci(SOAP, chi);
  await aderisci(NATIVA, chi);
  await aspetta(registro, chi, [`${SOAP} A`, `${NATIVA} A`].sort().join(", "));
  const [sua] = (await adesioni(borsa(NATIVA), chi)).filter(({ regione }) => regione === NATIVA);
  await chiedi(borsa(NATIVA), chi, "annulla", { adesioneId: sua?.adesioneId });
  await aspetta(registro, chi, [`${SOAP} A`, `${NATIVA} D`].sort().join(", "));
  const sue = async () =>
    (await notificheA(SOAP)).filter((una) => una.includes(chi.anagrafica.codiceFiscale));
  for (let i = 0; i < 200 && (await sue()).length === 0; i++)
    await new Promise((done) => setTimeout(done, 50));
  const [una = "", ...resto] = await sue();
  assert.equal(resto.length, 0);
  assert.match(una, new RegExp(`RegioneAdesione>${NATIVA}<`));
  assert.match(una, /StatoAdesione>D</);
  // A change elsewhere that takes nobody in charge moves nothing here.
  assert.equal(await racconto(borsa(SOAP), chi), `${SOAP} A`);
  const [nostra] = await adesioni(borsa(SOAP), chi);
  await chiedi(borsa(SOAP), chi, "annulla", { adesioneId: nostra?.adesioneId });
  await aspetta(registro, chi, [`${SOAP} D`, `${NATIVA} D`].sort().join(", "));
  assert.equal((await sue()).length, 1);
});
