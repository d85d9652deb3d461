import { MOTIVI_DECADENZA, MOTIVI_SOSPENSIONE } from "@staffetta/domain";
import { z } from "zod";
import { CodiceMisura } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { Fascia, Giorno, IdAdesione, IdDote, IdOperatore, Instant } from "../../primitivi.ts";
import { Fatto, Vuoto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

const codes = <T extends string>(list: Readonly<Record<T, unknown>>) =>
  z.enum(Object.keys(list) as [T, ...T[]], "Scegli un motivo");

export const RigaPiano = z.strictObject({
  misura: CodiceMisura,
  oreUnita: z.coerce
    .number("Scrivi un numero di ore")
    .int("Scrivi un numero intero")
    .min(1, "Almeno 1")
    .max(2000, "Al massimo 2000"),
  /** Who delivers it; empty = the operatore of the case. */
  erogatoreId: IdOperatore.or(z.literal("")).nullish(),
});
const Righe = z.array(RigaPiano).max(10, "Al massimo dieci servizi");

const CalcoloPiano = z.strictObject({
  righe: z.array(z.strictObject({ importoCents: z.int(), problema: z.string().nullable() })),
  valoreCents: z.int(),
  processoCents: z.int(),
  risultatoCents: z.int(),
  residuoCents: z.int(),
});

export const Piano = z.strictObject({
  adesioneId: IdAdesione,
  /** 0 = nobody has written a draft yet. */
  version: z.int(),
  aggiornatoAt: Instant.nullable(),
  aggiornatoDa: z.string().nullable(),
  fascia: Fascia.nullable(),
  righe: z.array(
    z.strictObject({
      misura: CodiceMisura,
      oreUnita: z.int(),
      erogatoreId: IdOperatore.nullable(),
    }),
  ),
  catalogo: z.array(
    z.strictObject({
      misura: CodiceMisura,
      etichetta: z.string(),
      unita: z.enum(["ora", "risultato"]),
      tariffaCents: z.int(),
      unitaMax: z.int(),
      importoMaxCents: z.int(),
      /** What the line that would pay it may still promise. */
      disponibileCents: z.int(),
    }),
  ),
  massimaleCents: z.int(),
  /** What the notice may still promise, to everybody. */
  disponibileCents: z.int(),
  calcolo: CalcoloPiano,
  erogatori: z.array(z.strictObject({ id: IdOperatore, denominazione: z.string() })),
  /** True when the figures were not yet read in the notice. */
  daVerificare: z.boolean(),
});
export type Piano = z.infer<typeof Piano>;

const base = { chiave: Chiave, adesioneId: IdAdesione };
const addetto = { metodo: "POST", ruoli: ["addetto"] } as const;
const istruttoria = { metodo: "POST", ruoli: ["regione"], funzioni: ["istruttoria"] } as const;
const Motivazione = z
  .string()
  .trim()
  .min(10, "Spiega perché: almeno 10 caratteri")
  .max(1000, "Al massimo 1000 caratteri");
const firmaGiovane = z
  .literal(["on", true], { error: "Serve la firma del giovane" })
  .transform(() => true as const);

const InAttesa = z.strictObject({
  adesioneId: IdAdesione,
  persona: z.string(),
  operatore: z.string(),
  protocollo: z.string(),
  dal: Giorno,
  dettaglio: z.string(),
  /** Of a decadenza: whether it may be decided today. */
  decidibile: z.boolean(),
});

export const operazioniDote = {
  piano: operazione({
    id: "piano",
    sommario: "La bozza della dote, con il catalogo delle misure, i massimali e i residui",
    metodo: "GET",
    percorso: "/caso/piano",
    ruoli: ["addetto"],
    funzioni: ["sportello", "legale"],
    ingresso: z.strictObject({ adesioneId: IdAdesione }),
    uscita: Piano,
  }),
  calcolaPiano: operazione({
    ...{ id: "calcola-piano", percorso: "/caso/piano/calcola", ...addetto },
    sommario: "Calcola valore, massimali e residui di un piano senza conservarlo",
    funzioni: ["sportello", "legale"],
    ingresso: z.strictObject({ adesioneId: IdAdesione, righe: Righe }),
    uscita: CalcoloPiano,
  }),
  salvaPiano: operazione({
    ...{ id: "salva-piano", percorso: "/caso/piano", ...addetto },
    sommario: "Conserva la bozza della dote; se un'altra persona l'ha cambiata, dice che cosa",
    funzioni: ["sportello"],
    ingresso: z.strictObject({ ...base, version: z.coerce.number().int().min(0), righe: Righe }),
    uscita: z.strictObject({ version: z.int() }),
  }),
  inviaDote: operazione({
    ...{ id: "invia-dote", percorso: "/caso/dote", ...addetto },
    sommario: "Firma la DRU e invia la dote scritta nella bozza: certifica la presa in carico",
    funzioni: ["legale"],
    ingresso: z.strictObject({ ...base, version: z.coerce.number().int().min(1) }),
    /** A number when money is short: the dote waits, and leaves by itself when its turn comes. */
    uscita: z.strictObject({
      doteId: IdDote,
      protocollo: z.string(),
      documentoId: z.uuid(),
      numeroInCoda: z.int().nullable(),
    }),
  }),
  lasciaCoda: operazione({
    ...{ id: "lascia-coda", percorso: "/caso/dote/lascia-coda", ...addetto },
    sommario: "Lascia la coda del denaro: il numero si perde e si può preparare un'altra dote",
    funzioni: ["legale"],
    ingresso: z.strictObject(base),
    uscita: Fatto,
  }),
  rinunciaDote: operazione({
    ...{ id: "rinuncia-dote", percorso: "/caso/dote/rinuncia", ...addetto },
    sommario: "Registra la rinuncia firmata dal giovane; si paga solo ciò che è stato fatto",
    funzioni: ["sportello", "legale"],
    ingresso: z.strictObject({
      ...base,
      dataRinuncia: Giorno,
      nota: z.string().max(500, "Al massimo 500 caratteri").default(""),
      perCambio: z.literal(["on", true]).optional(),
      firmaGiovane,
    }),
    uscita: z.strictObject({ documentoId: z.uuid() }),
  }),
  sospendiDote: operazione({
    ...{ id: "sospendi-dote", percorso: "/caso/dote/sospendi", ...addetto },
    sommario: "Sospende la dote: la sua fine si sposta dei giorni della sospensione",
    funzioni: ["legale"],
    ingresso: z.strictObject({ ...base, dal: Giorno, motivo: codes(MOTIVI_SOSPENSIONE) }),
    uscita: Fatto,
  }),
  riprendiDote: operazione({
    ...{ id: "riprendi-dote", percorso: "/caso/dote/riprendi", ...addetto },
    sommario: "Riprende una dote sospesa",
    funzioni: ["legale"],
    ingresso: z.strictObject({ ...base, al: Giorno }),
    uscita: Fatto,
  }),
  avviaDecadenza: operazione({
    id: "avvia-decadenza",
    sommario: "Avvisa il giovane che può perdere la dote: può rispondere prima che si decida",
    metodo: "POST",
    percorso: "/caso/dote/decadenza",
    ruoli: ["addetto", "regione"],
    funzioni: ["legale", "istruttoria"],
    ingresso: z.strictObject({ ...base, motivo: codes(MOTIVI_DECADENZA), nota: Motivazione }),
    uscita: Fatto,
  }),
  decidiDecadenza: operazione({
    ...{ id: "decidi-decadenza", percorso: "/istruttoria/decadenza", ...istruttoria },
    sommario: "Decide la decadenza, dopo la risposta del giovane o dopo il suo termine",
    ingresso: z.strictObject({ ...base, motivazione: Motivazione }),
    uscita: Fatto,
  }),
  ammettiDote: operazione({
    ...{ id: "ammetti-dote", percorso: "/istruttoria/ammetti", ...istruttoria },
    sommario: "Ammette una dote in verifica: il denaro diventa impegnato",
    ingresso: z.strictObject(base),
    uscita: Fatto,
  }),
  nonAmmettereDote: operazione({
    ...{ id: "non-ammettere-dote", percorso: "/istruttoria/non-ammettere", ...istruttoria },
    sommario: "Non ammette una dote in verifica: il denaro è liberato e se ne può inviare un'altra",
    ingresso: z.strictObject({ ...base, motivazione: Motivazione }),
    uscita: Fatto,
  }),
  revocaDote: operazione({
    ...{ id: "revoca-dote", percorso: "/istruttoria/revoca", ...istruttoria },
    sommario: "Revoca una dote concessa per errore o irregolarità",
    ingresso: z.strictObject({ ...base, motivazione: Motivazione }),
    uscita: Fatto,
  }),
  assegnaOperatore: operazione({
    ...{ id: "assegna-operatore", percorso: "/istruttoria/operatore", ...istruttoria },
    sommario: "Affida a un altro operatore chi ha chiuso la prima dote, sulla stessa adesione",
    ingresso: z.strictObject({ ...base, operatoreId: IdOperatore }),
    uscita: Fatto,
  }),
  istruttoria: operazione({
    id: "istruttoria",
    sommario: "Che cosa aspetta lo sportello della Regione: doti in verifica, decadenze, classi",
    metodo: "GET",
    percorso: "/istruttoria",
    ruoli: ["regione", "revisore"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      verifiche: z.array(InAttesa),
      decadenze: z.array(InAttesa),
      classi: z.array(InAttesa),
      cambi: z.array(InAttesa),
      /** Whom a stopped operatore leaves behind, and what to do. */
      fermati: z.array(InAttesa.extend({ operatoreId: IdOperatore })),
      /** Whom nobody has convened in time. */
      nonConvocati: z.array(InAttesa),
    }),
  }),
} as const;
