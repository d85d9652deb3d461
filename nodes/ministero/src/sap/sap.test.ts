import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { servizicoap } from "@staffetta/contracts";
import { componiCodiceFiscale } from "@staffetta/domain";
import { leggiDocumento } from "@staffetta/nodo";
import { apriBancoDiProva, type BancoDiProva, ORA } from "../fixtures.ts";
import { ricevuti } from "../ricevuti.ts";
import { gestoriSap } from "./servizicoap.ts";

const OGGI = { oggi: ORA.slice(0, 10) };
const CPI = "L219C099901";
const ALTRO = "F205C000002";
const CHI: servizicoap.Chiamante = { utente: "regione-13", regione: null, scambioId: "s1" };

interface Parti {
  readonly id?: string;
  readonly ente?: string;
  readonly variazione?: string;
  readonly persona?: string;
  readonly politiche?: string;
}
const persona = (codiceFiscale: string, cognome = "ESEMPIALI"): string =>
  `<datianagrafici><datipersonali><codicefiscale>${codiceFiscale}</codicefiscale><cognome>${cognome}</cognome><nome>BRUNILDE</nome><sesso>F</sesso><datanascita>2004-12-05</datanascita><codcomune>B354</codcomune><codcittadinanza>000</codcittadinanza></datipersonali><domicilio><codcomune>B354</codcomune><cap>09121</cap><indirizzo>VIA DELLE PROVE 7</indirizzo></domicilio><recapiti><email>prova@example.org</email></recapiti></datianagrafici>`;
const politica = (ente: string, tipo = "C06", extra = ""): string =>
  `<politiche_attive><tipo_attivita>${tipo}</tipo_attivita><data_proposta>2026-02-01</data_proposta><data>2026-02-01</data><titolo_progetto>02</titolo_progetto><codice_ente_promotore>${ente}</codice_ente_promotore>${extra}</politiche_attive>`;
const xmlDi = ({
  id,
  ente = CPI,
  variazione = "01",
  persona: chi = "",
  politiche,
}: Parti): string =>
  `<lavoratore><datiinvio><dataultimoagg>2026-03-01</dataultimoagg>${id === undefined ? "" : `<identificativosap>${id}</identificativosap>`}<codiceentetit>${ente}</codiceentetit><tipovariazione>${variazione}</tipovariazione></datiinvio>${chi}<datiamministrativi/><esperienzelavoro_lst/><livelliistruzione_lst/><allegato/>${politiche === undefined ? "" : `<politiche_attive_lst>${politiche}</politiche_attive_lst>`}</lavoratore>`;

const letta = (testo: string): servizicoap.Lavoratore => {
  const letto = leggiDocumento(servizicoap.LAVORATORE, testo, OGGI);
  assert.ok(letto.ok, JSON.stringify(letto));
  return letto.valore;
};

let numero = 0;
/** A new invented person at each call. */
const unCf = (): string => {
  const luogo = `Z${String(++numero).padStart(3, "0")}`;
  const dataNascita = "2004-12-05" as never;
  return componiCodiceFiscale({
    ...{ cognome: "ESEMPIALI", nome: "BRUNILDE", sesso: "F", dataNascita, luogo },
  });
};

for (const dove of ["memoria", "pg"] as const)
  describe(`la SAP ${dove === "pg" ? "sul server vero" : "sul gemello"}`, () => {
    let banco: BancoDiProva;
    before(async () => {
      banco = await apriBancoDiProva(dove);
    });
    after(() => banco.close());

    const gestori = () => gestoriSap(banco.ctx) as Required<ReturnType<typeof gestoriSap>>;
    const invia = (parti: Parti, chi = CHI) =>
      gestori().invioSAP({ SAP: letta(xmlDi(parti)) }, chi);
    const chiedi = async (id: string) => {
      const { SAP } = await gestori().richiestaSAP({ CodiceSAP: { IdentificativoSap: id } }, CHI);
      return SAP === "" ? null : letta(SAP);
    };
    const versioni = (id: string) =>
      banco.uow.transaction(({ versioni: tutte }) => tutte.by("sapId", id));
    const accolta = async (parti: Parti, chi = CHI): Promise<string> => {
      const risposta = await invia(parti, chi);
      assert.equal(risposta.Esito, "OK", risposta.MessaggioErrore);
      assert.equal(risposta.MessaggioErrore, "");
      assert.match(risposta.CodiceSAP, /^[A-Z]{2}[0-9]{8}[A-Z]$/);
      return risposta.CodiceSAP;
    };
    const rifiutata = async (parti: Parti): Promise<string> => {
      const { Esito, MessaggioErrore, CodiceSAP } = await invia(parti);
      assert.deepEqual([Esito, CodiceSAP], ["KO", ""]);
      assert.match(MessaggioErrore, /^<ListaAnomalie><Anomalia><CodiceAnomalia>/);
      return /<CodiceAnomalia>(.*?)</.exec(MessaggioErrore)?.[1] ?? "";
    };

    test("senza SAP la verifica dice 0; dopo il primo inserimento dice l'identificativo", async () => {
      const cf = unCf();
      const verifica = () =>
        gestori().verificaEsistenzaSAP({ CodiceFiscale: { codiceFiscale: cf as never } }, CHI);
      assert.deepEqual(await verifica(), { CodiceSAP: "0" });
      assert.deepEqual(
        await gestori().richiestaCodSAPRegTitolare({ CodiceFiscale: cf as never }, CHI),
        {
          ...{ CodiceSAP: "0", CodiceRegione: "", CodiceEnteTitolare: "" },
        },
      );
      const id = await accolta({ persona: persona(cf) });
      assert.deepEqual(await verifica(), { CodiceSAP: id });
      assert.deepEqual(
        await gestori().richiestaCodSAPRegTitolare({ CodiceFiscale: cf as never }, CHI),
        {
          ...{ CodiceSAP: id, CodiceRegione: "13", CodiceEnteTitolare: CPI },
        },
      );
    });

    test("la stessa SAP due volte ha la stessa risposta e una versione sola", async () => {
      const cf = unCf();
      const parti = { persona: persona(cf), politiche: politica(CPI) };
      const id = await accolta(parti);
      assert.equal(await accolta(parti), id);
      assert.equal((await versioni(id)).length, 1);
      assert.equal(await rifiutata({ persona: persona(cf, "ALTROVE") }), "B001");
    });

    test("lo stesso identificativo con un contenuto diverso è una versione in più, e le politiche di prima restano", async () => {
      const cf = unCf();
      const id = await accolta({ persona: persona(cf), politiche: politica(CPI) });
      const due = { id, variazione: "02", persona: persona(cf, "ALTROVE") };
      await accolta({ ...due, politiche: politica("L219S000007", "C02") });
      const sap = await chiedi(id);
      assert.equal(sap?.datianagrafici?.datipersonali.cognome, "ALTROVE");
      assert.deepEqual(
        sap?.politiche_attive_lst?.politiche_attive.map(({ tipo_attivita: tipo }) => tipo).sort(),
        ["C02", "C06"],
      );
      assert.ok(
        sap?.politiche_attive_lst?.politiche_attive.every(
          ({ identificativo_politica: p }) => p !== null && /^13[0-9A-F]{8}[A-Z]$/.test(p),
        ),
      );
      assert.deepEqual(
        (await versioni(id)).map(({ versione, scambioId }) => [versione, scambioId]),
        [
          [1, "s1"],
          [2, "s1"],
        ],
      );
    });

    test("un altro ente porta le sue politiche, non le sezioni", async () => {
      const cf = unCf();
      const id = await accolta({ persona: persona(cf) });
      const altro = { id, ente: ALTRO, variazione: "02" };
      await accolta({ ...altro, politiche: politica(ALTRO, "A02") });
      assert.equal(await rifiutata({ ...altro, persona: persona(cf, "ALTROVE") }), "B008");
      assert.equal((await chiedi(id))?.politiche_attive_lst?.politiche_attive.length, 1);
    });

    test("ogni rifiuto ha il suo codice di anomalia", async () => {
      const cf = unCf();
      const id = await accolta({ persona: persona(cf) });
      assert.equal(await rifiutata({ id: "QA99999999X", variazione: "02" }), "B002");
      assert.equal(await rifiutata({ variazione: "01" }), "B004");
      const maschio = persona(unCf()).replace("<sesso>F", "<sesso>M");
      assert.equal(await rifiutata({ persona: maschio }), "B005");
      assert.equal(await rifiutata({ id, variazione: "02", persona: persona(unCf()) }), "B006");
      const finita = politica(CPI).replace("</data>", "</data><data_fine>2026-01-01</data_fine>");
      assert.equal(await rifiutata({ id, variazione: "02", politiche: finita }), "B010");
      assert.equal(await rifiutata({ id, variazione: "07" }), "S011");
      const occupato = unCf();
      await accolta({ persona: persona(occupato) });
      assert.equal(await rifiutata({ id, variazione: "05", persona: persona(occupato) }), "B007");
    });

    test("il codice fiscale cambia, la persona e le politiche restano", async () => {
      const [vecchio, nuovo] = [unCf(), unCf()];
      const id = await accolta({ persona: persona(vecchio), politiche: politica(CPI) });
      await accolta({ id, variazione: "05", persona: persona(nuovo) });
      const verifica = (cf: string) =>
        gestori().verificaEsistenzaSAP({ CodiceFiscale: { codiceFiscale: cf as never } }, CHI);
      assert.deepEqual(await verifica(vecchio), { CodiceSAP: "0" });
      assert.deepEqual(await verifica(nuovo), { CodiceSAP: id });
      assert.equal((await chiedi(id))?.politiche_attive_lst?.politiche_attive.length, 1);
    });

    test("una SAP annullata non si legge e non si aggiorna, sta nella lista, e la persona ne può avere un'altra", async () => {
      const cf = unCf();
      const id = await accolta({ persona: persona(cf) });
      const annulla = () => gestori().annullaSAP({ CodiceSAP: { IdentificativoSap: id } }, CHI);
      assert.deepEqual(await annulla(), { Esito: "OK", MessaggioErrore: "" });
      assert.deepEqual(await annulla(), { Esito: "OK", MessaggioErrore: "" });
      assert.equal(await chiedi(id), null);
      assert.equal(await rifiutata({ id, variazione: "02", persona: persona(cf) }), "B003");
      const { SAPs } = await gestori().recuperaListaSAPNonAttive({ Parametri: "" }, CHI);
      assert.ok(SAPs.split(" ").includes(id));
      assert.notEqual(await accolta({ persona: persona(cf) }), id);
      const nessuna = { CodiceSAP: { IdentificativoSap: "QA99999999X" } };
      assert.equal((await gestori().annullaSAP(nessuna, CHI)).Esito, "KO");
      const altra = await accolta({ persona: persona(unCf()) });
      const lombardia = { ...CHI, regione: "10" };
      const negata = await gestori().annullaSAP(
        { CodiceSAP: { IdentificativoSap: altra } },
        lombardia,
      );
      assert.equal(negata.Esito, "KO");
    });

    test("con il trasferimento la titolarità passa, e la regione di prima lo sa", async () => {
      const cf = unCf();
      const id = await accolta({ persona: persona(cf), politiche: politica(CPI, "A02") });
      const presa = politica(ALTRO, "A02").replace("progetto>02", "progetto>05");
      await accolta({ id, ente: ALTRO, variazione: "02", persona: persona(cf), politiche: presa });
      const titolare = await gestori().richiestaCodSAPRegTitolare(
        { CodiceFiscale: cf as never },
        CHI,
      );
      assert.deepEqual([titolare.CodiceEnteTitolare, titolare.CodiceRegione], [ALTRO, "10"]);
      const lista = async (regione: string) => {
        const chi = { ...CHI, regione };
        return (await gestori().recuperaListaSAPNonAttive({ Parametri: "" }, chi)).SAPs.split(" ");
      };
      assert.ok((await lista("13")).includes(id));
      assert.ok(!(await lista("10")).includes(id));
      const uscite = await banco.uow.transaction(({ coop }) => coop.listUscite());
      assert.equal(
        uscite
          .filter(({ partner }) => partner === "borsalavoro-13")
          .reduce((n, u) => n + u.contatore, 0),
        2,
      );
    });

    test("la DID nasce, si conferma e si legge con la presa in carico", async () => {
      const cf = unCf();
      const id = await accolta({ persona: persona(cf), politiche: politica(CPI, "A02") });
      const passo = (Evento: string) =>
        gestori().gestisciDID(
          {
            ...{ CodiceFiscale: cf as never, DataDID: "2026-02-02", Evento },
            ...{ DataEvento: "2026-02-03", CodiceEntePromotore: "H501N000001" },
          },
          CHI,
        );
      assert.equal((await passo("I")).Esito, "OK");
      assert.equal((await passo("C")).Esito, "OK");
      assert.equal((await passo("I")).Esito, "KO");
      assert.equal((await passo("Z")).Esito, "KO");
      const { DID } = await gestori().richiestaSAP_N00_A02({ CodiceFiscale: cf as never }, CHI);
      const lista = leggiDocumento(servizicoap.LISTA_DID, DID, OGGI);
      assert.ok(lista.ok, JSON.stringify(lista));
      assert.equal(lista.valore.N00[0]?.ultimo_evento?.evento, "02");
      assert.equal(lista.valore.A02.length, 1);
      const did = await banco.uow.transaction((stores) => stores.did.by("sapId", id));
      assert.deepEqual(
        did.map(({ stato, fonte }) => [stato, fonte]),
        [["C", "O"]],
      );
      assert.equal(
        (await gestori().richiestaSAP_N00_A02({ CodiceFiscale: unCf() as never }, CHI)).DID,
        "",
      );
    });

    test("un codice sconosciuto entra, resta e si segnala", async () => {
      const id = await accolta({ persona: persona(unCf()), politiche: politica(CPI, "Q77") });
      const ignoti = await banco.uow.transaction(({ elenchiSap }) => elenchiSap.codiciIgnoti(10));
      const found = ignoti.find(({ codice }) => codice === "Q77");
      assert.equal(found?.lista, "tipo-attivita");
      assert.equal(
        (await chiedi(id))?.politiche_attive_lst?.politiche_attive[0]?.tipo_attivita,
        "Q77",
      );
    });

    test("oltre il limite ogni operazione risponde X001, e il giorno non lo dimentica", async () => {
      const stretto = { ...banco.ctx, chiamateMax: 2 };
      const altri = gestoriSap(stretto) as Required<ReturnType<typeof gestoriSap>>;
      const chi = { ...CHI, utente: "regione-insistente" };
      const CodiceFiscale = { codiceFiscale: unCf() as never };
      for (let i = 0; i < 2; i++)
        assert.deepEqual(await altri.verificaEsistenzaSAP({ CodiceFiscale }, chi), {
          CodiceSAP: "0",
        });
      assert.match((await altri.verificaEsistenzaSAP({ CodiceFiscale }, chi)).CodiceSAP, /^X001/);
      const SAP = letta(xmlDi({ persona: persona(unCf()) }));
      assert.equal((await altri.invioSAP({ SAP }, chi)).Esito, "X001");
      const CodiceSAP = { IdentificativoSap: "QA99999999X" };
      assert.match((await altri.richiestaSAP({ CodiceSAP }, chi)).SAP, /^X001/);
      const altro = { ...CHI, utente: "regione-paziente" };
      assert.equal((await altri.invioSAP({ SAP }, altro)).Esito, "OK");
    });

    test("la stessa storia per i nostri flussi e per il SOAP lascia le stesse politiche", async () => {
      const [perFlussi, perSoap] = [unCf(), unCf()];
      const adesioneId = banco.ctx.random.uuid();
      const politicaId = banco.ctx.random.uuid();
      const at = "2026-02-01T10:00:00.000Z";
      const manda = async (tipo: string, corpo: unknown) => {
        const handler = ricevuti(banco.ctx)[tipo];
        assert.ok(handler);
        const messaggio = { mittente: "borsalavoro-13", corpo: JSON.stringify(corpo) };
        const esito = await banco.uow.transaction((stores) => handler(stores, messaggio as never));
        assert.deepEqual(esito, { esito: "applicato" });
      };
      const chi = { codiceFiscale: perFlussi, sesso: "F", dataNascita: "2004-12-05" };
      const dove13 = { regione: "13", canale: "regionale", dataAdesione: "2026-01-15" };
      await manda("adesione-registrata.v1", { adesioneId, ...chi, ...dove13, at });
      const presa = { operatoreId: "OP-0007", fascia: 2, dataPatto: "2026-01-20" };
      await manda("presa-in-carico-confermata.v1", { adesioneId, ...presa, at });
      const corso = { politicaId, adesioneId, misura: "2-A", dataInizio: "2026-02-01" };
      await manda("politica.v1", { ...corso, dataFine: null, esito: null, at });
      await manda("politica.v1", { ...corso, dataFine: "2026-02-20", esito: "conclusa", at });
      await manda("politica.v1", { ...corso, dataFine: "2026-02-20", esito: "conclusa", at });

      const ente = "L219C000001";
      const id = await accolta({ ente, persona: persona(perSoap) });
      const riga = (tipo: string, titolo: string, resto: string): string =>
        `<politiche_attive><tipo_attivita>${tipo}</tipo_attivita><titolo_denominazione>${titolo}</titolo_denominazione>${resto}</politiche_attive>`;
      const evento = (codice: string, data: string): string =>
        `<ultimo_evento><evento>${codice}</evento><data_evento>${data}</data_evento></ultimo_evento>`;
      const promotore = "<codice_ente_promotore>L219S000007</codice_ente_promotore>";
      const a02 = riga(
        "A02",
        "Patto di servizio e presa in carico",
        `<data_proposta>2026-01-20</data_proposta><data>2026-01-20</data><data_fine>2026-01-20</data_fine><titolo_progetto>02</titolo_progetto>${promotore}<indice_profiling>2</indice_profiling>${evento("10", "2026-01-20")}`,
      );
      const c02 = (fine: string, ultimo: string): string =>
        riga(
          "C02",
          "Misura 2-A",
          `<data_proposta>2026-02-01</data_proposta><data>2026-02-01</data>${fine}<titolo_progetto>02</titolo_progetto>${promotore}${ultimo}`,
        );
      const passi = [
        a02,
        a02 + c02("", evento("02", "2026-02-01")),
        a02 + c02("<data_fine>2026-02-20</data_fine>", evento("10", "2026-02-20")),
      ];
      for (const politiche of passi) await accolta({ id, ente, variazione: "02", politiche });

      const { CodiceSAP } = await gestori().verificaEsistenzaSAP(
        { CodiceFiscale: { codiceFiscale: perFlussi as never } },
        CHI,
      );
      const viste = await Promise.all([chiedi(CodiceSAP), chiedi(id)]);
      const [flussi, soap] = viste.map((sap) => {
        const politiche = sap?.politiche_attive_lst?.politiche_attive ?? [];
        const presaId = politiche[0]?.identificativo_politica;
        return politiche.map((una) => ({
          ...una,
          identificativo_politica: "",
          identificativo_presa_in_carico: una.identificativo_presa_in_carico === presaId,
        }));
      });
      assert.deepEqual(flussi, soap);
      assert.equal(soap?.length, 2);
      const eventi = (sapId: string) =>
        banco.uow.transaction(async (stores) =>
          (await stores.eventiPolitica.by("sapId", sapId))
            .map(({ evento: e, data, ente: da }) => `${data} ${e} ${da}`)
            .sort(),
        );
      assert.deepEqual(await eventi(CodiceSAP), await eventi(id));
      assert.equal((await eventi(id)).length, 3);
    });

    test("molti primi inserimenti insieme della stessa persona fanno una SAP", async () => {
      const uguali = { persona: persona(unCf()) };
      const ids = await Promise.all(Array.from({ length: 12 }, () => accolta(uguali)));
      assert.equal(new Set(ids).size, 1);
      assert.equal((await versioni(ids[0] ?? "")).length, 1);
      const cf = unCf();
      const diverse = await Promise.all(
        Array.from({ length: 12 }, (_, i) =>
          invia({ persona: persona(cf, `COGNOME${"ABCDEFGHILMN"[i]}`) }),
        ),
      );
      assert.equal(diverse.filter(({ Esito }) => Esito === "OK").length, 1);
    });

    test("molti enti insieme sulla stessa SAP: nessuna politica si perde", async () => {
      const id = await accolta({ persona: persona(unCf()) });
      const enti = Array.from({ length: 12 }, (_, i) => `L219S0000${String(i + 10)}`);
      await Promise.all(
        enti.map((ente) => accolta({ id, ente, variazione: "02", politiche: politica(ente) })),
      );
      const sap = await chiedi(id);
      const promotori = sap?.politiche_attive_lst?.politiche_attive.map(
        (una) => una.codice_ente_promotore,
      );
      assert.deepEqual(promotori?.toSorted(), enti);
      assert.equal((await versioni(id)).length, 13);
    });

    test("nessun codice fiscale, nome o indirizzo è leggibile nel database", async () => {
      if (banco.database === null) return;
      const { sql } = banco.database.db;
      const tabelle = await sql.query<{ nome: string }>(
        "tabelle",
        "SELECT tablename AS nome FROM pg_tables WHERE schemaname = 'public'",
      );
      for (const { nome } of tabelle) {
        const rows = await sql.query<{ riga: string }>(
          `tutto-${nome}`,
          `SELECT t::text AS riga FROM "${nome}" t`,
        );
        for (const { riga } of rows) assert.doesNotMatch(riga, /SMP[A-Z]{3}04|ESEMPIALI|VIA DELLE/);
      }
    });
  });
