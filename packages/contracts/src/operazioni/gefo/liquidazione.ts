import {
  FASCE_ETA,
  normalizzaIban,
  STATI_RICHIESTA,
  type StatoRichiesta,
  testoRifiutoIban,
} from "@staffetta/domain";
import { z } from "zod";
import { Importo, ImportoPositivo } from "../../importo.ts";
import { CodiceMisura } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { Giorno, IdAdesione, IdOperatore, IdServizio, Instant, Version } from "../../primitivi.ts";
import { Fatto, FileInUscita, Vuoto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

const codes = <T extends string>(list: Readonly<Record<T, unknown>>) =>
  z.enum(Object.keys(list) as [T, ...T[]]);
const Stato = codes<StatoRichiesta>(STATI_RICHIESTA);
const Fascia = codes(FASCE_ETA);

const Motivo = z.string().trim().min(3, "Scrivi il motivo").max(300, "Al massimo 300 caratteri");

/** As people type it; kept without blanks. */
const Iban = z.string().transform((text, ctx) => {
  const letto = normalizzaIban(text);
  if (letto.ok) return letto.value;
  ctx.addIssue({ code: "custom", message: testoRifiutoIban(letto.rifiuto) });
  return z.NEVER;
});

/** What every command on a request says: which one, and as it was when the page was read. */
const SuRichiesta = {
  chiave: Chiave,
  richiestaId: z.uuid(),
  version: z.coerce.number().pipe(Version),
} as const;

const Pagabile = z.strictObject({
  rendicontazioneId: z.uuid(),
  servizioId: IdServizio,
  adesioneId: IdAdesione,
  misura: CodiceMisura,
  ammessaOn: Giorno,
  importoCents: z.int(),
});

const IbanDiOggi = z.strictObject({
  iban: z.string(),
  version: z.int(),
  servizio: z.string(),
  simulato: z.boolean(),
  at: Instant,
  chi: z.string(),
});

const TestataRichiesta = z.strictObject({
  richiestaId: z.uuid(),
  numero: z.string(),
  operatoreId: IdOperatore,
  operatore: z.string(),
  stato: Stato,
  totaleCents: z.int(),
  presentataAt: Instant,
  pagataOn: Giorno.nullable(),
});
export type TestataRichiesta = z.infer<typeof TestataRichiesta>;

const VoceRichiesta = z.strictObject({
  rendicontazioneId: z.uuid(),
  servizioId: IdServizio,
  adesioneId: IdAdesione,
  misura: CodiceMisura,
  importoCents: z.int(),
  recuperatoCents: z.int(),
  ammessaDa: z.string(),
});

export const RichiestaPagamento = TestataRichiesta.extend({
  version: Version,
  iban: z.string(),
  /** False: the operatore has told another account since. */
  ibanDiOggi: z.boolean(),
  ordineId: z.string().nullable(),
  ordinataOn: Giorno.nullable(),
  motivo: z.string().nullable(),
  voci: z.array(VoceRichiesta),
  /** Code and words of each check of the desk. */
  controlli: z.record(z.string(), z.string()),
  durc: z.array(
    z.strictObject({
      numero: z.string(),
      esito: z.enum(["regolare", "irregolare", "in-verifica"]),
      scadenza: Giorno,
      servizio: z.string(),
      simulato: z.boolean(),
      chiestoAt: Instant,
    }),
  ),
  passi: z.array(
    z.strictObject({ at: Instant, passo: z.string(), chi: z.string(), nota: z.string() }),
  ),
  estrazione: z.strictObject({ estrazioneId: z.uuid(), numero: z.string() }).nullable(),
});
export type RichiestaPagamento = z.infer<typeof RichiestaPagamento>;

const TestataEstrazione = z.strictObject({
  estrazioneId: z.uuid(),
  numero: z.string(),
  at: Instant,
  chi: z.string(),
  domande: z.int(),
  estratte: z.int(),
});

export const Estrazione = TestataEstrazione.extend({
  seme: z.string(),
  regole: z.strictObject({ quotaPercent: z.int(), minimo: z.int(), massimo: z.int() }),
  /** In the order of the draw: the first ones are drawn. */
  elenco: z.array(
    z.strictObject({ numero: z.string(), impronta: z.string(), estratta: z.boolean() }),
  ),
});
export type Estrazione = z.infer<typeof Estrazione>;

export const NonPagate = z.strictObject({
  oggi: Giorno,
  somme: z.array(
    z.strictObject({
      operatoreId: IdOperatore,
      operatore: z.string(),
      fascia: Fascia,
      quante: z.int(),
      importoCents: z.int(),
    }),
  ),
  /** The oldest first. */
  righe: z.array(
    z.strictObject({
      rendicontazioneId: z.uuid(),
      adesioneId: IdAdesione,
      operatore: z.string(),
      misura: CodiceMisura,
      presentataOn: Giorno,
      giorni: z.int(),
      fascia: Fascia,
      importoCents: z.int(),
      dove: z.string(),
      richiestaId: z.uuid().nullable(),
    }),
  ),
  /** There are more than those shown. */
  altre: z.boolean(),
});
export type NonPagate = z.infer<typeof NonPagate>;

const LETTORI = ["addetto", "regione", "revisore"] as const;
const VOCI_MAX = 200;

/** From the request of payment to the payment. */
export const operazioniLiquidazione = {
  ibanOperatore: operazione({
    id: "iban-operatore",
    sommario: "Il conto su cui un operatore è pagato",
    metodo: "GET",
    percorso: "/operatore/iban",
    ruoli: LETTORI,
    ingresso: z.strictObject({ operatoreId: IdOperatore }),
    uscita: z.strictObject({ conto: IbanDiOggi.nullable() }),
  }),
  salvaIban: operazione({
    id: "salva-iban",
    sommario: "Cambia il conto su cui essere pagati; il conto deve risultare dell'ente",
    metodo: "POST",
    percorso: "/operatore/iban",
    ruoli: ["addetto"],
    funzioni: ["legale"],
    ingresso: z.strictObject({
      chiave: Chiave,
      /** Of the account that the page showed; 0 = there was none. */
      version: z.coerce.number().pipe(z.int().min(0)),
      iban: Iban,
    }),
    uscita: Fatto,
  }),
  pagabili: operazione({
    id: "pagabili",
    sommario: "Che cosa è stato ammesso e nessuno ha ancora chiesto di pagare",
    metodo: "GET",
    percorso: "/liquidazione/pagabili",
    ruoli: ["addetto"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      righe: z.array(Pagabile),
      totaleCents: z.int(),
      importoMinCents: z.int(),
      /** First day on which a request may be presented; null = today. */
      dal: Giorno.nullable(),
      conto: IbanDiOggi.nullable(),
    }),
  }),
  presentaRichiesta: operazione({
    id: "presenta-richiesta",
    sommario: "Chiede di essere pagati per servizi ammessi, anche di molti casi insieme",
    metodo: "POST",
    percorso: "/liquidazione/richieste",
    ruoli: ["addetto"],
    funzioni: ["legale"],
    ingresso: z.strictObject({
      chiave: Chiave,
      rendicontazioni: z
        .array(z.uuid())
        .min(1, "Scegli almeno un servizio")
        .max(VOCI_MAX, `Al massimo ${VOCI_MAX} servizi per domanda`),
    }),
    uscita: z.strictObject({ richiestaId: z.uuid(), numero: z.string() }),
  }),
  richiestePagamento: operazione({
    id: "richieste-pagamento",
    sommario: "Le domande di pagamento; un operatore vede solo le sue",
    metodo: "GET",
    percorso: "/liquidazione/richieste",
    ruoli: LETTORI,
    funzioni: ["istruttoria", "controllo"],
    ingresso: z.strictObject({ stato: Stato.or(z.literal("")).default("") }),
    uscita: z.strictObject({ righe: z.array(TestataRichiesta) }),
  }),
  richiestaPagamento: operazione({
    id: "richiesta-pagamento",
    sommario: "Una domanda di pagamento: servizi, DURC, campione, ogni passo con chi e quando",
    metodo: "GET",
    percorso: "/liquidazione/richieste/una",
    ruoli: LETTORI,
    funzioni: ["istruttoria", "controllo"],
    ingresso: z.strictObject({ richiestaId: z.uuid() }),
    uscita: RichiestaPagamento,
  }),
  approvaRichiesta: operazione({
    id: "approva-richiesta",
    sommario: "Approva una domanda dopo tutti i controlli, con il DURC regolare",
    metodo: "POST",
    percorso: "/liquidazione/richieste/approva",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      ...SuRichiesta,
      controlli: z.array(z.string().max(40)).max(30).default([]),
    }),
    uscita: Fatto,
  }),
  respingiRichiesta: operazione({
    id: "respingi-richiesta",
    sommario: "Respinge una domanda con un motivo: i servizi si possono chiedere di nuovo",
    metodo: "POST",
    percorso: "/liquidazione/richieste/respingi",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({ ...SuRichiesta, motivo: Motivo }),
    uscita: Fatto,
  }),
  estraiCampione: operazione({
    id: "estrai-campione",
    sommario: "Estrae fra le domande approvate quelle da controllare sul posto, e pubblica il seme",
    metodo: "POST",
    percorso: "/liquidazione/estrazioni",
    ruoli: ["regione"],
    funzioni: ["controllo"],
    ingresso: z.strictObject({ chiave: Chiave }),
    uscita: z.strictObject({ estrazioneId: z.uuid(), numero: z.string(), estratte: z.int() }),
  }),
  estrazioni: operazione({
    id: "estrazioni",
    sommario: "I campioni estratti, dal più recente",
    metodo: "GET",
    percorso: "/liquidazione/estrazioni",
    ruoli: LETTORI,
    ingresso: Vuoto,
    uscita: z.strictObject({ righe: z.array(TestataEstrazione), inAttesa: z.int() }),
  }),
  estrazione: operazione({
    id: "estrazione",
    sommario: "Un campione con il seme, l'elenco e le impronte: chiunque può rifarlo",
    metodo: "GET",
    percorso: "/liquidazione/estrazioni/una",
    ruoli: LETTORI,
    ingresso: z.strictObject({ estrazioneId: z.uuid() }),
    uscita: Estrazione,
  }),
  registraControllo: operazione({
    id: "registra-controllo",
    sommario: "Registra l'esito di un controllo sul posto; ciò che non spetta si toglie prima",
    metodo: "POST",
    percorso: "/liquidazione/richieste/controlla",
    ruoli: ["regione"],
    funzioni: ["controllo"],
    ingresso: z.strictObject({
      ...SuRichiesta,
      nota: z
        .string()
        .trim()
        .min(10, "Scrivi che cosa hai visto, in almeno 10 caratteri")
        .max(1000, "Al massimo 1000 caratteri"),
      decurtazioni: z
        .array(z.strictObject({ rendicontazioneId: z.uuid(), importoCents: Importo }))
        .max(VOCI_MAX)
        .default([]),
    }),
    uscita: Fatto,
  }),
  ordinaPagamento: operazione({
    id: "ordina-pagamento",
    sommario: "Ordina alla tesoreria di pagare; chi ha approvato non ordina",
    metodo: "POST",
    percorso: "/liquidazione/richieste/ordina",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject(SuRichiesta),
    uscita: z.strictObject({ ordineId: z.string() }),
  }),
  ordiniCsv: operazione({
    id: "ordini-csv",
    sommario: "Gli ordini che la tesoreria non ha ancora confermato, in CSV",
    metodo: "GET",
    percorso: "/liquidazione/ordini/csv",
    ruoli: ["regione", "revisore"],
    funzioni: ["istruttoria", "controllo"],
    risposta: "file",
    ingresso: Vuoto,
    uscita: FileInUscita,
  }),
  registraPagamento: operazione({
    id: "registra-pagamento",
    sommario:
      "Registra ciò che la tesoreria dice di un ordine; la stessa notizia due volte vale una",
    metodo: "POST",
    percorso: "/liquidazione/pagamenti",
    ruoli: ["regione", "sistema"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      riferimento: z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9-]{4,40}$/, "Il riferimento ha da 4 a 40 lettere e cifre"),
      ordineId: z.string().trim().min(1, "Scrivi il numero dell'ordine").max(40),
      esito: z.enum(["pagato", "stornato"], "Scrivi «pagato» o «stornato»"),
      data: Giorno,
      importoCents: ImportoPositivo,
      motivo: z.string().trim().max(300, "Al massimo 300 caratteri").default(""),
    }),
    uscita: z.strictObject({ esito: z.enum(["accettata", "duplicata"]) }),
  }),
  correggiIbanRichiesta: operazione({
    id: "correggi-iban-richiesta",
    sommario: "Dà un altro conto a una domanda che la banca ha respinto",
    metodo: "POST",
    percorso: "/liquidazione/richieste/iban",
    ruoli: ["addetto"],
    funzioni: ["legale"],
    ingresso: z.strictObject({ ...SuRichiesta, iban: Iban }),
    uscita: Fatto,
  }),
  recuperaImporto: operazione({
    id: "recupera-importo",
    sommario: "Chiede indietro ciò che è stato pagato e non spettava",
    metodo: "POST",
    percorso: "/liquidazione/richieste/recupera",
    ruoli: ["regione"],
    funzioni: ["controllo"],
    ingresso: z.strictObject({
      ...SuRichiesta,
      rendicontazioneId: z.uuid("Scegli il servizio"),
      importoCents: ImportoPositivo,
      motivo: Motivo,
    }),
    uscita: Fatto,
  }),
  nonPagate: operazione({
    id: "non-pagate",
    sommario: "Ogni giustificativo presentato e non pagato, per età; un operatore vede i suoi",
    metodo: "GET",
    percorso: "/liquidazione/non-pagate",
    ruoli: LETTORI,
    ingresso: z.strictObject({ operatoreId: IdOperatore.or(z.literal("")).default("") }),
    uscita: NonPagate,
  }),
} as const;
