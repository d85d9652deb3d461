const DECLARED = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;
const BOM_SCAN_BYTES = 256;
const ALLOWED: Readonly<Record<string, string>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  "utf-16": "utf-16",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  "iso-8859-1": "iso-8859-1",
  "iso-8859-15": "iso-8859-15",
  "windows-1252": "windows-1252",
};

/**
 * The text of a document's bytes: the byte order mark decides, then the declaration, then what the
 * transport said, else UTF-8. Null when the bytes are not text in that encoding.
 */
export function decodeXmlBytes(bytes: Uint8Array, charset: string | null = null): string | null {
  const encoding = encodingOf(bytes, charset);
  if (encoding === null) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array, charset: string | null): string | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const head = Buffer.from(bytes.subarray(0, BOM_SCAN_BYTES)).toString("latin1");
  const named = DECLARED.exec(head)?.[1] ?? charset ?? "utf-8";
  const encoding = ALLOWED[named.toLowerCase()];
  // Declared in ASCII letters, hence it can't be sixteen bits wide.
  if (encoding === undefined || encoding.startsWith("utf-16")) return null;
  return encoding;
}
