/** The smallest pieces of XML: names, blanks, references. */

export const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;

export function skipSpace(s: string, from: number): number {
  let i = from;
  while (isSpace(s.charCodeAt(i))) i++;
  return i;
}

/** ASCII characters that may stand in a name; beyond ASCII `NAME` decides. */
const NAME_CHAR = new Uint8Array(128);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:.-")
  NAME_CHAR[char.charCodeAt(0)] = 1;

/** First index after `from` that can't belong to a name. */
export function nameEnd(s: string, from: number): number {
  let i = from;
  for (;;) {
    const code = s.charCodeAt(i);
    if (!(code > 127 || NAME_CHAR[code] === 1)) return i;
    i++;
  }
}

const START =
  ":A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}";
const NAME = new RegExp(`^[${START}][${START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*$`, "u");
const PLAIN = /^[A-Za-z_][\w.-]*$/;

/** A name with at most one colon, neither first nor last. */
export const isName = (text: string): boolean =>
  PLAIN.test(text) ||
  (NAME.test(text) && !/^:|:$|:.*:/.test(text) && !/^[^:]*:[-.0-9\u00b7]/.test(text));

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));/y;

/** The text with its references in place, or where the one that is not allowed stands. */
export function decodeReferences(raw: string): string | Readonly<{ at: number }> {
  let out = "";
  let from = 0;
  for (let at = raw.indexOf("&"); at >= 0; at = raw.indexOf("&", from)) {
    REFERENCE.lastIndex = at;
    const found = REFERENCE.exec(raw);
    if (found === null) return { at };
    const char = charOf(found);
    if (char === null) return { at };
    out += raw.slice(from, at) + char;
    from = at + found[0].length;
  }
  return out + raw.slice(from);
}

function charOf([, named, decimal, hex]: RegExpExecArray): string | null {
  if (named !== undefined) return NAMED[named] ?? null;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return isChar(code) ? String.fromCodePoint(code) : null;
}

const isChar = (code: number): boolean =>
  code === 0x09 ||
  code === 0x0a ||
  code === 0x0d ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);
