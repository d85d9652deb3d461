import assert from "node:assert/strict";
import { test } from "node:test";
import type { Risposta, Soggetto } from "@staffetta/contracts";
import { STATI_RICHIESTA, type StatoRichiesta } from "@staffetta/domain";
import { ammesso, codiceDi, domanda, gefo, IBAN, OP, su } from "./fixtures.ts";

const PASSI: Readonly<Record<string, readonly [string, readonly StatoRichiesta[]]>> = {
  approvaRichiesta: ["istruttoria", ["presentata"]],
  respingiRichiesta: ["istruttoria", ["presentata"]],
  registraControllo: ["controllo", ["in-controllo"]],
  ordinaPagamento: ["istruttoria", ["pagabile"]],
  correggiIbanRichiesta: ["legale", ["insoluta"]],
  recuperaImporto: ["controllo", ["pagata"]],
};

const CHIUSO = ["liquidazione.passo-non-aperto"];
/** Done, or refused by what comes after the state. */
const APERTO = ["ok", "liquidazione.controlli-incompleti", "liquidazione.oltre-l-importo"];

async function prova(azione: string, soggetto: Soggetto, corpo: object): Promise<string> {
  const io = gefo.come(soggetto) as unknown as Readonly<
    Record<string, (corpo: object) => Promise<Risposta<unknown>>>
  >;
  const esito = await io[azione]?.(corpo);
  assert.ok(esito);
  return codiceDi(esito);
}

test("ruolo per azione per stato: ogni combinazione, su richieste vere", async () => {
  const { rendicontazioneId } = await ammesso();
  const { richiestaId } = await domanda([rendicontazioneId]);
  const metti = (stato: StatoRichiesta) => {
    const ordine = stato === "ordinata" || stato === "pagata";
    return gefo.sqlDiretto(`UPDATE richiesta_pagamento SET stato = '${stato}',
      approvata_da = 'x', ordinata_da = ${ordine ? "'y'" : "NULL"},
      ordine_id = ${ordine ? "'ORD-PROVA'" : "NULL"}, ordinata_on = ${ordine ? "now()" : "NULL"},
      pagata_on = ${stato === "pagata" ? "now()" : "NULL"} WHERE id = '${richiestaId}'`);
  };
  const troppo = { rendicontazioneId, importoCents: 999_999 };
  const motivo = "da rifare";
  const corpi: Readonly<Record<string, object>> = {
    respingiRichiesta: { motivo },
    registraControllo: { nota: "visti i registri in sede", decurtazioni: [troppo] },
    correggiIbanRichiesta: { iban: IBAN },
    recuperaImporto: { ...troppo, motivo },
  };
  const base = gefo.addetto(OP);
  const regione = gefo.regione("Zeno");
  const soggetti = {
    sportello: { ...base, funzioni: ["sportello"] },
    legale: { ...base, funzioni: ["legale"] },
    erogatore: { ...base, funzioni: ["erogatore"] },
    istruttoria: regione,
    controllo: { ...regione, funzione: "controllo" },
    monitoraggio: { ...regione, funzione: "monitoraggio" },
    revisore: {
      ...{ ruolo: "revisore", id: "r", nome: "R", regione: "10", dal: "2014-01-01" },
      al: "2099-01-01",
    },
  };
  for (const stato of Object.keys(STATI_RICHIESTA) as StatoRichiesta[])
    for (const [azione, [chi, stati]] of Object.entries(PASSI))
      for (const [nome, soggetto] of Object.entries(soggetti)) {
        await metti(stato);
        const codice = await prova(azione, soggetto as never, {
          ...{ ...(await su(richiestaId)), ...corpi[azione] },
        });
        const attesi =
          nome === chi ? (stati.includes(stato) ? APERTO : CHIUSO) : ["accesso-non-consentito"];
        assert.ok(attesi.includes(codice), `${nome} ${azione} ${stato}: ${codice}`);
      }
});
