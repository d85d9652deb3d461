import type { RifiutoDote } from "../dote/dote.ts";
import type { StatoServizio } from "../dote/servizio.ts";
import type { RifiutoVariazione } from "../erogazione/decide.ts";
import type { RifiutoRendiconto } from "../rendicontazione/decide.ts";
import type { RifiutoTaglio } from "../rendicontazione/tagli.ts";
import type { CivilDate } from "../time.ts";
import type { StatoCaso } from "./caso.ts";
import type { MotivoNonPresa } from "./contatto.ts";

/** Why a command on a case was refused, with the facts. The texts are the node's. */
export type RifiutoCaso =
  | RifiutoDote
  | RifiutoServizio
  | Readonly<{ code: "caso.passo-non-aperto"; stato: StatoCaso; serve: readonly StatoCaso[] }>
  | Readonly<{ code: "data.nel-futuro"; data: CivilDate; oggi: CivilDate }>
  | Readonly<{ code: "data.troppo-presto"; data: CivilDate; minima: CivilDate }>
  | Readonly<{ code: "contatto.senza-convocazione" }>
  | Readonly<{ code: "non-presa.motivo-fuori-tempo"; motivo: MotivoNonPresa; stato: StatoCaso }>
  | Readonly<{
      code: "non-presa.pochi-tentativi";
      motivo: MotivoNonPresa;
      tentativi: number;
      tentativiMin: number;
    }>;

export type RifiutoServizio =
  | Readonly<{ code: "servizio.sconosciuto" }>
  | Readonly<{ code: "servizio.presa-non-confermata"; stato: StatoCaso }>
  | Readonly<{ code: "servizio.dote-chiusa" }>
  | Readonly<{ code: "servizio.nessuno"; serve: StatoServizio }>
  | Readonly<{
      code: "servizio.passo-non-aperto";
      stato: StatoServizio;
      serve: StatoServizio;
    }>
  | Readonly<{ code: "servizio.oltre-la-dote"; data: CivilDate; fineDote: CivilDate }>
  | RifiutoRendiconto
  | RifiutoTaglio
  | RifiutoVariazione;
