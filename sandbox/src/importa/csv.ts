import { closeSync, openSync, readSync } from "node:fs";

const SNIFF_BYTES = 4_096;

/**
 * What separates the cells, as the first line says. Where it is a semicolon a comma is text: "12,50" is an
 * amount and "via Roma, 3" an address.
 */
export function separatoreDi(file: string): ";" | "," {
  const handle = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(SNIFF_BYTES);
    const read = readSync(handle, buffer, 0, SNIFF_BYTES, 0);
    const [prima = ""] = buffer.subarray(0, read).toString("utf8").split("\n", 1);
    return prima.includes(";") ? ";" : ",";
  } finally {
    closeSync(handle);
  }
}
