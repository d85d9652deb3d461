import {
  isPartitaIva,
  MISURE,
  normalizzaCodiceFiscale,
  STATI_ACCREDITAMENTO,
} from "@staffetta/domain";
import { z } from "zod";
import { CodiceMisura } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { Giorno, IdAdesione, IdOperatore, Instant, Version } from "../../primitivi.ts";
import { Fatto, Vuoto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

const codes = <T extends string>(list: Readonly<Record<T, unknown>>) =>
  z.enum(Object.keys(list) as [T, ...T[]]);
const Stato = codes(STATI_ACCREDITAMENTO);

const testo = (massimo: number, manca: string) =>
  z.string().trim().min(1, manca).max(massimo, `Al massimo ${massimo} caratteri`);

/** Eleven digits, or the sixteen letters of a person, with their check. */
const CodiceFiscaleEnte = z
  .string()
  .trim()
  .refine(
    (codice) => isPartitaIva(codice) || normalizzaCodiceFiscale(codice).ok,
    "Il codice fiscale non è giusto: controlla le cifre",
  );
const PartitaIva = z
  .string()
  .trim()
  .refine(isPartitaIva, "La partita IVA non è giusta: sono undici cifre, controlla l'ultima");

/** From when to when it is accredited; "" = since ever, or without end. The Region writes these days. */
const GiornoOVuoto = Giorno.or(z.literal("")).default("");
const Validita = { dal: GiornoOVuoto, al: GiornoOVuoto } as const;
const finisceDopo = ({ dal, al }: Readonly<{ dal: string; al: string }>): boolean =>
  dal === "" || al === "" || al >= dal;
const FINE_PRIMA = { path: ["al"], message: "La fine viene prima dell'inizio" };

const Sede = z
  .strictObject({
    comune: testo(60, "Scrivi il comune"),
    indirizzo: testo(120, "Scrivi l'indirizzo"),
    ...Validita,
  })
  .refine(finisceDopo, FINE_PRIMA);
const Professionista = z
  .strictObject({
    nome: testo(80, "Scrivi il nome"),
    qualifica: testo(80, "Scrivi la qualifica"),
    ...Validita,
  })
  .refine(finisceDopo, FINE_PRIMA);

/** What a body says of itself. */
export const DatiEnte = z.strictObject({
  codiceFiscale: CodiceFiscaleEnte,
  partitaIva: PartitaIva,
  firmatario: testo(80, "Scrivi chi firma"),
  sedi: z.array(Sede).min(1, "Serve almeno una sede").max(50),
  professionisti: z.array(Professionista).max(200).default([]),
  misure: z.array(CodiceMisura).min(1, "Scegli almeno una misura").max(Object.keys(MISURE).length),
});
export type DatiEnte = z.infer<typeof DatiEnte>;

const CasoDaRidare = z.strictObject({
  adesioneId: IdAdesione,
  nome: z.string(),
  cognome: z.string(),
  stato: z.string(),
  /** What the Region may do now; null = `perche` tells what is waited for. */
  azione: z.enum(["ridaiScelta", "chiudiPerFermo"]).nullable(),
  perche: z.string(),
});

export const SchedaOperatore = z.strictObject({
  id: IdOperatore,
  denominazione: z.string(),
  stato: Stato,
  dati: z.strictObject({
    codiceFiscale: z.string(),
    partitaIva: z.string(),
    firmatario: z.string(),
    sedi: z.array(z.strictObject({ comune: z.string(), indirizzo: z.string(), ...Validita })),
    professionisti: z.array(
      z.strictObject({ nome: z.string(), qualifica: z.string(), ...Validita }),
    ),
    misure: z.array(CodiceMisura),
  }),
  version: Version,
  atto: z.strictObject({ at: Instant, chi: z.string(), sha256: z.string() }).nullable(),
  passi: z.array(Stato),
  storia: z.array(
    z.strictObject({
      da: Stato.nullable(),
      a: Stato,
      atto: z.string(),
      motivo: z.string(),
      data: Giorno,
      chi: z.string(),
    }),
  ),
  /** Whom a body that was stopped leaves waiting; only for the Region. */
  daRidare: z.array(CasoDaRidare),
});
export type SchedaOperatore = z.infer<typeof SchedaOperatore>;

export const operazioniOperatori = {
  operatori: operazione({
    id: "operatori",
    sommario: "Gli operatori accreditati",
    metodo: "GET",
    percorso: "/operatori",
    ruoli: ["addetto", "regione", "revisore", "sistema"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      operatori: z.array(
        z.strictObject({
          id: IdOperatore,
          denominazione: z.string(),
          comune: z.string(),
          stato: Stato,
          attoFirmato: z.boolean(),
          casiAperti: z.int(),
        }),
      ),
    }),
  }),
  operatore: operazione({
    id: "operatore",
    sommario: "Un operatore: dati, atto, storia dell'accreditamento, chi aspetta una nuova scelta",
    metodo: "GET",
    percorso: "/operatore",
    ruoli: ["addetto", "regione", "revisore"],
    ingresso: z.strictObject({ operatoreId: IdOperatore }),
    uscita: SchedaOperatore,
  }),
  salvaOperatore: operazione({
    id: "salva-operatore",
    sommario: "Cambia i dati dell'ente; se intanto li ha cambiati un altro, dice quali",
    metodo: "POST",
    percorso: "/operatore",
    ruoli: ["addetto", "regione"],
    funzioni: ["legale", "istruttoria"],
    ingresso: z.strictObject({
      chiave: Chiave,
      operatoreId: IdOperatore,
      version: z.coerce.number().pipe(Version),
      dati: DatiEnte,
    }),
    uscita: Fatto,
  }),
  firmaAttoAdesione: operazione({
    id: "firma-atto-adesione",
    sommario: "Firma l'Atto di Adesione Unico: una volta sola",
    metodo: "POST",
    percorso: "/operatore/atto",
    ruoli: ["addetto"],
    funzioni: ["legale"],
    ingresso: z.strictObject({ chiave: Chiave }),
    uscita: Fatto,
  }),
  cambiaAccreditamento: operazione({
    id: "cambia-accreditamento",
    sommario: "Sospende, riabilita o revoca un operatore, con atto, data e motivo",
    metodo: "POST",
    percorso: "/operatore/accreditamento",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      chiave: Chiave,
      operatoreId: IdOperatore,
      a: Stato,
      atto: testo(120, "Scrivi l'atto"),
      data: Giorno,
      motivo: testo(300, "Scrivi il motivo"),
    }),
    uscita: Fatto,
  }),
  ridaiScelta: operazione({
    id: "ridai-scelta",
    sommario:
      "Ridà la scelta a chi aspettava un operatore fermato: Borsa Lavoro gliela chiede di nuovo",
    metodo: "POST",
    percorso: "/operatore/ridai-scelta",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      chiave: Chiave,
      adesioneId: IdAdesione,
      /** Whom the Region proposes; empty = nobody, the giovane looks in the list. */
      propostoId: IdOperatore.or(z.literal("")).default(""),
    }),
    uscita: Fatto,
  }),
  chiudiPerFermo: operazione({
    id: "chiudi-per-fermo",
    sommario:
      "Chiude la dote di chi è in carico a un operatore fermato, perché continui con un altro",
    metodo: "POST",
    percorso: "/operatore/chiudi-dote",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      chiave: Chiave,
      adesioneId: IdAdesione,
      motivazione: testo(300, "Scrivi la motivazione"),
    }),
    uscita: Fatto,
  }),
} as const;
