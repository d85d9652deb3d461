import { after, before } from "node:test";
import { REGOLE_GEFO_2014 } from "@staffetta/domain";
import { buona, conDote, type GefoDiProva, gefoDiProva } from "../fixtures.ts";
import { durcSimulato, ibanSimulato } from "./servizi-esterni.ts";

/** One Gefo in which what is admitted can be asked for, for the tests of a file. */
export const OP = "OP-0001";
export const IBAN = "IT60X0542811101000000123456";
export const ALTRO_IBAN = "DE89370400440532013000";

export let gefo: GefoDiProva;
/** How the simulated DURC answers now. */
export const durcDiProva = { fermo: false, irregolare: false };
before(async () => {
  const buono = durcSimulato();
  const { liquidazione } = REGOLE_GEFO_2014.rendiconto;
  gefo = await gefoDiProva({
    // Everything approved is drawn: the control can be tried each time.
    regole: {
      ...REGOLE_GEFO_2014,
      rendiconto: {
        ...REGOLE_GEFO_2014.rendiconto,
        liquidazione: { ...liquidazione, campione: { quotaPercent: 50, minimo: 1, massimo: 9 } },
      },
    },
    durc: {
      ...buono,
      chiedi: async (cf, clock) => {
        if (durcDiProva.fermo) throw new Error("fermo");
        const risposta = await buono.chiedi(cf, clock);
        return durcDiProva.irregolare ? { ...risposta, esito: "irregolare" } : risposta;
      },
    },
    iban: ibanSimulato,
  });
});
after(() => gefo.close());

export const chiave = (): string => gefo.uuid();
export const addetto = (operatoreId = OP) => gefo.come(gefo.addetto(operatoreId));
export const desk = (nome = "Anna") => gefo.come(gefo.regione(nome));
export const controllo = (nome = "Carla") => gefo.come(gefo.regione(nome, "controllo"));
export const tesoreria = () => gefo.come({ ruolo: "sistema", nome: "tesoreria" });
export const codiceDi = (
  risposta: Readonly<{ ok: boolean; problema?: Readonly<{ type: string }> }>,
) => (risposta.ok ? "ok" : (risposta.problema?.type ?? "").replace("urn:staffetta:", ""));
export const campiDi = (r: Readonly<{ ok: boolean; problema?: Readonly<{ errori?: unknown }> }>) =>
  ((r.problema?.errori ?? []) as { campo: string }[]).map(({ campo }) => campo);

/** A service of one hour, admitted by somebody. */
export async function ammesso(operatoreId = OP, ammessaDa = "Anna") {
  gefo.avanza(1);
  const io = addetto(operatoreId);
  const { adesioneId, servizi } = await conDote(gefo, operatoreId, [
    { misura: "1-C", oreUnita: 1 },
  ]);
  const servizioId = servizi[0] ?? "";
  const oggi = gefo.oggi();
  await buona(io.avviaServizio({ chiave: chiave(), servizioId, dataInizio: oggi }));
  const csv = new TextEncoder().encode(`giorno;dalle;alle\n${oggi};09:00;10:00`);
  const file = { nome: "registro.csv", contenuto: csv };
  await buona(io.importaRegistro({ chiave: chiave(), servizioId, file }));
  for (const chi of ["giovane", "professionista"])
    await buona(io.firmaRegistro({ chiave: chiave(), servizioId, dal: oggi, al: oggi, chi }));
  const fine = { servizioId, dataFine: oggi, esito: "conclusa" };
  await buona(io.concludiServizio({ chiave: chiave(), ...fine }));
  await buona(io.rendiconta({ chiave: chiave(), servizioId }));
  const { rendicontazioni } = await buona(io.rendicontazioniServizio({ servizioId }));
  const { rendicontazioneId = "", controlli = {} } = rendicontazioni[0] ?? {};
  await buona(
    desk(ammessaDa).verificaRendicontazione({
      ...{ chiave: chiave(), rendicontazioneId, controlli: Object.keys(controlli) },
    }),
  );
  return { adesioneId, servizioId, rendicontazioneId };
}
export const CENTS = 3550;

export async function conConto(operatoreId = OP, iban = IBAN) {
  const io = addetto(operatoreId);
  const { conto } = await buona(io.ibanOperatore({ operatoreId }));
  if (conto?.iban === iban) return;
  await buona(io.salvaIban({ chiave: chiave(), version: conto?.version ?? 0, iban }));
}

export async function domanda(rendicontazioni: readonly string[], operatoreId = OP) {
  await conConto(operatoreId);
  return buona(addetto(operatoreId).presentaRichiesta({ chiave: chiave(), rendicontazioni }));
}
export const leggi = (richiestaId: string) => buona(desk().richiestaPagamento({ richiestaId }));
export async function su(richiestaId: string) {
  const { version } = await leggi(richiestaId);
  return { chiave: chiave(), richiestaId, version };
}
export async function approva(richiestaId: string, chi = "Anna") {
  const { controlli } = await leggi(richiestaId);
  const tutti = { controlli: Object.keys(controlli) };
  return desk(chi).approvaRichiesta({ ...(await su(richiestaId)), ...tutti });
}
/** Until it may be ordered, whatever the draw says. */
export async function pagabile(richiestaId: string) {
  await buona(approva(richiestaId));
  await buona(controllo().estraiCampione({ chiave: chiave() }));
  if ((await leggi(richiestaId)).stato !== "in-controllo") return;
  const nota = "visti i registri in sede";
  await buona(controllo().registraControllo({ ...(await su(richiestaId)), nota }));
}
export async function ordinata(richiestaId: string) {
  await pagabile(richiestaId);
  return buona(desk("Bruno").ordinaPagamento(await su(richiestaId)));
}
let movimenti = 0;
export const notizia = (ordineId: string, importoCents: number, parti: object = {}) => ({
  ...{ riferimento: `CRO-${++movimenti}`, ordineId, esito: "pagato", data: gefo.oggi() },
  ...{ importoCents, ...parti },
});
export const saldi = async () => {
  const rows = (await gefo.sqlDiretto(
    "SELECT conto, sum(saldo_cents)::int AS cents FROM saldo GROUP BY conto",
  )) as { conto: string; cents: number }[];
  return Object.fromEntries(rows.map(({ conto, cents }) => [conto, cents]));
};
export const servizio = async (adesioneId: string) =>
  (await buona(addetto().caso({ adesioneId }))).dote?.servizi[0];
