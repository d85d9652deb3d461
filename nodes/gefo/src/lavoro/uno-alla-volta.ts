import { createHash } from "node:crypto";
import type { Risposta } from "@staffetta/contracts";
import { adesso, type Contesto } from "../contesto.ts";
import type { EsitoRiga } from "./insieme.ts";

/** One key for each row of a bulk action, always the same. */
export function chiaveDi(chiave: string, adesioneId: string): string {
  const hash = createHash("sha256").update(`${chiave}/${adesioneId}`).digest("hex");
  const [a, b, c, d] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(13, 16),
    hash.slice(17, 20),
  ];
  return `${a}-${b}-4${c}-8${d}-${hash.slice(20, 32)}`;
}

/** Each case in a transaction of its own: the tenth that is refused leaves the other nine as they are. */
export async function unoAllaVolta(
  ctx: Contesto,
  { chiave, adesioni }: Readonly<{ chiave: string; adesioni: readonly string[] }>,
  uno: (adesioneId: string, chiaveSua: string) => Promise<EsitoRiga>,
): Promise<Risposta<never>> {
  const done = await ctx.uow.transaction((stores) => stores.chiavi.get(chiave));
  if (done !== null) return { ok: true, valore: done.risposta as never };
  const righe: EsitoRiga[] = [];
  for (const adesioneId of new Set(adesioni))
    righe.push(await uno(adesioneId, chiaveDi(chiave, adesioneId)));
  const risposta = { fatti: righe.filter(({ fatto }) => fatto).length, righe };
  await ctx.uow.transaction((stores) => stores.chiavi.put({ chiave, at: adesso(ctx), risposta }));
  return { ok: true, valore: risposta as never };
}
