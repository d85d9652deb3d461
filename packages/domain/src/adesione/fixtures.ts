import type { AdesioneId, CodiceRegione, GiovaneId, OperatoreId } from "../ids.ts";
import type { CivilDate, Instant } from "../time.ts";
import type { Adesione } from "./adesione.ts";

export const OGGI = "2014-11-03" as CivilDate;
export const ORA = "2014-11-03T09:15:00.000Z" as Instant;
export const OPERATORE = "OP-0001" as OperatoreId;
export const ALTRO = "OP-0002" as OperatoreId;

export const unaAdesione = (cambi: Partial<Adesione> = {}): Adesione => ({
  id: "0198c2f0-0000-7000-8000-000000000001" as AdesioneId,
  giovaneId: "0198c2f0-0000-7000-8000-00000000000a" as GiovaneId,
  regione: "10" as CodiceRegione,
  canale: "regionale",
  dataAdesione: OGGI,
  stato: "A",
  statoAt: ORA,
  operatoreId: null,
  inConferma: false,
  version: 1,
  ...cambi,
});
