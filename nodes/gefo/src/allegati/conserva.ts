import { createHash } from "node:crypto";
import {
  checkAllegato,
  nomeSicuro,
  REGOLE_ALLEGATI,
  type Result,
  type RifiutoAllegato,
  refuse,
  type TipoAllegato,
} from "@staffetta/domain";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { AllegatoRow } from "./tabelle.ts";

export interface FileNuovo {
  readonly nome: string;
  readonly contenuto: Uint8Array;
}

/** A file that was looked at and may be kept. */
export interface FileEsaminato extends FileNuovo {
  readonly tipo: TipoAllegato;
}

/** Size, kind, antivirus: before any transaction, because an antivirus takes its time. */
export async function esamina(
  { antivirus }: Contesto,
  file: FileNuovo,
): Promise<Result<FileEsaminato, RifiutoAllegato>> {
  const tipo = checkAllegato(file.contenuto, REGOLE_ALLEGATI);
  if (!tipo.ok) return tipo;
  const campo = "file";
  const verdetto = await antivirus.esamina(file.contenuto).catch(() => null);
  if (verdetto === null) return refuse({ code: "allegato.antivirus-assente", campo });
  if (!verdetto.pulito)
    return refuse({ code: "allegato.infetto", campo, minaccia: verdetto.minaccia });
  return { ok: true, value: { ...file, tipo: tipo.value } };
}

/** Writes a file and what is known of it in the caller's transaction; sealed, because it names people. */
export async function conserva(
  ctx: Contesto,
  stores: Stores,
  { adesioneId, operatoreId }: Pick<CasoRow, "adesioneId" | "operatoreId">,
  {
    titolo,
    chi,
    servizioId = null,
    ...file
  }: FileEsaminato & Readonly<{ titolo: string; chi: string; servizioId?: string | null }>,
): Promise<AllegatoRow> {
  const { contenuto, tipo } = file;
  const row: AllegatoRow = {
    ...{ id: ctx.random.uuid(), adesioneId, operatoreId, servizioId, titolo, tipo },
    nome: nomeSicuro(file.nome, tipo),
    byteLength: contenuto.byteLength,
    sha256: createHash("sha256").update(contenuto).digest("hex"),
    ...{ caricatoAt: adesso(ctx), caricatoDa: chi },
  };
  await stores.allegati.insert(row);
  await stores.allegatiContenuti.insert({
    id: row.id,
    sigillato: ctx.cipher.sealBytes(contenuto),
  });
  return row;
}
