import { ok, type Result, refuse } from "../result.ts";

/**
 * The kinds of file that may prove something. What a file is, its first bytes say: neither its name
 * nor the browser is believed.
 */
export const TIPI_ALLEGATO = {
  pdf: { mime: "application/pdf", etichetta: "PDF" },
  png: { mime: "image/png", etichetta: "immagine PNG" },
  jpeg: { mime: "image/jpeg", etichetta: "immagine JPEG" },
  p7m: { mime: "application/pkcs7-mime", etichetta: "documento firmato (p7m)" },
} as const;
export type TipoAllegato = keyof typeof TIPI_ALLEGATO;

export interface RegoleAllegati {
  readonly bytesMax: number;
  readonly tipi: readonly TipoAllegato[];
}

/** A scan of a register of some pages stays well within this. */
export const REGOLE_ALLEGATI: RegoleAllegati = {
  bytesMax: 5 * 1024 * 1024,
  tipi: ["pdf", "png", "jpeg", "p7m"],
};

const FIRME: Readonly<Record<TipoAllegato, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
  // A DER sequence whose first element is an object identifier: PKCS#7 signedData.
  p7m: [0x30],
};
/** 1.2.840.113549.1.7.2, signedData, as DER writes it. */
const OID_SIGNED_DATA = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
/** The length of the outer sequence takes 1 to 5 bytes. */
const OID_OFFSET_MAX = 6;

const startsWith = (bytes: Uint8Array, at: number, expected: readonly number[]): boolean =>
  expected.every((byte, i) => bytes[at + i] === byte);

function isSignedData(bytes: Uint8Array): boolean {
  for (let at = 2; at <= OID_OFFSET_MAX; at++)
    if (startsWith(bytes, at, OID_SIGNED_DATA)) return true;
  return false;
}

/** What the first bytes say; null = none of the kinds that are known here. */
export function tipoDaiByte(bytes: Uint8Array): TipoAllegato | null {
  const found = (Object.keys(FIRME) as TipoAllegato[]).find((tipo) =>
    startsWith(bytes, 0, FIRME[tipo]),
  );
  if (found === "p7m" && !isSignedData(bytes)) return null;
  return found ?? null;
}

export type RifiutoAllegato =
  | Readonly<{ code: "allegato.vuoto"; campo: "file" }>
  | Readonly<{ code: "allegato.troppo-grande"; campo: "file"; bytes: number; bytesMax: number }>
  | Readonly<{ code: "allegato.tipo-non-ammesso"; campo: "file"; ammessi: readonly TipoAllegato[] }>
  | Readonly<{ code: "allegato.infetto"; campo: "file"; minaccia: string }>
  | Readonly<{ code: "allegato.antivirus-assente"; campo: "file" }>;

/** The kind of a file that may be kept, or why it may not. */
export function checkAllegato(
  bytes: Uint8Array,
  { bytesMax, tipi }: RegoleAllegati,
): Result<TipoAllegato, RifiutoAllegato> {
  const campo = "file";
  if (bytes.byteLength === 0) return refuse({ code: "allegato.vuoto", campo });
  if (bytes.byteLength > bytesMax) {
    const fatti = { campo, bytes: bytes.byteLength, bytesMax } as const;
    return refuse({ code: "allegato.troppo-grande", ...fatti });
  }
  const tipo = tipoDaiByte(bytes);
  if (tipo === null || !tipi.includes(tipo))
    return refuse({ code: "allegato.tipo-non-ammesso", campo, ammessi: tipi });
  return ok(tipo);
}

const NOME_MAX = 100;
/** Neither letters with their marks, nor figures, apostrophes, pictures and their joints, plain signs. */
const NON_SCRITTI =
  /(?!\u200d)[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier} '’(),&+._-]/gu;

/** A name that can be shown and saved anywhere: no folder, no control letter, the extension of its kind. */
export function nomeSicuro(nome: string, tipo: TipoAllegato): string {
  const last = nome.split(/[/\\]/).at(-1) ?? "";
  // Written as one letter each: an accent apart from its letter would be lost on the way.
  const clean = last.normalize("NFC").replaceAll(NON_SCRITTI, "_").trim();
  const base = clean.replace(/\.[^.]*$/, "").replace(/^\.+/, "") || "allegato";
  return `${[...base].slice(0, NOME_MAX).join("")}.${tipo === "jpeg" ? "jpg" : tipo}`;
}
