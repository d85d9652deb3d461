import type { Soggetto } from "@staffetta/contracts";
import {
  type Caso,
  type EventoCaso,
  fineDote,
  type Presentata,
  type ProvaRisultato,
  presentaRendicontazione,
  provaRisultato,
  type RegoleGefo,
  type Result,
  type ServizioId,
  type TipoRendiconto,
  type VoceRendiconto,
} from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import type { Comando } from "../casi/comando.ts";
import { personaOf } from "../casi/registra-evento.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { eseguiSuServizio } from "../servizi/comando.ts";
import type { Stores } from "../store.ts";

type Rifiuto = Readonly<{ code: string }>;
type Servizio = NonNullable<Caso["dote"]>["servizi"][number];

/** The contract that proves the result of a service; null when it is not paid by result. */
async function cercaProva(
  ctx: Contesto,
  stores: Stores,
  riga: CasoRow,
  servizio: Servizio,
  regole: RegoleGefo,
): Promise<Result<ProvaRisultato | null, Rifiuto>> {
  const { dote } = riga.caso;
  const regola = regole.rendiconto.risultati[servizio.misura];
  const pagati = regole.misure[servizio.misura].esitiPagati ?? [];
  if (!dote || !regola || !servizio.esito || !pagati.includes(servizio.esito))
    return { ok: true, value: null };
  const persona = ctx.cipher.digest(personaOf(ctx, riga).anagrafica.codiceFiscale);
  const comunicazioni = await stores.comunicazioni.by("persona", persona);
  const usati = new Set<string>();
  for (const { protocollo } of comunicazioni)
    if ((await stores.prove.get(protocollo)) !== null) usati.add(protocollo);
  const fine = fineDote(dote, regole);
  return provaRisultato({
    ...{ comunicazioni, regola, catena: regole.rendiconto.catena, usati },
    ...{ fascia: dote.fascia, previstoCents: servizio.importoCents },
    periodo: { dal: servizio.dataInizio ?? fine, al: fine },
  });
}

interface Ultima {
  readonly tagliate: readonly VoceRendiconto[];
  readonly verificataAt: string;
}

/** What the desk has cut so far, line by line. */
async function tagliateDi(stores: Stores, servizioId: string): Promise<Ultima> {
  const rendicontazioni = await stores.rendicontazioni.by("servizioId", servizioId);
  const tagliate: VoceRendiconto[] = [];
  for (const { id } of rendicontazioni)
    for (const voce of await stores.vociRendicontazione.by("rendicontazioneId", id))
      if (voce.taglioCents > 0)
        tagliate.push({
          ...{ riferimento: voce.riferimento, giorno: voce.giorno, minuti: voce.minuti },
          importoCents: voce.taglioCents,
        });
  const quando = rendicontazioni.map(({ verificataAt }) => verificataAt ?? "").sort();
  return { tagliate, verificataAt: quando.at(-1) ?? "" };
}

interface Chiesta {
  readonly chiave: string;
  readonly servizioId: ServizioId;
  readonly tipo: TipoRendiconto;
}

async function decidi(
  ctx: Contesto,
  stores: Stores,
  riga: CasoRow,
  regole: RegoleGefo,
  { servizioId, tipo, rendicontazioneId }: Chiesta & { readonly rendicontazioneId: string },
): Promise<Result<Presentata & Readonly<{ prova: ProvaRisultato | null }>, Rifiuto>> {
  const servizio = riga.caso.dote?.servizi.find(({ id }) => id === servizioId);
  if (servizio === undefined) return { ok: false, rifiuto: { code: "servizio.sconosciuto" } };
  const cercata =
    tipo === "finale"
      ? await cercaProva(ctx, stores, riga, servizio, regole)
      : ({ ok: true, value: null } as const);
  if (!cercata.ok) return cercata;
  const allegati = (await stores.allegati.by("adesioneId", riga.adesioneId)).filter(
    (allegato) => allegato.servizioId === servizioId,
  );
  const { tagliate, verificataAt } = await tagliateDi(stores, servizioId);
  const righe = await stores.registro.by("servizioId", servizioId);
  const presentata = presentaRendicontazione(
    riga.caso,
    {
      ...{ servizioId, rendicontazioneId, tipo, righe, tagliate, prova: cercata.value },
      documenti: allegati.length,
      documentiNuovi: allegati.filter(({ caricatoAt }) => caricatoAt > verificataAt).length,
    },
    regole,
    adesso(ctx),
  );
  if (!presentata.ok) return presentata;
  return { ok: true, value: { ...presentata.value, prova: cercata.value } };
}

type Presentazione = Extract<EventoCaso, { tipo: "servizio-rendicontato" }>;

/** The report, its lines, the lines of the register that it takes, the contract that it shows. */
async function scrivi(
  ctx: Contesto,
  stores: Stores,
  riga: CasoRow,
  deciso: Presentata & Readonly<{ prova: ProvaRisultato | null; chi: string }>,
): Promise<void> {
  const evento = deciso.evento as Presentazione;
  const { voci, prova } = deciso;
  const { rendicontazioneId: id, servizioId, rendiconto: tipo, richiestoCents, at } = evento;
  const misura = riga.caso.dote?.servizi.find((uno) => uno.id === servizioId)?.misura;
  if (misura === undefined) throw new Error(`manca il servizio ${servizioId}`);
  await stores.rendicontazioni.insert({
    ...{ id, servizioId, adesioneId: riga.adesioneId, operatoreId: riga.operatoreId, misura, tipo },
    ...{ stato: "presentata", minuti: voci.reduce((sum, { minuti }) => sum + minuti, 0) },
    ...{ richiestoCents, ammessoCents: null, decurtatoCents: 0 },
    ...{ presentataAt: at, presentataDa: deciso.chi, verificataAt: null },
    ...{ verificataDa: null, verificataDaId: null },
    ...{ richiestaId: null, pagataOn: null },
  });
  for (const voce of voci) {
    const nuova = { taglioCents: 0, motivoTaglio: null, notaTaglio: "" };
    await stores.vociRendicontazione.insert({
      ...{ id: `${id}/${voce.riferimento}`, rendicontazioneId: id },
      ...{ ...voce, ...nuova },
    });
    // Without minutes it is a contract, which is no line of the register.
    if (voce.minuti === 0) continue;
    const scritta = await stores.registro.get(voce.riferimento);
    if (scritta !== null && scritta.rendicontazioneId === null)
      await stores.registro.put({ ...scritta, rendicontazioneId: id });
  }
  if (prova === null || tipo !== "finale") return;
  const { protocollo, durataDays } = prova;
  const doteId = riga.caso.dote?.id ?? "";
  const quale = { protocollo, servizioId, doteId, misura, durataDays, at: adesso(ctx) };
  await stores.prove.insert(quale);
}

/** The operatore presents a report. */
export function rendiconta(ctx: Contesto, soggetto: Soggetto, chiesta: Chiesta) {
  const { chiave, servizioId } = chiesta;
  const rendicontazioneId = ctx.random.uuid();
  let deciso: (Presentata & Readonly<{ prova: ProvaRisultato | null }>) | null = null;
  const decide: Comando<unknown>["decide"] = async (riga, regole, stores) => {
    const esito = await decidi(ctx, stores, riga, regole, { ...chiesta, rendicontazioneId });
    if (!esito.ok) return esito;
    deciso = esito.value;
    return { ok: true, value: esito.value.evento };
  };
  return eseguiSuServizio(ctx, soggetto, {
    ...{ chiave, servizioId, decide },
    conserva: async (stores, riga) => {
      if (deciso === null) throw new Error("una rendicontazione che nessuno ha deciso");
      await scrivi(ctx, stores, riga, { ...deciso, chi: nomeDi(soggetto) });
    },
  });
}
