import { createReadStream } from "node:fs";
import type { OperazioniGefo } from "@staffetta/contracts";
import { clienteDi } from "@staffetta/contracts";
import type { Stores } from "@staffetta/gefo";
import type { ParteNodo } from "@staffetta/nodo";
import { parse } from "csv-parse";

export interface EsitoComunicazione {
  readonly riga: number;
  readonly esito: "accettata" | "duplicata" | "rifiutata";
  readonly motivo: string;
}

/** Italian words for what the contract reads in English; anything else is told to be wrong. */
const boolDi = (text: string): string => {
  if (/^s[iì]$/i.test(text)) return "yes";
  return text === "" ? "no" : text;
};

/**
 * Streams a CSV of mandatory communications into Gefo: protocollo, codiceFiscale, tipo, datore, contratto,
 * dal, al, precedente, bonusRichiesto. A row is known by its protocollo: the file may be read again, whole
 * or after an interruption, and nothing is doubled.
 */
export async function* importaComunicazioni(
  file: string,
  parte: ParteNodo<Stores, OperazioniGefo>,
): AsyncGenerator<EsitoComunicazione> {
  const nodo = clienteDi(parte.operazioni, parte.implementazione, {
    ...{ ruolo: "sistema", nome: "importazione delle comunicazioni" },
  });
  const parser = parse({
    ...{ bom: true, columns: true, trim: true, skip_empty_lines: true },
    ...{ delimiter: [",", ";"], relax_column_count: true },
  });
  const stream = createReadStream(file);
  stream.on("error", (error) => parser.destroy(error));
  let riga = 0;
  for await (const record of stream.pipe(parser) as AsyncIterable<Record<string, string>>) {
    riga++;
    const { bonusRichiesto = "", ...resto } = record;
    const risposta = await nodo.importaComunicazione({
      ...resto,
      bonusRichiesto: boolDi(bonusRichiesto),
    });
    if (risposta.ok) {
      yield { riga, esito: risposta.valore.esito, motivo: "" };
      continue;
    }
    const { detail, errori = [] } = risposta.problema;
    const motivo = errori.map(({ campo, messaggio }) => `${campo}: ${messaggio}`).join("; ");
    yield { riga, esito: "rifiutata", motivo: motivo === "" ? detail : motivo };
  }
}
