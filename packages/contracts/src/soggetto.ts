import { z } from "zod";
import { Anagrafica, CodiceRegione, Giorno, IdOperatore } from "./primitivi.ts";

/** What a person of an operatore does there; one person may do more than one thing. */
export const FUNZIONI_OPERATORE = {
  sportello: "sportello: chiama, incontra, prepara la dote",
  legale: "legale rappresentante o delegato: firma e invia",
  erogatore: "erogatore: registra i servizi fatti",
} as const;
export type FunzioneOperatore = keyof typeof FUNZIONI_OPERATORE;

/** What a person of the Region does there: one thing only, because who approves does not control. */
export const FUNZIONI_REGIONE = {
  istruttoria: "istruttoria: ammette, verifica, paga",
  controllo: "controllo: campiona, ispeziona, recupera",
  monitoraggio: "monitoraggio: guarda le cifre, non le persone",
} as const;
export type FunzioneRegione = keyof typeof FUNZIONI_REGIONE;
export type Funzione = FunzioneOperatore | FunzioneRegione;

const codes = <T extends string>(list: Readonly<Record<T, unknown>>) =>
  z.enum(Object.keys(list) as [T, ...T[]]);

/** Of one person, the same at each sign-in: two acts are of two persons when the ids differ, whatever the names. */
const Id = z.string().min(1).max(120);

/**
 * Who is asking. It is made by the sign-in and kept in the session; no operation takes it from a form.
 * - `anonimo`: nobody has signed in;
 * - `giovane`: identity as the identity provider gives it (SPID, CIE; a persona in development);
 * - `addetto`: a person of one operatore: sees only who chose that operatore;
 * - `regione`: a person of one Region;
 * - `revisore`: an auditor of one Region's money: reads only, between two days, and every read is written down;
 * - `ministero`: national monitoring and register;
 * - `sistema`: this node's own jobs, the import and the demo loader.
 */
export const Soggetto = z.discriminatedUnion("ruolo", [
  z.strictObject({ ruolo: z.literal("anonimo") }),
  z.strictObject({ ruolo: z.literal("giovane"), nome: z.string(), identita: Anagrafica }),
  z.strictObject({
    ruolo: z.literal("addetto"),
    id: Id,
    nome: z.string(),
    operatoreId: IdOperatore,
    funzioni: z.array(codes(FUNZIONI_OPERATORE)).min(1),
  }),
  z.strictObject({
    ruolo: z.literal("regione"),
    id: Id,
    nome: z.string(),
    regione: CodiceRegione,
    funzione: codes(FUNZIONI_REGIONE),
  }),
  z.strictObject({
    ruolo: z.literal("revisore"),
    id: Id,
    nome: z.string(),
    regione: CodiceRegione,
    dal: Giorno,
    al: Giorno,
  }),
  z.strictObject({ ruolo: z.literal("ministero"), nome: z.string() }),
  z.strictObject({ ruolo: z.literal("sistema"), nome: z.string() }),
]);
export type Soggetto = z.infer<typeof Soggetto>;
export type Ruolo = Soggetto["ruolo"];

/** Who may: the roles and, among people of an operatore or of the Region, what they must do there. */
export interface Ammessi {
  readonly ruoli: readonly Ruolo[];
  /** Names for one side only leave the other side free. */
  readonly funzioni?: readonly Funzione[];
}

/** The desk of a node, the same on all: where a Region answers for it, only those of its functions. */
export const soloDi = (
  ruolo: "regione" | "ministero",
  ...funzioni: readonly FunzioneRegione[]
): Ammessi => ({ ruoli: [ruolo], ...(ruolo === "regione" && { funzioni }) });

const funzioniDi = (soggetto: Soggetto): readonly Funzione[] => {
  if (soggetto.ruolo === "addetto") return soggetto.funzioni;
  return soggetto.ruolo === "regione" ? [soggetto.funzione] : [];
};

/** True when no function is asked of this soggetto, or one of those asked is theirs. */
export function haFunzione({ funzioni = [] }: Ammessi, soggetto: Soggetto): boolean {
  const lista = soggetto.ruolo === "addetto" ? FUNZIONI_OPERATORE : FUNZIONI_REGIONE;
  const chieste = funzioni.filter((una) => una in lista);
  const sue = funzioniDi(soggetto);
  return sue.length === 0 || chieste.length === 0 || chieste.some((una) => sue.includes(una));
}

/** True when a soggetto is among those who may: a closed door is not shown in the menu either. */
export const ammette = (ammessi: Ammessi, soggetto: Soggetto): boolean =>
  ammessi.ruoli.includes(soggetto.ruolo) && haFunzione(ammessi, soggetto);

/** A sign-in offered in development only, plainly marked. */
export const Persona = z.strictObject({
  chiave: z.string(),
  etichetta: z.string(),
  descrizione: z.string(),
  soggetto: Soggetto,
});
export type Persona = z.infer<typeof Persona>;
