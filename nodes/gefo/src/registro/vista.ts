import type { Registro } from "@staffetta/contracts";
import {
  addDays,
  type CivilDate,
  dayInRome,
  type Incarico,
  isFirmata,
  lunediDi,
  MISURE,
  minutiTotali,
  type RigaRegistro,
  STATI_SERVIZIO,
} from "@staffetta/domain";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { sceltaO } from "./abilitati.ts";
import { isAperto, type RegistroAperto } from "./apri.ts";
import { improntaDi } from "./cambiato.ts";

const SUNDAY = 6;

export const righeDella = <R extends RigaRegistro>(
  righe: readonly R[],
  lunedi: CivilDate,
): readonly R[] =>
  righe.filter(({ giorno }) => giorno >= lunedi && giorno <= addDays(lunedi, SUNDAY));

function settimaneDi(righe: readonly RigaRegistro[]): Registro["settimane"] {
  const settimane = [...new Set(righe.map(({ giorno }) => lunediDi(giorno)))].sort();
  return settimane.map((lunedi) => {
    const sue = righeDella(righe, lunedi);
    return { lunedi, minuti: minutiTotali(sue), firmate: sue.every(isFirmata) };
  });
}

async function variazioniDi(
  stores: Stores,
  { riga, servizio, disponibili }: RegistroAperto,
): Promise<Registro["variazioni"]> {
  const nome = (id: string): string =>
    [...disponibili.sedi, ...disponibili.professionisti].find((uno) => uno.id === id)?.nome ?? id;
  const dice = ({ sedeId, professionistaId, finePrevista }: Incarico): string =>
    [nome(sedeId), nome(professionistaId), finePrevista && `fino al ${finePrevista}`]
      .filter(Boolean)
      .join(", ");
  const eventi = await stores.eventi.by("adesioneId", riga.adesioneId);
  return eventi
    .toSorted((a, b) => a.version - b.version)
    .flatMap(({ at, chi, evento }) => {
      if (evento.tipo === "servizio-variato" && evento.servizioId === servizio.id)
        return { at: at as never, chi, testo: dice(evento.incarico), motivo: evento.motivo };
      const avviato = evento.tipo === "servizio-avviato" && evento.servizioId === servizio.id;
      if (!avviato || evento.incarico === undefined) return [];
      return { at: at as never, chi, testo: dice(evento.incarico), motivo: "inizio" };
    });
}

/** One week of a register, as its page shows it. */
export async function vistaRegistro(
  ctx: Contesto,
  stores: Stores,
  registro: RegistroAperto,
  chiesto: CivilDate | "",
): Promise<Omit<Registro, "delCaso">> {
  const { riga, servizio, righe, disponibili } = registro;
  const ultima = righe.at(-1)?.giorno ?? servizio.dataInizio ?? dayInRome(adesso(ctx));
  const lunedi = lunediDi(chiesto === "" ? ultima : chiesto);
  const sue = righeDella(righe, lunedi);
  const { incarico } = servizio;
  return {
    ...{ servizioId: servizio.id, adesioneId: riga.caso.adesioneId, misura: servizio.misura },
    ...{ etichetta: MISURE[servizio.misura].etichetta, stato: STATI_SERVIZIO[servizio.stato] },
    ...{ aperto: isAperto(servizio), oreUnita: servizio.oreUnita },
    ...{ dataInizio: servizio.dataInizio, dataFine: servizio.dataFine },
    finePrevista: incarico?.finePrevista ?? null,
    sedeId: sceltaO(incarico?.sedeId ?? "", disponibili.sedi),
    professionistaId: sceltaO(incarico?.professionistaId ?? "", disponibili.professionisti),
    ...{ lunedi, impronta: improntaDi(sue) },
    righe: sue.map(({ id, rendicontazioneId, ...resto }) => ({
      ...{ rigaId: id, giorno: resto.giorno, dalle: resto.dalle, alle: resto.alle },
      ...{ sedeId: resto.sedeId, professionistaId: resto.professionistaId },
      firmaGiovaneAt: resto.firmaGiovaneAt,
      firmaProfessionistaAt: resto.firmaProfessionistaAt,
      bloccata: rendicontazioneId !== null,
    })),
    settimane: settimaneDi(righe),
    minutiScritti: minutiTotali(righe),
    minutiFirmati: minutiTotali(righe.filter(isFirmata)),
    minutiRendicontati: minutiTotali(righe.filter((una) => una.rendicontazioneId !== null)),
    ...{ sedi: [...disponibili.sedi], professionisti: [...disponibili.professionisti] },
    variazioni: await variazioniDi(stores, registro),
  };
}
