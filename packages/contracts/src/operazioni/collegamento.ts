import { z } from "zod";
import { operazione } from "../operazione.ts";
import { Instant } from "../primitivi.ts";
import { soloDi } from "../soggetto.ts";

/** One hop of the road to a partner: does it hold, why not, what to do. */
export const Salto = z.strictObject({
  nome: z.enum(["dns", "connessione", "token", "finalita", "contratto", "eco", "storia"]),
  titolo: z.string(),
  /** "non-provato": a hop before it does not hold; "non-serve": this road does not have it. */
  esito: z.enum(["verde", "rosso", "non-provato", "non-serve"]),
  causa: z.string(),
  prossimoPasso: z.string(),
  millis: z.int().min(0),
});
export type Salto = z.infer<typeof Salto>;

/** One claim of a voucher against what is expected. */
export const RigaVoucher = z.strictObject({
  dove: z.string(),
  bene: z.boolean(),
  testo: z.string(),
  rimedio: z.string(),
});

export const QuadroCollegamento = z.strictObject({
  nodo: z.string(),
  kid: z.string(),
  aud: z.array(z.string()),
  partner: z.array(z.strictObject({ nome: z.string(), indirizzo: z.string() })),
  sistemi: z.array(
    z.strictObject({
      nome: z.string(),
      fiducia: z.enum(["pdnd", "diretta"]),
      ruolo: z.string(),
      operazioni: z.array(z.string()),
      modalita: z.array(z.string()),
    }),
  ),
  revocate: z.array(
    z.strictObject({ kid: z.string(), at: Instant, motivo: z.string(), chi: z.string() }),
  ),
  richiami: z.array(
    z.strictObject({
      id: z.string(),
      destinatario: z.string(),
      accodatoAt: Instant,
      stato: z.enum(["da consegnare", "consegnato", "rinunciato"]),
      tentativi: z.int(),
      errore: z.string(),
    }),
  ),
});
export type QuadroCollegamento = z.infer<typeof QuadroCollegamento>;

const token = z.string().trim().max(8_192);
const FattoCollegamento = z.strictObject({ fatto: z.literal(true) });

/** How this node is joined to others, and the ways to find out why it is not. The same on each node. */
export const operazioniCollegamento = <R extends "regione" | "ministero">(ruolo: R) => ({
  collegamento: operazione({
    id: "collegamento",
    sommario: "I partner, i sistemi abilitati, le chiavi revocate, i richiami in partenza",
    metodo: "GET",
    percorso: "/collegamento",
    ruoli: [ruolo],
    ingresso: z.strictObject({}),
    uscita: QuadroCollegamento,
  }),
  diagnosi: operazione({
    id: "diagnosi",
    sommario: "Prova ogni passo della strada verso un partner; non cambia niente",
    metodo: "POST",
    percorso: "/collegamento/diagnosi",
    ...soloDi(ruolo, "istruttoria"),
    ingresso: z.strictObject({ partner: z.string().min(1, "Scegli un partner").max(60) }),
    uscita: z.strictObject({ partner: z.string(), at: Instant, salti: z.array(Salto) }),
  }),
  esaminaVoucher: operazione({
    id: "esamina-voucher",
    sommario: "Dice che cosa non va in un voucher, prima di usarlo",
    metodo: "POST",
    percorso: "/collegamento/esamina-voucher",
    ...soloDi(ruolo, "istruttoria"),
    ingresso: z.strictObject({
      voucher: token.min(1, "Incolla il voucher"),
      prova: token.default(""),
      metodo: z.string().max(10).default("GET"),
      indirizzo: z.string().max(500).default(""),
      traccia: token.default(""),
    }),
    uscita: z.strictObject({ righe: z.array(RigaVoucher) }),
  }),
  revocaChiave: operazione({
    id: "revoca-chiave",
    sommario: "Non crede più, da subito, a una chiave pubblica",
    metodo: "POST",
    percorso: "/collegamento/revoca-chiave",
    ...soloDi(ruolo, "istruttoria"),
    ingresso: z.strictObject({
      kid: z.string().trim().min(1, "Scrivi il kid della chiave").max(200),
      motivo: z.string().trim().min(3, "Scrivi il motivo").max(120),
    }),
    uscita: FattoCollegamento,
  }),
});
