import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import type { QuadroCollegamento, Salto } from "@staffetta/contracts";
import { type Cooperazione, type Firma, modiStorePg } from "@staffetta/cooperation";
import {
  asserzioneClient,
  chiaveDaJwk,
  esaminaVoucher,
  moduloToken,
  type Riga,
} from "@staffetta/cooperation/modi";
import type { Clock, Database, Random } from "@staffetta/platform";
import { audDi } from "../accesso/basi.ts";
import type { Sistema } from "../accesso/configurazione.ts";
import type { Chiavi } from "../chiavi.ts";
import type { Config } from "../config.ts";
import { diagnostica } from "./diagnosi.ts";

export interface DomandaVoucher {
  readonly voucher: string;
  readonly prova: string;
  readonly metodo: string;
  readonly indirizzo: string;
  readonly traccia: string;
}

/** What the desk may ask about the joins of this node. */
export interface Collegamento {
  quadro(): Promise<QuadroCollegamento>;
  /** Null: no partner has this name. */
  diagnosi(partner: string): Promise<Readonly<{ at: string; salti: readonly Salto[] }> | null>;
  esamina(domanda: DomandaVoucher): Promise<readonly Riga[]>;
  revoca(chiave: Readonly<{ kid: string; motivo: string; chi: string }>): Promise<void>;
}

export interface PorteCollegamento {
  readonly config: Config;
  readonly clock: Clock;
  readonly random: Random;
  readonly chiavi: Chiavi;
  readonly firma: Firma;
  readonly database: Database;
  readonly coop: () => Cooperazione;
}

const SKEW_S = 30;
const TIMEOUT_MS = 5_000;
const RICHIAMI_MAX = 50;

const modalitaOf = (sistema: Sistema): string[] => [
  sistema.fiducia === "pdnd" ? "voucher PDND" : "fiducia diretta",
  sistema.usoSingolo ? "ID_AUTH_REST_02" : "ID_AUTH_REST_01",
  ...(sistema.fiducia === "pdnd" && sistema.dpop ? ["DPoP"] : []),
  ...(sistema.integrita ? ["INTEGRITY_REST"] : []),
  ...(sistema.audit === "no" ? [] : [sistema.audit]),
  ...(sistema.richiami.length > 0 ? ["PUSH"] : []),
];

async function chiaviPubblicate(indirizzo: string): Promise<ReadonlyMap<string, KeyObject>> {
  const answer = await fetch(indirizzo, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  const { keys = [] } = (await answer.json()) as { keys?: { kid?: string }[] };
  return new Map(
    keys.flatMap((jwk): [string, KeyObject][] => {
      const key = chiaveDaJwk(jwk);
      return key === null || jwk.kid === undefined ? [] : [[jwk.kid, key]];
    }),
  );
}

const nowS = ({ clock }: PorteCollegamento): number => Math.floor(Date.parse(clock.now()) / 1000);

/** Asks PDND for a voucher as our own client, and looks at it before anybody uses it. */
async function voucherNostro(porte: PorteCollegamento) {
  const { cliente, pdnd } = porte.config.accessi;
  if (cliente === null) return null;
  const { clientId, purposeId, kid, aud, token } = cliente;
  try {
    const chiave = createPrivateKey(readFileSync(cliente.chiave));
    const momento = { now: nowS(porte), jti: porte.random.uuid() };
    const asserzione = asserzioneClient({ kid, chiave }, { clientId, purposeId, aud }, momento);
    const answer = await fetch(token, {
      ...{ method: "POST", body: moduloToken(clientId, asserzione) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = (await answer.json()) as Record<string, string>;
    const voucher = body["access_token"];
    if (voucher === undefined) {
      const perche = body["detail"] ?? body["title"] ?? String(answer.status);
      return { purposeId, errori: [`PDND ha rifiutato: ${perche}.`] };
    }
    const righe = esaminaVoucher(voucher, {
      ...{ clientId, purposeId, now: nowS(porte), skew: SKEW_S },
      ...(pdnd === null ? {} : { emittente: pdnd.emittente }),
    });
    return { purposeId, errori: righe.filter(({ bene }) => !bene).map(({ testo }) => testo) };
  } catch (error) {
    const perche = error instanceof Error ? error.message : "errore";
    return { purposeId, errori: [`Il server di autorizzazione non risponde (${perche}).`] };
  }
}

async function esamina(porte: PorteCollegamento, d: DomandaVoucher): Promise<readonly Riga[]> {
  const { pdnd } = porte.config.accessi;
  const dpop = { prova: d.prova, htm: d.metodo, htu: d.indirizzo };
  const base = {
    ...{ aud: audDi(porte.config), now: nowS(porte), skew: SKEW_S },
    ...(d.prova === "" ? {} : { dpop }),
    ...(d.traccia === "" ? {} : { tracciamento: d.traccia }),
  };
  if (pdnd === null) return esaminaVoucher(d.voucher, base);
  try {
    const chiavi = await chiaviPubblicate(pdnd.jwks);
    return esaminaVoucher(d.voucher, { ...base, emittente: pdnd.emittente, chiavi });
  } catch {
    const senza: Riga = {
      ...{
        dove: "kid",
        bene: false,
        testo: "Le chiavi del server di autorizzazione non si leggono.",
      },
      rimedio: `Controlla che ${pdnd.jwks} risponda a questo nodo.`,
    };
    return [...esaminaVoucher(d.voucher, { ...base, emittente: pdnd.emittente }), senza];
  }
}

export function createCollegamento(porte: PorteCollegamento): Collegamento {
  const { config, clock, random, chiavi, firma, database } = porte;
  const modi = modiStorePg(database.sql);
  return {
    quadro: async () => ({
      ...{ nodo: config.nodo, kid: chiavi.propria.kid, aud: [...audDi(config)] },
      partner: config.partner.map(({ nome, indirizzo }) => ({ nome, indirizzo })),
      sistemi: config.accessi.sistemi.map((sistema) => ({
        ...{ nome: sistema.nome, fiducia: sistema.fiducia, ruolo: sistema.ruolo },
        ...{ operazioni: sistema.operazioni, modalita: modalitaOf(sistema) },
      })),
      revocate: (await modi.listRevocate()) as QuadroCollegamento["revocate"],
      richiami: (await modi.listRichiami(RICHIAMI_MAX)).map((r) => ({
        ...{ id: r.id, destinatario: r.destinatario, stato: r.stato, tentativi: r.tentativi },
        ...{ errore: r.errore, accodatoAt: r.accodatoAt as never },
      })),
    }),
    diagnosi: async (nome) => {
      const partner = config.partner.find((one) => one.nome === nome);
      if (partner === undefined) return null;
      const salti = await diagnostica(
        {
          ...{ nodo: config.nodo, firma, coop: porte.coop, nuovo: random.uuid },
          ...{ nowMs: () => Date.parse(clock.now()), voucher: () => voucherNostro(porte) },
          haChiaviDi: (uno) => chiavi.chiaviDi(uno).size > 0,
        },
        partner,
      );
      return { at: clock.now(), salti };
    },
    esamina: (domanda) => esamina(porte, domanda),
    revoca: ({ kid, motivo, chi }) => modi.revoca({ kid, motivo, chi, at: clock.now() }),
  };
}
