import type { RifiutoChiusura } from "../chiusura/chiusura.ts";
import type { RifiutoAssenza } from "../contatto/assenza.ts";
import type { RifiutoDote, StatoDote } from "../dote/dote.ts";
import type { StatoServizio } from "../dote/servizio.ts";
import type { RifiutoVariazione } from "../erogazione/decide.ts";
import type { RifiutoProfilazione } from "../profilazione/profilazione.ts";
import type { RifiutoRendiconto } from "../rendicontazione/decide.ts";
import type { RifiutoTaglio } from "../rendicontazione/tagli.ts";
import type { CivilDate } from "../time.ts";
import type { StatoCaso } from "./caso.ts";
import type { MotivoNonPresa } from "./contatto.ts";
import type { RifiutoPreavviso } from "./preavviso.ts";
import type { RifiutoData } from "./regole-date.ts";
import type { RifiutoTutela } from "./tutela.ts";
import type { RifiutoVerifica } from "./verifica.ts";

/** Why a command on a case was refused, with the facts. The texts are the node's. */
export type RifiutoCaso =
  | RifiutoAssenza
  | RifiutoDote
  | RifiutoServizio
  | RifiutoVerifica
  | RifiutoTutela
  | RifiutoProfilazione
  | RifiutoPreavviso
  | RifiutoVitaDote
  | RifiutoChiusura
  | Readonly<{ code: "caso.gia-in-carico"; stato: StatoCaso }>
  | Readonly<{ code: "caso.stesso-operatore" }>
  | Readonly<{ code: "caso.passo-non-aperto"; stato: StatoCaso; serve: readonly StatoCaso[] }>
  | RifiutoData
  | Readonly<{ code: "contatto.senza-convocazione" }>
  | Readonly<{ code: "non-presa.nessuna-assenza" }>
  | Readonly<{ code: "non-presa.motivo-fuori-tempo"; motivo: MotivoNonPresa; stato: StatoCaso }>
  | Readonly<{
      code: "non-presa.pochi-tentativi";
      motivo: MotivoNonPresa;
      tentativi: number;
      tentativiMin: number;
      /** Zero: any channel will do. */
      canali: number;
      canaliMin: number;
    }>;

export type RifiutoVitaDote =
  | Readonly<{
      code: "dote.passo-non-aperto";
      stato: StatoDote | null;
      serve: readonly StatoDote[];
    }>
  | Readonly<{ code: "dote.in-verifica" }>
  | Readonly<{ code: "dote.sospesa" }>
  | Readonly<{ code: "dote.sospesa-troppo"; usati: number; massimi: number }>
  | Readonly<{ code: "dote.servizi-aperti" }>;

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
  | Readonly<{
      code: "servizio.oltre-la-dote";
      campo: "dataInizio";
      data: CivilDate;
      fineDote: CivilDate;
    }>
  | RifiutoRendiconto
  | RifiutoTaglio
  | RifiutoVariazione;
