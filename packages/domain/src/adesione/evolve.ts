import type { AdesioneId, CodiceRegione, GiovaneId, OperatoreId } from "../ids.ts";
import type { MotivoNonPresa } from "../presa-in-carico/contatto.ts";
import type { CivilDate, Instant } from "../time.ts";
import type { Adesione, Canale, StatoAdesione } from "./adesione.ts";

/** What can happen to an adesione. `at` = when it happened; the store adds when the node learned it. */
export type EventoAdesione = Readonly<{ at: Instant }> &
  (
    | Readonly<{
        tipo: "adesione-registrata";
        id: AdesioneId;
        giovaneId: GiovaneId;
        regione: CodiceRegione;
        canale: Canale;
        dataAdesione: CivilDate;
        etaYears: number;
      }>
    | Readonly<{
        tipo: "operatore-scelto";
        operatoreId: OperatoreId;
        precedenteId: OperatoreId | null;
      }>
    /** The operatore has given the case up and the adesione goes on: the giovane chooses again. */
    | Readonly<{
        tipo: "operatore-rinunciato";
        operatoreId: OperatoreId | null;
        motivo: MotivoNonPresa;
      }>
    | Readonly<{
        tipo: "stato-cambiato";
        da: StatoAdesione;
        a: StatoAdesione;
        motivo: string | null;
        rettifica: boolean;
      }>
    | Readonly<{ tipo: "presa-confermata" }>
  );

/** The adesione after an evento that `decide` has produced. Never refuses. */
export function evolve(adesione: Adesione | null, evento: EventoAdesione): Adesione {
  if (evento.tipo === "adesione-registrata") {
    const { id, giovaneId, regione, canale, dataAdesione, at } = evento;
    const chi = { id, giovaneId, regione, canale, dataAdesione };
    return { ...chi, stato: "A", statoAt: at, operatoreId: null, inConferma: false, version: 1 };
  }
  if (!adesione) throw new Error(`un'adesione non può cominciare con ${evento.tipo}`);
  const version = adesione.version + 1;
  switch (evento.tipo) {
    case "operatore-scelto":
      return { ...adesione, operatoreId: evento.operatoreId, version };
    case "operatore-rinunciato":
      return { ...adesione, operatoreId: null, version };
    case "stato-cambiato":
      return {
        ...adesione,
        stato: evento.a,
        statoAt: evento.at,
        inConferma: evento.a === "P",
        version,
      };
    case "presa-confermata":
      return { ...adesione, inConferma: false, version };
  }
}
