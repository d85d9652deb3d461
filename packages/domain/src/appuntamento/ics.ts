import type { Instant } from "../time.ts";
import type { Appuntamento } from "./appuntamento.ts";

const utc = (instant: Instant): string => `${instant.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
const testo = (text: string): string =>
  text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r?\n/g, "\\n");

/** Lines of a calendar are no longer than 75 octets: the rest goes on after a blank. RFC 5545 §3.1 */
function piega(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const code = letter.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 73) {
      parts.push(part);
      [part, octets] = ["", 0];
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}

/** The appointment for a calendar of one's own; cancelled, it takes itself away. RFC 5545 */
export function ics(
  { id, inizio, fine, stato }: Appuntamento,
  { titolo, luogo, nota }: Readonly<{ titolo: string; luogo: string; nota: string }>,
  quando: Readonly<{ scritto: Instant; version: number }>,
): string {
  const via = stato === "DE" || stato === "ER" ? "CONFIRMED" : "CANCELLED";
  return [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Staffetta//Gefo//IT"],
    `METHOD:${via === "CONFIRMED" ? "PUBLISH" : "CANCEL"}`,
    ...["BEGIN:VEVENT", `UID:${id}@staffetta`, `SEQUENCE:${quando.version}`],
    ...[`DTSTAMP:${utc(quando.scritto)}`, `DTSTART:${utc(inizio)}`, `DTEND:${utc(fine)}`],
    ...[`SUMMARY:${testo(titolo)}`, `LOCATION:${testo(luogo)}`, `DESCRIPTION:${testo(nota)}`],
    ...[`STATUS:${via}`, "END:VEVENT", "END:VCALENDAR", ""],
  ]
    .map(piega)
    .join("\r\n");
}
