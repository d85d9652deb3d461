import type { Fascia } from "../pacchetto/regole-gefo.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { CivilDate, Instant } from "../time.ts";

export const TITOLI_STUDIO = {
  nessuno: "nessun titolo o licenza elementare",
  media: "licenza media",
  qualifica: "qualifica professionale",
  diploma: "diploma",
  laurea: "laurea",
} as const;
export type TitoloStudio = keyof typeof TITOLI_STUDIO;

/** The same calendar day of the year before. */
export const CONDIZIONI_PRIMA = {
  studente: "studiavo",
  occupato: "lavoravo",
  disoccupato: "cercavo lavoro",
  inattivo: "non lavoravo e non cercavo",
} as const;
export type CondizionePrima = keyof typeof CONDIZIONI_PRIMA;

export const PRESENZE_ITALIA = {
  nato: "nato in Italia",
  "oltre-2": "in Italia da più di due anni",
  "1-2": "in Italia da uno o due anni",
  "fino-1": "in Italia da meno di un anno",
} as const;
export type PresenzaItalia = keyof typeof PRESENZE_ITALIA;

/**
 * What the service is asked. Age and gender come from the registry: nobody types them.
 * @source DOMAIN §4 (individual variables; province of domicile)
 */
export interface InputProfilazione {
  readonly titolo: TitoloStudio;
  readonly condizione: CondizionePrima;
  readonly presenza: PresenzaItalia;
  /** Two letters of the plate. */
  readonly provincia: string;
  readonly etaYears: number;
  readonly sesso: "F" | "M";
}

/** What the service answers. */
export interface RispostaProfilazione {
  /** The service's own number of this answer. */
  readonly servizioId: string;
  /** The method and its version. */
  readonly metodo: string;
  /** 0–1, with the digits that the service gives. */
  readonly indice: number;
  readonly classe: Fascia;
  readonly validoDal: CivilDate;
}

/** A profiling for ever: never changed, never removed; a correction is another one. */
export interface Profilazione {
  readonly id: string;
  readonly origine: "servizio" | "deroga";
  /** True: an answer of the development service, which nobody may take for the Ministry's. */
  readonly simulata: boolean;
  readonly richiestaAt: Instant;
  readonly richiestaDa: string;
  readonly input: InputProfilazione;
  readonly risposta: RispostaProfilazione;
}

/** What a case keeps of its valid profiling. */
export type ClasseProfilata = Readonly<{
  id: string;
  classe: Fascia;
  validoDal: CivilDate;
  provincia: string;
}>;

export type RifiutoProfilazione =
  | Readonly<{ code: "profilazione.manca" }>
  | Readonly<{ code: "profilazione.non-ancora-valida"; validoDal: CivilDate; giorno: CivilDate }>
  | Readonly<{ code: "profilazione.stessa-provincia"; provincia: string }>
  | Readonly<{ code: "profilazione.servizio-fermo" }>
  | Readonly<{ code: "profilazione.servizio-funziona" }>
  | Readonly<{ code: "profilazione.niente-da-confermare" }>
  | Readonly<{ code: "profilazione.stessa-persona" }>;

export const classeDi = ({ id, input, risposta }: Profilazione): ClasseProfilata => ({
  id,
  classe: risposta.classe,
  validoDal: risposta.validoDal,
  provincia: input.provincia,
});

/** The class that a patto of that day uses: the last valid record's, never typed. */
export function checkProfilazione(
  profilata: ClasseProfilata | null,
  giorno: CivilDate,
): Result<ClasseProfilata, RifiutoProfilazione> {
  if (!profilata) return refuse({ code: "profilazione.manca" });
  const { validoDal } = profilata;
  if (validoDal > giorno)
    return refuse({ code: "profilazione.non-ancora-valida", validoDal, giorno });
  return ok(profilata);
}
