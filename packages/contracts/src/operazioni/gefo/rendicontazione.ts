import {
  MOTIVI_TAGLIO,
  type MotivoTaglio,
  TIPI_RENDICONTO,
  type TipoRendiconto,
} from "@staffetta/domain";
import { z } from "zod";
import { Importo } from "../../importo.ts";
import { CodiceMisura } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { Giorno, IdAdesione, IdServizio, Instant } from "../../primitivi.ts";
import { Fatto, Vuoto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

const codes = <T extends string>(list: Readonly<Record<T, string>>) =>
  z.enum(Object.keys(list) as [T, ...T[]]);
const Tipo = codes<TipoRendiconto>(TIPI_RENDICONTO);
const Motivo = codes<MotivoTaglio>(MOTIVI_TAGLIO);

const Voce = z.strictObject({
  riferimento: z.string(),
  giorno: Giorno,
  minuti: z.int(),
  importoCents: z.int(),
  taglioCents: z.int(),
  motivoTaglio: Motivo.nullable(),
  notaTaglio: z.string(),
});

const Testata = z.strictObject({
  rendicontazioneId: z.uuid(),
  servizioId: IdServizio,
  adesioneId: IdAdesione,
  operatore: z.string(),
  misura: CodiceMisura,
  tipo: Tipo,
  stato: z.enum(["presentata", "verificata"]),
  presentataAt: Instant,
  presentataDa: z.string(),
  verificataDa: z.string().nullable(),
  attesaDays: z.int(),
  minuti: z.int(),
  richiestoCents: z.int(),
  ammessoCents: z.int().nullable(),
  pagataOn: Giorno.nullable(),
});

export const Rendicontazione = Testata.extend({
  voci: z.array(Voce),
  /** Code and words of each check of the desk. */
  controlli: z.record(z.string(), z.string()),
  /** What the desk has looked at, in the words of then, and on which file; empty until it is verified. */
  controlliFatti: z.array(
    z.strictObject({
      parole: z.string(),
      documento: z.strictObject({ allegatoId: z.uuid(), titolo: z.string() }).nullable(),
    }),
  ),
});
export type Rendicontazione = z.infer<typeof Rendicontazione>;

export const operazioniRendicontazione = {
  rendiconta: operazione({
    id: "rendiconta",
    sommario:
      "Presenta la rendicontazione di un servizio: ore firmate, o contratto che prova il risultato",
    metodo: "POST",
    percorso: "/caso/servizi/rendiconta",
    ruoli: ["addetto"],
    funzioni: ["legale"],
    ingresso: z.strictObject({
      chiave: Chiave,
      servizioId: IdServizio,
      tipo: Tipo.default("finale"),
    }),
    uscita: Fatto,
  }),
  rendicontazioniServizio: operazione({
    id: "rendicontazioni-servizio",
    sommario: "Che cosa è stato rendicontato di un servizio, riga per riga",
    metodo: "GET",
    percorso: "/caso/servizi/rendicontazioni",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ servizioId: IdServizio }),
    uscita: z.strictObject({
      rendicontazioni: z.array(Rendicontazione),
      ripresentabileCents: z.int(),
      ripresentabileEntro: Giorno.nullable(),
    }),
  }),
  rendicontazioni: operazione({
    id: "rendicontazioni",
    sommario: "Le rendicontazioni da verificare, dalla più vecchia",
    metodo: "GET",
    percorso: "/rendicontazioni",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: Vuoto,
    uscita: z.strictObject({ righe: z.array(Testata) }),
  }),
  rendicontazione: operazione({
    id: "rendicontazione",
    sommario:
      "Una rendicontazione riga per riga, con ciò che va controllato; la lettura viene annotata",
    metodo: "GET",
    percorso: "/rendicontazioni/una",
    ruoli: ["regione", "revisore"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: z.strictObject({ rendicontazioneId: z.uuid() }),
    uscita: Rendicontazione,
  }),
  verificaRendicontazione: operazione({
    id: "verifica-rendicontazione",
    sommario: "Ammette una rendicontazione, per intero o con tagli motivati riga per riga",
    metodo: "POST",
    percorso: "/rendicontazioni/verifica",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      chiave: Chiave,
      rendicontazioneId: z.uuid(),
      controlli: z.array(z.string().max(40)).max(30).default([]),
      /** On which file a check was made; a check may have none. */
      prove: z
        .array(z.strictObject({ controllo: z.string().max(40), allegatoId: z.uuid() }))
        .max(30)
        .default([]),
      tagli: z
        .array(
          z.strictObject({
            riferimento: z.string().max(60),
            importoCents: Importo,
            motivo: z.enum(Motivo.options, "Scegli il motivo del taglio"),
            nota: z.string().max(200, "Al massimo 200 caratteri").default(""),
          }),
        )
        .max(500)
        .default([]),
    }),
    uscita: Fatto,
  }),
} as const;
