import assert from "node:assert/strict";
import { addDays, type CivilDate } from "@staffetta/domain";
import { type Palco, type Personaggio, vale } from "./palco.ts";
import type { Narra } from "./storia.ts";

/** Three people of one operatore, each with one thing to do. */
export type Bottega = ReturnType<typeof bottegaDi>;

const PROFILO = { titolo: "diploma", condizione: "disoccupato", presenza: "nato" } as const;
const CARTA_DAYS = 3650;
const PROVE = ["dichiarazione-445", "comunicazioni-obbligatorie"];

type Righe = readonly Readonly<{ misura: string; oreUnita: number }>[];
export type Ore = readonly (readonly [giorno: string, dalle: string, alle: string])[];

/** Registers on the regional portal and chooses this operatore; @returns the giovane and the adesione. */
export async function aderisce({ giovane }: Palco, chi: Personaggio, operatoreId: string | null) {
  const io = giovane(chi);
  const email = `${chi.nome.toLowerCase()}@esempio.it`;
  const recapiti = { email, telefono: "333 1234567" };
  const { adesioneId } = vale(await io.aderisci({ recapiti, informativaLetta: true, operatoreId }));
  return { io, adesioneId };
}

/** What an operatore does, step by step: the part that every story has in common. */
export function bottegaDi(palco: Palco, id: string) {
  const sportello = palco.operatore(id, "sportello");
  const legale = palco.operatore(id, "legale");
  const erogatore = palco.operatore(id, "erogatore");
  const { chiave, oggi, ora } = palco;
  const base = (adesioneId: string) => ({ chiave: chiave(), adesioneId });

  const contatta = async (adesioneId: string, esito: string, canale = "telefono") =>
    vale(
      await sportello.registraContatto({ ...base(adesioneId), canale, esito, giorno: oggi(), ora }),
    );
  const verificaRequisiti = async (adesioneId: string) => {
    const verifica = { dataVerifica: oggi(), prove: PROVE };
    return vale(await sportello.verificaRequisiti({ ...base(adesioneId), ...verifica }));
  };
  const verifica = async (adesioneId: string) => {
    const scadenza = addDays(oggi() as CivilDate, CARTA_DAYS);
    const identita = { documento: "carta-identita", scadenza, dataVerifica: oggi() } as const;
    vale(await sportello.verificaIdentita({ ...base(adesioneId), ...identita }));
    await verificaRequisiti(adesioneId);
  };
  const profila = async (adesioneId: string) =>
    vale(await sportello.profila({ ...base(adesioneId), ...PROFILO, provincia: "MI" }));
  const patto = async (adesioneId: string, firme: Readonly<{ firmaTutore?: true }> = {}) => {
    const firmato = { dataPatto: oggi(), firmaGiovane: true as const, ...firme };
    return vale(await sportello.firmaPatto({ ...base(adesioneId), ...firmato }));
  };
  const bozza = async (adesioneId: string, righe: Righe) => {
    const { version } = vale(await sportello.piano({ adesioneId }));
    return vale(await sportello.salvaPiano({ ...base(adesioneId), version, righe }));
  };
  const dote = async (adesioneId: string, righe: Righe) => {
    const { version } = await bozza(adesioneId, righe);
    return vale(await legale.inviaDote({ ...base(adesioneId), version }));
  };
  return {
    ...{ sportello, legale, erogatore, base },
    ...{ contatta, verifica, verificaRequisiti, profila, patto, bozza, dote },
    /** From the first call to a signed patto, in one day. */
    finoAlPatto: async (adesioneId: string) => {
      await contatta(adesioneId, "convocato");
      await contatta(adesioneId, "colloquio", "sportello");
      await verifica(adesioneId);
      await profila(adesioneId);
      await patto(adesioneId);
    },
    caso: async (adesioneId: string) => vale(await sportello.caso({ adesioneId })),
    ...serviziDi(palco, { erogatore, legale }),
  };
}

type Mani = Readonly<Record<"erogatore" | "legale", ReturnType<Palco["operatore"]>>>;

function serviziDi({ chiave, oggi }: Palco, { erogatore, legale }: Mani) {
  const firma = async (servizioId: string, dal: string, al: string) => {
    for (const chi of ["giovane", "professionista"])
      vale(await erogatore.firmaRegistro({ chiave: chiave(), servizioId, dal, al, chi }));
  };
  return {
    servizio: async (adesioneId: string, misura: string) => {
      const { dote } = vale(await erogatore.caso({ adesioneId }));
      const trovato = dote?.servizi.find((uno) => uno.misura === misura);
      assert.ok(trovato, `la dote non ha la misura ${misura}`);
      return trovato;
    },
    avvia: async (servizioId: string) =>
      vale(await erogatore.avviaServizio({ chiave: chiave(), servizioId, dataInizio: oggi() })),
    /** Hours in the register, both signatures on each. */
    ore: async (servizioId: string, righe: Ore) => {
      const csv = ["giorno,dalle,alle", ...righe.map((una) => una.join(","))].join("\n");
      const file = { nome: "registro.csv", contenuto: new TextEncoder().encode(csv) };
      const { scritte } = vale(
        await erogatore.importaRegistro({ chiave: chiave(), servizioId, file }),
      );
      assert.equal(scritte, righe.length);
      const giorni = righe.map(([giorno]) => giorno).sort();
      await firma(servizioId, giorni[0] ?? "", giorni.at(-1) ?? "");
    },
    concludi: async (servizioId: string, esito: string) => {
      const fine = { servizioId, dataFine: oggi(), esito };
      vale(await erogatore.concludiServizio({ chiave: chiave(), ...fine }));
    },
    rendiconta: async (servizioId: string, tipo = "finale") =>
      vale(await legale.rendiconta({ chiave: chiave(), servizioId, tipo })),
  };
}

/** So many hours a day from nine, a weekday after the other. */
export function giornate(dal: CivilDate, ore: number, alGiorno: number): Ore {
  const righe: (readonly [string, string, string])[] = [];
  for (let giorno = dal, resto = ore; resto > 0; giorno = addDays(giorno, 1)) {
    if ([0, 6].includes(new Date(giorno).getUTCDay())) continue;
    const quante = Math.min(resto, alGiorno);
    righe.push([giorno, "13:00", `${13 + quante}:00`]);
    resto -= quante;
  }
  return righe;
}

/** From the patto to a report: one service of eight hours, done and told. */
export async function rendicontaOttoOre({ palco, bottega, adesioneId }: Filo): Promise<void> {
  await bottega.finoAlPatto(adesioneId);
  await bottega.dote(adesioneId, [{ misura: "1-C", oreUnita: 8 }]);
  await palco.giorni(0);
  const { servizioId } = await bottega.servizio(adesioneId, "1-C");
  await bottega.avvia(servizioId);
  const inizio = palco.oggi();
  await palco.giorni(6);
  await bottega.ore(servizioId, giornate(inizio, 8, 4));
  await bottega.concludi(servizioId, "conclusa");
  await bottega.rendiconta(servizioId);
}

/** The Region's desk looks at everything, and admits with these cuts. */
export async function verificaRendiconto(
  { regioneInGefo, chiave }: Palco,
  servizioId: string,
  taglia: Readonly<{ importoCents: number; motivo: string; nota: string }> | null = null,
) {
  const desk = regioneInGefo("istruttoria");
  const { righe } = vale(await desk.rendicontazioni({}));
  const una = righe.find((riga) => riga.servizioId === servizioId);
  assert.ok(una, "la rendicontazione non è sulla scrivania della Regione");
  const { rendicontazioneId } = una;
  const { voci, controlli } = vale(await desk.rendicontazione({ rendicontazioneId }));
  const tagli = taglia === null ? [] : [{ riferimento: voci[0]?.riferimento ?? "", ...taglia }];
  const visti = { rendicontazioneId, controlli: Object.keys(controlli), tagli };
  vale(await desk.verificaRendicontazione({ chiave: chiave(), ...visti }));
}

type Somme = Readonly<
  Record<"prenotato" | "impegnato" | "rendicontato" | "ammesso" | "pagato", number>
>;

/** Where the money is: euro promised, by how far they have gone. */
export async function denaro({ regioneInGefo }: Palco): Promise<Somme> {
  const { linee } = vale(await regioneInGefo("monitoraggio").bilancio({}));
  const radice = linee.find(({ padre }) => padre === null);
  assert.ok(radice);
  const { prenotato, impegnato, rendicontato, ammesso, pagato } = radice;
  return { prenotato, impegnato, rendicontato, ammesso, pagato };
}

/** One giovane followed through a story. */
export interface Filo {
  readonly palco: Palco;
  readonly narra: Narra;
  readonly chi: Personaggio;
  readonly bottega: Bottega;
  readonly adesioneId: string;
}

interface Arrivo {
  readonly palco: Palco;
  readonly narra: Narra;
  readonly chi: Personaggio;
  readonly operatoreId: string;
  readonly frase: string;
}

/** Somebody registers and chooses: how most stories begin. */
export async function arriva({ palco, narra, chi, operatoreId, frase }: Arrivo): Promise<Filo> {
  let adesioneId = "";
  await narra(frase, async () => {
    ({ adesioneId } = await aderisce(palco, chi, operatoreId));
  });
  return { palco, narra, chi, adesioneId, bottega: bottegaDi(palco, operatoreId) };
}

/** The stato that each of the four systems tells of one adesione. */
export async function stati({ palco, chi, adesioneId, bottega }: Filo) {
  const io = palco.giovane(chi);
  const miaDi = (adesioni: readonly Readonly<{ adesioneId: string; stato: string }>[]) =>
    adesioni.find((una) => una.adesioneId === adesioneId)?.stato;
  const ufficio = palco.ministero();
  const { codiceFiscale } = io.identita;
  const { personaId } = vale(await ufficio.trovaPersona({ codiceFiscale, scopo: "controllo" }));
  const persona = personaId === null ? null : vale(await ufficio.persona({ personaId }));
  return {
    borsaLavoro: miaDi(vale(await io.mieAdesioni({})).adesioni),
    cliclavoro: miaDi(vale(await palco.giovaneNazionale(chi).mieAdesioni({})).adesioni),
    gefo: (await bottega.caso(adesioneId)).statoAdesione,
    ministero: miaDi(persona?.adesioni ?? []),
  };
}

/** When the messages have arrived, they all tell the same. */
export async function tuttiDicono(filo: Filo, stato: string): Promise<void> {
  await filo.palco.giorni(0);
  const stesso = { borsaLavoro: stato, cliclavoro: stato, gefo: stato, ministero: stato };
  assert.deepEqual(await stati(filo), stesso);
}

/** What the giovane finds on the portal: the steps, what comes next, the dote, the papers. */
export async function legge({ palco, chi }: Omit<Filo, "bottega">, parole: RegExp): Promise<void> {
  const { adesioni } = vale(await palco.giovane(chi).mieAdesioni({}));
  const testo = adesioni
    .flatMap(({ passi, attesa, percorso }) => [
      ...passi.flatMap((passo) => [passo.titolo, passo.testo]),
      ...[attesa?.cosa, percorso?.dote?.parole, percorso?.preavviso?.motivo],
      ...(percorso?.documenti ?? []).map(({ titolo }) => titolo),
    ])
    .join("\n");
  assert.match(testo, parole);
}

/** The last letter that was written to this person, or the last of one kind. */
export async function ultimaLettera(
  { bottega, adesioneId }: Filo,
  quale: string | null = null,
): Promise<string> {
  const { lettere } = vale(await bottega.sportello.posta({ adesioneId }));
  const [ultima] = lettere
    .filter(({ modello }) => quale === null || modello === quale)
    .toSorted((a, b) => (a.creataAt < b.creataAt ? 1 : -1));
  assert.ok(ultima, "nessuna lettera");
  return vale(await bottega.sportello.lettera({ notificaId: ultima.notificaId })).testo;
}
